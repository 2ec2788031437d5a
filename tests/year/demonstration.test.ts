import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#domain/people/role.ts'
import { markSamples, prepareDemonstration } from '#operations/accounts/demonstration.ts'
import { newFirstLink } from '#operations/accounts/first-administrator.ts'
import type { App } from '#operations/app.ts'
import { samplesHere } from '#operations/load-samples.ts'
import { createWeb } from '#web/web.ts'
import { sampleApp } from '../journeys/sample-app.ts'
import { aBrowser } from './a-browser.ts'
import { aYearIn, type Year } from './a-year.ts'

describe('見本の市で、役を選んで試す', () => {
  let app: App
  let year: Year
  let codes: readonly string[]
  const browser = () => aBrowser(createWeb(app))

  beforeAll(async () => {
    app = await sampleApp()
    const samples = await samplesHere()
    codes = samples.map(({ municipality }) => municipality)
    await markSamples(app, samples)
    year = await aYearIn(app, { sections: 1, indicators: 1, open: false })
  })
  afterAll(() => app?.close())

  test('見本のしるしは、見本の市だけに付く', async () => {
    const marked = (await app.store.municipalities()).filter(({ demonstration }) => demonstration)
    expect(marked.map(({ code }) => code)).toEqual(codes)
    expect((await browser().get(`/${year.code}/demonstration`)).html).toContain('見本ではない')
  })

  test('五つの市のどれでも、七つの役のどれでも試せる。人・課・担当は、何度試しても増えない', async () => {
    let tried = 0
    for (const code of codes) {
      const own = browser()
      await own.post(`/${code}/demonstration`, { role: 'planner' })
      const page = await own.get(`/${code}/demonstration`)
      const departments = page.html.match(/<option value=/g) ?? []
      const department = /<option value="([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? ''
      expect(department, code).not.toBe('')
      for (const role of roles) {
        await own.post(`/${code}/demonstration`, { role, department })
        const after = await own.get(`/${code}/demonstration`)
        expect(after.html, `${code} ${role}`).toContain('（見本）')
        const intake = await own.get(`/${code}/intake`)
        expect(intake.status, `${code} ${role}`).toBe(role === 'planner' ? 200 : 403)
        tried += 1
      }
      const count = () =>
        app.store.read(code, async (tx) => [
          (await tx.members.list()).length,
          (await tx.organisation.units()).length,
          (await tx.owners.list()).length,
        ])
      const before = await count()
      // 市の全体の役に一人ずつ、課ごとに担当者と課長。
      expect(before[0]).toBe(roles.length - 2 + 2 * departments.length)
      await prepareDemonstration(app, code)
      await own.post(`/${code}/demonstration`, { role: 'editor', department })
      expect(await count(), code).toEqual(before)
    }
    expect(tried).toBe(35)
  })

  test('課をまだ作っていなくても、課の役で始められる', async () => {
    const own = browser()
    await own.post(`/${codes[0]}/demonstration`, { role: 'editor' })
    expect((await own.get(`/${codes[0]}/work`)).html).toContain('実績を入れる')
  })

  test('ない課なら、選ぶように言う', async () => {
    const page = await browser().post(`/${codes[0]}/demonstration`, { role: 'editor', department: 'x' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('課を選んでください')
  })

  test('札は、その市の、その人だけのもの。書き換えも、ほかの市への持ち込みもできない', async () => {
    const own = browser()
    await own.post(`/${codes[0]}/demonstration`, { role: 'auditor' })
    expect((await own.get(`/${codes[0]}/intake`)).status).toBe(403)
    const cookie = own.jar.get('shirube-demonstration') ?? ''
    own.jar.set('shirube-demonstration', cookie.replace(String(codes[0]), String(codes[1])))
    // 口座がまだ一つもないので、札が通らなければ、この機械の前の人に戻る。
    expect((await own.get(`/${codes[1]}/intake`)).status).toBe(200)
    expect((await own.get(`/${codes[1]}/demonstration`)).html).not.toContain('いまは')
    await own.post(`/${codes[0]}/demonstration/end`)
    expect(own.jar.has('shirube-demonstration')).toBe(false)
  })

  test('よその機械から見える画面では、試せない。持っている札も通らない', async () => {
    const own = browser()
    await own.post(`/${codes[0]}/demonstration`, { role: 'planner' })
    const token = await newFirstLink(app)
    const typed = { name: '佐藤', mail: 'sato@city.example', chosen: year.code, password: 'みどりの川にかかる長い橋' }
    await browser().post(`/first/${token}`, typed)
    expect((await own.get(`/${codes[0]}/intake`)).status).toBe(200)
    const open = aBrowser(createWeb(app, { site: { origin: null, loopback: false, proxies: [] } }))
    for (const [name, value] of own.jar) open.jar.set(name, value)
    expect((await open.get(`/${codes[0]}/intake`)).html).toContain('<h1>ログイン</h1>')
    expect((await open.post(`/${codes[0]}/demonstration`, { role: 'planner' })).html).toContain('見本ではない')
    expect((await open.get(`/${codes[0]}`)).html).toContain('<h1>ログイン</h1>')
  })

  test('この機械からは、口座ができたあとも、名のらずに見本の計画を見られる。ほかの市は見られない', async () => {
    expect((await browser().get(`/${codes[0]}`)).status).toBe(200)
    expect((await browser().get(`/${codes[0]}`)).html).not.toContain('<h1>ログイン</h1>')
    expect((await browser().get(`/${codes[0]}/intake`)).html).toContain('<h1>ログイン</h1>')
    expect((await browser().get(`/${year.code}`)).html).toContain('<h1>ログイン</h1>')
  })

  test('本物の人が使い始めた市には、見本のしるしは付かない', async () => {
    const code = String(codes[4])
    const act = { by: '企画課 山田', at: app.now(), newId: app.newId }
    await app.store.write(code, act, (tx) => tx.logins.endDemonstration())
    await markSamples(app, await samplesHere())
    const found = (await app.store.municipalities()).find((each) => each.code === code)
    expect(found?.demonstration).toBe(false)
  })
})

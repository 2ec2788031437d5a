import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { markSamples } from '#operations/accounts/demonstration.ts'
import { newFirstLink } from '#operations/accounts/first-administrator.ts'
import { makeResetLink } from '#operations/accounts/reset.ts'
import type { App } from '#operations/app.ts'
import { samplesHere } from '#operations/load-samples.ts'
import { invite } from '#operations/people/invitations.ts'
import { type Serving, serve } from '#web/serve.ts'
import { aYearIn, type Year } from '../year/a-year.ts'
import { openBrowser, screens } from './browser.ts'
import { sampleApp } from './sample-app.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'

const terminal: Person = { kind: 'terminal', id: null, name: '準備', grants: [] }
const password = 'みどりの川にかかる長い橋'
const sample = '152081'

describe('ログインと口座の頁（台本なし、机の上と狭い画面、日英）', () => {
  let app: App
  let year: Year
  let serving: Serving
  let browser: Browser
  let page: Page

  const troublesOn = async (path: string): Promise<readonly string[]> => {
    await page.setViewportSize(screens.desktop)
    await page.goto(serving.address + path)
    return (await troublesIn(page)).map((trouble) => `${path}: ${trouble}`)
  }
  const troublesHere = async (): Promise<readonly string[]> => {
    const found = await troublesIn(page)
    await page.setViewportSize(screens.desktop)
    return found
  }

  /** Enter で送り、つぎの頁が出るのを待つ。 */
  const entered = () => Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])

  beforeAll(async () => {
    app = await sampleApp()
    await markSamples(app, await samplesHere())
    year = await aYearIn(app, { sections: 1, indicators: 1, open: false })
    const started = await serve({ app, port: 0 })
    if (!started.ok) throw new Error(started.problem.code)
    serving = started.value
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: screens.desktop })).newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await app?.close()
  })

  test('見本で役を選んで試し、やめる', async () => {
    await page.goto(`${serving.address}/${sample}`)
    await page.click(`a[href="/${sample}/demonstration"]`)
    for (const path of inBothLanguages(`/${sample}/demonstration`)) expect(await troublesOn(path)).toEqual([])
    await page.goto(`${serving.address}/${sample}/demonstration`)
    await page.click('button[value="editor"]')
    expect(new URL(page.url()).pathname).toBe(`/${sample}/work`)
    await page.goto(`${serving.address}/${sample}/demonstration`)
    expect(await troublesHere()).toEqual([])
    await page.click('form[action$="/end"] button')
    expect(new URL(page.url()).pathname).toBe(`/${sample}`)
  })

  test('初めの管理者を作り、断りの頁も読める', async () => {
    const token = await newFirstLink(app)
    for (const path of inBothLanguages(`/first/${token}`)) expect(await troublesOn(path)).toEqual([])
    await page.goto(`${serving.address}/first/${token}`)
    await page.selectOption('#chosen', year.code)
    await page.fill('#name', '佐藤 花子')
    await page.fill('#mail', 'sato@city.example')
    await page.fill('#password', 'short')
    await page.click('button.primary')
    expect(await page.textContent('[role=alert]')).toContain('12字以上')
    expect(await page.inputValue('#name')).toBe('佐藤 花子')
    expect(await troublesHere()).toEqual([])
    await page.fill('#password', password)
    await page.click('button.primary')
    expect(new URL(page.url()).pathname).toBe(`/${year.code}/people`)
  })

  test('自分の口座・認証アプリ・ログインの設定', async () => {
    for (const path of inBothLanguages('/account')) expect(await troublesOn(path)).toEqual([])
    for (const path of inBothLanguages(`/${year.code}/settings/login`)) expect(await troublesOn(path)).toEqual([])
    await page.goto(`${serving.address}/account/two-factor`)
    expect(await troublesHere()).toEqual([])
    await page.fill('#currentPassword', password)
    await entered()
    expect(await page.locator('svg.account-qr').count()).toBe(1)
    expect(await troublesHere()).toEqual([])
    await page.fill('#code', '000000')
    await entered()
    expect(await page.textContent('[role=alert]')).toContain('番号が違います')
    expect(await page.locator('.account-codes li').count()).toBe(10)
  })

  test('ログアウトして、ログインの頁・断り・二つめの要素・決め直し', async () => {
    await page.goto(`${serving.address}/account`)
    await page.locator('main form[action="/logout"] button').click()
    expect(await page.textContent('[role=status]')).toContain('ログアウトしました')
    const paths = ['/login', '/login/code', '/reset']
    for (const path of paths.flatMap(inBothLanguages)) expect(await troublesOn(path)).toEqual([])
    await page.goto(`${serving.address}/login?next=/${year.code}/people`)
    await page.fill('#mail', 'sato@city.example')
    await page.fill('#password', 'wrong wrong wrong')
    await entered()
    expect(await page.textContent('[role=alert]')).toContain('違います')
    expect(await troublesHere()).toEqual([])
    await page.fill('#password', password)
    await entered()
    expect(new URL(page.url()).pathname).toBe(`/${year.code}/people`)
  })

  test('招きと決め直しの番地の頁', async () => {
    const clerk = year.sections[0]?.clerk.id ?? ''
    const invited = await invite(app, terminal, year.code, clerk)
    if (!invited.ok) throw new Error(invited.problem.code)
    const address = `/${year.code}/invitations/${invited.value.token}`
    expect(await troublesOn(address)).toEqual([]) // ログインしたまま：結びつけるか尋ねる
    await page.context().clearCookies()
    for (const path of inBothLanguages(address)) expect(await troublesOn(path)).toEqual([])
    await page.goto(serving.address + address)
    await page.fill('#password', password)
    await entered()
    expect(new URL(page.url()).pathname).toBe(`/${year.code}/work`)
    const link = await makeResetLink(app, terminal, year.code, clerk)
    if (!link.ok) throw new Error(link.problem.code)
    for (const path of inBothLanguages(`/reset/${link.value}`)) expect(await troublesOn(path)).toEqual([])
  })
})

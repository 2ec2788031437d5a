import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { aMailServer, type MailServerRunning } from '../year/a-mail-server.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

let year: Year
let mail: MailServerRunning

const site = yearSite(async () => {
  year = await aYear({ sections: 2, indicators: 1 })
  mail = await aMailServer({ refuse: /^nobody/ })
  const [own] = year.sections
  const to = { departmentId: own?.id ?? null, roundId: year.roundId, responseId: own?.responseId ?? null }
  const act = { by: '企画課 山田', at: new Date(), newId: year.app.newId }
  await year.app.store.write(year.code, act, async (tx) => {
    await tx.notices.tell({ kind: 'round-opened', ...to, params: { date: '2099-06-12' } })
    await tx.notices.tell({ kind: 'due-soon', ...to, params: { stage: 'enter', days: 3, date: '2099-06-12' } })
    await tx.notices.tell({ kind: 'returned', ...to, params: { reason: '来場者数の根拠の資料を付けてください' } })
    await tx.members.change(own?.head.id ?? '', { status: 'left' })
    await tx.notices.tell({ kind: 'submitted', ...to, params: {} })
  })
  return year
})
afterAll(async () => {
  await mail?.stop()
})

/** その人として開く。 */
const as = async (person: Person | undefined, work: (page: Page) => Promise<void>, scripts = true): Promise<void> => {
  if (!person) throw new Error('no such person')
  await site.as(person, work, { scripts })
}
const at = (path: string): string => `${site.address()}/${path}`

test('どの頁も、日英で、axe の指摘もはみ出しもない', async () => {
  const { code, people, sections } = year
  const visits: readonly (readonly [Person | undefined, string])[] = [
    [sections[0]?.clerk, `/${code}/notices`],
    [people.planner, `/${code}/notices?of=all`],
    [people.administrator, `/${code}/settings`],
    [people.administrator, `/${code}/settings/mail`],
    [sections[0]?.clerk, `/${code}/settings`],
  ]
  for (const [person, path] of visits)
    for (const each of inBothLanguages(path))
      await as(person, async (page) => {
        const answer = await page.goto(site.address() + each)
        expect(answer?.status(), each).toBe(200)
        expect(await troublesIn(page), each).toEqual([])
      })
})

test('担当は、自分に届いた通知を見て、開いて、読んだことにする（台本なしで）', async () => {
  await as(
    year.sections[0]?.clerk,
    async (page) => {
      await page.goto(at(`${year.code}/notices`))
      expect(await page.locator('.notices-list li').count()).toBe(3)
      expect(await page.locator('.notices-unread').count()).toBe(3)
      expect(await page.locator('main').innerText()).toContain('わけ：来場者数の根拠の資料を付けてください')
      const link = await page.locator('.notices-words a').first().getAttribute('href')
      expect(link).toBe(`/${year.code}/responses/${year.sections[0]?.responseId}`)
      await page.getByRole('button', { name: 'すべて読んだことにする' }).click()
      expect(await page.locator('.notices-unread').count()).toBe(0)
    },
    false,
  )
})

test('ほかの課の担当には届かず、企画課には課に人がいないことも分かる', async () => {
  await as(year.sections[1]?.clerk, async (page) => {
    await page.goto(at(`${year.code}/notices?of=all`))
    expect(await page.locator('.notices-list li').count()).toBe(0)
  })
  await as(year.people.planner, async (page) => {
    await page.goto(at(`${year.code}/notices`))
    expect(await page.locator('main').innerText()).toContain('課に受け取れる人がいないため、企画課に届きました。')
    await page.getByRole('link', { name: '市のすべて' }).click()
    expect(await page.locator('.notices-list li').count()).toBe(4)
    expect(await page.locator('main').innerText()).toContain('商工課の担当')
  })
})

test('管理者は、メールの設定をして、試しに送る。断られても、書いたものは残る（台本なしで）', async () => {
  await as(
    year.people.administrator,
    async (page) => {
      await page.goto(at(`${year.code}/settings`))
      await page.getByRole('link', { name: '通知のメール' }).click()
      expect(await page.locator('main').innerText()).toContain('どのサーバーにもつながりません')
      await page.getByLabel('通知をメールで送る').check()
      await page.getByLabel('サーバー名').fill('127.0.0.1')
      await page.getByLabel('ポート').fill(String(mail.port))
      await page.getByLabel('差出人のアドレス').fill('企画課')
      await page.getByLabel('暗号化しない').check()
      await page.getByRole('button', { name: '保存する' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('差出人のアドレスが読めません')
      expect(await page.getByLabel('サーバー名').inputValue()).toBe('127.0.0.1')
      expect(await page.getByLabel('暗号化しない').isChecked()).toBe(true)
      await page.getByLabel('差出人のアドレス').fill('kikaku@shirakawa.lg.jp.example')
      await page.getByRole('button', { name: '保存する' }).click()
      expect(await page.getByRole('status').innerText()).toBe('保存しました。')
      await page.getByLabel('送る先').fill('nobody@shirakawa.lg.jp.example')
      await page.getByRole('button', { name: '送ってみる' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('アドレスを断りました')
      await page.getByLabel('送る先').fill('sato@shirakawa.lg.jp.example')
      await page.getByRole('button', { name: '送ってみる' }).click()
      expect(await page.getByRole('status').innerText()).toContain('sato@shirakawa.lg.jp.example に送りました')
      expect(mail.arrived.map(({ subject }) => subject)).toEqual(['【白川市】しるべの試しのメール'])
    },
    false,
  )
  // 送ったものと断りの並んだ頁も、axe で。
  await as(year.people.administrator, async (page) => {
    await page.goto(at(`${year.code}/settings/mail`))
    expect(await page.locator('.notices-log li').count()).toBe(2)
    expect(await troublesIn(page)).toEqual([])
  })
})

test('企画課は、メールの設定を開けない', async () => {
  await as(year.people.planner, async (page) => {
    expect((await page.goto(at(`${year.code}/settings/mail`)))?.status()).toBe(403)
  })
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aYear, type Year } from '../year/a-year.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

// 口座のまだないしるべでは、この機械の前の人が企画課の仕事をできる。
describe('照会の頁', () => {
  let year: Year

  const site = yearSite(async () => {
    year = await aYear({ sections: 4, indicators: 3, open: false })
    return year
  })

  const opened = (scripts: boolean, work: (page: Page) => Promise<void>) => site.opened(work, { scripts })
  const { at } = site
  const lead = (page: Page) => page.locator('.lead').first().innerText()

  test('照会を作り、直すところを直し、下見して開き、催促し、延ばし、閉じ、開け直す（台本なしで）', async () => {
    await opened(false, async (page) => {
      await page.goto(at('/rounds'))
      await page.getByRole('link', { name: '新しい照会を作る' }).click()
      await page.getByLabel('照会の題').fill('')
      await page.getByLabel('入力・提出の締切').fill('2020-01-10')
      await page.getByRole('button', { name: '保存して下見へ' }).click()
      const troubles = page.getByRole('alert')
      expect(await troubles.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringContaining('題を入れてください'),
        expect.stringContaining('締切令和2年1月10日（金）はもう過ぎています'),
      ])
      expect(await page.getByLabel('入力・提出の締切').inputValue()).toBe('2020-01-10')
      await page.getByLabel('照会の題').fill('実績の照会（試し）')
      await page.getByLabel('入力・提出の締切').fill('2099-06-12')
      await page.getByLabel('課長の確認の締切').fill('2099-06-19')
      await page.getByLabel('企画課の受理の締切').fill('2099-06-26')
      await page.getByRole('button', { name: '保存して下見へ' }).click()
      expect(await lead(page)).toBe('4課に、12の指標を尋ねます。')
      await page.getByRole('button', { name: 'いま開いて、各課に知らせる' }).click()
      expect(await page.getByRole('status').innerText()).toBe('照会を開き、各課に知らせました。')
      expect(await lead(page)).toContain('4課のうち 未着手4')
      await page.getByLabel('添えることば').fill('決算の前にお願いします。')
      await page.getByRole('button', { name: '催促する' }).click()
      expect(await page.getByRole('status').innerText()).toBe('4課に催促しました。')
      await page.getByLabel('農林課を選ぶ').check()
      await page.getByLabel('表で選んだ課').check()
      await page.getByText('締切を延ばす').click()
      await page.getByLabel('新しい入力の締切').fill('2099-06-01')
      await page.getByLabel('わけ（課に知らせ').fill('災害対応')
      await page.getByRole('button', { name: '延ばす', exact: true }).click()
      expect(await page.getByRole('alert').innerText()).toContain('より後ではありません')
      expect(await page.getByLabel('わけ（課に知らせ').inputValue()).toBe('災害対応')
      expect(await page.getByLabel('農林課を選ぶ').isChecked()).toBe(true)
      await page.getByLabel('新しい入力の締切').fill('2099-06-18')
      await page.getByRole('button', { name: '延ばす', exact: true }).click()
      expect(await page.getByRole('status').innerText()).toBe('1課の締切を延ばしました。')
      expect(await page.getByRole('row', { name: /農林課/ }).innerText()).toContain('延長のわけ：災害対応')
      await page.getByRole('link', { name: '閉じる', exact: true }).click()
      await page.getByRole('button', { name: '閉じて凍らせる' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('受理していない課が4課あります')
      await page.getByLabel('受理していない課があるのを承知のうえで閉じる').check()
      await page.getByRole('button', { name: '閉じて凍らせる' }).click()
      expect(await page.getByRole('status').innerText()).toContain('照会を閉じました')
      await page.getByLabel('開け直すわけ').fill('県の値が改まったため')
      await page.getByRole('button', { name: '開け直す' }).click()
      expect(await page.locator('.rounds-steps').innerText()).toContain('わけ：県の値が改まったため')
    })
  })

  test('二人が同じ照会を直すと、あとの人には両方の内容を見せ、打ったものを残す', async () => {
    await opened(true, async (page) => {
      await page.goto(at('/rounds/new'))
      await page.getByRole('button', { name: '保存して下見へ' }).click()
      await page.getByRole('link', { name: '照会を直す' }).first().click()
      const other = await page.context().newPage()
      await other.goto(page.url())
      await other.getByLabel('照会の題').fill('ほかの人の題')
      await other.getByRole('button', { name: '保存して下見へ' }).click()
      await page.getByLabel('照会の題').fill('わたしの題')
      const [answer] = await Promise.all([
        page.waitForResponse((each) => each.request().method() === 'POST'),
        page.getByRole('button', { name: '保存して下見へ' }).click(),
      ])
      expect(answer.status()).toBe(409)
      const both = await page
        .getByRole('alert')
        .getByRole('row', { name: /照会の題/ })
        .innerText()
      expect(both).toMatch(/ほかの人の題\s+わたしの題/)
      expect(await page.getByLabel('照会の題').inputValue()).toBe('わたしの題')
      expect(await troublesIn(page)).toEqual([])
      await page.getByRole('button', { name: '保存して下見へ' }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('わたしの題の下見')
    })
  })

  test('どの頁も、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async () => {
    const rounds = await year.app.store.read(year.code, (tx) => tx.rounds.list())
    const open = rounds.find(({ status }) => status === 'open')?.id
    const draft = rounds.find(({ status }) => status === 'draft')?.id
    const paths = [
      '/rounds',
      `/rounds/new?copy=${open}`,
      `/rounds/${draft}/edit`,
      `/rounds/${draft}/preview`,
      `/rounds/${open}`,
      `/rounds/${open}?sort=department&state=unsubmitted`,
      `/rounds/${open}/edit`,
      `/rounds/${open}/close`,
    ]
    for (const path of paths)
      for (const address of inBothLanguages(`/${year.code}${path}`))
        await opened(true, async (page) => {
          const answer = await page.goto(site.address() + address)
          expect(answer?.status(), address).toBe(200)
          expect(await troublesIn(page), address).toEqual([])
        })
  })

  test('ない照会は、ないと言い、選び直す道を示す', async () => {
    await opened(true, async (page) => {
      const answer = await page.goto(at('/rounds/00000000-0000-4000-8000-000000000000'))
      expect(answer?.status()).toBe(404)
      expect(await page.locator('main').innerText()).toContain('「照会」から選び直してください')
    })
  })
})

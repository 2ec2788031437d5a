import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { gradeSample } from '#operations/evaluation/sample-grades.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

const scale = {
  id: 'four',
  name: '四段階',
  grades: [
    { code: 'A', label: '達成', meaning: '90％以上', symbol: 'A', rule: { on: 'rate', from: '90' } },
    { code: 'B', label: '順調', meaning: '85％以上', symbol: 'B', rule: { on: 'rate', from: '85' } },
    { code: 'C', label: '遅れ', meaning: '70％以上', symbol: 'C', rule: { on: 'rate', from: '70' } },
    { code: 'D', label: '後退', meaning: '70％未満', symbol: 'D', rule: { on: 'rate' } },
  ],
  outside: [],
}

// 口座のまだないしるべでは、この機械の前の人が企画課の仕事をできる。
describe('改訂の頁', () => {
  let year: Year

  const site = yearSite(async () => {
    year = await aYear({ sections: 2, indicators: 4, open: false })
    const graded = await gradeSample(year.app, year.code, year.editionId, { year: 2023, fromYear: 2023, scale })
    if (!graded.ok) throw new Error(graded.problem.kind)
    return year
  })

  const opened = (scripts: boolean, work: (page: Page) => Promise<void>) => site.opened(work, { scripts })
  const { at } = site
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const card = (page: Page, name: string) => page.getByRole('article', { name })
  let revision = ''
  let edit = ''

  test('始めて、案を決め、直し、差し替え、足し、並べる（台本なしで）', async () => {
    await opened(false, async (page) => {
      await page.goto(at('/revisions'))
      await page
        .getByRole('link', { name: /進捗状況一覧表|総合戦略/ })
        .last()
        .click()
      await page.getByLabel('改訂後の計画の題').fill('')
      await page.getByLabel('改訂の趣旨').fill('中間評価による')
      await page.getByLabel('改訂後の計画の題').fill('白川市総合戦略（改訂版）')
      await page.getByLabel('終わりの年度').fill('令和の終わり')
      await button(page, '改訂の案を作る').click()
      expect(await page.getByRole('alert').innerText()).toContain('「令和の終わり」は年度として読めません')
      expect(await page.getByLabel('改訂の趣旨').inputValue()).toBe('中間評価による')
      await page.getByLabel('終わりの年度').fill('令和8年度')
      await button(page, '改訂の案を作る').click()
      revision = new URL(page.url()).pathname.replace(`/${year.code}`, '')

      await page.getByRole('link', { name: /見直しの案\d+件を決める/ }).click()
      const first = card(page, '商工の利用満足度')
      expect(await first.innerText()).toContain('令和5年度の実績は66％。目標70％に対し94.3％で、評価は達成。')
      const target = first.getByLabel(/新しい目標/)
      await target.fill('60％')
      await target.press('Enter')
      expect(await first.getByRole('alert').innerText()).toContain('これまでの実績（66％）を超えていません')
      expect(await target.inputValue()).toBe('60％')
      await target.fill('75％')
      await target.press('Enter')
      // 決めた案は、未決の並びから外れ、次の案に焦点が移る。
      expect(await card(page, '商工の利用満足度').count()).toBe(0)
      await card(page, '商工の講座の参加者数').getByRole('button', { name: '退ける' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('案を退けるには、理由が要ります')
      await card(page, '商工の講座の参加者数').getByLabel('理由').fill('来年度に見直す')
      await card(page, '商工の講座の参加者数').getByRole('button', { name: '退ける' }).click()

      const replaced = page.getByRole('article', { name: '商工の起業件数' })
      await replaced.getByRole('button', { name: '受け入れて代わりの指標を入れる' }).click()
      await page.getByLabel('名', { exact: true }).fill('創業支援による起業件数')
      await page.getByLabel('目標 1 年度').fill('令和8年度')
      await page.getByLabel('目標 1 値').fill('40件')
      await button(page, '入れる').click()
      expect(await page.getByRole('status').innerText()).toContain('保存しました。')

      await page.goto(at(`${revision}/tree`))
      await page.getByRole('link', { name: '健康の講座の参加者数' }).click()
      await page.getByLabel('名', { exact: true }).fill('健康講座の参加者数')
      await page.getByLabel('目標 1 値').fill('1,2345人')
      await button(page, '保存する').click()
      expect(await page.getByRole('alert').innerText()).toContain('「1,2345人」は値として読めません')
      expect(await page.getByLabel('名', { exact: true }).inputValue()).toBe('健康講座の参加者数')
      await page.getByLabel('目標 1 値').fill('130人')
      await page.getByLabel('理由', { exact: true }).fill('名を分かりやすくする')
      await button(page, '保存する').click()
      expect(await page.locator('.rev-before').first().innerText()).toContain('健康の講座の参加者数')

      await page.goto(at(`${revision}/tree?order=yes`))
      await page.getByRole('button', { name: '健康講座の参加者数 上へ' }).click()
      expect(await page.getByRole('button', { name: '健康講座の参加者数 下へ' }).count()).toBe(1)
      await page.goto(at(`${revision}/changes`))
      const rows = await page.getByRole('row').allInnerTexts()
      expect(rows.find((row) => row.includes('代替指標の設定'))).toContain('創業支援による起業件数')
      expect(rows.find((row) => row.includes('目標値の修正') && row.includes('満足度'))).toMatch(
        /令和6年度 70％\s+令和6年度 75％/,
      )
    })
  })

  test('二人が同じ欄を直せば、両方が見え、打ったものは残る', async () => {
    await opened(true, async (one) => {
      await one.goto(at(`${revision}/tree`))
      const name = '商工のイベント来場者数'
      const href = await one.getByRole('link', { name }).getAttribute('href')
      const there = `${site.address()}${href}`
      edit = (href ?? '').replace(`/${year.code}`, '')
      const two = await one.context().newPage()
      await one.goto(there)
      await two.goto(there)
      await one.getByLabel('目標 1 値').fill('1600人')
      await button(one, '保存する').click()
      await two.getByLabel('目標 1 値').fill('1700人')
      await two.getByLabel('備考').fill('打ちかけの備考')
      await button(two, '保存する').click()
      const clash = await two.getByRole('alert').innerText()
      expect(clash).toContain('1600人')
      expect(clash).toContain('1700人')
      expect(await two.getByLabel('目標 1 値').inputValue()).toBe('1700人')
      expect(await two.getByLabel('備考').inputValue()).toBe('打ちかけの備考')
      await button(two, '保存する').click()
      expect(await two.getByRole('status').innerText()).toContain('保存しました。')
    })
  })

  // 混んだ機械でも待ちすぎないよう、頁ごとの試験にする。
  test.each([
    ['一覧', () => '/revisions'],
    ['始める', () => `/plans/${year.editionId}/revise`],
    ['案', () => revision],
    ['見直しの案', () => `${revision}/proposals?show=all`],
    ['木', () => `${revision}/tree`],
    ['並べ替え', () => `${revision}/tree?order=yes`],
    ['変更', () => `${revision}/changes`],
    ['決める', () => `${revision}/adopt`],
    ['見出し', () => `${revision}/heading`],
    ['事業を足す', () => `${revision}/edit?on=project`],
    ['節を足す', () => `${revision}/edit?on=node`],
    ['指標を直す', () => edit],
  ])('%s の頁は、机の上でも 360px でも、日英とも、axe の指摘がない', async (_, path) => {
    await opened(true, async (page) => {
      for (const each of inBothLanguages(`/${year.code}${path()}`)) {
        await page.setViewportSize(screens.desktop)
        const answer = await page.goto(site.address() + each)
        expect([each, answer?.status(), ...(await troublesIn(page))]).toEqual([each, 200])
      }
    })
  })

  test('決めると新しい版になり、旧版はそう名のる', async () => {
    await opened(false, async (page) => {
      await page.goto(at(`${revision}/adopt`))
      await page.getByLabel('決めた日').fill('2026-03-25')
      await page.getByLabel('決めたところ').fill('市議会')
      await button(page, '改訂を決める').click()
      expect(await page.getByRole('alert').innerText()).toContain('まだ決めていない見直しの案が')
      expect(await page.getByLabel('決めたところ').inputValue()).toBe('市議会')
      await page.getByLabel('上のものを残したまま決めます。').check()
      await button(page, '改訂を決める').click()
      expect(await page.locator('.rev-next').innerText()).toContain('令和8年3月25日')
      await page.getByRole('link', { name: '改訂後の計画を開く' }).click()
      expect(await page.locator('main').innerText()).toContain('創業支援による起業件数')
      await page.goto(at(`/plans/${year.editionId}`))
      expect(await page.locator('main').innerText()).toContain('旧版')
      const answer = await page.goto(at(`/plans/${year.editionId}/revise`))
      expect(answer?.status()).toBe(422)
    })
  })
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aYear, type Year } from '../year/a-year.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

// 口座のまだないしるべでは、この機械の前の人が企画課の仕事をできる。
describe('評価区分の頁', () => {
  let year: Year

  const site = yearSite(async () => {
    year = await aYear({ sections: 2, indicators: 4, open: false })
    return year
  })

  const opened = (scripts: boolean, work: (page: Page) => Promise<void>) => site.opened(work, { scripts })
  const at = (path: string) => `${site.address()}/${year.code}/plans/${year.editionId}/scales${path}`
  const troubles = (page: Page) => page.getByRole('alert').getByRole('listitem').allInnerTexts()
  const exampleOf = (page: Page, value: string) =>
    page.getByRole('row', { name: value, exact: false }).first().getByRole('cell').innerText()

  test('見本から選び、境を誤って直すところを見て、直して置き、決まりを書く（台本なしで）', async () => {
    await opened(false, async (page) => {
      await page.goto(at(''))
      expect(await page.getByText('指標の評価区分はまだありません').count()).toBe(1)
      await page.getByRole('link', { name: '見本から選ぶ（指標）' }).click()
      await page.getByRole('link', { name: /これをもとにする（長野県/ }).click()
      expect(await exampleOf(page, '達成率 79.96％')).toContain('努力を要する')
      // 上の区分の境を下の区分より低くすると、下の区分は決して選ばれない。Enter は、行の操作でなく、例を見る。
      await page.getByLabel('数', { exact: true }).nth(1).fill('50')
      await page.getByLabel('数', { exact: true }).nth(0).fill('３０')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/scales\/try$/)
      expect(await troubles(page)).toEqual([
        expect.stringContaining('区分「概ね順調」は決して選ばれません。上にある「順調」が先に'),
      ])
      await page.getByLabel('数', { exact: true }).nth(0).fill('百')
      await page.getByRole('button', { name: 'この区分を置く' }).click()
      expect(await troubles(page)).toEqual([expect.stringContaining('区分「順調」の境「百」は数ではありません')])
      expect(await page.getByLabel('数', { exact: true }).nth(0).inputValue()).toBe('百')
      await page.getByLabel('数', { exact: true }).nth(0).fill('95')
      await page.getByLabel('ことば').nth(0).fill('とても順調')
      await page.getByRole('button', { name: '例と直すところを見直す' }).first().click()
      expect(await exampleOf(page, '達成率 94.96％')).toContain('概ね順調')
      await page.getByRole('button', { name: 'この区分を置く' }).click()
      expect(await page.getByRole('status').innerText()).toBe('評価区分を置きました。')
      expect(await page.getByRole('row', { name: /とても順調/ }).innerText()).toContain('達成率が95％以上')

      await page.getByRole('link', { name: '決まりと方向性を直す' }).click()
      await page.getByLabel('すること').nth(0).selectOption('raise-target')
      await page.getByLabel('決まりの文').nth(0).fill('目標を上げる')
      await page.getByRole('button', { name: /方向性： 赤穂市/ }).click()
      expect(await page.getByLabel('決まりの文').nth(0).inputValue()).toBe('目標を上げる')
      await page.getByRole('button', { name: '保存する' }).click()
      expect(await page.getByRole('status').innerText()).toContain('保存しました')
      expect(await page.getByText('内容や規模を広げて続ける').count()).toBe(1)
    })
  })

  test('ほかの人が先に置いていれば、いまの区分を見せ、打ったものは残る', async () => {
    await opened(false, async (mine) => {
      await mine.goto(at('/edit?subject=project&preset=nagareyama'))
      await opened(false, async (theirs) => {
        await theirs.goto(at('/edit?subject=project&preset=ueda'))
        await theirs.getByRole('button', { name: 'この区分を置く' }).click()
        expect(await theirs.getByRole('status').count()).toBe(1)
      })
      await mine.getByLabel('ことば').nth(0).fill('できた')
      const answered = mine.waitForResponse((response) => response.request().method() === 'POST')
      await mine.getByRole('button', { name: 'この区分を置く' }).click()
      expect((await answered).status()).toBe(409)
      expect(await mine.getByRole('alert').innerText()).toContain('◎○△×')
      expect(await mine.getByLabel('ことば').nth(0).inputValue()).toBe('できた')
      await mine.getByRole('button', { name: 'この区分を置く' }).click()
      expect(await mine.getByRole('status').count()).toBe(1)
    })
  })

  test('行を足す・上げる・消すのは、台本なしのボタンで', async () => {
    await opened(false, async (page) => {
      await page.goto(at('/edit?subject=node&preset=ueda'))
      const codes = () =>
        page.getByLabel('符号').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
      await page.getByRole('button', { name: '上へ（4行め）' }).click()
      expect(await codes()).toEqual(['◎', '○', '×', '△'])
      await page.getByRole('button', { name: '消す（1行め）' }).click()
      await page.getByRole('button', { name: '区分を足す', exact: true }).click()
      expect(await codes()).toEqual(['○', '×', '△', ''])
      await page.goto(at('/edit?subject=node&preset=sano'))
      expect(await page.getByLabel('選び（一行に一つ）').first().inputValue()).toContain('6｜90％以上100％未満｜6｜90')
      expect(await exampleOf(page, '合計 16点')).toContain('16点以上')
    })
  })

  test.each([
    '',
    '/presets?subject=indicator',
    '/edit?subject=indicator&preset=akiruno',
    '/edit?subject=node&preset=sano',
    '/policies',
  ])('%s は狭い画面でも机の上でも、日本語でも英語でも、読み上げとキーに困らない', async (path) => {
    await opened(true, async (page) => {
      for (const each of inBothLanguages(`/${year.code}/plans/${year.editionId}/scales${path}`)) {
        await page.setViewportSize(screens.desktop)
        await page.goto(`${site.address()}${each}`)
        expect(await troublesIn(page), each).toEqual([])
      }
    })
  })
})

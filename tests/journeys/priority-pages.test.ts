import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { itemsOfSheet } from '#domain/priority/sheet-facts.ts'
import { openPriorityYear } from '#operations/priority/open-year.ts'
import { aYear, type Section, type Year } from '../year/a-year.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

let year: Year

const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}

const site = yearSite(async () => {
  year = await aYear({ sections: 3, open: false })
  const opened = await openPriorityYear(year.app, year.people.planner, year.code, {
    year: 2026,
    revision: 0,
    interim: true,
    setBy: '2020-05-29',
    interimBy: '2099-10-15',
    finalBy: '2100-03-31',
    departmentIds: year.sections.slice(0, 2).map(({ id }) => id),
    carryOver: false,
  })
  if (!opened.ok) throw new Error(opened.problem.code)
  return year
})

const { at } = site
const sheetOf = async (n: number) => {
  const sheets = await year.app.store.read(year.code, (tx) => tx.prioritySheets.ofYear(2026))
  const found = sheets.find(({ departmentId }) => departmentId === section(n).id)
  if (!found) throw new Error(`no sheet of section ${n}`)
  return found
}

/** その人として開く。初めは台本なしで。 */
const as = (person: Person, work: (page: Page) => Promise<void>, scripts = false): Promise<void> =>
  site.as(person, work, { scripts })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

describe('台本なしで、目標を書き、提出し、報告する', () => {
  test('項目を足し、動かし、消しても、書いたものは一字も失われない', async () => {
    const sheet = await sheetOf(0)
    await as(section(0).clerk, async (page) => {
      await page.goto(at('/work'))
      await page.getByRole('link', { name: /商工課：重点目標を書いて提出する/ }).click()
      expect(page.url()).toBe(at(`/priority-sheets/${sheet.id}/edit`))
      await page.fill('[name="g0.title"]', '移住・定住の推進')
      await page.fill('[name="g0.i0.title"]', '移住相談')
      await page.fill('[name="g0.i0.targets"]', '移住セミナー 12回以上\n指針の策定 年度内')
      await page.locator('[name="g0.i0.targets"]').press('Tab')
      // Enter は保存（消すボタンではない）。
      await page.locator('[name="g0.i0.title"]').press('Enter')
      await page.getByRole('status').waitFor()
      await page.fill('[name="g0.i1.title"]', '空き家バンク')
      await page.fill('[name="g0.i1.targets"]', '成約件数15件以上')
      // 足すのと同時に、ほかの欄に書きかけたものも保存される。
      await page.fill('[name="g1.title"]', '文化の振興')
      await page.fill('[name="g1.i0.title"]', '講演会')
      await page.fill('[name="g1.i0.targets"]', '講演会 11月')
      await page.locator('#g0').getByRole('button', { name: '保存して続ける' }).click()
      await page.locator('#g0\\.i2.new').waitFor()
      await page.getByRole('button', { name: '上へ：取組項目 ②' }).first().click()
      expect(await page.inputValue('[name="g0.i0.title"]')).toBe('空き家バンク')
      await page.fill('[name="g0.i2.title"]', '間違い')
      await page.locator('#g0').getByRole('button', { name: '保存して続ける' }).click()
      await page.getByRole('button', { name: '消す：取組項目 ③' }).click()
      await page.getByRole('status').waitFor()
    })
    const saved = await sheetOf(0)
    expect(
      saved.goals.map(({ number, title, items }) => [number, title, items.map(({ mark, title: name }) => mark + name)]),
    ).toEqual([
      ['1', '移住・定住の推進', ['①空き家バンク', '②移住相談']],
      ['2', '文化の振興', ['①講演会']],
    ])
  })

  test('指標につなぐと、いちばん新しい実績が調書に見える。ない名なら、書いたものを残して言う', async () => {
    const sheet = await sheetOf(0)
    await as(section(0).clerk, async (page) => {
      await page.goto(at(`/priority-sheets/${sheet.id}/edit`))
      await page.locator('#g0\\.i0 summary', { hasText: '指標とつなぐ' }).first().click()
      await page.fill('[name="g0.i0.l0.name"]', 'ない指標')
      await page.fill('[name="g1.title"]', '文化とスポーツの振興')
      await press(page, '保存して調書へ')
      expect(await page.locator('[role="alert"]').first().innerText()).toContain('「ない指標」が見つかりません')
      expect(await page.inputValue('[name="g1.title"]')).toBe('文化とスポーツの振興')
      expect(await page.inputValue('[name="g0.i0.l0.name"]')).toBe('ない指標')
      await page.fill('[name="g0.i0.l0.name"]', '商工の起業件数（R2～累計）')
      await press(page, '保存して調書へ')
      expect(page.url()).toContain(`/priority-sheets/${sheet.id}?done=saved`)
      expect(await page.locator('main').innerText()).toContain('令和5年度 20件')
    })
  })

  test('ほかの人が先に書いていれば、両方を並べて見せ、打ったものは欄に残る', async () => {
    const sheet = await sheetOf(0)
    await as(section(0).clerk, async (page) => {
      await page.goto(at(`/priority-sheets/${sheet.id}/edit`))
      await year.app.store.write(year.code, { by: '商工課長', at: year.app.now(), newId: year.app.newId }, (tx) =>
        tx.prioritySheets.save(
          sheet,
          sheet.goals.map((goal, n) => (n === 0 ? { ...goal, title: '課長の直した題' } : goal)),
        ),
      )
      await page.fill('[name="g0.title"]', '担当の直した題')
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await press(page, '保存して調書へ')
      expect((await answer).status()).toBe(409)
      const alert = await page.locator('[role="alert"]').first().innerText()
      for (const found of ['課長の直した題', '担当の直した題', '商工課長']) expect(alert).toContain(found)
      expect(await page.inputValue('[name="g0.title"]')).toBe('担当の直した題')
      await press(page, '保存して調書へ')
      expect(page.url()).toContain('done=saved')
    })
    expect((await sheetOf(0)).goals[0]?.title).toBe('担当の直した題')
  })

  test('提出し、市長が差し戻し、直して出し、確認される', async () => {
    const { id } = await sheetOf(0)
    await as(section(0).head, async (page) => {
      await page.goto(at(`/priority-sheets/${id}`))
      await press(page, '重点目標を提出する')
      expect(await page.getByRole('status').innerText()).toBe('重点目標を提出しました')
    })
    await as(year.people.executive, async (page) => {
      await page.goto(at(`/priority-sheets/${id}`))
      await page.locator('summary', { hasText: '差し戻す' }).click()
      await page.getByRole('textbox', { name: 'わけ' }).first().fill('数値目標を高く')
      await press(page, '差し戻す')
    })
    await as(section(0).head, async (page) => {
      await page.goto(at('/work'))
      await page.getByRole('link', { name: /重点目標が差し戻されています/ }).click()
      expect(await page.locator('main').innerText()).toContain('数値目標を高く')
      await press(page, '重点目標を提出する')
    })
    await as(year.people.executive, async (page) => {
      await page.goto(at(`/priority-sheets/${id}`))
      await press(page, 'この重点目標を確認する')
    })
    expect((await sheetOf(0)).state).toBe('confirmed')
  })

  test('三件の報告：書き終えていなければ保存だけして言い、書き終えれば一度押すだけで保存と提出', async () => {
    const { id } = await sheetOf(0)
    await as(section(0).head, async (page) => {
      await page.goto(at('/work'))
      await page.getByRole('link', { name: /報告を書く（残り 3件）/ }).click()
      expect(page.url()).toBe(at(`/priority-sheets/${id}/report`))
      const boxes = page.getByRole('textbox', { name: '進捗状況・進捗度（一行に一つ）' })
      // 初めの欄に焦点がある。文を打ち、Tab で数、Tab で評価、矢印で選ぶ：一件に四つの鍵。
      await page.keyboard.type('協議を始めた')
      expect(await boxes.first().inputValue()).toBe('協議を始めた')
      await page.keyboard.press('Tab')
      await page.keyboard.type('9')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowRight')
      await press(page, '保存して提出する')
      expect(await page.locator('[role="alert"]').innerText()).toContain('まだ提出していません')
      expect(await boxes.first().inputValue()).toBe('協議を始めた')
      for (const n of [1, 2]) await boxes.nth(n).fill('進めている')
      for (const n of [1, 2]) await page.getByRole('radio', { name: /△/ }).nth(n).check()
      await press(page, '保存して提出する')
      expect(await page.getByRole('status').innerText()).toBe('中間報告を提出しました')
    })
    const sheet = await sheetOf(0)
    expect(sheet.state).toBe('interim-reported')
    expect(itemsOfSheet(sheet).map(({ reports }) => [reports[0]?.lines, reports[0]?.figures[0] ?? null])).toEqual([
      [['協議を始めた'], '9'],
      [['進めている'], null],
      [['進めている'], null],
    ])
  })

  test('ヒアリングのあと期末を書く。先に書かれた項目は両方を見せ、もう書けないときは打ったものを見せる', async () => {
    const { id } = await sheetOf(0)
    await as(year.people.planner, async (page) => {
      await page.goto(at(`/priority-sheets/${id}`))
      await press(page, '中間ヒアリングを終える')
    })
    await as(section(0).clerk, async (page) => {
      await page.goto(at(`/priority-sheets/${id}/report`))
      const sheet = await sheetOf(0)
      const [item] = itemsOfSheet(sheet)
      await year.app.store.write(year.code, { by: '商工課長', at: year.app.now(), newId: year.app.newId }, (tx) =>
        tx.prioritySheets.report(sheet, [
          { itemId: item?.id ?? '', stage: 'final', lines: ['課長の書いた文'], figures: [], grade: '◎', revision: 0 },
        ]),
      )
      await page.getByRole('textbox', { name: '達成状況（一行に一つ）' }).first().fill('担当の書いた文')
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await press(page, '保存する')
      expect((await answer).status()).toBe(409)
      expect(await page.locator('.priority-stale').innerText()).toContain('課長の書いた文')
      expect(await page.getByRole('textbox', { name: '達成状況（一行に一つ）' }).first().inputValue()).toBe(
        '担当の書いた文',
      )
      await press(page, '保存する')
      expect(await page.getByRole('status').innerText()).toBe('保存しました。')
      // 企画課が開け直したあとに送ると、もう書けない。打ったものは見える。
      const now = await sheetOf(0)
      await page.getByRole('textbox', { name: '達成状況（一行に一つ）' }).nth(1).fill('間に合わなかった文')
      await year.app.store.write(year.code, { by: '企画課', at: year.app.now(), newId: year.app.newId }, (tx) =>
        tx.prioritySheets.move(now, { step: 'reopen', to: 'confirmed', reason: '訂正', returned: false }),
      )
      await press(page, '保存する')
      expect(await page.locator('main').innerText()).toContain('間に合わなかった文')
    })
  })
})

describe('頁のつくり', () => {
  const pagesOf = async (): Promise<readonly (readonly [Person, string])[]> => {
    const [written, empty] = [await sheetOf(0), await sheetOf(1)]
    return [
      [year.people.planner, '/priority'],
      [year.people.planner, '/priority/2026'],
      [year.people.planner, '/priority/2027/open'],
      [section(0).head, `/priority-sheets/${written.id}`],
      [section(1).clerk, `/priority-sheets/${empty.id}/edit`],
      [section(0).head, `/priority-sheets/${written.id}/report`],
    ]
  }
  test.each([0, 1, 2, 3, 4, 5])(
    '%i 枚目は、日本語でも英語でも axe に指摘されず、どの幅でもはみ出さない',
    async (n) => {
      const [person, path] = (await pagesOf())[n] ?? [year.people.planner, '/priority']
      await as(
        person,
        async (page) => {
          for (const address of inBothLanguages(`/${year.code}${path}`)) {
            const answer = await page.goto(site.address() + address, { waitUntil: 'load' })
            expect(answer?.status(), address).toBe(200)
            expect(await troublesIn(page), address).toEqual([])
            await page.setViewportSize(screens.desktop)
          }
        },
        true,
      )
    },
    60_000,
  )

  test('年の頁：遅れている部局が語と形で分かり、帳票を落とせる。書かれていなければ、わけを言う', async () => {
    await as(year.people.planner, async (page) => {
      await page.goto(at('/priority/2026'))
      const row = page.getByRole('row', { name: /健康課/ })
      expect(await row.innerText()).toMatch(/締切を\d+日過ぎています/)
      expect(await page.getByRole('row', { name: /合計/ }).innerText()).toContain('3')
      const file = page.waitForEvent('download')
      await page.getByRole('link', { name: '中間報告調書 Excel' }).click()
      expect((await file).suggestedFilename()).toContain('重点目標一覧表（中間報告調書）.xlsx')
      await page.goto(at(`/priority/2026/print?stage=goals&department=${section(1).id}`))
      expect(await page.locator('[role="alert"]').innerText()).toContain('まだ書かれていません')
    })
  })

  test('印刷すると、番地や道は出ず、目標と進捗だけが残る', async () => {
    const { id } = await sheetOf(0)
    await as(section(0).head, async (page) => {
      await page.goto(at(`/priority-sheets/${id}`))
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.priority-goal').first().isVisible()).toBe(true)
      for (const hidden of ['.priority-steps', '.priority-files', '.priority-ways'])
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    })
  })
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aPlacedScale } from '#domain/evaluation/a-graded-edition.ts'
import type { Person } from '#domain/people/person.ts'
import { evaluate } from '#operations/evaluation/evaluate.ts'
import { aYear, type Section, type Year } from '../year/a-year.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

const of = 2023

let year: Year
let ids: readonly string[] = []

const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}

const site = yearSite(async () => {
  year = await aYear({ sections: 2, indicators: 4 })
  const act = { by: '準備', at: year.app.now(), newId: year.app.newId }
  await year.app.store.write(year.code, act, async (tx) => {
    const { editionId } = year
    await tx.scales.put({ ...aPlacedScale(), editionId })
    await tx.scales.put({ ...aPlacedScale(), editionId, subject: 'node' })
    const directions = ['拡充', '継続', '改善'].map((label, at) => ({ code: `d${at}`, label, meaning: '' }))
    await tx.policies.put(editionId, { policies: [], directions })
    ids = ((await tx.editions.get(editionId))?.content.indicators ?? []).map(({ id }) => id)
  })
  return year
})

/** その人として開く。 */
const as = (person: Person, work: (page: Page) => Promise<void>, scripts = true): Promise<void> =>
  site.as(person, work, { scripts })

const at = (path = ''): string => `${site.address()}/${year.code}/plans/${year.editionId}/grades${path}`
const idAt = (n: number): string => ids[n] ?? ''
const wordsOf = (page: Page): Promise<string> => page.innerText('main')
const save = (page: Page): Promise<void> => page.click('.grades-goal button.primary >> nth=0')

describe('一年の評価を、役ごとに', () => {
  test('企画課が始める。始める前は、始めていないことと、機械の判定の数が見える', () =>
    as(year.people.planner, async (page) => {
      await page.goto(at(`?year=${of}`))
      expect(await wordsOf(page)).toContain('評価を始めていません')
      await page.click('text=令和5年度実績の評価を始める')
      expect(await wordsOf(page)).toContain('評価を始めました')
      expect(await wordsOf(page)).toContain('企画課の評価を入れています')
      // 基本目標 × 種類の数：A 1、B 2… は計算で変わるので、計だけを見る。
      expect(await page.innerText('.grades-cross tfoot tr td:last-child')).toBe('8')
    }))

  test('担当者（台本なし）：あなたの仕事から入り、理由のない違えは、打ったものを残して断られる', () =>
    as(
      section(0).clerk,
      async (page) => {
        await page.goto(`${site.address()}/${year.code}/work`)
        await page.click('text=担当する指標の評価を入れる（4件）')
        expect(await wordsOf(page)).toContain('担当課の評価を入れています')
        // 自分の課の四つだけが並ぶ。
        expect(await page.locator('.grades-list tbody tr').count()).toBe(4)
        await page.selectOption(`[name="g-${idAt(0)}"]`, 'B')
        await page.selectOption(`[name="d-${idAt(0)}"]`, { label: '改善' })
        await page.selectOption(`[name="g-${idAt(1)}"]`, 'C')
        await save(page)
        expect(await wordsOf(page)).toContain('1件は保存できませんでした。')
        expect(await wordsOf(page)).toContain('ほかの1件は保存しました。')
        expect(await page.inputValue(`[name="g-${idAt(0)}"]`)).toBe('B')
        await page.fill(`[name="r-${idAt(0)}"]`, '年度末の申請が翌年度に回ったため')
        await save(page)
        expect(await wordsOf(page)).toContain('1件の評価を保存しました。')
      },
      false,
    ))

  test('課長：空いた行を前の段のとおりにうめて、一度で保存する', () =>
    as(
      section(0).head,
      async (page) => {
        await page.goto(`${site.address()}/${year.code}/work`)
        await page.click('text=課長・部長として評価する（2件）')
        expect(await wordsOf(page)).toContain('年度末の申請が翌年度に回ったため')
        await page.click('text=空いている行は前の段')
        expect(await wordsOf(page)).toContain('4件の評価を保存しました。')
        expect(await page.inputValue(`[name="g-${idAt(0)}"]`)).toBe('B')
      },
      false,
    ))

  test('企画課：残りを機械の判定のとおりにし、評価調書で一つを理由を添えて直す', () =>
    as(year.people.planner, async (page) => {
      await page.goto(at(`?year=${of}`))
      await page.click('text=機械の判定のとおりにする')
      expect(await wordsOf(page)).toMatch(/[67]件を、機械の判定のとおり企画課の評価としました/)
      await page.click(`#i-${idAt(0)} th a`)
      expect(await wordsOf(page)).toContain('段ごとの評価')
      await page.selectOption(`[name="g-${idAt(0)}"]`, 'C')
      await page.fill(`[name="r-${idAt(0)}"]`, '目標との差が大きい')
      await page.fill(`[name="t-${idAt(0)}"]`, '窓口の体制を見直す。')
      await page.check('text=継続')
      await page.click('text=保存する')
      expect(await page.innerText('.grades-large')).toContain('C やや遅れ')
      expect(await wordsOf(page)).toContain('窓口の体制を見直す。')
    }))

  test('本部：企画課の評価を見て決める。決めた区分が、一覧と指標の頁に立つ', () =>
    as(year.people.executive, async (page) => {
      await page.goto(`${site.address()}/${year.code}/work`)
      await page.click('text=推進本部の評価を決める')
      await page.selectOption(`[name="g-${idAt(0)}"]`, 'D')
      await save(page)
      expect(await wordsOf(page)).toContain('1件の評価を保存しました。')
      await page.goto(`${site.address()}/${year.code}/plans/${year.editionId}/indicators/${idAt(0)}`)
      expect(await page.innerText('.grades-line')).toContain('令和5年度 D 遅れ')
      expect(await page.innerText('.grades-line')).toContain('推進本部')
      await page.goto(`${site.address()}/${year.code}/plans/${year.editionId}`)
      expect(await page.innerText('.grades-line')).toContain('令和5年度実績の評価')
    }))

  test('見ているあいだに書かれたら、両方を見せ、打ったものは残る', () =>
    as(year.people.planner, async (page) => {
      await page.goto(at(`?year=${of}`))
      const subject = { kind: 'indicator' as const, id: idAt(2) }
      const now = await page.inputValue(`[name="v-${idAt(2)}"]`)
      await evaluate(year.app, year.people.planner, year.code, {
        editionId: year.editionId,
        year: of,
        stage: 'office',
        rows: [{ subject, grade: 'B', reason: '先の理由', direction: null, revision: Number(now) }],
      })
      await page.selectOption(`[name="g-${idAt(2)}"]`, 'D')
      await page.fill(`[name="r-${idAt(2)}"]`, '後の理由')
      const [answer] = await Promise.all([page.waitForResponse(/grades\/save/), save(page)])
      expect(answer.status()).toBe(409)
      expect(await wordsOf(page)).toContain('いま入っている評価：B 順調、理由：先の理由')
      expect(await page.inputValue(`[name="r-${idAt(2)}"]`)).toBe('後の理由')
      await save(page)
      expect(await wordsOf(page)).toContain('1件の評価を保存しました。')
    }))

  test('台本なしで、キーだけで一行を保存できる', () =>
    as(
      year.people.planner,
      async (page) => {
        await page.goto(at(`?year=${of}&only=differs`))
        const field = page.locator('.grades-list select[name^="g-"]').first()
        await field.focus()
        await page.keyboard.type('B')
        await page.keyboard.press('Tab')
        await page.keyboard.type('打鍵だけで')
        for (let presses = 0; presses < 30; presses += 1) {
          await page.keyboard.press('Tab')
          if (await page.evaluate(() => globalThis.document.activeElement?.matches('button.primary[type="submit"]')))
            break
        }
        await page.keyboard.press('Enter')
        // 押した答えの頁が届くまで待つ（いまの頁は、もう読み終わっているので）。
        await page.getByText('1件の評価を保存しました。').waitFor()
      },
      false,
    ))
})

describe('頁のつくり', () => {
  const paths = (): readonly (readonly [string, Person, string])[] => [
    ['一覧', year.people.planner, `?year=${of}`],
    ['担当者の一覧', section(1).clerk, `?year=${of}`],
    ['見るだけの一覧', year.people.auditor, `?year=${of}`],
    ['評価調書', year.people.planner, `/indicator/${idAt(0)}?year=${of}`],
  ]
  test('評価のしるし（axe）と、360px でのはみ出しがない。英語でも', async () => {
    for (const [name, person, path] of paths())
      for (const each of inBothLanguages(new URL(at(path)).pathname + new URL(at(path)).search))
        await as(person, async (page) => {
          await page.goto(site.address() + each)
          expect(await troublesIn(page), `${name} ${each}`).toEqual([])
        })
  }, 120_000)

  test('英語の頁に、日本語の文は混ざらない（計画のことばと、打たれた字を除く）', () =>
    as(year.people.planner, async (page) => {
      await page.goto(at(`?year=${of}`).replace(`/${year.code}`, `/en/${year.code}`))
      const stray = await page.evaluate(() => {
        for (const own of globalThis.document.querySelectorAll('[lang="ja"], .filter option, textarea')) own.remove()
        return globalThis.document.querySelector('main')?.textContent?.match(/[ぁ-んァ-ン一-龠]+/g) ?? []
      })
      expect(stray).toEqual([])
    }))

  test('確定すると、書く欄がなくなり、わけを添えて開け直せる', () =>
    as(year.people.planner, async (page) => {
      await page.goto(at(`?year=${of}`))
      await page.click('summary:has-text("この年度の評価を確定する")')
      await page.click('button:has-text("確定する")')
      expect(await wordsOf(page)).toContain('評価を確定しました。')
      expect(await page.locator('.grades-list select').count()).toBe(0)
      await page.click('summary:has-text("開け直す")')
      await page.fill('#reopen-reason', '実績の遡及修正のため')
      await page.click('button:has-text("開け直す")')
      expect(await wordsOf(page)).toContain('評価を開け直しました。')
    }))
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { anotherPlan, editionOf, nth, revisedTo } from '../year/lineage-steps.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

let year: Year
let newId: string
let otherId: string

/** 初めの指標の目標を 30件 から 60件 に改める。 */
const raised = (content: PlanContent): PlanContent => ({
  ...content,
  indicators: content.indicators.map((indicator, n) =>
    n === 0
      ? { ...indicator, targets: [readFigure('60件', { year: 2024, place: indicator.place, scope: 'final' })] }
      : indicator,
  ),
})

/** 三つ目の指標の単位が違う、もう一つの計画。 */
const inHours = (content: PlanContent): PlanContent => ({
  ...content,
  indicators: content.indicators.map((indicator, n) => (n === 2 ? { ...indicator, unit: '時間' } : indicator)),
})

const site = yearSite(async () => {
  year = await aYear({ sections: 2, indicators: 4 })
  newId = await revisedTo(year, year.editionId, raised)
  otherId = (await anotherPlan(year, inHours)).id
  return year
})

const as = (person: Person, work: (page: Page) => Promise<void>, scripts = true): Promise<void> =>
  site.as(person, work, { scripts })
const at = (path: string): string => site.address() + path
const plan = (id: string, more = ''): string => `/${year.code}/plans/${id}${more}`
const indicatorAt = async (id: string, n: number, more = ''): Promise<string> =>
  plan(id, `/indicators/${nth(await editionOf(year, id), n).id}${more}`)

describe('版と系統の頁', () => {
  test('読み上げと狭い画面と英語の頁に、困ったことがない', async () => {
    const paths = [
      plan(newId, '/editions'),
      plan(year.editionId, '/editions'),
      plan(newId, '/next-period'),
      await indicatorAt(newId, 0),
      await indicatorAt(newId, 0, '/lineage'),
      await indicatorAt(newId, 2, '/lineage'),
      `/${year.code}`,
      plan(year.editionId),
    ]
    await as(year.people.planner, async (page) => {
      for (const path of paths.flatMap(inBothLanguages)) {
        await page.setViewportSize(screens.desktop)
        await page.goto(at(path), { waitUntil: 'load' })
        expect([path, await troublesIn(page)]).toEqual([path, []])
      }
    })
  }, 240_000)

  test('旧版のどの頁も、旧版だと言い、いまの版へ導く。市の頁では畳まれている', async () => {
    await as(year.people.planner, async (page) => {
      for (const more of ['', '/progress', '/editions', '/reports']) {
        await page.goto(at(plan(year.editionId, more)))
        expect(await page.locator('.lineage-band').innerText()).toContain('旧版（令和8年3月25日に改訂）')
      }
      await page.locator('.lineage-band a').click()
      expect(new URL(page.url()).pathname).toBe(plan(newId))
      expect(await page.locator('.lineage-band').count()).toBe(0)
      await page.goto(at(`/${year.code}`))
      expect(await page.locator(`a[href="${plan(year.editionId)}"]`).isVisible()).toBe(false)
      await page.locator('.lineage-old summary').click()
      expect(await page.locator(`a[href="${plan(year.editionId)}"]`).isVisible()).toBe(true)
    })
  })

  test('指標の頁は、改める前と後の目標を、図と一文と表で言う', async () => {
    await as(year.people.planner, async (page) => {
      await page.goto(at(await indicatorAt(newId, 0)))
      expect(await page.locator('.lineage-change').innerText()).toBe(
        '目標は令和8年3月25日に 30件 から 60件 に改められました（推進本部）。',
      )
      expect(await page.locator('svg.chart').textContent()).toContain('旧目標30件')
      expect(await page.locator('.lineage-targets tbody tr').count()).toBe(2)
      await page.goto(at(await indicatorAt(newId, 1)))
      expect(await page.locator('.lineage-change').count()).toBe(0)
    })
  })

  test('JavaScript がなくても、もう一つの計画につなぎ、外せる。わけがなければ、選んだものを残して断る', async () => {
    await as(
      year.people.planner,
      async (page) => {
        await page.goto(at(await indicatorAt(newId, 0, '/lineage')))
        expect(await page.locator('.lineage-candidates input:checked').count()).toBe(1)
        await page.locator('#link-reason').evaluate((input) => input.removeAttribute('required'))
        await page.getByRole('button', { name: 'つなぐ' }).click()
        expect(await page.getByRole('alert').innerText()).toContain('わけが書かれていません')
        await page.locator('#link-reason').fill('同じ調査の数')
        await page.getByRole('button', { name: 'つなぐ' }).click()
        expect(await page.getByRole('status').innerText()).toBe('つなぎました。')
        expect(await page.locator('.lineage-trail thead th').count()).toBe(2)
        expect(await page.locator('.lineage-linked').innerText()).toContain('同じ調査の数')
        await page.getByText('系統から外す').click()
        await page.locator('.lineage-linked input[name="reason"]').fill('数え方が違った')
        await page.getByRole('button', { name: '外す' }).click()
        expect(await page.getByRole('status').innerText()).toBe('系統から外しました。')
        expect(await page.locator('.lineage-trail thead th').count()).toBe(1)
      },
      false,
    )
  })

  test('担当課の人には、つなぐところも、次の期を始める入口も出ず、番地を開いても断る', async () => {
    const clerk = year.sections[0]?.clerk
    if (!clerk) throw new Error('a clerk was expected')
    await as(clerk, async (page) => {
      await page.goto(at(await indicatorAt(newId, 0, '/lineage')))
      expect(await page.locator('#link').count()).toBe(0)
      await page.goto(at(plan(newId, '/editions')))
      expect(await page.locator(`a[href="${plan(newId, '/next-period')}"]`).count()).toBe(0)
      expect((await page.goto(at(plan(newId, '/next-period'))))?.status()).toBe(403)
    })
  })

  test('次の期：打ったものと外した印を残して断り、直せば案ができる（JavaScript なし）', async () => {
    const dropped = nth(await editionOf(year, otherId), 1)
    await as(
      year.people.planner,
      async (page) => {
        await page.goto(at(plan(otherId, '/next-period')))
        expect(await page.inputValue('#next-title')).toBe('第3次総合計画')
        await page.fill('input[name="lastYear"]', '2020')
        await page.locator(`input[value="${dropped.id}"]`).uncheck()
        await page.getByRole('button', { name: '次の期の案を作る' }).click()
        expect(await page.getByRole('alert').innerText()).toContain('計画期間が読めません')
        expect(await page.inputValue('input[name="lastYear"]')).toBe('2020')
        expect(await page.locator(`input[value="${dropped.id}"]`).isChecked()).toBe(false)
        await page.fill('input[name="lastYear"]', '２０４０')
        await page.getByRole('button', { name: '次の期の案を作る' }).click()
        expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${year.code}/revisions/[0-9a-f-]{36}$`))
      },
      false,
    )
    const [draft] = await year.app.store.read(year.code, (tx) => tx.revisions.list())
    expect(draft).toMatchObject({ kind: 'next-period', title: '第3次総合計画', lastYear: 2040, changeCount: 1 })
  })
})

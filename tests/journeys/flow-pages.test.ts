import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { aYear, type Section, type Year } from '../year/a-year.ts'
import { actual, carried, fill, responseIdOf, responseNow, step } from '../year/flow-steps.ts'
import { ok } from '../year/round-steps.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

let year: Year

const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}
/** 市民部長。四つの課を決裁する。 */
const director = (): Person => ({
  ...section(0).head,
  grants: [{ role: 'approver', departments: [year.divisionId, ...year.sections.map(({ id }) => id)] }],
})

const site = yearSite(async () => {
  year = await aYear({ sections: 5, indicators: 8 })
  const act = { by: '準備', at: year.app.now(), newId: year.app.newId }
  // 商工課長は部長を兼ねる。
  await year.app.store.write(year.code, act, (tx) =>
    tx.members.give(director().id ?? '', {
      id: year.app.newId(),
      role: 'approver',
      departmentId: year.divisionId,
      from: '2026-04-01',
      to: null,
      acting: true,
    }),
  )
  for (const n of [0, 1, 2]) await carried(year, section(n), 'submit')
  await carried(year, section(3), 'approve', [
    actual('260', { confirmed: ['ten-fold', 'beyond-target'] }),
    actual('', { absence: 'not-published', expected: '2026-12' }),
    actual('104', { provisional: true }),
  ])
  return year
})

/** その人として開く。 */
const as = (person: Person, work: (page: Page) => Promise<void>, scripts = true): Promise<void> =>
  site.as(person, work, { scripts })
const { at } = site
const reviewOf = (n: number): string => `/responses/${responseIdOf(section(n))}/review`

describe('頁のつくり', () => {
  const pagesOf = (): readonly [string, Person, string][] => [
    ['企画課の仕事', year.people.planner, '/work'],
    ['課長の仕事', section(1).head, '/work'],
    ['担当者の仕事', section(4).clerk, '/work'],
    ['市のはじめの頁', year.people.planner, ''],
    ['課長が見る回答', section(1).head, reviewOf(1)],
    ['企画課が見る回答', year.people.planner, reviewOf(3)],
    ['まとめて受理', year.people.planner, `/rounds/${year.roundId}/accept`],
  ]
  test.each([0, 1, 2, 3, 4, 5, 6])(
    '%i 枚目は、日本語でも英語でも axe に指摘されず、どの幅でもはみ出さない',
    async (n) => {
      const [name, person, path] = pagesOf()[n] ?? ['', year.people.planner, '']
      await as(person, async (page) => {
        for (const each of inBothLanguages(`/${year.code}${path}`)) {
          await page.setViewportSize(screens.desktop)
          const answer = await page.goto(site.address() + each, { waitUntil: 'load' })
          expect(answer?.status(), `${name} ${each}`).toBe(200)
          expect(await troublesIn(page), `${name} ${each}`).toEqual([])
        }
      })
    },
  )
})

describe('あなたの仕事', () => {
  const lines = async (person: Person): Promise<readonly string[]> => {
    let found: readonly string[] = []
    await as(person, async (page) => {
      await page.goto(at('/work'))
      found = await page.locator('.flow-wait strong').allInnerTexts()
    })
    return found
  }

  test('担当者には入力、課長には確認、企画課には受理と進みが、その人のものだけ出る', async () => {
    expect(await lines(section(4).clerk)).toEqual([`${section(4).name}：実績を入れる（残り8項目）`])
    expect(await lines(section(1).head)).toEqual([`${section(1).name}：回答を確認する`])
    expect(await lines(section(1).clerk)).toEqual([])
    expect(await lines(year.people.planner)).toEqual(['1課の回答を受理する', '5課のうち 提出 4、受理 0'])
    expect(await lines(year.people.executive)).toEqual(['5課のうち 提出 4、受理 0'])
    expect(await lines(year.people.reviewer)).toEqual([])
  })

  test('どの一行も、その仕事の頁に一度でつながる', async () => {
    for (const person of [section(4).clerk, section(1).head, year.people.planner])
      await as(person, async (page) => {
        await page.goto(at('/work'))
        for (const href of await page
          .locator('.flow-wait a')
          .evaluateAll((all) => all.map((each) => each.getAttribute('href'))))
          expect((await page.goto(site.address() + href))?.status(), href ?? '').toBe(200)
      })
  })

  test('市のはじめの頁でも、待っていることが先に出る', async () => {
    await as(section(1).head, async (page) => {
      await page.goto(at(''))
      expect(await page.locator('main h2').first().innerText()).toBe('待っていること')
    })
  })
})

describe('確認する', () => {
  test('部長は、三つの課を、二つめからは Enter 一つずつで、続けて確認できる', async () => {
    await as(director(), async (page) => {
      await page.goto(at(reviewOf(0)))
      expect(await page.locator('.flow-queue span').first().innerText()).toBe('あなたを待つ回答 3件')
      for (const n of [0, 1, 2]) {
        expect(await page.locator('h1').innerText()).toBe(`${section(n).name}の回答`)
        if (n === 0) await page.getByRole('button', { name: '確認する（決裁）' }).focus()
        const arrived = page.waitForResponse(
          (answer) => answer.request().method() === 'GET' && answer.url().includes('done=approve'),
        )
        await page.keyboard.press('Enter')
        await arrived
        await page.waitForLoadState()
        expect(await page.locator('.flow-done').innerText()).toContain(`${section(n).name}の回答を確認しました`)
      }
      expect(await page.locator('.flow-queue').innerText()).not.toContain('あなたを待つ回答')
    })
    for (const n of [0, 1, 2]) expect((await responseNow(year, responseIdOf(section(n)))).state).toBe('approved')
  })

  test('見る人は、前年度・目標・値・増減・達成率と、確かめたこと・値のないわけを見る', async () => {
    await as(year.people.planner, async (page) => {
      await page.goto(at(reviewOf(3)))
      const [first, second, third] = await page.locator('.flow-item').allInnerTexts()
      expect(first).toContain('20件')
      expect(first).toContain('＋240件')
      expect(first).toContain('このままでよい')
      expect(first).toContain(section(3).clerk.name)
      expect(second).toContain('令和8年12月 公表予定')
      expect(third).toContain('（暫定値）')
    })
  })

  test('JavaScript がなくても、わけを添えて差し戻せ、わけがなければ欄に戻って言う', async () => {
    const id = responseIdOf(section(3))
    await as(
      year.people.planner,
      async (page) => {
        await page.goto(at(reviewOf(3)))
        await page.locator('summary', { hasText: '課に差し戻す' }).click()
        await page.locator('#reason-return-by-planner').fill('   ')
        await page.getByRole('button', { name: '課に差し戻す' }).click()
        expect(await page.locator('[role=alert]').first().innerText()).toContain('わけを書いてください')
        await page.locator('#reason-return-by-planner').fill('起業件数の単位を確かめてください')
        await page.getByRole('button', { name: '課に差し戻す' }).click()
        await page.waitForURL(/done=return-by-planner/)
      },
      false,
    )
    expect((await responseNow(year, id)).state).toBe('returned')
    await fill(year, section(3), [actual('26')])
    ok(await step(year, section(3).clerk, id, 'submit'))
    ok(await step(year, section(3).head, id, 'approve'))
    await as(year.people.planner, async (page) => {
      await page.goto(at(reviewOf(3)))
      expect(await page.locator('.notice').first().innerText()).toContain('起業件数の単位を確かめてください')
      expect(await page.locator('.flow-item.changed h2').allInnerTexts()).toHaveLength(3)
    })
  })

  test('開いているあいだに取り下げられていたら、進めずに、だれが何をしたかを言う', async () => {
    await carried(year, section(4), 'submit')
    const id = responseIdOf(section(4))
    await as(section(4).head, async (page) => {
      await page.goto(at(reviewOf(4)))
      ok(await step(year, section(4).clerk, id, 'withdraw'))
      await page.getByRole('button', { name: '確認する（決裁）' }).click()
      await page.waitForLoadState()
      expect(await page.locator('[role=alert]').innerText()).toContain(
        `${section(4).clerk.name} さん、いまは「入力中」`,
      )
    })
    expect((await responseNow(year, id)).state).toBe('entering')
  })
})

describe('受理と、実績の履歴', () => {
  test('まとめて受理すると計画の表に値が立ち、そのあいだに差し戻したものは除いて言う', async () => {
    await as(year.people.planner, async (page) => {
      await page.goto(at(`/rounds/${year.roundId}/accept`))
      expect(await page.locator('tbody tr').count()).toBe(4)
      ok(
        await step(year, year.people.planner, responseIdOf(section(2)), 'return-by-planner', {
          reason: '資料を付けてください',
        }),
      )
      await page.getByRole('button', { name: '選んだ回答を受理する' }).click()
      await page.waitForLoadState()
      expect(await page.locator('.flow-done').innerText()).toContain('3課の回答を受理しました')
      expect(await page.locator('.notice').innerText()).toContain(section(2).name)
      await page.goto(at(`/plans/${year.editionId}/progress`))
      expect(await page.locator('main').innerText()).toContain('1390')
    })
  })

  test('実績の履歴で改めると、前の値とわけが残り、指標の頁に印が付く（JavaScript なしで）', async () => {
    const [item] = await year.app.store.read(year.code, (tx) => tx.responses.items(responseIdOf(section(0))))
    const path = `/plans/${year.editionId}/indicators/${item?.subjectId}`
    await as(
      year.people.planner,
      async (page) => {
        await page.goto(at(path))
        await page.getByRole('link', { name: '実績の履歴' }).click()
        await page.locator('#year').selectOption('2024')
        await page.locator('#raw').fill('27')
        await page.locator('#reason').fill('集計の誤り')
        await page.getByRole('button', { name: '実績を改める' }).click()
        await page.waitForURL(/saved=2024/)
        expect(await page.locator('.flow-versions tbody tr').allInnerTexts()).toEqual([
          expect.stringMatching(/遡及修正[\s\S]*27件[\s\S]*集計の誤り/),
          expect.stringMatching(/確定[\s\S]*26件/),
        ])
        for (const each of inBothLanguages(`/${year.code}${path}/actuals`)) {
          await page.setViewportSize(screens.desktop)
          await page.goto(site.address() + each)
        }
        await page.goto(at(path))
        expect(await page.locator('.flow-versions-line').innerText()).toContain('令和6年度の実績は遡及修正です')
      },
      false,
    )
    await as(year.people.planner, async (page) => {
      for (const each of inBothLanguages(`/${year.code}${path}/actuals`)) {
        await page.setViewportSize(screens.desktop)
        await page.goto(site.address() + each, { waitUntil: 'load' })
        expect(await troublesIn(page), each).toEqual([])
      }
    })
  })
})

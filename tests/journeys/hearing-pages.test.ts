import { describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { answerInstruction } from '#operations/priority/step-instruction.ts'
import { instructed, someSheets } from '../year/a-hearing.ts'
import { aYear, type Section, type Year } from '../year/a-year.ts'
import { ok } from '../year/round-steps.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

let year: Year
let sheets: readonly PrioritySheet[]
let answeredId: string

const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}
const sheet = (n: number): PrioritySheet => {
  const found = sheets[n]
  if (!found) throw new Error(`no sheet ${n}`)
  return found
}

const site = yearSite(async () => {
  year = await aYear({ sections: 3, indicators: 2, open: false })
  sheets = await someSheets(year)
  const given = ok(await instructed(year, sheet(0), { on: sheet(0).goals[0]?.id ?? '', due: '2026-10-31' }))
  answeredId = given.id
  const text = '10月に庁内の検討会を置いた。'
  ok(await answerInstruction(year.app, section(0).clerk, year.code, given.id, { revision: 1, text }))
  ok(await instructed(year, sheet(1), { text: '期限を過ぎる指示', due: '2026-04-02' }))
  return year
})

const { as } = site
const { at } = site
const hearing = (n: number, stage = 'interim'): string => `/hearing/${sheet(n).id}?stage=${stage}`
const mayor = () => year.people.executive
const told = async (n: number) =>
  (await year.app.store.read(year.code, (tx) => tx.instructions.of({ departmentId: section(n).id }))).toSorted(
    (a, b) => a.number - b.number,
  )
const stateOf = async (n: number) =>
  (await year.app.store.read(year.code, (tx) => tx.prioritySheets.get(sheet(n).id)))?.state

describe('頁のつくり', () => {
  const pagesOf = (): readonly [string, Person, string][] => [
    ['ヒアリング', mayor(), hearing(0)],
    ['期末のヒアリング', mayor(), hearing(0, 'final')],
    ['設定のヒアリング（部局）', section(0).head, hearing(0, 'spring')],
    ['市長指示事項', mayor(), '/instructions'],
    ['部局の市長指示事項', section(1).clerk, '/instructions?state=all'],
    ['指示一つ（市長）', mayor(), `/instructions/${answeredId}`],
    ['指示一つ（部局）', section(0).clerk, `/instructions/${answeredId}`],
  ]
  test.each([0, 1, 2, 3, 4, 5, 6])('%i 枚目は、日英とも axe に指摘されず、どの幅でもはみ出さない', async (n) => {
    const [name, person, path] = pagesOf()[n] ?? ['', mayor(), '']
    await as(person, async (page) => {
      for (const each of inBothLanguages(`/${year.code}${path}`)) {
        await page.setViewportSize(screens.desktop)
        const answer = await page.goto(site.address() + each, { waitUntil: 'load' })
        expect(answer?.status(), `${name} ${each}`).toBe(200)
        expect(await troublesIn(page), `${name} ${each}`).toEqual([])
      }
    })
  })

  test.each([
    [1920, 1080, 28],
    [1280, 720, 19],
    [360, 740, 16],
  ])(
    'ヒアリングは %i×%i で、字が %i ピクセルより小さくならず、頭や足やパンくずを出さない',
    async (width, height, smallest) => {
      await as(
        mayor(),
        async (page) => {
          await page.goto(at(hearing(0)))
          const size = await page
            .locator('.hearing-items td')
            .first()
            .evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize))
          expect(size).toBeGreaterThanOrEqual(smallest)
          expect(await page.locator('.head, .foot, .crumbs').count()).toBe(0)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          expect(await page.locator('.hearing-mark').first().innerText()).toMatch(/○\s*目標どおり/)
          expect(await page.locator('.hearing-position').innerText()).toBe('1／3')
        },
        { viewport: { width, height } },
      )
    },
  )

  test('A3 の横一枚に刷れる', async () => {
    await as(mayor(), async (page) => {
      await page.goto(at(hearing(0)))
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1)
      const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
      expect([Math.round(Number(width) / 10), Math.round(Number(height) / 10)]).toEqual([119, 84])
    })
  })
})

describe('キーだけのヒアリング', () => {
  test('三つの部局を送り、二つの指示を書き、ヒアリングを終える。マウスは使わない', async () => {
    await as(mayor(), async (page) => {
      await page.goto(at(hearing(0)))
      const heading = () => page.locator('h1').innerText()
      expect(await heading()).toContain(section(0).name)
      // 二つ目の目標へ。i で書き、Enter で記す。同じ目標に戻る。
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('i')
      await page.keyboard.type('商店街の空き店舗を年度内に三つ埋めること。')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('家主との話し合いを急ぐこと。')
      await Promise.all([page.waitForURL(/told=/), page.keyboard.press('Enter')])
      expect(await page.getByRole('status').innerText()).toContain('号として記し')
      const second = `g-${sheet(0).goals[1]?.id}`
      await page.waitForFunction((id) => document.activeElement?.id === id, second)
      expect(await page.locator(`#${second} .hearing-said`).innerText()).toContain('商店街の空き店舗')
      // 次の部局（→）、その次（スペース）、一つ戻る（←）。
      await Promise.all([page.waitForURL(new RegExp(sheet(1).id)), page.keyboard.press('ArrowRight')])
      expect(await heading()).toContain(section(1).name)
      await Promise.all([page.waitForURL(new RegExp(sheet(2).id)), page.keyboard.press(' ')])
      expect(await page.locator('.hearing-position').innerText()).toBe('3／3')
      await Promise.all([page.waitForURL(new RegExp(sheet(1).id)), page.keyboard.press('ArrowLeft')])
      // 二つ目の指示は、項目②に、期限つきで。
      await page.keyboard.press('i')
      await page.keyboard.type('健診の受診率の差を地区ごとに示すこと。')
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await Promise.all([page.waitForURL(/told=/), page.keyboard.press('Enter')])
      // ヒアリング済みにするボタンは、頁の初めから Tab 一つ二つで届く。
      await page.goto(at(hearing(1)))
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await Promise.all([page.waitForURL(new RegExp(sheet(2).id)), page.keyboard.press('Enter')])
    })
    const first = (await told(0)).at(-1)
    expect(first).toMatchObject({
      text: '商店街の空き店舗を年度内に三つ埋めること。\n家主との話し合いを急ぐこと。',
      goalId: sheet(0).goals[1]?.id,
      itemId: null,
      stage: 'interim',
    })
    expect((await told(1)).at(-1)).toMatchObject({ itemId: sheet(1).goals[0]?.items[1]?.id })
    expect(await stateOf(1)).toBe('interim-heard')
  })

  test('書きかけのまま部局を送ろうとすると、書きかけの欄に戻る', async () => {
    await as(mayor(), async (page) => {
      await page.goto(at(hearing(0)))
      await page.keyboard.press('i')
      await page.keyboard.type('書きかけ')
      await page.keyboard.press('Escape')
      await page.keyboard.press('ArrowRight')
      expect(page.url()).toContain(sheet(0).id)
      expect(await page.locator('textarea:focus').inputValue()).toBe('書きかけ')
    })
  })

  test('一文字のキーを切ると、i では開かない', async () => {
    await as(mayor(), async (page) => {
      await page.goto(at(hearing(0)))
      await page.locator('#use-keys').uncheck()
      await page.locator('h1').click()
      await page.keyboard.press('i')
      expect(await page.locator('.hearing-give[open]').count()).toBe(0)
    })
  })
})

describe('台本なし', () => {
  test('部局を送り、指示を書ける。断られても、書いたものは残る', async () => {
    await as(
      mayor(),
      async (page) => {
        await page.goto(at(hearing(1)))
        await page.getByRole('link', { name: `次：${section(2).name}` }).click()
        expect(await page.locator('h1').innerText()).toContain(section(2).name)
        const goal = page.locator(`#g-${sheet(2).goals[0]?.id}`)
        await goal.locator('summary').click()
        await goal.locator('textarea').fill('台本なしで書いた指示')
        await goal.locator('input[type="date"]').fill('2026-12-25')
        await goal.getByRole('button', { name: '指示を記す' }).click()
        expect(await page.getByRole('status').innerText()).toContain('号として記し')
        expect(await goal.locator('.hearing-said').innerText()).toContain('台本なしで書いた指示')
      },
      { scripts: false },
    )
    expect((await told(2)).at(-1)).toMatchObject({ text: '台本なしで書いた指示', dueOn: '2026-12-25' })
  })

  test('部局は、報告を書いて送る。先に市長が取り消していれば、両方を見せ、書いたものを残す', async () => {
    const { id } = ok(await instructed(year, sheet(2), { text: '取り消される指示' }))
    await as(
      section(2).clerk,
      async (page) => {
        await page.goto(at(`/instructions/${id}`))
        await page.locator('#text-answer').fill('夕方までかけて書いた対応')
        await as(
          mayor(),
          async (other) => {
            await other.goto(at(`/instructions/${id}`))
            await other.locator('summary', { hasText: '指示を取り消す' }).click()
            await other.locator('#text-withdraw').fill('重なったため')
            await other.getByRole('button', { name: '指示を取り消す' }).click()
          },
          { scripts: false },
        )
        const [answer] = await Promise.all([
          page.waitForResponse((each) => each.request().method() === 'POST'),
          page.getByRole('button', { name: '対応を報告する' }).click(),
        ])
        expect(answer.status()).toBe(409)
        expect(await page.locator('main').innerText()).toContain('市長 さんが')
        expect(await page.locator('main').innerText()).toContain('重なったため')
        expect(await page.locator('main textarea').first().inputValue()).toBe('夕方までかけて書いた対応')
      },
      { scripts: false },
    )
  })
})

describe('一覧', () => {
  test('期限を過ぎたものが先に、語と形で。部局には自分のものだけ', async () => {
    await as(mayor(), async (page) => {
      await page.goto(at('/instructions'))
      const first = page.locator('.instructions-item').first()
      expect(await first.innerText()).toMatch(/期限を過ぎる指示[\s\S]*締切を\d+日過ぎています/)
      expect(await first.locator('svg').count()).toBeGreaterThan(1)
      await page.locator('select[name="state"]').selectOption('answered')
      await page.getByRole('button', { name: '絞り込む' }).click()
      expect(await page.locator('.instructions-text').allInnerTexts()).toEqual([
        '移住の相談から定住までの道筋を示すこと。',
      ])
    })
    await as(section(0).clerk, async (page) => {
      await page.goto(at('/instructions?state=all'))
      expect(await page.locator('main').innerText()).not.toContain('期限を過ぎる指示')
      expect(await page.locator('.instructions-give').count()).toBe(0)
      expect((await page.goto(at(hearing(1))))?.status()).toBe(404)
      await page.goto(at(hearing(0)))
      expect(await page.locator('.hearing-give, .hearing-end').count()).toBe(0)
    })
  })

  test('対応状況一覧を、印刷する頁・PDF・Excel・Word・CSV・JSON で', async () => {
    await as(mayor(), async (page) => {
      for (const [name, type] of [
        ['print', 'text/html'],
        ['file.pdf', 'application/pdf'],
        ['file.xlsx', 'spreadsheetml'],
        ['file.docx', 'wordprocessingml'],
        ['file.csv', 'text/csv'],
        ['file.json', 'application/json'],
      ] as const) {
        const answer = await page.request.get(at(`/instructions/${name}?state=all`))
        expect(answer.status(), name).toBe(200)
        expect(answer.headers()['content-type'], name).toContain(type)
      }
    })
  })
})

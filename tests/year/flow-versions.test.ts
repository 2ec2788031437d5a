import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AnswerValue } from '#domain/collection/answer.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { adoptRead } from '#operations/adopt-document.ts'
import { reviseActual } from '#operations/collection/revise-actual.ts'
import { waitingFor } from '#operations/collection/waiting.ts'
import { ordinaryChoices } from '#operations/reports/choices.ts'
import { publication, publish, publishedFile } from '#operations/reports/publications.ts'
import { undoAdoption } from '#operations/reviews/adoptions.ts'
import { aYear, aYearIn, type Section, type Year } from './a-year.ts'
import { actual, carried, fill, itemsIn, responseIdOf, step } from './flow-steps.ts'
import { at, kindOf, ok } from './round-steps.ts'

let first: Year
let year: Year
let shop: Section
let number = 0

beforeAll(async () => {
  first = await aYear({ sections: 1, indicators: 1, open: false })
})
afterAll(() => first.app.close())

const another = async (indicators = 2): Promise<void> => {
  number += 1
  year = await aYearIn(first.app, { sections: 1, indicators, number })
  const [one] = year.sections
  if (!one) throw new Error('a section was expected')
  shop = one
}
beforeEach(() => another())

const edition = async () => {
  const found = await year.app.store.read(year.code, (tx) => tx.editions.get(year.editionId))
  if (!found) throw new Error('no edition')
  return found
}
const indicatorOf = async (nth = 0) => {
  const item = (await itemsIn(year, shop))[nth]
  const found = (await edition()).content.indicators.find(({ id }) => id === item?.subjectId)
  if (!found) throw new Error('no indicator')
  return found
}
const figureNow = async (nth = 0): Promise<Figure | undefined> => actualFor(await indicatorOf(nth), 2024)
const versionsOf = async (nth = 0) => {
  const { id } = await indicatorOf(nth)
  return year.app.store.read(year.code, (tx) => tx.actuals.of([id]))
}
const told = async (nth = 0) => (await versionsOf(nth)).map(({ kind, figure, reason }) => [kind, figure.raw, reason])

/** 受理を差し戻し、値を変えて、もう一度受理する。 */
const again = async (reason: string, values: readonly AnswerValue[]): Promise<void> => {
  ok(await step(year, year.people.planner, responseIdOf(shop), 'return-by-planner', { reason }))
  await carried(year, shop, 'accept', values)
}
const revise = async (
  raw: string,
  reason: string,
  more: { seen?: number; provisional?: boolean; nth?: number } = {},
) => {
  const { id: indicatorId } = await indicatorOf(more.nth ?? 0)
  const seen = more.seen ?? (await versionsOf(more.nth ?? 0)).at(-1)?.number ?? 0
  const typed = { raw, provisional: more.provisional ?? false }
  return reviseActual(year.app, year.people.planner, year.code, {
    editionId: year.editionId,
    indicatorId,
    year: 2024,
    typed,
    reason,
    seen,
  })
}

describe('受理した答えが、計画の値になる', () => {
  test('打たれたままの字と、それを読んだ値が、その年度の実績に立つ（さまざまな書き方）', async () => {
    const typed = ['26', '１，３９０人', '104 人', '67.2％', '約360件', '２，７４０', '16人', '5,800']
    await another(8)
    await carried(
      year,
      shop,
      'accept',
      typed.map((raw) => actual(raw, { confirmed: confirmedAll })),
    )
    for (const [nth, raw] of typed.entries()) {
      const indicator = await indicatorOf(nth)
      const { value, unit, qualifier } = readFigure(raw, { year: 2024, place: indicator.place, unit: indicator.unit })
      expect(actualFor(indicator, 2024), raw).toMatchObject({
        raw,
        value,
        unit,
        qualifier,
        status: 'given',
        printed: null,
        place: indicator.place,
        version: { number: 1, kind: 'final' },
      })
    }
  })

  test('値のないわけは、わけのまま。未公表には見込みが付き、暫定値は暫定値として', async () => {
    const absent = (absence: 'cancelled' | 'not-published', expected: string | null = null) =>
      actual('', { absence, expected })
    await carried(year, shop, 'accept', [absent('not-published', '2026-12'), actual('1,390', { provisional: true })])
    expect(await figureNow(0)).toMatchObject({
      status: 'not-published',
      value: null,
      raw: '未公表（令和8年12月公表予定）',
      remark: '令和8年12月公表予定',
    })
    expect(await figureNow(1)).toMatchObject({ status: 'provisional', value: '1390', unit: '人', raw: '暫定値1,390人' })
    expect((await versionsOf(0)).map(({ kind }) => kind)).toEqual(['preliminary'])
    await again('中止になった', [absent('cancelled')])
    expect(await figureNow(0)).toMatchObject({ status: 'cancelled', value: null })
  })

  test('文は、その年度と見出しの文になる。空にして受理し直せば、なくなる', async () => {
    await fill(year, shop)
    const [item] = await itemsIn(year, shop)
    const write = (text: string | null) =>
      year.app.store.write(year.code, { by: '担当', at: year.app.now(), newId: year.app.newId }, async (tx) => {
        const known = (await tx.responses.answers(responseIdOf(shop))).find(({ field }) => field === 'text-reason')
        const value = text === null ? null : ({ kind: 'text', text } as const)
        if (item)
          await tx.responses.write(
            [item],
            [{ itemId: item.id, field: 'text-reason', value, base: known?.revision ?? 0 }],
          )
      })
    await write('来場者が増えたため')
    await carried(year, shop, 'accept')
    const said = async () => (await indicatorOf()).comments?.map(({ year: of, heading, text }) => [of, heading, text])
    expect(await said()).toEqual([[2024, '増減理由', '来場者が増えたため']])
    ok(await step(year, year.people.planner, responseIdOf(shop), 'return-by-planner', { reason: '消してください' }))
    await write(null)
    await carried(year, shop, 'accept')
    expect(await said()).toEqual([])
  })
})

describe('実績の版', () => {
  test('速報 → 確定 → 遡及修正。系列にはいまの値が立ち、前の値とわけが残る', async () => {
    await carried(year, shop, 'accept', [actual('25', { provisional: true })])
    await again('確定値が出たので', [actual('26')])
    ok(await revise('27', '国の集計の訂正'))
    expect(await told()).toEqual([
      ['preliminary', '暫定値25件', null],
      ['final', '26', '確定値が出たので'],
      ['revised', '27', '国の集計の訂正'],
    ])
    expect(await figureNow()).toMatchObject({ value: '27', version: { number: 3, kind: 'revised' } })
  })

  test('同じ値で受理し直しても、版は増えない。企画課の直した値も、元に戻らない', async () => {
    await carried(year, shop, 'accept')
    await again('もう一つの指標を見てください', [])
    expect(await told()).toHaveLength(1)
    ok(await revise('30', '集計の誤り'))
    await again('もう一つの指標を見てください', [])
    expect(await told()).toHaveLength(2)
    expect(await figureNow()).toMatchObject({ value: '30' })
  })

  test('図書に印刷されていた違う値は、初めの版として残り、印刷の字も残る', async () => {
    await year.app.store.write(year.code, { by: '準備', at: year.app.now(), newId: year.app.newId }, async (tx) => {
      const round = await tx.rounds.get(year.roundId ?? '')
      if (round) await tx.rounds.put({ ...round, fiscalYear: 2023 })
    })
    await carried(year, shop, 'accept', [actual('25'), actual('1340人', { confirmed: confirmedAll })])
    const [changed, same] = [await indicatorOf(0), await indicatorOf(1)]
    expect(actualFor(changed, 2023)).toMatchObject({
      raw: '25',
      printed: '20件',
      version: { number: 2, kind: 'revised' },
    })
    const versions = await year.app.store.read(year.code, (tx) => tx.actuals.of([changed.id, same.id]))
    expect(
      versions
        .filter(({ indicatorId }) => indicatorId === changed.id)
        .map(({ kind, figure, by }) => [kind, figure.raw, by]),
    ).toEqual([
      ['final', '20件', '一覧表.csv'],
      ['revised', '25', '企画課 山田'],
    ])
    expect(versions.filter(({ indicatorId }) => indicatorId === same.id)).toHaveLength(1)
    expect(changed.actuals.filter((figure) => figure.year === 2023)).toHaveLength(1)
  })

  test('直すには、わけと違う値が要り、企画課だけができ、ほかの人が先に直していればそれを言う', async () => {
    await carried(year, shop, 'accept')
    expect(kindOf(await revise('27', '  '))).toBe('actuals.no-reason')
    expect(kindOf(await revise('２６件', '同じ値'))).toBe('actuals.same')
    expect(kindOf(await revise('', '空'))).toBe('actuals.empty')
    ok(await revise('27', '訂正', { seen: 1 }))
    expect(kindOf(await revise('28', '訂正', { seen: 1 }))).toBe('actuals.moved-meanwhile')
    const { id: indicatorId } = await indicatorOf()
    for (const person of [shop.clerk, shop.head, year.people.auditor, year.people.executive])
      expect(
        kindOf(
          await reviseActual(year.app, person, year.code, {
            editionId: year.editionId,
            indicatorId,
            year: 2024,
            typed: { raw: '1' },
            reason: 'x',
            seen: 2,
          }),
        ),
      ).toBe('not-permitted')
    expect(await told()).toHaveLength(2)
  })

  test('どんな値の並びでも、版の番号は一つずつ上がり、いまの値はいちばん新しい版', async () => {
    await carried(year, shop, 'accept', [actual('25')])
    const values = fc.sample(fc.tuple(fc.integer({ min: 20, max: 24 }), fc.boolean()), { numRuns: 12, seed: 7 })
    for (const [value, provisional] of values) {
      const before = await told()
      const done = await revise(String(value), '並び', { provisional })
      const now = await versionsOf()
      expect(now.map((version) => version.number)).toEqual(now.map((_, nth) => nth + 1))
      expect(now).toHaveLength(before.length + (done.ok ? 1 : 0))
      expect(await figureNow()).toMatchObject({ raw: now.at(-1)?.figure.raw, version: { number: now.length } })
    }
  })
})

describe('失われない、凍ったものは変わらない', () => {
  test('公表のあとで改めても、公表したファイルは同じバイト列のまま', async () => {
    await carried(year, shop, 'accept')
    const asked = {
      editionId: year.editionId,
      form: 'progress-table' as const,
      choices: ordinaryChoices,
      title: '令和6年度 進捗状況',
      note: '',
      corrects: null,
    }
    const { id } = ok(await publish(year.app, year.code, asked, year.people.planner))
    const bytes = async () => {
      const files = (await publication(year.app, year.code, id))?.files ?? []
      expect(files.length).toBeGreaterThan(0)
      return Promise.all(
        files.map(async ({ fileName }) =>
          Buffer.from(ok(await publishedFile(year.app, year.code, id, fileName)).bytes).toString('base64'),
        ),
      )
    }
    const frozen = await bytes()
    ok(await revise('29', '集計の誤り'))
    expect((await figureNow())?.value).toBe('29')
    expect(await bytes()).toEqual(frozen)
  })

  test('直した図書を取り込んでも、取り込みを取り消しても、受け取った値は残る', async () => {
    await carried(year, shop, 'accept')
    const now = await edition()
    const content = {
      ...now.content,
      indicators: now.content.indicators.map((each) => ({
        ...each,
        remarks: '直した',
        actuals: each.actuals.filter(({ version }) => version === undefined),
      })),
    }
    const draft = { ...asDraft({ ...now, content }), source: { file: '直した一覧表.csv', sha256: 'c'.repeat(64) } }
    const act = { by: '企画課', at: year.app.now(), newId: year.app.newId }
    const adopted = ok(await adoptRead(year.app.store, { draft, content: null }, year.code, act))
    expect((await indicatorOf()).remarks).toBe('直した')
    expect(await figureNow()).toMatchObject({ raw: '26', version: { number: 1 } })
    ok(await revise('27', '訂正'))
    ok(await undoAdoption(year.app, year.code, adopted.adoptionId ?? '', '企画課'))
    expect((await indicatorOf()).remarks).not.toBe('直した')
    expect(await figureNow()).toMatchObject({ raw: '27', version: { number: 2 } })
  })

  test('公表の見込みが来た未公表の値は、企画課の仕事に出て、入れると消える', async () => {
    await carried(year, shop, 'accept', [actual('', { absence: 'not-published', expected: '2026-12' })])
    const { planner } = year.people
    const due = async (moment: string) =>
      (await waitingFor(at(year.app, moment), planner, year.code)).filter(({ kind }) => kind === 'unpublished')
    expect(await due('2026-11-30T09:00:00')).toEqual([])
    expect((await due('2026-12-01T09:00:00')).map(({ title }) => title)).toEqual([(await indicatorOf()).name])
    ok(await revise('26', '公表された'))
    expect(await due('2026-12-01T09:00:00')).toEqual([])
    expect(await told()).toEqual([
      ['preliminary', '未公表（令和8年12月公表予定）', null],
      ['final', '26', '公表された'],
    ])
  })
})

const confirmedAll = [
  'unit-typed',
  'ten-fold',
  'unit-slip',
  'falls',
  'beyond-target',
  'over-hundred',
  'sign',
  'same',
  'equals-target',
  'zero',
  'not-number',
  'in-brackets',
]

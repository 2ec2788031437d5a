import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { aCell, aDraftOf, aFigureAt, aNodeAt, anIndicatorAt, editsOf } from './a-review.ts'
import { applyCorrections } from './apply-corrections.ts'
import type { Correction } from './correction.ts'
import { figureKeysOf, keysOf } from './keys.ts'
import { slotOf } from './same-target.ts'

const draft = aDraftOf({
  nodes: [aNodeAt(5, 'n1', 'しごとをつくる'), aNodeAt(6, 'n2', '創業の支援', 'n1')],
  indicators: [
    anIndicatorAt(7, 'i1', '新規創業件数', { node: 'n2' }),
    anIndicatorAt(8, 'i2', 'うち女性', { node: 'n2', breakdownOf: 'i1' }),
    anIndicatorAt(9, 'i3', '新規創業件数（再掲）', { repeatOf: 'i1' }),
    anIndicatorAt(10, 'i4', '観光入込客数', {
      unit: '千人',
      baseline: null,
      targets: [aFigureAt('E10', '1,200', 2024, '千人')],
      actuals: [aFigureAt('F10', '980千人', 2022, '千人'), aFigureAt('G10', '', 2023, '千人')],
      certainty: {
        level: 'doubtful',
        evidence: ['目標と実績の行が入れ替わっているかもしれない'],
        alternatives: [
          {
            targets: [aFigureAt('F10', '980千人', 2024, '千人')],
            actuals: [aFigureAt('E10', '1,200', 2022, '千人')],
            reason: '上の行が実績',
          },
        ],
      },
    }),
  ],
})

const apply = (...corrections: readonly Correction[]) => applyCorrections(draft, editsOf(...corrections))
const indicator = (applied: { readonly draft: PlanDraft }, id: string) => {
  const found = applied.draft.indicators.find((each) => each.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

describe('値を直す', () => {
  test('打った字を図書の字と同じに読み、印刷の字を残し、所在・年・見出しの単位は変わらない', () => {
    const { actuals } = indicator(
      apply({ what: 'value', entry: 'i:指標!B7', at: 'actual:指標!G7', raw: '暫定値43' }),
      'i1',
    )
    expect(actuals[1]).toMatchObject({
      raw: '暫定値43',
      value: '43',
      unit: '件',
      status: 'provisional',
      year: 2023,
      place: { sheet: '指標', cell: 'G7' },
      printed: '38',
    })
    expect(actuals[0]).toEqual(aFigureAt('F7', '34', 2022))
  })

  test('印刷の字に戻せば、直していない値と同じになる', () => {
    const at = { entry: 'i:指標!B7', at: 'actual:指標!G7' }
    const applied = apply({ what: 'value', ...at, raw: '43' }, { what: 'value', ...at, raw: ' 38 ' })
    expect(applied.draft).toEqual(draft)
  })

  test('升目に単位の印刷された値は、打った字の単位に従い、なければ指標の単位', () => {
    const at = { entry: 'i:指標!B10', at: 'actual:指標!F10' }
    expect(indicator(apply({ what: 'value', ...at, raw: '98万人' }), 'i4').actuals[0]).toMatchObject({
      value: '98',
      unit: '万人',
    })
    expect(indicator(apply({ what: 'value', ...at, raw: '985' }), 'i4').actuals[0]).toMatchObject({
      value: '985',
      unit: '千人',
    })
  })

  test('空の升目に入れた値の印刷の字は空で、書き足した値の印刷の字は null', () => {
    const filled = apply({ what: 'value', entry: 'i:指標!B10', at: 'actual:指標!G10', raw: '1,050' })
    expect(indicator(filled, 'i4').actuals[1]).toMatchObject({ value: '1050', printed: '' })
    const added = apply({ what: 'added-value', entry: 'i:指標!B10', role: 'actual', year: 2021, raw: '900' })
    expect(indicator(added, 'i4').actuals.map(({ year, value, printed }) => [year, value, printed])).toEqual([
      [2021, '900', null],
      [2022, '980', undefined],
      [2023, null, undefined],
    ])
  })

  test('値のないことはゼロにならない', () => {
    const { actuals } = indicator(apply({ what: 'value', entry: 'i:指標!B7', at: 'actual:指標!G7', raw: '―' }), 'i1')
    expect(actuals[1]).toMatchObject({ value: null, status: 'dash', printed: '38' })
  })

  test('書き足した値は打ち直せる。年は変えられず、わけが付く', () => {
    const add = { what: 'added-value', entry: 'i:指標!B10', role: 'target', year: 2023, raw: '1,100' } as const
    const retyped = apply(add, { what: 'value', entry: 'i:指標!B10', at: 'target:+2023', raw: '1,150' })
    expect(indicator(retyped, 'i4').targets.map(({ value }) => value)).toEqual(['1150', '1200'])
    const moved = apply(add, { what: 'year', entry: 'i:指標!B10', at: 'target:+2023', year: 2022 })
    expect(moved.unplaced.map(({ why }) => why)).toEqual(['review-added-year'])
  })

  test('基準値のある指標に基準値は書き足せない', () => {
    const applied = apply({ what: 'added-value', entry: 'i:指標!B7', role: 'baseline', year: 2020, raw: '1' })
    expect(applied).toMatchObject({ draft, unplaced: [{ why: 'review-baseline-there' }] })
  })

  test('升目の字を直すと、その字についての気づきは済み、ほかの升目の気づきは残る', () => {
    const unreadable = (cell: string) =>
      note('warning', 'value-unreadable', { name: '観光入込客数', raw: '980千人' }, [aCell(cell)], ['i4'])
    const noted = { ...draft, notes: [unreadable('F10'), unreadable('F99')] }
    const corrected = (raw: string) =>
      applyCorrections(noted, editsOf({ what: 'value', entry: 'i:指標!B10', at: 'actual:指標!F10', raw })).draft.notes
    expect(corrected('985千人')).toEqual([unreadable('F99')])
    expect(corrected('980千人')).toEqual(noted.notes)
  })

  test('年を直しても、同じ値の鍵は変わらない', () => {
    const applied = apply({ what: 'year', entry: 'i:指標!B7', at: 'actual:指標!G7', year: 2024 })
    const corrected = indicator(applied, 'i1')
    expect(corrected.actuals[1]).toMatchObject({ year: 2024, raw: '38' })
    expect(figureKeysOf(corrected)).toHaveLength(4)
    expect(figureKeysOf(corrected).map(({ key }) => key)).toEqual(
      figureKeysOf(indicator({ draft }, 'i1')).map(({ key }) => key),
    )
  })

  test('単位を直すと、升目に単位の印刷されていない値だけが従う', () => {
    const corrected = indicator(apply({ what: 'unit', entry: 'i:指標!B10', unit: '人' }), 'i4')
    expect(corrected.unit).toBe('人')
    expect([...corrected.targets, ...corrected.actuals].map(({ unit }) => unit)).toEqual(['人', '千人', '人'])
  })
})

describe('行を直す', () => {
  test('名・区分・担当課・累計の仕方・節', () => {
    const applied = apply(
      { what: 'name', entry: 'i:指標!B7', name: '創業件数' },
      { what: 'class', entry: 'i:指標!B7', class: '数値目標' },
      { what: 'departments', entry: 'i:指標!B7', departments: ['商工振興課', '農林課'] },
      { what: 'accumulation', entry: 'i:指標!B7', accumulation: { kind: 'cumulative', since: 2020 } },
      { what: 'node', entry: 'i:指標!B7', node: 'n:指標!A5' },
      { what: 'name', entry: 'n:指標!A6', name: '創業支援' },
    )
    expect(indicator(applied, 'i1')).toMatchObject({
      name: '創業件数',
      class: '数値目標',
      departments: ['商工振興課', '農林課'],
      accumulation: { kind: 'cumulative', since: 2020 },
      node: 'n1',
    })
    expect(applied.draft.nodes[1]?.title).toBe('創業支援')
    expect(applied.unplaced).toEqual([])
  })

  test('計画の見出しと、読み違えた市の名', () => {
    const { draft: corrected } = apply(
      { what: 'heading', field: 'title', text: '第2期緑川市総合戦略' },
      { what: 'heading', field: 'lastYear', year: 2025 },
      { what: 'heading', field: 'municipality', text: '緑川町' },
    )
    expect(corrected.plan).toMatchObject({ title: '第2期緑川市総合戦略', lastYear: 2025, firstYear: 2020 })
    expect(corrected.municipality).toEqual({ name: '緑川町', code: null })
  })

  test('内訳・再掲を付け、外す。回りまわるものは掛からない', () => {
    const free = apply({ what: 'breakdown-of', entry: 'i:指標!B8', of: null })
    expect(indicator(free, 'i2').breakdownOf).toBeNull()
    const circles: readonly Correction[] = [
      { what: 'breakdown-of', entry: 'i:指標!B7', of: 'i:指標!B7' },
      { what: 'breakdown-of', entry: 'i:指標!B7', of: 'i:指標!B8' },
      { what: 'repeat-of', entry: 'i:指標!B7', of: 'i:指標!B9' },
      { what: 'node', entry: 'n:指標!A5', node: 'n:指標!A6' },
    ]
    for (const circle of circles)
      expect(apply(circle)).toMatchObject({ draft, unplaced: [{ why: 'review-in-a-circle' }] })
  })

  test('「このとおり」で疑いが消え、わけは残る。別の読みを採れば、値ごと替わる', () => {
    expect(indicator(apply({ what: 'checked', entry: 'i:指標!B10' }), 'i4').certainty).toEqual({
      level: 'certain',
      evidence: ['目標と実績の行が入れ替わっているかもしれない'],
    })
    const chosen = indicator(apply({ what: 'alternative', entry: 'i:指標!B10', choice: 0 }), 'i4')
    expect(chosen.certainty).toEqual({ level: 'certain', evidence: ['上の行が実績'] })
    expect(chosen.actuals.map(({ raw }) => raw)).toEqual(['1,200'])
    expect(apply({ what: 'alternative', entry: 'i:指標!B10', choice: 1 }).unplaced).toHaveLength(1)
  })

  test('別の読みを採ったあとの値も直せる', () => {
    const chosen = apply(
      { what: 'value', entry: 'i:指標!B10', at: 'actual:指標!E10', raw: '1,210' },
      { what: 'alternative', entry: 'i:指標!B10', choice: 0 },
    )
    expect(indicator(chosen, 'i4').actuals[0]).toMatchObject({ value: '1210', printed: '1,200' })
  })

  test('掛かる先のない訂正は、失わず、わけとともに返る', () => {
    const gone: readonly Correction[] = [
      { what: 'name', entry: 'i:指標!B99', name: '甲' },
      { what: 'value', entry: 'i:指標!B7', at: 'target:指標!G7', raw: '1' },
      { what: 'unit', entry: 'n:指標!A5', unit: '件' },
      { what: 'breakdown-of', entry: 'i:指標!B7', of: 'n:指標!A5' },
    ]
    const applied = apply(...gone)
    expect(applied.draft).toEqual(draft)
    expect(applied.placed).toEqual([])
    expect(applied.unplaced.map(({ edit, why }) => [edit.number, why])).toEqual([
      [1, 'review-row-gone'],
      [2, 'review-figure-gone'],
      [3, 'review-not-for-this-row'],
      [4, 'review-row-gone'],
    ])
  })
})

describe('取り込まない行', () => {
  test('除いた行を指していた内訳・再掲は外れ、そのことが気づきになる', () => {
    const applied = apply({ what: 'left-out', entry: 'i:指標!B7', reason: '参考の行' })
    expect(applied.draft.indicators.map(({ id, breakdownOf, repeatOf }) => [id, breakdownOf, repeatOf])).toEqual([
      ['i2', null, null],
      ['i3', null, null],
      ['i4', null, null],
    ])
    expect(applied.draft.notes.map(({ message }) => message)).toEqual([
      '「うち女性」は「新規創業件数」の内訳ですが、「新規創業件数」を取り込まないので、内訳の印を外しました。',
      '「新規創業件数（再掲）」は「新規創業件数」の再掲ですが、「新規創業件数」を取り込まないので、再掲の印を外しました。',
    ])
    expect(applied.whole.indicators).toHaveLength(4)
  })

  test('除いた節の下の行は、その上の節に移る', () => {
    const { nodes, indicators } = apply({ what: 'left-out', entry: 'n:指標!A6', reason: '見出しでない' }).draft
    expect(nodes.map(({ id }) => id)).toEqual(['n1'])
    expect(indicators.slice(0, 2).map(({ node }) => node)).toEqual(['n1', 'n1'])
    const both = apply(
      { what: 'left-out', entry: 'n:指標!A6', reason: '見出しでない' },
      { what: 'left-out', entry: 'n:指標!A5', reason: '見出しでない' },
    )
    expect(both.draft.indicators[0]?.node).toBeNull()
  })
})

describe('どんな訂正でも', () => {
  const keys = keysOf(draft)
  const entry = fc.constantFrom(...keys.entries.map(({ key }) => key), 'i:指標!B99', 'i:L1C1#2')
  const at = fc.constantFrom(...draft.indicators.flatMap(figureKeysOf).map(({ key }) => key), 'actual:+2021', '??')
  const raw = fc.constantFrom('47', '', '―', '112万人', '4校・13回', '######', '△7.77％', '１，２３４件（累計）')
  const year = fc.constantFrom(null, 2021, 2023)
  const reference = fc.option(entry, { nil: null })
  const values: fc.Arbitrary<Correction>[] = [
    fc.record({ what: fc.constant('value' as const), entry, at, raw }),
    fc.record({ what: fc.constant('year' as const), entry, at, year }),
    fc.record({
      what: fc.constant('added-value' as const),
      entry,
      role: fc.constantFrom('baseline' as const, 'target' as const, 'actual' as const),
      year,
      raw,
    }),
    fc.record({ what: fc.constant('unit' as const), entry, unit: fc.constantFrom(null, '人', '％') }),
    fc.record({ what: fc.constant('name' as const), entry, name: fc.constantFrom('甲', '乙') }),
    fc.record({ what: fc.constant('class' as const), entry, class: fc.constantFrom('KPI', '数値目標') }),
    fc.record({ what: fc.constant('departments' as const), entry, departments: fc.constantFrom([], ['農林課']) }),
    fc.record({ what: fc.constant('alternative' as const), entry, choice: fc.nat(2) }),
    fc.record({ what: fc.constant('checked' as const), entry }),
    fc.record({ what: fc.constant('left-out' as const), entry, reason: fc.constant('参考') }),
    fc.record({
      what: fc.constant('heading' as const),
      field: fc.constantFrom('title' as const, 'kind' as const),
      text: fc.constantFrom('甲', '乙'),
    }),
  ]
  const structure: fc.Arbitrary<Correction>[] = [
    fc.record({ what: fc.constant('node' as const), entry, node: reference }),
    fc.record({ what: fc.constant('breakdown-of' as const), entry, of: reference }),
    fc.record({ what: fc.constant('repeat-of' as const), entry, of: reference }),
  ]
  const everything = fc.array(fc.oneof(...values, ...structure), { maxLength: 12 })

  test('投げず、加えた訂正は、効いたものか、重ねられたものか、返ったもののどれか。参照は切れない', () => {
    fc.assert(
      fc.property(everything, (corrections) => {
        const applied = apply(...corrections)
        expect(applied.placed.length + applied.unplaced.length).toBe(new Set(corrections.map(slotOf)).size)
        const { nodes, indicators } = applied.draft
        const [nodeIds, ids] = [new Set(nodes.map(({ id }) => id)), new Set(indicators.map(({ id }) => id))]
        for (const each of indicators) {
          if (each.node !== null) expect(nodeIds.has(each.node)).toBe(true)
          for (const to of [each.breakdownOf, each.repeatOf]) if (to !== null) expect(ids.has(to)).toBe(true)
        }
        for (const { parent } of nodes) if (parent !== null) expect(nodeIds.has(parent)).toBe(true)
      }),
    )
  })

  test('違う所の訂正は、加えた順によらない', () => {
    const distinct = fc.uniqueArray(fc.oneof(...values), { selector: slotOf, maxLength: 10 })
    fc.assert(
      fc.property(
        distinct.chain((corrections) =>
          fc.tuple(fc.constant(corrections), fc.shuffledSubarray(corrections, { minLength: corrections.length })),
        ),
        ([corrections, shuffled]) => {
          expect(apply(...shuffled).draft).toEqual(apply(...corrections).draft)
        },
      ),
    )
  })

  test('同じ訂正をもう一度加えても変わらない。並びでなく番号が順を決める', () => {
    fc.assert(
      fc.property(everything, (corrections) => {
        const once = apply(...corrections)
        expect(apply(...corrections, ...corrections).draft).toEqual(once.draft)
        expect(applyCorrections(draft, editsOf(...corrections).toReversed()).draft).toEqual(once.draft)
      }),
    )
  })
})

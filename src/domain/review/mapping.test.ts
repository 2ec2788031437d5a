import { describe, expect, test } from 'vitest'
import { noChoices } from './correction.ts'
import { headerKey, learnMapping, offerMapping } from './mapping.ts'
import type { ColumnOutline, TableOutline } from './table-outline.ts'

const column = (at: number, header: string, year: number | null = null): ColumnOutline => ({
  column: at,
  header,
  place: { sheet: '一覧', cell: 'A4' },
  role: null,
  year,
  unit: null,
  by: 'unknown',
  samples: [],
})

const table = (columns: readonly ColumnOutline[], fingerprint = 'a', key = '一覧!4'): TableOutline => ({
  key,
  page: 1,
  name: '一覧',
  headerLines: [4],
  rows: 8,
  fingerprint,
  columns,
})

const lastYear = table([column(0, 'KPI'), column(1, '令和5年度末の到達点', 2023), column(2, 'メモ')])
const choices = {
  ...noChoices,
  columns: [
    { table: '一覧!4', column: 1, role: 'actual', year: 2023, unit: '人' },
    { table: '一覧!4', column: 2, role: 'ignore', year: null, unit: null },
  ],
} as const

describe('見出しを比べる字面', () => {
  test.each([
    ['令和5年度末の到達点', '#末の到達点'],
    ['令和６年度末の到達点', '#末の到達点'],
    ['R5', '#'],
    ['目標値 （R8）', '目標値(#)'],
    ['2026目標', '#目標'],
    ['3年度', '#'],
    ['R6.3.31現在', '#現在'],
    ['5年間の合計', '5年間の合計'],
    ['指標1', '指標1'],
  ])('%s → %s', (header, key) => {
    expect(headerKey(header)).toBe(key)
  })
})

describe('列の読み方を覚えて、次の年に差し出す', () => {
  const [learned] = learnMapping([lastYear], choices)
  if (!learned) throw new Error('nothing learned')

  test('選んだ列だけを、見出しの字で覚える。見出しに年があれば、年は覚えない', () => {
    expect(learned.columns).toEqual([
      { header: '令和5年度末の到達点', nth: 0, role: 'actual', year: null, unit: '人' },
      { header: 'メモ', nth: 0, role: 'ignore', year: null, unit: null },
    ])
  })

  test('選んだ列のない表は覚えない', () => {
    expect(learnMapping([table(lastYear.columns, 'b', '別の表!4')], choices)).toEqual([])
  })

  test('翌年の同じ様式では、列の位置が変わっても見出しで当て、年は見出しに従う', () => {
    const next = table([column(0, 'KPI'), column(4, 'メモ'), column(6, '令和6年度末の到達点', 2024)], 'a', '一覧!5')
    expect(offerMapping(learned, next)).toEqual({
      same: true,
      columns: [
        { table: '一覧!5', column: 6, role: 'actual', year: 2024, unit: '人' },
        { table: '一覧!5', column: 4, role: 'ignore', year: null, unit: null },
      ],
      missing: [],
      unknown: ['KPI'],
    })
  })

  test('様式が変わっていれば、そう言い、ない見出しと新しい見出しを挙げる', () => {
    const changed = table([column(0, 'メモ'), column(1, '令和6年度の姿', 2024)], 'z')
    expect(offerMapping(learned, changed)).toEqual({
      same: false,
      columns: [{ table: '一覧!4', column: 0, role: 'ignore', year: null, unit: null }],
      missing: ['令和5年度末の到達点'],
      unknown: ['令和6年度の姿'],
    })
  })

  test('同じ見出しがいくつもあれば、何番目かで当てる', () => {
    const twice = table([column(0, 'コメント'), column(3, 'コメント')])
    const second = { table: '一覧!4', column: 3, role: 'reason', year: null, unit: null } as const
    const [known] = learnMapping([twice], { ...noChoices, columns: [second] })
    expect(known?.columns).toEqual([{ header: 'コメント', nth: 1, role: 'reason', year: null, unit: null }])
    const moved = table([column(1, 'コメント'), column(2, 'コメント')])
    expect(known && offerMapping(known, moved).columns).toEqual([{ ...second, column: 2 }])
    const once = table([column(1, 'コメント')])
    expect(known && offerMapping(known, once)).toMatchObject({ columns: [], missing: ['コメント'] })
  })

  test('同じ列を選び直したら、後のほうを覚える', () => {
    const again = { ...choices, columns: [...choices.columns, { ...choices.columns[0], role: 'target' as const }] }
    expect(learnMapping([lastYear], again)[0]?.columns[0]?.role).toBe('target')
  })
})

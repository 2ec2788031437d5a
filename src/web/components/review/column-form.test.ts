import { describe, expect, test } from 'vitest'
import type { ColumnOutline, TableOutline } from '#domain/review/table-outline.ts'
import type { Form } from '../../form.ts'
import { columnChoicesIn, columnField, headerChoiceIn } from './column-form.ts'

const column = (at: number, header: string, more: Partial<ColumnOutline> = {}): ColumnOutline => ({
  column: at,
  header,
  place: { sheet: '指標', cell: `${'ABC'[at]}4` },
  role: null,
  year: null,
  unit: null,
  by: 'unknown',
  samples: [],
  ...more,
})

const table: TableOutline = {
  key: '指標!4',
  page: 1,
  name: '指標',
  headerLines: [4],
  rows: 8,
  fingerprint: 'f',
  columns: [
    column(0, '指標名', { role: 'name', by: 'known' }),
    column(1, '到達点'),
    column(2, 'R5実績', { role: 'actual', year: 2023, by: 'known' }),
  ],
}

const sent = (fields: Record<string, string>): Form => ({
  text: (name) => fields[name] ?? '',
  all: (name) => (name in fields ? [fields[name] ?? ''] : []),
  file: async () => undefined,
  files: async () => [],
  entries: () => [],
})

const choices = (fields: Record<string, string>) => {
  const read = columnChoicesIn(sent(fields), table)
  return read.ok ? read.value : read.problem.code
}

describe('列の欄', () => {
  test('任せた列は選びに入らない', () => {
    expect(choices({})).toEqual([])
    expect(choices({ [columnField('role', 1)]: 'no-such-role' })).toEqual('intake-column-role-needed')
  })

  test.each([
    ['R6', 2024],
    ['令和6年度', 2024],
    ['2024', 2024],
    ['Ｒ６', 2024],
  ])('年度は「%s」のように書ける', (text, year) => {
    expect(choices({ [columnField('role', 1)]: 'actual', [columnField('year', 1)]: text })).toEqual([
      { table: '指標!4', column: 1, role: 'actual', year, unit: null },
    ])
  })

  test('分かっている列は、年度か単位だけを言える', () => {
    expect(choices({ [columnField('unit', 2)]: '千人' })).toEqual([
      { table: '指標!4', column: 2, role: 'actual', year: null, unit: '千人' },
    ])
  })

  test('何の列か分からないまま年度だけを言ったり、年度でない字を入れたりすれば断る', () => {
    expect(choices({ [columnField('year', 1)]: 'R6' })).toBe('intake-column-role-needed')
    expect(choices({ [columnField('role', 1)]: 'actual', [columnField('year', 1)]: 'らいねん' })).toBe(
      'intake-year-unreadable',
    )
  })
})

describe('見出しの行', () => {
  test('選んだ行と段の数。番号を打てば、そちら', () => {
    expect(headerChoiceIn(sent({ page: '2', line: '7', lines: '3' }))).toEqual({ page: 2, line: 7, lines: 3 })
    expect(headerChoiceIn(sent({ page: '2', line: '7', lines: '1', 'other-line': '４２' }))).toEqual({
      page: 2,
      line: 42,
      lines: 1,
    })
  })

  test.each([{}, { page: '1' }, { page: '0', line: '3' }, { page: '1', line: '-3' }, { page: '1', line: 'x' }])(
    '行の選ばれていない %j は undefined',
    (fields) => {
      expect(headerChoiceIn(sent(fields))).toBeUndefined()
    },
  )

  test('でたらめな段の数は一段とみる', () => {
    expect(headerChoiceIn(sent({ page: '1', line: '7', lines: '9999' }))).toMatchObject({ lines: 1 })
  })
})

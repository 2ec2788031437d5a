import { describe, expect, test } from 'vitest'
import type { Form } from '../../form.ts'
import { correctionsIn, fieldList, valueField, wasName, wholeRowIn, yearField } from './row-form.ts'

const entry = 'i:L49C1'
const rows = new Map([
  ['新規創業件数（49行目）', 'i:L49C1'],
  ['転入者数（55行目）', 'i:L55C1'],
])

/** 欄の名 → [頁を作ったときの値, 送られた値]。`plain` は前の値と比べない欄。 */
const sent = (
  fields: Record<string, readonly [was: string, now: string]>,
  plain: Record<string, string> = {},
): Form => {
  const pairs = [
    ...Object.entries(fields).flatMap(([name, [was, now]]) => [
      [fieldList, name],
      [wasName(name), was],
      [name, now],
    ]),
    ...Object.entries(plain),
  ]
  const all = (name: string) => pairs.flatMap(([each, value = '']) => (each === name ? [value] : []))
  return {
    text: (name) => all(name)[0] ?? '',
    all,
    file: async () => undefined,
    files: async () => [],
    entries: () => [],
  }
}

const corrections = (...args: Parameters<typeof sent>) => {
  const read = correctionsIn(sent(...args), entry, rows)
  return read.ok ? read.value.map(({ correction }) => correction) : read.problem.code
}

describe('送られた欄から訂正を作る', () => {
  test('変えた欄だけが訂正になる。前後の空白は変えたうちに入らない', () => {
    expect(
      corrections({
        name: ['新規創業件数', '新規創業件数 '],
        unit: ['件', '件'],
        [valueField('actual:L49C30')]: ['43', '47'],
        [valueField('actual:L49C35')]: ['50', '50'],
        [yearField('actual:L49C30')]: ['2022', '2023'],
      }),
    ).toEqual([
      { what: 'value', entry, at: 'actual:L49C30', raw: '47' },
      { what: 'year', entry, at: 'actual:L49C30', year: 2023 },
    ])
  })

  test('空にした単位・上の見出し・内訳の元・年度は、なしになる', () => {
    expect(
      corrections({
        unit: ['件', ''],
        node: ['n:L5C1', ''],
        'breakdown-of': ['転入者数（55行目）', ''],
        [yearField('target:L49C8')]: ['2024', ''],
      }),
    ).toEqual([
      { what: 'unit', entry, unit: null },
      { what: 'node', entry, node: null },
      { what: 'breakdown-of', entry, of: null },
      { what: 'year', entry, at: 'target:L49C8', year: null },
    ])
  })

  test('担当課は「、」でも「,」でも分け、空のものは除く', () => {
    expect(corrections({ departments: ['商工課', '商工課、農林課,、'] })).toEqual([
      { what: 'departments', entry, departments: ['商工課', '農林課'] },
    ])
  })

  test('数え方と始まりの年度は、合わせて一つの訂正', () => {
    expect(corrections({ accumulation: ['unstated', 'cumulative'], since: ['', '2020'] })).toEqual([
      { what: 'accumulation', entry, accumulation: { kind: 'cumulative', since: 2020 } },
    ])
    expect(corrections({ accumulation: ['cumulative', 'cumulative'], since: ['2020', '2021'] })).toEqual([
      { what: 'accumulation', entry, accumulation: { kind: 'cumulative', since: 2021 } },
    ])
    expect(corrections({ accumulation: ['cumulative', 'level'], since: ['2020', '2020'] })).toEqual([
      { what: 'accumulation', entry, accumulation: { kind: 'level' } },
    ])
  })

  test('内訳・再掲の元は、行の名で選ぶ。知らない名は断る', () => {
    expect(corrections({ 'repeat-of': ['', '転入者数（55行目）'] })).toEqual([
      { what: 'repeat-of', entry, of: 'i:L55C1' },
    ])
    expect(corrections({ 'repeat-of': ['', '転入'] })).toBe('intake-row-unknown')
  })

  test('書き足しは、字があるときだけ。実績には年度が要る', () => {
    const add = { 'add-role': 'actual', 'add-year': '2021', 'add-raw': '900' }
    expect(corrections({}, add)).toEqual([{ what: 'added-value', entry, role: 'actual', year: 2021, raw: '900' }])
    expect(corrections({}, { ...add, 'add-raw': ' ' })).toEqual([])
    expect(corrections({}, { ...add, 'add-year': '' })).toBe('intake-year-needed')
    expect(corrections({}, { ...add, 'add-role': 'target', 'add-year': '' })).toEqual([
      { what: 'added-value', entry, role: 'target', year: null, raw: '900' },
    ])
  })

  test('相手の値を残すとした欄は入らない', () => {
    const form = sent({ name: ['甲', '乙'], since: ['', '2020'], accumulation: ['unstated', 'cumulative'] })
    const read = correctionsIn(form, entry, rows, new Set(['accumulation']))
    expect(read.ok && read.value.map(({ source }) => source)).toEqual(['name'])
  })

  test('知らない欄は、訂正にしない', () => {
    expect(corrections({ 'no-such-field': ['', '1'] })).toEqual([])
  })
})

describe('押したボタン', () => {
  const pressed = (act: string, reason = '') => wholeRowIn(sent({}, { do: act, reason }), entry)

  test('このとおり・取り込まない・別の読み', () => {
    expect(pressed('accept')).toEqual({ what: 'checked', entry })
    expect(pressed('leave-out', ' 参考の行 ')).toEqual({ what: 'left-out', entry, reason: '参考の行' })
    expect(pressed('alternative 1')).toEqual({ what: 'alternative', entry, choice: 1 })
  })

  test.each(['save', '', 'alternative', 'alternative -1', 'alternative 1e9'])(
    '「%s」は行ぜんたいの訂正でない',
    (act) => {
      expect(pressed(act)).toBeUndefined()
    },
  )
})

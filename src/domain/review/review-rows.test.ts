import { expect, test } from 'vitest'
import { note } from '../plan/note.ts'
import { aCell, aDraftOf, aFigureAt, aNodeAt, anIndicatorAt, editsOf } from './a-review.ts'
import { applyCorrections } from './apply-corrections.ts'
import type { Correction } from './correction.ts'
import { keysOf } from './keys.ts'
import { countRows, reviewRows } from './review-rows.ts'

const doubtful = { level: 'doubtful', evidence: [] } as const
const unitMissing = (name: string) => ({ name, what: '実績', raw: '34', unit: '件' })
const draft = aDraftOf({
  nodes: [aNodeAt(9, 'n1', 'しごとをつくる')],
  indicators: [
    anIndicatorAt(10, 'i1', '新規創業件数'),
    anIndicatorAt(7, 'i2', '観光入込客数', { certainty: doubtful }),
    anIndicatorAt(8, 'i3', '移住者数', { actuals: [aFigureAt('G8', '######', 2023)] }),
    anIndicatorAt(11, 'i4', '単位のない指標'),
    anIndicatorAt(3, 'i5', '別のシートの指標', { place: { sheet: '別紙', cell: 'A3' } }),
  ],
  notes: [
    note('warning', 'unit-missing', unitMissing('単位のない指標'), [aCell('B11')], ['i4']),
    note('info', 'unit-missing', unitMissing('新規創業件数'), [aCell('B10')], ['i1']),
  ],
})

const rows = (...corrections: readonly Correction[]) => {
  const keys = keysOf(draft)
  return reviewRows(draft, keys, applyCorrections(draft, editsOf(...corrections), keys), ['指標', '別紙'])
}
const stateOf = (name: string, ...corrections: readonly Correction[]) =>
  rows(...corrections).find((row) => row.name === name)?.state

test('図書の順（シート・行）に、種類をまたいで並ぶ', () => {
  expect(rows().map(({ name, order }) => `${order} ${name}`)).toEqual([
    '0 観光入込客数',
    '1 移住者数',
    '2 しごとをつくる',
    '3 新規創業件数',
    '4 単位のない指標',
    '5 別のシートの指標',
  ])
})

test('疑わしい読み・読めない値は doubtful、警告のあるものは likely、知らせだけなら certain', () => {
  expect(rows().map(({ state }) => state)).toEqual(['doubtful', 'doubtful', 'certain', 'certain', 'likely', 'certain'])
  expect(countRows(rows())).toEqual({ doubtful: 2, likely: 1, certain: 3, checked: 0, 'left-out': 0 })
})

test('読めない値を直せば確かになり、「このとおり」なら checked、除けば left-out', () => {
  const fix: Correction = { what: 'value', entry: 'i:指標!B8', at: 'actual:指標!G8', raw: '12' }
  expect(stateOf('移住者数', fix)).toBe('certain')
  expect(stateOf('移住者数', { what: 'checked', entry: 'i:指標!B8' })).toBe('checked')
  expect(stateOf('移住者数', { what: 'left-out', entry: 'i:指標!B8', reason: '参考' })).toBe('left-out')
  expect(stateOf('しごとをつくる', { what: 'checked', entry: 'n:指標!A9' })).toBe('checked')
})

test('行は、直した指標と読み取ったままの指標と、効いている訂正を持つ。除いた行も見える', () => {
  const row = rows(
    { what: 'name', entry: 'i:指標!B8', name: '移住件数' },
    { what: 'name', entry: 'i:指標!B8', name: '移住者の数' },
    { what: 'left-out', entry: 'i:指標!B8', reason: '参考' },
  ).find(({ key }) => key === 'i:指標!B8')
  expect(row).toMatchObject({ name: '移住者の数', indicator: { name: '移住者の数' }, asRead: { name: '移住者数' } })
  expect(row?.corrections.map(({ number }) => number)).toEqual([2, 3])
})

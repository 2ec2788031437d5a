import { expect, test } from 'vitest'
import { aTable } from '../../a-report.ts'
import type { Cell, Table } from '../../report.ts'
import { fitTable, insets } from './fit.ts'
import { lettering } from './lettering.ts'

const letters = lettering('noto-sans')
/** A3 横の本文の幅（ポイント）。 */
const a3 = 1122

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const number = (value: string): Cell => ({
  text: `${value}円`,
  number: { value, places: 0, commas: false, before: '', after: '円', minus: '-' },
})

/** 年度の列が `years` ある表。 */
const yearly = (years: number, value = '123456'): Table => ({
  caption: '年度ごと',
  showCaption: false,
  columns: [
    { key: 'number', width: 3, align: 'center' },
    { key: 'name', width: 16, align: 'start' },
    ...Array.from({ length: years }, (_, year) => ({ key: `y${year}`, width: 5, align: 'end' as const })),
  ],
  header: [],
  groups: [
    {
      kind: 'entry',
      rows: [
        {
          cells: [
            { text: '1', heading: true },
            { text: '新規就農者数', heading: true },
            ...Array.from({ length: years }, () => number(value)),
          ],
        },
      ],
    },
  ],
})

test('紙に入る表は、読みやすい大きさで、紙の幅いっぱいに置く', () => {
  const { size, slices } = fitTable(aTable(), a3, letters)
  expect(size).toBe(10)
  expect(slices).toHaveLength(1)
  expect(sum(slices[0]?.widths ?? [])).toBeCloseTo(a3, 6)
})

test('列が多ければ字を小さくするが、6 ポイントより小さくはしない', () => {
  const sizes = Array.from({ length: 60 }, (_, years) => fitTable(yearly(years + 1), a3, letters).size)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6)
  expect(new Set(sizes).size).toBeGreaterThan(5)
})

test('入らない列は次の頁に続き、番号と名の列を繰り返す。どの列も一度だけ出る', () => {
  const { size, slices } = fitTable(yearly(300), a3, letters)
  expect(size).toBe(7)
  expect(slices.length).toBeGreaterThan(10)
  for (const { columns, widths } of slices) {
    expect(columns.slice(0, 2)).toEqual([0, 1])
    expect(sum(widths)).toBeLessThanOrEqual(a3 + 0.001)
  }
  expect(slices.flatMap(({ columns }) => columns.slice(2))).toEqual(Array.from({ length: 300 }, (_, year) => year + 2))
})

test('同じ列は、どの頁でも同じ幅', () => {
  const widths = fitTable(yearly(300), a3, letters).slices.map((slice) => slice.widths[0])
  expect(new Set(widths.map((width) => width?.toFixed(6))).size).toBe(1)
})

test('数は折らない。欄は、いちばん長い数が入るまで広がる', () => {
  const { size, slices } = fitTable(yearly(4, '123456789012'), a3, letters)
  const inner = (slices[0]?.widths[2] ?? 0) / size - 2 * insets.across
  expect(inner).toBeGreaterThan(letters.width('123456789012円'))
})

test('一列だけで紙より広い表も、紙の幅に収まる', () => {
  const table: Table = { ...yearly(1), columns: [{ key: 'only', width: 500, align: 'start' }], groups: [] }
  const { slices } = fitTable(table, a3, letters)
  expect(sum(slices[0]?.widths ?? [])).toBeLessThanOrEqual(a3 + 0.001)
})

test('短い名の列は、一字だけ次の行に送らない幅になる', () => {
  const department = (text: string): Cell => ({ text })
  const table: Table = {
    caption: '担当課',
    showCaption: false,
    columns: [
      { key: 'name', width: 20, align: 'start' },
      { key: 'department', width: 6, align: 'start' },
      { key: 'remarks', width: 14, align: 'start' },
    ],
    header: [],
    groups: ['商工振興課', '農林課', '健康・子育て応援課'].map((name) => ({
      kind: 'entry',
      rows: [{ cells: [{ text: '件数' }, department(name), { text: '備考の文。'.repeat(20) }] }],
    })),
  }
  const { size, slices } = fitTable(table, 510, letters)
  const [, width = 0] = slices[0]?.widths ?? []
  expect(width / size - 2 * insets.across).toBeGreaterThanOrEqual(letters.width('健康・子育て応援課'))
})

test('控えめな字の幅は、太い字で量らない', () => {
  const quiet = { ...yearly(3, '8000000'), groups: [] }
  const cells = [1, 2, 3, 4, 5].map((): Cell => ({ ...number('80000000'), tone: 'quiet' }))
  const table: Table = { ...quiet, groups: [{ kind: 'entry', rows: [{ cells }] }] }
  const regular: Table = {
    ...quiet,
    groups: [{ kind: 'entry', rows: [{ cells: cells.map(({ text }) => number(text.slice(0, -1))) }] }],
  }
  expect(fitTable(table, 510, letters)).toEqual(fitTable(regular, 510, letters))
})

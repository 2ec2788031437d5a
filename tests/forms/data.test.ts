import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Edition } from '#domain/plan/edition.ts'
import { isDecimal, sameNumber } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type SampleName, sampleEdition } from '#operations/a-sample-edition.ts'
import { type DataFile, type DataFormat, dataFiles } from '#reports/data/data-files.ts'
import { datasets } from '#reports/data/datasets.ts'
import { check } from '../machine-readability/check.ts'

const cities: readonly SampleName[] = [
  '152081-ojiya',
  '012262-sunagawa',
  '052124-daisen',
  '412058-imari',
  '202037-ueda',
]
const formats: readonly DataFormat[] = ['csv', 'json', 'xlsx']
const everything = datasets.map(({ name }) => name)

// 版は値なので、市ごとに一度だけ読む（計算の覚えが利く）。
const editions = new Map(cities.map((city) => [city, sampleEdition(city)]))
const editionOf = (city: SampleName): Edition => editions.get(city) ?? sampleEdition(city)

const filesOf = async (
  city: SampleName,
  format: DataFormat,
  names: readonly string[] = everything,
): Promise<readonly DataFile[]> => {
  const files = await dataFiles(editionOf(city), names, format)
  if (!files.ok) throw new Error(files.problem.code)
  return files.value
}

test.each(cities.flatMap((city) => formats.map((format) => [city, format] as const)))(
  '%s の %s は、機械可読性のルールのすべてに合う',
  async (city, format) => {
    expect(await check(await filesOf(city, format), format)).toEqual([])
  },
)

type Read = Readonly<Record<string, string>>

const csvRows = async (city: SampleName, name: string): Promise<readonly Read[]> => {
  const file = (await filesOf(city, 'csv', [name])).find(({ fileName }) => fileName.endsWith(`_${name}.csv`))
  return parse(new TextDecoder().decode(file?.bytes), { bom: true, columns: true })
}

/** 升目の中の数を、内わけ・副の値まで。 */
const numbersIn = (figure: Figure | null): readonly string[] =>
  figure === null
    ? []
    : [
        ...(figure.value === null ? [] : [figure.value]),
        ...(figure.parts ?? []).flatMap(numbersIn),
        ...(figure.secondary ? numbersIn(figure.secondary) : []),
      ]

/** 字が同じか、数として同じ（Excel は 100.0 を 100 で持つ）。 */
const isSame = (a: string, b: string): boolean => a === b || (isDecimal(a) && isDecimal(b) && sameNumber(a, b))

describe.each(cities)('%s の値', (city) => {
  test('図書のどの値も、一つずつ、同じ数で戻る', async () => {
    const rows = await csvRows(city, 'figures')
    const { indicators } = editionOf(city).content
    for (const indicator of indicators) {
      const own = rows.filter((row) => row.indicator_id === indicator.id)
      const valuesOf = (kind: string) =>
        own.flatMap((row) => (row.figure_kind === kind && row.value ? [row.value] : []))
      expect(valuesOf('baseline')).toEqual(numbersIn(indicator.baseline))
      expect(valuesOf('target')).toEqual(indicator.targets.flatMap(numbersIn))
      expect(valuesOf('actual')).toEqual(indicator.actuals.flatMap(numbersIn))
      const cellsOf = (kind: string) =>
        own.flatMap((row) => (row.figure_kind === kind && row.value_number === '1' ? [row.raw] : []))
      expect(cellsOf('actual')).toEqual(indicator.actuals.map(({ raw }) => raw.trim()))
      expect(cellsOf('printed-rate')).toEqual(
        [...indicator.rates, ...(indicator.rateMarks ?? [])].map(({ printed }) => printed),
      )
    }
    expect(new Set(rows.map(({ indicator_id }) => indicator_id)).size).toBe(indicators.length)
  })

  test('値のない升目もゼロにならず、わけを持つ', async () => {
    const rows = await csvRows(city, 'figures')
    const blanks = editionOf(city).content.indicators.flatMap(({ actuals }) =>
      actuals.filter(({ value, parts }) => value === null && !parts),
    )
    const empty = rows.filter((row) => row.figure_kind === 'actual' && row.value === '')
    expect(empty).toHaveLength(blanks.length)
    expect(empty.filter((row) => row.status === 'given' || row.status === '')).toEqual([])
  })

  test('CSV・JSON・Excel の三つは、同じ行と同じ値', async () => {
    const names = everything.filter((name) => name !== 'texts')
    const csv = await Promise.all(names.map((name) => csvRows(city, name)))
    const document = JSON.parse(new TextDecoder().decode((await filesOf(city, 'json', names))[0]?.bytes))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from((await filesOf(city, 'xlsx', names))[0]?.bytes ?? []).buffer)
    for (const [at, name] of names.entries()) {
      const rows = csv[at] ?? []
      const table = document.datasets[at]
      const sheet = book.worksheets[at]
      expect([table.name, table.rows.length, (sheet?.rowCount ?? 0) - 1]).toEqual([name, rows.length, rows.length])
      const differing = rows.flatMap((row, rowAt) =>
        Object.entries(row).filter(([key, text], columnAt) => {
          const plain = /^'+[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text
          const inSheet = sheet?.getRow(rowAt + 2).getCell(columnAt + 1).value
          return [table.rows[rowAt][key], inSheet].some((other) => !isSame(String(other ?? ''), plain))
        }),
      )
      expect([name, differing]).toEqual([name, []])
    }
  })
})

test('大仙市の評価ごとの数は、升目一つに一行で、合計の行と分かれる', async () => {
  const rows = await csvRows('052124-daisen', 'grades')
  const { grades } = editionOf('052124-daisen').content
  expect(rows.map(({ count }) => (count === '' ? null : Number(count)))).toEqual(
    grades.flatMap(({ counts }) => Object.values(counts)),
  )
  expect(rows.filter(({ is_total }) => is_total === '1')).toHaveLength(4 * grades.filter(({ total }) => total).length)
})

test('伊万里市の事業は、印刷された行のすべてを載せ、同じ事業は一度だけ数える', async () => {
  const rows = await csvRows('412058-imari', 'projects')
  const counted = rows.filter(({ counted }) => counted === '1')
  expect(rows).toHaveLength(editionOf('412058-imari').content.projects.length)
  expect(counted).toHaveLength(new Set(rows.map(({ same_project_id }) => same_project_id)).size)
  expect(counted.length).toBeLessThan(rows.length)
})

// 表ごとに、一行を一つに決める列の組。
const keys: Readonly<Record<string, readonly string[]>> = {
  nodes: ['node_id'],
  indicators: ['indicator_id'],
  figures: ['indicator_id', 'figure_kind', 'cell_number', 'value_number'],
  costs: ['indicator_id', 'cost_number'],
  'indicator-departments': ['indicator_id', 'department_number'],
  projects: ['project_id'],
  'project-nodes': ['project_id', 'item_number'],
  'project-tags': ['project_id', 'item_number'],
  'project-implementers': ['project_id', 'item_number'],
  'project-years': ['project_id', 'item_number'],
  'project-indicators': ['project_id', 'item_number'],
  grades: ['node_id', 'class', 'year', 'is_total', 'grade'],
  'grade-meanings': ['grade'],
  'priority-goals': ['priority_goal_id'],
  'priority-items': ['priority_item_id'],
  'priority-entries': ['priority_item_id', 'entry_kind', 'entry_number'],
}

test.each(cities)('%s の表は、鍵の列で一行が一つに決まり、よその表の鍵は必ずある', async (city) => {
  const tables = new Map(await Promise.all(everything.map(async (name) => [name, await csvRows(city, name)] as const)))
  for (const [name, columns] of Object.entries(keys)) {
    const rows = (tables.get(name) ?? []).map((row) => columns.map((column) => row[column]).join('|'))
    expect([name, rows.length - new Set(rows).size]).toEqual([name, 0])
  }
  for (const [name, key] of [
    ['nodes', 'node_id'],
    ['indicators', 'indicator_id'],
    ['projects', 'project_id'],
  ] as const) {
    const known = new Set((tables.get(name) ?? []).map((row) => row[key]))
    const lost = [...tables].flatMap(([other, rows]) =>
      rows.flatMap((row) => (row[key] && !known.has(row[key]) ? [[other, row[key]]] : [])),
    )
    expect(lost).toEqual([])
  }
})

import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { reportNames } from '../report-name.ts'
import { codeTables } from './code-tables.ts'
import { dataFiles, dataNamesWithRows } from './data-files.ts'
import { column, filled, isNumeric, type TableOf } from './dataset.ts'
import { datasets, datasetsFor } from './datasets.ts'
import { describedTables } from './dictionary.ts'
import { xlsxOf } from './write-xlsx.ts'

const ojiya = sampleEdition('152081-ojiya')
const about = { title: '試し', creator: '小千谷市', updatedAt: '2026-11-21T00:00:00.000Z' }

describe('列の定め', () => {
  const tables = describedTables(datasets)

  test('表の名も題も一つずつで、Excel のシートの名になる', () => {
    const names = tables.map(({ name }) => name)
    const titles = tables.map(({ title }) => title)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(titles).size).toBe(titles.length)
    expect(names.filter((name) => !/^[a-z][a-z-]*$/.test(name))).toEqual([])
    expect(titles.filter((title) => title.length > 31 || /[[\]:*?/\\]/.test(title))).toEqual([])
  })

  test.each(tables.map((table) => [table.name, table] as const))('%s', (_name, { columns }) => {
    const names = columns.map(({ name }) => name)
    const titles = columns.map(({ title }) => title)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(titles).size).toBe(titles.length)
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([])
    for (const each of columns) {
      expect(each.description).not.toBe('')
      expect(each.blank === null).toBe(each.required)
      expect(each.blank).not.toBe('')
      expect(each.unit !== null).toBe(isNumeric(each))
      expect(each.codes !== null).toBe(each.kind === 'code')
      if (each.unit !== null && typeof each.unit === 'object') expect(names).toContain(each.unit.column)
    }
  })

  test('使わない符号表はない', () => {
    const used = new Set(tables.flatMap(({ columns }) => columns.flatMap(({ codes }) => codes ?? [])))
    expect(Object.keys(codeTables).filter((name) => ![...used].some((each) => each === name))).toEqual([])
  })
})

test.each(reportNames)('様式 %s と並べる表', (form) => {
  const names = datasetsFor(form)
  expect(names.slice(0, 2)).toEqual(['plan', 'sources'])
  expect(names.length).toBeGreaterThan(4)
})

test('一行でもある表だけを挙げる', () => {
  expect(dataNamesWithRows(sampleEdition('202037-ueda'))).toEqual([
    'plan',
    'sources',
    'grade-meanings',
    'priority-goals',
    'priority-items',
    'priority-entries',
    'instructions',
  ])
})

test('知らない表は、ある表を挙げて断る', async () => {
  const refused = await dataFiles(ojiya, ['indicators', 'kpi'], 'csv')
  expect(refused.ok ? '' : problemInWords(refused.problem)).toMatch(/「kpi」という表はありません.*indicators.*figures/)
})

test.each(['csv', 'json', 'xlsx'] as const)('%s は、同じ版なら同じバイト列', async (format) => {
  const made = async () => {
    const files = await dataFiles(sampleEdition('152081-ojiya'), datasetsFor('progress-table'), format)
    return files.ok ? files.value.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString('base64')]) : []
  }
  const first = await made()
  expect(first.length).toBeGreaterThan(0)
  expect(await made()).toEqual(first)
})

test('CSV は表ごとに一つ、定義と符号表を添える。ほかは一つ', async () => {
  const names = async (format: 'csv' | 'json' | 'xlsx', wanted: readonly string[]) => {
    const files = await dataFiles(ojiya, wanted, format)
    return files.ok ? files.value.map(({ fileName }) => fileName) : []
  }
  expect(await names('csv', ['figures'])).toEqual(
    ['figures', 'about', 'datasets', 'columns', 'codes', 'format-changes'].map((name) => `152081_${name}.csv`),
  )
  expect(await names('json', ['figures'])).toEqual(['152081_figures.json'])
  expect(await names('xlsx', ['plan', 'figures'])).toEqual(['152081_data.xlsx'])
})

type Row = { readonly name: string; readonly value: string }

const table: TableOf<Row, null> = {
  name: 'trial',
  title: '試し',
  description: '試し',
  columns: [
    column('name', '名', 'name', '名', ({ name }) => name),
    column('value', '値', 'decimal', '値', ({ value }) => value, { unit: '件' }),
  ],
}

describe('Excel', () => {
  test('= + - @ で始まる字は、開き直しても文字列のまま。負の数は数のまま', async () => {
    const names = ['=1+1', '+1', '-2+3', '@SUM(A1)', '＝1+1', '012262', '-5']
    const book = await xlsxOf(
      [
        filled(
          table,
          names.map((name) => ({ name, value: '-7.5' })),
          null,
        ),
      ],
      about,
    )
    const read = new ExcelJS.Workbook()
    await read.xlsx.load(Uint8Array.from(book.ok ? book.value : []).buffer)
    const sheet = read.getWorksheet('試し')
    expect(names.map((_, at) => sheet?.getCell(at + 2, 1).value)).toEqual(names)
    expect(names.map((_, at) => sheet?.getCell(at + 2, 1).type)).toEqual(names.map(() => ExcelJS.ValueType.String))
    expect(names.map((_, at) => sheet?.getCell(at + 2, 2).value)).toEqual(names.map(() => -7.5))
  })

  test.each([
    ['数', { name: 'あ', value: '1234567890123456.7' }, '15桁を超え'],
    ['文', { name: 'あ'.repeat(32_768), value: '1' }, '長すぎて'],
  ])('Excel が持てない%sは、削らずに、所を言って断る', async (_what, row, words) => {
    const book = await xlsxOf([filled(table, [{ name: 'い', value: '1' }, row], null)], about)
    expect(book.ok ? '' : problemInWords(book.problem)).toMatch(new RegExp(`「試し」.*3行目.*${words}`))
  })

  test('15 桁までの数と、頭や終わりの零の多い数は書ける', async () => {
    const values = ['123456789012345', '0.000000000000000123', '100.0']
    const book = await xlsxOf(
      [
        filled(
          table,
          values.map((value) => ({ name: 'あ', value })),
          null,
        ),
      ],
      about,
    )
    expect(book.ok).toBe(true)
  })
})

test('JSON の数は、書かれた桁のまま', async () => {
  const files = await dataFiles(ojiya, ['figures'], 'json')
  const text = files.ok ? new TextDecoder().decode(files.value[0]?.bytes) : ''
  expect(text).toMatch(/"value":100\.0,/)
  expect(JSON.parse(text).format).toBe('shirube-data/1')
})

test('評価の意味の表には、表にある評価がみな載る', () => {
  const daisen = sampleEdition('052124-daisen')
  const meanings = datasets.find(({ name }) => name === 'grade-meanings')?.make(daisen)
  const grade = meanings?.columns.findIndex(({ name }) => name === 'grade') ?? -1
  expect(meanings?.rows.map((row) => row[grade])).toEqual(['A', 'B', 'C', 'D'])
})

test('凡例になくても使われている評価は、幅の違いを一つにして載る。空欄の判定は載らない', () => {
  const [first] = ojiya.content.indicators
  const at = { year: 2023, heading: '評価', place: { line: 1 } }
  const printedGrades = ['Ａ', 'A', '', 'B'].map((printed) => ({ ...at, printed }))
  const indicators = first ? [{ ...first, printedGrades }] : []
  const edition = { ...ojiya, content: { ...ojiya.content, indicators } }
  const meanings = datasets.find(({ name }) => name === 'grade-meanings')?.make(edition)
  const grade = meanings?.columns.findIndex(({ name }) => name === 'grade') ?? -1
  expect(meanings?.rows.map((row) => row[grade])).toEqual(['A', 'B'])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { type DataFormat, dataFiles } from '#reports/data/data-files.ts'
import { datasets } from '#reports/data/datasets.ts'
import { accompanying } from '#reports/data/dictionary.ts'
import { check, rules } from '../machine-readability/check.ts'
import type { GivenFile } from '../machine-readability/opened.ts'
import { editedBook, editedText, type Matrix, plantedIn, type Value } from '../machine-readability/planting.ts'

// 規則ごとに、合っているファイルに一つだけ違反を植え、その規則の番号で落ちることを確かめる。
const whole = sampleEdition('152081-ojiya')
const edition = { ...whole, content: { ...whole.content, indicators: whole.content.indicators.slice(0, 6) } }
const names = ['plan', 'sources', 'figures']
const formats: readonly DataFormat[] = ['csv', 'json', 'xlsx']
const good = new Map<DataFormat, readonly GivenFile[]>()

beforeAll(async () => {
  for (const format of formats) {
    const files = await dataFiles(edition, names, format)
    if (files.ok) good.set(format, files.value)
  }
})

const goodFiles = (format: DataFormat): readonly GivenFile[] => good.get(format) ?? []
const rulesBroken = async (files: readonly GivenFile[], format: DataFormat, previous?: readonly GivenFile[]) =>
  (await check(files, format, previous)).map(({ rule }) => rule)

const tables = [
  ...datasets,
  ...accompanying(
    datasets.map((maker) => maker.make(edition)),
    edition,
    'csv',
  ),
]
const tableNamed = (name: string) => {
  const found = tables.find((table) => table.name === name)
  if (!found) throw new Error(name)
  return found
}
const at = (table: string, column: string) => tableNamed(table).columns.findIndex(({ name }) => name === column)

/** 名の表の、ある列の、ある行を書きかえる。 */
const put = (
  column: string,
  value: Value,
  row: (cells: readonly Value[]) => boolean = () => true,
  table = 'figures',
) => ({
  table,
  edit: (rows: Matrix): Matrix => {
    const target = rows.findIndex((cells, index) => index > 0 && row(cells))
    if (target < 0) throw new Error(`no row for ${column}`)
    return rows.map((cells, index) => (index === target ? cells.with(at(table, column), value) : cells))
  },
})
const heading = (column: string, name: string) => ({
  table: 'figures',
  edit: (rows: Matrix): Matrix =>
    rows.map((cells, index) => (index === 0 ? cells.with(at('figures', column), name) : cells)),
})
const repeated = (column: string, from: string) => ({
  table: 'figures',
  edit: ([header = [], ...rows]: Matrix): Matrix => [
    header.with(at('figures', column), header[at('figures', from)] ?? null),
    ...rows,
  ],
})
const insert = (index: number, ...more: Matrix) => ({
  table: 'figures',
  edit: (rows: Matrix): Matrix => rows.toSpliced(index, 0, ...more),
})
const hasValue = (cells: readonly Value[]) => Number(cells[at('figures', 'value')] || Number.NaN) > 0
const isBlank = (cells: readonly Value[]) => cells[at('figures', 'status')] === 'blank'

type Plant = { readonly table: string; readonly edit: (rows: Matrix) => Matrix }

/** どの形式にも植える違反。 */
const plants: readonly (readonly [rule: string, what: string, plant: Plant])[] = [
  ['L1-02', '下に別の表', { table: 'figures', edit: (rows) => [...rows, [], ['別の表', '人数'], ['男', 3]] }],
  ['L1-03', '途中の空の行', insert(5, [])],
  ['L1-03', '見出しの繰り返し', { table: 'figures', edit: (rows) => rows.toSpliced(5, 0, rows[0] ?? []) }],
  ['L1-04', '表の下のメモ', { table: 'figures', edit: (rows) => [...rows, ['※ 昨年度の数は確認中']] }],
  [
    'L1-04',
    '表の右のメモ',
    { table: 'figures', edit: (rows) => rows.map((row, i) => (i === 3 ? [...row, 'メモ'] : row)) },
  ],
  ['L1-05', '意味の分からない列名', heading('unit', '列25')],
  ['L1-06', '字間を空けた名', put('indicator_name', '研 　修')],
  ['L1-06', '前後の空白', put('class', ' KPI')],
  ['L1-07', '一つの升目に二つの数', put('value', '4・13', hasValue)],
  ['L1-07', '一つの升目に二つの課', put('class', '数値目標、KPI')],
  ['L1-08', '単位の合わせ字', put('unit', '㎡', hasValue)],
  ['L1-08', '丸数字', put('component_label', '①')],
  ['L1-09', '空欄の升目にゼロ', put('value', 0, isBlank)],
  ['L1-09', '値を消して空欄', put('value', null, hasValue)],
  [
    'L1-09',
    '空欄の意味を書かない',
    put('blank_meaning', null, (cells) => cells[at('columns', 'column_name')] === 'value', 'columns'),
  ],
  ['L2-01', '単位と区切りの付いた数', put('value', '1,234件', hasValue)],
  ['L2-01', '△ の付いた数', put('value', '△3', hasValue)],
  ['L2-02', '上と同じなので省いた', put('class', null)],
  ['L2-02', '〃', put('class', '〃')],
  ['L2-03', '同じ列名が二つ', repeated('value_to', 'value_of')],
  ['L2-03', '名のない列', heading('value_to', '')],
  ['L2-04', '符号表にない符号', put('status', '確定')],
  ['L2-04', '表記ゆれ', put('class', 'ＫＰＩ')],
  ['L2-05', '選択肢に詳細を混ぜる', put('class', 'その他（研修）')],
  ['L3-01', '一行目に題', insert(0, ['小千谷市の指標の値'])],
  ['L3-02', '符号表を添えない', { table: 'codes', edit: (rows) => rows.filter((row) => row[0] !== 'value-status') }],
  ['L3-03', '定義のない秘匿の記号', put('value', 'X', hasValue)],
  ['L3-04', '単位を書かない', put('unit', null, hasValue)],
  [
    'L3-05',
    '和暦だけの年度',
    put('year', null, (cells) => cells[at('figures', 'year')] !== '' && cells[at('figures', 'year')] !== null),
  ],
  ['L3-05', '二桁の年', put('year', 5, hasValue)],
  ['L3-05', '西暦でない日', put('period_start', '令和3年4月1日', hasValue)],
  ['L3-06', '検査数字の合わない団体コード', put('municipality_code', '152080')],
  ['L3-06', '市を省いた地域名', put('municipality_name', '小千谷')],
  ['L3-07', '履歴にない書式の版', put('format_version', '0', () => true, 'format-changes')],
  ['L3-08', '定義のない列', put('column_description', null, () => true, 'columns')],
  ['L3-08', '日本語の物理名', put('column_name', '値', () => true, 'columns')],
  ['L3-08', '更新の履歴がない', { table: 'sources', edit: (rows) => rows.slice(0, 1) }],
  ['L3-08', '文字コードを書かない', { table: 'about', edit: (rows) => rows.filter(([item]) => item !== '文字コード') }],
  ['L3-09', '年度ごとの列', heading('value', '2023年度')],
]

describe.each(formats)('%s', (format) => {
  test('植える前は合っている。読んで書き戻しただけでも合う', async () => {
    expect(await check(goodFiles(format), format)).toEqual([])
    const again = await plantedIn(goodFiles(format), format, tableNamed('figures'), (rows) => rows)
    expect(await check(again, format)).toEqual([])
  })

  test.each(plants)('%s：%s', async (rule, _what, { table, edit }) => {
    const files = await plantedIn(goodFiles(format), format, tableNamed(table), edit)
    expect(await rulesBroken(files, format)).toContain(rule)
  })

  test('L1-01：PDF を、拡張子だけ変えて置く', async () => {
    const files = goodFiles(format).map((file) => ({ ...file, bytes: new TextEncoder().encode('%PDF-1.7\n') }))
    expect(await rulesBroken(files, format)).toContain('L1-01')
  })

  test('L3-07：前の年と列が変わったのに、書式の版が同じ', async () => {
    const { edit } = heading('unit', 'measure')
    const before = await plantedIn(goodFiles(format), format, tableNamed('figures'), edit)
    expect(await rulesBroken(goodFiles(format), format, before)).toEqual(['L3-07'])
    expect(await rulesBroken(goodFiles(format), format, goodFiles(format))).toEqual([])
  })
})

describe('Excel だけの規則', () => {
  const book = async (edit: Parameters<typeof editedBook>[1]) =>
    rulesBroken(await Promise.all(goodFiles('xlsx').map((file) => editedBook(file, edit))), 'xlsx')
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

  test.each<[string, string, Parameters<typeof editedBook>[1]]>([
    [
      'L1-10',
      '図を置く',
      (all) => all.getWorksheet('値')?.addImage(all.addImage({ base64: dot, extension: 'png' }), 'B2:C4'),
    ],
    [
      'L1-10',
      '注釈を付ける',
      (all) => {
        const cell = all.getWorksheet('値')?.getCell('A2')
        if (cell) cell.note = '要確認'
      },
    ],
    [
      'L1-11',
      '一つの升目だけ色を塗る',
      (all) => {
        const cell = all.getWorksheet('値')?.getCell('B3')
        if (cell) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
      },
    ],
    [
      'L1-11',
      '一つの升目だけ太字',
      (all) => {
        const cell = all.getWorksheet('値')?.getCell('B3')
        if (cell) cell.font = { bold: true }
      },
    ],
    ['L1-12', 'セルの結合', (all) => all.getWorksheet('値')?.mergeCells('A2:A3')],
    [
      'L1-13',
      '隠した行',
      (all) => {
        const row = all.getWorksheet('値')?.getRow(3)
        if (row) row.hidden = true
      },
    ],
    [
      'L1-13',
      '隠した列',
      (all) => {
        const column = all.getWorksheet('値')?.getColumn(3)
        if (column) column.hidden = true
      },
    ],
    [
      'L1-13',
      '隠したシート',
      (all) => {
        const sheet = all.getWorksheet('値')
        if (sheet) sheet.state = 'hidden'
      },
    ],
    [
      'L1-13',
      '折りたためる行',
      (all) => {
        const row = all.getWorksheet('値')?.getRow(3)
        if (row) row.outlineLevel = 1
      },
    ],
    [
      'L2-06',
      '数式',
      (all) => {
        const cell = all.getWorksheet('値')?.getCell('Y2')
        if (cell) cell.value = { formula: '1+1', result: 2 }
      },
    ],
  ])('%s：%s', async (rule, _what, edit) => {
    expect(await book(edit)).toContain(rule)
  })
})

describe('CSV だけの規則', () => {
  test.each<[string, string, (text: string) => string]>([
    ['L1-14', '升目の中の改行', (text) => text.replace('小千谷市', '"小千谷\n市"')],
    ['L1-15', '引用符で囲まないカンマ', (text) => text.replace('小千谷市', '新潟県,小千谷市')],
    ['L1-15', '閉じない引用符', (text) => text.replace('小千谷市', '"小千谷市')],
    ['L2-06', '開くと式になる字', (text) => text.replace('小千谷市', '=1+1')],
    ['L3-08', 'BOM ありと書いて、ない', (text) => text.replace(/^\ufeff/, '')],
  ])('%s：%s', async (rule, _what, edit) => {
    expect(await rulesBroken(editedText(goodFiles('csv'), 'figures', edit), 'csv')).toContain(rule)
  })
})

test('規則のすべてに、違反を植えた試験がある（三十の規則）', () => {
  const levels = [
    ['L1', 15],
    ['L2', 6],
    ['L3', 9],
  ] as const
  const all = levels.flatMap(([level, count]) =>
    Array.from({ length: count }, (_, index) => `${level}-${String(index + 1).padStart(2, '0')}`),
  )
  expect(rules.map(({ id }) => id)).toEqual(all)
  const planted = new Set([
    ...plants.map(([rule]) => rule),
    'L1-01',
    'L1-10',
    'L1-11',
    'L1-12',
    'L1-13',
    'L1-14',
    'L1-15',
    'L2-06',
  ])
  expect([...planted].toSorted()).toEqual(all)
})

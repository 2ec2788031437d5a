import type { Edition } from '#domain/plan/edition.ts'
import { type CodeRow, codeRows } from './code-tables.ts'
import {
  column,
  type DataColumn,
  type Dataset,
  type DatasetHeading,
  type DatasetMaker,
  filled,
  type TableOf,
  withCodeNames,
} from './dataset.ts'

/**
 * データに添える表（定義・符号表・書式の変更・ファイルの決まり）。データと同じ決まりの表なので、同じ書き手が書く（L3-02・L3-07・L3-08）。
 */

/** ファイルの形。 */
export type DataFormat = 'csv' | 'json' | 'xlsx'

type FormatChange = { readonly version: string; readonly date: string; readonly change: string }

/** 書式の変更の履歴。列を足す・変える・やめるときは、ここに一行を足す（新しい順）。 */
export const formatChanges: readonly FormatChange[] = [{ version: '1', date: '2026-11-26', change: '初めの版' }]

export const formatVersion = formatChanges[0]?.version ?? '1'

/** 表の見出しと列。行はなくてよい。 */
type Described = DatasetHeading & { readonly columns: readonly DataColumn[] }

type Fact = { readonly item: string; readonly statement: string }

/** ファイルの読みかたと、この版のこと。 */
const aboutTable: TableOf<Fact, null> = {
  name: 'about',
  title: 'このデータについて',
  description: 'データの版・更新日・文字コードなど。一行が一つのこと',
  columns: [
    column('item', '記載事項', 'word', '何について言うか', ({ item }) => item),
    column('statement', '記載内容', 'text', 'その内容', ({ statement }) => statement),
  ],
}

const factsOf = (edition: Edition, format: DataFormat): readonly Fact[] => [
  { item: '作成者', statement: edition.municipality.name },
  { item: '計画', statement: edition.title },
  { item: '書式の名', statement: 'shirube-data' },
  { item: '書式の版', statement: formatVersion },
  { item: '最終更新日時', statement: edition.sources[0]?.adoptedAt ?? '記録なし' },
  { item: '更新の頻度', statement: '図書を取り込むたび。履歴は sources の表' },
  ...fileFacts[format],
  { item: '値のない升目', statement: '空欄はゼロではない。わけは status の列か、定義の表の「空欄の意味」' },
  { item: '特殊な記号', statement: '数の列に記号は使わない。秘匿・未公表などは status の列の符号で言う' },
  { item: '数', statement: '十進の数。三桁の区切り・単位・注の印は含まない。負の数は半角の - を付ける' },
  {
    item: '字',
    statement: '名と書かれたままの字の列のほかは、機種依存文字を読みかえた（丸数字は (1)）。改行は空白一つにした',
  },
  { item: '達成率', statement: '計算した率の式と丸めは plan の表。印刷された率は計算し直していない' },
]

const fileFacts = {
  csv: [
    { item: '文字コード', statement: 'UTF-8' },
    { item: 'BOM', statement: 'あり' },
    { item: '改行', statement: 'CRLF' },
    { item: '引用符', statement: '区切りや引用符を含む値は " で囲む（RFC 4180）' },
    {
      item: '式よけ',
      statement:
        "数でない列の、= + - @ で始まる値（全角も）は、頭に ' を一つ足した。数だけの値と横棒だけの値には足さない。頭の ' に = + - @ が続く値は、' を一つ除くともとの値になる",
    },
    { item: '見出し', statement: '一行目が列の物理名。日本語の列名は columns の表' },
  ],
  json: [
    { item: '文字コード', statement: 'UTF-8' },
    { item: 'BOM', statement: 'なし' },
    { item: '見出し', statement: '鍵が列の物理名。値のない所は null' },
  ],
  xlsx: [
    { item: '文字コード', statement: 'UTF-8（Office Open XML）' },
    { item: 'BOM', statement: 'なし' },
    { item: '見出し', statement: '一行目が日本語の列名。物理名は「列の定義」のシート' },
    { item: '式', statement: '式は使わない。字の升目は文字列として入れた' },
  ],
} as const satisfies Record<DataFormat, readonly Fact[]>

const datasetsTable: TableOf<Described, null> = {
  name: 'datasets',
  title: '表の一覧',
  description: 'データの表の名と内容。一行が一つの表',
  columns: [
    column('dataset', '表の名', 'id', '表の名。CSV ではファイルの名の終わり', ({ name }) => name),
    column('dataset_title', '表の題', 'name', '日本語の題。Excel ではシートの名', ({ title }) => title),
    column('dataset_description', '表の内容', 'text', '何の表で、一行が何か', ({ description }) => description),
  ],
}

type ColumnRow = { readonly of: Described; readonly number: number; readonly each: DataColumn }

/** データ辞書。 */
const columnsTable: TableOf<ColumnRow, null> = {
  name: 'columns',
  title: '列の定義',
  description: 'データ辞書。一行が一つの列',
  columns: withCodeNames([
    column('dataset', '表の名', 'id', '列のある表', ({ of }) => of.name),
    column('dataset_title', '表の題', 'name', '列のある表の題', ({ of }) => of.title),
    column('column_number', '列の順', 'integer', '左から何番目か', ({ number }) => String(number), { unit: '番目' }),
    column('column_name', '列の物理名', 'id', '英小文字・数字・下線の名', ({ each }) => each.name),
    column('column_title', '列名', 'name', '日本語の列名', ({ each }) => each.title),
    column('column_kind', '列の種類', 'code', '符号・名・語・文章・数などの別', ({ each }) => each.kind, {
      codes: 'column-kind',
    }),
    column('column_description', '列の定義', 'text', '何の値か、どう求めたか', ({ each }) => each.description),
    column('required', '必ず値があるか', 'code', '1 の列に空欄はない', ({ each }) => (each.required ? '1' : '0'), {
      codes: 'yes-no',
    }),
    column('blank_meaning', '空欄の意味', 'text', '値のないときの意味', ({ each }) => each.blank, {
      blank: '空欄のない列',
    }),
    column(
      'column_unit',
      '数の単位',
      'word',
      '数の列の単位',
      ({ each: { unit } }) => (typeof unit === 'string' ? unit : null),
      {
        blank: '数でない列か、単位が行ごとに違う列',
      },
    ),
    column(
      'unit_column',
      '単位の列',
      'id',
      '行ごとに単位の違う数の、単位を言う列の物理名',
      ({ each: { unit } }) => (unit !== null && typeof unit === 'object' ? unit.column : null),
      { blank: '数でない列か、単位が一つの列' },
    ),
    column('code_table', '符号表', 'id', '符号の列の符号表。codes の表と結ぶ', ({ each }) => each.codes, {
      blank: '符号の列でない',
    }),
    column(
      'as_written',
      '字の扱い',
      'code',
      '字が書かれたとおりか、読みかえたか',
      ({ each }) => (each.kind === 'name' || each.kind === 'raw' ? '1' : '0'),
      { codes: 'as-written' },
    ),
  ]),
}

const codesTable: TableOf<CodeRow, null> = {
  name: 'codes',
  title: '符号表',
  description: '符号の列の、符号とことば。一行が一つの符号',
  columns: [
    column('code_table', '符号表の名', 'id', '列の定義の「符号表」と結ぶ', ({ table }) => table),
    column('code_table_title', '符号表の題', 'word', '日本語の題', ({ title }) => title),
    column('code', '符号', 'id', '列に書かれる符号', ({ code }) => code),
    column('code_label', '符号のことば', 'word', '符号の意味', ({ label }) => label),
    column('code_description', '符号の説明', 'text', '符号の説明', ({ description }) => description),
  ],
}

const formatChangesTable: TableOf<FormatChange, null> = {
  name: 'format-changes',
  title: '書式の変更の履歴',
  description: '表と列の変更。年によって書式が変わるときは、ここに書く。一行が一つの変更',
  columns: [
    column('format_version', '書式の版', 'id', '版の番号', ({ version }) => version),
    column('change_date', '変更の日', 'date', '書式を変えた日', ({ date }) => date),
    column('change', '変更の内容', 'text', '足した・変えた・やめた表と列', ({ change }) => change),
  ],
}

const accompanyingTables: readonly Described[] = [
  aboutTable,
  codesTable,
  formatChangesTable,
  datasetsTable,
  columnsTable,
]

/** データに添える表のすべて。辞書は、添える表の列も定義する。 */
export const accompanying = (data: readonly Dataset[], edition: Edition, format: DataFormat): readonly Dataset[] => {
  const all: readonly Described[] = [...data, ...accompanyingTables]
  return [
    filled(aboutTable, factsOf(edition, format), null),
    filled(datasetsTable, all, null),
    filled(columnsTable, columnRows(all), null),
    filled(codesTable, codeRows, null),
    filled(formatChangesTable, formatChanges, null),
  ]
}

const columnRows = (tables: readonly Described[]): readonly ColumnRow[] =>
  tables.flatMap((of) => of.columns.map((each, at) => ({ of, number: at + 1, each })))

/** データ辞書に載る表のすべて（版によらない）。`docs/data-dictionary.md` のため。 */
export const describedTables = (makers: readonly DatasetMaker[]): readonly Described[] => [
  ...makers,
  ...accompanyingTables,
]

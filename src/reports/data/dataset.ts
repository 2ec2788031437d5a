import type { Edition } from '#domain/plan/edition.ts'
import { isDecimal } from '#domain/quantity/decimal.ts'
import type { Alongside } from '../alongside.ts'
import { type CodeTableName, codeLabel } from './code-tables.ts'
import type { ColumnKind } from './column-kind.ts'
import { plainCharacters, writtenCharacters } from './plain-characters.ts'

/**
 * 機械可読なデータの表一つ。人の見る帳票（`Report`）とは別のもので、決まりはデジタル庁「行政データにおける
 * 機械可読性に関するルール」（見出しは一行目だけ、一升に一つの値、数は数のまま、縦持ち、符号には符号表）による。
 */

/** 列の定義。データ辞書の一行になる。 */
export type DataColumn = {
  /** 物理名。英小文字・数字・下線だけ。CSV の見出しと JSON の鍵。 */
  readonly name: string
  /** 列名。表の中で一つで、これだけ読んで分かる。Excel の見出し。 */
  readonly title: string
  readonly kind: ColumnKind
  readonly description: string
  /** どの行にも必ず値がある。 */
  readonly required: boolean
  /** 空欄の意味。必ずある列では null。 */
  readonly blank: string | null
  /** 数の単位（「％」）。行ごとに違うときは、単位の列の物理名を `{ column: 'unit' }` で。数でない列は null。 */
  readonly unit: string | { readonly column: string } | null
  readonly codes: CodeTableName | null
}

/** 升目。数も十進の文字列で持つ（「△」や区切りはない）。null は値なし。 */
export type DataValue = string | null

/** 列と、行からその値を取り出すところ。`Context` は行のほかに要るもので、ふだんは版。 */
export type ColumnOf<Row, Context = Edition> = DataColumn & {
  readonly value: (row: Row, context: Context) => DataValue
}

export type DatasetHeading = {
  /** 名。英小文字とハイフン。ファイル名に使う。 */
  readonly name: string
  /** 表の名。Excel のシート名にもなるので 31 字まで。 */
  readonly title: string
  /** 何の表で、一行が何か。 */
  readonly description: string
}

/** 機械可読な表。`rows` の升目は `columns` と同じ順。 */
export type Dataset = DatasetHeading & {
  readonly columns: readonly DataColumn[]
  readonly rows: readonly (readonly DataValue[])[]
}

/** 表の作り手。列は版によらず決まっている（年によって書式が変わらない）。 */
export type DatasetMaker = DatasetHeading & {
  readonly columns: readonly DataColumn[]
  readonly make: (edition: Edition, alongside?: Alongside) => Dataset
}

/** 列の書き足し。ふだんは必ずある列でなく、空欄は「値なし」。 */
type ColumnRest = Partial<Pick<DataColumn, 'required' | 'blank' | 'unit' | 'codes'>>

/**
 * 列を定める。`column('goal_title', '基本目標の名', 'name', '…', ({ goal }) => goal.title, { blank: 'どれにも属さない' })`
 * 空欄の意味（`blank`）を書かない列は、必ず値がある列になる。
 */
export const column = <Row, Context = Edition>(
  name: string,
  title: string,
  kind: ColumnKind,
  description: string,
  value: ColumnOf<Row, Context>['value'],
  { blank = null, required = blank === null, unit = null, codes = null }: ColumnRest = {},
): ColumnOf<Row, Context> => ({ name, title, kind, description, required, blank, unit, codes, value })

/** 表の定め。見出しと、値の取り出し方の付いた列。 */
export type TableOf<Row, Context = Edition> = DatasetHeading & { readonly columns: readonly ColumnOf<Row, Context>[] }

/** 定めに行を入れて表にする。列の決まりを破る値は作り手の誤りなので投げる。 */
export const filled = <Row, Context>(
  { name, title, description, columns }: TableOf<Row, Context>,
  rows: readonly Row[],
  context: Context,
): Dataset => ({
  name,
  title,
  description,
  columns: columns.map(withoutValue),
  rows: rows.map((row) => columns.map((each) => settled(each, each.value(row, context)))),
})

/** 表の作り手を、見出し・列・行の出どころから。符号の列には、ことばの列が添う。 */
export const datasetMaker = <Row>(
  heading: DatasetHeading,
  columns: readonly ColumnOf<Row>[],
  rowsOf: (edition: Edition, alongside: Alongside) => readonly Row[],
): DatasetMaker => {
  const named = withCodeNames(columns)
  return {
    ...heading,
    columns: named.map(withoutValue),
    make: (edition, alongside = {}) => filled({ ...heading, columns: named }, rowsOf(edition, alongside), edition),
  }
}

/**
 * 符号の列の隣に、符号のことばの列（`status` に `status_name`）を置く。表計算で開く人が、符号表を引かずに読めるように。
 * はい・いいえ（1・0）には置かない。
 */
export const withCodeNames = <Row, Context>(
  columns: readonly ColumnOf<Row, Context>[],
): readonly ColumnOf<Row, Context>[] =>
  columns.flatMap((each) => {
    const { codes } = each
    if (codes === null || codes === 'yes-no') return [each]
    const label = (row: Row, context: Context): DataValue => {
      const code = each.value(row, context)
      return code === null ? null : codeLabel(codes, code)
    }
    return [
      { ...each, title: `${each.title}の符号` },
      column(`${each.name}_name`, each.title, 'word', `${each.name} の符号のことば`, label, { blank: each.blank }),
    ]
  })

const withoutValue = <Row, Context>({ value: _, ...rest }: ColumnOf<Row, Context>): DataColumn => rest

export const isNumeric = ({ kind }: Pick<DataColumn, 'kind'>): boolean => kind === 'integer' || kind === 'decimal'

/** 列の決まりに合わせた値。 */
const settled = (each: DataColumn, value: DataValue): DataValue => {
  const written = (value === null ? null : writtenAs(each, value)) ?? (isSpoken(each) ? unstated : null)
  if (written === null && each.required) throw new Error(`column ${each.name} must have a value in every row`)
  if (written !== null && isNumeric(each) && !isNumber(each.kind, written))
    throw new Error(`column ${each.name} holds ${each.kind}s, got "${written}"`)
  return written
}

/** 図書に書かれていないことを言う字。空欄（値なし）と違い、その列に必ず字がある。 */
export const unstated = '記載なし'

/** 必ず字のある列か。名の書かれていない行も、落とさずに「記載なし」とする。 */
const isSpoken = ({ kind, required }: DataColumn): boolean =>
  required && (kind === 'name' || kind === 'word' || kind === 'text')

const isNumber = (kind: ColumnKind, value: string): boolean =>
  isDecimal(value) && (kind === 'decimal' || !value.includes('.'))

const writtenAs = ({ kind }: DataColumn, value: string): DataValue => {
  const text = kind === 'name' || kind === 'raw' ? writtenCharacters(value) : plainCharacters(value, kind)
  return text === '' ? null : text
}

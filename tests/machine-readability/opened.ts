/** 開いたデータ。どの形式も、同じ「表・列の定義・符号表」にして規則に見せる。 */

export type Format = 'csv' | 'json' | 'xlsx'

export type GivenFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** 升目。`text` は書かれた字。`number` は、形式が数として持っているか（CSV は字の形で決まる）。 */
export type OpenedCell = {
  readonly text: string
  readonly number: boolean
  readonly formula: boolean
  readonly look: string
}

export const blankCell: OpenedCell = { text: '', number: false, formula: false, look: '' }

/** 表。`rows` は一行目（見出し）から。 */
export type OpenedTable = {
  readonly name: string
  readonly file: string
  readonly rows: readonly (readonly OpenedCell[])[]
  /** xlsx で、結合・非表示・図など、升目のほかのもの。 */
  readonly extras: Extras
}

export type Extras = {
  readonly merged: readonly string[]
  readonly hidden: readonly string[]
  readonly objects: readonly string[]
  readonly conditional: boolean
}

export const noExtras: Extras = { merged: [], hidden: [], objects: [], conditional: false }

export type ColumnDefinition = {
  readonly dataset: string
  readonly name: string
  readonly title: string
  readonly kind: string
  readonly description: string
  readonly required: boolean
  readonly blankMeaning: string
  readonly unit: string
  readonly unitColumn: string
  readonly codeTable: string
  readonly asWritten: boolean
}

export type Opened = {
  readonly format: Format
  readonly files: readonly GivenFile[]
  readonly tables: readonly OpenedTable[]
  readonly definitions: readonly ColumnDefinition[]
  /** 符号表ごとの符号。 */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>
  /** 読めなかったこと（壊れたファイル、表にできない CSV）。 */
  readonly unreadable: readonly { readonly rule: 'L1-01' | 'L1-15'; readonly message: string }[]
}

export type OpenedColumn = {
  readonly at: number
  readonly heading: string
  readonly definition: ColumnDefinition | undefined
}

export const headingOf = ({ rows }: OpenedTable): readonly string[] => (rows[0] ?? []).map(({ text }) => text)

export const dataRows = ({ rows }: OpenedTable): readonly (readonly OpenedCell[])[] => rows.slice(1)

export const definitionsOf = ({ definitions }: Pick<Opened, 'definitions'>, { name }: OpenedTable) =>
  definitions.filter(({ dataset }) => dataset === name)

/** 見出しと、その列の定義。 */
export const columnsIn = (opened: Pick<Opened, 'definitions'>, table: OpenedTable): readonly OpenedColumn[] => {
  const known = definitionsOf(opened, table)
  return headingOf(table).map((heading, at) => ({
    at,
    heading,
    definition: known.find(({ name, title }) => heading === name || heading === title),
  }))
}

/** 添えられた表を、物理名の鍵で引ける行に。Excel の見出しは日本語なので、両方の名で引く。 */
export const recordsOf = (table: OpenedTable | undefined, headings: Readonly<Record<string, string>>) => {
  if (!table) return []
  const header = headingOf(table)
  return dataRows(table).map((row) =>
    Object.fromEntries(
      Object.entries(headings).map(([name, title]) => {
        const at = header.findIndex((heading) => heading === name || heading === title)
        return [name, at < 0 ? '' : (row[at]?.text ?? '')]
      }),
    ),
  )
}

const dictionaryHeadings = {
  dataset: '表の名',
  column_name: '列の物理名',
  column_title: '列名',
  column_kind: '列の種類の符号',
  column_description: '列の定義',
  required: '必ず値があるか',
  blank_meaning: '空欄の意味',
  column_unit: '数の単位',
  unit_column: '単位の列',
  code_table: '符号表',
  as_written: '字の扱いの符号',
}

export const definitionsIn = (table: OpenedTable | undefined): readonly ColumnDefinition[] =>
  recordsOf(table, dictionaryHeadings).map((row) => ({
    dataset: row.dataset ?? '',
    name: row.column_name ?? '',
    title: row.column_title ?? '',
    kind: row.column_kind ?? '',
    description: row.column_description ?? '',
    required: row.required === '1',
    blankMeaning: row.blank_meaning ?? '',
    unit: row.column_unit ?? '',
    unitColumn: row.unit_column ?? '',
    codeTable: row.code_table ?? '',
    asWritten: row.as_written === '1',
  }))

export const codesIn = (table: OpenedTable | undefined): ReadonlyMap<string, ReadonlySet<string>> => {
  const rows = recordsOf(table, { code_table: '符号表の名', code: '符号' })
  const names = [...new Set(rows.map(({ code_table = '' }) => code_table))]
  return new Map(
    names.map((name) => [name, new Set(rows.flatMap((row) => (row.code_table === name ? [row.code ?? ''] : [])))]),
  )
}

/** ファイルの決まりと履歴（about・sources・format-changes）を引く。 */
export const tableNamed = ({ tables }: Pick<Opened, 'tables'>, name: string): OpenedTable | undefined =>
  tables.find((table) => table.name === name)

import type { Accumulation, FormName } from '../plan/draft.ts'

/**
 * 取込みで人が加える訂正。図書そのものは変えず、読み取った案の上に順に重ねる。
 * 行と値は、案の id でなく所在で指す（列の読み方を変えて読み直しても、同じ升目の値に掛かるように）。
 */
export type Correction =
  /** 値。`raw` は人の打った字で、値の読み方は図書の字と同じ。 */
  | { readonly what: 'value'; readonly entry: EntryKey; readonly at: FigureKey; readonly raw: string }
  /** 値の年度。 */
  | { readonly what: 'year'; readonly entry: EntryKey; readonly at: FigureKey; readonly year: number | null }
  /** 図書にない値を書き足す。 */
  | {
      readonly what: 'added-value'
      readonly entry: EntryKey
      readonly role: FigureRole
      readonly year: number | null
      readonly raw: string
    }
  | { readonly what: 'unit'; readonly entry: EntryKey; readonly unit: string | null }
  | { readonly what: 'name'; readonly entry: EntryKey; readonly name: string }
  | { readonly what: 'class'; readonly entry: EntryKey; readonly class: string }
  /** どの節の下か（節の所在）。 */
  | { readonly what: 'node'; readonly entry: EntryKey; readonly node: EntryKey | null }
  | { readonly what: 'departments'; readonly entry: EntryKey; readonly departments: readonly string[] }
  | { readonly what: 'accumulation'; readonly entry: EntryKey; readonly accumulation: Accumulation }
  /** ほかの行の内訳・再掲にする（null で外す）。 */
  | { readonly what: 'breakdown-of'; readonly entry: EntryKey; readonly of: EntryKey | null }
  | { readonly what: 'repeat-of'; readonly entry: EntryKey; readonly of: EntryKey | null }
  /** 二つ以上の読みが残った行で、`certainty.alternatives` の何番目を採るか（0 から）。 */
  | { readonly what: 'alternative'; readonly entry: EntryKey; readonly choice: number }
  /** 疑わしい行を、人が図書と見くらべて「このとおり」とした。 */
  | { readonly what: 'checked'; readonly entry: EntryKey }
  /** 取り込まない行と、そのわけ。 */
  | { readonly what: 'left-out'; readonly entry: EntryKey; readonly reason: string }
  /** 計画の題・種類。`municipality` は、図書から読み取った市の名が違っていたときの、正しい名。 */
  | { readonly what: 'heading'; readonly field: 'title' | 'kind' | 'municipality'; readonly text: string }
  | { readonly what: 'heading'; readonly field: 'firstYear' | 'lastYear'; readonly year: number | null }

export type FigureRole = 'baseline' | 'target' | 'actual'

/** 案の行の鍵。種類と所在（同じ所在の二つ目からは `#2`）。`i:L49C1`、`n:指標!A7`、`p:L420C3#2` */
export type EntryKey = string

/** 行の中の値の鍵。役と所在（同じ所在の二つ目からは `#2`）。`actual:L49C30`、`target:指標!F7` */
export type FigureKey = string

/** 図書の読み方について人が決めたこと。 */
export type ReadingChoices = {
  /** 人が選んだ様式。null は見分けに任せる。 */
  readonly form: FormName | null
  /** 見出しの行を人が示したもの。 */
  readonly headers: readonly HeaderChoice[]
  readonly columns: readonly ColumnChoice[]
}

export const noChoices: ReadingChoices = { form: null, headers: [], columns: [] }

/** 表の見出しの行。`page` は頁（シート）の番号（1 から）、`line` は頁の中の行の番号（1 から）、`lines` は見出しの段の数。 */
export type HeaderChoice = { readonly page: number; readonly line: number; readonly lines: number }

/**
 * 表の列が何か。この図書（同じバイト列）の中の話なので、列は番号で指してよい。
 * 一つの表で選べば、図書の中の見出しの同じ表にも当たる。年と単位は、null なら見出しのとおり。
 */
export type ColumnChoice = {
  readonly table: TableKey
  readonly column: number
  readonly role: ColumnRole
  readonly year: number | null
  readonly unit: string | null
}

/** 表の鍵。見出しの始まる所（`指標!7`、文章なら `L48`。横に並ぶ二つ目からは列も添えて `指標!H7`、`L48C8`）。 */
export type TableKey = string

/** 人が選べる列の役。ignore は「読まなくてよい」。 */
export type ColumnRole = (typeof columnRoles)[number]
export const columnRoles = [
  'name',
  'level',
  'project',
  'unit',
  'baseline',
  'target',
  'final-target',
  'period-target',
  'actual',
  /** 年度の列で、目標・実績・達成率のどれかは行の見出し（区分の列）が決める。 */
  'by-row',
  'rate',
  'grade',
  'row-label',
  /** 行ごとの年度（年度・時点・目標年度の列）。 */
  'year',
  'department',
  'cost',
  'remarks',
  'reason',
  'definition',
  'sheet-number',
  'number',
  'ignore',
] as const

import type { Message } from '#domain/language/message.ts'
import type { Place, Source } from '#domain/provenance.ts'

/**
 * 読み取りの中間の形。文章・CSV・表計算・（のちに）Word・PDF のどれも、
 * 頁 → 行 → 升目（セル） にそろえ、升目ごとに所在を持つ。
 */
export type SourceDocument = {
  readonly source: Source
  readonly format: 'text' | 'csv' | 'xlsx'
  /** 文字符号（utf-8・shift_jis・utf-16le…）。xlsx は null。 */
  readonly encoding: string | null
  readonly pages: readonly Page[]
  /** 開くときに気づいたこと（隠れた行・文字化け…）。 */
  readonly remarks: readonly { readonly message: Message; readonly places: readonly Place[] }[]
}

/** 頁（文章では全体で一つ、表計算ではシート一つ）。 */
export type Page = {
  readonly name: string | null
  readonly lines: readonly Line[]
  /** 隠されたシート。 */
  readonly hidden?: boolean
}

/** 行。`text` は書かれたままの一行（升目はタブで区切る）。 */
export type Line = {
  readonly number: number
  readonly text: string
  readonly cells: readonly Cell[]
  readonly place: Place
  readonly hidden?: boolean
}

/**
 * 升目。`column` は 0 から数えた列。`text` は書かれたまま（前後の空白は落とす）。
 * 結合セルは左上だけが `text` を持ち、`span` に広がりを持つ。
 */
export type Cell = {
  readonly column: number
  readonly text: string
  readonly place: Place
  /** 表計算の数の、表示で丸められる前の値（十進）。表示が「80.4」でも '80.375'。 */
  readonly value?: string
  readonly span?: { readonly rows: number; readonly columns: number }
  readonly hidden?: boolean
}

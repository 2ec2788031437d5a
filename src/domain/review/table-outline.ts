import type { Message } from '../language/message.ts'
import type { FormName } from '../plan/draft.ts'
import type { Place } from '../provenance.ts'
import type { ColumnChoice, ColumnRole, TableKey } from './correction.ts'

/** どの様式らしいか、とそのわけ。らしい順に並べる。 */
export type FormGuess = { readonly form: FormName; readonly score: number; readonly reasons: readonly Message[] }

/** 図書の中の表一つと、列をどう読んだか。人に見せ、直してもらう。 */
export type TableOutline = {
  readonly key: TableKey
  /** 頁（シート）の番号（1 から。`HeaderChoice` の page と同じ）と名。 */
  readonly page: number
  readonly name: string | null
  /** 見出しの行の番号（頁の中、1 から）。 */
  readonly headerLines: readonly number[]
  /** 中身の行の数。 */
  readonly rows: number
  /** 見出しの指紋（平らにした見出し語と並び）。年の数字と、年だけの列の数は除くので、翌年の同じ様式は同じ指紋になる。 */
  readonly fingerprint: string
  readonly columns: readonly ColumnOutline[]
}

export type ColumnOutline = {
  readonly column: number
  /** 見出し（段があれば上から「実績値 R5」）。 */
  readonly header: string
  readonly place: Place
  readonly role: ColumnRole | null
  readonly year: number | null
  readonly unit: string | null
  /** known 見出し語で分かった、chosen 人が選んだ、unknown 分からない。 */
  readonly by: 'known' | 'chosen' | 'unknown'
  /** 中身のはじめの三つ（空でないもの）。 */
  readonly samples: readonly string[]
}

/** 覚えた列の読み方。団体・様式・年度ごとに、指紋とともに保つ。列は見出しの字で指す（番号では指さない）。 */
export type LearnedMapping = {
  readonly fingerprint: string
  readonly columns: readonly LearnedColumn[]
}

export type LearnedColumn = {
  readonly header: string
  /** 同じ見出しの何番目か（0 から）。 */
  readonly nth: number
  readonly role: ColumnRole
  /** 年度の列なら、計画の年からの見出しの年。見出しに年があれば見出しに従うので null。 */
  readonly year: number | null
  readonly unit: string | null
}

/** 覚えた読み方を、いまの表に当てたもの。様式が変わっていれば `same` は false で、違いを見せてから使う。 */
export type MappingOffer = {
  readonly same: boolean
  readonly columns: readonly ColumnChoice[]
  /** いまの表にない、覚えた見出し。 */
  readonly missing: readonly string[]
  /** 覚えていない、いまの表の見出し。 */
  readonly unknown: readonly string[]
}

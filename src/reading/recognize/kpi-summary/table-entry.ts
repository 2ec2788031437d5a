import type { Params } from '#domain/language/message.ts'
import type { Note } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { NumberCell } from './number-rows.ts'
import type { Phrase } from './phrase.ts'
import type { Written } from './stream-items.ts'

/** 読み手の途中の形。数が先に来る文字の流れからも、升目のある表からも、ここにそろえて案にする。 */
export type GoalEntry = {
  readonly number: string | null
  readonly title: string
  readonly place: Place | null
  /** 施策の見出し。親が先。 */
  readonly sections: readonly SectionEntry[]
  readonly rows: readonly TableEntry[]
  readonly subtotals: readonly SubtotalEntry[]
  readonly remarks: readonly EntryNote[]
}

export type SectionEntry = {
  readonly key: string
  readonly parent: string | null
  readonly depth: 2 | 3
  readonly number: string
  readonly title: string
  readonly place: Place
}

export type SubtotalEntry = {
  readonly projects: number | null
  readonly indicators: number | null
  readonly place: Place
}

/** 年度の升目。`year` のないものは合計の欄。 */
export type YearCell = NumberCell & { readonly year: number | null }

/** 数の行一つと、その名・目標の表記・所見。 */
export type TableEntry = {
  readonly class: 'KPI' | '数値目標'
  /** 名の読めない行は null。 */
  readonly name: Written | null
  readonly project: Written | null
  /** いちばん下の見出しの key。 */
  readonly section: string | null
  readonly baseline: Phrase | null
  readonly target: Phrase | null
  readonly noTargetText: string | null
  readonly targets: readonly YearCell[]
  readonly actuals: readonly YearCell[]
  readonly remark: string | null
  /** 担当課。欄のない表では空。 */
  readonly departments?: readonly string[]
  readonly certainty: EntryCertainty
  readonly notes: readonly EntryNote[]
  readonly place: Place
}

export type EntryCertainty = {
  readonly level: 'certain' | 'likely' | 'doubtful'
  readonly evidence: readonly string[]
  readonly alternatives: readonly {
    readonly targets: readonly YearCell[]
    readonly actuals: readonly YearCell[]
    readonly reason: string
  }[]
}

/** 行についての気づき。案にするとき、その行の id を添える。 */
export type EntryNote = {
  readonly level: Note['level']
  readonly code: string
  readonly params: Params
  readonly places: readonly Place[]
}

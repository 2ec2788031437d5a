import type { AchievementRules } from '../indicator/achievement.ts'
import type { Municipality } from '../people/municipality.ts'
import type { FormName, PlanContent } from './draft.ts'

/** 版。取り込んだ計画一つ。中の id は版をまたいで変わらない（系統 lineage）。 */
export type Edition = EditionHeading & { readonly content: PlanContent }

export type EditionHeading = {
  readonly id: string
  readonly municipality: Municipality
  readonly title: string
  readonly kind: string
  readonly form: FormName
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly rules: AchievementRules
  /** この版の値の出典（新しい順）。所在は先頭の図書の中。 */
  readonly sources: readonly SourceRecord[]
}

/** 保存してある出典。 */
export type SourceRecord = {
  readonly sha256: string
  readonly file: string
  readonly bytes: number
  readonly adoptedAt: string
}

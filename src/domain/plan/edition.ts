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
  /** 版の来歴。倉庫から読んだ版には必ずある。 */
  readonly history?: EditionHistory
}

/** 版の来歴。図書から取り込んだだけの版は、決めた日も会議も知られていないので null。 */
export type EditionHistory = {
  readonly planId: string
  /** 計画の何番目の版か（1 から）。 */
  readonly number: number
  /** 改訂のもとになった版。 */
  readonly basedOn: string | null
  /** 改訂して、次の版に替わったか（旧版）。 */
  readonly supersededBy: string | null
  /** 次の版を決めた日（旧版で、日の分かるときだけ）。 */
  readonly supersededOn?: string | null
  /** 決めた日（`2026-03-25`）と、決めたところ（「市議会」「推進本部」）。 */
  readonly decidedOn: string | null
  readonly decidedBy: string | null
  /** 勘案した国の総合戦略の代。 */
  readonly frame: string | null
}

/** 保存してある出典。 */
export type SourceRecord = {
  readonly sha256: string
  readonly file: string
  readonly bytes: number
  readonly adoptedAt: string
}

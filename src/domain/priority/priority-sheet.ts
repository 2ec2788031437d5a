/**
 * 重点目標調書の状態。setting 設定中 → proposed 提出（市長の確認待ち） → confirmed 確認済み →
 * interim-reported 中間報告 → interim-heard 中間ヒアリング済み → final-reported 期末報告 → closed 期末評価済み。
 */
export const prioritySheetStates = [
  'setting',
  'proposed',
  'confirmed',
  'interim-reported',
  'interim-heard',
  'final-reported',
  'closed',
] as const
export type PrioritySheetState = (typeof prioritySheetStates)[number]

/**
 * 重点目標の一年。市が中間報告をするかと、設定・中間・期末の締切（決めていなければ null）。
 * 調書はこの年の下に、部局ごとに一枚。
 */
export type PriorityYear = {
  /** 年度（西暦の始まり）。 */
  readonly year: number
  readonly interim: boolean
  readonly setBy: string | null
  readonly interimBy: string | null
  readonly finalBy: string | null
  readonly revision: number
}

/** 部局の一年の重点目標調書。 */
export type PrioritySheet = {
  readonly id: string
  readonly departmentId: string
  /** 年度（西暦の始まり）。 */
  readonly year: number
  readonly state: PrioritySheetState
  /** 差し戻されていれば、そのわけ。 */
  readonly returnedReason: string | null
  readonly goals: readonly SheetGoal[]
  readonly revision: number
  readonly lastAt: string | null
  readonly lastBy: string | null
}

/** 重点目標一つ。 */
export type SheetGoal = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly items: readonly SheetItem[]
}

/** 重点取組項目。①…と名、名の下の細目、期限・数値目標、中間・期末の報告。前の年度の項目を引き継いでいれば `continues`。 */
export type SheetItem = {
  readonly id: string
  readonly mark: string
  readonly title: string
  readonly details: readonly string[]
  readonly targets: readonly SheetTarget[]
  readonly continues: string | null
  readonly reports: readonly ProgressReport[]
}

/** 期限・数値目標の一行。書かれたとおりの文と、読めれば数。指標につながっていれば、その指標（系統の id）。 */
export type SheetTarget = {
  readonly text: string
  readonly value: string | null
  readonly unit: string | null
  /** 期限（日）。文にしかなければ null。 */
  readonly due: string | null
  readonly indicatorId: string | null
}

export type ReportStage = 'interim' | 'final'

/** 取組項目の中間・期末の報告。`grade` は ◎○△×（市の区分の符号）。 */
export type ProgressReport = {
  readonly stage: ReportStage
  /** 進捗状況・進捗度。一行ずつ。 */
  readonly lines: readonly string[]
  /** 数値目標ごとの、いまの数（`targets` と同じ順。書かなければ null）。 */
  readonly figures: readonly (string | null)[]
  readonly grade: string | null
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** 調書の一歩の記録。 */
export type PrioritySheetStep = {
  readonly number: number
  readonly step: string
  readonly from: PrioritySheetState
  readonly to: PrioritySheetState
  readonly reason: string | null
  readonly at: string
  readonly by: string
}

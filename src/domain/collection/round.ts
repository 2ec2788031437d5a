/** 照会で尋ねる文の欄。need は always いつも、below 達成率が境を下回ったときだけ、optional 書いてもよい。 */
export type AskedText = {
  /** 欄の符号（英小文字と - ）。回答の field は `text-<key>`。 */
  readonly key: string
  /** 見出し（「増減理由」「今後の取組」）。計画の表では、この見出しの文になる。 */
  readonly heading: string
  readonly need: 'always' | 'below' | 'optional'
}

/** 照会で尋ねるもの。 */
export type RoundAsks = {
  /** 実績値。 */
  readonly actual: boolean
  readonly texts: readonly AskedText[]
  /** 事業費（決算額、千円）。 */
  readonly money: boolean
  /** 事業の年度の実績（個票の箇条書き）。 */
  readonly projectItems: boolean
  /** 根拠となる資料。 */
  readonly evidence: 'none' | 'optional' | 'required'
}

/** 締切。日（`2026-06-12`）で持ち、その日の終わり（日本の時計）まで。approve は課長の確認、accept は企画課の確定。 */
export type RoundDeadlines = {
  readonly enter: string
  readonly approve: string | null
  readonly accept: string | null
}

export type RoundStatus = 'draft' | 'scheduled' | 'open' | 'closed'

/**
 * 照会（とりまとめの一回）。尋ねる年度は前年度の実績のこと（令和7年度実績なら 2025）。
 * scheduled は `opensAt` に自分で開く。closed は凍り、わけを言って開け直すほかは変えられない。
 */
export type CollectionRound = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly fiscalYear: number
  /** 尋ねる計画の版。 */
  readonly editionIds: readonly string[]
  readonly asks: RoundAsks
  /** 各課への案内文。 */
  readonly guidance: string
  /** これを下回る達成率（％、十進）には理由を求める。null なら求めない。 */
  readonly reasonBelow: string | null
  /** 課長の確認（決裁）を通すか。通さなければ、提出を企画課が直に受け取る。 */
  readonly approval: boolean
  readonly deadlines: RoundDeadlines
  readonly status: RoundStatus
  /** ISO 8601。自分で開く時。 */
  readonly opensAt: string | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  /** 尋ねる課。null なら、指標や事業を担当する課すべて。 */
  readonly departmentIds: readonly string[] | null
  /** 開け直したわけ（直近）。 */
  readonly reopenedReason: string | null
  /** 変えるたびに上がる。二人が同時に変えたことを知るため。 */
  readonly revision: number
}

/** 照会の一歩（開いた・あとから指標を足した・閉じた・開け直した）の記録。消えない。 */
export type RoundStep = {
  readonly number: number
  readonly step: 'opened' | 'added' | 'closed' | 'reopened'
  readonly reason: string | null
  readonly at: string
  readonly by: string
}

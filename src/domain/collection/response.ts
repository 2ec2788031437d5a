/**
 * 課の回答（一つの照会に、課ごとに一つ）の状態。
 * 未着手 → 入力中 → 提出 → 課長確認済み → 受理。returned は差し戻されて直しているあいだ。
 */
export const responseStates = ['not-started', 'entering', 'returned', 'submitted', 'approved', 'accepted'] as const
export type ResponseState = (typeof responseStates)[number]

export type Response = {
  readonly id: string
  readonly roundId: string
  readonly departmentId: string
  readonly state: ResponseState
  /** 進むたびに上がる。二人が同時に進めたことを知るため。 */
  readonly revision: number
  /** この課だけ延ばした入力の締切（日）。 */
  readonly extendedTo: string | null
  readonly extensionReason: string | null
  /** いちばん近い動き。 */
  readonly lastAt: string | null
  readonly lastBy: string | null
}

/** 回答の一項目。指標（か事業）一つ。名と単位は、照会を開いたときのもの。 */
export type ResponseItem = {
  readonly id: string
  readonly responseId: string
  readonly departmentId: string
  readonly editionId: string
  readonly kind: 'indicator' | 'project'
  /** 指標・事業の id（系統）。 */
  readonly subjectId: string
  readonly ordinal: number
  readonly name: string
  readonly unit: string | null
}

/** 回答の一歩（提出・決裁・差戻し…）の記録。消えない。 */
export type ResponseStep = {
  readonly number: number
  readonly responseId: string
  readonly step: string
  readonly from: ResponseState
  readonly to: ResponseState
  /** 差し戻したわけ、代決のわけ。 */
  readonly reason: string | null
  /** 代決のとき、代わられた人の名。 */
  readonly onBehalfOf: string | null
  readonly at: string
  readonly by: string
}

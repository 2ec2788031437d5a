import type { Subject } from '#domain/evaluation/evaluation.ts'

/**
 * 付議（外部の推進会議・有識者に見せること）。draft 準備、released 見せている、closed 意見を締め切った。
 * 外部委員は、見せられた付議のほかの評価を見ない。
 */
export type Referral = {
  readonly id: string
  readonly editionId: string
  /** 実績の年度。 */
  readonly year: number
  /** 「令和8年度第1回推進会議」。 */
  readonly title: string
  /** 会議の名（「まち・ひと・しごと創生推進会議」）。 */
  readonly body: string
  readonly meetingOn: string | null
  readonly closesOn: string | null
  readonly guidance: string
  /** 見せるもの。空なら、計画のすべての指標と節。 */
  readonly subjects: readonly Subject[]
  readonly status: 'draft' | 'released' | 'closed'
  readonly releasedAt: string | null
  readonly closedAt: string | null
  readonly revision: number
}

/** 意見一つ。`subject` が null なら計画の全体について。`grade` は委員の付けた区分（付けなくてよい）。 */
export type Opinion = {
  readonly id: string
  readonly referralId: string
  readonly subject: Subject | null
  readonly memberId: string | null
  /** 委員の名（企画課が紙の意見を入れたときも、委員の名）。 */
  readonly memberName: string
  readonly text: string
  readonly grade: string | null
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** 意見への対応。`kind` は 反映する・一部反映・今後の検討・既に実施・参考・反映しない。 */
export type OpinionAnswer = {
  readonly opinionId: string
  readonly kind: 'adopted' | 'partly' | 'considered' | 'already' | 'noted' | 'declined'
  readonly text: string
  readonly departmentId: string | null
  readonly revision: number
  readonly at: string
  readonly by: string
}

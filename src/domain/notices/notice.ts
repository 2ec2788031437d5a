import type { Params } from '../language/message.ts'

/** 通知の種類。照会の節目（開いた・開け直した・閉じた・延ばした・催促）、締切、回答の一歩、招き、市長指示事項。 */
export const noticeKinds = [
  'round-opened',
  'round-reopened',
  'round-closed',
  'due-soon',
  'overdue',
  'reminder',
  'submitted',
  'approved',
  'returned',
  'accepted',
  'withdrawn',
  'extended',
  'invited',
  'instruction-given',
  'instruction-answered',
  'instruction-asked-again',
  'instruction-due-soon',
  'instruction-overdue',
  'referral-released',
  'referral-closing',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * 知らせること。だれに届くかは、種類と課から決まる（`recipients.ts`）。
 * params で使う欄：reason わけ、note 添えることば、date 日、days 日数、stage 段（enter・approve・accept）、member 招いた人の id、
 * referral 付議の id、title 付議の題、
 * instruction 市長指示事項の id、number その番号。
 */
export type NewNotice = {
  readonly kind: NoticeKind
  readonly departmentId: string | null
  readonly roundId: string | null
  readonly responseId: string | null
  readonly params: Params
}

/** 届いた人。fallback は、本来の受け手がいないので代わりに届いたもの。 */
export type Recipient = {
  readonly memberId: string
  readonly as: RecipientRole
  readonly fallback: boolean
}

/** 受け手の役どころ。person は、その人自身のこと（招き）。 */
export type RecipientRole = 'editor' | 'approver' | 'planner' | 'administrator' | 'person'

/** 置かれた通知。`number` は市ごとの通し番号。 */
export type Notice = NewNotice & {
  readonly id: string
  readonly number: number
  /** ISO 8601。 */
  readonly at: string
  readonly by: string
  /** 照会の題と課の名（見せるため）。 */
  readonly round: string | null
  readonly department: string | null
}

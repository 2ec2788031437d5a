import type { Referral } from '#domain/committee/referral.ts'
import { dueKey, dueNotice } from '#domain/notices/due-notice.ts'
import type { NewNotice } from '#domain/notices/notice.ts'

/** 意見の締切の 7・3・1 日前の、委員への知らせ。過ぎてからは、委員には知らせない（企画課の仕事に出る）。 */
export const closingNotices = (
  referrals: readonly Referral[],
  today: string,
): readonly { readonly key: string; readonly notice: NewNotice }[] =>
  referrals.flatMap(({ id, title, status, closesOn }) => {
    if (status !== 'released' || closesOn === null) return []
    const due = { stage: 'enter', day: closesOn } as const
    const told = dueNotice(due, today)
    if (told?.kind !== 'due-soon') return []
    const params = { referral: id, title, days: told.days, date: closesOn }
    const notice = { kind: 'referral-closing', departmentId: null, roundId: null, responseId: null, params } as const
    return [{ key: dueKey(id, due, told), notice }]
  })

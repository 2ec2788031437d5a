import { addDays, daysBetween, orNextMonday } from '../year/calendar.ts'
import type { Response, ResponseState } from './response.ts'
import type { CollectionRound } from './round.ts'

/** 次の一歩の締切。だれの番か（enter 課の入力、approve 課長の確認、accept 企画課の受理）と、その日。 */
export type Due = { readonly stage: 'enter' | 'approve' | 'accept'; readonly day: string }

/** まだ課が出していない状態。 */
export const isUnsubmitted = (state: ResponseState): boolean =>
  state === 'not-started' || state === 'entering' || state === 'returned'

/**
 * 回答の次の締切。延ばした課は、延ばした日。受理したものと、日の決まっていない段は null。
 * 入力の締切を延ばした課は、課長の確認もその日より前には迫らない。
 */
export const dueOf = (
  { deadlines, approval }: Pick<CollectionRound, 'deadlines' | 'approval'>,
  { state, extendedTo }: Pick<Response, 'state' | 'extendedTo'>,
): Due | null => {
  if (isUnsubmitted(state)) return { stage: 'enter', day: extendedTo ?? deadlines.enter }
  if (state === 'submitted' && approval)
    return deadlines.approve === null ? null : { stage: 'approve', day: later(deadlines.approve, extendedTo) }
  if (state === 'accepted' || deadlines.accept === null) return null
  return { stage: 'accept', day: deadlines.accept }
}

const later = (day: string, other: string | null): string => (other !== null && other > day ? other : day)

/** 締切まで何日か。当日は 0、過ぎていれば負。 */
export const daysLeft = ({ day }: Due, today: string): number => daysBetween(today, day)

/** 締切を過ぎたか。その日の終わり（日本の時計）までは過ぎない。 */
export const isOverdue = (due: Due | null, today: string): boolean => due !== null && due.day < today

/** 初めの締切：開く日から、入力に二週間、課長の確認に一週間、受理に一週間。土日なら次の月曜。 */
export const usualDeadlines = (from: string, approval: boolean): CollectionRound['deadlines'] => ({
  enter: orNextMonday(addDays(from, 14)),
  approve: approval ? orNextMonday(addDays(from, 21)) : null,
  accept: orNextMonday(addDays(from, 28)),
})

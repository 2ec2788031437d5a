import type { Problem } from '../problem.ts'
import { isWeekend } from '../year/calendar.ts'
import type { CollectionRound, RoundDeadlines } from './round.ts'

/** 照会の、直すところ。どの欄のことか。 */
export type RoundTrouble = { readonly field: RoundField; readonly problem: Problem }

export type RoundField =
  | 'title'
  | 'fiscal-year'
  | 'editions'
  | 'asks'
  | 'texts'
  | 'reason-below'
  | 'enter'
  | 'approve'
  | 'accept'
  | 'departments'
  | 'opens'
  | 'guidance'

export const trouble = (field: RoundField, code: string, params: Problem['params'] = {}): RoundTrouble => ({
  field,
  problem: { kind: code, code, params },
})

/** 文に入れる日（`say` が、そのことばで読む）。 */
export const dayParams = (day: string): Problem['params'] => ({ day: `@day-${day}` })

const stages = ['enter', 'approve', 'accept'] as const

/** 締切のおかしいところ。過ぎた日と、順の逆さま。`before` は、いまの締切（変えない日は、過ぎていてもよい）。 */
export const deadlineTroubles = (
  deadlines: RoundDeadlines,
  today: string,
  before?: RoundDeadlines,
): readonly RoundTrouble[] =>
  stages.flatMap((stage, index) => {
    const day = deadlines[stage]
    if (day === null) return []
    const past = day < today && day !== before?.[stage]
    if (past) return [trouble(stage, 'rounds.deadline-past', dayParams(day))]
    const earlier = stages.slice(0, index).findLast((each) => deadlines[each] !== null)
    const first = earlier && deadlines[earlier]
    return earlier && first && day < first ? [trouble(stage, `rounds.deadline-order-${stage}`, dayParams(first))] : []
  })

/** 土日に当たる締切。断りはしないが、知らせる。 */
export const weekendDeadlines = (deadlines: RoundDeadlines): readonly string[] =>
  stages.flatMap((stage) => {
    const day = deadlines[stage]
    return day !== null && isWeekend(day) ? [day] : []
  })

/** 何も尋ねない照会か。 */
export const asksNothing = ({ actual, texts, money, projectItems }: CollectionRound['asks']): boolean =>
  !actual && texts.length === 0 && !money && !projectItems

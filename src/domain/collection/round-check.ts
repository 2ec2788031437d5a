import type { Problem } from '../problem.ts'
import { isWeekend } from '../year/calendar.ts'
import { fiscalYearInWords } from '../year/fiscal-year.ts'
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

/**
 * 題・案内文の言う年度のうち、尋ねる年度でないもの。年度だけを選び直し、文を直し忘れたときに気づく。
 * 「令和7年度に公表する令和6年度の実績」のように、尋ねる年度も言っている文は、よい。
 *
 * @example otherYearsIn({ title: '令和7年度実績の照会', guidance: '', fiscalYear: 2024 }) // → ['令和7年度']
 */
export const otherYearsIn = ({
  title,
  guidance,
  fiscalYear,
}: Pick<CollectionRound, 'title' | 'guidance' | 'fiscalYear'>): readonly string[] => {
  const own = [fiscalYearInWords({ startYear: fiscalYear }), fiscalYearInWords({ startYear: fiscalYear }, 'western')]
  const named = [title, guidance].flatMap((text) => {
    const years =
      text
        .normalize('NFKC')
        .replace(/\s/g, '')
        .match(/(?:令和|平成)(?:元|\d+)年度|[12]\d{3}年度/g) ?? []
    return years.some((year) => own.includes(year)) ? [] : years
  })
  return [...new Set(named)]
}

/** 何も尋ねない照会か。 */
export const asksNothing = ({ actual, texts, money, projectItems }: CollectionRound['asks']): boolean =>
  !actual && texts.length === 0 && !money && !projectItems

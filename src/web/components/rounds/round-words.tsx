import type { RoundContent } from '#domain/collection/read-round.ts'
import type { CollectionRound, RoundAsks } from '#domain/collection/round.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { type Frame, type WebCode, yearInWords } from '../../frame.ts'

/** 照会の中身を、欄の名とことばで（下見に並べ、ほかの人の直しと見比べる）。 */
export const roundFacts = (
  frame: Frame,
  round: RoundContent,
  editions: readonly EditionHeading[],
  units: readonly OrganisationUnit[],
): readonly { readonly label: WebCode; readonly words: string }[] => {
  const { t } = frame
  const { deadlines, approval } = round
  const nameOf = new Map([
    ...editions.map(({ id, title }) => [id, title] as const),
    ...units.map(({ id, name }) => [id, name] as const),
  ])
  const names = (ids: readonly string[]) =>
    listed(
      frame,
      ids.map((id) => nameOf.get(id) ?? '?'),
    )
  return [
    { label: 'rounds.field-title', words: round.title },
    { label: 'rounds.field-fiscal-year', words: yearInWords(frame, round.fiscalYear) },
    { label: 'rounds.field-editions', words: names(round.editionIds) },
    { label: 'rounds.field-asks', words: listed(frame, valuesAsked(frame, round.asks)) },
    ...(round.asks.texts.length > 0
      ? [{ label: 'rounds.field-texts' as const, words: listed(frame, textsAsked(frame, round.asks)) }]
      : []),
    ...(round.reasonBelow === null
      ? []
      : [{ label: 'rounds.field-reason-below' as const, words: `${round.reasonBelow}${t('rounds.percent')}` }]),
    { label: 'rounds.field-evidence', words: t(`rounds.evidence-${round.asks.evidence}`) },
    {
      label: 'rounds.field-departments',
      words: round.departmentIds === null ? t('rounds.whom-all') : names(round.departmentIds),
    },
    { label: 'rounds.field-approval', words: t(approval ? 'rounds.approval-yes' : 'rounds.approval-no') },
    { label: 'rounds.field-enter', words: dayInWords(deadlines.enter, frame.lang, true) },
    ...(['approve', 'accept'] as const).flatMap((stage) => {
      const day = deadlines[stage]
      return day === null ? [] : [{ label: `rounds.field-${stage}` as const, words: dayInWords(day, frame.lang, true) }]
    }),
    { label: 'rounds.field-guidance', words: round.guidance },
  ]
}

const valuesAsked = ({ t }: Frame, { actual, money, projectItems }: RoundAsks): readonly string[] => [
  ...(actual ? [t('rounds.ask-actual')] : []),
  ...(money ? [t('rounds.ask-money')] : []),
  ...(projectItems ? [t('rounds.ask-project-items')] : []),
]

const textsAsked = ({ t, lang }: Frame, { texts }: RoundAsks): readonly string[] =>
  texts.map(({ heading, need }) =>
    lang === 'ja' ? `${heading}（${t(`rounds.need-${need}`)}）` : `${heading} (${t(`rounds.need-${need}`)})`,
  )

export const listed = ({ lang }: Frame, words: readonly string[]): string => words.join(lang === 'ja' ? '、' : ', ')

/** 照会の状態の、いつ。「2026/05/11 8:30 に開きます」 */
export const statusWhen = (
  { t }: Frame,
  { status, opensAt, openedAt, closedAt }: Pick<CollectionRound, 'status' | 'opensAt' | 'openedAt' | 'closedAt'>,
): string => {
  if (status === 'scheduled' && opensAt) return t('rounds.opens-at', { time: momentInWords(opensAt) })
  if (status === 'open' && openedAt) return t('rounds.opened-at', { time: momentInWords(openedAt) })
  return status === 'closed' && closedAt ? t('rounds.closed-at', { time: momentInWords(closedAt) }) : ''
}

/** 状態を、語と形で。 */
export const RoundStatus = ({ frame, status }: { frame: Frame; status: CollectionRound['status'] }) => (
  <span class={`rounds-status is-${status}`}>{frame.t(`rounds.status-${status}`)}</span>
)

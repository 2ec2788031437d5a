import { responseStates } from '#domain/collection/response.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { BoardView } from '#operations/collection/board.ts'
import type { Frame } from '../../frame.ts'
import { stateInWords } from './state-word.tsx'

/** 全体の一行と、提出の割合の棒と、段ごとの締切。 */
export const BoardSummary = ({ frame, view: { round, totals } }: { frame: Frame; view: BoardView }) => {
  const { t, lang } = frame
  const { departments, states, overdue, asked, answered, unsubmitted } = totals
  const submitted = departments - unsubmitted
  const percent = Math.floor((100 * submitted) / departments)
  const words = t('rounds.bar-words', { of: departments, done: submitted, percent })
  const stages = (['enter', 'approve', 'accept'] as const).flatMap((stage) => {
    const day = round.deadlines[stage]
    return day === null ? [] : [t(`rounds.${stage}-until`, { day: dayInWords(day, lang) })]
  })
  return (
    <section class="rounds-summary" aria-label={t('rounds.board-title')}>
      <p class="lead">
        {t('rounds.total-departments', { count: departments })}{' '}
        <strong>
          {responseStates
            .filter((state) => states[state] > 0)
            .toReversed()
            .map((state) => t('rounds.total-state', { state: stateInWords(frame, state), count: states[state] }))
            .join(t('rounds.total-between'))}
        </strong>
        {overdue > 0 && <span class="rounds-late">{t('rounds.total-overdue', { count: overdue })}</span>}
      </p>
      <p class="rounds-bar">
        <progress max={departments} value={submitted} aria-label={t('rounds.bar')}>
          {words}
        </progress>
        <span>{words}</span>
      </p>
      <p class="sub">
        {t('rounds.total-items', { asked, answered })} {stages.join(lang === 'ja' ? '、' : ', ')}
      </p>
    </section>
  )
}

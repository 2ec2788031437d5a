import { responseStates } from '#domain/collection/response.ts'
import type { BoardView } from '#operations/collection/board.ts'
import type { Frame } from '../../frame.ts'
import type { BoardAsked } from '../../pages/rounds/board-page.tsx'
import { stateInWords } from './state-word.tsx'

type Props = { frame: Frame; code: string; view: BoardView; asked: BoardAsked }

/** 絞り込みと並べ方と、照会全体にすること。 */
export const BoardWays = ({ frame, code, view, asked }: Props) => (
  <div class="rounds-ways screen-only">
    <Filter frame={frame} code={code} view={view} asked={asked} />
    {view.manages && <RoundActs frame={frame} code={code} view={view} />}
  </div>
)

const Filter = ({ frame, code, view: { round, totals }, asked }: Props) => {
  const { t, to } = frame
  const here = (state: string | undefined, sort: string) =>
    to.round(code, round.id, { state, sort: sort === 'due' ? undefined : sort })
  const { states, departments, unsubmitted, overdue } = totals
  const choices = [
    { key: undefined, words: t('rounds.filter-all', { count: departments }), count: 1 },
    { key: 'overdue', words: t('rounds.filter-overdue', { count: overdue }), count: overdue },
    { key: 'unsubmitted', words: t('rounds.filter-unsubmitted', { count: unsubmitted }), count: unsubmitted },
    ...responseStates.map((key) => ({
      key,
      words: t('rounds.filter-state', { state: stateInWords(frame, key), count: states[key] }),
      count: states[key],
    })),
  ]
  return (
    <>
      <nav class="rounds-filter" aria-label={t('rounds.filter')}>
        {choices
          .filter(({ key, count }) => count > 0 || key === asked.state)
          .map(({ key, words }) => (
            <a href={here(key, asked.sort)} aria-current={key === asked.state ? 'true' : undefined}>
              {words}
            </a>
          ))}
      </nav>
      {departments > 1 && (
        <nav class="rounds-filter" aria-label={t('rounds.sort')}>
          {(['due', 'department'] as const).map((sort) => (
            <a href={here(asked.state, sort)} aria-current={sort === asked.sort ? 'true' : undefined}>
              {t(`rounds.sort-${sort}`)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

const RoundActs = ({ frame, code, view: { round, totals } }: Omit<Props, 'asked'>) => {
  const { t, to } = frame
  const acceptable = totals.states.approved + (round.approval ? 0 : totals.states.submitted)
  if (round.status !== 'open') return null
  return (
    <p class="rounds-acts">
      {acceptable > 0 && (
        <a class="button primary small" href={to.roundPart(code, round.id, 'accept')}>
          {t('rounds.to-accept')}
        </a>
      )}
      {totals.unsubmitted > 0 && (
        <a class="button small" href="#urge">
          {t('rounds.urge-title')}
        </a>
      )}
      <a class="button small" href={to.roundPart(code, round.id, 'sheets')}>
        {t('rounds.to-sheets')}
      </a>
      <a class="button small" href={to.roundPart(code, round.id, 'edit')}>
        {t('rounds.to-edit-open')}
      </a>
      <a class="button small" href={to.roundPart(code, round.id, 'close')}>
        {t('rounds.to-close')}
      </a>
    </p>
  )
}

import { momentInWords } from '#domain/year/moment.ts'
import type { BoardView } from '#operations/collection/board.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'
import { Spoken } from '../spoken.tsx'
import type { UrgeGiven } from './board-acts.tsx'

type Props = { frame: Frame; code: string; view: BoardView; given: UrgeGiven | undefined }

/** 照会の記録（開いた・閉じた・開け直した、だれが、なぜ）と、閉じた照会を開け直す欄。 */
export const BoardHistory = ({ frame, code, view, given }: Props) => {
  const { t } = frame
  const { round, steps, manages } = view
  return (
    <section aria-labelledby="history">
      {round.status === 'closed' && manages && <Reopen frame={frame} code={code} view={view} given={given} />}
      <h2 id="history">{t('rounds.history')}</h2>
      <ol class="rounds-steps">
        {steps.map(({ step, reason, at, by }) => (
          <li>
            <time datetime={at}>{momentInWords(at)}</time> {t(`rounds.step-${step}`)} <Own frame={frame}>{by}</Own>
            {reason && (
              <p class="rounds-lines">
                <Spoken frame={frame} words={t('rounds.return-reason', { reason })} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const Reopen = ({ frame, code, view: { round }, given }: Props) => {
  const { t, to } = frame
  return (
    <form method="post" action={to.roundPart(code, round.id, 'reopen')} class="screen-only">
      <h2>{t('rounds.reopen-title')}</h2>
      <p>{t('rounds.reopen-lead')}</p>
      <div class="field">
        <label for="reopen-reason">{t('rounds.reopen-reason')}</label>
        {given?.act === 'reopen' && (
          <p class="error" role="alert" id="reopen-error">
            <ProblemWords frame={frame} problem={given.refused} />
          </p>
        )}
        <textarea id="reopen-reason" name="reason" required>
          {given?.act === 'reopen' ? given.reason : ''}
        </textarea>
      </div>
      <button type="submit">{t('rounds.reopen-do')}</button>
    </form>
  )
}

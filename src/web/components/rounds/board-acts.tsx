import type { Problem } from '#domain/problem.ts'
import type { BoardView } from '#operations/collection/board.ts'
import type { Frame } from '../../frame.ts'
import { ProblemWords } from '../report/problem-words.tsx'
import { Tick } from './form-fields.tsx'

/** 催促・延長・開け直しの欄に打たれたまま。断ったときは、そのわけも。 */
export type UrgeGiven = {
  readonly act: 'remind' | 'extend' | 'reopen' | 'add'
  readonly whom: string
  readonly ids: readonly string[]
  readonly note: string
  readonly to: string
  readonly reason: string
  readonly refused: Problem
}

type Props = { frame: Frame; code: string; view: BoardView; given: UrgeGiven | undefined }

/** 課に知らせる：催促と、締切の延長。まだ出していない課があるあいだだけ。 */
export const BoardActs = ({ frame, code, view: { round, totals }, given }: Props) => {
  const { t, to } = frame
  const { unsubmitted, overdue } = totals
  if (unsubmitted === 0) return null
  const whom = given?.whom ?? 'unsubmitted'
  return (
    <section class="rounds-urge screen-only" aria-labelledby="urge">
      <h2 id="urge">{t('rounds.urge-title')}</h2>
      {given?.refused && given.act !== 'reopen' && (
        <p class="error" role="alert">
          <ProblemWords frame={frame} problem={given.refused} />
        </p>
      )}
      <fieldset class="rounds-whom">
        <legend>{t('rounds.whom')}</legend>
        <Tick kind="radio" name="whom" value="unsubmitted" checked={whom === 'unsubmitted'}>
          {t('rounds.whom-unsubmitted', { count: unsubmitted })}
        </Tick>
        {overdue > 0 && (
          <Tick kind="radio" name="whom" value="overdue" checked={whom === 'overdue'}>
            {t('rounds.whom-overdue', { count: overdue })}
          </Tick>
        )}
        <Tick kind="radio" name="whom" value="ticked" checked={whom === 'ticked'}>
          {t('rounds.whom-ticked')}
        </Tick>
      </fieldset>
      <div class="rounds-two">
        <div>
          <h3>{t('rounds.remind-title')}</h3>
          <div class="field">
            <label for="note">{t('rounds.remind-note')}</label>
            <input id="note" name="note" value={given?.note ?? ''} autocomplete="off" maxlength={1000} />
          </div>
          <button type="submit" class="primary">
            {t('rounds.remind-do')}
          </button>
        </div>
        <details open={given?.act === 'extend'}>
          <summary>{t('rounds.extend-title')}</summary>
          <div class="field">
            <label for="extend-to">{t('rounds.extend-to')}</label>
            <input type="date" id="extend-to" name="to" value={given?.to ?? ''} />
          </div>
          <div class="field">
            <label for="extend-reason">{t('rounds.extend-reason')}</label>
            <input id="extend-reason" name="reason" value={given?.reason ?? ''} autocomplete="off" maxlength={1000} />
          </div>
          <button type="submit" formaction={to.roundPart(code, round.id, 'extend')}>
            {t('rounds.extend-do')}
          </button>
        </details>
      </div>
    </section>
  )
}

import { answerAbsences } from '#domain/collection/read-answer.ts'
import { problemInWords } from '#domain/problem.ts'
import type { ActualsView } from '#operations/collection/actuals-view.ts'
import { type Frame, yearInWords } from '../../frame.ts'
import type { ActualsGiven } from '../../pages/flow/actuals-page.tsx'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; view: ActualsView; refused: ActualsGiven['refused'] }

/** 照会の外で実績を直す。わけは必ず書く。 */
export const ReviseForm = ({ frame, view, refused }: Props) => {
  const { edition, indicator, years } = view
  const typed = refused?.typed
  const { t } = frame
  return (
    <section aria-labelledby="revise">
      <h2 id="revise">{t('actuals.revise')}</h2>
      <form method="post" action={`${frame.to.actuals(edition.municipality.code, edition.id, indicator.id)}#revise`}>
        {refused && (
          <p class="notice" role="alert" id="revise-error">
            <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
          </p>
        )}
        <div class="field">
          <label for="year">{t('actuals.year')}</label>
          <select id="year" name="year">
            {years.map(({ year }) => (
              <option
                value={String(year)}
                selected={year === (typed?.year ?? years.find((each) => each.standing)?.year)}
              >
                {yearInWords(frame, year)}
              </option>
            ))}
          </select>
        </div>
        {years.map(({ year, versions }) => (
          <input type="hidden" name={`seen-${year}`} value={String(versions[0]?.version.number ?? 0)} />
        ))}
        <div class="field">
          <label for="raw">{t('actuals.value')}</label>
          <span class="flow-with-unit">
            <input
              id="raw"
              name="raw"
              value={typed?.raw ?? ''}
              maxlength={200}
              autocomplete="off"
              inputmode="decimal"
              aria-describedby={refused ? 'revise-error' : undefined}
            />{' '}
            <Own frame={frame}>{indicator.unit ?? ''}</Own>
          </span>
          <label>
            <input type="checkbox" name="provisional" value="yes" checked={typed?.provisional ?? false} />
            {t('actuals.provisional')}
          </label>
        </div>
        <details class="flow-reasoned" open={(typed?.absence ?? '') !== ''}>
          <summary>{t('actuals.no-value')}</summary>
          <div class="field">
            <label for="absence">{t('actuals.absence')}</label>
            <select id="absence" name="absence">
              <option value="">{t('actuals.has-value')}</option>
              {answerAbsences.map((absence) => (
                <option value={absence} selected={absence === typed?.absence}>
                  {t(`absence.${absence}`)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="expected">{t('actuals.expected')}</label>
            <input id="expected" name="expected" value={typed?.expected ?? ''} maxlength={40} autocomplete="off" />
          </div>
        </details>
        <div class="field">
          <label for="reason">{t('actuals.reason')}</label>
          <p class="hint" id="reason-hint">
            {t('actuals.reason-hint')}
          </p>
          <textarea id="reason" name="reason" required maxlength={2000} aria-describedby="reason-hint">
            {typed?.reason ?? ''}
          </textarea>
        </div>
        <p class="buttons">
          <button type="submit" class="primary">
            {t('actuals.revise-do')}
          </button>
        </p>
      </form>
    </section>
  )
}

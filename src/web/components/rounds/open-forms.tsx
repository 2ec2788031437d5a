import { momentInWords } from '#domain/year/moment.ts'
import type { RoundPreview } from '#operations/collection/view-rounds.ts'
import type { Frame } from '../../frame.ts'
import { Tick } from './form-fields.tsx'

/** 開く欄に打たれたまま。 */
export type OpenGiven = { readonly day: string; readonly time: string; readonly despite: boolean }

type Props = { frame: Frame; code: string; view: RoundPreview; given: OpenGiven }

/** いま開くか、日時を決めるか、予約を取りやめるか、消すか。 */
export const OpenForms = ({ frame, code, view, given }: Props) => {
  const { t, to } = frame
  const { round, blocked } = view
  if (round.status === 'open' || round.status === 'closed')
    return (
      <p class="buttons">
        <a class="button primary" href={to.round(code, round.id)}>
          {t('rounds.to-board')}
        </a>
      </p>
    )
  return (
    <section class="rounds-open screen-only" aria-labelledby="open">
      <h2 id="open">{t('rounds.open-title')}</h2>
      {round.status === 'scheduled' && round.opensAt && <Scheduled frame={frame} code={code} view={view} />}
      {blocked ? <p>{t('rounds.open-cannot')}</p> : <Opening frame={frame} code={code} view={view} given={given} />}
      <details class="rounds-remove">
        <summary>{t('rounds.remove')}</summary>
        <form method="post" action={to.roundPart(code, round.id, 'remove')}>
          <p>{t('rounds.remove-sure')}</p>
          <button type="submit" class="danger small">
            {t('rounds.remove-do')}
          </button>
        </form>
      </details>
    </section>
  )
}

const Scheduled = ({ frame, code, view: { round, now } }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  const time = momentInWords(round.opensAt ?? now)
  const late = (round.opensAt ?? now) < now
  return (
    <form method="post" action={to.roundPart(code, round.id, 'unschedule')} class="rounds-scheduled">
      <p class={late ? 'notice' : 'lead'}>{t(late ? 'rounds.not-opened-in-time' : 'rounds.scheduled', { time })}</p>
      <button type="submit" class="small">
        {t('rounds.unschedule')}
      </button>
    </form>
  )
}

const Opening = ({ frame, code, view: { round, plan }, given }: Props) => {
  const { t, to } = frame
  const incomplete = plan.ownerless.length + plan.withoutPeople.length > 0
  return (
    <form method="post" action={to.roundPart(code, round.id, 'open')}>
      <input type="hidden" name="revision" value={String(round.revision)} />
      {incomplete && (
        <Tick name="despite" checked={given.despite}>
          {t('rounds.open-despite')}
        </Tick>
      )}
      <p class="buttons">
        <button type="submit" class="primary">
          {t('rounds.open-now')}
        </button>
      </p>
      <fieldset class="rounds-schedule">
        <legend>{t('rounds.or-schedule')}</legend>
        <label>
          {t('rounds.schedule-day')}
          <input type="date" name="day" value={given.day} />
        </label>
        <label>
          {t('rounds.schedule-time')}
          <input type="time" name="time" value={given.time} />
        </label>
        <button type="submit" formaction={to.roundPart(code, round.id, 'schedule')}>
          {t('rounds.schedule-do')}
        </button>
      </fieldset>
    </form>
  )
}

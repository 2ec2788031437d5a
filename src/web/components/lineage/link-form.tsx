import { finalTarget } from '#domain/indicator/figures.ts'
import { problemInWords } from '#domain/problem.ts'
import type { LineageView } from '#operations/lineage/lineage-view.ts'
import type { Frame } from '../../frame.ts'
import type { LineageGiven } from '../../pages/lineage/lineage-page.tsx'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; view: LineageView; given: LineageGiven }

/** ほかの計画の同じ指標につなぐ。案から一つ選び、わけを書く。案になければ、名で探す。 */
export const LinkForm = ({ frame, view, given }: Props) => {
  const { edition, indicator, candidates, q } = view
  const { t, to } = frame
  const at = (name?: string) => to.lineage(edition.municipality.code, edition.id, indicator.id, name)
  const refused = given.refused?.act === 'link' ? given.refused : undefined
  return (
    <section aria-labelledby="link" class="screen-only">
      <h2 id="link">{t('lineage.link')}</h2>
      <p>{t('lineage.link-lead')}</p>
      {refused && <Refused frame={frame} words={problemInWords(refused.problem, frame.lang)} />}
      {candidates.length === 0 ? (
        <p class="empty">{t(q === '' ? 'lineage.no-candidates' : 'lineage.none-found')}</p>
      ) : (
        <form method="post" action={`${at('link')}#link`}>
          <fieldset class="lineage-candidates">
            <legend>{t(q === '' ? 'lineage.candidates' : 'lineage.found')}</legend>
            {candidates.map(({ edition: its, indicator: other, grounds }, index) => (
              <label>
                <input
                  type="radio"
                  name="other"
                  value={`${its.id} ${other.id}`}
                  required
                  checked={
                    refused ? refused.chosen === `${its.id} ${other.id}` : index === 0 && grounds.includes('name')
                  }
                />
                <span>
                  <Own frame={frame}>{other.name}</Own>{' '}
                  <small>
                    <Own frame={frame}>{its.title}</Own> {t('lineage.candidate-target', { target: '' })}
                    <Own frame={frame}>{shownFigure(frame, finalTarget(other)).words}</Own>
                  </small>{' '}
                  {grounds.map((ground) => (
                    <span class="tag">{t(`lineage.ground-${ground}`)}</span>
                  ))}
                </span>
              </label>
            ))}
          </fieldset>
          <Reason frame={frame} id="link-reason" reason={refused?.reason ?? ''} />
          <p class="buttons">
            <button type="submit" class="primary">
              {t('lineage.link-do')}
            </button>
          </p>
        </form>
      )}
      <form method="get" action={`${at()}#link`} class="lineage-find">
        <label for="lineage-q">{t('lineage.find')}</label>
        <input id="lineage-q" type="search" name="q" value={q} autocomplete="off" maxlength={100} />
        <button type="submit">{t('cities.find')}</button>
      </form>
    </section>
  )
}

export const Refused = ({ frame, words }: { frame: Frame; words: string }) => (
  <p class="notice" role="alert">
    <Spoken frame={frame} words={words} />
  </p>
)

/** つなぐ・外すわけ。監査記録に残る。 */
export const Reason = ({ frame, id, reason }: { frame: Frame; id: string; reason: string }) => (
  <div class="field">
    <label for={id}>{frame.t('lineage.reason')}</label>
    <input id={id} name="reason" value={reason} required maxlength={1000} autocomplete="off" />
  </div>
)

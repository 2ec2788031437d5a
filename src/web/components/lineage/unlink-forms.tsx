import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { LineageView } from '#operations/lineage/lineage-view.ts'
import type { Frame } from '../../frame.ts'
import type { LineageGiven } from '../../pages/lineage/lineage-page.tsx'
import { Own } from '../own-words.tsx'
import { Reason, Refused } from './link-form.tsx'

type Props = { frame: Frame; view: LineageView; given: LineageGiven }

/** 人がつないだ、ほかの計画の指標。わけと人と時、外すところ。つないだものがなければ何も出さない。 */
export const UnlinkForms = ({ frame, view, given }: Props) => {
  const { edition, indicator, trail } = view
  const linked = trail.flatMap((step) => (step.link ? [{ step, link: step.link }] : []))
  if (linked.length === 0) return null
  const action = `${frame.to.lineage(edition.municipality.code, edition.id, indicator.id, 'unlink')}#linked`
  const refused = given.refused?.act === 'unlink' ? given.refused : undefined
  return (
    <section aria-labelledby="linked">
      <h2 id="linked">{frame.t('lineage.linked')}</h2>
      {refused && <Refused frame={frame} words={problemInWords(refused.problem, frame.lang)} />}
      {linked.map(({ step, link }) => (
        <div class="lineage-linked">
          <p>
            <Own frame={frame}>
              {step.edition.title} {step.indicator.name}
            </Own>
            <br />
            <small>
              <Own frame={frame}>{link.reason}</Own> <Own frame={frame}>{link.by}</Own>{' '}
              <time datetime={link.at}>{momentInWords(link.at)}</time>
            </small>
          </p>
          <details class="screen-only" open={refused?.chosen === link.indicatorId}>
            <summary>{frame.t('lineage.unlink')}</summary>
            <form method="post" action={action}>
              <input type="hidden" name="other" value={link.indicatorId} />
              <p>{frame.t('lineage.unlink-lead')}</p>
              <Reason
                frame={frame}
                id={`unlink-${link.indicatorId}`}
                reason={refused?.chosen === link.indicatorId ? refused.reason : ''}
              />
              <p class="buttons">
                <button type="submit">{frame.t('lineage.unlink-do')}</button>
              </p>
            </form>
          </details>
        </div>
      ))}
    </section>
  )
}

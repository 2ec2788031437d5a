import type { TargetInEdition } from '#domain/plan/target-history.ts'
import { dateInWords } from '#domain/year/calendar.ts'
import type { IndicatorView } from '#operations/view-indicator.ts'
import type { Frame } from '../../frame.ts'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import { Spoken } from '../spoken.tsx'
import { decidedInWords } from './edition-words.ts'

type Props = { frame: Frame; view: IndicatorView }

/** 改められた目標：一文ずつと、版ごとの表。改められたことがなければ何も出さない。 */
export const TargetChanges = ({ frame, view: { edition, history } }: Props) => {
  if (!history.some(({ changed, unitChanged }) => changed || unitChanged)) return null
  return (
    <section aria-labelledby="target-changes">
      <h2 id="target-changes">{frame.t('lineage.target-changes')}</h2>
      {history.flatMap((each, index) => {
        const before = history[index - 1]
        if (!before || !(each.changed || each.unitChanged)) return []
        return [
          <p class="lineage-change">
            <Spoken frame={frame} words={changeInWords(frame, before, each)} />
          </p>,
        ]
      })}
      <Scroll labelledby="target-changes">
        <table class="plain lineage-targets">
          <thead>
            <tr>
              <th scope="col">{frame.t('lineage.col-edition')}</th>
              <th scope="col">{frame.t('lineage.col-decided')}</th>
              <th scope="col" class="n">
                {frame.t('table.target')}
              </th>
            </tr>
          </thead>
          <tbody>
            {history.map((each) => (
              <tr class={each.edition.id === edition.id ? 'standing' : undefined}>
                <th scope="row">
                  <a href={frame.to.plan(edition.municipality.code, each.edition.id)}>
                    <Own frame={frame}>{each.edition.title}</Own>
                  </a>{' '}
                  <small>
                    {each.edition.history && frame.t('lineage.nth', { number: each.edition.history.number })}
                  </small>
                </th>
                <td>
                  <Spoken frame={frame} words={decidedInWords(frame, each.edition)} />
                </td>
                <td class="n">
                  <Own frame={frame}>{shownFigure(frame, each.target).words}</Own>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** 「目標は令和8年3月25日に 45件 から 60件 に改められました（推進本部）。」 */
const changeInWords = (frame: Frame, before: TargetInEdition, after: TargetInEdition): string => {
  const { history } = after.edition
  const params = {
    from: shownFigure(frame, before.target).words,
    to: shownFigure(frame, after.target).words,
    date: history?.decidedOn ? dateInWords(history.decidedOn, frame.lang) : '',
    by: history?.decidedBy ?? '',
  }
  if (after.unitChanged)
    return frame.t('lineage.unit-changed', { ...params, before: before.unit ?? '―', after: after.unit ?? '―' })
  if (!history?.decidedOn) return frame.t('lineage.target-changed-undated', params)
  return frame.t(history.decidedBy ? 'lineage.target-changed-by' : 'lineage.target-changed', params)
}

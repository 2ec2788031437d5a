import type { IndicatorView } from '#operations/view-indicator.ts'
import { type Frame, yearInSentence } from '../../frame.ts'

/** 速報のままの値と、遡及修正した値があること。実績の履歴への道。 */
export const VersionMarks = ({ frame, view: { edition, indicator, years } }: { frame: Frame; view: IndicatorView }) => (
  <p class="flow-versions-line">
    {years.map(({ year, actual }) =>
      actual?.version && actual.version.kind !== 'final' ? (
        <span class="tag">
          {frame.t('actuals.marked', {
            year: yearInSentence(frame, year),
            kind: frame.t(`actuals.kind-${actual.version.kind}`),
          })}
        </span>
      ) : null,
    )}{' '}
    <a class="screen-only" href={frame.to.actuals(edition.municipality.code, edition.id, indicator.id)}>
      {frame.t('actuals.link')}
    </a>
  </p>
)

import { raw } from 'hono/html'
import type { Indicator } from '#domain/plan/draft.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type Frame, yearShort } from '../frame.ts'
import { Own } from './own-words.tsx'
import { shape } from './shapes.ts'

type Props = { frame: Frame; edition: EditionHeading; indicator: Indicator }

/** 読みの確かさ。確かでないときだけ、わけと、ほかに成り立つ読み方を見せる。 */
export const Certainty = ({ frame, indicator: { certainty } }: Props) =>
  !certainty || certainty.level === 'certain' ? null : (
    <section class="notice" aria-labelledby="certainty">
      <h2 id="certainty">
        {raw(shape('doubt'))}
        {frame.t(`certainty.${certainty.level}`)}
      </h2>
      <ul>
        {certainty.evidence.map((why) => (
          <li>
            <Own frame={frame}>{why}</Own>
          </li>
        ))}
      </ul>
      {certainty.alternatives && certainty.alternatives.length > 0 && (
        <>
          <p>{frame.t('certainty.alternatives')}</p>
          <ul class="alternatives">
            {certainty.alternatives.map(({ targets, actuals, reason }) => (
              <li>
                <Own frame={frame}>{reason}</Own>
                <br />
                {frame.t('table.target')} {series(frame, targets)} ／ {frame.t('table.actual')} {series(frame, actuals)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )

const series = (frame: Frame, figures: readonly Figure[]): string =>
  figures
    .map(({ year, raw: written }) => `${year === null ? '' : `${yearShort(frame, year)} `}${written}`)
    .join('、') || '―'

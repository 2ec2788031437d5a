import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Missing } from '#operations/missing.ts'
import { type Frame, yearInSentence } from '../frame.ts'
import { Own } from './own-words.tsx'

type Props = { frame: Frame; edition: EditionHeading; year: number | null; missing: readonly Missing[] }

/** いちばん新しい年度に値のない指標。なぜないかごとに数え、開けば名が並ぶ。 */
export const MissingFigures = ({ frame, edition, year, missing }: Props) => {
  const total = missing.reduce((sum, { indicators }) => sum + indicators.length, 0)
  if (year === null || total === 0) return null
  return (
    <section aria-labelledby={`p-${edition.id} missing-${edition.id}`} class="missing">
      <h3 id={`missing-${edition.id}`}>
        {frame.t('start.missing', { year: yearInSentence(frame, year), count: total })}
      </h3>
      {missing.map(({ why, indicators }) => (
        <details>
          <summary>
            {frame.t(`absence.${why}`)}{' '}
            <span class="count">{frame.t('start.count', { count: indicators.length })}</span>
          </summary>
          <ul>
            {indicators.map(({ id, name }) => (
              <li>
                <a href={frame.to.indicator(edition.municipality.code, edition.id, id)}>
                  <Own frame={frame}>{name}</Own>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

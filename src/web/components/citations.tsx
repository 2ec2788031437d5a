import type { Citation } from '#domain/plan/citations.ts'
import { type Place, placeInWords } from '#domain/provenance.ts'
import type { SourceView } from '#operations/view-source.ts'
import { type Frame, yearShort } from '../frame.ts'
import { Own } from './own-words.tsx'

type Props = { frame: Frame; view: SourceView }

/** 印を付けた場所から、何を読み取ったか。 */
export const Citations = ({ frame, view }: Props) => {
  const { place, citations, edition } = view
  return !place ? null : (
    <section class="citations" aria-labelledby="citations">
      <h2 id="citations">{frame.t('source.read-here', { place: placeInWords(place, frame.lang) })}</h2>
      {citations.length === 0 ? (
        <p>{frame.t('source.read-nothing')}</p>
      ) : (
        <ul>
          {[...Map.groupBy(citations, ({ about }) => `${about.kind} ${about.id} ${about.name}`).values()].map((its) => (
            <li>
              {edition && its[0] && <About frame={frame} edition={edition} citation={its[0]} />}{' '}
              {its.map((citation) => (
                <span class={isHere(citation.place, place) ? 'part here' : 'part'}>
                  <small>
                    {frame.t(`citation.${citation.role}`)}
                    {citation.year !== null && ` ${yearShort(frame, citation.year)}`}
                  </small>{' '}
                  {citation.role !== 'name' && <Own frame={frame}>{citation.raw}</Own>}{' '}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** まさに引いた字か（同じ行のほかの字でなく）。 */
const isHere = (a: Place, b: Place): boolean =>
  'line' in a && 'line' in b ? b.column !== undefined && a.column === b.column : true

type AboutProps = { frame: Frame; edition: NonNullable<SourceView['edition']>; citation: Citation }

const About = ({ frame, edition, citation: { about } }: AboutProps) => {
  const code = edition.municipality.code
  if (about.kind === 'indicator')
    return (
      <a href={frame.to.indicator(code, edition.id, about.id)}>
        <Own frame={frame}>{about.name}</Own>
      </a>
    )
  if (about.kind === 'project')
    return (
      <a href={frame.to.project(code, edition.id, about.id)}>
        <Own frame={frame}>{about.name}</Own>
      </a>
    )
  return <Own frame={frame}>{about.name}</Own>
}

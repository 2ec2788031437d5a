import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Quote } from '#operations/quote-places.ts'
import type { FindingLine } from '#operations/view-findings.ts'
import { type Frame, yearShort } from '../frame.ts'
import { Own } from './own-words.tsx'
import { SourceLink } from './source-link.tsx'

type Props = { frame: Frame; edition: EditionHeading; line: FindingLine }

/** 食い違うところを、書かれている字とともに。どれも出典の印へつながる。 */
export const FindingPlaces = ({ frame, edition, line }: Props) =>
  line.quotes.length === 0 ? null : (
    <ul class="quotes" aria-label={frame.t('findings.places')}>
      {line.quotes.map((quote) => (
        <li>
          <SourceLink frame={frame} edition={edition} place={quote.place} />
          <QuoteWords frame={frame} quote={quote} />
        </li>
      ))}
    </ul>
  )

const QuoteWords = ({ frame, quote: { text, read } }: { frame: Frame; quote: Quote }) => {
  if (text === '') return <small>{frame.t('findings.no-quote')}</small>
  const named = read && read.role !== 'name' && read.role !== 'node' && read.role !== 'project'
  return (
    <>
      {named && (
        <small>
          <Own frame={frame}>{read.about.name}</Own> {frame.t(`citation.${read.role}`)}
          {read.year !== null && ` ${yearShort(frame, read.year)}`}
        </small>
      )}{' '}
      <q>
        <Own frame={frame}>{text}</Own>
      </q>
    </>
  )
}

/** 関係する指標・事業の頁へ。 */
export const FindingRows = ({ frame, edition, line }: Props) => {
  const linked = line.about.filter(({ kind }) => kind !== 'node')
  return linked.length === 0 ? null : (
    <p class="rows">
      {frame.t('findings.rows')}{' '}
      {linked.map(({ kind, id, name }) => (
        <a
          href={
            kind === 'project'
              ? frame.to.project(edition.municipality.code, edition.id, id)
              : frame.to.indicator(edition.municipality.code, edition.id, id)
          }
        >
          <Own frame={frame}>{name}</Own>
        </a>
      ))}
    </p>
  )
}

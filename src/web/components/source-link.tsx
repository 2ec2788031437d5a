import type { EditionHeading } from '#domain/plan/edition.ts'
import { type Place, placeInWords } from '#domain/provenance.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; edition: EditionHeading; place: Place; words?: string }

/** 出典の、その行・そのセルへ。 */
export const SourceLink = ({ frame, edition, place, words }: Props) => {
  const [source] = edition.sources
  const text = words ?? placeInWords(place, frame.lang)
  return source ? (
    <a class="cite" href={frame.to.source(edition.municipality.code, source.sha256, place)}>
      {text}
    </a>
  ) : (
    text
  )
}

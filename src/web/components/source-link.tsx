import type { EditionHeading } from '#domain/plan/edition.ts'
import { isRevised, type Place, placeInWords } from '#domain/provenance.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; edition: EditionHeading; place: Place; words?: string }

/** 出典の、その行・そのセルへ。 */
export const SourceLink = ({ frame, edition, place, words }: Props) => {
  const [source] = edition.sources
  const text = words ?? placeInWords(place, frame.lang)
  // 改訂で決めた値は図書にないので、図書へは送らない。
  return source && !isRevised(place) ? (
    <a class="cite" href={frame.to.source(edition.municipality.code, source.sha256, place)}>
      {text}
    </a>
  ) : (
    text
  )
}

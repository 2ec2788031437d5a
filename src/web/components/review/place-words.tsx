import { type Place, placeInWords } from '#domain/provenance.ts'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; place: Place; href?: string | undefined }

/** 所在。シートの名は図書のことば。`href` があれば、そこへの道。 */
export const PlaceWords = ({ frame, place, href }: Props) => {
  const own = 'sheet' in place && frame.lang !== 'ja'
  const words = placeInWords(place, own ? 'ja' : frame.lang)
  const lang = own ? 'ja' : undefined
  return href === undefined ? (
    <span lang={lang}>{words}</span>
  ) : (
    <a href={href} lang={lang}>
      {words}
    </a>
  )
}

import { type Place, placeInWords } from '#domain/provenance.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

/** 所在。シートの名は図書のことば。 */
export const PlaceWords = ({ frame, place }: { frame: Frame; place: Place }) =>
  'sheet' in place ? <Own frame={frame}>{placeInWords(place)}</Own> : <span>{placeInWords(place, frame.lang)}</span>

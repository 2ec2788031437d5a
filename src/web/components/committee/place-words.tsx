import { placeInWords } from '#domain/committee/opinions.ts'
import type { OpinionLine } from '#operations/committee/opinions-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

/** 該当箇所。全体か、計画の道すじか、いまの計画にないもの。 */
export const PlaceWords = ({ frame, place }: { frame: Frame; place: OpinionLine['place'] }) =>
  place === null ? (
    frame.t('committee.place-whole')
  ) : place === undefined ? (
    frame.t('committee.place-gone')
  ) : (
    <Own frame={frame}>{placeInWords(place) ?? ''}</Own>
  )

import { placeInWords } from '#domain/provenance.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import type { Frame } from '../../frame.ts'
import type { Shape } from '../shapes.ts'

/** 行の状態の形。語をいつも添える。 */
export const stateShapes: Readonly<Record<ReviewRow['state'], Shape>> = {
  doubtful: 'doubt',
  likely: 'on-the-way',
  certain: 'reached',
  checked: 'reached',
  'left-out': 'not-judged',
}

/** 行を、名と所在で言う。「新規創業件数（49行目）」 */
export const rowInWords = ({ lang }: Frame, { name, place }: ReviewRow): string =>
  lang === 'ja' ? `${name}（${placeInWords(place, lang)}）` : `${name} (${placeInWords(place, lang)})`

/** 頁の中の名（`#…`）に使える形。 */
export const anchorOf = (key: string): string => `r-${key.replace(/\s+/g, '_')}`

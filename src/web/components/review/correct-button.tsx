import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  edition: EditionHeading
  /** 直したい値の所在。あれば、その行を開く。 */
  place?: Place | undefined
}

/** 取り込んである計画を直すために開く。訂正して取り込み直すと、前の版との差分になる。 */
export const CorrectButton = ({ frame, edition: { id, municipality }, place }: Props) => (
  <form method="post" action={frame.to.correct(municipality.code, id)} class="correct">
    {place && <input type="hidden" name="place" value={placeText(place)} />}
    <button type="submit">{frame.t('correct.open')}</button>
  </form>
)

/** 所在を、欄に入る字に。`L49C30`、`指標!D7`（見直しの行と値の鍵の、所在のところと同じ）。 */
export const placeText = (place: Place): string => {
  if ('line' in place) return place.column === undefined ? `L${place.line}` : `L${place.line}C${place.column}`
  return 'cell' in place ? `${place.sheet}!${place.cell}` : `P${place.page}`
}

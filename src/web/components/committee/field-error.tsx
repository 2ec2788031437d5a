import type { ReferralField, ReferralTrouble } from '#domain/committee/read-referral.ts'
import type { Frame } from '../../frame.ts'
import { ProblemWords } from '../report/problem-words.tsx'

type Props = { frame: Frame; troubles: readonly ReferralTrouble[]; field: ReferralField }

/** その欄の、直すところの文。 */
export const FieldError = ({ frame, troubles, field }: Props) => (
  <>
    {troubles
      .filter((each) => each.field === field)
      .map(({ problem }) => (
        <p class="error" id={`error-${field}`}>
          <ProblemWords frame={frame} problem={problem} />
        </p>
      ))}
  </>
)

/** 欄の、直すところと助けの文への結びつき。 */
export const marks = (troubles: readonly ReferralTrouble[], field: ReferralField, hint = false) => {
  const wrong = troubles.some((each) => each.field === field)
  const ids = [hint ? `hint-${field}` : '', wrong ? `error-${field}` : ''].filter(Boolean)
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(wrong && { 'aria-invalid': 'true' as const }),
  }
}

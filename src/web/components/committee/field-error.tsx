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

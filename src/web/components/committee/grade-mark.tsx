import type { StandingGrade } from '#domain/evaluation/evaluation.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { type GradeName, gradeName } from '#domain/evaluation/standing-grade.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

/** 印とことば。「A（達成）」 */
export const markInWords = ({ symbol, label }: GradeName): string =>
  symbol === label ? label : `${symbol}（${label}）`

/** 区分：印（符号）と、そのことば。印だけでは出さない。 */
export const GradeMark = ({ frame, scale, code }: { frame: Frame; scale: Scale | null; code: string }) => (
  <Own frame={frame}>
    <strong class="committee-mark">{markInWords(gradeName(scale, code))}</strong>
  </Own>
)

/** 立っている評価。なければ何も出さない。 */
export const Standing = ({
  frame,
  scale,
  standing,
}: {
  frame: Frame
  scale: Scale | null
  standing: StandingGrade | null | undefined
}) =>
  standing ? (
    <span class="committee-standing">
      {frame.t('committee.grade')} <GradeMark frame={frame} scale={scale} code={standing.code} />
    </span>
  ) : null

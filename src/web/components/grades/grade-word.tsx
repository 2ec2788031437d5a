import type { EvaluationStage, StandingGrade } from '#domain/evaluation/evaluation.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { colourOf, type GradeAnswer, type Scale } from '#domain/evaluation/scale.ts'
import { gradeName } from '#domain/evaluation/standing-grade.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

/** 区分一つ。印に、必ずことばを添える。色は印の枠だけ。 */
export const GradeWord = ({ frame, scale, code }: { frame: Frame; scale: Scale | null; code: string }) => {
  const { symbol, label } = gradeName(scale, code)
  return (
    <span class={`grades-word ${scale ? colourOf(scale, code) : 'grey'}`}>
      <Own frame={frame}>
        <b>{symbol}</b>
        {label !== symbol && ` ${label}`}
      </Own>
    </span>
  )
}

/** 立っている区分と、どの段のものか。 */
export const Standing = ({
  frame,
  scale,
  standing,
}: {
  frame: Frame
  scale: GradedPlan['scales']['indicator']
  standing: StandingGrade | null
}) =>
  standing === null ? (
    <span class="grades-none">{frame.t('grades.none-standing')}</span>
  ) : (
    <>
      <GradeWord frame={frame} scale={scale} code={standing.code} /> <small>{fromWords(frame, standing.from)}</small>
    </>
  )

/** 機械の判定。人が決めるものは、そう言う。 */
export const Mechanical = ({
  frame,
  scale,
  answer,
}: {
  frame: Frame
  scale: Scale | null
  answer: GradeAnswer | null
}) => {
  if (answer === null) return null
  return answer.kind === 'ask' ? (
    <span class="grades-none">{frame.t('grades.ask')}</span>
  ) : (
    <GradeWord frame={frame} scale={scale} code={answer.grade.code} />
  )
}

export const stageWords = (frame: Frame, stage: EvaluationStage): string => frame.t(`grades.stage-${stage}`)

/** どこから来た区分か。「企画課」「機械の判定」 */
export const fromWords = (frame: Frame, from: StandingGrade['from']): string =>
  from === 'mechanical' || from === 'printed' ? frame.t(`grades.from-${from}`) : stageWords(frame, from)

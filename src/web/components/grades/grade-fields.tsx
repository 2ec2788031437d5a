import type { Evaluation, FutureDirection } from '#domain/evaluation/evaluation.ts'
import type { GradedSubject } from '#domain/evaluation/graded-plan.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { gradeInWords, gradesIn, mechanicalCode } from '#domain/evaluation/standing-grade.ts'
import type { NotWritten } from '#operations/evaluation/evaluate.ts'
import type { Frame } from '../../frame.ts'
import { ProblemWords } from '../report/problem-words.tsx'

type Props = {
  frame: Frame
  scale: Scale | null
  directions: readonly FutureDirection[]
  graded: GradedSubject
  mine: Evaluation | null
  refused: NotWritten | undefined
  /** 欄の名に添える、評価するものの名。 */
  name: string
}

/** 一覧の一行の欄：区分・理由・方向性。断られた行では、打ったものをそのまま残し、わけと、いまの値を見せる。 */
export const GradeFields = (props: Props) => {
  const { frame, graded, directions, mine, refused, name } = props
  const { id } = graded.subject
  const typed = refused?.typed ?? mine
  const now = refused ? refused.now : mine
  const problem = refused && `p-${id}`
  return (
    <>
      <td>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name={`v-${id}`} value={now?.revision ?? 0} />
        <GradeSelect {...props} field={`g-${id}`} value={typed?.grade ?? null} describedBy={problem} />
      </td>
      <td>
        <textarea
          name={`r-${id}`}
          rows={2}
          class="grades-reason"
          aria-label={`${frame.t('grades.col-reason')} ${name}`}
          aria-invalid={refused ? 'true' : undefined}
          aria-describedby={problem}
        >
          {typed?.reason ?? ''}
        </textarea>
        {refused && <Refused frame={frame} scale={props.scale} refused={refused} id={id} />}
      </td>
      {directions.length > 0 && (
        <td>
          <select name={`d-${id}`} aria-label={`${frame.t('grades.col-direction')} ${name}`}>
            <option value="">{frame.t('grades.no-direction-yet')}</option>
            {directions.map(({ code, label }) => (
              <option value={code} selected={code === typed?.direction} lang="ja">
                {label}
              </option>
            ))}
          </select>
        </td>
      )}
    </>
  )
}

/** 区分の選び欄。機械の判定には、そうと書き添える。 */
export const GradeSelect = ({
  frame,
  scale,
  graded,
  name,
  field,
  value,
  describedBy,
}: Pick<Props, 'frame' | 'scale' | 'graded' | 'name'> & {
  field: string
  value: string | null
  describedBy?: string | undefined
}) => {
  const mechanical = mechanicalCode(graded.mechanical)
  const known = gradesIn(scale)
  return (
    <select
      name={field}
      aria-label={`${frame.t('grades.col-standing')} ${name}`}
      aria-invalid={describedBy ? 'true' : undefined}
      aria-describedby={describedBy}
    >
      <option value="">{frame.t('grades.not-yet')}</option>
      {known.map(({ code }) => (
        <option value={code} selected={code === value} lang="ja">
          {code === mechanical
            ? frame.t('grades.as-mechanical', { grade: gradeInWords(scale, code) })
            : gradeInWords(scale, code)}
        </option>
      ))}
      {value !== null && value !== '' && !known.some(({ code }) => code === value) && (
        <option value={value} selected>
          {value}
        </option>
      )}
    </select>
  )
}

export const Refused = ({
  frame,
  scale,
  refused: { problem, now },
  id,
}: {
  frame: Frame
  scale: Scale | null
  refused: NotWritten
  id: string
}) => (
  <div class="error" id={`p-${id}`}>
    <p>
      <ProblemWords frame={frame} problem={problem} />
    </p>
    {now && problem.code === 'grades.written-meanwhile' && (
      <p>
        {frame.t('grades.now', {
          grade: now.grade === null ? '―' : gradeInWords(scale, now.grade),
          reason: now.reason === '' ? '―' : now.reason,
          by: now.by,
        })}
      </p>
    )}
  </div>
)

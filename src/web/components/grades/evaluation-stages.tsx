import type { Evaluation } from '#domain/evaluation/evaluation.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { EvaluationView } from '#operations/evaluation/view-evaluation.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { GradeWord, stageWords } from './grade-word.tsx'

type ViewProps = { frame: Frame; view: EvaluationView }

/** 段ごとの評価。決める順に並べ、いまの段に印を付ける。 */
export const EvaluationStages = ({ frame, view }: ViewProps) => (
  <section aria-labelledby="stages">
    <h2 id="stages">{frame.t('grades.stages')}</h2>
    {view.graded.evaluations.length === 0 ? (
      <p class="empty">{frame.t('grades.no-stages')}</p>
    ) : (
      <ol class="grades-stages">
        {view.graded.evaluations.map((each) => (
          <StageOf frame={frame} view={view} evaluation={each} />
        ))}
      </ol>
    )}
  </section>
)

const StageOf = ({ frame, view, evaluation }: ViewProps & { evaluation: Evaluation }) => {
  const { stage, grade, reason, text, direction, at, by } = evaluation
  const label = view.directions.find(({ code }) => code === direction)?.label ?? direction
  return (
    <li class={stage === view.stage ? 'mine' : undefined}>
      <h3>{stageWords(frame, stage)}</h3>
      <p>
        {grade === null ? (
          <span class="grades-none">{frame.t('grades.none-standing')}</span>
        ) : (
          <GradeWord frame={frame} scale={view.scale} code={grade} />
        )}
        {label && (
          <span class="tag">
            <Own frame={frame}>{label}</Own>
          </span>
        )}{' '}
        <small>
          <Own frame={frame}>{by}</Own> {momentInWords(at)}
        </small>
      </p>
      {reason !== '' && (
        <p>
          <small>{frame.t('grades.col-reason')}</small> <Own frame={frame}>{reason}</Own>
        </p>
      )}
      {text !== '' && (
        <p class="grades-text">
          <Own frame={frame}>{text}</Own>
        </p>
      )}
    </li>
  )
}

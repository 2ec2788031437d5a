import { say } from '#domain/language/say.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { NotWritten } from '#operations/evaluation/evaluate.ts'
import type { GradeRow, GradesView } from '#operations/evaluation/view-grades.ts'
import type { Frame } from '../../frame.ts'
import { FigureText } from '../figure.tsx'
import { Own } from '../own-words.tsx'
import { rateWords } from '../rate-words.ts'
import { ProblemWords } from '../report/problem-words.tsx'
import { Scroll } from '../scroll.tsx'
import { Spoken } from '../spoken.tsx'
import { GradeFields } from './grade-fields.tsx'
import { GradeWord, Mechanical, Standing, stageWords } from './grade-word.tsx'

/** 保存できなかった行。id → 打ったものとわけ。 */
export type Refusals = ReadonlyMap<string, NotWritten>

type Props = { frame: Frame; view: GradesView; refusals: Refusals }
type Group = GradesView['groups'][number]

/** 基本目標ごとの表。書ける段なら、目標ごとに一つの送信。 */
export const GradeList = ({ frame, view, refusals }: Props) => (
  <>
    {view.groups.map((group, at) => (
      <section aria-labelledby={`goal-${at}`} class="grades-goal">
        <h3 id={`goal-${at}`}>
          {group.goal ? <Own frame={frame}>{group.goal.words}</Own> : frame.t('grades.other-goal')}
        </h3>
        {group.rows.some(({ editable }) => editable) && view.stage ? (
          <GoalForm frame={frame} view={view} refusals={refusals} group={group} at={at} />
        ) : (
          <GoalTable frame={frame} view={view} refusals={refusals} group={group} at={at} />
        )}
      </section>
    ))}
  </>
)

type GroupProps = Props & { group: Group; at: number }

const GoalForm = (props: GroupProps) => {
  const { frame, view, group } = props
  const { code } = view.edition.municipality
  const { year, stage, filter } = view
  return (
    <form method="post" action={frame.to.grades(code, view.edition.id, 'save')}>
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="stage" value={stage ?? ''} />
      <input type="hidden" name="goal" value={filter.goal ?? ''} />
      <input type="hidden" name="grade" value={filter.grade ?? ''} />
      <input type="hidden" name="department" value={filter.department ?? ''} />
      <input type="hidden" name="only" value={filter.only ?? ''} />
      <GoalTable {...props} />
      <p class="buttons">
        <button type="submit" class="primary">
          {group.goal ? (
            <Spoken frame={frame} words={frame.t('grades.save-goal', { goal: shortGoal(group.goal) })} />
          ) : (
            frame.t('grades.save')
          )}
        </button>
        <button type="submit" name="do" value="fill">
          {frame.t('grades.fill')}
        </button>
      </p>
    </form>
  )
}

const shortGoal = ({ level, number, title }: NonNullable<Group['goal']>): string =>
  number === null ? title : `${level}${number}`

const GoalTable = ({ frame, view, refusals, group, at }: GroupProps) => {
  const { t } = frame
  const { stage, directions } = view
  return (
    <Scroll labelledby={`goal-${at}`}>
      <table class="plain grades-list">
        <thead>
          <tr>
            <th scope="col">{t('grades.col-indicator')}</th>
            <th scope="col">{t('grades.col-figures')}</th>
            <th scope="col">{t(stage ? 'grades.col-judged' : 'grades.col-judged-all')}</th>
            <th scope="col">
              {stage ? t('grades.col-grade', { stage: stageWords(frame, stage) }) : t('grades.col-standing')}
            </th>
            <th scope="col">{t('grades.col-reason')}</th>
            {directions.length > 0 && <th scope="col">{t('grades.col-direction')}</th>}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <Row frame={frame} view={view} row={row} goal={group.goal} refused={refusals.get(row.indicator.id)} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type RowProps = {
  frame: Frame
  view: GradesView
  row: GradeRow
  /** 見出しにしている基本目標。そこに直に付く指標の行では、名を繰り返さない。 */
  goal: Group['goal']
  refused: NotWritten | undefined
}

const Row = ({ frame, view, row, goal, refused }: RowProps) => {
  const { edition, year, stage, graded, directions } = view
  const { indicator, node, mine } = row
  const { code } = edition.municipality
  const scale = graded.scales.indicator
  return (
    <tr id={`i-${indicator.id}`} class={refused ? 'refused' : row.differs ? 'differs' : undefined}>
      <th scope="row">
        <a href={frame.to.evaluation(code, edition.id, 'indicator', indicator.id, { year, stage: stage ?? undefined })}>
          <Own frame={frame}>{indicator.name}</Own>
        </a>
        <small>
          <Own frame={frame}>
            {indicator.class}
            {node && !goal?.nodes.includes(node) && ` ${nodeInWords(node)}`}
          </Own>
          {indicator.breakdownOf !== null && <span class="tag">{frame.t('table.breakdown')}</span>}
        </small>
      </th>
      <Figures frame={frame} row={row} />
      <td>
        <Mechanical frame={frame} scale={scale} answer={row.graded.mechanical} />
        {row.graded.mechanical && (
          <small>
            <Spoken frame={frame} words={say(row.graded.mechanical.working, frame.lang)} />
          </small>
        )}
        {stage && <Former frame={frame} view={view} row={row} />}
      </td>
      {row.editable ? (
        <GradeFields
          frame={frame}
          scale={scale}
          directions={directions}
          graded={row.graded}
          mine={mine}
          refused={refused}
          name={indicator.name}
        />
      ) : (
        <Written frame={frame} view={view} row={row} />
      )}
    </tr>
  )
}

/** 目標・実績・達成率。値のないものは「―」とわけ。 */
const Figures = ({
  frame,
  row: { target, actual, achievement },
}: {
  frame: Frame
  row: Pick<GradeRow, 'target' | 'actual' | 'achievement'>
}) => (
  <td class="grades-figures">
    <dl>
      <dt>{frame.t('grades.target')}</dt>
      <dd>
        <FigureText frame={frame} figure={target} />
      </dd>
      <dt>{frame.t('grades.actual')}</dt>
      <dd>
        <FigureText frame={frame} figure={actual} />
      </dd>
      <dt>{frame.t('grades.rate')}</dt>
      <dd>
        <strong>{rateWords(frame, achievement)}</strong>
      </dd>
    </dl>
  </td>
)

/** 前の段の評価と理由。 */
const Former = ({ frame, view, row: { former } }: Pick<RowProps, 'frame' | 'view' | 'row'>) =>
  former === null || former.grade === null ? null : (
    <p class="grades-former">
      <small>{stageWords(frame, former.stage)}</small>{' '}
      <GradeWord frame={frame} scale={view.graded.scales.indicator} code={former.grade} />
      {former.reason !== '' && (
        <small>
          <Own frame={frame}>{former.reason}</Own>
        </small>
      )}
    </p>
  )

/** 見るだけの升目：立っている区分、その段の理由と方向性。 */
const Written = ({ frame, view, row }: Pick<RowProps, 'frame' | 'view' | 'row'>) => {
  const { standing, evaluations } = row.graded
  const from = evaluations.find(({ stage }) => stage === standing?.from)
  const direction = evaluations.findLast((each) => each.direction !== null)?.direction
  const label = view.directions.find(({ code }) => code === direction)?.label ?? direction
  return (
    <>
      <td>
        <Standing frame={frame} scale={view.graded.scales.indicator} standing={standing} />
        {row.differs && <span class="tag">{frame.t('grades.differs')}</span>}
      </td>
      <td>{from?.reason && <Own frame={frame}>{from.reason}</Own>}</td>
      {view.directions.length > 0 && <td>{label && <Own frame={frame}>{label}</Own>}</td>}
    </>
  )
}

/** 断りの一覧。行へつながる。 */
export const RefusedList = ({
  frame,
  refused,
  written,
  nameOf,
}: {
  frame: Frame
  refused: readonly NotWritten[]
  written: number
  nameOf: (id: string) => string
}) => (
  <div class="notice" role="alert">
    <p>
      <strong>{frame.t('grades.not-saved', { count: refused.length })}</strong>{' '}
      {written > 0 && frame.t('grades.still-saved', { count: written })}
    </p>
    <ul>
      {refused.map(({ typed, problem }) => (
        <li>
          <a href={`#i-${typed.subject.id}`}>
            <Own frame={frame}>{nameOf(typed.subject.id)}</Own>
          </a>
          ：<ProblemWords frame={frame} problem={problem} />
        </li>
      ))}
    </ul>
  </div>
)

import { gradeOf } from '#domain/evaluation/scale.ts'
import { itemScale } from '#domain/priority/item-grades.ts'
import type { ReportStage, SheetItem, SheetTarget } from '#domain/priority/priority-sheet.ts'
import { reportOf } from '#domain/priority/sheet-facts.ts'
import type { HearingGoal, HearingView } from '#operations/priority/hearing-view.ts'
import { type Frame, yearShort } from '../../frame.ts'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'
import { figureInWords } from '../priority-year/sheet-words.tsx'
import { Spoken } from '../spoken.tsx'
import { HearingGive, type RefusedTyped } from './hearing-give.tsx'
import { HearingInstructions } from './hearing-instructions.tsx'

type Props = { frame: Frame; view: HearingView }

/** 重点目標一つ：項目ごとに、目標・進捗・評価。下に、その目標への指示と対応、書く欄。 */
export const HearingGoalSheet = ({
  frame,
  view,
  goal: { goal, instructions, newId },
  refused,
}: Props & { goal: HearingGoal; refused: RefusedTyped | undefined }) => (
  <section class="hearing-goal" id={`g-${goal.id}`} tabindex={-1} aria-labelledby={`h-${goal.id}`}>
    <h2 id={`h-${goal.id}`}>
      <span class="hearing-number">{frame.t('hearing.goal', { number: goal.number })}</span>{' '}
      <Own frame={frame}>{goal.title}</Own>
    </h2>
    <table class="hearing-items">
      <thead>
        <tr>
          <th scope="col">{frame.t('hearing.column-item')}</th>
          <th scope="col">{frame.t('hearing.column-targets')}</th>
          {view.stage !== 'spring' && (
            <>
              <th scope="col">{frame.t('hearing.column-progress')}</th>
              <th scope="col">{frame.t('hearing.column-grade')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {goal.items.map((item) => (
          <Item frame={frame} view={view} item={item} />
        ))}
      </tbody>
    </table>
    <HearingInstructions frame={frame} view={view} lines={instructions} />
    <HearingGive frame={frame} view={view} at={goal.id} goal={goal} newId={newId} refused={refused} />
  </section>
)

const Item = ({ frame, view, item }: Props & { item: SheetItem }) => {
  const { stage } = view
  const reported = stage === 'spring' ? undefined : reportOf(item, stage)
  return (
    <tr>
      <th scope="row">
        <Own frame={frame}>
          {item.mark}
          {item.title}
        </Own>
        {item.details.length > 0 && (
          <ul>
            {item.details.map((text) => (
              <li>
                <Own frame={frame}>{text}</Own>
              </li>
            ))}
          </ul>
        )}
      </th>
      <td data-label={frame.t('hearing.column-targets')}>
        {item.targets.map((target, at) => (
          <Target frame={frame} view={view} target={target} now={reported?.figures[at] ?? null} />
        ))}
      </td>
      {stage !== 'spring' && <Report frame={frame} item={item} stage={stage} />}
    </tr>
  )
}

type TargetProps = Props & { target: SheetTarget; now: string | null }

/** 期限・数値目標の一行。報告された数と、指標につながっていればその値も。 */
const Target = ({ frame, view, target, now }: TargetProps) => {
  const { text, indicatorId } = target
  const linked = view.figures.get(indicatorId ?? '')
  return (
    <p class="hearing-target">
      <Own frame={frame}>{text}</Own>
      {now !== null && (
        <span class="hearing-figure">
          <Spoken frame={frame} words={frame.t('priority-year.figure', { figure: figureInWords(now, target) })} />
        </span>
      )}
      {linked?.newest && (
        <span class="hearing-figure">
          <Spoken
            frame={frame}
            words={frame.t('hearing.figure', {
              name: linked.name,
              year: yearShort(frame, linked.newest.year),
              value: shownFigure(frame, linked.newest.actual).words,
            })}
          />
        </span>
      )}
    </p>
  )
}

/** 進捗と評価。期末では、中間の評価も小さく添える。 */
const Report = ({ frame, item, stage }: { frame: Frame; item: SheetItem; stage: ReportStage }) => {
  const report = reportOf(item, stage)
  const before = stage === 'final' ? reportOf(item, 'interim') : undefined
  return (
    <>
      <td data-label={frame.t('hearing.column-progress')}>
        {report === undefined || report.lines.length === 0 ? (
          <p class="hearing-none">{frame.t('hearing.not-reported')}</p>
        ) : (
          report.lines.map((line) => (
            <p>
              <Own frame={frame}>{line}</Own>
            </p>
          ))
        )}
      </td>
      <td class="hearing-grade" data-label={frame.t('hearing.column-grade')}>
        <Grade frame={frame} code={report?.grade ?? null} />
        {before?.grade && (
          <small>
            {frame.t('hearing.interim-was')} <Grade frame={frame} code={before.grade} />
          </small>
        )}
      </td>
    </>
  )
}

/** 評価の印と、そのことば。 */
const Grade = ({ frame, code }: { frame: Frame; code: string | null }) => {
  if (code === null) return <span class="hearing-none">―</span>
  const grade = gradeOf(itemScale, code)
  return (
    <span class="hearing-mark">
      <b>{code}</b>{' '}
      {grade && (
        <span>
          <Own frame={frame}>{grade.label}</Own>
        </span>
      )}
    </span>
  )
}

import { printedProgress } from '#domain/priority/printed-progress.ts'
import type { ProgressReport, ReportStage, SheetGoal, SheetItem } from '#domain/priority/priority-sheet.ts'
import { reportOf, standingReport } from '#domain/priority/sheet-facts.ts'
import type { ItemBefore, SheetView } from '#operations/priority/sheet-view.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { GradeMark } from './sheet-words.tsx'
import { TargetList } from './target-list.tsx'

type Props = { frame: Frame; view: SheetView; goal: SheetGoal; stages: readonly ReportStage[] }

/** 重点目標一枚。項目ごとに、期限・数値目標、進捗、評価を印刷の並びで。 */
export const GoalCard = ({ frame, view, goal, stages }: Props) => (
  <section class="priority-goal" aria-labelledby={`goal-${goal.id}`}>
    <h2 id={`goal-${goal.id}`}>
      <span class="priority-number">{frame.t('priority-year.goal-n', { number: goal.number })}</span>{' '}
      <Own frame={frame}>{goal.title}</Own>
    </h2>
    <ul class={`priority-items stages-${stages.length}`}>
      {goal.items.map((item) => (
        <Item frame={frame} view={view} item={item} stages={stages} />
      ))}
    </ul>
  </section>
)

type ItemProps = { frame: Frame; view: SheetView; item: SheetItem; stages: readonly ReportStage[] }

const Item = ({ frame, view, item, stages }: ItemProps) => {
  const { t } = frame
  const before = view.before.get(item.id)
  return (
    <li class="priority-item" id={`item-${item.id}`}>
      <h3>
        <Own frame={frame}>{`${item.mark}${item.title}`}</Own>
        <Details frame={frame} texts={item.details} />
      </h3>
      <dl>
        <div>
          <dt>{t('priority-year.targets')}</dt>
          <dd>
            <TargetList
              frame={frame}
              code={view.municipality.code}
              targets={item.targets}
              figures={view.figures}
              report={standingReport(item)}
            />
          </dd>
        </div>
        {stages.map((stage) => (
          <Reported frame={frame} stage={stage} report={reportOf(item, stage)} />
        ))}
      </dl>
      {before && <LastYear frame={frame} before={before} />}
    </li>
  )
}

const Details = ({ frame, texts }: { frame: Frame; texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <ul class="priority-details">
      {texts.map((text) => (
        <li>
          <Own frame={frame}>{text}</Own>
        </li>
      ))}
    </ul>
  )

type ReportedProps = { frame: Frame; stage: ReportStage; report: ProgressReport | undefined }

const Reported = ({ frame, stage, report }: ReportedProps) => (
  <>
    <div>
      <dt>{frame.t(`priority-year.progress-${stage}`)}</dt>
      <dd>
        <Lines frame={frame} lines={report?.lines ?? []} />
      </dd>
    </div>
    <div class="priority-graded">
      <dt>{frame.t('priority-year.grade')}</dt>
      <dd>
        <GradeMark frame={frame} grade={report?.grade ?? null} />
      </dd>
    </div>
  </>
)

/** 報告の文。一行ずつ。 */
export const Lines = ({ frame, lines }: { frame: Frame; lines: readonly string[] }) => {
  if (lines.length === 0)
    return (
      <span class="none">
        ― <small>{frame.t('priority-year.no-report')}</small>
      </span>
    )
  return (
    <ul class="priority-lines">
      {lines.map((line) => (
        <li>
          <Own frame={frame}>{line}</Own>
        </li>
      ))}
    </ul>
  )
}

/** 前の年度の同じ項目：目標、報告、評価。 */
export const LastYear = ({ frame, before: { item, year } }: { frame: Frame; before: ItemBefore }) => {
  const report = standingReport(item)
  return (
    <details class="priority-last">
      <summary>
        {frame.t('priority-year.last-year', { year: yearInSentence(frame, year) })}{' '}
        <GradeMark frame={frame} grade={report?.grade ?? null} />
      </summary>
      <small>{frame.t('priority-year.targets')}</small>
      <ul class="priority-lines">
        {item.targets.map(({ text }) => (
          <li>
            <Own frame={frame}>{text}</Own>
          </li>
        ))}
      </ul>
      <small>{frame.t(`priority-year.progress-${report?.stage ?? 'final'}`)}</small>
      <Lines frame={frame} lines={printedProgress(item, report)} />
    </details>
  )
}

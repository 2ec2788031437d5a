import type { ReportStage } from '#domain/priority/priority-sheet.ts'
import { isReported, itemsOfSheet } from '#domain/priority/sheet-facts.ts'
import type { Problem } from '#domain/problem.ts'
import type { TypedReport } from '#operations/priority/save-report.ts'
import type { SheetView } from '#operations/priority/sheet-view.ts'
import { dueWords } from '../../components/flow/due-words.ts'
import { InstructionItem } from '../../components/instructions/instruction-item.tsx'
import { Own } from '../../components/own-words.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { ReportItem, type ReportShown } from '../../components/priority-year/report-item.tsx'
import { Returned } from '../../components/priority-year/returned.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { type Frame, yearInWords } from '../../frame.ts'

/** 頁の外から来るもの。項目の id → 打たれたもの・断り・先に書かれたもの。 */
export type ReportGiven = {
  readonly saved?: boolean
  readonly items?: ReadonlyMap<string, ReportShown>
  readonly problem?: Problem | undefined
}

type Props = { frame: Frame; view: SheetView; stage: ReportStage; given: ReportGiven }

export const reportPage = (frame: Frame, view: SheetView, stage: ReportStage, given: ReportGiven = {}): string =>
  String(<ReportPage frame={frame} view={view} stage={stage} given={given} />)

/** 中間・期末の報告を書く。項目ごとに、文・数・評価。 */
const ReportPage = ({ frame, view, stage, given }: Props) => {
  const { municipality, sheet, department, year, choices } = view
  const { t, to } = frame
  const { code } = municipality
  const items = itemsOfSheet(sheet)
  const left = items.filter((item) => !isReported(item, stage))
  const words = yearInWords(frame, year.year)
  const maySubmit = choices.some(({ step }) => step === `report-${stage}`)
  return (
    <PriorityLayout
      frame={frame}
      municipality={municipality}
      title={t(`priority-year.report-title-${stage}`, { year: words, department })}
      crumbs={[
        { words: t('priority-year.of-year', { year: words }), href: to.priorityYear(code, year.year) },
        { words: department, href: to.prioritySheet(code, sheet.id), own: true },
        { words: t(`priority-year.report-${stage}`) },
      ]}
      wide
    >
      <Outcome frame={frame} given={given} />
      <div class="priority-about">
        <span>
          {left.length === 0
            ? t('priority-year.report-all', { items: items.length })
            : t('priority-year.report-left', { left: left.length, items: items.length })}
        </span>
        {view.due !== null && (
          <span class={view.late ? 'priority-late' : undefined}>{dueWords(frame, view.due, view.left)}</span>
        )}
      </div>
      <Returned frame={frame} sheet={sheet} />
      <FoldedInstructions frame={frame} view={view} />
      <form method="post" action={to.prioritySheet(code, sheet.id, 'report')} class="priority-reports">
        <input type="hidden" name="stage" value={stage} />
        <input type="hidden" name="revision" value={String(sheet.revision)} />
        {sheet.goals.map((goal) => (
          <section aria-labelledby={`goal-${goal.id}`}>
            <h2 id={`goal-${goal.id}`}>
              <span class="priority-number">{t('priority-year.goal-n', { number: goal.number })}</span>{' '}
              <Own frame={frame}>{goal.title}</Own>
            </h2>
            {goal.items.map((item) => (
              <ReportItem
                frame={frame}
                view={view}
                item={item}
                stage={stage}
                shown={given.items?.get(item.id) ?? {}}
                focus={item.id === left[0]?.id}
              />
            ))}
          </section>
        ))}
        <div class="priority-bar">
          <button type="submit" name="do" value="save" class={maySubmit ? undefined : 'primary'}>
            {t('priority-year.report-save')}
          </button>
          {maySubmit ? (
            <button type="submit" name="do" value="submit" class="primary">
              {t('priority-year.report-submit')}
            </button>
          ) : (
            <span class="sub">{t('priority-year.report-head-submits')}</span>
          )}
        </div>
      </form>
    </PriorityLayout>
  )
}

/** 終わっていない市長指示。書く欄を下へ押しやらないように畳むが、数はいつも見える。 */
const FoldedInstructions = ({ frame, view: { open, municipality, year } }: { frame: Frame; view: SheetView }) =>
  open.length === 0 ? null : (
    <details class="priority-folded">
      <summary>{frame.t('instructions.open-here', { count: open.length })}</summary>
      <ul class="instructions-list">
        {open.map((line) => (
          <InstructionItem frame={frame} code={municipality.code} line={line} withDepartment={false} year={year.year} />
        ))}
      </ul>
    </details>
  )

const Outcome = ({ frame, given: { saved, items, problem } }: { frame: Frame; given: ReportGiven }) => {
  const { t } = frame
  const stale = [...(items?.values() ?? [])].filter((each) => each.stale !== undefined).length
  const wrong = [...(items?.values() ?? [])].filter((each) => each.problem !== undefined).length
  if (saved && stale + wrong === 0 && !problem)
    return (
      <p class="flow-done" role="status">
        {t('priority-year.saved')}
      </p>
    )
  if (stale + wrong === 0 && !problem) return null
  return (
    <div class="notice" role="alert">
      {stale > 0 && <p>{t('priority-year.report-conflicts', { count: stale })}</p>}
      {wrong > 0 && <p>{t('priority-year.fix')}</p>}
      {problem && (
        <>
          <p>
            <strong>{t('priority-year.report-not-submitted')}</strong>
          </p>
          <p>
            <ProblemWords frame={frame} problem={problem} />
          </p>
        </>
      )}
    </div>
  )
}

/** もう書けない段になっていたとき。打ったものを見せる（写して使えるように）。 */
export const closedReportPage = (
  frame: Frame,
  view: SheetView,
  typed: readonly TypedReport[],
  problem: Problem,
): string => {
  const { t, to } = frame
  const { municipality, sheet, department } = view
  const items = new Map(itemsOfSheet(sheet).map((item) => [item.id, item]))
  const written = typed.filter(({ lines, figures, grade }) => `${lines}${figures.join('')}${grade}`.trim() !== '')
  return String(
    <PriorityLayout
      frame={frame}
      municipality={municipality}
      title={t('priority-year.report-closed')}
      crumbs={[{ words: department, href: to.prioritySheet(municipality.code, sheet.id), own: true }]}
    >
      <p class="notice" role="alert">
        <ProblemWords frame={frame} problem={problem} />
      </p>
      {written.length > 0 && <h2>{t('priority-year.typed-kept')}</h2>}
      <dl>
        {written.map(({ itemId, lines, figures, grade }) => (
          <>
            <dt>
              <Own frame={frame}>{`${items.get(itemId)?.mark ?? ''}${items.get(itemId)?.title ?? '―'}`}</Own>
            </dt>
            <dd class="priority-written">
              <Own frame={frame}>{[lines, ...figures, grade].filter((words) => words !== '').join('\n')}</Own>
            </dd>
          </>
        ))}
      </dl>
      <p>
        <a href={to.prioritySheet(municipality.code, sheet.id)}>
          <Own frame={frame}>{department}</Own>
        </a>
      </p>
    </PriorityLayout>,
  )
}

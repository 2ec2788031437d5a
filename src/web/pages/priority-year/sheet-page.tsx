import { isSheetStep } from '#domain/priority/flow.ts'
import type { ReportStage } from '#domain/priority/priority-sheet.ts'
import { itemsOfSheet, reportOf } from '#domain/priority/sheet-facts.ts'
import type { SheetView } from '#operations/priority/sheet-view.ts'
import { dueWords } from '../../components/flow/due-words.ts'
import { OpenInstructions } from '../../components/instructions/open-instructions.tsx'
import { GoalCard } from '../../components/priority-year/goal-card.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { Returned } from '../../components/priority-year/returned.tsx'
import { SheetFiles } from '../../components/priority-year/sheet-files.tsx'
import { SheetHistory, SheetSteps, type StepRefused } from '../../components/priority-year/sheet-steps.tsx'
import { GradeCounts, SheetMark } from '../../components/priority-year/sheet-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { type Frame, yearInSentence, yearInWords } from '../../frame.ts'

/** 頁の外から来るもの。進めたばかりの一歩と、通らなかった一歩。 */
export type SheetGiven = { readonly done?: string | undefined; readonly refused?: StepRefused | undefined }

type Props = { frame: Frame; view: SheetView; given: SheetGiven }

export const sheetPage = (frame: Frame, view: SheetView, given: SheetGiven = {}): string =>
  String(<SheetPage frame={frame} view={view} given={given} />)

/** 部局の調書。できること、まだ終わらない市長指示、つぎに印刷の並びで目標。 */
const SheetPage = ({ frame, view, given }: Props) => {
  const { municipality, sheet, department, year, open, counts } = view
  const { t, to } = frame
  const { code } = municipality
  const yearWords = yearInWords(frame, year.year)
  return (
    <PriorityLayout
      frame={frame}
      municipality={municipality}
      title={t('priority-year.sheet-title', { year: yearWords, department })}
      crumbs={[
        { words: t('priority-year.of-year', { year: yearWords }), href: to.priorityYear(code, year.year) },
        { words: department, own: true },
      ]}
      wide
    >
      <Told frame={frame} given={given} />
      <div class="priority-about">
        <SheetMark frame={frame} state={sheet.state} returned={sheet.returnedReason !== null} />
        {view.due !== null && (
          <span class={view.late ? 'priority-late' : undefined}>{dueWords(frame, view.due, view.left)}</span>
        )}
        <span>{t('priority-year.counts', { goals: sheet.goals.length, items: counts.items })}</span>
        {counts.items > counts.none && <GradeCounts frame={frame} counts={counts} />}
      </div>
      <Returned frame={frame} sheet={sheet} />
      <Gone frame={frame} view={view} />
      <section class="screen-only" aria-labelledby="to-do">
        <h2 id="to-do" class="unseen">
          {t('priority-year.what-to-do')}
        </h2>
        <SheetSteps frame={frame} view={view} refused={given.refused} />
      </section>
      <OpenInstructions frame={frame} code={code} lines={open} year={year.year} />
      {sheet.goals.length === 0 && <p class="empty">{t('priority-year.no-goals')}</p>}
      {sheet.goals.map((goal) => (
        <GoalCard frame={frame} view={view} goal={goal} stages={stagesOf(view)} />
      ))}
      {sheet.goals.length > 0 && (
        <SheetFiles frame={frame} code={code} year={year.year} department={sheet.departmentId} interim={year.interim} />
      )}
      <section class="screen-only" aria-labelledby="history">
        <h2 id="history">{t('priority-year.history')}</h2>
        <SheetHistory frame={frame} steps={view.steps} />
      </section>
      <Elsewhere frame={frame} view={view} />
    </PriorityLayout>
  )
}

/** 並べる報告。書かれたものと、いま書く段のもの。設定のあいだは並べない。 */
const stagesOf = ({ sheet, year }: SheetView): readonly ReportStage[] => {
  const has = (stage: ReportStage) => itemsOfSheet(sheet).some((item) => reportOf(item, stage) !== undefined)
  const interim = has('interim') || (year.interim && !['setting', 'proposed'].includes(sheet.state))
  const final = has('final') || (!year.interim && sheet.state === 'confirmed')
  return [...(interim ? (['interim'] as const) : []), ...(final ? (['final'] as const) : [])]
}

const Told = ({ frame, given: { done, refused } }: { frame: Frame; given: SheetGiven }) => (
  <>
    {done !== undefined && (isSheetStep(done) || done === 'saved') && (
      <p class="flow-done" role="status">
        {done === 'saved' ? frame.t('priority-year.saved') : frame.t(`priority-year.did-${done}`)}
      </p>
    )}
    {refused && (
      <p class="notice" role="alert">
        <ProblemWords frame={frame} problem={refused.problem} />
      </p>
    )}
  </>
)

type Shown = Omit<Props, 'given'>

/** もうない部局の調書。仕事の行き先を言う。 */
const Gone = ({ frame, view: { heirs } }: Shown) =>
  heirs === null ? null : (
    <p class="notice" role="note">
      <Spoken
        frame={frame}
        words={
          heirs.length === 0
            ? frame.t('priority-year.moved-nowhere')
            : frame.t('priority-year.moved-to', { heirs: heirs.join('・') })
        }
      />
    </p>
  )

const Elsewhere = ({ frame, view: { municipality, sheet, others, may } }: Shown) => {
  const { t, to } = frame
  const { code } = municipality
  return (
    <nav class="priority-ways screen-only" aria-label={t('priority-year.other-years')}>
      <a href={to.priorityYear(code, sheet.year)}>{t('priority-year.all-departments')}</a>
      {may.instruct && <a href={to.hearing(code, sheet.id)}>{t('priority-year.hearing-one')}</a>}
      {others.map(({ id, year }) => (
        <a href={to.prioritySheet(code, id)}>{yearInSentence(frame, year)}</a>
      ))}
    </nav>
  )
}

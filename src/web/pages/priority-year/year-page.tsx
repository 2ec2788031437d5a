import { raw } from 'hono/html'
import { permits } from '#domain/people/permission.ts'
import { isMayorsTurn } from '#domain/priority/flow.ts'
import { itemGrades } from '#domain/priority/item-grades.ts'
import type { Problem } from '#domain/problem.ts'
import type { PriorityYearView, SheetLine } from '#operations/priority/year-view.ts'
import { dueWords } from '../../components/flow/due-words.ts'
import { Own } from '../../components/own-words.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { SheetFiles } from '../../components/priority-year/sheet-files.tsx'
import { gradeWords, SheetMark } from '../../components/priority-year/sheet-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { shape } from '../../components/shapes.ts'
import { Spoken } from '../../components/spoken.tsx'
import { type Frame, yearInWords } from '../../frame.ts'

/** 頁の外から来るもの。し終えたことの文と、断り。 */
export type YearGiven = { readonly done?: string | undefined; readonly problem?: Problem | undefined }

type Props = { frame: Frame; view: PriorityYearView; given: YearGiven }

export const yearPage = (frame: Frame, view: PriorityYearView, given: YearGiven = {}): string =>
  String(<YearPage frame={frame} view={view} given={given} />)

/** 一つの年の、部局すべて：状態、◎○△× の数、遅れているもの、市長指示。 */
const YearPage = ({ frame, view, given }: Props) => {
  const { municipality, year, lines, mayManage } = view
  const { t, to } = frame
  const { code } = municipality
  const title = t('priority-year.of-year', { year: yearInWords(frame, year.year) })
  const toHear = firstToHear(lines)
  return (
    <PriorityLayout frame={frame} municipality={municipality} title={title} crumbs={[{ words: title }]} wide>
      {given.done && (
        <p class="flow-done" role="status">
          {given.done}
        </p>
      )}
      {given.problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={given.problem} />
        </p>
      )}
      {lines.length === 0 ? (
        <p class="empty">
          {t('priority-year.no-sheets-yet')} {mayManage && t('priority-year.no-sheets-planner')}
        </p>
      ) : (
        <>
          <p class="summary">{t('priority-year.summary', countsOf(lines))}</p>
          <Departments frame={frame} view={view} />
        </>
      )}
      <p class="buttons screen-only">
        {toHear && permits(frame.person, 'priority-confirm') && (
          <a
            class={isMayorsTurn(toHear.sheet.state) ? 'button primary' : 'button'}
            href={to.hearing(code, toHear.sheet.id)}
          >
            {t('priority-year.hearing')}
          </a>
        )}
        <a class="button" href={to.instructions(code)}>
          {t('priority-year.instructions')}
        </a>
        {mayManage && (
          <a class="button" href={to.priorityYear(code, year.year, 'open')}>
            {t('priority-year.settings')}
          </a>
        )}
      </p>
      {lines.length > 0 && <SheetFiles frame={frame} code={code} year={year.year} interim={year.interim} />}
    </PriorityLayout>
  )
}

/** ヒアリングを始める部局。市長の番になっている、並びの初めの一枚。なければ、まだ閉じていない初めの一枚。 */
const firstToHear = (lines: readonly SheetLine[]): SheetLine | undefined =>
  lines.find(({ sheet }) => isMayorsTurn(sheet.state)) ?? lines.find(({ sheet }) => sheet.state !== 'closed')

const countsOf = (lines: readonly SheetLine[]) => ({
  sheets: lines.length,
  items: lines.reduce((sum, { counts }) => sum + counts.items, 0),
  late: lines.filter(({ late }) => late).length,
  waiting: lines.filter(({ sheet }) => isMayorsTurn(sheet.state)).length,
  closed: lines.filter(({ sheet }) => sheet.state === 'closed').length,
})

const Departments = ({ frame, view: { lines, municipality } }: Omit<Props, 'given'>) => {
  const { t } = frame
  const sum = (of: (line: SheetLine) => number) => lines.reduce((all, line) => all + of(line), 0)
  return (
    <Scroll label={t('priority-year.departments')}>
      <table class="plain priority-board">
        <thead>
          <tr>
            <th scope="col">{t('priority-year.col-department')}</th>
            <th scope="col">{t('priority-year.col-state')}</th>
            <th scope="col">{t('priority-year.col-due')}</th>
            <th scope="col" class="n">
              {t('priority-year.col-items')}
            </th>
            {itemGrades.map((grade) => (
              <th scope="col" class="n">
                {grade} <small>{gradeWords(frame, grade)}</small>
              </th>
            ))}
            <th scope="col" class="n">
              {t('priority-year.col-none')}
            </th>
            <th scope="col">{t('priority-year.col-instructions')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Department frame={frame} code={municipality.code} line={line} />
          ))}
        </tbody>
        {lines.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colspan={3}>
                {t('priority-year.total')}
              </th>
              <td class="n">{sum(({ counts }) => counts.items)}</td>
              {itemGrades.map((grade) => (
                <td class="n">{sum(({ counts }) => counts.grades[grade] ?? 0)}</td>
              ))}
              <td class="n">{sum(({ counts }) => counts.none)}</td>
              <td>
                {t('priority-year.instructions-open', { count: sum(({ openInstructions }) => openInstructions) })}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Scroll>
  )
}

const Department = ({ frame, code, line }: { frame: Frame; code: string; line: SheetLine }) => {
  const { t, to } = frame
  const { sheet, department, heirs, counts, due, left, late, openInstructions, overdueInstructions } = line
  return (
    <tr class={late ? 'late' : undefined}>
      <th scope="row">
        <a href={to.prioritySheet(code, sheet.id)}>
          <Own frame={frame}>{department}</Own>
        </a>
        {heirs !== null && (
          <small class="priority-gone">
            <Spoken
              frame={frame}
              words={
                heirs.length === 0 ? t('priority-year.gone') : t('priority-year.gone-to', { heirs: heirs.join('・') })
              }
            />
          </small>
        )}
      </th>
      <td>
        <SheetMark frame={frame} state={sheet.state} returned={sheet.returnedReason !== null} />
      </td>
      <td class={late ? 'priority-late' : undefined}>
        {late && raw(shape('behind'))}
        {due === null ? '―' : dueWords(frame, due, left)}
      </td>
      <td class="n">{counts.items}</td>
      {itemGrades.map((grade) => (
        <td class="n">{counts.grades[grade] ?? 0}</td>
      ))}
      <td class="n">{counts.none}</td>
      <td>
        {openInstructions === 0 ? (
          '―'
        ) : (
          <a href={to.instructions(code, { department: sheet.departmentId })}>
            {t('priority-year.instructions-open', { count: openInstructions })}
            {overdueInstructions > 0 && (
              <strong class="priority-late">
                {' '}
                {t('priority-year.instructions-overdue', { count: overdueInstructions })}
              </strong>
            )}
          </a>
        )}
      </td>
    </tr>
  )
}

import type { Edition } from '#domain/plan/edition.ts'
import { type ProjectGroup, type ProjectRow, projectRows } from '#domain/plan/project-rows.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../choices.ts'
import type { ReportNote } from '../report.ts'
import { type ReportName, reportTitles } from '../report-name.ts'

/** どの行から帳票を作るか。ない計画で断るときの符号と、代わりに作れる様式も。 */
export type ProjectSource = {
  readonly form: ReportName
  readonly rows: (edition: Edition) => readonly ProjectRow[]
  readonly absent: string
  readonly instead: ReportName
}

/** 選ばれた基本目標・担当課の事業を、印刷された順に。一つもなければ、なぜないかと何をすればよいかを言って断る。 */
export const chosenProjects = (
  edition: Edition,
  choices: ReportChoices,
  { form, rows, absent, instead }: ProjectSource,
): Result<readonly ProjectRow[]> => {
  const words = { form: reportTitles[form] }
  if (edition.content.projects.length === 0) return refused('report-projects-none', words)
  const all = rows(edition)
  if (all.length === 0) return refused(absent, { ...words, instead: reportTitles[instead] })
  const chosen = all.filter(isChosen(choices))
  return chosen.length > 0 ? done(chosen) : refused('report-projects-none-chosen', words)
}

/** 「農業振興課」を選べば、「伊万里市 (農業振興課)」と書かれた個票も入る。 */
const isChosen =
  ({ goals, departments }: ReportChoices) =>
  (row: ProjectRow): boolean =>
    (goals === null || [...row.goals].some(({ key }) => goals.includes(key))) &&
    (departments === null || [...row.bodies, ...row.implementers].some((name) => departments.includes(name)))

/** 部のある図書ではその部に印刷された行を、ない図書では一つの事業を一行に。 */
export const printedRows = (edition: Edition, part: 'matrix' | 'list' | 'sheet'): readonly ProjectRow[] =>
  projectRows(edition, part, false)

/** 突合の気づきを、同じ文は一度だけ注にする。 */
export const findingNotes = (groups: readonly ProjectGroup[]): readonly ReportNote[] =>
  [...new Set(groups.flatMap(({ findings }) => findings.map(({ message }) => message)))].map((text) => ({
    mark: null,
    text: `突合：${text}`,
  }))

import type { ReportName } from '../report-name.ts'
import { comparisonTable } from './comparison-table/comparison-table.ts'
import { evaluationSheets } from './evaluation-sheets/evaluation-sheets.ts'
import type { Form } from './form.ts'
import { gradeSummary } from './grade-summary/grade-summary.ts'
import { instructionList } from './instruction-list/instruction-list.ts'
import { kpiSummary } from './kpi-summary/kpi-summary.ts'
import { opinionTable } from './opinion-table/opinion-table.ts'
import { planBookOf } from './plan-book/plan-book.ts'
import { priorityGoals } from './priority-goals/priority-goals.ts'
import { priorityProjects } from './priority-projects/priority-projects.ts'
import { progressTable } from './progress-table/progress-table.ts'
import { projectMatrix } from './project-matrix/project-matrix.ts'
import { projectSheets } from './project-sheets/project-sheets.ts'
import { publicComment } from './public-comment/public-comment.ts'
import { revisionOverview } from './revision-overview/revision-overview.ts'

/** 計画書に綴じる様式。綴じる順に。 */
const bound: readonly Form[] = [
  progressTable,
  kpiSummary,
  gradeSummary,
  revisionOverview,
  projectMatrix,
  priorityProjects,
  projectSheets,
  priorityGoals,
]

/** すべての様式。画面に並ぶ順に。足すときは docs/tasks/add-a-form.md。 */
export const forms: readonly Form[] = [
  ...bound,
  comparisonTable,
  publicComment,
  evaluationSheets,
  opinionTable,
  instructionList,
  planBookOf(bound),
]

export const formNamed = (name: ReportName): Form | undefined => forms.find((form) => form.name === name)

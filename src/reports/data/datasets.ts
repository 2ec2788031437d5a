import type { ReportName } from '../report-name.ts'
import type { DatasetMaker } from './dataset.ts'
import { costs } from './datasets/costs.ts'
import { evaluationScales, evaluations } from './datasets/evaluations.ts'
import { figures } from './datasets/figures.ts'
import { gradeMeanings, grades } from './datasets/grades.ts'
import { indicatorDepartments, indicatorGrades, indicators } from './datasets/indicators.ts'
import { nodes } from './datasets/nodes.ts'
import { opinions } from './datasets/opinions.ts'
import { plan, sources } from './datasets/plan.ts'
import { instructions, priorityEntries, priorityGoals, priorityItems } from './datasets/priority.ts'
import {
  projectImplementers,
  projectIndicators,
  projectNodes,
  projects,
  projectTags,
  projectYears,
} from './datasets/projects.ts'
import { revisionCounts, revisionItems, revisionRules, subtotals } from './datasets/revision.ts'
import { revisionChanges } from './datasets/revision-changes.ts'
import { texts } from './datasets/texts.ts'

/** 機械可読なデータの表のすべて。ファイルに並べる順。 */
export const datasets: readonly DatasetMaker[] = [
  plan,
  sources,
  nodes,
  indicators,
  indicatorDepartments,
  figures,
  costs,
  indicatorGrades,
  projects,
  projectNodes,
  projectTags,
  projectImplementers,
  projectYears,
  projectIndicators,
  texts,
  grades,
  gradeMeanings,
  evaluations,
  evaluationScales,
  revisionRules,
  revisionCounts,
  revisionItems,
  revisionChanges,
  subtotals,
  opinions,
  priorityGoals,
  priorityItems,
  priorityEntries,
  instructions,
]

/** どのデータにも添える表（計画と計算の決まり、出典と更新の履歴）。 */
const always: readonly DatasetMaker[] = [plan, sources]

const ofIndicators = [nodes, indicators, indicatorDepartments, figures, costs, indicatorGrades, gradeMeanings, texts]
const ofProjects = [nodes, projects, projectNodes, projectTags, projectImplementers]

const byForm = {
  'progress-table': ofIndicators,
  'kpi-summary': [...ofIndicators, projects, projectNodes, projectIndicators, subtotals],
  'grade-summary': [nodes, grades, gradeMeanings, indicatorGrades, evaluations, evaluationScales],
  'revision-overview': [nodes, grades, gradeMeanings, revisionRules, revisionCounts, revisionItems, revisionChanges],
  'comparison-table': [nodes, indicators, revisionChanges],
  'public-comment': [nodes, indicators, grades, revisionChanges],
  'project-matrix': [...ofProjects, texts],
  'priority-projects': [...ofProjects, texts],
  'project-sheets': [...ofProjects, projectYears, projectIndicators, texts, indicators, figures],
  'priority-goals': [priorityGoals, priorityItems, priorityEntries, gradeMeanings, instructions],
  'instruction-list': [priorityGoals, priorityItems, instructions],
  'evaluation-sheets': [nodes, indicators, figures, evaluations, evaluationScales],
  'opinion-table': [nodes, indicators, opinions],
  'plan-book': datasets,
} as const satisfies Record<ReportName, readonly DatasetMaker[]>

/**
 * その様式の紙と並べて出す表の名。初めの二つは計画と出典。
 * `datasetsFor('priority-goals')` → plan, sources, grade-meanings, priority-goals, …
 */
export const datasetsFor = (form: ReportName): readonly string[] => {
  const wanted: readonly DatasetMaker[] = [...always, ...byForm[form]]
  return datasets.filter((each) => wanted.includes(each)).map(({ name }) => name)
}

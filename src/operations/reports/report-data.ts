import type { Edition } from '#domain/plan/edition.ts'
import type { Result } from '#domain/problem.ts'
import type { Alongside } from '#reports/alongside.ts'
import { type DataFile, type DataFormat, dataFiles, dataNamesWithRows } from '#reports/data/data-files.ts'
import { datasets, datasetsFor } from '#reports/data/datasets.ts'
import type { ReportName } from '#reports/report-name.ts'

export { type DataFile, type DataFormat, dataFiles }

export const dataFormats: readonly DataFormat[] = ['csv', 'json', 'xlsx']

/** その版で一行でもある表の、名・題・説明。画面に並べる。 */
export const datasetsIn = (edition: Edition, alongside: Alongside = {}) => {
  const names = dataNamesWithRows(edition, alongside)
  return datasets
    .filter(({ name }) => names.includes(name))
    .map(({ name, title, description }) => ({ name, title, description }))
}

/** 紙の帳票と並べて出すデータ。 */
export const reportData = (
  edition: Edition,
  form: ReportName,
  format: DataFormat,
  alongside: Alongside = {},
): Promise<Result<readonly DataFile[]>> => dataFiles(edition, datasetsFor(form), format, alongside)

/** その様式の値を持つ、いちばん主な表。「-o 一覧表.csv」と一つのファイルを頼まれたときに書く。 */
const mainData = {
  'progress-table': 'figures',
  'kpi-summary': 'figures',
  'grade-summary': 'grades',
  'revision-overview': 'grades',
  'comparison-table': 'revision-changes',
  'public-comment': 'revision-changes',
  'project-matrix': 'projects',
  'priority-projects': 'projects',
  'project-sheets': 'project-years',
  'priority-goals': 'priority-entries',
  'instruction-list': 'instructions',
  'evaluation-sheets': 'evaluations',
  'opinion-table': 'opinions',
  'plan-book': 'figures',
} as const satisfies Record<ReportName, string>

export const mainDataOf = (form: ReportName): string => mainData[form]

/**
 * 帳票の様式の名。命令 `report` の引数と、画面の番地になる（docs/commands.md）。
 * 読む様式（FormName）とは別で、一つの計画からいくつもの様式が出る。
 */
export const reportNames = [
  'progress-table',
  'kpi-summary',
  'grade-summary',
  'revision-overview',
  'comparison-table',
  'public-comment',
  'project-matrix',
  'priority-projects',
  'project-sheets',
  'priority-goals',
  'instruction-list',
  'evaluation-sheets',
  'opinion-table',
  'plan-book',
] as const

export type ReportName = (typeof reportNames)[number]

export const isReportName = (name: string): name is ReportName => reportNames.some((each) => each === name)

/** 様式の呼び名。紙の題にも使う、役所のことば。 */
export const reportTitles = {
  'progress-table': '進捗状況一覧表',
  'kpi-summary': '数値目標・KPI集計表',
  'grade-summary': '評価区分集計表',
  'revision-overview': '改訂概要',
  'comparison-table': '新旧対照表',
  'public-comment': '意見募集資料',
  'project-matrix': '取組事業一覧',
  'priority-projects': '重点施策一覧',
  'project-sheets': '個票',
  'priority-goals': '重点目標一覧表',
  'instruction-list': '市長指示事項対応状況一覧',
  'evaluation-sheets': '評価調書',
  'opinion-table': '意見と対応の一覧',
  'plan-book': '計画書',
} as const satisfies Record<ReportName, string>

import type { PriorityGoal } from '../plan/draft.ts'
import type { PrioritySheetState, ProgressReport, SheetGoal, SheetItem } from './priority-sheet.ts'
import { readTarget } from './read-target.ts'

/**
 * 前の年度の目標を、次の年度の調書の始まりにする。文は写し、報告は写さない。項目は `continues` で前の年度につながる。
 */
export const carriedOver = (goals: readonly SheetGoal[], year: number, newId: () => string): readonly SheetGoal[] =>
  goals.map((goal) => ({
    ...goal,
    id: newId(),
    items: goal.items.map((item) => ({
      ...item,
      id: newId(),
      targets: item.targets.map(({ text, indicatorId }) => ({ ...readTarget(text, year), indicatorId })),
      continues: item.id,
      reports: [],
    })),
  }))

/** 図書から取り込んだ部局の重点目標を、調書の目標に。書かれた進捗と評価は、中間の報告になる。 */
export const goalsFromPlan = (
  goals: readonly PriorityGoal[],
  year: number,
  newId: () => string,
  written: { readonly at: string; readonly by: string },
): readonly SheetGoal[] =>
  goals.map(({ number, title, items }) => ({
    id: newId(),
    number,
    title,
    items: items.map(
      (item): SheetItem => ({
        id: newId(),
        mark: item.mark,
        title: item.title,
        details: item.details ?? [],
        targets: item.targets.map((text) => ({ ...readTarget(text, year), indicatorId: null })),
        continues: null,
        reports: interimOf(item.progress, item.grade, item.targets.length, written),
      }),
    ),
  }))

const interimOf = (
  lines: readonly string[],
  grade: string | null,
  targets: number,
  written: { readonly at: string; readonly by: string },
): readonly ProgressReport[] =>
  lines.length === 0 && grade === null
    ? []
    : [{ stage: 'interim', lines, figures: Array<null>(targets).fill(null), grade, revision: 1, ...written }]

/** 取り込んだ調書の、はじめの状態。指示があればヒアリングは済んでいて、進捗があれば報告は出ている。 */
export const stateFromPlan = (goals: readonly SheetGoal[], instructions: number): PrioritySheetState => {
  if (instructions > 0) return 'interim-heard'
  return goals.some(({ items }) => items.some(({ reports }) => reports.length > 0)) ? 'interim-reported' : 'confirmed'
}

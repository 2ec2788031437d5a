import type { Legend, PriorityGoal } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'

/** 重点目標の頁。部局ごとに、印刷された順。 */
export type PriorityView = {
  readonly edition: Edition
  readonly departments: readonly { readonly name: string; readonly goals: number }[]
  /** 選んだ部局。すべてなら undefined。 */
  readonly department: string | undefined
  readonly goals: readonly PriorityGoal[]
  readonly legends: readonly Legend[]
  /** 見えている取組項目の数と、そのうち進捗・評価の書かれていないもの。 */
  readonly counts: { readonly items: number; readonly noProgress: number; readonly noGrade: number }
}

/** @param asked 見たい部局（書かれたとおりの名）。ない名なら、すべて。 */
export const priorityView = (edition: Edition, asked?: string): PriorityView => {
  const { priorityGoals, legends = [] } = edition.content
  const byDepartment = Map.groupBy(priorityGoals, ({ department }) => department)
  const department = asked !== undefined && byDepartment.has(asked) ? asked : undefined
  const goals = department === undefined ? priorityGoals : (byDepartment.get(department) ?? [])
  const items = goals.flatMap((goal) => goal.items)
  return {
    edition,
    departments: [...byDepartment].map(([name, its]) => ({ name, goals: its.length })),
    department,
    goals,
    legends,
    counts: {
      items: items.length,
      noProgress: items.filter(({ progress }) => progress.length === 0).length,
      noGrade: items.filter(({ grade }) => grade === null).length,
    },
  }
}

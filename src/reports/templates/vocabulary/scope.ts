import type {
  GradeCount,
  Indicator,
  PlanNode,
  PriorityGoal,
  PriorityItem,
  RevisionItem,
  RevisionRule,
} from '#domain/plan/draft.ts'
import type { Goal } from '#domain/plan/outline.ts'
import type { ProjectRow } from '#domain/plan/project-rows.ts'

/** 繰り返しの中で、いま見ている一件。繰り返しの種類ごとに一つ。 */
export type Items = {
  readonly goal: GoalItem
  readonly measure: PlanNode
  readonly indicator: Indicator
  readonly project: ProjectRow
  readonly year: number
  readonly department: string
  readonly priorityGoal: PriorityGoal
  readonly priorityItem: PriorityItem
  readonly instruction: string
  readonly legend: { readonly mark: string; readonly meaning: string }
  readonly gradeRow: GradeCount
  readonly revisionRule: RevisionRule
  readonly change: RevisionItem
}

/** 基本目標一つ。どの目標の下にもない指標・事業は、失わないように、終わりの「その他」（goal が null）にまとめる。 */
export type GoalItem = {
  readonly goal: Goal | null
  /** 目標そのものの節（同じ番号の目標が二度出る計画では二つ）。 */
  readonly own: ReadonlySet<string | null>
  /** 目標と、その下のすべての節。 */
  readonly nodes: ReadonlySet<string | null>
}

export type Scope = keyof Items

/** いまの繰り返しの重なり。同じ種類は一つだけ（自分の中では繰り返せない）。 */
export type Frames = { readonly [S in Scope]?: Items[S] }

/** 断りの文と手引きで言う、繰り返しの名。 */
export const scopeNames = {
  goal: '基本目標',
  measure: '施策',
  indicator: '指標',
  project: '事業',
  year: '年度',
  department: '部局',
  priorityGoal: '重点目標',
  priorityItem: '取組項目',
  instruction: '市長指示事項',
  legend: '評価基準',
  gradeRow: '評価集計',
  revisionRule: '見直し基準',
  change: '変更内容',
} as const satisfies Record<Scope, string>

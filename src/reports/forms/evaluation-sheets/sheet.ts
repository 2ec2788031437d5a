import type { EvaluationStage } from '#domain/evaluation/evaluation.ts'
import type { GradedSubject } from '#domain/evaluation/graded-plan.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'

/** 一枚の評価調書のもと。施策なら下の指標を、指標ならその一つを並べる。 */
export type EvaluationSheet = {
  readonly name: string
  readonly path: readonly PlanNode[]
  readonly departments: readonly string[]
  readonly graded: GradedSubject
  readonly kind: 'indicator' | 'node'
  readonly indicators: readonly Indicator[]
}

/** 段の呼び名（紙のことば）。 */
export const stageNames: Readonly<Record<EvaluationStage, string>> = {
  self: '担当課',
  head: '課長・部長',
  office: '企画課',
  headquarters: '推進本部',
  committee: '外部の会議',
}

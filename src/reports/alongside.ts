import type { Opinion, OpinionAnswer, Referral } from '#domain/committee/referral.ts'
import type { FutureDirection, RevisionPolicy } from '#domain/evaluation/evaluation.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { InstructionStep, PlacedInstruction } from '#domain/priority/instruction.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import type { ComparedChange } from '#domain/revision/comparison.ts'

/**
 * 版のほかに、様式が要るもの。どれも、なくてよい（図書から取り込んだだけの計画には、一つもない）。
 * 様式は、あれば使い、なければ図書に書かれたものだけで作る。
 */
export type Alongside = {
  /** 評価（版の、ある年度の。改訂があれば、もとの版の）。 */
  readonly graded?: GradedPlan
  /** 今後の方向性（版の値）。評価調書の □ に並べる。 */
  readonly directions?: readonly FutureDirection[]
  /** 改訂：もとの版と、重ねた変更と、評価ごとの見直しの決まり（もとの版の）。様式に渡る版は、改訂したあとのもの。 */
  readonly revised?: {
    readonly base: Edition
    readonly changes: readonly ComparedChange[]
    readonly policies?: readonly RevisionPolicy[]
  }
  /** 外部の会議の意見と対応。 */
  readonly referral?: {
    readonly referral: Referral
    readonly opinions: readonly Opinion[]
    readonly answers: readonly OpinionAnswer[]
    /** 担当課の id → 名。 */
    readonly departments?: ReadonlyMap<string, string>
  }
  /** 重点目標調書（版の重点目標は、この調書から作った）。期末の報告は、ここから項目の id で引く。 */
  readonly sheets?: readonly PrioritySheet[]
  /** 市長指示事項と、そのあとの対応。部局の名は `departments`（id → 名）。 */
  readonly instructions?: {
    readonly instructions: readonly PlacedInstruction[]
    readonly steps: readonly InstructionStep[]
    readonly departments: ReadonlyMap<string, string>
    /** 期限を過ぎたかを見る日。渡さなければ見ない。 */
    readonly today?: string
  }
}

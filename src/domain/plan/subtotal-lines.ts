import { type Counted, countUnder } from '../findings/counts.ts'
import type { PlanContent, PlanNode, Subtotal } from './draft.ts'

/** 小計。`node` が null なら計画の全体。印刷されていなければ printed は undefined。 */
export type SubtotalLine = {
  readonly node: PlanNode | null
  readonly counted: Counted
  readonly printed: Subtotal | undefined
}

/** `subtotalLine(砂川市の計画, 基本目標1)` → 数えた数も印刷の数も 事業数 9・KPI数 8 */
export const subtotalLine = (content: PlanContent, node: PlanNode | null): SubtotalLine => ({
  node,
  counted: countUnder(content, node?.id ?? null),
  printed: content.subtotals.find((each) => each.node === (node?.id ?? null)),
})

/** 印刷された小計が、数えた数と違うか。印刷のない数（事業数のない小計）は比べない。 */
export const subtotalDiffers = ({ counted, printed }: SubtotalLine): boolean =>
  printed !== undefined &&
  ((printed.projects !== null && printed.projects !== counted.projects) ||
    (printed.indicators !== null && printed.indicators !== counted.indicators))

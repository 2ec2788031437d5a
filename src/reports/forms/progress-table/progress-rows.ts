import { enteredBands, leftNodes } from '#domain/plan/bands.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { subtotalLine } from '#domain/plan/subtotal-lines.ts'
import type { ReportChoices } from '../../choices.ts'
import type { RowGroup } from '../../report.ts'
import type { Footnotes } from '../remarks/footnotes.ts'
import { bandGroup, bandLevel, joinedBands, passageGroups } from '../rows/band-groups.ts'
import { subtotalGroup } from '../rows/subtotal-group.ts'
import { entryGroup, type Layout } from './entry-group.ts'

/** 印刷された順の指標の行に、入った節の帯と、出た基本目標の小計を添える。 */
export const progressGroups = (
  edition: Edition,
  indicators: readonly Indicator[],
  layout: Layout,
  columns: number,
  choices: ReportChoices,
  notes: Footnotes,
): readonly RowGroup[] => {
  const nodes = nodesById(edition.content)
  const { byId } = reckon(edition)
  const goals = new Set(goalsOf(edition.content).flatMap((goal) => goal.nodes))
  const leaving = subtotalsAt(edition, columns, choices, notes)
  let before: readonly PlanNode[] = []
  const groups = indicators.flatMap((indicator): readonly RowGroup[] => {
    const path = pathTo(nodes, indicator.node)
    const bands = enteredBands(before, path).flatMap(({ node, depth }) => [
      bandGroup(node, bandLevel(depth, path, goals), columns),
      ...(choices.comments ? passageGroups(node, columns) : []),
    ])
    const ended = leaving(before, path)
    before = path
    return [...ended, ...bands, entryGroup(byId.get(indicator.id) ?? { indicator, years: new Map() }, path, layout)]
  })
  return joinedBands([...groups, ...leaving(before, undefined)])
}

type Leaving = (from: readonly PlanNode[], to: readonly PlanNode[] | undefined) => readonly RowGroup[]

/**
 * 出た基本目標と、小計の印刷された節の小計。計画の終わりでは全体の合計も。
 * 担当課でしぼった表では、見えている行の数と合わなくなるので出さない。
 */
const subtotalsAt = (edition: Edition, columns: number, choices: ReportChoices, notes: Footnotes): Leaving => {
  if (choices.departments !== null) return () => []
  const { content } = edition
  const goals = new Map(goalsOf(content).flatMap(({ nodes }) => nodes.map((node) => [node, goalWords(node)])))
  const printed = new Set(content.subtotals.map(({ node }) => node))
  const group = (node: PlanNode | null, label: string) =>
    subtotalGroup(content, subtotalLine(content, node), label, columns, notes)
  return (from, to) => {
    const left = leftNodes(from, to).filter((node) => goals.has(node) || printed.has(node.id))
    const subtotals = left.map((node) => group(node, `小計（${goals.get(node) ?? goalWords(node)}）`))
    return to === undefined && choices.goals === null ? [...subtotals, group(null, '合計')] : subtotals
  }
}

/** 「基本目標1」。番号のない目標は、その題。 */
const goalWords = ({ level, number, title }: PlanNode): string => (number === null ? title : `${level}${number}`)

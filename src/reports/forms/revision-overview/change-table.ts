import type { PlanContent, PlanNode, RevisionItem } from '#domain/plan/draft.ts'
import { goalOver, goalsOf, nodeInWords, nodesById } from '#domain/plan/outline.ts'
import { changesByGoal, packageName, type RevisionPackage } from '#domain/plan/revision-packages.ts'
import type { Row, RowGroup, Table } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'
import { bulleted } from './rule-table.ts'

type Content = Pick<PlanContent, 'nodes' | 'revisionItems'>

/** パッケージ一つ。`node` はその節（名の合う節がなければ undefined）。 */
type Package = RevisionPackage & { readonly node: PlanNode | undefined }

/**
 * 戦略パッケージごとの主な変更内容。基本目標を帯にし、パッケージ一つを一行にする。
 * 表の後で説明される項目（「ゼロカーボンシティ」の実現）は、そのパッケージのすぐ下に幅いっぱいの行で置く。
 */
export const changeTable = (content: Content, goals: readonly string[] | null): Table => ({
  caption: '戦略パッケージごとの主な変更内容',
  showCaption: false,
  columns: [
    { key: 'package', width: 15, align: 'start' },
    { key: 'changes', width: 38, align: 'start' },
  ],
  header: [{ cells: [textCell(packageLevel(content)), textCell('主な変更内容')] }],
  groups: chosenChanges(content, goals).flatMap(({ goal, packages }) => [
    ...bandOf(goal),
    ...packages.map((each): RowGroup => ({ kind: 'entry', rows: packageRows(content, each) })),
  ]),
})

/** パッケージの段の名（戦略パッケージ・施策分野）。 */
const packageLevel = ({ nodes, revisionItems }: Content): string =>
  nodes.find((node) => revisionItems.some((item) => isPackageOf(node, item.node, item.package)))?.level ??
  '戦略パッケージ'

const isPackageOf = (node: PlanNode, goal: string | null, name: string): boolean =>
  node.parent === goal && (packageName(node) === name || node.title === name)

type Changes = { readonly goal: PlanNode | undefined; readonly packages: readonly Package[] }

/** 選んだ目標の変更。変更の書かれていないパッケージも、節があれば並べる。 */
const chosenChanges = (content: Content, goals: readonly string[] | null): readonly Changes[] => {
  const [found, nodes] = [goalsOf(content), nodesById(content)]
  return changesByGoal(content.revisionItems)
    .filter(({ node }) => goals === null || goals.includes(goalOver(found, nodes, node)?.key ?? ''))
    .map(({ node, packages }) => ({
      goal: node === null ? undefined : nodes.get(node),
      packages: withSilent(content, node, packages),
    }))
}

/** 節を添えたパッケージ。変更の書かれていない節も、図書の順に入れる。 */
const withSilent = (
  { nodes, revisionItems }: Content,
  goal: string | null,
  packages: readonly RevisionPackage[],
): readonly Package[] => {
  const own = packages.map((each) => ({
    ...each,
    node: nodes.find((node) => isPackageOf(node, goal, each.name)),
  }))
  const levels = new Set(own.map(({ node }) => node?.level))
  const silent = nodes.filter(
    (node) =>
      node.parent === goal &&
      levels.has(node.level) &&
      !revisionItems.some((item) => isPackageOf(node, item.node, item.package)),
  )
  const order = (each: Package) => (each.node ? nodes.indexOf(each.node) : -1)
  if (silent.length === 0) return own
  return [...own, ...silent.map((node) => ({ name: packageName(node), items: noItems, node }))].toSorted(
    (a, b) => order(a) - order(b),
  )
}

const noItems: readonly RevisionItem[] = []

const bandOf = (goal: PlanNode | undefined): readonly RowGroup[] =>
  goal
    ? [
        {
          kind: 'band',
          level: 1,
          rows: [textRow(goalWords(goal), true), ...(goal.text === null ? [] : [textRow(goal.text)])],
        },
      ]
    : []

/** 帯の字。番号のない目標は「基本目標：題」と書き、段の名を落とさない。 */
const goalWords = (goal: PlanNode): string =>
  goal.number === null && !goal.title.startsWith(goal.level) ? `${goal.level}：${goal.title}` : nodeInWords(goal)

const packageRows = ({ nodes }: Content, { name, items, node }: Package): readonly Row[] => [
  {
    cells: [textCell(name, { heading: true }), textCell(bulleted(items.map(({ text }) => text)))],
  },
  ...(node?.text ? [textRow(node.text)] : []),
  ...nodes
    .filter(({ parent }) => node !== undefined && parent === node.id)
    .map(({ title, text }) => textRow(text === null ? title : `${title}\n${text}`)),
]

const textRow = (text: string, heading = false): Row => ({
  cells: [textCell(text === '' ? noValue : text, { columns: 2, ...(heading ? { heading } : {}) })],
})

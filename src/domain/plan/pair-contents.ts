import { canonicalJson } from '../canonical-json.ts'
import { plainText } from '../language/plain-text.ts'
import type { Indicator, PlanContent, PlanNode, PriorityGoal, Project } from './draft.ts'
import { type Pairing, type Pass, pairUp, similarity } from './match-entries.ts'

/** 種類ごとの対。`items` は後の重点目標ごと。 */
export type Pairings = {
  readonly nodes: Pairing
  readonly indicators: Pairing
  readonly projects: Pairing
  readonly priorityGoals: Pairing
  readonly items: readonly Pairing[]
  readonly instructions: Pairing
  readonly grades: Pairing
  readonly revisionRules: Pairing
  readonly revisionItems: Pairing
  readonly subtotals: Pairing
}

/** 二つの中身の行を、種類ごとに対にする。 */
export const pairEverything = (before: PlanContent, after: PlanContent): Pairings => {
  const nodes = pairNodes(before.nodes, after.nodes)
  const where = nodeKeys(before.nodes, after.nodes, nodes)
  const priorityGoals = pairGoals(before.priorityGoals, after.priorityGoals)
  return {
    nodes,
    indicators: pairIndicators(before.indicators, after.indicators, where),
    projects: pairProjects(before.projects, after.projects, where),
    priorityGoals,
    items: after.priorityGoals.map((goal, index) => pairItems(at(before.priorityGoals, priorityGoals[index]), goal)),
    instructions: pairUp(before.instructions, after.instructions, [inOrder(plainText)], (a, b) => alike(a, b, 0.4)),
    grades: pairUp(before.grades, after.grades, [
      inOrder((grade, side) => keyOf(where(grade.node, side), grade.class, grade.total)),
    ]),
    revisionRules: pairUp(before.revisionRules, after.revisionRules, [inOrder(({ grade }) => keyOf(grade))]),
    revisionItems: pairUp(
      before.revisionItems,
      after.revisionItems,
      [
        inOrder((item, side) => keyOf(where(item.node, side), item.package, item.text)),
        inOrder(({ package: name, text }) => keyOf(name, text)),
      ],
      (a, b) => (plainText(a.package) === plainText(b.package) ? alike(a.text, b.text, 0.4) : undefined),
    ),
    subtotals: pairUp(before.subtotals, after.subtotals, [inOrder(({ node }, side) => where(node, side))]),
  }
}

export const at = <T>(entries: readonly T[], index: number | undefined): T | undefined =>
  index === undefined ? undefined : entries[index]

/** 字面のゆれをならした鍵。 */
export const keyOf = (...parts: readonly unknown[]): string =>
  canonicalJson(parts.map((part) => (typeof part === 'string' ? plainText(part) : part)))

export const inOrder = <T>(key: Pass<T>['key']): Pass<T> => ({ when: 'in-order', key })
const onlyOne = <T>(key: Pass<T>['key']): Pass<T> => ({ when: 'only-one', key })

/** 版から作った案（版を直すために開いたもの）では、行の id がそのまま続く。名を直しても同じ行。 */
const sameId: Pass<{ readonly id?: string }> = onlyOne(({ id }) => id)

const alike = (a: string, b: string, least: number): number | undefined => {
  const likeness = similarity(a, b)
  return likeness >= least ? likeness : undefined
}

/** 節は、根からの題の道、親の違う同じ題、根からの番号の道の順に対にする。 */
const pairNodes = (before: readonly PlanNode[], after: readonly PlanNode[]): Pairing => {
  const paths = { before: nodePaths(before), after: nodePaths(after) }
  return pairUp(before, after, [
    sameId,
    inOrder(({ id }, side) => paths[side].get(id)?.titles),
    onlyOne(({ level, number, title }) => keyOf(level, number, title)),
    onlyOne(({ level, title }) => keyOf(level, title)),
    onlyOne(({ id }, side) => paths[side].get(id)?.numbers),
  ])
}

const nodePaths = (nodes: readonly PlanNode[]) => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const upwards = (node: PlanNode | undefined, seen: number): PlanNode[] =>
    node === undefined || seen > nodes.length ? [] : [node, ...upwards(byId.get(node.parent ?? ''), seen + 1)]
  return new Map(
    nodes.map((node) => {
      const path = upwards(node, 0)
      const numbered = path.every(({ number }) => number !== null)
      return [
        node.id,
        {
          titles: keyOf(path.map(({ level, title }) => [plainText(level), plainText(title)])),
          numbers: numbered ? keyOf(path.map(({ level, number }) => [plainText(level), number])) : undefined,
        },
      ]
    }),
  )
}

type NodeKey = (id: string | null, side: 'before' | 'after') => string

/** 節の合い言葉。対になった節は前後で同じ語になる。 */
const nodeKeys = (before: readonly PlanNode[], after: readonly PlanNode[], pairing: Pairing): NodeKey => {
  const continued = new Map(after.map((node, index) => [node.id, at(before, pairing[index])?.id]))
  return (id, side) => {
    if (id === null) return '-'
    const earlier = side === 'before' ? id : continued.get(id)
    return earlier === undefined ? `new ${id}` : `old ${earlier}`
  }
}

const pairIndicators = (before: readonly Indicator[], after: readonly Indicator[], where: NodeKey): Pairing =>
  pairUp(
    before,
    after,
    [
      sameId,
      inOrder((entry, side) => keyOf(entry.class, entry.name, where(entry.node, side), figuresOf(entry))),
      inOrder((entry, side) => keyOf(entry.class, entry.name, where(entry.node, side))),
      inOrder((entry) => keyOf(entry.class, entry.name, figuresOf(entry))),
      onlyOne((entry) => keyOf(entry.class, entry.name)),
      onlyOne((entry) => keyOf(entry.name)),
      onlyOne((entry, side) => tellingFigures(entry, where(entry.node, side))),
      onlyOne((entry) => tellingFigures(entry, '')),
    ],
    (a, b, adjacent) => indicatorLikeness(a, b, where(a.node, 'before') === where(b.node, 'after'), adjacent),
  )

const figuresOf = ({ baseline, targets, actuals }: Indicator): string[] =>
  [...(baseline ? [baseline] : []), ...targets, ...actuals]
    .filter(({ value, text }) => value !== null || text !== null)
    .map(({ year, raw }) => `${year} ${plainText(raw)}`)

/** 数が三つもあれば、名が変わっても同じ系列とみてよい。 */
const tellingFigures = (entry: Indicator, where: string): string | undefined => {
  const figures = figuresOf(entry)
  return figures.length >= 3 ? keyOf(where, figures) : undefined
}

/** 名が似ていて木の同じところにあるか、数値がおおかた同じなら、同じ指標の改め。 */
const indicatorLikeness = (a: Indicator, b: Indicator, sameNode: boolean, adjacent: boolean): number | undefined => {
  const names = similarity(a.name, b.name)
  const figures = overlap(figuresOf(a), figuresOf(b))
  const place = (sameNode ? 0.2 : 0) + (adjacent ? 0.2 : 0)
  const same = names >= 0.75 || figures >= 0.6 || (sameNode && (names >= 0.5 || (adjacent && figures >= 0.4)))
  return same ? names + figures + place : undefined
}

const overlap = (a: readonly string[], b: readonly string[]): number => {
  const shared = a.filter((figure) => b.includes(figure)).length
  return shared < 2 ? 0 : shared / Math.max(a.length, b.length)
}

const pairProjects = (before: readonly Project[], after: readonly Project[], where: NodeKey): Pairing => {
  const places = (project: Project, side: 'before' | 'after') => project.nodes.map((node) => where(node, side))
  return pairUp(
    before,
    after,
    [
      sameId,
      inOrder((project) => keyOf(project.shownIn, project.number, project.listNumber, project.name, project.subName)),
      inOrder((project, side) => keyOf(project.shownIn, project.name, project.subName, places(project, side))),
      inOrder((project) => keyOf(project.shownIn, project.name, project.subName)),
      onlyOne((project) => keyOf(project.shownIn, project.name)),
    ],
    (a, b, adjacent) => {
      if (a.shownIn !== b.shownIn) return undefined
      const names = similarity(`${a.name}${a.subName ?? ''}`, `${b.name}${b.subName ?? ''}`)
      const numbered = a.number !== null && a.number === b.number && a.listNumber === b.listNumber
      const told = a.content !== null && plainText(a.content) === plainText(b.content ?? '')
      const same = names >= 0.75 || ((numbered || adjacent) && names >= 0.4) || (told && (numbered || adjacent))
      return same ? names + (numbered ? 0.3 : 0) + (told ? 0.5 : 0) + (adjacent ? 0.2 : 0) : undefined
    },
  )
}

export const pairGoals = (before: readonly PriorityGoal[], after: readonly PriorityGoal[]): Pairing =>
  pairUp(before, after, [
    sameId,
    inOrder(({ department, year, number, title }) => keyOf(department, year, number, title)),
    onlyOne(({ department, year, title }) => keyOf(department, year, title)),
    onlyOne(({ department, year, number }) => keyOf(department, year, number)),
  ])

export const pairItems = (before: PriorityGoal | undefined, after: PriorityGoal): Pairing =>
  pairUp(
    before?.items ?? [],
    after.items,
    [sameId, inOrder(({ mark, title }) => keyOf(mark, title)), onlyOne(({ title }) => keyOf(title))],
    (a, b) => (a.mark === b.mark ? 1 + similarity(a.title, b.title) : alike(a.title, b.title, 0.6)),
  )

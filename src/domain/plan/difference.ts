import { canonicalJson } from '../canonical-json.ts'
import { plainText } from '../language/plain-text.ts'
import type { Place } from '../provenance.ts'
import type { Indicator, PlanContent, PlanHeading, PlanNode, PriorityGoal, Project } from './draft.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { type Pairing, type Pass, pairUp, similarity } from './match-entries.ts'

/** 差分の対象。計画の見出し・節・指標・事業・重点目標・取組項目・指示事項・評価の数・見直し基準・変更内容・小計。 */
export type EntryKind =
  | 'heading'
  | 'node'
  | 'indicator'
  | 'project'
  | 'priority-goal'
  | 'priority-item'
  | 'instruction'
  | 'grade-count'
  | 'revision-rule'
  | 'revision-item'
  | 'subtotal'

/** 一つの違い。新しく入る new、変わる changed、載らなくなる gone。`id` のない種類では null。 */
export type Change = {
  readonly kind: EntryKind
  readonly id: string | null
  /** 人に見せる名（指標名、事業名、「基本目標 1 …」）。 */
  readonly name: string
} & (
  | { readonly change: 'new'; readonly after: unknown; readonly place: Place | null }
  | { readonly change: 'gone'; readonly before: unknown; readonly place: Place | null }
  | {
      readonly change: 'changed'
      readonly fields: readonly FieldChange[]
      readonly before: unknown
      readonly after: unknown
      readonly place: Place | null
    }
)

/** 新旧の違い（新旧対照）。所在・印刷順と、読み手の気づきの違いは数えない。 */
export type Difference = { readonly changes: readonly Change[] }

export const noDifference: Difference = { changes: [] }

/** 前の版から引き継ぐもの。`withdrawn` は以前に載らなくなった行（また載れば同じ id に戻る）。 */
export type Withdrawn = Pick<PlanContent, 'nodes' | 'indicators' | 'projects' | 'priorityGoals'>

/**
 * 前の中身と後の中身を突き合わせる。答えの `content` は後の中身で、id は前の版から続くもの（新しい行は `newId()`）。
 * 行は名・節・番号で対にし、名が変わっても同じ数値か木の同じところなら同じ行とみる。
 *
 * @example
 * const { difference, content } = compareContents(edition.content, draft, () => crypto.randomUUID())
 */
export const compareContents = (
  before: PlanContent,
  after: PlanContent,
  newId: () => string,
  withdrawn: Withdrawn = { nodes: [], indicators: [], projects: [], priorityGoals: [] },
): { readonly difference: Difference; readonly content: PlanContent } => {
  const pairings = pairEverything(before, after)
  const ids = idsFor(before, after, pairings, newId, withdrawn)
  const content = withGoalIds(withIds(after, ids), before, pairings, newId, withdrawn)
  return { difference: { changes: changesBetween(before, content, pairings) }, content }
}

/** 見出し（計画名・種類・期間）の違い。 */
export const headingChanges = (before: PlanHeading, after: PlanHeading, id: string): Change[] => {
  const fields = fieldChanges(before, after)
  return fields.length === 0
    ? []
    : [{ kind: 'heading', id, name: after.title, change: 'changed', fields, before, after, place: null }]
}

type Pairings = {
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

const pairEverything = (before: PlanContent, after: PlanContent): Pairings => {
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

const at = <T>(entries: readonly T[], index: number | undefined): T | undefined =>
  index === undefined ? undefined : entries[index]

const keyOf = (...parts: readonly unknown[]): string =>
  canonicalJson(parts.map((part) => (typeof part === 'string' ? plainText(part) : part)))

const inOrder = <T>(key: Pass<T>['key']): Pass<T> => ({ when: 'in-order', key })
const onlyOne = <T>(key: Pass<T>['key']): Pass<T> => ({ when: 'only-one', key })

const alike = (a: string, b: string, least: number): number | undefined => {
  const likeness = similarity(a, b)
  return likeness >= least ? likeness : undefined
}

/** 節は、根からの題の道、親の違う同じ題、根からの番号の道の順に対にする。 */
const pairNodes = (before: readonly PlanNode[], after: readonly PlanNode[]): Pairing => {
  const paths = { before: nodePaths(before), after: nodePaths(after) }
  return pairUp(before, after, [
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

const pairGoals = (before: readonly PriorityGoal[], after: readonly PriorityGoal[]): Pairing =>
  pairUp(before, after, [
    inOrder(({ department, year, number, title }) => keyOf(department, year, number, title)),
    onlyOne(({ department, year, title }) => keyOf(department, year, title)),
    onlyOne(({ department, year, number }) => keyOf(department, year, number)),
  ])

const pairItems = (before: PriorityGoal | undefined, after: PriorityGoal): Pairing =>
  pairUp(
    before?.items ?? [],
    after.items,
    [inOrder(({ mark, title }) => keyOf(mark, title)), onlyOne(({ title }) => keyOf(title))],
    (a, b) => (a.mark === b.mark ? 1 + similarity(a.title, b.title) : alike(a.title, b.title, 0.6)),
  )

/** 後の案の id → 続く id。 */
const idsFor = (
  before: PlanContent,
  after: PlanContent,
  pairings: Pairings,
  newId: () => string,
  withdrawn: Withdrawn,
): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>()
  const assign = <T extends { readonly id: string }>(
    kept: readonly T[],
    next: readonly T[],
    pairing: Pairing,
    gone: readonly T[],
    key: (entry: T) => string,
  ) => {
    const fresh = next.filter((_, index) => pairing[index] === undefined)
    const returning = pairUp(gone, fresh, [inOrder(key)])
    for (const [index, entry] of next.entries()) {
      const id = at(kept, pairing[index])?.id ?? at(gone, returning[fresh.indexOf(entry)])?.id ?? newId()
      ids.set(entry.id, id)
    }
  }
  assign(before.nodes, after.nodes, pairings.nodes, withdrawn.nodes, ({ level, title }) => keyOf(level, title))
  assign(before.indicators, after.indicators, pairings.indicators, withdrawn.indicators, (entry) =>
    keyOf(entry.class, entry.name),
  )
  assign(before.projects, after.projects, pairings.projects, withdrawn.projects, (project) =>
    keyOf(project.shownIn, project.number, project.name, project.subName),
  )
  return ids
}

/** 案の id を、続く id に置き換える。知らない id はそのまま（気づきが案の外のものを指すことがある）。 */
const withIds = (content: PlanContent, ids: ReadonlyMap<string, string>): PlanContent => {
  const id = (value: string) => ids.get(value) ?? value
  const maybe = (value: string | null) => (value === null ? null : id(value))
  const inNode = <T extends { readonly node: string | null }>(entry: T): T => ({ ...entry, node: maybe(entry.node) })
  return {
    ...content,
    nodes: content.nodes.map((node) => ({ ...node, id: id(node.id), parent: maybe(node.parent) })),
    indicators: content.indicators.map((entry) => ({
      ...inNode(entry),
      id: id(entry.id),
      breakdownOf: maybe(entry.breakdownOf),
      repeatOf: maybe(entry.repeatOf),
      project: maybe(entry.project),
    })),
    projects: content.projects.map((project) => ({
      ...project,
      id: id(project.id),
      nodes: project.nodes.map(id),
      indicators: project.indicators.map(id),
      ...(project.sameAs && { sameAs: project.sameAs.map(id) }),
    })),
    grades: content.grades.map(inNode),
    revisionItems: content.revisionItems.map(inNode),
    subtotals: content.subtotals.map(inNode),
    notes: content.notes.map((note) => (note.about ? { ...note, about: note.about.map(id) } : note)),
  }
}

/** 重点目標と取組項目は案では id を持たないので、対になった前のものから引き継ぐ。 */
const withGoalIds = (
  content: PlanContent,
  before: PlanContent,
  pairings: Pairings,
  newId: () => string,
  withdrawn: Withdrawn,
): PlanContent => {
  const fresh = content.priorityGoals.filter((_, index) => pairings.priorityGoals[index] === undefined)
  const returning = pairGoals(withdrawn.priorityGoals, fresh)
  return {
    ...content,
    priorityGoals: content.priorityGoals.map((goal, index) => {
      const earlier = at(before.priorityGoals, pairings.priorityGoals[index])
      const returned = earlier ? undefined : at(withdrawn.priorityGoals, returning[fresh.indexOf(goal)])
      const itemPairing = earlier ? (pairings.items[index] ?? []) : pairItems(returned, goal)
      return {
        ...goal,
        id: earlier?.id ?? returned?.id ?? newId(),
        items: goal.items.map((item, order) => ({
          ...item,
          id: at((earlier ?? returned)?.items ?? [], itemPairing[order])?.id ?? newId(),
        })),
      }
    }),
  }
}

const changesBetween = (before: PlanContent, after: PlanContent, pairings: Pairings): Change[] => [
  ...changesOf('node', before.nodes, after.nodes, pairings.nodes, nodeName),
  ...changesOf('indicator', before.indicators, after.indicators, pairings.indicators, ({ name }) => name),
  ...changesOf('project', before.projects, after.projects, pairings.projects, projectName),
  ...goalChanges(before, after, pairings),
  ...changesOf(
    'instruction',
    before.instructions.map((text) => ({ text })),
    after.instructions.map((text) => ({ text })),
    pairings.instructions,
    ({ text }) => text,
  ),
  ...changesOf('grade-count', before.grades, after.grades, pairings.grades, (grade) => grade.class),
  ...changesOf(
    'revision-rule',
    before.revisionRules,
    after.revisionRules,
    pairings.revisionRules,
    ({ grade }) => grade,
  ),
  ...changesOf('revision-item', before.revisionItems, after.revisionItems, pairings.revisionItems, ({ text }) => text),
  ...changesOf('subtotal', before.subtotals, after.subtotals, pairings.subtotals, ({ node }) => node ?? ''),
]

const nodeName = ({ level, number, title }: PlanNode) => [level, number, title].filter(Boolean).join(' ')
const projectName = ({ name, subName }: Project) => (subName ? `${name} ${subName}` : name)

const goalChanges = (before: PlanContent, after: PlanContent, { priorityGoals, items }: Pairings): Change[] => {
  const alone = ({ items: _, ...goal }: PriorityGoal) => goal
  const goals = changesOf(
    'priority-goal',
    before.priorityGoals.map(alone),
    after.priorityGoals.map(alone),
    priorityGoals,
    ({ title }) => title,
  )
  const kept = after.priorityGoals.flatMap((goal, index) =>
    changesOf(
      'priority-item',
      at(before.priorityGoals, priorityGoals[index])?.items ?? [],
      goal.items,
      items[index] ?? [],
      ({ title }) => title,
    ),
  )
  const gone = before.priorityGoals
    .filter((_, index) => !priorityGoals.includes(index))
    .flatMap((goal) => changesOf('priority-item', goal.items, [], [], ({ title }) => title))
  return [...goals, ...kept, ...gone]
}

type AnyEntry = { readonly id?: string; readonly place?: Place }

const changesOf = <T extends object>(
  kind: EntryKind,
  before: readonly T[],
  after: readonly T[],
  pairing: Pairing,
  nameOf: (entry: T) => string,
): Change[] => {
  const about = (entry: T & AnyEntry) => ({
    kind,
    id: entry.id ?? null,
    name: nameOf(entry),
    place: entry.place ?? null,
  })
  const arrived = after.flatMap((entry, index): Change[] => {
    const earlier = at(before, pairing[index])
    if (earlier === undefined) return [{ ...about(entry), change: 'new', after: entry }]
    const fields = fieldChanges(earlier, entry)
    return fields.length === 0 ? [] : [{ ...about(entry), change: 'changed', fields, before: earlier, after: entry }]
  })
  const gone = before
    .filter((_, index) => !pairing.includes(index))
    .map((entry): Change => ({ ...about(entry), change: 'gone', before: entry }))
  return [...arrived, ...gone]
}

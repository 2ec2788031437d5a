import type { Place } from '../provenance.ts'
import type { PlanContent, PlanHeading, PlanNode, PriorityGoal, Project } from './draft.ts'
import { type FieldChange, fieldChanges, withNames } from './field-changes.ts'
import { type Pairing, pairUp } from './match-entries.ts'
import { at, inOrder, keyOf, type Pairings, pairEverything, pairGoals, pairItems } from './pair-contents.ts'

/** 差分の対象。計画の見出し・節・指標・事業・重点目標・取組項目・指示事項・評価の数・見直し基準・変更内容・小計。 */
type EntryKind =
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

const changesBetween = (before: PlanContent, after: PlanContent, pairings: Pairings): Change[] => {
  const names = new Map([...namesIn(before), ...namesIn(after)])
  const texts = (content: PlanContent) => content.instructions.map((text) => ({ text }))
  const { revisionRules, revisionItems } = after
  const changes = [
    ...changesOf('node', before.nodes, after.nodes, pairings.nodes, nodeName),
    ...changesOf('indicator', before.indicators, after.indicators, pairings.indicators, ({ name }) => name),
    ...changesOf('project', before.projects, after.projects, pairings.projects, projectName),
    ...goalChanges(before, after, pairings),
    ...changesOf('instruction', texts(before), texts(after), pairings.instructions, ({ text }) => text),
    ...changesOf('grade-count', before.grades, after.grades, pairings.grades, ({ node, class: name }) =>
      [names.get(node ?? ''), name].filter(Boolean).join(' '),
    ),
    ...changesOf('revision-rule', before.revisionRules, revisionRules, pairings.revisionRules, ({ grade }) => grade),
    ...changesOf('revision-item', before.revisionItems, revisionItems, pairings.revisionItems, ({ text }) => text),
    ...changesOf(
      'subtotal',
      before.subtotals,
      after.subtotals,
      pairings.subtotals,
      ({ node }) => names.get(node ?? '') ?? '',
    ),
  ]
  return changes.map((change) =>
    change.change === 'changed' ? { ...change, fields: change.fields.map((field) => withNames(field, names)) } : change,
  )
}

/** 行の id → 人に見せる名。 */
const namesIn = ({ nodes, indicators, projects }: PlanContent): [string, string][] => [
  ...nodes.map(({ id, title }): [string, string] => [id, title]),
  ...indicators.map(({ id, name }): [string, string] => [id, name]),
  ...projects.map(({ id, name }): [string, string] => [id, name]),
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

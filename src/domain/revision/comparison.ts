import type { Indicator, PlanContent, PlanNode, Project } from '../plan/draft.ts'
import type { Edition } from '../plan/edition.ts'
import { goalOver, goalsOf, nodesById, pathTo } from '../plan/outline.ts'
import { sameProjects } from '../plan/same-project.ts'
import { fiscalYearInWords } from '../year/fiscal-year.ts'
import { type ComparedLine, linesOf } from './compared-lines.ts'
import { orderField, type PlainChange } from './revisable.ts'
import type { RevisionChange } from './revision.ts'

/** 新旧で比べるもの：現行の版、改訂後の版、そのあいだの変更（理由とよりどころは、変更にあれば）。 */
export type Sides = {
  readonly base: Pick<Edition, 'title' | 'firstYear' | 'lastYear' | 'content'>
  readonly revised: Pick<Edition, 'title' | 'firstYear' | 'lastYear' | 'content'>
  readonly changes: readonly ComparedChange[]
}

/** 理由のない変更（二つの版を比べただけ）も並べられる。 */
export type ComparedChange = PlainChange & Partial<Pick<RevisionChange, 'id' | 'reason' | 'ground'>>

/** 新設・廃止・差替え（代替指標）・改めた・同じ。 */
export type ComparedState = 'new' | 'removed' | 'replaced' | 'changed' | 'same'

/** 一件（節・指標・事業）の新旧。 */
export type ComparedEntry = {
  readonly on: 'plan' | 'node' | 'indicator' | 'project'
  readonly id: string
  readonly state: ComparedState
  /** よその節から移したとき、もとの所。「基本目標1 施策2」 */
  readonly movedFrom: string | null
  /** 並びだけを改めた。 */
  readonly reordered: boolean
  readonly lines: readonly ComparedLine[]
  /** この一件の変更（理由とよりどころ）。 */
  readonly changes: readonly ComparedChange[]
}

/** 節一つと、その指標・事業。改訂後の木の順で、廃止した節はもとの所に入る。 */
export type ComparedNode = {
  readonly node: PlanNode
  /** 根からの深さ（0 から）。 */
  readonly depth: number
  /** どの基本目標の下か（`Goal.key`）。 */
  readonly goal: string | null
  readonly self: ComparedEntry
  readonly entries: readonly ComparedEntry[]
}

/** 節のどれにも属さない指標・事業は `loose`。 */
export type Comparison = {
  readonly heading: ComparedEntry | null
  readonly nodes: readonly ComparedNode[]
  readonly loose: readonly ComparedEntry[]
}

/**
 * 新旧対照の中身。`all` なら、改めていない本文・指標も並べる。再掲の行と、同じ事業のほかの行は、もとの行に代わらせる。
 *
 * @example comparisonOf({ base, revised, changes }, false).nodes.map(({ node }) => node.title)
 */
export const comparisonOf = (sides: Sides, all = false): Comparison => {
  const compared = comparedIn(sides, all)
  const order = mergedNodes(sides.base.content.nodes, sides.revised.content.nodes)
  const merged = { nodes: order.map(({ node }) => node) }
  const [goals, nodes] = [goalsOf(merged), nodesById(merged)]
  const rows = order.flatMap(({ node, depth }): readonly ComparedNode[] => {
    const self = compared.node(node.id)
    const goal = goalOver(goals, nodes, node.id)?.key ?? null
    return self ? [{ node, depth, goal, self, entries: compared.under(node.id) }] : []
  })
  return {
    heading: headingOf(sides),
    nodes: all ? rows : changedOnly(rows),
    loose: compared.under(null).filter((each) => all || isChanged(each)),
  }
}

/** 改めたところのある一件か。 */
export const isChanged = ({ state, movedFrom, reordered }: ComparedEntry): boolean =>
  state !== 'same' || movedFrom !== null || reordered

/** 変更に書かれた理由。同じものは一度だけ。 */
export const reasonsOf = (changes: readonly Pick<ComparedChange, 'reason'>[]): readonly string[] => [
  ...new Set(changes.flatMap(({ reason }) => (reason?.trim() ? [reason.trim()] : []))),
]

/** 改めも移しもしていない名は、帯にあるので、二度書かない。 */
export const withoutBandName = (self: ComparedEntry): ComparedEntry =>
  self.movedFrom === null && !self.reordered
    ? { ...self, lines: self.lines.filter(({ field, changed }) => field !== 'name' || changed) }
    : self

/** 改めたところのある節と、その上の節。改めていない指標・事業は除く。 */
const changedOnly = (rows: readonly ComparedNode[]): readonly ComparedNode[] => {
  const nodes = new Map(rows.map(({ node }) => [node.id, node]))
  const shown = new Set(
    rows
      .filter(({ self, entries }) => isChanged(self) || entries.some(isChanged))
      .flatMap(({ node }) => pathTo(nodes, node.id).map(({ id }) => id)),
  )
  return rows
    .filter(({ node }) => shown.has(node.id))
    .map((row) => ({ ...row, entries: row.entries.filter(isChanged) }))
}

const headingOf = ({ base, revised, changes }: Sides): ComparedEntry | null => {
  const name = (edition: Sides['base']): PlanNode => ({
    id: 'plan',
    parent: null,
    level: '計画',
    number: null,
    title: edition.title,
    text: periodOf(edition),
    place: { line: 1 },
  })
  const lines = linesOf('node', name(base), name(revised), false)
    .filter(({ changed }) => changed)
    .map((line) =>
      line.field === 'text'
        ? { ...line, field: 'period', label: { code: 'comparison.period', params: {} } }
        : { ...line, label: { code: 'comparison.plan-title', params: {} } },
    )
  const own = changes.filter(({ on }) => on === 'plan')
  return lines.length === 0
    ? null
    : { on: 'plan', id: 'plan', state: 'changed', movedFrom: null, reordered: false, lines, changes: own }
}

const periodOf = ({ firstYear, lastYear }: Sides['base']): string | null =>
  firstYear === null || lastYear === null
    ? null
    : [firstYear, lastYear].map((startYear) => fiscalYearInWords({ startYear })).join('～')

/** 旧と新を id で対にして、一件ずつの新旧を答えるもの。 */
const comparedIn = ({ base, revised, changes }: Sides, all: boolean) => {
  const [old, now, oldNodes] = [base.content, revised.content, nodesById(base.content)]
  const bySubject = Map.groupBy(changes, ({ on, subjectId }) => `${on} ${subjectId}`)
  const place = (id: string | null) => placeInWords(oldNodes, id)
  const entry = (on: Kind, { before, after }: Pair<PlanNode | Indicator | Project>, from: string | null) => {
    const ids = new Set([after?.id ?? '', before?.id ?? ''])
    const its = [...ids].flatMap((id) => bySubject.get(`${on} ${id}`) ?? [])
    const lines = linesOf(on, before, after, all)
    const state = stateOf(before, after, lines)
    const reordered = its.some(({ field }) => field === orderField)
    return { on, id: (after ?? before)?.id ?? '', state, movedFrom: from, reordered, lines, changes: its }
  }
  const replacing = replacements(changes)
  const indicators = pairsOf(countedRows(old), countedRows(now), replacing).map((pair) =>
    placed(
      pair,
      ({ node }) => node,
      (from) => entry('indicator', pair, from && place(from.node)),
    ),
  )
  const projects = pairsOf(firstRows(old), firstRows(now), replacing).map((pair) =>
    placed(pair, homeOf, (from) => entry('project', pair, from && place(homeOf(from)))),
  )
  const shown = [...indicators, ...projects.filter(({ made }) => isChanged(made))]
  const byNode = Map.groupBy(shown, ({ node }) => node)
  const nodes = new Map(
    pairsOf(old.nodes, now.nodes).map((pair) => {
      const { made } = placed(
        pair,
        ({ parent }) => parent,
        (from) => entry('node', pair, from && place(from.id)),
      )
      return [made.id, made]
    }),
  )
  return {
    node: (id: string): ComparedEntry | undefined => nodes.get(id),
    under: (id: string | null): readonly ComparedEntry[] => (byNode.get(id) ?? []).map(({ made }) => made),
  }
}

type Kind = 'node' | 'indicator' | 'project'
type Pair<T> = { readonly before: T | undefined; readonly after: T | undefined }

const homeOf = ({ nodes }: Project): string | null => nodes[0] ?? null

/** 一件を、どの節の下に置くか。節が変わっていれば、もとの一件を `make` に渡す。 */
const placed = <T>(
  { before, after }: Pair<T>,
  where: (entry: T) => string | null,
  make: (from: T | null) => ComparedEntry,
): { readonly node: string | null; readonly made: ComparedEntry } => {
  const here = after ?? before
  const moved = before && after && where(before) !== where(after)
  return { node: here ? where(here) : null, made: make(moved ? before : null) }
}

/** 代替指標 → 置きかわった指標。 */
const replacements = (changes: readonly ComparedChange[]): ReadonlyMap<string, string> =>
  new Map(
    changes.flatMap(({ op, replaces, subjectId }) =>
      op === 'add' && replaces !== null ? [[subjectId, replaces] as const] : [],
    ),
  )

type Identified = { readonly id: string }

const stateOf = (
  before: Identified | undefined,
  after: Identified | undefined,
  lines: readonly ComparedLine[],
): ComparedState => {
  if (!before) return 'new'
  if (!after) return 'removed'
  if (before.id !== after.id) return 'replaced'
  return lines.some(({ changed }) => changed) ? 'changed' : 'same'
}

/** 節の所を短く。「基本目標1 施策2」。番号のない節は題で言う。 */
export const placeInWords = (nodes: ReadonlyMap<string, PlanNode>, id: string | null): string =>
  pathTo(nodes, id)
    .map(({ level, number, title }) => {
      if (number === null) return `「${title}」`
      return /^[0-9０-９]+$/.test(number) ? `${level}${number}` : number
    })
    .join(' ')

/** 新しい側の順の対。なくなったものは、もとの並びで前にあったもののすぐあとに入れる。 */
const pairsOf = <T extends Identified>(
  before: readonly T[],
  after: readonly T[],
  replacing: ReadonlyMap<string, string> = new Map(),
): readonly Pair<T>[] => {
  const old = new Map(before.map((entry) => [entry.id, entry]))
  const pairs = after.map((entry): Pair<T> => ({ before: old.get(replacing.get(entry.id) ?? entry.id), after: entry }))
  const known = new Map<string, Pair<T>>()
  for (const pair of pairs) for (const side of [pair.before, pair.after]) if (side) known.set(side.id, pair)
  const following = new Map<Pair<T> | null, Pair<T>[]>()
  let last: Pair<T> | null = null
  for (const entry of before) {
    const kept = known.get(entry.id)
    if (kept) last = kept
    else following.set(last, [...(following.get(last) ?? []), { before: entry, after: undefined }])
  }
  return [...(following.get(null) ?? []), ...pairs.flatMap((pair) => [pair, ...(following.get(pair) ?? [])])]
}

type Placed = { readonly node: PlanNode; readonly depth: number }

/** 改訂後の木を順にたどる。廃止した節は、もとの親の下の、前の節のあとに。 */
const mergedNodes = (before: readonly PlanNode[], after: readonly PlanNode[]): readonly Placed[] => {
  const merged = pairsOf(before, after).flatMap(({ before: old, after: now }) => now ?? old ?? [])
  const ids = new Set(merged.map(({ id }) => id))
  const below = Map.groupBy(merged, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null))
  const walk = (parent: string | null, depth: number, passed: ReadonlySet<string>): readonly Placed[] =>
    (below.get(parent) ?? []).flatMap((node) =>
      passed.has(node.id) ? [] : [{ node, depth }, ...walk(node.id, depth + 1, new Set([...passed, node.id]))],
    )
  return walk(null, 0, new Set())
}

/** 再掲の行は、もとの行がその版にあれば除く。 */
const countedRows = ({ indicators }: PlanContent): readonly Indicator[] => {
  const ids = new Set(indicators.map(({ id }) => id))
  return indicators.filter(({ repeatOf }) => repeatOf === null || !ids.has(repeatOf))
}

/** 同じ事業の、初めの行。 */
const firstRows = ({ projects }: PlanContent): readonly Project[] =>
  sameProjects(projects).flatMap(({ rows }) => rows[0] ?? [])

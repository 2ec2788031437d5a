import { plainText } from '#domain/language/plain-text.ts'
import { department as departmentOf } from '#domain/people/department.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodeInWords, nodesById, pathTo } from '#domain/plan/outline.ts'
import { sameProjects } from '#domain/plan/same-project.ts'
import { fold } from '#domain/search/fold.ts'
import type { Searched } from '#domain/search/rank.ts'

/** 探せるもの。頁に並べる順。 */
export const searchKinds = [
  'indicator',
  'project',
  'node',
  'department',
  'priority',
  'instruction',
  'revision',
  'source',
] as const
export type SearchKind = (typeof searchKinds)[number]

/** 見つけた先。頁はこれから番地を作る。 */
export type SearchTarget =
  | { readonly kind: 'indicator' | 'project' | 'node'; readonly id: string }
  | { readonly kind: 'department'; readonly name: string }
  | { readonly kind: 'priority'; readonly department: string }
  | { readonly kind: 'instruction' | 'revision' }
  | { readonly kind: 'source'; readonly sha256: string }

/** 探される一件。`folded` だけを見て探し、ほかは見つかったときに出す。 */
export type SearchEntry = {
  readonly edition: Edition
  readonly target: SearchTarget
  readonly name: string
  /** 名のほかの字（定義、備考、内容）。名で見つからなかったとき、ここから切り出して見せる。 */
  readonly texts: readonly string[]
  /** 計画の中の道すじ。`['総合戦略', '基本目標1 しごと', '施策 創業支援']` */
  readonly path: readonly string[]
  /** 同じものがほかに印刷されている数（再掲、一覧と個票）。 */
  readonly others: number
  readonly folded: Searched
}

// 版は値であり変わらないので、同じ版の索引は一度作ればよい。
const indexed = new WeakMap<Edition, readonly SearchEntry[]>()

/** 版の索引。五千の指標で、作るのは一度だけ。 */
export const searchIndexOf = (edition: Edition): readonly SearchEntry[] => {
  const known = indexed.get(edition)
  if (known) return known
  const index = entriesOf(edition)
  indexed.set(edition, index)
  return index
}

const entriesOf = (edition: Edition): readonly SearchEntry[] => {
  const paths = pathsIn(edition)
  const entry = entryIn(edition)
  return [
    ...indicatorEntries(edition, paths, entry),
    ...projectEntries(edition, paths, entry),
    ...edition.content.nodes.map((node) =>
      entry({ kind: 'node', id: node.id }, nodeInWords(node), [node.text], paths(node.parent)),
    ),
    ...departmentEntries(edition, entry),
    ...priorityEntries(edition, entry),
    ...edition.content.instructions.map((text) => entry({ kind: 'instruction' }, text)),
    ...edition.content.revisionItems.map((item) =>
      entry({ kind: 'revision' }, item.text, [item.package], [...paths(item.node), item.package]),
    ),
    ...edition.sources.map(({ sha256, file }) => entry({ kind: 'source', sha256 }, file)),
  ]
}

type Paths = (node: string | null) => readonly string[]
type MakeEntry = (
  target: SearchTarget,
  name: string,
  texts?: readonly (string | null | undefined)[],
  path?: readonly string[],
  others?: number,
) => SearchEntry

const pathsIn = ({ content }: Edition): Paths => {
  const nodes = nodesById(content)
  const known = new Map<string | null, readonly string[]>()
  return (id) => {
    const found = known.get(id) ?? pathTo(nodes, id).map(nodeInWords)
    known.set(id, found)
    return found
  }
}

const entryIn = (edition: Edition): MakeEntry => {
  const folded = remembering(fold)
  return (target, name, given = [], within = [], others = 0) => {
    const texts = [...new Set(given.flatMap((text) => (text && text !== name ? [text] : [])))]
    const path = [edition.title, ...within]
    return {
      edition,
      target,
      name,
      texts,
      path,
      others,
      // 升目の切れ目をまたいで語が見つからないように、間に改行を置く。
      folded: { name: folded(name), text: texts.map(folded).join('\n'), context: path.map(folded).join('\n') },
    }
  }
}

const remembering = (act: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text) ?? act(text)
    known.set(text, found)
    return found
  }
}

/** 指標。再掲は元の行といっしょに一件とする。 */
const indicatorEntries = (edition: Edition, paths: Paths, entry: MakeEntry): readonly SearchEntry[] => {
  const { indicators } = edition.content
  const byId = new Map(indicators.map((each) => [each.id, each]))
  const groups = Map.groupBy(indicators, (each) => firstOf(each, byId))
  return [...groups].map(([first, rows]) =>
    entry(
      { kind: 'indicator', id: first.id },
      first.name,
      rows.flatMap((row) => [row.name, row.class, ...row.departments, row.measured, row.remarks]),
      paths(first.node),
      rows.length - 1,
    ),
  )
}

const firstOf = (indicator: Indicator, byId: ReadonlyMap<string, Indicator>): Indicator => {
  const seen = new Set<Indicator>([indicator])
  let at = indicator
  for (let next = byId.get(at.repeatOf ?? ''); next && !seen.has(next); next = byId.get(at.repeatOf ?? '')) {
    seen.add(next)
    at = next
  }
  return at
}

/** 事業。一覧・個票の行をまとめて一件とする。 */
const projectEntries = (edition: Edition, paths: Paths, entry: MakeEntry): readonly SearchEntry[] =>
  sameProjects(edition.content.projects).flatMap(({ rows }) => {
    const [first] = rows
    if (!first) return []
    const texts = rows.flatMap((row) => [
      row.name,
      row.subName,
      ...row.implementers,
      row.content,
      ...Object.values(row.tags).flat(),
      ...row.years.flatMap(({ items }) => items),
    ])
    return [entry({ kind: 'project', id: first.id }, first.name, texts, paths(first.nodes[0] ?? null), rows.length - 1)]
  })

/** 担当課。字間や全角の違いは同じ課とする。 */
const departmentEntries = ({ content }: Edition, entry: MakeEntry): readonly SearchEntry[] => {
  const named = [
    ...content.indicators.flatMap(({ departments }) => departments),
    ...content.priorityGoals.map(({ department }) => department),
  ].flatMap((name) => departmentOf(name) ?? [])
  return [...Map.groupBy(named, ({ key }) => key).values()].flatMap(([first]) =>
    first ? [entry({ kind: 'department', name: first.name }, first.name)] : [],
  )
}

const priorityEntries = ({ content }: Edition, entry: MakeEntry): readonly SearchEntry[] =>
  content.priorityGoals.flatMap((goal) => {
    const target = { kind: 'priority', department: goal.department } as const
    const path = [goal.department]
    return [
      entry(target, `${goal.number} ${goal.title}`, [], path),
      ...goal.items.map((item) =>
        entry(target, `${item.mark} ${item.title}`, [...item.targets, ...item.progress], [...path, goal.title]),
      ),
    ]
  })

/** 同じものかを見る字面（計画をまたいで、同じ課や同じ図書を一度だけ出すため）。 */
export const identityOf = ({ edition, target }: SearchEntry, index: number): string => {
  if (target.kind === 'department') return `department ${plainText(target.name)}`
  if (target.kind === 'source') return `source ${target.sha256}`
  return `${edition.id} ${index}`
}

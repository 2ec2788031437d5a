import { plainText } from '../language/plain-text.ts'
import type { Project } from './draft.ts'

/**
 * 同じ事業の、印刷された行のまとまり。取組事業一覧・重点施策一覧・個票に、目標ごとに何度も載る事業を一つに数える。
 * 印刷された順（`rows[0]` が初めに出てくるところ）。
 */
export type SameProject = { readonly rows: readonly Project[] }

/**
 * `sameAs` で結ばれた行を一つにまとめる。結びはどちらの行からでもよく、たどれる限り同じ事業とする。
 * `sameProjects([一覧, 個票])` → `[{ rows: [一覧, 個票] }]`
 */
export const sameProjects = (projects: readonly Project[]): readonly SameProject[] => {
  const linked = linksBetween(projects)
  const order = new Map(projects.map((project, index) => [project.id, index]))
  const taken = new Set<string>()
  return projects.flatMap((first) => {
    if (taken.has(first.id)) return []
    const rows = reachable(first, linked, taken)
    return [{ rows: rows.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) }]
  })
}

type Links = ReadonlyMap<string, readonly Project[]>

const linksBetween = (projects: readonly Project[]): Links => {
  const byId = new Map(projects.map((project) => [project.id, project]))
  const links = new Map<string, Project[]>()
  const link = (from: string, to: Project | undefined) => {
    if (to) links.set(from, [...(links.get(from) ?? []), to])
  }
  for (const project of projects)
    for (const id of project.sameAs ?? []) {
      link(project.id, byId.get(id))
      link(id, project)
    }
  return links
}

const reachable = (first: Project, links: Links, taken: Set<string>): readonly Project[] => {
  const found: Project[] = []
  const waiting = [first]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (taken.has(next.id)) continue
    taken.add(next.id)
    found.push(next)
    waiting.push(...(links.get(next.id) ?? []))
  }
  return found
}

/** 行どうしで食い違いうるところ。名・期間・基本目標。 */
export type DifferingField = 'name' | 'period' | 'goals'

/**
 * 同じ事業の行で、印刷が食い違うところ。書かれていないこと（一覧に期間の欄がない）は、食い違いではない。
 * 内容・年ごとの予定・設定指標・実施主体の違いは、突合（`reprintFindings`・`listFindings`）が場所つきで言う。
 */
export const differingFields = ({ rows }: SameProject): ReadonlySet<DifferingField> => {
  const fields: readonly (readonly [DifferingField, boolean])[] = [
    ['name', nameSpellings({ rows }).length > 1],
    ['period', distinct(rows.flatMap(({ period }) => (period ? [`${period.from}～${period.to}`] : []))) > 1],
    ['goals', distinct(goalSets(rows)) > 1],
  ]
  return new Set(fields.flatMap(([field, differs]) => (differs ? [field] : [])))
}

const distinct = (values: readonly string[]): number => new Set(values).size

/** 取組事業一覧と個票は一行が目標をすべて言い、重点施策一覧は目標ごとの行を合わせて言う。 */
const goalSets = (rows: readonly Project[]): readonly string[] => {
  const key = (nodes: readonly string[]) => [...new Set(nodes)].toSorted().join(' ')
  const listed = rows.filter(({ shownIn }) => shownIn === 'list').flatMap(({ nodes }) => nodes)
  const whole = rows.filter(({ shownIn }) => shownIn !== 'list').map(({ nodes }) => key(nodes))
  return [...whole, key(listed)].filter((each) => each !== '')
}

/** 一つの書き方と、そう書いている行。 */
export type Spelling = { readonly name: string; readonly rows: readonly Project[] }

/**
 * 事業名の書き方ごとに行を分ける。かぎの種類と全半角は違いとしない。上段（事務事業名）と下段（事業名）、
 * かっこ書きの有無のように、一方がもう一方の初めか終わりにあるものは同じ名とし、仲立ちする行があれば同じ名とする
 * （一覧「児童福祉総務事業」と「指導員研修に関する事業」は、個票が上段・下段に並べている）。
 */
export const nameSpellings = ({ rows }: SameProject): readonly Spelling[] => {
  const spellings: { name: string; rows: Project[] }[] = []
  for (const row of rows) {
    const joined = spellings.filter((each) => each.rows.some((other) => namesAgree(row, other)))
    const [first, ...others] = joined
    if (!first) {
      spellings.push({ name: row.name, rows: [row] })
      continue
    }
    first.rows.push(...others.flatMap((each) => each.rows), row)
    for (const each of others) spellings.splice(spellings.indexOf(each), 1)
  }
  return spellings
}

const namesAgree = (a: Project, b: Project): boolean =>
  titlesOf(a).some((one) => titlesOf(b).some((other) => isPartOf(one, other) || isPartOf(other, one)))

const isPartOf = (part: string, whole: string): boolean => whole.startsWith(part) || whole.endsWith(part)

const titlesOf = ({ name, subName }: Project): readonly string[] =>
  [name, subName ?? ''].map((each) => plainText(each).replace(/[“”"「」『』()]/g, '')).filter((each) => each !== '')

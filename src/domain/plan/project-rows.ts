import { listFindings } from '#domain/findings/list-against-sheet.ts'
import { reprintFindings } from '#domain/findings/reprinted-sheets.ts'
import { departmentIn } from '#domain/people/implementer.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { Note, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { type DifferingField, differingFields, type SameProject, sameProjects } from '#domain/plan/same-project.ts'

/** 同じ事業一つについて言えること。印刷された行、食い違うところ、突合の気づき。 */
export type ProjectGroup = SameProject & {
  readonly fields: ReadonlySet<DifferingField>
  /** 一覧と個票、個票どうしの突合。 */
  readonly findings: readonly Note[]
}

/** 一覧の一行。一つの事業か、印刷された一行。 */
export type ProjectRow = {
  readonly group: ProjectGroup
  /** 名と中身を見せる行。 */
  readonly project: Project
  /** この一行が表す、印刷された行。 */
  readonly printed: readonly Project[]
  readonly goals: ReadonlySet<Goal>
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly priority: boolean
  /** 書かれたままの実施主体。いくつもの行があれば、初めに書いている行のもの。 */
  readonly implementers: readonly string[]
  /** 絞り込みのための実施主体。「農業振興課」と「伊万里市 (農業振興課)」は同じ課。 */
  readonly bodies: readonly string[]
}

// 版は値であり変わらないので、同じ版のまとめは一度でよい。目標も、行と欄で同じ値を引くために、版に一つだけ作る。
const grouped = new WeakMap<Edition, readonly ProjectGroup[]>()
const goaled = new WeakMap<Edition, readonly Goal[]>()

/** 版の基本目標。 */
export const editionGoals = (edition: Edition): readonly Goal[] => {
  const goals = goaled.get(edition) ?? goalsOf(edition.content)
  goaled.set(edition, goals)
  return goals
}

/** 版の事業を、同じものごとに一つにまとめる。 */
export const projectGroups = (edition: Edition): readonly ProjectGroup[] => {
  const known = grouped.get(edition)
  if (known) return known
  const draft = asDraft(edition)
  const findings = [...listFindings(draft), ...reprintFindings(draft)]
  const groups = sameProjects(edition.content.projects).map((same) => {
    const ids = new Set(same.rows.map(({ id }) => id))
    return {
      ...same,
      fields: differingFields(same),
      findings: findings.filter(({ about }) => about?.some((id) => ids.has(id))),
    }
  })
  grouped.set(edition, groups)
  return groups
}

export const differs = ({ fields, findings }: ProjectGroup): boolean => fields.size > 0 || findings.length > 0

export type Part = Project['shownIn']

/**
 * 一覧の行。`part` を選べばその部だけ、`once` なら一つの事業を一行に、そうでなければ印刷された行をすべて。
 * 印刷された順。
 */
export const projectRows = (edition: Edition, part: Part | undefined, once: boolean): readonly ProjectRow[] => {
  const groups = projectGroups(edition)
  const isIn = ({ shownIn }: Project) => part === undefined || shownIn === part
  const goalOf = goalFinder(edition)
  const city = edition.municipality.name
  if (once) {
    const order = new Map(edition.content.projects.map((project, index) => [project, index]))
    const rows = groups.flatMap((group) => {
      const printed = group.rows.filter(isIn)
      const [first] = printed
      return first ? [rowOf(group, first, printed, goalOf, city)] : []
    })
    return rows.toSorted((a, b) => (order.get(a.project) ?? 0) - (order.get(b.project) ?? 0))
  }
  const groupOf = new Map(groups.flatMap((group) => group.rows.map(({ id }) => [id, group] as const)))
  return edition.content.projects.filter(isIn).flatMap((project) => {
    const group = groupOf.get(project.id)
    return group ? [rowOf(group, project, [project], goalOf, city)] : []
  })
}

const goalFinder = (edition: Edition) => {
  const goals = editionGoals(edition)
  const nodes = nodesById(edition.content)
  return (id: string): readonly Goal[] => {
    const goal = goalOver(goals, nodes, id)
    return goal ? [goal] : []
  }
}

const rowOf = (
  group: ProjectGroup,
  project: Project,
  printed: readonly Project[],
  goalOf: (id: string) => readonly Goal[],
  city: string,
): ProjectRow => ({
  group,
  project,
  printed,
  goals: new Set(printed.flatMap(({ nodes }) => nodes.flatMap(goalOf))),
  tags: mergedTags(printed),
  priority: printed.some(({ priority }) => priority),
  implementers: printed.find(({ implementers }) => implementers.length > 0)?.implementers ?? [],
  bodies: [
    ...new Set(printed.flatMap(({ implementers }) => implementers.map((each) => departmentIn(each, city) ?? each))),
  ],
})

const mergedTags = (printed: readonly Project[]): Readonly<Record<string, readonly string[]>> => {
  const kinds = [...new Set(printed.flatMap(({ tags }) => Object.keys(tags)))]
  return Object.fromEntries(
    kinds.map((kind) => [kind, inOrder([...new Set(printed.flatMap(({ tags }) => tags[kind] ?? []))])]),
  )
}

/** 番号は数の順に、ことばは印刷された順に。 */
const inOrder = (values: readonly string[]): readonly string[] =>
  values.every((value) => /^[0-9０-９]+$/.test(value)) ? values.toSorted(byNumber) : values

/** その種類の印の値。種類は番地からも来るので、`constructor` のような名に引っかからないようにする。 */
export const tagValues = ({ tags }: Pick<ProjectRow, 'tags'>, kind: string): readonly string[] =>
  Object.hasOwn(tags, kind) ? (tags[kind] ?? []) : []

/** 「2」「10」を数の順に。数でないものは字の順。 */
export const byNumber = (a: string, b: string): number => a.localeCompare(b, 'ja', { numeric: true })

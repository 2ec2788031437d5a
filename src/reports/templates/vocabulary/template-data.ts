import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById, pathTo } from '#domain/plan/outline.ts'
import { editionGoals, type Part, type ProjectRow, projectRows } from '#domain/plan/project-rows.ts'
import type { ReportChoices } from '../../choices.ts'
import { chosenIndicators, chosenYear, chosenYears, ruledEdition } from '../../forms/chosen.ts'
import type { GoalItem } from './scope.ts'

/** 様式に差し込むもの。版と選びから求め、大きなもの（事業のまとめ）は使うときに初めて作る。 */
export type TemplateData = {
  readonly edition: Edition
  readonly choices: ReportChoices
  readonly nodes: ReadonlyMap<string, PlanNode>
  /** 載せる年度。 */
  readonly years: readonly number[]
  /** 何年度の資料か。値のある年度がなければ undefined。 */
  readonly year: number | undefined
  readonly indicators: readonly Indicator[]
  readonly goals: () => readonly GoalItem[]
  /** 事業。`part` を選べばその部に印刷された行を、なければ一つの事業を一行に。 */
  readonly projects: (part?: Part) => readonly ProjectRow[]
}

/** `templateData(小千谷市の計画, ordinaryChoices).indicators.length` → 84 */
export const templateData = (edition: Edition, choices: ReportChoices): TemplateData => {
  const ruled = ruledEdition(edition, choices)
  const indicators = chosenIndicators(ruled, choices)
  const projects = remembered((part: Part | undefined) => chosenRows(ruled, choices, part))
  const nodes = nodesById(ruled.content)
  const goals = remembered(() => goalItems(ruled, choices, nodes, indicators, projects(undefined)))
  return {
    edition: ruled,
    choices,
    nodes,
    years: chosenYears(ruled, choices),
    year: chosenYear(ruled, choices),
    indicators,
    goals: () => goals(undefined),
    projects: (part) => projects(part),
  }
}

const remembered = <K, T>(make: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/** 部を選べば印刷された行をそのまま、選ばなければ一つの事業を一行に。「農業振興課」を選べば「伊万里市 (農業振興課)」も入る。 */
const chosenRows = (
  edition: Edition,
  { goals, departments }: ReportChoices,
  part: Part | undefined,
): readonly ProjectRow[] =>
  projectRows(edition, part, part === undefined).filter(
    (row) =>
      (goals === null || [...row.goals].some(({ key }) => goals.includes(key))) &&
      (departments === null || [...row.bodies, ...row.implementers].some((name) => departments.includes(name))),
  )

const goalItems = (
  edition: Edition,
  choices: ReportChoices,
  nodes: ReadonlyMap<string, PlanNode>,
  indicators: readonly Indicator[],
  projects: readonly ProjectRow[],
): readonly GoalItem[] => {
  const found = editionGoals(edition).filter(({ key }) => choices.goals === null || choices.goals.includes(key))
  const items = found.map((goal): GoalItem => {
    const own = new Set(goal.nodes.map(({ id }) => id))
    const under = edition.content.nodes.filter(({ id }) => pathTo(nodes, id).some((node) => own.has(node.id)))
    return { goal, own, nodes: new Set(under.map(({ id }) => id)) }
  })
  const held = new Set(items.flatMap((item) => [...item.nodes]))
  const used = [...indicators.map(({ node }) => node), ...projects.flatMap(placesOf)]
  const rest = new Set(used.filter((node) => !held.has(node)))
  return choices.goals !== null || rest.size === 0
    ? items
    : [...items, { goal: null, own: new Set([null]), nodes: rest }]
}

/** 事業の属する節。どこにも属さなければ null 一つ。 */
const placesOf = ({ printed }: ProjectRow): readonly (string | null)[] => {
  const places = printed.flatMap((project) => project.nodes)
  return places.length === 0 ? [null] : places
}

/** その節のどれかに属する事業か。 */
export const isUnder = (row: ProjectRow, nodes: ReadonlySet<string | null>): boolean =>
  placesOf(row).some((place) => nodes.has(place))

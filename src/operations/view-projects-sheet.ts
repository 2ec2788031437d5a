import { actualFor, finalTarget } from '#domain/indicator/figures.ts'
import type { Indicator, Note, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById, pathTo } from '#domain/plan/outline.ts'
import { type ProjectGroup, projectGroups } from '#domain/plan/project-rows.ts'
import { latestOf, reckon } from '#domain/plan/reckoning.ts'
import { nameSpellings, type Spelling } from '#domain/plan/same-project.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { IndicatorLine } from './view-plan.ts'

/** 個票（または一覧の一行）。 */
export type ProjectView = {
  readonly edition: Edition
  readonly project: Project
  readonly paths: readonly (readonly PlanNode[])[]
  /** 関連する計画の指標（成果目標・KPI）。 */
  readonly related: readonly IndicatorLine[]
  /** この事業のために決めた指標（設定指標）。 */
  readonly settings: readonly IndicatorLine[]
  /** 設定指標の値のある年度と、計画の年度。古い順。 */
  readonly years: readonly number[]
  readonly group: ProjectGroup
  readonly spellings: readonly Spelling[]
  readonly notes: readonly Note[]
  /** 同じ部の中での位置（1 から）と、印刷された順で前後の行。 */
  readonly at: { readonly number: number; readonly of: number }
  readonly before: Project | undefined
  readonly after: Project | undefined
}

/** その id の行がなければ undefined。 */
export const projectView = (edition: Edition, id: string): ProjectView | undefined => {
  const { projects, indicators, notes } = edition.content
  const project = projects.find((each) => each.id === id)
  const group = projectGroups(edition).find(({ rows }) => rows.some((row) => row.id === id))
  if (!project || !group) return undefined
  const nodes = nodesById(edition.content)
  const its = indicators.filter((each) => each.project === id || project.indicators.includes(each.id))
  const settings = its.filter(isSetting)
  const line = latestLine(edition)
  const part = projects.filter(({ shownIn }) => shownIn === project.shownIn)
  const at = part.indexOf(project)
  return {
    edition,
    project,
    paths: project.nodes.map((node) => pathTo(nodes, node)),
    related: its.filter((each) => !isSetting(each)).map(line),
    settings: settings.map(line),
    years: yearsOf(settings, project),
    group,
    spellings: nameSpellings(group),
    notes: notesAbout(notes, group, project, its),
    at: { number: at + 1, of: part.length },
    before: part[at - 1],
    after: part[at + 1],
  }
}

/** 「設定指標」。計画の指標でなく、事業ごとに置いた目安。 */
const isSetting = ({ class: kind }: Indicator): boolean => kind.includes('設定指標')

/** これより多くの行についての気づき（「個票57枚には番号が書かれていません」）は図書の全体のことで、突合結果の頁が言う。 */
const aboutAtMost = 12

/** この行とその指標についての気づきと、同じ事業の行どうしの突合。同じ文は一度だけ。 */
const notesAbout = (
  notes: readonly Note[],
  { findings }: ProjectGroup,
  project: Project,
  indicators: readonly Indicator[],
): readonly Note[] => {
  const ids = new Set([project.id, ...indicators.map(({ id }) => id)])
  const own = notes.filter(({ about = [] }) => about.length <= aboutAtMost && about.some((id) => ids.has(id)))
  const said = new Set(own.map(({ message }) => message))
  return [...own, ...findings.filter(({ message }) => !said.has(message))]
}

/** 指標の小さな一行。値のあるいちばん新しい年度のもの。 */
export const latestLine = (edition: Edition) => {
  const { byId } = reckon(edition)
  const firstOf = new Map(edition.content.indicators.map((each) => [each.id, each]))
  return (indicator: Indicator): IndicatorLine => {
    const reckoning = byId.get(indicator.id)
    return {
      indicator,
      target: finalTarget(indicator),
      now: reckoning && latestOf(reckoning),
      first: indicator.repeatOf === null ? undefined : firstOf.get(indicator.repeatOf),
    }
  }
}

const yearsOf = (indicators: readonly Indicator[], project: Project): readonly number[] => {
  const figured = indicators.flatMap(({ targets, actuals }) =>
    [...targets, ...actuals].flatMap(({ year }) => year ?? []),
  )
  return [...new Set([...project.years.map(({ year }) => year), ...figured])].toSorted((a, b) => a - b)
}

/** 個票の表の一升：その年の目標と実績。年を限らない目標は、最終の目標の欄に出る。 */
export const figuresIn = (
  indicator: Indicator,
  year: number,
): { readonly target: Figure | undefined; readonly actual: Figure | undefined } => ({
  target: indicator.targets.find((target) => target.year === year && target.scope !== 'period'),
  actual: actualFor(indicator, year),
})

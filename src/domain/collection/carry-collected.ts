import { actualFor, saysSomething } from '../indicator/figures.ts'
import type { Cost, Indicator, PlanContent, Project, ProjectYear } from '../plan/draft.ts'
import type { Figure } from '../quantity/figure.ts'
import { withActual } from './accepted-content.ts'
import { sameFigure } from './next-version.ts'

/**
 * 図書を取り込み直しても（取り込みを取り消しても）、照会で受け取った値と文を失わないように、前の中身から引き継ぐ。
 * 図書がその欄に新しく別のことを書いていれば、図書を立てる（違いは、取り込む前の差分に出る）。引き継ぐものがなければ、同じ中身を返す。
 */
export const carryCollected = (before: PlanContent, after: PlanContent): PlanContent => {
  const indicators = new Map(before.indicators.filter(holdsCollected).map((each) => [each.id, each]))
  const projects = new Map(before.projects.filter(projectHolds).map((each) => [each.id, each]))
  if (indicators.size + projects.size === 0) return after
  return {
    ...after,
    indicators: after.indicators.map((each) => carriedIndicator(indicators.get(each.id), each)),
    projects: after.projects.map((each) => carriedProject(projects.get(each.id), each)),
  }
}

const isCollected = ({ round }: { readonly round?: string }): boolean => round !== undefined

const holdsCollected = ({ actuals, comments = [], costs }: Indicator): boolean =>
  actuals.some(({ version }) => version !== undefined) || comments.some(isCollected) || costs.some(isCollected)

const projectHolds = ({ years, costs = [] }: Project): boolean => years.some(isCollected) || costs.some(isCollected)

const carriedIndicator = (before: Indicator | undefined, after: Indicator): Indicator => {
  if (!before) return after
  const figures = before.actuals.filter((figure) => figure.version !== undefined && isKept(figure, after))
  const placed = figures.reduce(withActual, after)
  const comments = [...own(after.comments), ...(before.comments ?? []).filter(isCollected)]
  return {
    ...placed,
    costs: withCosts(after.costs, before.costs),
    ...((comments.length > 0 || after.comments) && { comments }),
  }
}

/** 図書のもの（前に受け取ったものを含む中身に戻すときは、それを除いて、いまのものを足す）。 */
const own = <T extends { readonly round?: string }>(entries: readonly T[] = []): readonly T[] =>
  entries.filter((entry) => !isCollected(entry))

/** その年度に図書が何も書いていないか、前と同じ字か、同じ値か、前の版なら、いま立っている値を残す。 */
const isKept = (figure: Figure, after: Indicator): boolean => {
  const now = figure.year === null ? undefined : actualFor(after, figure.year)
  if (!now || !saysSomething(now) || now.version !== undefined) return true
  return now.raw === figure.printed || sameFigure(now, figure)
}

const withCosts = (after: readonly Cost[], before: readonly Cost[]): readonly Cost[] => {
  const printed = own(after)
  return [...printed, ...before.filter((cost) => isCollected(cost) && !printed.some(({ year }) => year === cost.year))]
}

const carriedProject = (before: Project | undefined, after: Project): Project => {
  if (!before) return after
  const printed = own(after.years)
  const isMissing = (each: ProjectYear) => isCollected(each) && !printed.some(({ year }) => year === each.year)
  const years = [...printed, ...before.years.filter(isMissing)].toSorted((a, b) => a.year - b.year)
  const costs = withCosts(after.costs ?? [], before.costs ?? [])
  return { ...after, years, ...((costs.length > 0 || after.costs) && { costs }) }
}

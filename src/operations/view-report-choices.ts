import type { AchievementRules } from '#domain/indicator/achievement.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, goalsOf } from '#domain/plan/outline.ts'
import { projectRows } from '#domain/plan/project-rows.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import type { ReportName } from '#reports/report-name.ts'

/** 帳票の選びの欄に並べるもの。 */
export type ReportChoiceLists = {
  /** 載せられる年度。 */
  readonly years: readonly number[]
  /** 値のある年度（古い順）。「どの年度の資料か」に並べる。 */
  readonly figured: readonly number[]
  readonly goals: readonly Goal[]
  readonly departments: readonly string[]
  /** 選ばないときの、達成率の決まり。 */
  readonly rules: AchievementRules
}

/** その様式の選びに並べるもの。担当課は、様式に載るものの担当課・実施主体・部局だけ。 */
export const reportChoiceLists = (edition: Edition, form: ReportName): ReportChoiceLists => {
  const { columns, figured } = reckon(edition)
  const ofProjects = edition.content.projects.flatMap(({ years }) => years.map(({ year }) => year))
  const years = formsOfProjects.has(form) ? [...columns, ...ofProjects] : columns
  return {
    years: [...new Set(years)].toSorted((a, b) => a - b),
    figured,
    goals: goalsOf(edition.content),
    departments: departmentsFor(edition, form),
    rules: edition.rules,
  }
}

const formsOfProjects: ReadonlySet<ReportName> = new Set([
  'project-matrix',
  'priority-projects',
  'project-sheets',
  'plan-book',
])

const departmentsFor = (edition: Edition, form: ReportName): readonly string[] => {
  const { content } = edition
  const ofIndicators = content.indicators.flatMap(({ departments }) => departments)
  const ofProjects = projectRows(edition, undefined, true).flatMap(({ bodies }) => bodies)
  const ofGoals = content.priorityGoals.map(({ department }) => department)
  const names =
    form === 'plan-book'
      ? [...ofIndicators, ...ofProjects, ...ofGoals]
      : form === 'priority-goals'
        ? ofGoals
        : formsOfProjects.has(form)
          ? ofProjects
          : ofIndicators
  return [...new Set(names)]
}

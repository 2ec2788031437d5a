import type { Indicator, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, goalOver, nodesById } from '#domain/plan/outline.ts'
import { editionGoals, type ProjectRow } from '#domain/plan/project-rows.ts'
import type { ReportChoices } from '../../choices.ts'
import { chosenYear } from '../chosen.ts'

/** 個票一枚に書くこと。 */
export type Sheet = {
  readonly row: ProjectRow
  readonly project: Project
  /** 図書のどの基本目標の節にある個票か（同じ事業の個票が、基本目標ごとにある）。 */
  readonly goal: Goal | undefined
  /** 属する基本目標の節（施策なら施策）。 */
  readonly nodes: readonly { readonly number: string | null; readonly title: string }[]
  /** 印の欄。ほかの個票にある欄は、この個票に書かれていなくても「―」で置く。 */
  readonly tagKinds: readonly string[]
  /** 関連する計画の指標（成果目標・KPI）。 */
  readonly related: readonly Indicator[]
  /** この事業のために決めた設定指標。 */
  readonly settings: readonly Indicator[]
  /** 載せる年度。事業の年度と、設定指標の値のある年度。 */
  readonly years: readonly number[]
  /** 関連する指標の実績を載せる年度。 */
  readonly actualYear: number | undefined
}

/** 選ばれた行を、一枚ずつの個票にする。 */
export const sheetsOf = (edition: Edition, choices: ReportChoices, rows: readonly ProjectRow[]): readonly Sheet[] => {
  const tagKinds = [...new Set(rows.flatMap(({ tags }) => Object.keys(tags)))]
  return rows.map((row) => sheetOf(edition, choices, row, tagKinds))
}

const sheetOf = (edition: Edition, choices: ReportChoices, row: ProjectRow, tagKinds: readonly string[]): Sheet => {
  const { project } = row
  const indicators = edition.content.indicators.filter(
    ({ id, project: own }) => own === project.id || project.indicators.includes(id),
  )
  const settings = indicators.filter(isSetting)
  const nodes = nodesById(edition.content)
  return {
    row,
    project,
    goal: sectionGoal(edition, project, indicators),
    nodes: project.nodes.flatMap((id) => nodes.get(id) ?? []),
    tagKinds,
    related: indicators.filter((indicator) => !isSetting(indicator)),
    settings,
    years: yearsOf(project, settings).filter((year) => choices.years === null || choices.years.includes(year)),
    actualYear: chosenYear(edition, choices),
  }
}

/** 「設定指標」。計画の指標でなく、事業ごとに置いた目安。 */
const isSetting = ({ class: kind }: Indicator): boolean => kind.includes('設定指標')

/** 指標の節が、個票の載っている節を言う。指標のない個票では、同じ番号の一覧の行、なければ初めの基本目標。 */
const sectionGoal = (edition: Edition, project: Project, indicators: readonly Indicator[]): Goal | undefined => {
  const listed = edition.content.projects.find(
    ({ shownIn, number }) => shownIn === 'list' && number !== null && number === project.number,
  )
  const node = indicators.find((indicator) => indicator.node !== null)?.node ?? listed?.nodes[0] ?? project.nodes[0]
  return node === undefined ? undefined : goalOver(editionGoals(edition), nodesById(edition.content), node)
}

const yearsOf = (project: Project, settings: readonly Indicator[]): readonly number[] => {
  const figured = settings.flatMap(({ targets, actuals }) =>
    [...targets, ...actuals].flatMap(({ year }) => (year === null ? [] : [year])),
  )
  return [...new Set([...project.years.map(({ year }) => year), ...figured])].toSorted((a, b) => a - b)
}

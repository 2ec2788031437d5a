import type { Standing } from '#domain/indicator/standing.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, nodesById, pathTo } from '#domain/plan/outline.ts'
import { type Columns, columnsOf } from '#domain/plan/project-columns.ts'
import {
  differs,
  editionGoals,
  type Part,
  type ProjectRow,
  projectGroups,
  projectRows,
  tagValues,
} from '#domain/plan/project-rows.ts'
import { latestOf, reckon } from '#domain/plan/reckoning.ts'
import { pageNumber } from './row-pages.ts'
import { cleanSort, keeperOf, type ProjectsAsked, type Sort, sortedBy } from './view-projects-order.ts'

/** 一覧の一行と、そのうしろの節の道すじ、指標。 */
export type ProjectLine = ProjectRow & {
  readonly paths: readonly (readonly PlanNode[])[]
  readonly indicators: readonly { readonly indicator: Indicator; readonly standing: Standing }[]
}

/** 部（取組事業一覧・重点施策一覧・個票・集計表）と、その印刷された行の数。 */
export type PartCount = { readonly part: Part; readonly printed: number; readonly projects: number }

export type ProjectsView = {
  readonly edition: Edition
  readonly goals: readonly Goal[]
  readonly parts: readonly PartCount[]
  /** 計画の事業の数（同じ事業は一つに数える）。 */
  readonly projects: number
  /** 見ている部。undefined は、すべての部を合わせた一覧。 */
  readonly part: Part | undefined
  /** 一つの事業を一行に見せているか（そうでなければ印刷された行をすべて）。 */
  readonly once: boolean
  readonly asked: ProjectsAsked
  readonly sort: Sort
  readonly columns: Columns
  readonly rows: readonly ProjectLine[]
  readonly shown: { readonly rows: number; readonly of: number; readonly printed: number; readonly projects: number }
  /** 絞り込む前の、印刷の食い違う事業の数。 */
  readonly differing: number
  readonly page: { readonly number: number; readonly of: number }
  /** 欄ごとの、印の付いた行の数（絞り込んだ行のすべて。頁によらない）。 */
  readonly tally: ReadonlyMap<string, number>
  readonly choices: { readonly marks: Columns['marks']; readonly implementers: readonly string[] }
}

const order: readonly Part[] = ['matrix', 'list', 'sheet', 'table']
const rowsOnPage = 100

/** 事業の一覧。部・絞り込み・並べ方・頁は、どれも番地に載る。 */
export const projectsView = (edition: Edition, asked: ProjectsAsked = {}): ProjectsView => {
  const parts = partsIn(edition)
  const part = parts.length > 1 ? parts.find((each) => each.part === asked.part)?.part : undefined
  const once = asked.rows !== 'printed'
  const all = projectRows(edition, part, once)
  const sort = cleanSort(asked)
  const kept = sortedBy(all.filter(keeperOf(asked)), sort)
  const pages = Math.ceil(kept.length / rowsOnPage)
  const number = pageNumber(asked.page, pages)
  const columns = columnsOf(edition, all)
  return {
    edition,
    goals: editionGoals(edition),
    parts,
    projects: projectGroups(edition).length,
    part,
    once,
    asked,
    sort,
    columns,
    rows: kept.slice((number - 1) * rowsOnPage, number * rowsOnPage).map(lineMaker(edition)),
    shown: {
      rows: kept.length,
      of: all.length,
      printed: all.reduce((sum, { printed }) => sum + printed.length, 0),
      projects: new Set(all.map(({ group }) => group)).size,
    },
    differing: new Set(all.filter(({ group }) => differs(group)).map(({ group }) => group)).size,
    page: { number, of: pages },
    tally: tallyOf(kept, columns),
    choices: {
      marks: columns.marks,
      implementers: [...new Set(all.flatMap(({ bodies }) => bodies))],
    },
  }
}

const partsIn = (edition: Edition): readonly PartCount[] => {
  const groups = projectGroups(edition)
  return order.flatMap((part) => {
    const printed = edition.content.projects.filter(({ shownIn }) => shownIn === part).length
    const projects = groups.filter(({ rows }) => rows.some(({ shownIn }) => shownIn === part)).length
    return printed === 0 ? [] : [{ part, printed, projects }]
  })
}

const lineMaker = (edition: Edition) => {
  const nodes = nodesById(edition.content)
  const byId = new Map(edition.content.indicators.map((each) => [each.id, each]))
  const byProject = Map.groupBy(edition.content.indicators, ({ project }) => project)
  const reckonings = reckon(edition).byId
  const standingOf = ({ id }: Indicator): Standing => {
    const reckoning = reckonings.get(id)
    return (reckoning && latestOf(reckoning))?.standing ?? 'not-judged'
  }
  return (row: ProjectRow): ProjectLine => {
    const ids = [...new Set(row.printed.flatMap((project) => project.nodes))]
    const its = row.printed.flatMap((project) => [
      ...(byProject.get(project.id) ?? []),
      ...project.indicators.flatMap((id) => byId.get(id) ?? []),
    ])
    return {
      ...row,
      paths: ids.map((id) => pathTo(nodes, id)),
      indicators: [...new Set(its)].map((indicator) => ({ indicator, standing: standingOf(indicator) })),
    }
  }
}

/** 欄ごとの数。鍵は並べかえの鍵と同じ（`goal:1`、`mark:新たな視点:1`、`tag:SDGs`、`priority`）。 */
const tallyOf = (rows: readonly ProjectRow[], { goals, marks, chips }: Columns): ReadonlyMap<string, number> => {
  const count = (keeps: (row: ProjectRow) => boolean) => rows.filter(keeps).length
  return new Map([
    ...goals.map((goal) => [`goal:${goal.key}`, count((row) => row.goals.has(goal))] as const),
    ...marks.flatMap(({ kind, values }) =>
      values.map((value) => [`mark:${kind}:${value}`, count((row) => tagValues(row, kind).includes(value))] as const),
    ),
    ...chips.map((kind) => [`tag:${kind}`, count((row) => tagValues(row, kind).length > 0)] as const),
    ['priority', count(({ priority }) => priority)],
  ])
}

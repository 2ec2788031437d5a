import { commentPoints, freeLabels, pairComments, pairProjects, type Speaker, sharesWords } from './company.ts'
import { firstMatch, type RowOf, type RowPuzzle, rowPuzzle, type Tie, tiesIn } from './match-rows.ts'
import type { Label, PageParts } from './page-parts.ts'
import type { Written } from './stream-items.ts'
import type { TableYears } from './stream-pages.ts'
import { type Weigh, wordsOf } from './words.ts'

/** 頁の、行と升目の組み合わせ（目標の表記と所見の数まで。印刷の順はまだ見ない）。 */
export type PageMatch = {
  readonly parts: PageParts
  readonly puzzle: RowPuzzle
  readonly rowOf: RowOf
  readonly ties: readonly Tie[]
  readonly goalPuzzle: RowPuzzle
  readonly goalRowOf: RowOf
  readonly goalTies: readonly Tie[]
  /** 升目ごとの、組んだ事業名（同じかたまりにあったものか、語と並びで組んだもの）。 */
  readonly projectOf: readonly (ProjectName | null)[]
  /** 升目ごとの、はっきり組める所見（数の行を見る前に）。 */
  readonly remarks: readonly (readonly string[])[]
}

/**
 * 組んだ事業名。`margin` は次によい組との点の差で、同じかたまりに印刷されていれば null。
 * `shared` は指標名と共通することばがあるか（なければ並びだけで組んだ）。
 */
export type ProjectName = { readonly name: Written; readonly margin: number | null; readonly shared: boolean }

/** 所見の引く数を行の手がかりに使うのは、所見と升目の組がはっきりしているときだけ。 */
const clearRemark = { points: 4, margin: 3 } as const

export const matchPage = (parts: PageParts, weigh: Weigh, years: TableYears): PageMatch => {
  const projectOf = projectNames(parts, weigh)
  const labels = [...parts.kpis, ...parts.goals]
  const speakers = labels.map((label, at) => speaker(label, projectOf[at] ?? null))
  const remarks = clearRemarks(parts, speakers, weigh, years)
  const kpiRemarks = parts.kpis.map((_, at) => remarks[at] ?? [])
  const goalRemarks = parts.goals.map((_, at) => remarks[parts.kpis.length + at] ?? [])
  const puzzle = rowPuzzle(parts.kpis, parts.rows, kpiRemarks, years)
  const goalPuzzle = rowPuzzle(parts.goals, parts.goalRows, goalRemarks, years)
  const [rowOf, goalRowOf] = [firstMatch(puzzle), firstMatch(goalPuzzle)]
  return {
    parts,
    puzzle,
    rowOf,
    ties: tiesIn(puzzle, rowOf),
    goalPuzzle,
    goalRowOf,
    goalTies: tiesIn(goalPuzzle, goalRowOf),
    projectOf,
    remarks: kpiRemarks,
  }
}

export const speaker = (label: Label, project: ProjectName | null): Speaker => ({
  label,
  words: wordsOf(`${project?.name.text ?? ''}　${label.name.text}`),
  values: null,
})

const projectNames = (parts: PageParts, weigh: Weigh): readonly (ProjectName | null)[] => {
  const free = freeLabels(parts)
  const pairs = pairProjects(parts, weigh)
  return parts.kpis.map((label) => {
    if (label.ownProject) return { name: label.ownProject, margin: null, shared: true }
    const pair = pairs.find(({ column }) => free[column] === label)
    const project = pair && parts.projects[pair.row]
    return project
      ? { name: project.item.name, margin: pair.margin, shared: sharesWords(project.item.name, label, weigh) }
      : null
  })
}

const clearRemarks = (
  parts: PageParts,
  speakers: readonly Speaker[],
  weigh: Weigh,
  years: TableYears,
): readonly (readonly string[])[] => {
  const pairs = pairComments(commentPoints(parts, speakers, weigh, years))
  return speakers.map((_, at) =>
    pairs
      .filter(
        ({ speaker: to, points, margin }) => to === at && points >= clearRemark.points && margin >= clearRemark.margin,
      )
      .flatMap(({ comment }) => parts.comments[comment]?.item.text ?? []),
  )
}

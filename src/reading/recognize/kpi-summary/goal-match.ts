import { fillIn, pointsOfWay, type RowOf, type RowPuzzle, type Tie, waysOf } from './match-rows.ts'
import { apartCost, type NamedHeading, titleReadings } from './named-headings.ts'
import type { PageMatch } from './page-match.ts'
import { type InOrder, inOrder, rowsFor, type SectionClues, sectionClues } from './section-clues.ts'
import { type Outline, outlines, type Placement, placeRows, type Rows } from './sections.ts'
import { joinProjects, type ProjectNames } from './shared-projects.ts'
import type { Weigh } from './words.ts'

/** 基本目標一つ。続きの頁も含む。 */
export type GoalMatch = {
  readonly pages: readonly PageMatch[]
  /** 頁ごとの、升目から数の行への組み合わせ（印刷の順も見て決めたもの）。 */
  readonly rowOf: readonly RowOf[]
  /** 頁ごと・升目ごとの事業名。 */
  readonly projects: ProjectNames
  /** 頁ごと・升目ごとの、ほかの読み方。 */
  readonly others: readonly (readonly Others[])[]
  readonly sections: Sections
}

/** 値の違うほかの行と、いまの読みとの点の差。`row` が null なのは、いまの行が別の升目のものという読み。 */
export type Others = readonly { readonly row: number | null; readonly margin: number }[]

export type Sections = {
  readonly headings: readonly NamedHeading[]
  readonly outline: Outline
  readonly order: readonly InOrder[]
  readonly placement: Placement
  /** 行ごとの、次によい置き方との点の差。 */
  readonly margins: readonly number[]
  /** どの親の下か決めきれない見出しの key。 */
  readonly doubtful: ReadonlySet<string>
}

/** 見出しの木のうち、行を並べ替えながら見比べるもの。 */
const shortlist = 12
const hopeless = 12

/**
 * 印刷の順を見る手間の限り（区切り方を調べる歩数）。一つの基本目標に何百行もある壊れた図書では、
 * 順の手がかりを使わずに済ませる（決めきれない行が増えるだけで、間違えはしない）。
 */
const effort = 12_000_000

export const matchGoal = (pages: readonly PageMatch[], weigh: Weigh): GoalMatch => {
  const first: readonly RowOf[] = pages.map((page) => page.rowOf)
  const candidates = titleReadings(pages).flatMap((headings) =>
    outlines(headings).map((outline) => ({ headings, outline })),
  )
  const steps = stepsOf(pages, candidates)
  const clues = sectionClues(pages, joinProjects(pages, first, weigh), weigh)
  const rank = (at: readonly RowOf[], by: SectionClues, trees: readonly Tree[]): Ranked =>
    trees
      .slice(0, Math.max(1, Math.floor(effort / steps)))
      .map((tree) => ({ ...tree, score: scoreOf(tree.outline, tree.headings, at, by) }))
      .toSorted((a, b) => b.score - a.score)
      .filter(({ score }, index, all) => index < shortlist && score > (all[0]?.score ?? 0) - hopeless)
  const likely = rank(first, clues, candidates)
  const orderScore = orderScoreBy(pages, likely.slice(0, Math.floor(effort / (steps * 3 * waysIn(pages)))), clues)
  const settled = settleTies(pages, first, orderScore)
  const rowOf = pages.map((page, at) => fillIn(page.puzzle, settled[at] ?? []))
  const projects = joinProjects(pages, rowOf, weigh)
  const byProject = sectionClues(pages, projects, weigh)
  return {
    pages,
    rowOf,
    projects,
    others: pages.map((page, at) =>
      othersIn(
        page.puzzle,
        page.ties,
        settled[at] ?? [],
        (way) => pointsOfWay(page.puzzle, way) + orderScore(replaced(settled, at, way)),
      ),
    ),
    sections: settle(rowOf, rank(rowOf, byProject, candidates), byProject, steps),
  }
}

type Tree = { readonly headings: readonly NamedHeading[]; readonly outline: Outline }

/** 一つの木に行を区切って置く歩数（見出しの数 × 行の数の二乗）。 */
const stepsOf = (pages: readonly PageMatch[], trees: readonly Tree[]): number => {
  const rows = pages.reduce((sum, { puzzle }) => sum + puzzle.labels.length, 0)
  return 1 + ((trees[0]?.outline.length ?? 0) + 1) * rows * rows
}

/** 並べ替えて見比べる組み方の総数。 */
const waysIn = (pages: readonly PageMatch[]): number =>
  pages.reduce((sum, page) => sum + page.ties.reduce((count, tie) => count + waysOf(tie, page.rowOf).ways.length, 0), 1)

/** 印刷の順が、見出しと流れの順に合う点。見比べる木がなければ 0。 */
const orderScoreBy = (pages: readonly PageMatch[], likely: Ranked, clues: SectionClues): OrderScore =>
  likely.length === 0
    ? () => 0
    : (at) =>
        Math.max(...likely.map(({ headings, outline }) => scoreOf(outline, headings, at, clues))) +
        streamScore(pages, at)

/** 目標の表記だけでは決まらないまとまりを、順の手がかりで決める。一つを動かすとほかのよい順も変わるので二度まわす。 */
const settleTies = (pages: readonly PageMatch[], first: readonly RowOf[], orderScore: OrderScore): readonly RowOf[] => {
  let rowOf = first
  for (let round = 0; round < 2; round++)
    pages.forEach((page, at) => {
      for (const tie of page.ties) rowOf = replaced(rowOf, at, bestWay(page, tie, at, rowOf, orderScore))
    })
  return rowOf
}

const replaced = (all: readonly RowOf[], at: number, rowOf: RowOf): readonly RowOf[] =>
  all.map((each, index) => (index === at ? rowOf : each))

type OrderScore = (at: readonly RowOf[]) => number

const scored = (page: PageMatch, tie: Tie, at: number, rowOf: readonly RowOf[], orderScore: OrderScore) =>
  waysOf(tie, rowOf[at] ?? []).ways.map((way) => ({
    way,
    score: pointsOfWay(page.puzzle, way) + orderScore(replaced(rowOf, at, way)),
  }))

const bestWay = (page: PageMatch, tie: Tie, at: number, rowOf: readonly RowOf[], orderScore: OrderScore): RowOf =>
  scored(page, tie, at, rowOf, orderScore).reduce((a, b) => (b.score > a.score ? b : a), {
    way: rowOf[at] ?? [],
    score: Number.NEGATIVE_INFINITY,
  }).way

/** 値の違う行を取る、ほかの組み方のうち最も点の高いものとの差を、升目ごと・行ごとに求める。 */
export const othersIn = (
  puzzle: RowPuzzle,
  ties: readonly Tie[],
  current: RowOf,
  score: (way: RowOf) => number,
): readonly Others[] => {
  const found = puzzle.labels.map(() => new Map<number | null, number>())
  const spelling = (row: number | null | undefined) =>
    row === null || row === undefined ? '' : (puzzle.rows[row]?.values.spelling ?? '')
  const now = score(current)
  for (const tie of ties) {
    const { ways, complete } = waysOf(tie, current)
    const note = (label: number, row: number | null, margin: number) => {
      if (spelling(row) === spelling(current[label])) return
      found[label]?.set(row, Math.min(found[label].get(row) ?? Number.POSITIVE_INFINITY, margin))
    }
    for (const way of ways) {
      const margin = now - score(way)
      for (const label of tie.labels) note(label, way[label] ?? null, margin)
    }
    // 全部は比べられない大きなまとまりでは、表記の合う行をどれも捨てない。
    if (!complete)
      for (const [at, label] of tie.labels.entries()) for (const row of tie.candidates[at] ?? []) note(label, row, 0)
  }
  return found.map((margins) =>
    sameOnce(
      [...margins].map(([row, margin]) => ({ row, margin })),
      spelling,
    ),
  )
}

/** 人に見せるほかの読みの数の限り。 */
const shownOthers = 6

/** 値の同じ行は、差の小さいもの一つにする。 */
const sameOnce = (others: Others, spelling: (row: number | null) => string): Others => {
  const seen = new Set<string>()
  const once = others
    .toSorted((a, b) => a.margin - b.margin)
    .filter(({ row }) => {
      const key = spelling(row)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  return once.slice(0, shownOthers)
}

/** 流れの順と印刷の順が、隣どうしで同じ向きなら少し支える。 */
const streamScore = (pages: readonly PageMatch[], rowOf: readonly RowOf[]): number => {
  const order = inOrder(rowOf)
  return order.slice(1).reduce((sum, next, at) => {
    const before = order[at]
    if (!before || before.page !== next.page) return sum
    const labels = pages[next.page]?.puzzle.labels
    return sum + ((labels?.[before.label]?.at ?? 0) < (labels?.[next.label]?.at ?? 0) ? 0.6 : 0)
  }, 0)
}

const scoreOf = (
  outline: Outline,
  headings: readonly NamedHeading[],
  rowOf: readonly RowOf[],
  clues: SectionClues,
): number => placeRows(outline, rowsFor(headings, inOrder(rowOf), clues)).score - apartCost(headings)

type Ranked = readonly {
  readonly headings: readonly NamedHeading[]
  readonly outline: Outline
  readonly score: number
}[]

const settle = (rowOf: readonly RowOf[], ranked: Ranked, clues: SectionClues, steps: number): Sections => {
  const order = inOrder(rowOf)
  const [best, second] = ranked
  if (!best)
    return {
      headings: [],
      outline: [],
      order,
      placement: { score: 0, leafOf: order.map(() => -1) },
      margins: [],
      doubtful: new Set(),
    }
  const rows = rowsFor(best.headings, order, clues)
  const placement = placeRows(best.outline, rows)
  const compared = ranked.slice(0, Math.floor(effort / (steps * Math.max(1, order.length))))
  const margins = order.map((_, row) =>
    compared.length === 0
      ? 0
      : best.score - bestWithout(compared, order, clues, row, keyAt(best.outline, placement, row)),
  )
  return {
    headings: best.headings,
    outline: best.outline,
    order,
    placement,
    margins,
    doubtful: second && best.score - second.score < 1.5 ? movedHeadings(best.outline, second.outline) : new Set(),
  }
}

const keyAt = (outline: Outline, placement: Placement, row: number): string =>
  outline[placement.leafOf[row] ?? -1]?.leaf.key ?? ''

/** その行をいまの見出しに置かないときの、最もよい点。 */
const bestWithout = (
  ranked: Ranked,
  order: readonly InOrder[],
  clues: SectionClues,
  row: number,
  key: string,
): number =>
  Math.max(
    ...ranked.map(({ headings, outline }) => {
      const rows = rowsFor(headings, order, clues)
      const barred: Rows = { ...rows, points: (at, to) => (at === row && to === key ? -1000 : rows.points(at, to)) }
      return placeRows(outline, barred).score - apartCost(headings)
    }),
  )

const movedHeadings = (a: Outline, b: Outline): ReadonlySet<string> => {
  const parentIn = (outline: Outline, key: string) => outline.find(({ leaf }) => leaf.key === key)?.parent?.key
  return new Set(a.map(({ leaf }) => leaf.key).filter((key) => parentIn(a, key) !== parentIn(b, key)))
}

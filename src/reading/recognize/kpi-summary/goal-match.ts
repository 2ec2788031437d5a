import { projectPoints } from './company.ts'
import { pointsOfWay, type RowOf, type RowPuzzle, type Tie, waysOf } from './match-rows.ts'
import type { PageMatch, ProjectName } from './page-match.ts'
import type { Label } from './page-parts.ts'
import { type Heading, type Outline, outlines, type Placement, placeRows, type Rows } from './sections.ts'
import { nearness, type Weigh, wordsOf } from './words.ts'

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

export type ProjectNames = readonly (readonly (ProjectName | null)[])[]

/** 値の違うほかの行と、いまの読みとの点の差。 */
export type Others = readonly { readonly row: number; readonly margin: number }[]

/** 印刷の順に並べた KPI の升目。 */
export type InOrder = { readonly page: number; readonly label: number }

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

/** 題のついた見出し。`apart` は番号と題が離れて印刷されていたもの。 */
export type NamedHeading = Heading & {
  readonly number: string
  readonly title: string
  readonly apart: boolean
  readonly at: number
  readonly place: PageMatch['parts']['headings'][number]['item']['place']
}

/** 見出しの木のうち、行を並べ替えながら見比べるもの。 */
const shortlist = 12
const hopeless = 12

export const matchGoal = (pages: readonly PageMatch[], weigh: Weigh): GoalMatch => {
  let rowOf: readonly RowOf[] = pages.map((page) => page.rowOf)
  const readings = titleReadings(pages).map((headings) => ({ headings, all: outlines(headings) }))
  const clues = sectionClues(pages, joinProjects(pages, rowOf, weigh), weigh)
  const rank = (at: readonly RowOf[]) =>
    readings
      .flatMap(({ headings, all }) =>
        all.map((outline) => ({ headings, outline, score: scoreOf(outline, headings, at, clues) })),
      )
      .toSorted((a, b) => b.score - a.score)
      .filter(({ score }, at, all) => at < shortlist && score > (all[0]?.score ?? 0) - hopeless)
  const likely = rank(rowOf)
  const orderScore = (at: readonly RowOf[]) =>
    Math.max(...likely.map(({ headings, outline }) => scoreOf(outline, headings, at, clues))) + streamScore(pages, at)
  // 一つのまとまりを動かすと、ほかのまとまりのよい順も変わりうるので二度まわす。
  for (let round = 0; round < 2; round++)
    pages.forEach((page, at) => {
      for (const tie of page.ties) rowOf = replaced(rowOf, at, bestWay(page, tie, at, rowOf, orderScore))
    })
  const projects = joinProjects(pages, rowOf, weigh)
  return {
    pages,
    rowOf,
    projects,
    others: pages.map((page, at) =>
      othersIn(
        page.puzzle,
        page.ties,
        rowOf[at] ?? [],
        (way) => pointsOfWay(page.puzzle, way) + orderScore(replaced(rowOf, at, way)),
      ),
    ),
    sections: settle(rowOf, rank(rowOf), sectionClues(pages, projects, weigh)),
  }
}

const replaced = (all: readonly RowOf[], at: number, rowOf: RowOf): readonly RowOf[] =>
  all.map((each, index) => (index === at ? rowOf : each))

type OrderScore = (at: readonly RowOf[]) => number

const scored = (page: PageMatch, tie: Tie, at: number, rowOf: readonly RowOf[], orderScore: OrderScore) =>
  waysOf(tie, rowOf[at] ?? []).map((way) => ({
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
  const found = puzzle.labels.map(() => new Map<number, number>())
  const spelling = (row: number | null | undefined) =>
    row === null || row === undefined ? '' : (puzzle.rows[row]?.values.spelling ?? '')
  const now = score(current)
  for (const tie of ties)
    for (const way of waysOf(tie, current)) {
      const margin = now - score(way)
      for (const label of tie.labels) {
        const row = way[label]
        if (row === null || row === undefined || spelling(row) === spelling(current[label])) continue
        found[label]?.set(row, Math.min(found[label].get(row) ?? Number.POSITIVE_INFINITY, margin))
      }
    }
  return found.map((margins) =>
    sameOnce(
      [...margins].map(([row, margin]) => ({ row, margin })),
      spelling,
    ),
  )
}

/** 値の同じ行は、差の小さいもの一つにする。 */
const sameOnce = (others: Others, spelling: (row: number) => string): Others =>
  others
    .toSorted((a, b) => a.margin - b.margin)
    .filter(({ row }, at, all) => all.findIndex((each) => spelling(each.row) === spelling(row)) === at)

/** 印刷の順に並べた升目。 */
export const inOrder = (rowOf: readonly RowOf[]): readonly InOrder[] =>
  rowOf.flatMap((rows, page) =>
    rows
      .flatMap((row, label) => (row === null ? [] : [{ page, label, row }]))
      .toSorted((a, b) => a.row - b.row)
      .map(({ label }) => ({ page, label })),
  )

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

/** 見出しと行を結ぶ手がかり。組み方を変えて何度も聞くので、答えを覚えておく。 */
type SectionClues = {
  readonly points: (heading: NamedHeading, row: InOrder) => number
  readonly cut: (before: InOrder | undefined, after: InOrder | undefined) => number
  readonly family: (parent: string, leaf: string) => number
}

/** 見出しと行が同じことばを使うか、見出しのすぐ下に印刷されているか、見出しどうしが同じことばを使うか。 */
const sectionClues = (pages: readonly PageMatch[], names: ProjectNames, weigh: Weigh): SectionClues => ({
  points: remembered(
    (heading: NamedHeading, row: InOrder) => nearHeading(pages, heading, row, weigh),
    (heading) => heading,
    rowNumber,
  ),
  cut: remembered(
    (before: InOrder | undefined, after: InOrder | undefined) => cutPoints(pages, names, before, after),
    rowNumber,
    rowNumber,
  ),
  family: remembered(
    (parent: string, leaf: string) => nearness(wordsOf(parent), wordsOf(leaf), weigh),
    (parent) => parent,
    (leaf) => leaf,
  ),
})

const rowNumber = (row: InOrder | undefined): number => (row ? row.page * 10_000 + row.label : -1)

const remembered = <A, B>(
  answer: (a: A, b: B) => number,
  keyA: (a: A) => unknown,
  keyB: (b: B) => unknown,
): ((a: A, b: B) => number) => {
  const known = new Map<unknown, Map<unknown, number>>()
  return (a, b) => {
    const row = known.get(keyA(a)) ?? new Map<unknown, number>()
    known.set(keyA(a), row)
    const value = row.get(keyB(b)) ?? answer(a, b)
    row.set(keyB(b), value)
    return value
  }
}

/** 所見は事業の周りのことも書くので、名より軽く見る。 */
const remarkWeight = 0.35

const nearHeading = (pages: readonly PageMatch[], heading: NamedHeading, row: InOrder, weigh: Weigh): number => {
  const page = pages[row.page]
  const label = page?.puzzle.labels[row.label]
  if (!page || !label) return 0
  const title = wordsOf(heading.title)
  const own = nearness(title, wordsOf(`${page.projectOf[row.label]?.name.text ?? ''}　${label.name.text}`), weigh)
  const remark = nearness(title, wordsOf((page.remarks[row.label] ?? []).join('')), weigh)
  return own + remark * remarkWeight + (heading.page === row.page && directlyUnder(page, heading, label) ? 1 : 0)
}

const directlyUnder = ({ parts }: PageMatch, heading: NamedHeading, label: Label): boolean =>
  heading.at < label.at &&
  parts.page.items.slice(heading.at + 1, label.at).every(({ kind }) => kind === 'marker' || kind === 'project')

/** 流れの中で遠い行どうしの間ほど、見出しの変わり目らしい。同じ事業の途中では変わらない。 */
const cutPoints = (
  pages: readonly PageMatch[],
  names: ProjectNames,
  before: InOrder | undefined,
  after: InOrder | undefined,
): number => {
  if (!before || !after || before.page !== after.page) return 0
  const page = pages[after.page]
  const [nameA, nameB] = [names[before.page]?.[before.label], names[after.page]?.[after.label]]
  const [a, b] = [page?.puzzle.labels[before.label], page?.puzzle.labels[after.label]]
  if (!a || !b) return 0
  const gap = Math.min(...linesOf(a, nameA).flatMap((x) => linesOf(b, nameB).map((y) => Math.abs(x - y))))
  return Math.min(gap, 40) * 0.03 - (nameA && nameB && nameA.name === nameB.name ? 8 : 0)
}

const linesOf = (label: Label, name: ProjectName | null | undefined): readonly number[] =>
  name ? [label.line, name.name.line] : [label.line]

const rowsFor = (headings: readonly NamedHeading[], order: readonly InOrder[], clues: SectionClues): Rows => {
  const byKey = new Map(headings.map((heading) => [heading.key, heading]))
  const cuts = order.map((_, row) => (row === 0 ? 0 : clues.cut(order[row - 1], order[row])))
  return {
    pages: order.map(({ page }) => page),
    cut: (row) => cuts[row] ?? 0,
    family: (parent, leaf) => clues.family(byKey.get(parent)?.title ?? '', byKey.get(leaf)?.title ?? ''),
    points: (row, key) => {
      const [heading, at] = [byKey.get(key), order[row]]
      return heading && at ? clues.points(heading, at) : 0
    },
  }
}

const scoreOf = (
  outline: Outline,
  headings: readonly NamedHeading[],
  rowOf: readonly RowOf[],
  clues: SectionClues,
): number => placeRows(outline, rowsFor(headings, inOrder(rowOf), clues)).score - apartCost(headings)

/** 離れた番号と題は、近いものどうしらしい。 */
const apartCost = (headings: readonly NamedHeading[]): number =>
  headings.reduce((sum, { distance }: NamedHeading & { distance?: number }) => sum + (distance ?? 0) * 0.03, 0)

/** 題の離れた見出しに、離れた題を配る。配り方が二通り以上あれば、すべて返す。 */
const titleReadings = (pages: readonly PageMatch[]): readonly (readonly NamedHeading[])[] => {
  let readings: readonly (readonly NamedHeading[])[] = [[]]
  pages.forEach(({ parts }, page) => {
    const bare = parts.headings.filter(({ item }) => item.title === null)
    const ways = permutations(parts.titles, bare.length).slice(0, 24)
    readings = readings.flatMap((before) =>
      ways.map((titles) => [
        ...before,
        ...parts.headings.map(({ item, at }) => {
          const title = item.title === null ? titles[bare.findIndex((each) => each.item === item)] : undefined
          return {
            key: `${page}:${at}`,
            depth: item.depth,
            order: item.order,
            page,
            number: item.number,
            title: item.title ?? title?.item.title.text ?? '',
            apart: item.title === null,
            at,
            place: item.place,
            ...(title ? { distance: Math.abs(title.item.line - item.line) } : {}),
          }
        }),
      ]),
    )
  })
  return readings
}

const permutations = <T>(from: readonly T[], count: number): readonly (readonly T[])[] => {
  if (count === 0 || from.length === 0) return [[]]
  return from.flatMap((first, at) =>
    permutations([...from.slice(0, at), ...from.slice(at + 1)], count - 1).map((rest) => [first, ...rest]),
  )
}

type Ranked = readonly {
  readonly headings: readonly NamedHeading[]
  readonly outline: Outline
  readonly score: number
}[]

const settle = (rowOf: readonly RowOf[], ranked: Ranked, clues: SectionClues): Sections => {
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
  const margins = order.map(
    (_, row) => best.score - bestWithout(ranked, order, clues, row, keyAt(best.outline, placement, row)),
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

/** 事業名の離れた升目のうち、まだ名のないものを、印刷の順で隣の行の事業に入れる（一つの事業に KPI が二つ以上）。 */
const joinProjects = (pages: readonly PageMatch[], rowOf: readonly RowOf[], weigh: Weigh): ProjectNames => {
  const names = pages.map(({ projectOf }) => [...projectOf])
  const order = inOrder(rowOf)
  for (let round = 0; round < order.length; round++) {
    const moved = order.flatMap(({ page, label }, at) => {
      const own = names[page]
      if (!own || own[label]) return []
      const near = [order[at - 1], order[at + 1]].flatMap((beside) =>
        neighbour(pages, names, beside, { page, label }, weigh),
      )
      const [best, next] = near.toSorted((a, b) => b.points - a.points)
      return best
        ? [{ page, label, name: { name: best.name.name, margin: best.points - (next?.points ?? best.points - 9) } }]
        : []
    })
    if (moved.length === 0) break
    for (const { page, label, name } of moved) {
      const own = names[page]
      if (own) own[label] = name
    }
  }
  return names
}

const neighbour = (
  pages: readonly PageMatch[],
  names: readonly (readonly (ProjectName | null)[])[],
  beside: InOrder | undefined,
  to: InOrder,
  weigh: Weigh,
) => {
  const name = beside && names[beside.page]?.[beside.label]
  const [page, label] = [pages[to.page], pages[to.page]?.puzzle.labels[to.label]]
  if (!beside || !name || !page || !label || beside.page !== to.page) return []
  const ownBlock = page.puzzle.labels[beside.label]?.ownProject ? 4 : 0
  const at =
    page.parts.projects.find(({ item }) => item.name === name.name)?.at ?? page.puzzle.labels[beside.label]?.at ?? 0
  return [{ name, points: projectPoints(page.parts, { name: name.name, at }, label, weigh) - ownBlock }]
}

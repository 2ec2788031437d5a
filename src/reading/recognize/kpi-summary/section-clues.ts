import type { RowOf } from './match-rows.ts'
import type { NamedHeading } from './named-headings.ts'
import type { PageMatch, ProjectName } from './page-match.ts'
import type { Label } from './page-parts.ts'
import type { Rows } from './sections.ts'
import type { ProjectNames } from './shared-projects.ts'
import { nearness, type Weigh, wordsOf } from './words.ts'

/** 印刷の順に並べた KPI の升目。 */
export type InOrder = { readonly page: number; readonly label: number }

/** 印刷の順に並べた升目。 */
export const inOrder = (rowOf: readonly RowOf[]): readonly InOrder[] =>
  rowOf.flatMap((rows, page) =>
    rows
      .flatMap((row, label) => (row === null ? [] : [{ page, label, row }]))
      .toSorted((a, b) => a.row - b.row)
      .map(({ label }) => ({ page, label })),
  )

/** 見出しと行を結ぶ手がかり。組み方を変えて何度も聞くので、答えを覚えておく。 */
export type SectionClues = {
  readonly points: (heading: NamedHeading, row: InOrder) => number
  readonly cut: (before: InOrder | undefined, after: InOrder | undefined) => number
  readonly family: (parent: string, leaf: string) => number
}

/** 見出しと行が同じことばを使うか、見出しのすぐ下に印刷されているか、見出しどうしが同じことばを使うか。 */
export const sectionClues = (pages: readonly PageMatch[], names: ProjectNames, weigh: Weigh): SectionClues => ({
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

export const rowsFor = (headings: readonly NamedHeading[], order: readonly InOrder[], clues: SectionClues): Rows => {
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

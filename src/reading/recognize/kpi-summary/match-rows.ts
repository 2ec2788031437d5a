import { leastCost } from './assignment.ts'
import { commentClues, pointsOf } from './comment-evidence.ts'
import type { Label, ValuedRow } from './page-parts.ts'
import { agreement, type Clue, rowClues } from './row-evidence.ts'
import type { TableYears } from './stream-pages.ts'

/** 指標の升目と数の行の、組ごとの手がかり。`points[label][row]`。 */
export type RowPuzzle = {
  readonly labels: readonly Label[]
  readonly rows: readonly ValuedRow[]
  readonly agrees: readonly (readonly ('agrees' | 'differs' | 'silent')[])[]
  readonly clues: readonly (readonly (readonly Clue[])[])[]
  readonly points: readonly (readonly number[])[]
}

/** 目標の表記が合う組と食い違う組の点。ほかのどの手がかりの和よりも重い。 */
const agreementPoints = { agrees: 40, silent: 0, differs: -40 } as const

/** `remarks[label]` は、その指標の所見らしい文。 */
export const rowPuzzle = (
  labels: readonly Label[],
  rows: readonly ValuedRow[],
  remarks: readonly (readonly string[])[],
  years: TableYears,
): RowPuzzle => {
  const agrees = labels.map((label) => rows.map(({ values }) => agreement(label, values, years.years)))
  const clues = labels.map((label, at) =>
    rows.map(({ values }) => [
      ...rowClues(label, values),
      ...(remarks[at] ?? []).flatMap((text) => commentClues(text, label, values, years)),
    ]),
  )
  const points = agrees.map((line, label) =>
    line.map((each, row) => agreementPoints[each] + pointsOf(clues[label]?.[row] ?? [])),
  )
  return { labels, rows, agrees, clues, points }
}

/** 升目ごとの数の行の番号。相手がなければ null。 */
export type RowOf = readonly (number | null)[]

/** 食い違う組でも、どちらも余らせるよりは組む（そのうえで要確認とする）。 */
const aloneCost = 45

export const firstMatch = ({ points, labels, rows }: RowPuzzle): RowOf =>
  rows.length === 0
    ? labels.map(() => null)
    : leastCost(
        points.map((line) => line.map((value) => -value)),
        aloneCost,
      )

/** 目標の表記だけでは決まらない升目のまとまりと、その中で取り合う行。 */
export type Tie = {
  readonly labels: readonly number[]
  readonly rows: readonly number[]
  /** 升目ごとの、来うる行。`labels` と同じ順。 */
  readonly candidates: readonly (readonly number[])[]
}

/** 同じ表記の合う行を取り合う升目をまとめる。値のまったく同じ行どうしの取り合いも含む。 */
export const tiesIn = (puzzle: RowPuzzle, rowOf: RowOf): readonly Tie[] => {
  const candidates = puzzle.labels.map((_, label) => candidateRows(puzzle, rowOf, label))
  const groups: { labels: number[]; rows: Set<number> }[] = []
  candidates.forEach((rows, label) => {
    if (rows.length === 0) return
    const touching = groups.filter((group) => rows.some((row) => group.rows.has(row)))
    const merged = { labels: [label], rows: new Set(rows) }
    for (const group of touching) {
      merged.labels.push(...group.labels)
      for (const row of group.rows) merged.rows.add(row)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
  })
  return groups
    .filter(({ labels, rows }) => labels.length > 1 || rows.size > 1)
    .map(({ labels, rows }) => {
      const inOrder = labels.toSorted((a, b) => a - b)
      return {
        labels: inOrder,
        rows: [...rows].toSorted((a, b) => a - b),
        candidates: inOrder.map((label) => candidates[label] ?? []),
      }
    })
}

/** その升目に来うる行。表記の合う行があればそれだけ、なければ、表記の合う升目に取られていない行。 */
const candidateRows = (puzzle: RowPuzzle, rowOf: RowOf, label: number): readonly number[] => {
  const line = puzzle.agrees[label] ?? []
  const agreeing = line.flatMap((each, row) => (each === 'agrees' ? [row] : []))
  if (agreeing.length > 0) return agreeing
  const taken = new Set(
    rowOf.flatMap((row, other) => (row !== null && puzzle.agrees[other]?.[row] === 'agrees' ? [row] : [])),
  )
  return line.flatMap((_, row) => (taken.has(row) ? [] : [row]))
}

const enumerationLimit = 1600

/** まとまりの中の、ありうる組み方。多すぎるときは、いまの組み方と二つずつの入れ替えだけを返す（complete が偽）。 */
export const waysOf = (tie: Tie, rowOf: RowOf): { readonly ways: readonly RowOf[]; readonly complete: boolean } => {
  const all = tie.labels.length <= 7 ? allWays(tie, rowOf) : null
  return all ? { ways: all, complete: true } : { ways: swaps(tie, rowOf), complete: false }
}

const allowed = (tie: Tie, label: number, row: number): boolean =>
  tie.candidates[tie.labels.indexOf(label)]?.includes(row) ?? false

const allWays = (tie: Tie, rowOf: RowOf): readonly RowOf[] | null => {
  const needed = mostPairs(tie)
  let ways: { readonly taken: readonly (number | null)[]; readonly placed: number }[] = [{ taken: [], placed: 0 }]
  for (const index of tie.labels.keys()) {
    const left = tie.labels.length - index - 1
    ways = ways.flatMap(({ taken, placed }) => [
      ...(tie.candidates[index] ?? [])
        .filter((row) => !taken.includes(row))
        .map((row) => ({ taken: [...taken, row], placed: placed + 1 })),
      ...(placed + left >= needed ? [{ taken: [...taken, null], placed }] : []),
    ])
    if (ways.length > enumerationLimit) return null
  }
  return ways.filter(({ placed }) => placed >= needed).map(({ taken }) => withRows(rowOf, tie, taken))
}

/** まとまりの中で組める升目の数の最大（増加路）。行が足りなければ、升目の数より少ない。 */
const mostPairs = ({ candidates }: Tie): number => {
  const owner = new Map<number, number>()
  const place = (label: number, seen: Set<number>): boolean => {
    for (const row of candidates[label] ?? []) {
      if (seen.has(row)) continue
      seen.add(row)
      const other = owner.get(row)
      if (other === undefined || place(other, seen)) {
        owner.set(row, label)
        return true
      }
    }
    return false
  }
  return candidates.filter((_, label) => place(label, new Set())).length
}

/** 相手のない升目と余った行を、食い違いの少ないものどうし組む（残りものどうし。いつも要確認になる）。 */
export const fillIn = (puzzle: RowPuzzle, rowOf: RowOf): RowOf => {
  const lonely = rowOf.flatMap((row, label) => (row === null ? [label] : []))
  const free = puzzle.rows.flatMap((_, row) => (rowOf.includes(row) ? [] : [row]))
  if (lonely.length === 0 || free.length === 0) return rowOf
  const costs = lonely.map((label) => free.map((row) => -(puzzle.points[label]?.[row] ?? 0)))
  const chosen = leastCost(costs, aloneCost)
  return rowOf.map((row, label) => {
    const column = chosen[lonely.indexOf(label)]
    return row ?? (column === null || column === undefined ? null : (free[column] ?? null))
  })
}

const withRows = (rowOf: RowOf, tie: Tie, taken: readonly (number | null)[]): RowOf =>
  rowOf.map((row, label) => {
    const at = tie.labels.indexOf(label)
    return at < 0 ? row : (taken[at] ?? null)
  })

/** 入れ替えの限り。これを超えるまとまりは、どのみち要確認になる。 */
const swapLimit = 200

const swaps = (tie: Tie, rowOf: RowOf): readonly RowOf[] => {
  const some = tie.labels.slice(0, 40)
  const pairs = some.flatMap((a, at) => some.slice(at + 1).map((b) => [a, b] as const))
  const swapped = pairs.flatMap(([a, b]) => {
    const [rowA, rowB] = [rowOf[a] ?? null, rowOf[b] ?? null]
    const fits = (rowB === null || allowed(tie, a, rowB)) && (rowA === null || allowed(tie, b, rowA))
    return fits ? [rowOf.map((row, label) => (label === a ? rowB : label === b ? rowA : row))] : []
  })
  const free = tie.rows.filter((row) => !rowOf.includes(row))
  const moved = some.flatMap((a) =>
    free.filter((row) => allowed(tie, a, row)).map((row) => rowOf.map((each, label) => (label === a ? row : each))),
  )
  return [rowOf, ...swapped, ...moved].slice(0, swapLimit)
}

/** 組み方の点（印刷の順の手がかりを除く）。 */
export const pointsOfWay = (puzzle: RowPuzzle, rowOf: RowOf): number =>
  rowOf.reduce<number>((sum, row, label) => sum + (row === null ? 0 : (puzzle.points[label]?.[row] ?? 0)), 0)

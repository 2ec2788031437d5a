import type { GradeCount } from '#domain/plan/draft.ts'
import { percentRounded } from '#domain/quantity/decimal.ts'

/** 区分ごとの数。null は空欄で、ゼロではない。 */
export type Counts = Readonly<Record<string, number | null>>

/** 区分の符号を数える。一つもない区分は 0。`gradeCounts(['A', 'B', 'A'], ['A', 'B', 'C'])` → A 2・B 1・C 0 */
export const gradeCounts = (found: readonly string[], codes: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(codes.map((code) => [code, found.filter((each) => each === code).length]))

/** 表にある区分の符号を、出てきた順に。 */
const codesIn = (rows: readonly { readonly counts: Counts }[]): readonly string[] => [
  ...new Set(rows.flatMap(({ counts }) => Object.keys(counts))),
]

const sumOf = (values: readonly (number | null | undefined)[]): number | null => {
  const known = values.filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** 行を足した合計。空欄は足さず、すべて空欄の区分は空欄のまま。 */
export const sumOfCounts = (rows: readonly { readonly counts: Counts }[]): Counts =>
  Object.fromEntries(codesIn(rows).map((code) => [code, sumOf(rows.map(({ counts }) => counts[code]))]))

/** 一行の合計。すべて空欄なら null。 */
export const totalOf = (counts: Counts): number | null => sumOf(Object.values(counts))

/** 構成比（％）。合計がないか 0 なら、どの区分も null。`sharesOf({ A: 2, B: 1 }).A` → '66.7' */
export const sharesOf = (counts: Counts, places: 0 | 1 | 2 = 1): Readonly<Record<string, string | null>> => {
  const total = totalOf(counts)
  const share = (count: number | null) =>
    total === null || total === 0 || count === null
      ? null
      : percentRounded(String(count), String(total), { mode: 'half-up', places })
  return Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, share(count)]))
}

/** 合計の合わない区分。`stated` は印刷された合計、`summed` は行を足した合計。 */
type CountDifference = { readonly code: string; readonly stated: number | null; readonly summed: number | null }

/** クロス表の、種別（数値目標・KPI）ごとの行・印刷された合計・計算した合計・合わない区分。 */
export type CrossTable = {
  readonly class: string
  readonly rows: readonly GradeCount[]
  readonly stated: GradeCount | undefined
  readonly summed: Counts
  readonly differences: readonly CountDifference[]
}

/** 大仙市の表のように、種別ごとに行を足し、印刷された合計と比べる。空欄と 0 は同じ数とみる。 */
export const crossTables = (rows: readonly GradeCount[]): readonly CrossTable[] =>
  [...Map.groupBy(rows, (row) => row.class)].map(([kind, own]) => {
    const parts = own.filter(({ total }) => !total)
    const stated = own.find(({ total }) => total)
    const summed = sumOfCounts(parts)
    return { class: kind, rows: parts, stated, summed, differences: stated ? differing(stated.counts, summed) : [] }
  })

const differing = (stated: Counts, summed: Counts): readonly CountDifference[] =>
  codesIn([{ counts: stated }, { counts: summed }])
    .map((code) => ({ code, stated: stated[code] ?? null, summed: summed[code] ?? null }))
    .filter((each) => (each.stated ?? 0) !== (each.summed ?? 0))

/** 頁に分けた並びの一頁。`goals` はその頁に入る基本目標の並び。 */
export type Page<T, G> = { readonly items: readonly T[]; readonly goals: readonly G[] }

/**
 * 並びを、多くても `limit` 行の頁に分ける。切れ目は、できるだけ基本目標の境、入りきらない目標は中の節（`cutAt`）の境、
 * それも入りきらなければ行数で切る。順は変えず、どの行もちょうど一度載る。
 */
export const pagesOf = <T, G>(
  items: readonly T[],
  goalOf: (item: T) => G,
  cutAt: (item: T) => unknown,
  limit: number,
): readonly Page<T, G>[] => {
  const pieces = runsOf(items, goalOf).flatMap((run) =>
    run.length <= limit ? [run] : packed(runsOf(run, cutAt).flatMap(slicedBy(limit)), limit),
  )
  return packed(pieces, limit).map((page) => ({ items: page, goals: [...new Set(page.map(goalOf))] }))
}

/** 同じ鍵の続くところごとに。 */
const runsOf = <T>(items: readonly T[], keyOf: (item: T) => unknown): readonly (readonly T[])[] => {
  const runs: T[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before !== undefined && keyOf(before) === keyOf(item)) last.push(item)
    else runs.push([item])
  }
  return runs
}

const slicedBy =
  (limit: number) =>
  <T>(run: readonly T[]): readonly (readonly T[])[] =>
    Array.from({ length: Math.ceil(run.length / limit) }, (_, index) => run.slice(index * limit, (index + 1) * limit))

/** 順のまま、一頁に入るだけ詰める。 */
const packed = <T>(pieces: readonly (readonly T[])[], limit: number): readonly (readonly T[])[] => {
  const pages: T[][] = []
  for (const piece of pieces) {
    const last = pages.at(-1)
    if (last && last.length + piece.length <= limit) last.push(...piece)
    else pages.push([...piece])
  }
  return pages
}

/** 番地の頁番号。読めないもの、ない頁は、いちばん近い頁とする。 */
export const pageNumber = (asked: number | undefined, pages: number): number =>
  Math.min(Math.max(asked ?? 1, 1), Math.max(pages, 1))

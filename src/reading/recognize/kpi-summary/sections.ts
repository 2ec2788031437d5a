/** 施策の見出し。`depth` 2 は「(1)」、3 は「①」。`page` は印刷の頁。 */
export type Heading = {
  readonly key: string
  readonly depth: 2 | 3
  readonly order: number
  readonly page: number
}

/** 印刷の順に並べた見出し。親の番号順、親の中の番号順。 */
export type Outline = readonly { readonly parent: Heading | null; readonly leaf: Heading }[]

/** 印刷の順に並べた行と、見出しとの近さ。 */
export type Rows = {
  readonly pages: readonly number[]
  /** 行 `row` が見出し `key` の下にある手がかりの点。 */
  readonly points: (row: number, key: string) => number
  /** 行 `row` の前で見出しが変わることの点（流れの中で離れていれば正、同じ事業の途中なら負）。 */
  readonly cut: (row: number) => number
  /** 親と子の見出しが同じことばを使う点。 */
  readonly family: (parent: string, leaf: string) => number
}

export type Placement = {
  readonly score: number
  /** 行ごとの、いちばん下の見出しの番号（outline の添字）。見出しの前の行は -1。 */
  readonly leafOf: readonly number[]
}

/** 一つの基本目標の見出しの数の限り。超えれば木に組まず、どの見出しも要確認とする。 */
const headingLimit = 150

/** 見出しの木の数の限り。親が多いほど少なく（一つの基本目標の「(n)」はふつう五つまで）。 */
const arrangementLimit = (parents: number): number => Math.max(4, Math.floor(4000 / parents))

/**
 * 順の乱れた見出しから、ありうる木をすべて作る。「①②③」が二組あるとき、どの「①」がどの「(n)」のものかは
 * 番号だけでは決まらない。番号が続くこと、頁が後戻りしないことだけを守る。
 *
 * @example outlines([(1), (2), ①甲, ①乙]) // → 甲が(1)・乙が(2) と、その逆
 */
export const outlines = (headings: readonly Heading[]): readonly Outline[] => {
  if (headings.length > headingLimit) return [[]]
  const parents = headings.filter(({ depth }) => depth === 2).toSorted((a, b) => a.order - b.order)
  const children = headings.filter(({ depth }) => depth === 3)
  if (parents.length === 0)
    return [children.toSorted((a, b) => a.page - b.page || a.order - b.order).map((leaf) => ({ parent: null, leaf }))]
  const levels = [...Map.groupBy(children, ({ order }) => order)]
    .toSorted(([a], [b]) => a - b)
    .map(([, level]) => level)
  const limit = arrangementLimit(parents.length)
  let chains: readonly (readonly (readonly Heading[])[])[] = [parents.map(() => [])]
  for (const level of levels) {
    const budget = { steps: limit * 4 }
    const grown = chains.flatMap((chain) => extend(parents, chain, level, budget))
    // 番号が飛んでいて置き場のない見出しは、置けるところまでで止める（残りは orphans になる）。
    if (grown.length > 0) chains = grown.slice(0, limit)
  }
  return chains.map((chain) =>
    parents.flatMap((parent, at): Outline => {
      const leaves = chain[at] ?? []
      return leaves.length === 0 ? [{ parent: null, leaf: parent }] : leaves.map((leaf) => ({ parent, leaf }))
    }),
  )
}

type Budget = { steps: number }

/** 同じ番号の見出しを、親に一つずつ配る。配り方が多すぎるときは、初めの方だけを見る。 */
const extend = (
  parents: readonly Heading[],
  chain: readonly (readonly Heading[])[],
  level: readonly Heading[],
  budget: Budget,
): readonly (readonly (readonly Heading[])[])[] => {
  const [leaf, ...rest] = level
  if (!leaf) return [chain]
  if (level.length > parents.length || budget.steps-- <= 0) return []
  return parents.flatMap((parent, at) => {
    const own = chain[at] ?? []
    if (!follows(parent, parents[at + 1], own.at(-1), leaf)) return []
    return extend(
      parents,
      chain.map((leaves, index) => (index === at ? [...leaves, leaf] : leaves)),
      rest,
      budget,
    )
  })
}

const follows = (parent: Heading, next: Heading | undefined, before: Heading | undefined, leaf: Heading): boolean =>
  leaf.page >= (before ?? parent).page &&
  (!next || leaf.page <= next.page) &&
  (before ? leaf.order === before.order + 1 : leaf.order === 1)

const parentWeight = 0.7
const emptyPenalty = 4
const beforePenalty = 4
const latePenalty = 3

/** 行を順に見出しの下へ区切る。点の和が最大の区切り方（動的計画法）。 */
export const placeRows = (outline: Outline, rows: Rows): Placement => {
  const n = rows.pages.length
  let scores = Array.from({ length: n + 1 }, (_, taken) => -beforePenalty * taken)
  const cuts: number[][] = []
  for (const { parent, leaf } of outline) {
    const sums = prefixSums(n, (row) =>
      (rows.pages[row] ?? 0) < leaf.page
        ? Number.NEGATIVE_INFINITY
        : rows.points(row, leaf.key) + (parent ? rows.points(row, parent.key) * parentWeight : 0),
    )
    const cut: number[] = []
    scores = scores.map((score, end) => {
      let best = score - emptyPenalty
      let from = end
      for (let start = end - 1; start >= 0; start--) {
        const sum = sums(start, end)
        if (sum === Number.NEGATIVE_INFINITY) break
        const late = (rows.pages[start] ?? 0) > leaf.page ? latePenalty : 0
        const value = (scores[start] ?? 0) + sum - late + (start > 0 ? rows.cut(start) : 0)
        if (value > best) {
          best = value
          from = start
        }
      }
      cut[end] = from
      return best
    })
    cuts.push(cut)
  }
  const family = outline.reduce((sum, { parent, leaf }) => sum + (parent ? rows.family(parent.key, leaf.key) : 0), 0)
  return { score: (scores[n] ?? 0) + family, leafOf: traceBack(cuts, n) }
}

/** 行 `start` から `end` の前までの点の和。置けない行を含めば負の無限大。 */
const prefixSums = (n: number, points: (row: number) => number) => {
  const sums = [0]
  const barred = [0]
  for (let row = 0; row < n; row++) {
    const value = points(row)
    const out = value === Number.NEGATIVE_INFINITY
    sums.push((sums[row] ?? 0) + (out ? 0 : value))
    barred.push((barred[row] ?? 0) + (out ? 1 : 0))
  }
  return (start: number, end: number): number =>
    barred[start] === barred[end] ? (sums[end] ?? 0) - (sums[start] ?? 0) : Number.NEGATIVE_INFINITY
}

const traceBack = (cuts: readonly (readonly number[])[], n: number): readonly number[] => {
  const leafOf = new Array<number>(n).fill(-1)
  let end = n
  for (let leaf = cuts.length - 1; leaf >= 0; leaf--) {
    const start = cuts[leaf]?.[end] ?? end
    leafOf.fill(leaf, start, end)
    end = start
  }
  return leafOf
}

/** 計測の値のまとめかた。揺れる機械で比べるので、真ん中の値と、交互に測った比の真ん中を見る。 */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** 並べて `share`（0〜1）の所にある値。なければ NaN（表では「―」）。 */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** 二つを交互に（A B A B …）測った組。 */
export type Pairs = { readonly a: readonly number[]; readonly b: readonly number[] }

/** 二つを交互に測る。機械が途中で忙しくなっても、両方が同じだけ遅くなる。 */
export const alternate = async (rounds: number, a: () => Promise<number>, b: () => Promise<number>): Promise<Pairs> => {
  const pairs = { a: [] as number[], b: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    pairs.a.push(await a())
    pairs.b.push(await b())
  }
  return pairs
}

/** 組ごとの比 A÷B の真ん中。 */
export const ratioOf = ({ a, b }: Pairs): number => median(a.map((value, index) => value / (b[index] ?? Number.NaN)))

import { likeness, shapeOf } from '../language/likeness.ts'
import { plainText } from '../language/plain-text.ts'

/**
 * 突き合わせの一段。同じ鍵のものを対にする。鍵が undefined のものは、この段では対にしない。
 * `only-one` は、その鍵が前と後に一つずつのときだけ。`in-order` は出てきた順に対にする。
 */
export type Pass<T> = {
  readonly when: 'only-one' | 'in-order'
  readonly key: (entry: T, side: Side) => string | undefined
}
type Side = 'before' | 'after'

/** 残ったものの似かた（0～）。`adjacent` は、直前の行どうしが対になっていること。undefined は対にしない。 */
export type Likeness<T> = (before: T, after: T, adjacent: boolean) => number | undefined

/** 後の何番目が、前の何番目か（なければ undefined）。 */
export type Pairing = readonly (number | undefined)[]

/** 前と後の行を、確かな段から順に対にし、残りは似ているものから対にする。どちらの行も一度しか使わない。 */
export const pairUp = <T>(
  before: readonly T[],
  after: readonly T[],
  passes: readonly Pass<T>[],
  likeness: Likeness<T> = () => undefined,
): Pairing => {
  const pairing: (number | undefined)[] = after.map(() => undefined)
  const used = new Set<number>()
  const pair = (from: number, to: number) => {
    pairing[to] = from
    used.add(from)
  }
  for (const pass of passes) pairByKey(before, after, pass, pairing, used, pair)
  for (const { from, to } of byLikeness(before, after, likeness, pairing, used)) {
    if (!used.has(from) && pairing[to] === undefined) pair(from, to)
  }
  return pairing
}

const pairByKey = <T>(
  before: readonly T[],
  after: readonly T[],
  { when, key }: Pass<T>,
  pairing: Pairing,
  used: ReadonlySet<number>,
  pair: (from: number, to: number) => void,
): void => {
  const left = positions(before, (entry, index) => (used.has(index) ? undefined : key(entry, 'before')))
  const right = positions(after, (entry, index) => (pairing[index] === undefined ? key(entry, 'after') : undefined))
  for (const [shared, tos] of right) {
    const froms = left.get(shared) ?? []
    if (when === 'only-one' && (froms.length > 1 || tos.length > 1)) continue
    for (const [index, from] of froms.entries()) {
      const to = tos[index]
      if (to !== undefined) pair(from, to)
    }
  }
}

const positions = <T>(entries: readonly T[], keyOf: (entry: T, index: number) => string | undefined) => {
  const found = new Map<string, number[]>()
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry, index)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), index])
  }
  return found
}

const byLikeness = <T>(
  before: readonly T[],
  after: readonly T[],
  likeness: Likeness<T>,
  pairing: Pairing,
  used: ReadonlySet<number>,
): { from: number; to: number; score: number }[] => {
  const left = [...before.keys()].filter((from) => !used.has(from))
  const right = [...after.keys()].filter((to) => pairing[to] === undefined)
  return right
    .flatMap((to) =>
      left.flatMap((from) => {
        const score = likeness(before[from] as T, after[to] as T, isAdjacent(pairing, from, to))
        return score === undefined ? [] : [{ from, to, score }]
      }),
    )
    .sort((a, b) => b.score - a.score)
}

/** すぐ前、またはすぐ後の行どうしが対になっている（間に挟まれた行）。 */
const isAdjacent = (pairing: Pairing, from: number, to: number): boolean =>
  (to === 0 ? from === 0 : pairing[to - 1] === from - 1) || (pairing[to + 1] ?? -1) === from + 1

/** 二つのことばの似かた（0～1）。二文字ずつの重なり（Dice）。`similarity('新規就農者数', '新規就農者の数')` は 0.73 ほど。 */
export const similarity = (a: string, b: string): number => likeness(shapeOf(plainText(a)), shapeOf(plainText(b)))

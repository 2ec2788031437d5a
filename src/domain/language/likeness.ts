/** 二文字ずつの重なりを数えるための、ことばの姿。 */
export type Shape = { readonly pairs: ReadonlyMap<string, number>; readonly size: number }

/** 字を二文字ずつに分けて数える。頭と尻にも印を置くので、一字でも姿がある。 */
export const shapeOf = (text: string): Shape => {
  const letters = [...`^${text}$`]
  const pairs = new Map<string, number>()
  for (let at = 1; at < letters.length; at++) {
    const pair = `${letters[at - 1]}${letters[at]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { pairs, size: letters.length - 1 }
}

/** 大きさだけから言える、似かたの上の限り。これで足りなければ、数えるまでもない。 */
export const likenessAtMost = (a: Shape, b: Shape): number => (2 * Math.min(a.size, b.size)) / (a.size + b.size)

/** 二つの姿の似かた（0～1）。重なりの二倍を、合わせた数で割る（Dice）。 */
export const likeness = (a: Shape, b: Shape): number => {
  const [few, many] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a]
  let shared = 0
  for (const [pair, count] of few.pairs) shared += Math.min(count, many.pairs.get(pair) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

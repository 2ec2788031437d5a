import { plainText } from '#domain/language/plain-text.ts'

/**
 * 二つの名の似かた（0～1）。二字の並びがどれだけ共通か（Dice 係数）。空白・全半角・かぎかっこの違いは見ない。
 * 同じ事業の名は、図書の中でも少しずつ違う（「…開催支援事業」「…開催事業」）。
 *
 * @example likeness('市内周遊観光券発行支援事業', '市内周遊観光券発行事業') // → 0.86…
 */
export const likeness = (a: string, b: string): number => {
  const [one, other] = [bare(a.slice(0, longest)), bare(b.slice(0, longest))]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const [left, right] = [pairsOf(one), pairsOf(other)]
  const shared = left.filter((pair) => {
    const at = right.indexOf(pair)
    if (at >= 0) right.splice(at, 1)
    return at >= 0
  }).length
  return (2 * shared) / (one.length + other.length - 2 || 1)
}

/** 名の字だけ（かぎかっこ・空白・つなぎの記号を除く）。 */
export const bare = (name: string): string => plainText(name).replace(/[「」『』〈〉"'“”・、,.．]/gu, '')

/** 名はこれより長くない。長い字面（升目の取り違え）を比べるのに時間をかけない。 */
const longest = 120

const pairsOf = (text: string): string[] => {
  const chars = [...text]
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`)
}

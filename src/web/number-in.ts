/**
 * 番地や欄に書かれた、負でない整数を読む。桁が `digits` を超えるものも、数でないものも、ないものとする。
 * `numberIn('2023', 4)` → 2023、`numberIn('12x', 4)` → undefined
 */
export const numberIn = (text: string | undefined, digits: number): number | undefined =>
  text !== undefined && text.length <= digits && /^\d+$/.test(text) ? Number(text) : undefined

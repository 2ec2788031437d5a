import { escapeHtml as esc } from './escape.ts'

const height = 18
const width = 200

/** 評価の割合の帯。区切りの中に符号を書くので、色がなくても分かる。数は隣の欄にあるので読み上げない。 */
export const gradeBar = (counts: Readonly<Record<string, number | null>>, letters: readonly string[]): string => {
  const total = letters.reduce((sum, letter) => sum + (counts[letter] ?? 0), 0)
  if (total === 0) return ''
  let x = 0
  const parts = letters.map((letter, index) => {
    const wide = (width * (counts[letter] ?? 0)) / total
    const part = wide === 0 ? '' : segment(letter, index, x, wide)
    x += wide
    return part
  })
  return `<svg class="grade-bar" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${parts.join('')}</svg>`
}

const segment = (letter: string, index: number, x: number, wide: number): string =>
  `<rect class="g${index % 4}" x="${round(x)}" width="${round(Math.max(wide - 1, 1))}" height="${height}"/>` +
  (wide < 10 ? '' : `<text class="g${index % 4}" x="${round(x + wide / 2)}" y="13">${esc(letter)}</text>`)

const round = (x: number): string => x.toFixed(1)

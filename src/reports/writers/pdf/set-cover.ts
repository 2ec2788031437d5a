import { type Composing, setText } from './pieces.ts'
import type { CoverSize, TypstBlock } from './typst-data.ts'

/** 字の大きさ（ポイント）。長い題は、一行に入るまで小さくする。 */
const sizes = {
  large: { most: 24, least: 16 },
  middle: { most: 15, least: 12 },
  small: { most: 12, least: 10 },
} as const

type CoverLine = { readonly text: string; readonly size: CoverSize }

/** 表紙。`width` は本文の幅（ポイント）。 */
export const setCover = (lines: readonly CoverLine[], width: number, composing: Composing): TypstBlock => ({
  kind: 'cover',
  lines: lines.map(({ text, size }) => {
    const { most, least } = sizes[size]
    const broken = fits(text, width / most, composing) ? text : text.replace(/[ \u3000]+/g, '\n')
    const points = Math.max(least, Math.min(most, width / (longest(broken, composing) + 0.1)))
    return { text: setText(broken, composing, width / points), points, size }
  }),
})

const fits = (text: string, width: number, composing: Composing): boolean => longest(text, composing) <= width

const longest = (text: string, { letters }: Composing): number =>
  Math.max(...text.split('\n').map((line) => letters.width(line, 'bold')))

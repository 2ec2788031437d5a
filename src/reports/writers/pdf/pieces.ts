import type { Cell } from '../../report.ts'
import { borrowedSymbols, type Lettering, type Weight } from './lettering.ts'
import { printable, type Unprintable } from './printable.ts'
import type { PieceLook, TypstPiece, TypstText } from './typst-data.ts'
import { withBreaks } from './words.ts'

/** 字を組む道具。書体と、紙に出せない字を言う先。 */
export type Composing = { readonly letters: Lettering; readonly tell: (found: Unprintable) => void }

/** 一行の文を、幅（全角で数える）に入る字にする。`setText('見出し', composing)` */
export const setText = (text: string, composing: Composing, width = Number.POSITIVE_INFINITY): TypstText =>
  joined(pieces(text, undefined, composing, width, 'regular'))

/** 升目の字。下線のところ、注の印を分けて組む。 */
export const setCellText = (cell: Cell, composing: Composing, width: number, weight: Weight): TypstText => {
  const { text, underlined = [], marks = [] } = cell
  if (underlined.length === 0 && marks.length === 0) return joined(pieces(text, undefined, composing, width, weight))
  return [
    ...stretches(text, underlined).flatMap(({ part, isUnderlined }) =>
      pieces(part, isUnderlined ? 'underlined' : undefined, composing, width, weight),
    ),
    ...marks.map((mark) => [printable(mark, composing.letters, composing.tell), 'superscript'] as const),
  ]
}

const joined = (pieces: readonly TypstPiece[]): TypstText => {
  const [only = '', ...rest] = pieces
  return rest.length === 0 && typeof only === 'string' && only !== '\n' ? only : pieces
}

type Stretch = { readonly part: string; readonly isUnderlined: boolean }

/** 下線のところと、そうでないところに分ける。 */
const stretches = (
  text: string,
  underlined: readonly { readonly from: number; readonly to: number }[],
): readonly Stretch[] => {
  const edges = [0, text.length, ...underlined.flatMap(({ from, to }) => [from, to])]
    .filter((at) => at >= 0 && at <= text.length)
    .toSorted((a, b) => a - b)
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? 0
    if (from === to) return []
    return { part: text.slice(from, to), isUnderlined: underlined.some((one) => one.from <= from && to <= one.to) }
  })
}

const special = new RegExp(`(\n|[${[...borrowedSymbols].join('')}]+)`)

/** 改行と、借りた書体で組む記号を分ける。 */
const pieces = (
  text: string,
  look: PieceLook | undefined,
  { letters, tell }: Composing,
  width: number,
  weight: Weight,
): readonly TypstPiece[] => {
  const set = withBreaks(printable(text, letters, tell), width, letters, weight)
  if (!special.test(set)) return [look ? [set, look] : set]
  return set
    .split(special)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return part
      if (borrowedSymbols.has(part.charAt(0))) return [part, 'symbol']
      return look ? [part, look] : part
    })
}

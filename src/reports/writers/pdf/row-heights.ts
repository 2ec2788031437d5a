import type { Cell } from '../../report.ts'
import { insets } from './fit.ts'
import { type Lettering, type Weight, weightOfCell } from './lettering.ts'
import type { SlicedCell, SlicedRow } from './sliced-rows.ts'
import { linesOf } from './words.ts'

// 高さは、字の大きさに対して数える。

/** 行と行の間（template の par.leading と同じ）。 */
export const leading = 0.26

/** 一行の字が入る升目の高さ。 */
export const oneLine = 1 + 2 * insets.down

/** 行の並びの高さの、多めの見積もり。紙より高いかを見る。 */
export const heightOf = (rows: readonly SlicedRow[], letters: Lettering, weight: Weight): number => {
  const heights = rows.map((row) =>
    Math.max(oneLine, ...row.filter((cell) => cell.rows === 1).map((cell) => cellHeight(cell, letters, weight))),
  )
  const total = (from: number, count: number) =>
    heights.slice(from, from + count).reduce((sum, height) => sum + height, 0)
  const more = rows.flatMap((row) =>
    row
      .filter((cell) => cell.rows > 1)
      .map((cell) => Math.max(0, cellHeight(cell, letters, weight) - total(cell.row, cell.rows))),
  )
  return total(0, rows.length) + Math.max(0, ...more)
}

/**
 * どの行も一行の高さに収まると言いきれるか。言いきれれば高さを先に決められ、
 * 組版が升目を二度組まずに済む（一覧表の時間が半分になる）。
 */
export const fitsOneLine = (rows: readonly SlicedRow[], letters: Lettering, weight: Weight): boolean =>
  rows.every((row) =>
    row.every((cell) => !cell.cell.vertical && cellHeight(cell, letters, weight) <= cell.rows * oneLine + 1e-6),
  )

/**
 * 二行以上の一件で、行を同じ高さにするための行ごとの高さ。要らない行は 0。
 * Typst は、長い備考で足りない高さを終わりの行だけに足す。少なめに見積もるので、無駄に高くはならない。
 */
export const evenHeights = (rows: readonly SlicedRow[], letters: Lettering, weight: Weight): readonly number[] => {
  const shares = rows.flatMap((row) =>
    row
      .filter(({ cell, rows: spanned }) => spanned > 1 && !cell.vertical)
      .map(({ cell, row: from, rows: spanned, width }) => ({
        from,
        until: from + spanned,
        share: heightOfLines(fewestLines(cell.text, width, letters, weight)) / spanned,
      })),
  )
  return rows.map((_, row) => {
    const share = Math.max(0, ...shares.filter(({ from, until }) => from <= row && row < until).map((one) => one.share))
    return share > oneLine ? share : 0
  })
}

/** これより少ない行では入らない。行の終わりの約物は、半字分まで詰まる。 */
const fewestLines = (text: string, width: number, letters: Lettering, weight: Weight): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(letters.width(line, weight) / (width + 1))), 0)

const heightOfLines = (lines: number): number => lines + (lines - 1) * leading + 2 * insets.down

const cellHeight = ({ cell, width }: SlicedCell, letters: Lettering, weight: Weight): number => {
  const lines = cell.vertical ? Array.from(cell.text).length : linesIn(cell, width, letters, weight)
  return heightOfLines(lines)
}

const linesIn = (cell: Cell, width: number, letters: Lettering, weight: Weight): number => {
  const { text, marks = [] } = cell
  // 明らかに一行で入る字は、幅を量らない。
  if (marks.length === 0 && text.length <= width * 0.98 && !text.includes('\n')) return 1
  return linesOf(`${text}${marks.join('')}`, width, letters, weightOfCell(cell, weight))
}

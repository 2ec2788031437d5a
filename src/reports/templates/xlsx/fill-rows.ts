import type { Problem } from '#domain/problem.ts'
import { wrappedHeight } from '../../writers/xlsx/measure.ts'
import type { Evaluator } from '../meaning/evaluate.ts'
import { attributeOf, childOf, element, withAttributes, type XmlElement } from '../package/xml.ts'
import { columnName, lastSheetRow } from './address.ts'
import { followedCell, mastersOf } from './cell-formulas.ts'
import { filledCell, tooLong } from './fill-cell.ts'
import type { RowMaps } from './follow.ts'
import type { OutputRow, RowMap } from './row-map.ts'
import type { GridCell, GridRow, SheetGrid } from './sheet-grid.ts'
import type { StyleBook } from './styles.ts'
import type { SheetMeasure } from './widths.ts'

/** 差し込んだ行。`heights` は高さの分かる行（番号 → pt）、`breaks` はその後で頁を改める行。 */
export type FilledRows = {
  readonly rows: readonly XmlElement[]
  readonly breaks: readonly number[]
  readonly problems: readonly Problem[]
}

export type RowFilling = {
  readonly grid: SheetGrid
  readonly map: RowMap
  readonly maps: RowMaps
  readonly evaluator: Evaluator
  readonly styles: StyleBook
  readonly measure: SheetMeasure
  /** その升目を左上として結合された大きさ（ひな形の番地で）。 */
  readonly mergedSize: (row: number, column: number) => MergedSize
}

export type MergedSize = { readonly columns: number; readonly rows: number }

export const filledRows = (filling: RowFilling): FilledRows => {
  const { grid, map } = filling
  const writer = rowWriter(filling)
  const outputs: readonly (OutputRow | null)[] = map.outputs
  outputs.forEach((output, index) => {
    const row = output && grid.rows.get(output.template)
    if (output && row) writer.write(row, index + 1, output)
  })
  const delta = map.outputs.length - map.height
  for (const row of grid.rows.values())
    if (row.number > map.height && row.number + delta <= lastSheetRow) writer.write(row, row.number + delta, null)
  return writer.done()
}

const rowWriter = (filling: RowFilling) => {
  const { grid, maps, evaluator, styles } = filling
  const masters = mastersOf(grid)
  const rows: XmlElement[] = []
  const breaks: number[] = []
  const problems: Problem[] = []

  const cellOf = (cell: GridCell, from: number, to: number, output: OutputRow | null): WrittenCell => {
    const r = `${columnName(cell.column)}${to}`
    if (output?.blank) return blankCell(cell, r)
    if (cell.leaf && output) {
      const leaf = evaluator.leaf(cell.leaf.parts, output.frames)
      if (leaf.pageBreak) breaks.push(to)
      const long = tooLong(cell, leaf.text)
      if (long) problems.push(long)
      const filled = filledCell(cell, to, leaf, styles)
      return { ...filled, column: cell.column }
    }
    const style = attributeOf(cell.element, 's') ?? '0'
    if (childOf(cell.element, 'f')) {
      const followed = followedCell(cell, from, to, output, grid.name, maps, masters)
      if ('problem' in followed) problems.push(followed.problem)
      return { element: 'problem' in followed ? cell.element : followed.element, text: '', style, column: cell.column }
    }
    return { element: withAttributes(cell.element, { r }), text: '', style, column: cell.column }
  }

  return {
    write: (row: GridRow, to: number, output: OutputRow | null): void => {
      const cells = row.cells.map((cell) => cellOf(cell, row.number, to, output))
      const height = neededHeight(row, cells, filling)
      const attributes = {
        r: String(to),
        spans: undefined,
        ...(height === null ? {} : { ht: String(height), customHeight: '1' }),
      }
      rows.push({ ...withAttributes(row.element, attributes), children: cells.map((cell) => cell.element) })
    },
    done: (): FilledRows => ({ rows, breaks: [...new Set(breaks)], problems }),
  }
}

type WrittenCell = {
  readonly element: XmlElement
  readonly text: string
  readonly style: string
  readonly column: number
}

/** 一件もない繰り返しに残す行。罫線と色だけを残す。 */
const blankCell = ({ element: { name, attributes }, column }: GridCell, r: string): WrittenCell => {
  const style = attributes.find(([each]) => each === 's')?.[1] ?? '0'
  return { element: element(name, { r, s: style }), text: '', style, column }
}

/** Excel の行の高さの限り（pt）。 */
const highest = 409

/**
 * 差し込んだ字が収まらないときの行の高さ。Excel は、高さを決めた行も結合した升目のある行も、自分では広げない。
 * いくつもの行を結合した升目では、下の行の高さを引いた分を、初めの行が受け持つ。様式の高さで足りれば null。
 */
const neededHeight = (row: GridRow, cells: readonly WrittenCell[], filling: RowFilling): number | null => {
  const { styles, measure, mergedSize, grid } = filling
  const rowHeight = (number: number) => ownHeight(grid.rows.get(number), filling)
  const needed = cells.map(({ text, style, column }) => {
    if (text === '') return 0
    const { wrap, size } = styles.styleOf(style)
    if (!wrap) return 0
    const merged = mergedSize(row.number, column)
    const below = sum(Array.from({ length: merged.rows - 1 }, (_, index) => rowHeight(row.number + index + 1)))
    const width = sum(Array.from({ length: merged.columns }, (_, index) => measure.columnWidth(column + index)))
    return wrappedHeight(text, width, size) - below
  })
  const most = Math.min(highest, Math.max(0, ...needed))
  return most > ownHeight(row, filling) ? most : null
}

const ownHeight = (row: GridRow | undefined, { measure }: RowFilling): number =>
  Number((row && attributeOf(row.element, 'ht')) ?? measure.defaultHeight)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

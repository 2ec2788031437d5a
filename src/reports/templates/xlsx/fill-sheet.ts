import type { Problem } from '#domain/problem.ts'
import { readLeaf } from '../language/leaf.ts'
import { hasTags } from '../language/tags.ts'
import type { Evaluator } from '../meaning/evaluate.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  localName,
  prefixOf,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'
import { areaOf } from './address.ts'
import { filledRows, type MergedSize } from './fill-rows.ts'
import type { RowMaps } from './follow.ts'
import { type RowHeights, rowHeights } from './row-heights.ts'
import type { RowMap } from './row-map.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { rowBreaks, type SheetParts, sheetPartAfter } from './sheet-parts.ts'
import type { StyleBook } from './styles.ts'
import { measureOf } from './widths.ts'
import type { TemplateSheet } from './workbook.ts'

/** 差し込んだシート。`before`・`after` は図を置くための行の高さ。 */
export type FilledSheet = { readonly root: XmlElement; readonly before: RowHeights; readonly after: RowHeights }

export type SheetFilling = {
  readonly sheet: TemplateSheet
  readonly grid: SheetGrid
  readonly map: RowMap
  readonly maps: RowMaps
  readonly evaluator: Evaluator
  readonly styles: StyleBook
  readonly problem: (problem: Problem) => void
}

export const filledSheet = (filling: SheetFilling): FilledSheet => {
  const { sheet, grid, map, maps, evaluator, styles, problem } = filling
  const root = sheet.document.root
  const measure = measureOf(root)
  const data = childOf(root, 'sheetData')
  const merged = mergedSizes(root)
  const filled = filledRows({ grid, map, maps, evaluator, styles, measure, mergedSize: merged })
  filled.problems.forEach(problem)
  const before = rowHeights(data ? childrenOf(data, 'row') : [], measure.defaultHeight)
  const after = rowHeights(filled.rows, measure.defaultHeight)
  const parts: SheetParts = {
    sheet: sheet.name,
    map,
    maps,
    breaks: filled.breaks,
    muchLonger: map.outputs.length > map.height && after.total > 2 * before.total,
    problem,
    fillText: (text) => (hasTags(text) ? headerText(text, evaluator) : text),
  }
  const children = root.children.flatMap((child): readonly XmlNode[] => {
    if (child === data) return [withChildren(data, filled.rows)]
    return child.kind === 'raw' ? [child] : sheetPartAfter(child, parts)
  })
  return { root: withChildren(root, withBreaks(children, prefixOf(root.name), root, filled.breaks)), before, after }
}

/** ヘッダー・フッターの字。`&` は書体などの記号なので、入れる字の中のものは重ねて逃がす（ECMA-376 18.3.1.46）。 */
const headerText = (text: string, evaluator: Evaluator): string =>
  evaluator
    .leaf(readLeaf(text).parts, {})
    .pieces.map((piece) => (piece.literal ? piece.text : piece.text.replaceAll('&', '&&').replaceAll('\n', ' ')))
    .join('')

/** 左上の升目から、結合した列と行の数。 */
const mergedSizes = (root: XmlElement) => {
  const merges = childOf(root, 'mergeCells')
  const sizes = new Map(
    (merges ? childrenOf(merges, 'mergeCell') : []).flatMap((merge): (readonly [string, MergedSize])[] => {
      const area = areaOf(attributeOf(merge, 'ref') ?? '')
      if (!area) return []
      const { first, last } = area
      return [
        [`${first.row}:${first.column}`, { columns: last.column - first.column + 1, rows: last.row - first.row + 1 }],
      ]
    }),
  )
  return (row: number, column: number): MergedSize => sizes.get(`${row}:${column}`) ?? { columns: 1, rows: 1 }
}

/** 元に改ページのないシートへ、差し込みで決まった改ページを加える。並びはヘッダー・フッターの後（ECMA-376 18.3.1.99）。 */
const withBreaks = (
  children: readonly XmlNode[],
  prefix: string,
  root: XmlElement,
  breaks: readonly number[],
): readonly XmlNode[] => {
  if (breaks.length === 0 || childOf(root, 'rowBreaks')) return children
  const later = children.findIndex((child) => child.kind === 'element' && afterBreaks.has(localName(child.name)))
  const at = later < 0 ? children.length : later
  return [...children.slice(0, at), ...rowBreaks(prefix, [], breaks), ...children.slice(at)]
}

const afterBreaks = new Set([
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
])

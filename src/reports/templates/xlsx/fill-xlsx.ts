import type { Problem } from '#domain/problem.ts'
import { filledDrawing } from '../drawing/drawing-text.ts'
import { guideSheet } from '../language/guide.ts'
import type { Evaluator } from '../meaning/evaluate.ts'
import type { FilledParts } from '../meaning/outcome.ts'
import { partPlace, problemAt } from '../meaning/place.ts'
import { type OfficePackage, templateLimits } from '../package/office-package.ts'
import { PartChanges } from '../package/part-changes.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  localName,
  mapElements,
  withAttributes,
  type XmlElement,
} from '../package/xml.ts'
import { wholeAfter } from './areas.ts'
import { cellValues } from './cell-values.ts'
import { type CellValue, chartAfter } from './charts.ts'
import { commentsAfter, vmlAfter } from './comments.ts'
import { drawingAfter } from './drawings.ts'
import { type FilledSheet, filledSheet } from './fill-sheet.ts'
import { mapFor, type RowMaps } from './follow.ts'
import { workbookAfter } from './names.ts'
import { layOut, type RowMap, rowMapOf, unchangedRows } from './row-map.ts'
import { gridOf, isMarkerRow, type SheetGrid } from './sheet-grid.ts'
import { styleBook } from './styles.ts'
import { readBook, type TemplateBook, type TemplateSheet } from './workbook.ts'

/** 表計算の様式に差し込む。印は確かめ終えていること。 */
export const filledXlsx = (from: OfficePackage, evaluator: Evaluator): FilledParts => {
  const book = readBook(from)
  if (!book) throw new Error('a checked workbook has no workbook part')
  const problems: Problem[] = []
  const notes: Problem[] = []
  const problem = (each: Problem) => void problems.push(each)
  const grids = book.sheets.map((sheet) => gridOf(sheet, book))
  const maps: RowMaps = new Map(grids.map((grid) => [grid.name.toLowerCase(), mapOf(grid, evaluator, problem)]))
  if (problems.length > 0) return { parts: from.parts, problems, notes }
  const styles = styleBook(book.stylesPart ? from.part(book.stylesPart) : null)
  const changes = new PartChanges(from)
  const filled = new Map<string, FilledSheet>()
  book.sheets.forEach((sheet, index) => {
    const grid = grids[index]
    const map = mapFor(maps, sheet.name)
    if (!grid || !map) return
    const done = filledSheet({ sheet, grid, map, maps, evaluator, styles, problem })
    filled.set(sheet.name.toLowerCase(), done)
    changes.put(sheet.part, { ...sheet.document, root: done.root })
  })
  const valueAt = valuesOf(filled, book)
  for (const sheet of book.sheets) {
    const done = filled.get(sheet.name.toLowerCase())
    const map = mapFor(maps, sheet.name)
    if (done && map) followRelated({ sheet, done, map, maps, book, evaluator, changes, valueAt, problem, notes })
  }
  changes.put(from.main, { ...book.workbook, root: workbookAfter(book.workbook.root, sheetNames(book), maps, problem) })
  if (book.stylesPart) changes.put(book.stylesPart, styles.document())
  changes.dropRelated(from.main, 'calcChain')
  const guide = guidePart(book)
  if (guide !== undefined) changes.dropRelated(from.main, 'worksheet', guide)
  changes.fillProperties(evaluator)
  return { parts: changes.done(), problems, notes }
}

const sheetNames = ({ workbook }: TemplateBook): readonly string[] => {
  const list = childOf(workbook.root, 'sheets')
  return (list ? childrenOf(list, 'sheet') : []).map((sheet) => attributeOf(sheet, 'name') ?? '')
}

/** 「書き方」のシートの部品。 */
const guidePart = ({ workbook, package: from }: TemplateBook): string | undefined => {
  const list = childOf(workbook.root, 'sheets')
  const sheet = list && childrenOf(list, 'sheet').find((each) => attributeOf(each, 'name') === guideSheet)
  const id = sheet?.attributes.find(([name]) => /^(?:\w+:)?id$/.test(name))?.[1]
  return from.relations(from.main).find((relation) => relation.id === id)?.target
}

const mapOf = (grid: SheetGrid, evaluator: Evaluator, problem: (problem: Problem) => void): RowMap => {
  if (grid.height === 0) return unchangedRows
  const laid = layOut(grid.pairing.steps, {
    isMarker: (row) => {
      const found = grid.rows.get(row)
      return found !== undefined && isMarkerRow(found)
    },
    frames: evaluator.frames,
    limit: templateLimits.rows,
  })
  if (laid.ok) return rowMapOf(grid.pairing.steps, grid.height, laid.rows)
  problem(
    problemAt(partPlace(grid.name), 'template-too-many-rows', {
      written: laid.open.written,
      limit: templateLimits.rows,
    }),
  )
  return unchangedRows
}

const valuesOf = (filled: ReadonlyMap<string, FilledSheet>, { strings }: TemplateBook) => {
  const read = new Map<string, (column: number, row: number) => CellValue>()
  return (sheet: string, column: number, row: number): CellValue => {
    const key = sheet.toLowerCase()
    const found = filled.get(key)
    if (!found) return null
    const known = read.get(key) ?? cellValues(found.root, strings)
    read.set(key, known)
    return known(column, row)
  }
}

type Related = {
  readonly sheet: TemplateSheet
  readonly done: FilledSheet
  readonly map: RowMap
  readonly maps: RowMaps
  readonly book: TemplateBook
  readonly evaluator: Evaluator
  readonly changes: PartChanges
  readonly valueAt: (sheet: string, column: number, row: number) => CellValue
  readonly problem: (problem: Problem) => void
  readonly notes: Problem[]
}

/** シートにつながる部品（図面とグラフ・コメント・テーブル）を行き先へ。 */
const followRelated = (related: Related): void => {
  const { sheet, map, book, changes } = related
  for (const { type, target } of book.package.relations(sheet.part)) {
    if (type === 'drawing') followDrawing(target, related)
    if (type === 'comments' || type === 'threadedComment') changes.change(target, (root) => commentsAfter(root, map))
    if (type === 'table') changes.change(target, (root) => tableAfter(root, map))
    if (type === 'vmlDrawing' && map.changed) changes.changeText(target, (vml) => vmlAfter(vml, map))
  }
}

const followDrawing = (part: string, related: Related): void => {
  const { sheet, done, map, maps, book, evaluator, changes, valueAt, problem, notes } = related
  changes.change(part, (root) =>
    drawingAfter(root, {
      map,
      before: done.before,
      after: done.after,
      fill: (anchor, frames) => filledDrawing(anchor, (leaf) => evaluator.leaf(leaf.parts, frames)),
      chartInLoop: () => void notes.push(problemAt(partPlace(sheet.name), 'template-note-chart-in-loop')),
    }),
  )
  for (const { type, target } of book.package.relations(part)) {
    if (type !== 'chart') continue
    changes.change(target, (root) => {
      const followed = chartAfter(root, { sheet: sheet.name, part: target, maps, valueAt, problem })
      return filledDrawing(followed, (leaf) => evaluator.leaf(leaf.parts, {}))
    })
  }
}

/** Excel のテーブル。範囲は間の行ごと広がる。 */
const tableAfter = (root: XmlElement, map: RowMap): XmlElement =>
  mapElements(root, (each) => {
    const ref = attributeOf(each, 'ref')
    if (ref === undefined || !['table', 'autoFilter', 'sortState', 'sortCondition'].includes(localName(each.name)))
      return each
    const after = wholeAfter(ref, map)
    return after === null ? undefined : withAttributes(each, { ref: after })
  }) ?? root

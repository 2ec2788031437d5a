import type { Problem } from '#domain/problem.ts'
import { problemAt } from '../meaning/place.ts'
import {
  attributeOf,
  childOf,
  element,
  prefixOf,
  textNode,
  textOf,
  withAttributes,
  type XmlElement,
} from '../package/xml.ts'
import { areaOf, columnName, writtenArea } from './address.ts'
import { followed, formulaProblem, mapFor, type RowMaps } from './follow.ts'
import { translated } from './references.ts'
import type { OutputRow } from './row-map.ts'
import { runsBetween } from './row-map.ts'
import type { GridCell, SheetGrid } from './sheet-grid.ts'

/** 数式の升目。`element` は行き先の数式、`problem` は行が増えたときに正しく直せないもの。 */
export type FollowedCell = { readonly element: XmlElement } | { readonly problem: Problem }

type Master = { readonly formula: string; readonly row: number; readonly column: number }

/** 共有された数式の親。 */
export const mastersOf = ({ rows }: SheetGrid): ReadonlyMap<string, Master> =>
  new Map(
    [...rows.values()].flatMap(({ number, cells }) =>
      cells.flatMap((cell): (readonly [string, Master])[] => {
        const formula = childOf(cell.element, 'f')
        const text = formula ? textOf(formula) : ''
        const shared = formula && attributeOf(formula, 'si')
        return shared && text !== '' ? [[shared, { formula: text, row: number, column: cell.column }]] : []
      }),
    ),
  )

/**
 * 数式の升目を、差し込んだ後の行へ。前に計算した答えは捨て、開いたときに計算し直させる
 * （様式を作った人の試しの数が、本物の数として残らないように）。
 */
export const followedCell = (
  cell: GridCell,
  from: number,
  to: number,
  output: OutputRow | null,
  sheet: string,
  maps: RowMaps,
  masters: ReadonlyMap<string, Master>,
): FollowedCell => {
  const formula = childOf(cell.element, 'f')
  if (!formula) return { element: cell.element }
  const type = attributeOf(formula, 't')
  if (type === 'dataTable')
    return { problem: problemAt(cell.place, 'template-formula-unsupported', { reference: 'TABLE()' }) }
  const own = ownFormula(cell, formula, from, masters)
  if (own === null) return { problem: problemAt(cell.place, 'template-formula-unsupported', { reference: 'f' }) }
  const standing = { sheet, ...(output ? { path: output.path } : {}) }
  const result = followed(own, standing, maps)
  if (!result.ok) return { problem: formulaProblem(result, cell.place) }
  const array = type === 'array' ? arrayAttributes(formula, sheet, maps, output) : {}
  const f = element(`${prefixOf(cell.element.name)}f`, array, [textNode(result.formula)])
  const r = `${columnName(cell.column)}${to}`
  return { element: { ...withAttributes(cell.element, { r, t: undefined }), children: [f] } }
}

/** その升目の数式。共有された数式の子なら、親からの動きを加えたもの。 */
const ownFormula = (
  cell: GridCell,
  formula: XmlElement,
  row: number,
  masters: ReadonlyMap<string, Master>,
): string | null => {
  const text = textOf(formula)
  if (text !== '') return text
  const master = masters.get(attributeOf(formula, 'si') ?? '')
  if (!master) return null
  const moved = translated(master.formula, row - master.row, cell.column - master.column)
  return moved.ok ? moved.formula : null
}

/** 配列数式の範囲。 */
const arrayAttributes = (formula: XmlElement, sheet: string, maps: RowMaps, output: OutputRow | null) => {
  const ref = attributeOf(formula, 'ref') ?? ''
  const area = areaOf(ref)
  const map = mapFor(maps, sheet)
  const run = area && map && runsBetween(map, area.first.row, area.last.row, output?.path)[0]
  const moved =
    area && run ? writtenArea({ first: { ...area.first, row: run.from }, last: { ...area.last, row: run.to } }) : ref
  return { t: 'array', ref: moved }
}

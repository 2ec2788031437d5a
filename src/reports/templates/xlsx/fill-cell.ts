import type { Problem } from '#domain/problem.ts'
import { longestCellText, storedText } from '../../writers/xlsx/stored-text.ts'
import type { FilledLeaf } from '../meaning/evaluate.ts'
import { problemAt } from '../meaning/place.ts'
import { runsOfPieces } from '../meaning/runs.ts'
import { attributeOf, element, prefixOf, textNode, type XmlElement } from '../package/xml.ts'
import { columnName } from './address.ts'
import type { GridCell } from './sheet-grid.ts'
import type { StyleBook } from './styles.ts'

/** 差し込んだ升目。 */
export type FilledCell = { readonly element: XmlElement; readonly text: string; readonly style: string }

/** 差し込みの入る升目。数一つなら数として、ほかは字として入れる（`=` で始まる字も式にはならない）。 */
export const filledCell = (cell: GridCell, row: number, filled: FilledLeaf, styles: StyleBook): FilledCell => {
  const own = attributeOf(cell.element, 's') ?? '0'
  const r = `${columnName(cell.column)}${row}`
  const name = cell.element.name
  const number = filled.number && styles.number(own, filled.text, filled.number)
  if (number) {
    const value = element(`${prefixOf(name)}v`, {}, [textNode(number.value)])
    return { element: element(name, { r, s: number.style }, [value]), text: filled.text, style: number.style }
  }
  const style = filled.text.includes('\n') && !styles.styleOf(own).wrap ? styles.wrapped(own) : own
  if (filled.text === '') return { element: element(name, { r, s: own }), text: '', style: own }
  const inline = element(`${prefixOf(name)}is`, {}, inlineRuns(cell, filled, prefixOf(name)))
  return { element: element(name, { r, s: style, t: 'inlineStr' }, [inline]), text: filled.text, style }
}

const inlineRuns = (cell: GridCell, filled: FilledLeaf, prefix: string): readonly XmlElement[] => {
  const runs = runsOfPieces(cell.runs, filled.pieces)
  if (runs.every(({ properties }) => properties === null)) return [textElement(prefix, filled.text)]
  return runs.map(({ text, properties }) =>
    element(`${prefix}r`, {}, [...(properties ? [properties] : []), textElement(prefix, text)]),
  )
}

const textElement = (prefix: string, text: string): XmlElement =>
  element(`${prefix}t`, { 'xml:space': 'preserve' }, [textNode(storedText(text))])

/** 升目に入らないほど長い文。 */
export const tooLong = ({ place, leaf }: GridCell, text: string): Problem | null => {
  if (storedText(text).length <= longestCellText) return null
  const written = leaf?.parts.find((part) => part.kind === 'field')
  return problemAt(place, 'template-text-too-long', {
    written: written?.kind === 'field' ? written.tag.written : '',
    limit: longestCellText,
  })
}

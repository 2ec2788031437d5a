import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../package/xml.ts'
import { addressOf } from './address.ts'
import type { CellValue } from './charts.ts'
import { stringRuns } from './workbook.ts'

/** 差し込んだシートの升目の値。グラフの覚えに使う。 */
export const cellValues = (root: XmlElement, strings: readonly XmlElement[]) => {
  const rows = childOf(root, 'sheetData')
  const values = new Map<string, CellValue>()
  for (const row of rows ? childrenOf(rows, 'row') : [])
    for (const cell of childrenOf(row, 'c')) {
      const at = addressOf(attributeOf(cell, 'r') ?? '')
      if (at) values.set(`${at.column}:${at.row}`, valueIn(cell, strings))
    }
  return (column: number, row: number): CellValue => values.get(`${column}:${row}`) ?? null
}

const valueIn = (cell: XmlElement, strings: readonly XmlElement[]): CellValue => {
  if (childOf(cell, 'f')) return null
  const type = attributeOf(cell, 't') ?? 'n'
  const inline = childOf(cell, 'is')
  const value = childOf(cell, 'v')
  if (type === 'inlineStr' && inline) return { text: joined(inline) }
  if (!value) return null
  const shared = type === 's' ? strings[Number(textOf(value))] : undefined
  if (shared) return { text: joined(shared) }
  return type === 'n' ? { number: textOf(value) } : { text: textOf(value) }
}

const joined = (holder: XmlElement): string =>
  stringRuns(holder)
    .map(({ text }) => text)
    .join('')

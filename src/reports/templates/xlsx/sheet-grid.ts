import type { Message } from '#domain/language/message.ts'
import { type Leaf, readLeaf } from '../language/leaf.ts'
import { type Pairing, pairUp } from '../language/pairing.ts'
import { hasTags } from '../language/tags.ts'
import { cellPlace } from '../meaning/place.ts'
import type { Run } from '../meaning/runs.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../package/xml.ts'
import { addressOf, written } from './address.ts'
import { stringRuns, type TemplateBook, type TemplateSheet } from './workbook.ts'

/** シートの行と升目。印のある升目だけが `leaf` を持つ。 */
export type SheetGrid = {
  readonly name: string
  readonly rows: ReadonlyMap<number, GridRow>
  /** 印のある終わりの行。ここまでの行が増え減りし、この下の行はそのままずれる。 */
  readonly height: number
  readonly pairing: Pairing
  readonly tags: number
}

export type GridRow = { readonly number: number; readonly element: XmlElement; readonly cells: readonly GridCell[] }

export type GridCell = {
  readonly column: number
  readonly element: XmlElement
  readonly leaf: Leaf | null
  readonly runs: readonly Run<XmlElement | null>[]
  readonly place: Message
}

/** シートを読む。番地を省いた行・升目は、前の次とみなす。 */
export const gridOf = (sheet: TemplateSheet, { strings }: TemplateBook): SheetGrid => {
  const data = childOf(sheet.document.root, 'sheetData')
  const rows = new Map<number, GridRow>()
  let number = 0
  for (const element of data ? childrenOf(data, 'row') : []) {
    number = Number(attributeOf(element, 'r') ?? number + 1)
    rows.set(number, { number, element, cells: cellsOf(element, number, sheet.name, strings) })
  }
  const tagged = [...rows.values()].filter(({ cells }) => cells.some(({ leaf }) => leaf))
  const height = Math.max(0, ...tagged.map((row) => row.number))
  const units = Array.from({ length: height }, (_, index) => edgesOf(rows.get(index + 1)))
  const tags = tagged.flatMap(({ cells }) => cells).reduce((sum, { leaf }) => sum + (leaf?.count ?? 0), 0)
  return { name: sheet.name, rows, height, pairing: pairUp(units), tags }
}

const cellsOf = (
  row: XmlElement,
  number: number,
  sheet: string,
  strings: readonly XmlElement[],
): readonly GridCell[] => {
  let column = 0
  return childrenOf(row, 'c').map((element) => {
    column = addressOf(attributeOf(element, 'r') ?? '')?.column ?? column + 1
    const runs = runsIn(element, strings)
    const text = runs.map((run) => run.text).join('')
    const leaf = hasTags(text) ? readLeaf(text) : null
    return { column, element, leaf, runs, place: cellPlace(sheet, written({ column, row: number })) }
  })
}

/** 升目の字。数式の答え・数・真偽は字ではない。 */
const runsIn = (cell: XmlElement, strings: readonly XmlElement[]): readonly Run<XmlElement | null>[] => {
  const type = attributeOf(cell, 't')
  if (childOf(cell, 'f')) return []
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'is')
    return inline ? stringRuns(inline) : []
  }
  if (type !== 's') return []
  const value = childOf(cell, 'v')
  const shared = value && strings[Number(textOf(value))]
  return shared ? stringRuns(shared) : []
}

const edgesOf = (row: GridRow | undefined) =>
  (row?.cells ?? []).flatMap(({ leaf, place }) => (leaf?.edges ?? []).map((tag) => ({ tag, place })))

/** 繰り返しの始まりと終わりだけの行。差し込んだ後に除く。 */
export const isMarkerRow = ({ cells }: GridRow): boolean => {
  const written = cells.filter(
    ({ leaf, element }) => leaf || childOf(element, 'v') || childOf(element, 'f') || childOf(element, 'is'),
  )
  return written.length > 0 && written.every(({ leaf }) => leaf?.onlyEdges === true)
}

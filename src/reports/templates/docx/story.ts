import type { Message } from '#domain/language/message.ts'
import type { Leaf } from '../language/leaf.ts'
import { type Pairing, type PlacedEdge, pairUp } from '../language/pairing.ts'
import {
  childOf,
  childrenOf,
  descendants,
  isElement,
  localName,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'
import { hasObjects, paragraphLeaf, paragraphText } from './paragraph.ts'

/**
 * 文書の段落と表の並び（本文・升目・テキストボックス・ヘッダー）。並びの中で開いて閉じる繰り返しは、その間の段落と
 * 表をまとめて繰り返す。表の升目で開き、ほかの升目で閉じる繰り返しは、表の行を繰り返す。
 */
export type Story = { readonly units: readonly Unit[]; readonly pairing: Pairing }

export type Unit =
  | {
      readonly kind: 'paragraph'
      readonly element: XmlElement
      readonly leaf: Leaf | null
      readonly place: Message
      /** 繰り返しの印だけの段落。差し込んだ後に除く。 */
      readonly marker: boolean
      readonly boxes: readonly TextBox[]
    }
  | {
      readonly kind: 'table'
      readonly element: XmlElement
      readonly rows: readonly TableRow[]
      readonly pairing: Pairing
    }
  /** コンテンツ コントロール（中に段落の並びを持つ）。 */
  | { readonly kind: 'control'; readonly element: XmlElement; readonly content: XmlElement; readonly story: Story }
  | { readonly kind: 'other'; readonly node: XmlNode }

export type TextBox = { readonly content: XmlElement; readonly story: Story }

export type TableRow = {
  readonly element: XmlElement
  readonly cells: readonly { readonly element: XmlElement; readonly story: Story }[]
  readonly marker: boolean
}

/** 段落・表の番号を数える。断りの文の所になる。 */
type Counter = { paragraphs: number; tables: number; readonly part: string | null }

/** 並びを読む。`part` は本文のほか（ヘッダーなど）の部品の名。 */
export const storyOf = (holder: XmlElement, part: string | null): Story =>
  storyIn(holder, { paragraphs: 0, tables: 0, part }, null)

const storyIn = (holder: XmlElement, counter: Counter, cell: Message | null): Story => {
  const units = holder.children.map((child) => unitOf(child, counter, cell))
  return { units, pairing: pairUp(units.map(edgesOf)) }
}

const unitOf = (node: XmlNode, counter: Counter, cell: Message | null): Unit => {
  if (node.kind === 'raw') return { kind: 'other', node }
  const name = localName(node.name)
  if (name === 'p') return paragraphUnit(node, counter, cell)
  if (name === 'tbl') return tableUnit(node, counter)
  const content = name === 'sdt' ? childOf(node, 'sdtContent') : undefined
  if (content) return { kind: 'control', element: node, content, story: storyIn(content, counter, cell) }
  return { kind: 'other', node }
}

const paragraphUnit = (element: XmlElement, counter: Counter, cell: Message | null): Unit => {
  counter.paragraphs += 1
  const leaf = paragraphLeaf(element)
  const place = cell ?? placeOf(element, counter)
  const boxes = descendants(element, 'txbxContent').map((content) => ({
    content,
    story: storyIn(content, counter, cell),
  }))
  return { kind: 'paragraph', element, leaf, place, marker: leaf?.onlyEdges === true && !hasObjects(element), boxes }
}

const placeOf = (paragraph: XmlElement, { paragraphs, part }: Counter): Message =>
  part === null
    ? { code: 'template-at-paragraph', params: { number: paragraphs, text: excerpt(paragraphText(paragraph)) } }
    : { code: 'template-at-part', params: { part } }

const excerpt = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return [...plain].length > 24 ? `${[...plain].slice(0, 24).join('')}…` : plain
}

const tableUnit = (element: XmlElement, counter: Counter): Unit => {
  counter.tables += 1
  const table = counter.tables
  const rows = childrenOf(element, 'tr').map((row, rowIndex): TableRow => {
    const cells = childrenOf(row, 'tc').map((cell, index) => {
      const place: Message = { code: 'template-at-table', params: { table, row: rowIndex + 1, column: index + 1 } }
      return { element: cell, story: storyIn(cell, counter, place) }
    })
    return { element: row, cells, marker: isMarkerRow(cells.map(({ story }) => story)) }
  })
  const pairing = pairUp(rows.map(({ cells }) => cells.flatMap(({ story }) => story.pairing.left)))
  return { kind: 'table', element, rows, pairing }
}

/** 印だけの行。字も図もほかにない。 */
const isMarkerRow = (cells: readonly Story[]): boolean => {
  const units = cells
    .flatMap((story) => story.units)
    .filter((unit) => !(unit.kind === 'other' && isCellSetting(unit.node)))
  return (
    units.some((unit) => unit.kind === 'paragraph' && unit.marker) &&
    units.every((unit) => unit.kind === 'paragraph' && (unit.marker || isBlank(unit.element)))
  )
}

const isCellSetting = (node: XmlNode): boolean => node.kind === 'raw' || isElement(node, 'tcPr')

const isBlank = (paragraph: XmlElement): boolean => paragraphText(paragraph).trim() === '' && !hasObjects(paragraph)

/** 並びに出る印。表の中で組にならなかった印は、表の外とは組にしない。 */
const edgesOf = (unit: Unit): readonly PlacedEdge[] => {
  if (unit.kind === 'paragraph') return (unit.leaf?.edges ?? []).map((tag) => ({ tag, place: unit.place }))
  return unit.kind === 'control' ? unit.story.pairing.left : []
}

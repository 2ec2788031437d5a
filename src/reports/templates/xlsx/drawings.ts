import {
  attributeOf,
  childOf,
  descendants,
  element,
  isElement,
  localName,
  mapElements,
  textNode,
  textOf,
  withAttributes,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'
import type { Frames } from '../vocabulary/scope.ts'
import { lengthBetween, type RowHeights, type Spot, spotBelow } from './row-heights.ts'
import { type OutputRow, type RowMap, runsBetween } from './row-map.ts'

/** 図を行き先へ置くのに要るもの。`fill` は図の中の文字に差し込む。 */
export type DrawingPlacing = {
  readonly map: RowMap
  readonly before: RowHeights
  readonly after: RowHeights
  readonly fill: (anchor: XmlElement, frames: Frames) => XmlElement
  /** 繰り返す行の中のグラフに出会った。 */
  readonly chartInLoop: () => void
}

/**
 * 図（写真・図形・グラフ）の置き場所を、行き先へ。図の大きさは変えない（行が百行増えても、グラフを縦に引き伸ばさない）。
 * 繰り返す行の中の写真と図形は一件ごとに置く。グラフは一つの部品なので、初めの一件の所にだけ残る。
 */
export const drawingAfter = (root: XmlElement, placing: DrawingPlacing): XmlElement => {
  const anchors = root.children.flatMap((child): readonly XmlNode[] =>
    isElement(child) && /Anchor$/.test(localName(child.name)) ? anchorsAfter(child, placing) : [child],
  )
  return withChildren(root, renumbered(anchors))
}

const anchorsAfter = (anchor: XmlElement, placing: DrawingPlacing): readonly XmlElement[] => {
  const from = childOf(anchor, 'from')
  if (!from || !placing.map.changed) return [placing.fill(anchor, {})]
  const top = spotOf(from)
  const rows = landingRows(top.row + 1, anchor, placing)
  return rows.map(({ row, output }) => {
    const start = { row: row - 1, offset: top.offset }
    return placing.fill(moved(anchor, start, placing), output?.frames ?? {})
  })
}

/** 図の上の端の行の行き先。繰り返しの中の写真・図形なら一件ごと。除かれた行なら、その次の行。 */
const landingRows = (
  row: number,
  anchor: XmlElement,
  { map, chartInLoop }: DrawingPlacing,
): readonly { readonly row: number; readonly output: OutputRow | undefined }[] => {
  const landed = map.rowsOf(row)
  const [first] = landed
  if (first === undefined) return [{ row: nextRow(row, map), output: undefined }]
  if (map.blocksOf(row).length === 0) return [{ row: first, output: undefined }]
  const bottom = childOf(anchor, 'to')
  const within = bottom && map.blocksOf(spotOf(bottom).row + 1).length > 0
  const isChart = descendants(anchor, 'graphicFrame').length > 0
  // 下の端が繰り返しの外まで届く図は、表の横に置いた図であって、一件ごとの図ではない。
  if (isChart || (bottom && !within)) {
    if (isChart && within) chartInLoop()
    return [{ row: first, output: map.outputs[first - 1] }]
  }
  return landed.map((each) => ({ row: each, output: map.outputs[each - 1] }))
}

/** 除かれた行の、次に残った行。 */
const nextRow = (row: number, map: RowMap): number =>
  runsBetween(map, row, map.height + 1)[0]?.from ?? map.outputs.length + 1

const moved = (anchor: XmlElement, start: Spot, { before, after }: DrawingPlacing): XmlElement => {
  const from = childOf(anchor, 'from')
  const to = childOf(anchor, 'to')
  const end = from && to && spotBelow(start, lengthBetween(spotOf(from), spotOf(to), before), after)
  return withChildren(
    anchor,
    anchor.children.map((child) => {
      if (isElement(child, 'from')) return withSpot(child, start)
      return end && isElement(child, 'to') ? withSpot(child, end) : child
    }),
  )
}

const numberIn = (parent: XmlElement, name: string): number =>
  Number(textOf(childOf(parent, name) ?? element('none')) || '0')

const spotOf = (marker: XmlElement): Spot => ({ row: numberIn(marker, 'row'), offset: numberIn(marker, 'rowOff') })

const withSpot = (marker: XmlElement, { row, offset }: Spot): XmlElement =>
  withChildren(
    marker,
    marker.children.map((child) => {
      if (isElement(child, 'row')) return withChildren(child, [textNode(String(row))])
      return isElement(child, 'rowOff') ? withChildren(child, [textNode(String(offset))]) : child
    }),
  )

/** 図の番号（cNvPr の id）は図面の中で一つ。写した図には新しい番号を振る。 */
const renumbered = (nodes: readonly XmlNode[]): readonly XmlNode[] => {
  const used = new Set<string>()
  let next = 1
  const fresh = (): string => {
    while (used.has(String(next))) next += 1
    return String(next)
  }
  return nodes.map((node) => {
    if (node.kind === 'raw') return node
    return (
      mapElements(node, (each) => {
        if (localName(each.name) !== 'cNvPr') return each
        const id = attributeOf(each, 'id') ?? fresh()
        const own = used.has(id) ? fresh() : id
        used.add(own)
        return own === id ? each : withAttributes(each, { id: own })
      }) ?? node
    )
  })
}

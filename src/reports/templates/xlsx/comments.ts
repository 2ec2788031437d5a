import { attributeOf, localName, mapElements, withAttributes, type XmlElement } from '../package/xml.ts'
import { areasAfter } from './areas.ts'
import type { RowMap } from './row-map.ts'

/** コメントの所を行き先へ。繰り返しの行のコメントは、初めの一件に付く。除かれた行のコメントは残せない。 */
export const commentsAfter = (root: XmlElement, map: RowMap): XmlElement =>
  mapElements(root, (each) => {
    const name = localName(each.name)
    const ref = attributeOf(each, 'ref')
    if ((name !== 'comment' && name !== 'threadedComment') || ref === undefined) return each
    const [first] = areasAfter(ref, map)
    return first === undefined ? undefined : withAttributes(each, { ref: first.split(':')[0] })
  }) ?? root

/**
 * コメントの吹き出し（VML）の行。VML は XML として整っていないことがあるので、行の数字だけを書きかえる。
 * `<x:Row>` は升目の行、`<x:Anchor>` の三つ目と七つ目は吹き出しの上と下の行（どれも 0 から）。
 */
export const vmlAfter = (vml: string, map: RowMap): string => {
  const after = (row: number): number => (map.rowsOf(row + 1)[0] ?? row + 1) - 1
  return vml
    .replace(
      /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/g,
      (_, open: string, row: string, close: string) => `${open}${after(Number(row))}${close}`,
    )
    .replace(/(<x:Anchor>)([\d\s,]+)(<\/x:Anchor>)/g, (_, open: string, list: string, close: string) => {
      const numbers = list.split(',').map(Number)
      const [top = 0, bottom = 0] = [numbers[2], numbers[6]]
      const start = after(top)
      return `${open}${numbers.map((each, index) => (index === 2 ? start : index === 6 ? start + (bottom - top) : each)).join(', ')}${close}`
    })
}

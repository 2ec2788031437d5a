import { guideEnd, guideStart, isGuideMark } from '../language/guide.ts'
import { childOf, isElement, localName, withChildren, type XmlElement, type XmlNode } from '../package/xml.ts'
import { hasObjects, paragraphText } from './paragraph.ts'

/**
 * 書き方の覚えを除いた本文。覚えだけの節が終わりに残れば、白い頁にならないように節ごと除く
 * （前の節の紙の設定を、文書の終わりの設定にする）。
 */
export const withoutGuide = (body: XmlElement): XmlElement => {
  const start = body.children.findIndex((child) => isMark(child, guideStart))
  if (start < 0) return body
  const end = body.children.findIndex((child, index) => index > start && isMark(child, guideEnd))
  const after = end < 0 ? body.children.findIndex((child) => isNamedNode(child, 'sectPr')) : end + 1
  const rest = after < 0 ? [] : body.children.slice(after)
  return withoutEmptySection(withChildren(body, [...body.children.slice(0, start), ...rest]))
}

const isMark = (node: XmlNode, mark: string): boolean => isElement(node, 'p') && isGuideMark(paragraphText(node), mark)

const isNamedNode = (node: XmlNode, name: string): boolean => node.kind === 'element' && localName(node.name) === name

const withoutEmptySection = (body: XmlElement): XmlElement => {
  const last = childOf(body, 'sectPr')
  const kept = body.children.filter((child) => child !== last)
  while (kept.length > 1 && isEmptyParagraph(kept.at(-1), false)) kept.pop()
  const closing = kept.at(-1)
  const settings = closing && isEmptyParagraph(closing, true) ? sectionSettings(closing) : undefined
  if (!last || !settings) return body
  return withChildren(body, [...kept.slice(0, -1), settings])
}

const sectionSettings = (node: XmlNode): XmlElement | undefined => {
  const properties = isElement(node, 'p') ? childOf(node, 'pPr') : undefined
  return properties && childOf(properties, 'sectPr')
}

/** 字も図もない段落。`section` なら、節の終わりの設定だけを持つもの。 */
const isEmptyParagraph = (node: XmlNode | undefined, section: boolean): boolean => {
  if (!node || !isElement(node, 'p') || paragraphText(node).trim() !== '') return false
  return section ? sectionSettings(node) !== undefined : !hasObjects(node)
}

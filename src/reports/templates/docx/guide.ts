import { guideEnd, guideStart, isGuideMark } from '../language/guide.ts'
import { childOf, isElement, isNamed, localName, withChildren, type XmlElement, type XmlNode } from '../package/xml.ts'
import { hasObjects, paragraphText } from './paragraph.ts'

/**
 * 書き方の覚えを除いた本文。覚えだけの節が終わりに残れば、白い頁にならないように節ごと除く
 * （前の節の紙の設定を、文書の終わりの設定にする）。
 */
export const withoutGuide = (body: XmlElement): XmlElement => {
  const start = body.children.findIndex((child) => isMark(child, guideStart))
  if (start < 0) return body
  const end = body.children.findIndex((child, index) => index > start && isMark(child, guideEnd))
  const after = end < 0 ? body.children.findIndex((child) => isNamed(child, 'sectPr')) : end + 1
  const rest = after < 0 ? [] : body.children.slice(after)
  return withoutEmptySection(withChildren(body, [...body.children.slice(0, start), ...rest]))
}

const isMark = (node: XmlNode, mark: string): boolean => isElement(node, 'p') && isGuideMark(paragraphText(node), mark)

const withoutEmptySection = (body: XmlElement): XmlElement => {
  const last = childOf(body, 'sectPr')
  const kept = body.children.filter((child) => child !== last)
  while (kept.length > 1 && isEmpty(kept.at(-1))) kept.pop()
  const closing = kept.at(-1)
  const settings = closing && sectionSettings(closing)
  if (!last || !closing || !settings) return body
  const rest = closing.kind === 'element' && paragraphText(closing).trim() !== '' ? [withoutSettings(closing)] : []
  return withChildren(body, [...kept.slice(0, -1), ...rest, settings])
}

/** 節の終わりの段落なら、その節の設定。 */
const sectionSettings = (node: XmlNode): XmlElement | undefined => {
  const properties = isElement(node, 'p') ? childOf(node, 'pPr') : undefined
  return properties && childOf(properties, 'sectPr')
}

const withoutSettings = (paragraph: XmlElement): XmlElement =>
  withChildren(
    paragraph,
    paragraph.children.map((child) =>
      isElement(child, 'pPr')
        ? withChildren(
            child,
            child.children.filter((each) => !isNamed(each, 'sectPr')),
          )
        : child,
    ),
  )

/** 字も図もない段落か、空白。 */
const isEmpty = (node: XmlNode | undefined): boolean => {
  if (!node || node.kind === 'raw') return true
  return localName(node.name) === 'p' && paragraphText(node).trim() === '' && !hasObjects(node)
}

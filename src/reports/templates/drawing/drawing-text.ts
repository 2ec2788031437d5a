import { storedText } from '../../writers/xlsx/stored-text.ts'
import { type Leaf, readLeaf } from '../language/leaf.ts'
import { hasTags } from '../language/tags.ts'
import type { FilledLeaf } from '../meaning/evaluate.ts'
import { runsOfPieces } from '../meaning/runs.ts'
import {
  childOf,
  childrenOf,
  descendants,
  element,
  isElement,
  localName,
  mapElements,
  prefixOf,
  textNode,
  textOf,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'

/** 図・グラフの中の文字の段落（a:p）のうち、印のあるもの。 */
export const drawingLeaves = (root: XmlElement): readonly Leaf[] =>
  descendants(root, 'p').flatMap((paragraph) => {
    const text = paragraphText(paragraph)
    return hasTags(text) ? [readLeaf(text)] : []
  })

const paragraphText = (paragraph: XmlElement): string =>
  childrenOf(paragraph, 'r')
    .flatMap((run) => childrenOf(run, 't'))
    .map(textOf)
    .join('')

/** 図・グラフの中の文字に差し込む。書体は印の初めの字のもの。 */
export const filledDrawing = (root: XmlElement, fill: (leaf: Leaf) => FilledLeaf): XmlElement =>
  mapElements(root, (each) => {
    if (localName(each.name) !== 'p') return each
    const text = paragraphText(each)
    return hasTags(text) ? filledParagraph(each, fill(readLeaf(text))) : each
  }) ?? root

const filledParagraph = (paragraph: XmlElement, filled: FilledLeaf): XmlElement => {
  const prefix = prefixOf(paragraph.name)
  const runs = childrenOf(paragraph, 'r').map((run) => ({
    text: childrenOf(run, 't').map(textOf).join(''),
    properties: childOf(run, 'rPr') ?? null,
  }))
  const made = runsOfPieces(runs, filled.pieces).map(({ text, properties }) =>
    element(`${prefix}r`, {}, [
      ...(properties ? [properties] : []),
      element(`${prefix}t`, {}, [textNode(storedText(text).replaceAll('\n', ' '))]),
    ]),
  )
  const first = paragraph.children.findIndex((child) => isElement(child, 'r'))
  return withChildren(
    paragraph,
    paragraph.children.flatMap((child, index): readonly XmlNode[] => {
      if (index === first) return made
      return isElement(child, 'r') ? [] : [child]
    }),
  )
}

import { xmlText } from '../../xml-text.ts'
import { type Leaf, readLeaf } from '../language/leaf.ts'
import { hasTags } from '../language/tags.ts'
import type { FilledLeaf } from '../meaning/evaluate.ts'
import { runsOfPieces } from '../meaning/runs.ts'
import {
  attributeOf,
  childOf,
  element,
  isNamed,
  localName,
  prefixOf,
  textNode,
  textOf,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'

/** 中に別の段落を持つもの（図・テキストボックス）と、消された字。段落の字には入れない。 */
const apart = new Set(['drawing', 'pict', 'object', 'AlternateContent', 'del', 'moveFrom', 'rPr', 'pPr', 'instrText'])

/** 段落の字の続き（w:r）。いくつもの続きに分かれた印も、つないで読む。 */
export const textRuns = (paragraph: XmlElement): readonly XmlElement[] =>
  paragraph.children.flatMap((child): readonly XmlElement[] => {
    if (child.kind === 'raw' || apart.has(localName(child.name))) return []
    return localName(child.name) === 'r' ? [child] : textRuns(child)
  })

export const runText = (run: XmlElement): string =>
  run.children.map((child) => (child.kind === 'element' ? (letters(child) ?? '') : '')).join('')

/** 字になる要素なら、その字。ほかなら undefined。 */
const letters = (child: XmlElement): string | undefined => {
  switch (localName(child.name)) {
    case 't':
      return textOf(child)
    case 'tab':
      return '\t'
    case 'cr':
      return '\n'
    case 'br':
      return child.attributes.some(([name, value]) => localName(name) === 'type' && value !== 'textWrapping')
        ? undefined
        : '\n'
    default:
      return undefined
  }
}

export const paragraphText = (paragraph: XmlElement): string => textRuns(paragraph).map(runText).join('')

/** 段落の印。なければ null。 */
export const paragraphLeaf = (paragraph: XmlElement): Leaf | null => {
  const text = paragraphText(paragraph)
  return hasTags(text) ? readLeaf(text) : null
}

/**
 * 差し込んだ段落。字は、元の字の続きのあった所に、その書体で入る。一段落の中の繰り返しで前の書体に戻る字は、
 * いまの所に続けて置く。
 */
export const filledParagraph = (paragraph: XmlElement, filled: FilledLeaf): XmlElement => {
  const runs = textRuns(paragraph)
  const pieces = runsOfPieces(
    runs.map((run, index) => ({ text: runText(run), properties: index })),
    filled.pieces,
  )
  const placed = new Map<number, XmlElement[]>()
  let at = 0
  for (const { text, properties } of pieces) {
    at = Math.max(at, properties)
    const made = runOf(runs[properties], text)
    if (made) placed.set(at, [...(placed.get(at) ?? []), made])
  }
  const order = new Map(runs.map((run, index) => [run, index]))
  const rebuilt = (parent: XmlElement): XmlElement =>
    withChildren(
      parent,
      parent.children.flatMap((child): readonly XmlNode[] => {
        if (child.kind === 'raw' || apart.has(localName(child.name))) return [child]
        const index = order.get(child)
        if (index === undefined) return localName(child.name) === 'r' ? [child] : [rebuilt(child)]
        return [...withoutLetters(child), ...(placed.get(index) ?? [])]
      }),
    )
  return rebuilt(paragraph)
}

/** 字のほかのもの（図・脚注の番号・フィールド）だけにした続き。何も残らなければ除く。 */
const withoutLetters = (run: XmlElement): readonly XmlElement[] => {
  const rest = run.children.filter((child) => child.kind === 'element' && letters(child) === undefined)
  return rest.some((child) => !isNamed(child, 'rPr')) ? [withChildren(run, rest)] : []
}

const runOf = (like: XmlElement | undefined, text: string): XmlElement | undefined => {
  if (!like || text === '') return undefined
  const prefix = prefixOf(like.name)
  const properties = childOf(like, 'rPr')
  const parts = xmlText(text)
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return element(`${prefix}br`)
      if (part === '\t') return element(`${prefix}tab`)
      return element(`${prefix}t`, { 'xml:space': 'preserve' }, [textNode(part)])
    })
  return withChildren(like, [...(properties ? [properties] : []), ...parts])
}

/** 頁を改めて始まる段落にする。`pageBreakBefore` の並びは、段落の書式の初めの方（ECMA-376 17.3.1.26）。 */
export const startingPage = (paragraph: XmlElement): XmlElement => {
  const prefix = prefixOf(paragraph.name)
  const own = childOf(paragraph, 'pPr')
  const mark = element(`${prefix}pageBreakBefore`)
  const rest = (own?.children ?? []).filter((child) => !isNamed(child, 'pageBreakBefore'))
  const before = rest.findIndex(
    (child) => child.kind === 'element' && !['pStyle', 'keepNext', 'keepLines'].includes(localName(child.name)),
  )
  const at = before < 0 ? rest.length : before
  const pPr = withChildren(own ?? element(`${prefix}pPr`), [...rest.slice(0, at), mark, ...rest.slice(at)])
  return withChildren(paragraph, [pPr, ...paragraph.children.filter((child) => child !== own)])
}

const pictures = new Set(['drawing', 'pict', 'object', 'AlternateContent'])

/** 段落の中に図があるか。 */
export const hasPictures = (paragraph: XmlElement): boolean => holds(paragraph, pictures)

const objects = new Set([...pictures, 'fldChar', 'fldSimple', 'sectPr', 'footnoteReference'])

/** 段落の中の図・フィールド・脚注・節の設定など、字でない中身があるか。 */
export const hasObjects = (paragraph: XmlElement): boolean => holds(paragraph, objects)

const holds = (within: XmlElement, names: ReadonlySet<string>): boolean =>
  within.children.some((child) => child.kind === 'element' && (names.has(localName(child.name)) || holds(child, names)))

/** 写した段落の、文書の中で一つの番号（w14:paraId）を除く。Word が開くときに振り直す。 */
export const withoutIds = (node: XmlElement): XmlElement => ({
  ...node,
  attributes: node.attributes.filter(([name]) => !/(?:^|:)(?:paraId|textId)$/.test(name)),
  children: node.children
    .filter((child) => !isNamed(child, 'bookmarkStart') && !isNamed(child, 'bookmarkEnd'))
    .map((child) => (child.kind === 'raw' ? child : withoutIds(child))),
})

export const idOf = (each: XmlElement): string | undefined => attributeOf(each, 'id')

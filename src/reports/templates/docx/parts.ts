import type { OfficePackage } from '../package/office-package.ts'
import { childOf, childrenOf, type XmlElement } from '../package/xml.ts'
import { withoutGuide } from './guide.ts'

/** 段落の並びを持つ部品と、その並びの入れもの（本文の body、ヘッダーの根、脚注一つずつ）。 */
export type StoryPart = { readonly part: string; readonly holder: XmlElement }

export const storyParts = (from: OfficePackage): readonly StoryPart[] => [
  ...holdersIn(from, from.main),
  ...from
    .relations(from.main)
    .filter(({ type }) => ['header', 'footer', 'footnotes', 'endnotes'].includes(type))
    .flatMap(({ target }) => holdersIn(from, target)),
]

const holdersIn = (from: OfficePackage, part: string): readonly StoryPart[] =>
  holdersOf(from.part(part)?.root).map((holder) => ({ part, holder }))

/** 部品の根から、並びの入れもの。 */
export const holdersOf = (root: XmlElement | undefined): readonly XmlElement[] => {
  if (!root) return []
  const body = childOf(root, 'body')
  if (body) return [withoutGuide(body)]
  const notes = [...childrenOf(root, 'footnote'), ...childrenOf(root, 'endnote')]
  return notes.length > 0 ? notes : [root]
}

export const chartParts = (from: OfficePackage): readonly string[] =>
  [...from.parts.keys()].filter((name) => /^word\/charts\/chart[^/]*\.xml$/.test(name))

import type { CloseTag, FieldTag, OpenTag, PageBreakTag, TagFault } from './tags.ts'
import { readTags } from './tags.ts'

/**
 * 一つの升目・段落の中の印を組にしたもの。同じ所で開いて閉じる繰り返しと条件は `block`、
 * 相手がほかの升目・段落にあるものは `edge` で、行や段落の組（pairing）が引き取る。
 */
export type Leaf = {
  readonly parts: readonly LeafPart[]
  readonly edges: readonly EdgeTag[]
  readonly faults: readonly LeafFault[]
  /** 印の数。 */
  readonly count: number
  /** 印（改ページを除く）のほかに字がないか。中身のない行・段落は、書いた後に除く。 */
  readonly onlyEdges: boolean
}

export type EdgeTag = OpenTag | CloseTag

export type LeafPart =
  | { readonly kind: 'literal'; readonly from: number; readonly text: string }
  | { readonly kind: 'field'; readonly tag: FieldTag }
  | { readonly kind: 'page-break'; readonly tag: PageBreakTag }
  | { readonly kind: 'block'; readonly open: OpenTag; readonly parts: readonly LeafPart[] }

/** crossed は、開いた順と逆でなく閉じたもの。 */
export type LeafFault = TagFault | { readonly kind: 'crossed'; readonly written: string; readonly expected: string }

type Level = { readonly open: OpenTag | null; readonly parts: LeafPart[] }

/** 升目・段落の字を読む。`readLeaf('{{#指標}}{{指標名}}').edges` → 開いた「指標」だけ */
export const readLeaf = (text: string): Leaf => {
  const { tags, faults } = readTags(text)
  const crossed: LeafFault[] = []
  const edges: EdgeTag[] = []
  const levels: Level[] = [{ open: null, parts: [] }]
  let at = 0
  const literal = (to: number) => {
    if (to > at) levels.at(-1)?.parts.push({ kind: 'literal', from: at, text: text.slice(at, to) })
  }
  for (const tag of tags) {
    literal(tag.from)
    at = tag.to
    if (tag.kind === 'field') levels.at(-1)?.parts.push({ kind: 'field', tag })
    else if (tag.kind === 'page-break') levels.at(-1)?.parts.push({ kind: 'page-break', tag })
    else if (tag.kind === 'open') levels.push({ open: tag, parts: [] })
    else {
      const top = levels.at(-1)
      if (!top?.open) edges.push(tag)
      else if (closes(tag, top.open)) {
        levels.pop()
        levels.at(-1)?.parts.push({ kind: 'block', open: top.open, parts: top.parts })
      } else crossed.push({ kind: 'crossed', written: tag.written, expected: closingOf(top.open) })
    }
  }
  literal(text.length)
  const parts = levels.flatMap((level) => level.parts)
  edges.push(...levels.flatMap(({ open }) => (open ? [open] : [])))
  return {
    parts,
    edges,
    faults: [...faults, ...crossed],
    count: tags.length,
    onlyEdges: edges.length > 0 && parts.every((part) => part.kind === 'literal' && part.text.trim() === ''),
  }
}

/** 閉じる印が、開いた印のものか。`{{/?}}` は名を略してよい。 */
export const closes = (close: CloseTag, open: OpenTag): boolean =>
  close.what === open.what && (close.name === open.name || (close.what === 'condition' && close.name === ''))

/** 開いた印に合う、閉じる印の書き方。 */
export const closingOf = (open: OpenTag): string => (open.what === 'loop' ? `{{/${open.name}}}` : '{{/?}}')

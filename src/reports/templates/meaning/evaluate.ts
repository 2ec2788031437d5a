import type { CellNumber } from '../../report.ts'
import type { LeafPart } from '../language/leaf.ts'
import type { FieldTag, OpenTag } from '../language/tags.ts'
import { type Frames, type Scope, scopeNames } from '../vocabulary/scope.ts'
import type { TemplateData } from '../vocabulary/template-data.ts'
import { type Printed, plainStyle, printed, type Value } from '../vocabulary/value.ts'
import { loopNamed } from '../vocabulary/vocabulary.ts'
import { type FieldUse, meaningOfCondition, meaningOfField } from './meaning.ts'
import { partPlace } from './place.ts'

/** 差し込んだ字の一切れ。`from` はひな形の字の位置で、その字の書体を受け継ぐ。`literal` は元からある字。 */
export type Piece = {
  readonly from: number
  readonly text: string
  readonly literal: boolean
  readonly number?: CellNumber
}

/** 升目・段落一つに入ったもの。`number` は、数一つだけが入ったとき。 */
export type FilledLeaf = {
  readonly pieces: readonly Piece[]
  readonly text: string
  readonly number?: CellNumber
  readonly pageBreak: boolean
}

/** 確かめ終えた様式の印を、版の値にするもの。 */
export type Evaluator = {
  readonly leaf: (parts: readonly LeafPart[], frames: Frames) => FilledLeaf
  /** 開いた印の中の、一件ごとの重なり。条件なら、当てはまれば一つ、当てはまらなければ空。 */
  readonly frames: (open: OpenTag, frames: Frames) => readonly Frames[]
}

export const evaluator = (data: TemplateData): Evaluator => {
  const meanings = new Map<FieldTag, FieldUse>()
  const useOf = (tag: FieldTag): FieldUse => {
    const known = meanings.get(tag)
    if (known) return known
    const found = trusted(meaningOfField(tag, everyScope, nowhere), tag.written)
    meanings.set(tag, found)
    return found
  }
  const base = plainStyle(data.choices.yearStyle)
  const print = (tag: FieldTag, frames: Frames): Printed => {
    const use = useOf(tag)
    return printed(use.field.read(frames, data, use.argument), use.style(base))
  }
  const framesOf = (open: OpenTag, frames: Frames): readonly Frames[] => {
    if (open.what === 'loop') {
      const loop = loopNamed(open.name)
      if (!loop) throw unchecked(open.written)
      return loop.frames(frames, data)
    }
    const { field, argument } = trusted(meaningOfCondition(open, everyScope, nowhere), open.written)
    return isThere(field.read(frames, data, argument)) === open.absent ? [] : [frames]
  }
  const piecesOf = (parts: readonly LeafPart[], frames: Frames): readonly Piece[] =>
    parts.flatMap((part): readonly Piece[] => {
      if (part.kind === 'literal') return [{ from: part.from, text: part.text, literal: true }]
      if (part.kind === 'field') return [{ from: part.tag.from, literal: false, ...print(part.tag, frames) }]
      if (part.kind === 'page-break') return []
      return framesOf(part.open, frames).flatMap((each) => piecesOf(part.parts, each))
    })
  return {
    frames: framesOf,
    leaf: (parts, frames) => {
      const pieces = piecesOf(parts, frames).filter(({ text }) => text !== '')
      const [only, ...others] = pieces
      return {
        pieces,
        text: pieces.map(({ text }) => text).join(''),
        ...(only?.number && others.length === 0 ? { number: only.number } : {}),
        pageBreak: parts.some(({ kind }) => kind === 'page-break'),
      }
    },
  }
}

const isThere = (value: Value): boolean => value.kind !== 'none'

const everyScope: ReadonlySet<Scope> = new Set(Object.keys(scopeNames) as Scope[])
const nowhere = partPlace('')

/** 様式は差し込む前に確かめてあるので、ここで意味の分からない印は書き手の誤り。 */
const trusted = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }, written: string): T => {
  if (!result.ok) throw unchecked(written)
  return result.value
}

const unchecked = (written: string): Error => new Error(`an unchecked template reached the evaluator: ${written}`)

import type { Problem } from '#domain/problem.ts'
import { closingOf, type Leaf, type LeafFault, type LeafPart } from '../language/leaf.ts'
import type { Pairing, PlacedEdge } from '../language/pairing.ts'
import type { OpenTag } from '../language/tags.ts'
import { meaningOfCondition, meaningOfField, meaningOfLoop, type Scopes } from './meaning.ts'
import { problemAt, type TemplatePlace } from './place.ts'

/** 升目・段落一つの確かめ。`pageBreaks` は、ここで頁を改められるか。 */
export const leafProblems = (
  leaf: Leaf,
  scopes: Scopes,
  place: TemplatePlace,
  pageBreaks: boolean,
): readonly Problem[] => [
  ...leaf.faults.map((fault) => faultProblem(fault, place)),
  ...partsProblems(leaf.parts, scopes, place, pageBreaks),
]

const faultProblem = (fault: LeafFault, place: TemplatePlace): Problem =>
  fault.kind === 'crossed'
    ? problemAt(place, 'template-crossed', { written: fault.written, expected: fault.expected })
    : problemAt(place, `template-tag-${fault.kind}`, { written: fault.written })

const partsProblems = (
  parts: readonly LeafPart[],
  scopes: Scopes,
  place: TemplatePlace,
  pageBreaks: boolean,
): readonly Problem[] =>
  parts.flatMap((part): readonly Problem[] => {
    if (part.kind === 'literal') return []
    if (part.kind === 'page-break')
      return pageBreaks ? [] : [problemAt(place, 'template-page-break-here', { written: part.tag.written })]
    if (part.kind === 'field') {
      const meaning = meaningOfField(part.tag, scopes, place)
      return meaning.ok ? [] : [meaning.problem]
    }
    const inside = scopesInside(part.open, scopes, place)
    return [...inside.problems, ...partsProblems(part.parts, inside.scopes, place, false)]
  })

/** 開いた印の中の、繰り返しの重なり。印そのものの誤りも言う。 */
export const scopesInside = (
  open: OpenTag,
  scopes: Scopes,
  place: TemplatePlace,
): { readonly scopes: Scopes; readonly problems: readonly Problem[] } => {
  if (open.what === 'condition') {
    const meaning = meaningOfCondition(open, scopes, place)
    return { scopes, problems: meaning.ok ? [] : [meaning.problem] }
  }
  const loop = meaningOfLoop(open, scopes, place)
  return loop.ok
    ? { scopes: new Set([...scopes, loop.value.scope]), problems: [] }
    : { scopes, problems: [loop.problem] }
}

/** 行・段落の組の誤り。 */
export const pairingProblems = ({ faults }: Pairing): readonly Problem[] =>
  faults.map(({ kind, place, written, expected }) => problemAt(place, `template-${kind}`, { written, expected }))

/** どこでも組にならなかった印。 */
export const leftProblems = (left: readonly PlacedEdge[]): readonly Problem[] =>
  left.map(({ tag, place }) =>
    tag.kind === 'open'
      ? problemAt(place, 'template-loop-not-ended', { written: tag.written, closing: closingOf(tag) })
      : problemAt(place, 'template-end-without-start', { written: tag.written }),
  )

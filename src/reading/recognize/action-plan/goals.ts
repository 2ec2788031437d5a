import { plainLine, plainText } from '#domain/language/plain-text.ts'
import type { Note, PlanNode } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import { type Piece, part, type Written } from './fragments.ts'
import { likeness } from './likeness.ts'

/** 印刷された基本目標の題一つ（表の凡例、一覧や個票の見出し、個票の升目）。 */
export type GoalTitle = { readonly number: string; readonly title: string; readonly place: Place }

const numbered = /(?<=^|\s)(\d{1,2})\s*[.．:：、]\s*/gu

/**
 * 「1:産業… 2:地域…」「3. 市民…」のように番号の付いた題を分ける。
 *
 * @example numberedTitles(cell('1. 産業振興 2. 地域資源')) // → 1「産業振興」、2「地域資源」
 */
export const numberedTitles = (written: Written): readonly GoalTitle[] => {
  const heads = [...written.text.matchAll(numbered)]
  if (heads[0]?.index !== 0) return []
  return heads.flatMap((head, index) => {
    const piece: Piece | undefined = part(written, head.index + head[0].length, heads[index + 1]?.index)
    return piece ? { number: head[1] ?? '', title: piece.text, place: piece.place } : []
  })
}

/** 「基本目標 1：…」「基本目標3：…」の見出し。 */
export const goalHeading = (heading: Written): GoalTitle | undefined => {
  const found = /^基本目標\s?(\d{1,2})\s?[:、.]?\s?(.+)$/u.exec(plainLine(heading.text))
  const start = heading.text.search(/[:：.．、]\s*[^\s\d]/u)
  const piece = found && part(heading, start < 0 ? 0 : start + 1)
  return found && piece ? { number: found[1] ?? '', title: piece.text, place: piece.place } : undefined
}

/** 基本目標の節と、題から節を引く手立て。 */
export type Goals = {
  readonly nodes: readonly PlanNode[]
  /** 番号の節。 */
  readonly byNumber: (number: string) => PlanNode | undefined
  /** 題が似ていて番号も合う節。題だけが強く似ていればその節（番号の誤り）。基本目標でない字面なら undefined。 */
  readonly of: (title: Pick<GoalTitle, 'number' | 'title'>) => PlanNode | undefined
}

/** 印刷された題を集めて基本目標の節にする。題は初めに印刷されたもの。 */
export const goalsOf = (titles: readonly GoalTitle[], id: IdMaker): Goals => {
  const numbers = [...new Set(titles.map(({ number }) => number))].toSorted((a, b) => Number(a) - Number(b))
  const groups = numbers.map((number) => titles.filter((title) => title.number === number))
  const nodes = groups.flatMap(([first]) => (first ? [goalNode(first, id)] : []))
  return {
    nodes,
    byNumber: (number) => nodes.find((node) => node.number === number),
    of: (title) => goalAlike(nodes, title),
  }
}

const goalNode = ({ number, title, place }: GoalTitle, id: IdMaker): PlanNode => ({
  id: id('n', null, '基本目標', number),
  parent: null,
  level: '基本目標',
  number,
  title,
  text: null,
  place,
})

const goalAlike = (
  nodes: readonly PlanNode[],
  { number, title }: Pick<GoalTitle, 'number' | 'title'>,
): PlanNode | undefined => {
  const scored = nodes.map((node) => ({ node, score: likeness(node.title, title) }))
  const same = scored.find(({ node, score }) => node.number === number && score >= 0.5)
  return same?.node ?? scored.find(({ score }) => score >= 0.7)?.node
}

/** 同じ基本目標の題が、所によって違う（「安心で…」と「安心して…」）。 */
export const varyingTitles = (titles: readonly GoalTitle[], goals: Goals): readonly Note[] =>
  goals.nodes.flatMap((node) =>
    varying(
      titles.filter((title) => goals.of(title)?.id === node.id),
      node.id,
    ),
  )

const varying = (group: readonly GoalTitle[], about: string): readonly Note[] => {
  const variants = group.filter(
    ({ title }, index) => group.findIndex((other) => plainText(other.title) === plainText(title)) === index,
  )
  const [first, ...others] = variants
  if (!first || others.length === 0) return []
  const params = { number: first.number, first: first.title, others: others.map(({ title }) => title).join('／') }
  return [
    note(
      'warning',
      'goal-title-varies',
      params,
      variants.map(({ place }) => place),
      [about],
    ),
  ]
}

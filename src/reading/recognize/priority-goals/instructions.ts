import type { Place } from '#domain/provenance.ts'
import { piecesAt } from '../../assemble/pieces.ts'
import type { Cell } from '../../document.ts'
import { withoutMarkup } from '../../repair/markup.ts'

export type Instruction = { readonly text: string; readonly place: Place }

/** 段落の印（<p>・<br>・<li>）か、箇条書きの「・」「○」。「文化・スポーツ」の中黒は印ではない。 */
const mark = /<\/?(?:p|br|li|ul|ol|div)\b[^>]*>|(?<=^|[\s。>])[・○●]/giu

/**
 * 市長指示事項の文を一つずつに分ける。前の文が句点で終わらず、印のない行は、その続きとしてつなぐ。
 *
 * @example instructionsIn([cell('<p>・一つめ。・二つめ。</p>')]).length // → 2
 */
export const instructionsIn = (cells: readonly Cell[]): readonly Instruction[] => {
  const instructions: Instruction[] = []
  for (const cell of cells) {
    const pieces = piecesAt(cell.text, cell.place, mark).map(({ text, place }) => ({ text: plain(text), place }))
    const [first, ...rest] = pieces.filter(({ text }) => text !== '')
    const last = instructions.at(-1)
    if (!first) continue
    if (!last || startsMarked(cell.text) || /[。．.)）]$/u.test(last.text)) instructions.push(first)
    else instructions[instructions.length - 1] = { ...last, text: last.text + first.text }
    instructions.push(...rest)
  }
  return instructions
}

const plain = (text: string): string => withoutMarkup(text).join(' ').trim()

const startsMarked = (text: string): boolean => /^(?:<[^>]*>|\s)*[・○●]/u.test(text)

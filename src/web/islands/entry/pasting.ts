import type { WordsForScript } from '../../components/entry/words-for-script.ts'
import { type Box, byId, type Cells, filled, readCells, writeCells } from './fields.ts'
import { button } from './keeping.ts'

/**
 * 表計算から写した字を、行と列に分ける。引用符の中の改行とタブは、欄の中の字。
 * `cellsOf('12\t増えた\r\n"3\n4"\t')` → [['12', '増えた'], ['3\n4', '']]
 */
export const cellsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  const pieces = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y
  let at = 0
  while (at <= text.length) {
    pieces.lastIndex = at
    const [whole = '', quoted, plain = ''] = pieces.exec(text) ?? []
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    at += whole.length
    const mark = text[at]
    if (mark === undefined) break
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (mark !== '\t') rows.push([])
  }
  const last = rows.at(-1)
  return last && last.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** 塊を貼る。行は下の項目へ、列は値・文・事業費の順に。空の升目は、いまの値を残す。 */
export const pasteBlock = (
  text: string,
  from: Box,
  items: readonly (readonly Box[])[],
  words: WordsForScript,
  after: () => void,
): void => {
  const block = cellsOf(text)
  const row = items.findIndex((boxes) => boxes.includes(from))
  const column = items[row]?.indexOf(from) ?? 0
  const before: (readonly [Box, Cells])[] = []
  for (const [down, cells] of block.entries())
    for (const [right, cell] of cells.entries()) {
      const box = items[row + down]?.[column + right]
      if (!box || cell.trim() === '') continue
      const now = readCells(box)
      before.push([box, now])
      writeCells(box, [cell.trim(), '', '', now[3], []])
      box.closest('details')?.setAttribute('open', '')
    }
  const left = Math.max(0, block.length - (items.length - row))
  const name = from.closest('.entry-item')?.querySelector('.entry-name')?.textContent ?? ''
  const columns = Math.max(...block.map((cells) => cells.length))
  const said = document.createElement('p')
  said.className = 'done'
  said.append(
    filled(words.pasted, { from: name, rows: block.length - left, columns }),
    left > 0 ? filled(words.pastedLeft, { count: left }) : '',
    ' ',
    button(words.pasteUndo, 'small', () => {
      for (const [box, cells] of before.toReversed()) writeCells(box, cells)
      said.remove()
      after()
    }),
  )
  byId('entry-news')?.replaceChildren(said)
  after()
}

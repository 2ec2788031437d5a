import type { Cell, Column, Row } from '../../report.ts'
import { broken, escaped } from './markup.ts'

/** 升目の注の印から、その章の終わりの注への道。 */
export type NoteAddress = (mark: string) => string | undefined

/** 行の置き場。見出しの行は列の見出し、帯は下の行の見出しになる。 */
export type RowPlace = 'header' | 'band' | 'body'

/** 行を順に HTML にする。上の行から広がってきた升目を覚えて、どの列の升目かを数える。 */
export const rowWriter = (columns: readonly Column[], noteOf: NoteAddress) => {
  let covered: number[] = columns.map(() => 0)
  const writeRow = ({ cells }: Row, place: RowPlace): string => {
    const next = covered.map((rows) => Math.max(0, rows - 1))
    let at = 0
    let html = '<tr>'
    for (const cell of cells) {
      while ((covered[at] ?? 0) > 0) at += 1
      html += cellHtml(cell, columns[at], place, noteOf)
      const [wide, tall] = [cell.columns ?? 1, cell.rows ?? 1]
      next.fill(tall - 1, at, at + wide)
      at += wide
    }
    covered = next
    return `${html}</tr>`
  }
  return (rows: readonly Row[], place: RowPlace): string => rows.map((row) => writeRow(row, place)).join('')
}

const cellHtml = (cell: Cell, column: Column | undefined, place: RowPlace, noteOf: NoteAddress): string => {
  const tag = place === 'body' && !cell.heading ? 'td' : 'th'
  const spans = `${spanOf('colspan', cell.columns)}${spanOf('rowspan', cell.rows)}`
  const names = classesOf(cell, column, place).join(' ')
  return `<${tag}${tag === 'th' ? ` scope="${scopeOf(cell, place)}"` : ''}${spans}${names === '' ? '' : ` class="${names}"`}>${contentOf(cell, noteOf)}</${tag}>`
}

const spanOf = (name: string, count: number | undefined): string =>
  count === undefined || count === 1 ? '' : ` ${name}="${count}"`

const scopeOf = (cell: Cell, place: RowPlace): string => {
  if (place === 'header') return (cell.columns ?? 1) > 1 ? 'colgroup' : 'col'
  return place === 'band' || (cell.rows ?? 1) > 1 ? 'rowgroup' : 'row'
}

const classesOf = (cell: Cell, column: Column | undefined, place: RowPlace): readonly string[] => {
  // 見出しは真ん中、いくつもの列にわたる字（帯・小計の文）は左。ほかは列の決まり。
  const ordinary = place === 'header' ? 'center' : (cell.columns ?? 1) > 1 ? 'start' : (column?.align ?? 'start')
  const align = cell.align ?? ordinary
  const always = place === 'header' ? 'center' : 'start'
  return [
    ...(align === always ? [] : [aligned[align]]),
    ...(cell.tone ? [cell.tone] : []),
    ...(cell.vertical ? ['vertical'] : []),
  ]
}

const aligned = { start: 's', center: 'c', end: 'e' } as const

const contentOf = (cell: Cell, noteOf: NoteAddress): string => {
  const text = cell.underlined ? underlinedText(cell.text, cell.underlined) : broken(cell.text)
  const words = cell.vertical ? `<span>${text}</span>` : text
  return words + (cell.marks ?? []).map((mark) => markHtml(mark, noteOf(mark))).join('')
}

const markHtml = (mark: string, address: string | undefined): string =>
  address === undefined
    ? `<sup>${escaped(mark)}</sup>`
    : `<sup><a href="#${escaped(address)}">${escaped(mark)}</a></sup>`

const underlinedText = (text: string, parts: readonly { readonly from: number; readonly to: number }[]): string => {
  let at = 0
  let html = ''
  for (const { from, to } of parts) {
    html += `${broken(text.slice(at, from))}<u>${broken(text.slice(from, to))}</u>`
    at = to
  }
  return html + broken(text.slice(at))
}

import { raw } from 'hono/html'
import type { Line, SourceView } from '#operations/view-source.ts'
import type { Frame } from '../frame.ts'
import { escapeHtml as esc } from './escape.ts'

type Props = { frame: Frame; view: SourceView }

/** 文章の図書。行の番号と、書かれたままの行。 */
export const SourceLines = ({ frame, view }: Props) => (
  <ol class="source" lang="ja" aria-label={frame.t('source.text')}>
    {raw(view.lines.map((line) => lineHtml(line, view)).join(''))}
  </ol>
)

const lineHtml = (line: Line, { citedLine, place }: SourceView): string => {
  const cited = line === citedLine
  const text = cited && place && 'line' in place ? marked(line.text, place.column, place.length) : cells(line.text)
  return `<li id="L${line.number}"${cited ? ' class="cited" aria-current="true"' : ''}><span class="no" aria-hidden="true">${line.number}</span><span class="text">${text || ' '}</span></li>`
}

/** 升目の切れ目（タブ）が見えるように。写し取れば元の字になる。 */
const cells = (text: string): string => esc(text).replaceAll('\t', '<i>\t</i>')

/** 引いた文字だけに印。所在が行だけのときは行ぜんたい。 */
const marked = (text: string, column: number | undefined, length: number | undefined): string => {
  if (column === undefined) return `<mark>${cells(text)}</mark>`
  const from = Math.min(column - 1, text.length)
  const to = Math.min(from + (length ?? lengthOfCell(text, from)), text.length)
  if (to <= from) return `<mark>${cells(text)}</mark>`
  return `${cells(text.slice(0, from))}<mark id="cited">${cells(text.slice(from, to))}</mark>${cells(text.slice(to))}`
}

const lengthOfCell = (text: string, from: number): number => {
  const end = text.indexOf('\t', from)
  return (end === -1 ? text.length : end) - from
}

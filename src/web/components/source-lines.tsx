import { raw } from 'hono/html'
import type { Line, SourceView } from '#operations/view-source.ts'
import type { Frame } from '../frame.ts'
import { Citations } from './citations.tsx'
import { escapeHtml as esc } from './escape.ts'

type Props = { frame: Frame; view: SourceView }

/** 文章の図書。行の番号と、書かれたままの行。引いた行のすぐ下に、そこから読み取ったものを置く。 */
export const SourceLines = ({ frame, view }: Props) => {
  const at = view.lines.findIndex((line) => line === view.citedLine)
  const cited = view.lines[at]
  return (
    <ol class="source" aria-label={frame.t('source.text')}>
      {raw(view.lines.slice(0, Math.max(at, 0)).map(lineHtml).join(''))}
      {cited && (
        <li id={`L${cited.number}`} class="cited">
          <span class="no" aria-hidden="true">
            {cited.number}
          </span>
          <span class="text" lang="ja">
            {raw(marked(cited.text, view.place))}
          </span>
          <Citations frame={frame} view={view} />
        </li>
      )}
      {raw(
        view.lines
          .slice(at + 1)
          .map(lineHtml)
          .join(''),
      )}
    </ol>
  )
}

const lineHtml = ({ number, text }: Line): string =>
  `<li id="L${number}"><span class="no" aria-hidden="true">${number}</span><span class="text" lang="ja">${cells(text) || ' '}</span></li>`

/** 升目の切れ目（タブ）が見えるように。写し取れば元の字になる。 */
const cells = (text: string): string => esc(text).replaceAll('\t', '<i>\t</i>')

/** 引いた字だけに印。所在が行だけのときは行ぜんたい。 */
const marked = (text: string, place: SourceView['place']): string => {
  const { column, length } = place && 'line' in place ? place : {}
  const from = column === undefined ? 0 : Math.min(column - 1, text.length)
  const to = column === undefined ? text.length : Math.min(from + (length ?? lengthOfCell(text, from)), text.length)
  if (to <= from) return `<mark>${cells(text)}</mark>`
  return `${cells(text.slice(0, from))}<mark>${cells(text.slice(from, to))}</mark>${cells(text.slice(to))}`
}

const lengthOfCell = (text: string, from: number): number => {
  const end = text.indexOf('\t', from)
  return (end === -1 ? text.length : end) - from
}

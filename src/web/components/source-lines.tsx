import { raw } from 'hono/html'
import type { Line, SourceView } from '#operations/view-source.ts'
import type { Frame } from '../frame.ts'
import { Citations } from './citations.tsx'
import { escapeHtml as esc } from './escape.ts'

type Props = { frame: Frame; view: SourceView }

/** 文章の図書。行の番号と、書かれたままの行。引いた行のすぐ下に、そこから読み取ったものを置く。 */
export const SourceLines = ({ frame, view }: Props) => {
  const at = view.citedLine ? view.lines.indexOf(view.citedLine) : -1
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
            {raw(marked(cited.text, view.mark))}
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

/** 引いた字だけに印を付ける。 */
const marked = (text: string, mark: SourceView['mark']): string => {
  const { from, to } = mark ?? { from: 0, to: text.length }
  return `${cells(text.slice(0, from))}<mark>${cells(text.slice(from, to))}</mark>${cells(text.slice(to))}`
}

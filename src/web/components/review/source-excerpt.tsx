import type { Child } from 'hono/jsx'
import type { FigureKey } from '#domain/review/correction.ts'
import type { Excerpt, ExcerptLine, Mark } from '#operations/reviews-for-pages/excerpt.ts'
import type { Frame } from '../../frame.ts'
import { Scroll } from '../scroll.tsx'
import { columnName } from '../source-sheet.tsx'

type Props = {
  frame: Frame
  excerpt: Excerpt | undefined
  /** いま選んだ値。 */
  at: FigureKey | undefined
  /** 値の印から、その値の欄へ。 */
  hrefOf: (figure: FigureKey) => string
}

/** 図書の、その行のまわり。この行から読んだ字に印を付け、選んだ値の印を強くする。 */
export const SourceExcerpt = ({ frame, excerpt, at, hrefOf }: Props) => {
  if (!excerpt) return <p class="empty small">{frame.t('review.no-excerpt')}</p>
  const body = excerpt.columns.length > 0 ? SheetPart : TextPart
  return (
    <div class="excerpt">
      <Scroll label={excerpt.sheet ?? frame.t('source.text')}>{body({ frame, excerpt, at, hrefOf })}</Scroll>
      {excerpt.moreColumns > 0 && <p class="sub">{frame.t('review.more-columns', { count: excerpt.moreColumns })}</p>}
    </div>
  )
}

type PartProps = Props & { excerpt: Excerpt }

const TextPart = ({ excerpt, at, hrefOf }: PartProps) => (
  <ol class="source">
    {excerpt.lines.map((line) => (
      <li class={`${line.part}${line.gap ? ' gap' : ''}`}>
        <span class="no" aria-hidden="true">
          {line.number}
        </span>
        <span class="text" lang="ja">
          {pieces(line).map(({ text, mark }) => (mark ? marked(text, mark, at, hrefOf) : tabbed(text)))}
        </span>
      </li>
    ))}
  </ol>
)

type Piece = { readonly text: string; readonly mark: Mark | undefined }

/** 行を、印のあるところとないところに切る。 */
const pieces = ({ text, marks }: ExcerptLine): readonly Piece[] => {
  const found: Piece[] = []
  let from = 0
  for (const mark of marks) {
    found.push({ text: text.slice(from, mark.from), mark: undefined })
    found.push({ text: text.slice(mark.from, mark.to), mark })
    from = mark.to
  }
  return [...found, { text: text.slice(from), mark: undefined }].filter(({ text: piece }) => piece !== '')
}

/** 升目の切れ目（タブ）が見えるように。 */
const tabbed = (text: string): Child =>
  text.split('\t').map((cell, index) => (
    <>
      {index > 0 && <i>{'\t'}</i>}
      {cell}
    </>
  ))

const marked = (text: string, { figure }: Mark, at: Props['at'], hrefOf: Props['hrefOf']): Child =>
  figure === null ? (
    <mark class="name">{tabbed(text)}</mark>
  ) : (
    <a href={hrefOf(figure)}>
      <mark class={figure === at ? 'here' : undefined}>{tabbed(text)}</mark>
    </a>
  )

const SheetPart = ({ frame, excerpt, at, hrefOf }: PartProps) => (
  <table class="sheet" lang="ja">
    <thead>
      <tr>
        <td></td>
        {excerpt.columns.map((column) => (
          <th scope="col">{columnName(column)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {excerpt.lines.map((line) => (
        <tr class={`${line.part}${line.gap ? ' gap' : ''}`}>
          <th scope="row">{line.number}</th>
          {excerpt.columns.map((column) => (
            <td>{cellPart(frame, line, column, at, hrefOf)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const cellPart = (
  frame: Frame,
  { cells, marks }: ExcerptLine,
  column: number,
  at: Props['at'],
  hrefOf: Props['hrefOf'],
) => {
  const text = cells.find((cell) => cell.column === column)?.text ?? ''
  const mark =
    marks.find((each) => each.column === column && each.figure === at) ?? marks.find((each) => each.column === column)
  return mark ? marked(text === '' ? frame.t('review.blank') : text, mark, at, hrefOf) : text
}

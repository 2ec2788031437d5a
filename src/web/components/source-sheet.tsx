import { raw } from 'hono/html'
import type { Cell, Line, SourceView } from '#operations/view-source.ts'
import type { Frame } from '../frame.ts'
import { escapeHtml as esc } from './escape.ts'
import { Scroll } from './scroll.tsx'

type Props = { frame: Frame; view: SourceView }

/** 表計算の図書。列の名と行の番号を付けた表。結合セルは広がりのまま。 */
export const SourceSheet = ({ frame, view }: Props) => {
  const columns = Math.max(0, ...view.lines.flatMap(({ cells }) => cells.map(({ column }) => column + 1)))
  return (
    <Scroll label={view.page.name ?? frame.t('source.text')}>
      <table class="sheet" lang="ja">
        <thead>
          <tr>
            <td></td>
            {Array.from({ length: columns }, (_, column) => (
              <th scope="col">{columnName(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>{raw(rows(view, columns))}</tbody>
      </table>
    </Scroll>
  )
}

/** 0 → A、26 → AA */
export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

const rows = (view: SourceView, columns: number): string => {
  const covered = new Set<string>()
  return view.lines.map((line) => row(line, columns, view, covered)).join('')
}

const row = (line: Line, columns: number, view: SourceView, covered: Set<string>): string => {
  const byColumn = new Map(line.cells.map((cell) => [cell.column, cell]))
  const cells = Array.from({ length: columns }, (_, column) =>
    covered.has(`${line.number}:${column}`)
      ? ''
      : cellHtml(byColumn.get(column), view.citedCell, () => cover(line, byColumn.get(column), covered)),
  )
  return `<tr${line.hidden ? ' class="hidden"' : ''}><th scope="row">${line.number}</th>${cells.join('')}</tr>`
}

const cover = ({ number }: Line, cell: Cell | undefined, covered: Set<string>): void => {
  if (!cell?.span) return
  for (let row = 0; row < cell.span.rows; row++)
    for (let column = 0; column < cell.span.columns; column++) covered.add(`${number + row}:${cell.column + column}`)
}

const cellHtml = (cell: Cell | undefined, cited: Cell | undefined, covers: () => void): string => {
  if (!cell) return '<td></td>'
  covers()
  const span = cell.span ? ` rowspan="${cell.span.rows}" colspan="${cell.span.columns}"` : ''
  return cell === cited
    ? `<td${span} id="cited" class="cited"><mark>${esc(cell.text) || '（空）'}</mark></td>`
    : `<td${span}>${esc(cell.text)}</td>`
}

import type { Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import type { Cell } from '../../document.ts'
import { type MarkColumn, markColumns } from './mark-columns.ts'
import type { MatrixTable } from './outline.ts'
import { filled, wholeNumber } from './rows.ts'

/** 印の列の計が、印（番号）のある行の数と合わないところ。頁に分かれた表の計は、その表までを通した数でもよい。 */
export const totalsDiffering = (tables: readonly MatrixTable[]): readonly Note[] =>
  tables.flatMap((table, at) => {
    const found = differing(table, tables.slice(0, at + 1))
    return found.length === 0
      ? []
      : [
          note(
            'warning',
            'matrix-total-differs',
            { columns: found.map(({ words }) => words).join('、') },
            found.map(({ place }) => place),
          ),
        ]
  })

type Differing = { readonly words: string; readonly place: Place }

const differing = (table: MatrixTable, soFar: readonly MatrixTable[]): readonly Differing[] => {
  if (!table.total) return []
  const columns = markColumns(table)
  return filled(table.total).flatMap((cell) => {
    const column = columns.at(cell.column)
    const printed = wholeNumber(cell.text)
    if (!column || printed === undefined || !isCounted(column)) return []
    const own = markedIn([table], cell)
    if (Number(printed) === own || Number(printed) === markedIn(soFar, cell)) return []
    return [{ words: `${column.group}${column.number ?? ''}（計${printed}、印${own}）`, place: cell.place }]
  })
}

const isCounted = ({ role }: MarkColumn): boolean => ['goal', 'tag', 'sdgs', 'priority'].includes(role)

const markedIn = (tables: readonly MatrixTable[], { column }: Cell): number =>
  tables.flatMap(({ rows }) => rows).filter((line) => filled(line).some((cell) => cell.column === column)).length

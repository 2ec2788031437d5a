import { type SheetTag, type SheetTagEntry, sheetFormat, sheetTagLabels } from '#domain/collection/response-sheet.ts'
import type { SafeSheet } from '../formats/safe-workbook.ts'
import type { CellAt } from './sheet-cells.ts'

/** 名札のシートなら読む。そうでなければ null。欄の名で見分け、場所では見分けない。 */
export const readTag = (at: CellAt, { rows, columns }: Pick<SafeSheet, 'rows' | 'columns'>): SheetTag | null => {
  if (columns < 2 || columns > mostColumns) return null
  const lines = Array.from({ length: rows }, (_, row) => [0, 1, 2, 3].map((column) => at(row, column).text))
  const fact = (label: string): string => lines.find(([name]) => name === label)?.[1] ?? ''
  const format = fact(sheetTagLabels.format)
  if (!format.startsWith(family)) return null
  return {
    format,
    municipality: fact(sheetTagLabels.municipality),
    round: fact(sheetTagLabels.round),
    response: fact(sheetTagLabels.response),
    department: fact(sheetTagLabels.department),
    madeAt: fact(sheetTagLabels.madeAt),
    check: fact(sheetTagLabels.check),
    entries: entriesIn(lines),
  }
}

const mostColumns = 20

/** 様式の名の、版を除いたところ。新しい版の用紙も、名札としては読む。 */
const family = sheetFormat.slice(0, sheetFormat.indexOf('/') + 1)

const entriesIn = (lines: readonly (readonly string[])[]): readonly SheetTagEntry[] => {
  const head = lines.findIndex((line) => sheetTagLabels.entries.every((label, at) => line[at] === label))
  if (head < 0) return []
  return lines
    .slice(head + 1)
    .flatMap(([key = '', name = '', revision = '', text = '']) =>
      key === ''
        ? []
        : [{ key, name: name as SheetTagEntry['name'], revision: revision === '' ? null : Number(revision), text }],
    )
}

import { plainText } from '#domain/language/plain-text.ts'
import type { Note, RevisionRule } from '#domain/plan/draft.ts'
import { piecesAt } from '../../assemble/pieces.ts'
import type { Cell, Line } from '../../document.ts'
import { isBlankMark } from '../blank-mark.ts'
import { countIn, countNotes } from './grade-table.ts'
import { cellIn, circleMark, gradeOf, written } from './lines.ts'

type RuleColumns = { readonly grade: number; readonly rule: number; readonly count?: number; readonly changes?: number }

/** 「評価 | 見直し基準 | 修正指標数 | 修正内容」。列は語で決める。 */
const ruleHeader = (line: Line): RuleColumns | null => {
  const find = (pattern: RegExp) => line.cells.find(({ text }) => pattern.test(plainText(text)))?.column
  const grade = find(/^評価(?:区分)?$/)
  const rule = find(/^(?:見直し|修正|改訂|変更)の?(?:基準|方針|考え方)$/)
  const count = find(/^(?:修正|見直し|変更)?(?:対象)?(?:指標数|件数)$/)
  const changes = find(/^(?:主な)?(?:修正|見直し|変更|改訂)の?内容$/)
  if (grade === undefined || rule === undefined) return null
  return { grade, rule, ...(count === undefined ? {} : { count }), ...(changes === undefined ? {} : { changes }) }
}

export const isRuleHeader = (line: Line): boolean => ruleHeader(line) !== null

/** 「目標値の修正 … 5指標 指標名の変更 … 4指標」の、数の後の空白。 */
const afterCount = /(?<=[0-9０-９](?:指標|件|項目|事業))[\s　]+/gu

/** 評価ごとの見直し基準の表を読む。なければ空。評価の書かれていない続きの行は、上の評価に足す。 */
export const readRules = (
  lines: readonly Line[],
): { readonly rules: readonly RevisionRule[]; readonly notes: readonly Note[] } => {
  const at = lines.findIndex(isRuleHeader)
  const header = lines[at]
  const columns = header && ruleHeader(header)
  if (!columns) return { rules: [], notes: [] }
  const rows = rowsBelow(lines, at + 1, columns)
  return {
    rules: rows.map((row) => readRule(row, columns)),
    notes: rows.flat().flatMap((line) => {
      const cell = cellIn(line, columns.count)
      return cell ? countNotes(cell) : []
    }),
  }
}

/** 評価ごとの行のまとまり。 */
const rowsBelow = (lines: readonly Line[], start: number, columns: RuleColumns): readonly (readonly Line[])[] => {
  const rows: Line[][] = []
  for (const line of lines.slice(start)) {
    if (written(line).length === 0) continue
    if (gradeOf(cellIn(line, columns.grade)?.text ?? '') !== null && written(line).length >= 2) rows.push([line])
    else if (rows.length > 0 && isContinuation(line, columns)) rows.at(-1)?.push(line)
    else break
  }
  return rows
}

const isContinuation = (line: Line, columns: RuleColumns): boolean =>
  line.cells.length > 1 && (cellIn(line, columns.grade)?.text ?? '') === ''

const readRule = (row: readonly Line[], columns: RuleColumns): RevisionRule => {
  const cells = (column: number | undefined): readonly Cell[] =>
    row.flatMap((line) => cellIn(line, column) ?? []).filter(({ text }) => text !== '' && !isBlankMark(text))
  const [grade] = cells(columns.grade)
  const [count] = cells(columns.count)
  const first = row[0]
  return {
    grade: gradeOf(grade?.text ?? '') ?? '',
    rule: cells(columns.rule).flatMap((cell) => piecesAt(cell.text, cell.place, circleMark).map(({ text }) => text)),
    count: count ? countIn(count.text) : null,
    ...(count ? { countPlace: count.place } : {}),
    changes: cells(columns.changes).flatMap((cell) =>
      piecesAt(cell.text, cell.place, circleMark)
        .flatMap((piece) => piecesAt(piece.text, piece.place, afterCount))
        .map(({ text }) => text),
    ),
    place: grade?.place ?? first?.place ?? { line: 1 },
  }
}

import { plainText } from '#domain/language/plain-text.ts'
import type { Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import { yearsIn } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { isBlankMark } from '../blank-mark.ts'
import { readHeader } from '../headers.ts'
import { cellIn, gradeOf, written } from './lines.ts'

/** 評価区分の表の一行。`label` は行の見出し（基本目標・合計）の升目、`kind` は数値目標・KPI。 */
export type GradeRow = {
  readonly label: Cell | null
  readonly kind: string
  readonly counts: Readonly<Record<string, number | null>>
  readonly countPlaces: Readonly<Record<string, Place>>
  readonly place: Place
}

/** 評価区分の表。`year` は、どの年度の実績の評価か。 */
export type GradeTable = {
  readonly rows: readonly GradeRow[]
  readonly year: number | null
  readonly notes: readonly Note[]
}

type Grades = ReadonlyMap<number, string>

/** 「A評価 | B評価 | …」と二つ以上の評価だけが並ぶ行。 */
const gradeHeader = (line: Line): Grades | null => {
  const cells = written(line)
  const grades = cells.flatMap((cell) => {
    const grade = gradeOf(cell.text)
    return grade === null ? [] : [[cell.column, grade] as const]
  })
  const others = cells.filter(({ text }) => gradeOf(text) === null)
  const onlyLabels = others.every(({ text }) =>
    /^(?:評価(?:区分)?|区分|基本目標|指標(?:区分)?|計|合計)$/.test(plainText(text)),
  )
  return grades.length >= 2 && onlyLabels ? new Map(grades) : null
}

/** 図書の中の評価区分の表を読む。なければ null。空欄は null で、ゼロではない。 */
export const readGradeTable = (lines: readonly Line[]): GradeTable | null => {
  const at = lines.findIndex((line) => gradeHeader(line) !== null)
  const header = lines[at]
  const grades = header && gradeHeader(header)
  if (!grades) return null
  const read = rowsBelow(lines, at + 1, grades).map((line) => readRow(line, grades))
  return {
    rows: read.map(({ row }) => row),
    year: yearAbove(lines, at),
    notes: read.flatMap(({ notes }) => notes),
  }
}

const rowsBelow = (lines: readonly Line[], start: number, grades: Grades): readonly Line[] => {
  const rows: Line[] = []
  for (const line of lines.slice(start)) {
    if (written(line).length === 0) continue
    if (!isGradeRow(line, grades)) break
    if (!isReckoned(line, grades)) rows.push(line)
  }
  return rows
}

/** 「合計（計算）」のように、図書に書かれた数でなく、足した数だと断った行。 */
const isReckoned = (line: Line, grades: Grades): boolean =>
  labels(line, grades).some(({ text }) => /[(（](?:再)?計算[)）]$/u.test(text))

const isGradeRow = (line: Line, grades: Grades): boolean =>
  kindCell(line, grades) !== undefined ||
  (written(line).length >= 2 && written(line).some((cell) => grades.has(cell.column) && countIn(cell.text) !== null))

/** 数値目標・KPI の升目（評価の列より左）。 */
const kindCell = (line: Line, grades: Grades): Cell | undefined =>
  labels(line, grades).find(({ text }) => readHeader(text).roles.includes('name'))

const labels = (line: Line, grades: Grades): readonly Cell[] => {
  const first = Math.min(...grades.keys())
  return written(line).filter(({ column }) => column < first)
}

const readRow = (line: Line, grades: Grades): { readonly row: GradeRow; readonly notes: readonly Note[] } => {
  const kind = kindCell(line, grades)
  const label = labels(line, grades).find((cell) => cell !== kind) ?? null
  const cells = [...grades].map(([column, grade]) => ({ grade, cell: cellIn(line, column) }))
  const counts = Object.fromEntries(cells.map(({ grade, cell }) => [grade, cell ? countIn(cell.text) : null]))
  const countPlaces = Object.fromEntries(cells.flatMap(({ grade, cell }) => (cell ? [[grade, cell.place]] : [])))
  return {
    row: { label, kind: kind ? readHeader(kind.text).word : '', counts, countPlaces, place: line.place },
    notes: cells.flatMap(({ cell }) => (cell ? countNotes(cell) : [])),
  }
}

/** 件数。「1 4」のように数字の間が空いたものもつなげて読む（気づきは countNotes）。空欄と「-」は null。 */
export const countIn = (text: string): number | null => {
  const digits = /^(\d{1,5})(?:件|指標|項目|事業)?$/.exec(plainText(text))?.[1]
  return digits === undefined ? null : Number(digits)
}

/** 件数の升目の怪しいところ。 */
export const countNotes = ({ text, place }: Cell): readonly Note[] => {
  const count = countIn(text)
  if (count !== null && /\d\s+\d/.test(text.normalize('NFKC')))
    return [note('warning', 'digits-split', { printed: text, read: String(count) }, [place])]
  return count === null && text !== '' && !isBlankMark(text)
    ? [note('warning', 'count-unreadable', { printed: text }, [place])]
    : []
}

/** 表のすぐ上の「令和4年度実績における評価」。 */
const yearAbove = (lines: readonly Line[], at: number): number | null => {
  const above = lines.slice(Math.max(0, at - 5), at).toReversed()
  return above.flatMap(({ text }) => yearsIn(text))[0]?.year ?? null
}

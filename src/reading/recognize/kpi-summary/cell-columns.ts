import { plainText } from '#domain/language/plain-text.ts'
import { type Era, readYear } from '#domain/year/read-year.ts'
import type { Line } from '../../document.ts'
import { readHeader } from '../headers.ts'
import { remarksHeader } from './line-words.ts'

/** 升目のある集計表の列。見出しのことばで決め、列の番号では決めない。 */
export type Columns = {
  readonly class: 'KPI' | '数値目標'
  readonly name: number
  /** 施策名・事業名の列。 */
  readonly project: number | null
  /** 区分（目標値／実績値）の列。 */
  readonly label: number | null
  readonly baseline: number | null
  readonly target: number | null
  readonly years: readonly { readonly column: number; readonly year: number }[]
  readonly total: number | null
  readonly department: number | null
  readonly remarks: readonly number[]
}

/** 見出しの行か（年度の見出しの升目が二つ以上あり、指標名か区分の見出しもある）。 */
export const isHeaderLine = (line: Line): boolean => yearCells(line, '令和').length >= 2

const yearCells = ({ cells }: Line, era: Era) =>
  cells.flatMap(({ text, column }) => {
    // 「令和3年度（2021年度）」のように、二通りに書いた年度も一つ。
    const plain = plainText(text).replace(/年度?\(\d{4}年度?\)$/u, '年度')
    const year = /年度?$/u.test(plain) && plain.length <= 12 ? readYear(plain, { era })?.year : undefined
    return year === undefined ? [] : [{ column, year }]
  })

/** 見出しの行（二段に分かれていれば両方）から列を決める。指標名の列がなければ null。 */
export const columnsOf = (header: readonly Line[], era: Era): Columns | null => {
  const words = new Map<number, string>()
  for (const { cells } of header)
    for (const { column, text } of cells)
      if (text !== '') words.set(column, (words.get(column) ?? '') + plainText(text))
  const entries = [...words].toSorted(([a], [b]) => a - b)
  const find = (test: (word: string) => boolean) => entries.find(([, word]) => test(word))?.[0] ?? null
  const role = (wanted: string) => (word: string) => readHeader(word).roles.some((each) => each === wanted)
  const years = header.flatMap((line) => yearCells(line, era))
  const goalName = find((word) => word === '数値目標')
  const kpiName =
    find((word) => /KPI|重要業績評価指標/iu.test(word)) ?? find((word) => word !== '数値目標' && role('name')(word))
  const name = goalName ?? kpiName
  if (name === null || years.length === 0) return null
  const isYear = (column: number | null) => years.some((each) => each.column === column)
  const other = (column: number | null) => (column === name || isYear(column) ? null : column)
  return {
    class: goalName !== null ? '数値目標' : 'KPI',
    name,
    project: other(find((word) => /事業名|施策名|取組名/u.test(word)) ?? find(role('project'))),
    label: other(find(role('row-label'))),
    baseline: other(find((word) => word !== '目標値' && role('baseline')(word))),
    target: other(find((word) => /^(?:最終)?目標値?$/u.test(word))),
    years,
    total: other(find((word) => /年間の?合計|期間の?合計|^合計$/u.test(word))),
    department: other(find(role('department'))),
    remarks: entries.filter(([column, word]) => !isYear(column) && isRemarks(word)).map(([column]) => column),
  }
}

const isRemarks = (word: string): boolean =>
  remarksHeader(word) !== null ||
  readHeader(word).roles.some((role) => role === 'reason' || role === 'remarks' || role === 'outlook')

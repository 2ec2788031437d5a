import { readYear } from '#domain/year/read-year.ts'
import type { Line } from '../../document.ts'
import type { SheetTable } from './outline.ts'
import { filled, words } from './rows.ts'

/** 個票の三つの部分。上（基本目標～指標）、事業内容・視点・SDGs、実績・予定。見出しのない部分は null。 */
export type SheetParts = {
  readonly header: Line
  readonly head: readonly Line[]
  readonly contentHeader: Line | null
  readonly content: readonly Line[]
  readonly yearHeader: Line | null
  readonly body: readonly Line[]
}

export const partsOf = ({ header, rows }: SheetTable): SheetParts => {
  const contentAt = rows.findIndex(isContentHeader)
  const yearAt = rows.findIndex(isYearHeader)
  const headEnd = [contentAt, yearAt].filter((at) => at >= 0).toSorted((a, b) => a - b)[0] ?? rows.length
  const between = contentAt < 0 ? [] : rows.slice(contentAt + 1, yearAt > contentAt ? yearAt : rows.length)
  return {
    header,
    head: rows.slice(0, headEnd),
    contentHeader: rows[contentAt] ?? null,
    content: between,
    yearHeader: rows[yearAt] ?? null,
    body: yearAt < 0 ? [] : rows.slice(yearAt + 1),
  }
}

const isContentHeader = (line: Line): boolean => words(line).some((word) => /^事業(?:内容|概要)$/u.test(word))

/** 「実績・予定」と年の並ぶ行。抽出で左端の語が落ちていても、年が三つ以上並べば見出し。 */
const isYearHeader = (line: Line): boolean => {
  const years = filled(line).filter(({ text }) => readYear(text) !== undefined).length
  return years >= 3 || (years >= 1 && words(line).some((word) => /^実績・?(?:予定|計画|見込)?$/u.test(word)))
}

import { done, type Result, refused } from '#domain/problem.ts'
import { parseFiscalYear } from '#domain/year/read-year.ts'
import { type ReportChoices, readChoices } from '#operations/reports/choices.ts'
import type { Arguments, ReportOption } from './arguments.ts'

/** 決まった語から選ぶ引数と、番地での名。 */
const words = {
  formula: ['formula', ['ratio-to-final', 'ratio-to-year', 'progress', 'pro-rata', 'period-total', 'cumulative']],
  rounding: ['rounding', ['half-up', 'down', 'up']],
  places: ['places', ['0', '1', '2']],
  rows: ['rows', ['1', '2', '4']],
  pair: ['pair', ['actual-rate', 'target-actual']],
  'year-style': ['yearStyle', ['era', 'both', 'western']],
  stage: ['stage', ['goals', 'interim', 'final']],
  paper: ['paper', ['A3-landscape', 'A3-portrait', 'A4-landscape', 'A4-portrait']],
} as const satisfies Partial<Record<ReportOption, readonly [string, readonly string[]]>>

/** 載せるか載せないかの印。 */
const marks = ['money', 'grades', 'comments', 'findings', 'names'] as const

/**
 * 端末の引数を帳票の選びにする。画面の番地と違い、読めない値は黙って捨てずに断る（`report-option-unknown`）。
 *
 * @example choicesFrom({ year: ['R5'], years: ['R2-R6'], without: ['money'], … })
 */
export const choicesFrom = (report: Arguments['report']): Result<ReportChoices> => {
  const asked = new URLSearchParams()
  for (const [option, [name, known]] of Object.entries(words)) {
    for (const given of report[option as keyof typeof words]) {
      if (!known.some((word) => word === given))
        return refused('report-option-unknown', { option: `--${option}`, given, known: known.join('・') })
      asked.append(name, given)
    }
  }
  for (const [option, value] of [
    ['with', 'yes'],
    ['without', 'no'],
  ] as const)
    for (const given of report[option].flatMap((text) => text.split(','))) {
      if (!marks.some((mark) => mark === given))
        return refused('report-option-unknown', { option: `--${option}`, given, known: marks.join('・') })
      asked.append(given, value)
    }
  for (const [option, name] of [
    ['year', 'year'],
    ['years', 'years'],
  ] as const)
    for (const given of report[option].flatMap((text) => text.split(','))) {
      const years = yearsIn(given)
      if (!years) return refused('report-year-unknown', { option: `--${option}`, given })
      for (const year of years) asked.append(name, String(year))
    }
  for (const goal of report.goal) asked.append('goals', goal)
  for (const department of report.department) asked.append('departments', department)
  for (const text of report['document-number']) asked.append('documentNumber', text)
  for (const text of report['as-of']) asked.append('asOf', text)
  return done(readChoices(asked))
}

const mostYears = 300

/** 「R5」「令和5年度」「2023」と、続く年度「R2-R6」。 */
const yearsIn = (text: string): readonly number[] | undefined => {
  const [first, last = first, ...rest] = text.split(/[-～〜]/).map((part) => parseFiscalYear(part.trim())?.startYear)
  if (first === undefined || last === undefined || rest.length > 0 || last < first || last - first >= mostYears)
    return undefined
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth)
}

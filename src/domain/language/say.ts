import { dayInWords } from '../year/calendar.ts'
import { fiscalYearInWords } from '../year/fiscal-year.ts'
import { achievementWords } from './catalogue/achievement.ts'
import { auditWords } from './catalogue/audit.ts'
import { backupWords } from './catalogue/backup.ts'
import { cliWords } from './catalogue/cli.ts'
import { evaluationWords } from './catalogue/evaluation.ts'
import { findingWords } from './catalogue/findings.ts'
import { peopleWords } from './catalogue/people.ts'
import { peopleProblemWords } from './catalogue/people-problems.ts'
import { readingWords } from './catalogue/reading.ts'
import { actionPlanReadingWords } from './catalogue/reading-action-plan.ts'
import { readingFileWords } from './catalogue/reading-files.ts'
import { kpiSummaryWords } from './catalogue/reading-kpi-summary.ts'
import { tableReadingWords } from './catalogue/reading-tables.ts'
import { reportWords } from './catalogue/reports.ts'
import { comparisonReportWords } from './catalogue/reports-comparison.ts'
import { reportDataWords } from './catalogue/reports-data.ts'
import { indicatorReportWords } from './catalogue/reports-indicators.ts'
import { reportPaperWords } from './catalogue/reports-paper.ts'
import { projectReportWords } from './catalogue/reports-projects.ts'
import { revisionReportWords } from './catalogue/reports-revision.ts'
import { templateWords } from './catalogue/reports-templates.ts'
import { reviewWords } from './catalogue/review.ts'
import { storeWords } from './catalogue/store.ts'
import { webWords } from './catalogue/web.ts'
import { type Catalogue, fill, type Language, type Message, type Params } from './message.ts'

/** 全部の目録。同じ符号が二冊にあってはならない（試験で確かめる）。 */
export const catalogues: readonly Catalogue[] = [
  achievementWords,
  evaluationWords,
  peopleWords,
  peopleProblemWords,
  readingWords,
  readingFileWords,
  kpiSummaryWords,
  actionPlanReadingWords,
  tableReadingWords,
  revisionReportWords,
  comparisonReportWords,
  reportPaperWords,
  templateWords,
  reportDataWords,
  reviewWords,
  reportWords,
  projectReportWords,
  findingWords,
  storeWords,
  backupWords,
  auditWords,
  indicatorReportWords,
  webWords,
  cliWords,
]

const everything: Catalogue = Object.assign({}, ...catalogues)

/**
 * 「@what-target」「@kind-cumulative」のような値は目録のことばに、「@day-2026-06-12」は人の読む日に、「@fiscal-year-2023」は年度に置きかえる（文の中の語も日英そろえるため）。
 * 図書から来た字がたまたま @ で始まっても、ほかの文に化けないよう、決まった頭だけを見る。
 */
const spoken = (params: Params, language: Language): Params =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, spokenValue(value, language)]))

const spokenValue = (value: string | number, language: Language): string | number => {
  if (typeof value !== 'string' || !value.startsWith('@')) return value
  const day = /^@day-(\d{4}-\d{2}-\d{2})$/.exec(value)?.[1]
  if (day !== undefined) return dayInWords(day, language, true)
  const year = /^@fiscal-year-(\d{4})$/.exec(value)?.[1]
  if (year !== undefined) return language === 'ja' ? fiscalYearInWords({ startYear: Number(year) }) : `FY${year}`
  const word = /^@(?:what|kind|formula|rounding)-/.test(value) ? everything[value.slice(1)] : undefined
  return word ? word[language] : value
}

/**
 * 文を読み上げる。知らない符号は書き手の誤りなので投げる。
 * `say({ code: 'rate-differs', params }, 'ja')`
 */
export const say = ({ code, params, also = [] }: Message, language: Language = 'ja'): string => {
  const wording = everything[code]
  if (!wording) throw new Error(`no wording for message code "${code}"`)
  return fill(wording[language], spoken(params, language)) + also.map((next) => say(next, language)).join('')
}

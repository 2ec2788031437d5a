import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../choices.ts'
import { yearWords } from './years.ts'

/** 選ばれた式と丸めの版。選ばれていなければ、版そのまま（計算の覚えが利く）。 */
export const ruledEdition = (edition: Edition, { rules }: ReportChoices): Edition =>
  rules === null ? edition : { ...edition, rules }

/** 選ばれた基本目標・担当課の指標を、印刷された順に。 */
export const chosenIndicators = (edition: Edition, { goals, departments }: ReportChoices): readonly Indicator[] => {
  const found = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  return edition.content.indicators.filter(
    (indicator) =>
      (goals === null || goals.includes(goalOver(found, nodes, indicator.node)?.key ?? '')) &&
      (departments === null || indicator.departments.some((name) => departments.includes(name))),
  )
}

/** 載せる年度。選ばれていなければ、印刷された欄と計画の期間のすべて。どの値にも年度のない計画では、計画の期間。 */
export const chosenYears = (edition: Edition, { years }: ReportChoices): readonly number[] => {
  if (years !== null) return [...new Set(years)].toSorted((a, b) => a - b)
  const { columns } = reckon(edition)
  return columns.length > 0 ? columns : planYears(edition)
}

const planYears = ({ firstYear, lastYear }: Edition): readonly number[] =>
  firstYear === null || lastYear === null || lastYear < firstYear
    ? []
    : Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at)

/** 何年度の資料か。選ばれていなければ、値のあるいちばん新しい年度。値が一つもなければ undefined。 */
export const chosenYear = (edition: Edition, { year }: ReportChoices): number | undefined =>
  year ?? reckon(edition).figured.at(-1)

/**
 * 何にしぼった資料か。題の下に書き、全部だと思われないようにする。しぼっていなければ空。
 * `narrowedWords(小千谷市の計画, { goals: ['1'], … })` → ['対象：基本目標1 しごとをつくり…']
 */
export const narrowedWords = (edition: Edition, { goals, departments }: ReportChoices): readonly string[] => {
  const chosen = goals && goalsOf(edition.content).filter(({ key }) => goals.includes(key))
  return [
    ...(chosen ? [`対象：${chosen.map(({ words }) => words).join('、')}`] : []),
    ...(departments ? [`担当課：${departments.join('、')}`] : []),
  ]
}

/** 指標を載せる様式の、載せる指標。計画に指標がないか、選びに当てはまるものがなければ断る。 */
export const indicatorsFor = (edition: Edition, choices: ReportChoices, form: string): Result<readonly Indicator[]> => {
  if (edition.content.indicators.length === 0) return refused('report-no-indicators', { plan: edition.title, form })
  const chosen = chosenIndicators(edition, choices)
  return chosen.length > 0 ? done(chosen) : refused('report-no-chosen-indicators', { form })
}

/** 選ばれた年度に実績がなければ、どの年度にあるかを言って断る。選ばれていなければ、値のあるいちばん新しい年度（なければ null）。 */
export const yearWithFigures = (edition: Edition, { year, yearStyle }: ReportChoices): Result<number | null> => {
  const { figured } = reckon(edition)
  if (year === null) return done(figured.at(-1) ?? null)
  if (figured.includes(year)) return done(year)
  const asked = yearWords(year, yearStyle)
  return figured.length === 0
    ? refused('report-year-before-any-figures', { plan: edition.title, year: asked })
    : refused('report-year-without-figures', {
        year: asked,
        years: figured.map((each) => yearWords(each, yearStyle)).join('、'),
      })
}

import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import type { ReportChoices } from '../choices.ts'

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

/** 載せる年度。選ばれていなければ、印刷された欄と計画の期間のすべて。 */
export const chosenYears = (edition: Edition, { years }: ReportChoices): readonly number[] =>
  years === null ? reckon(edition).columns : years.toSorted((a, b) => a - b)

/** 何年度の資料か。選ばれていなければ、値のあるいちばん新しい年度。値が一つもなければ undefined。 */
export const chosenYear = (edition: Edition, { year }: ReportChoices): number | undefined =>
  year ?? reckon(edition).figured.at(-1)

import { bareName } from '../indicator/read-accumulation.ts'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { sameNumber } from '../quantity/decimal.ts'
import { comparableUnits } from '../quantity/unit.ts'
import { amountOf, groupsBy } from './figures.ts'

/**
 * 一枚の個票の中で、計画の指標（成果目標・KPI）と設定指標が同じ系列らしいのに、目標が違う
 * （「…新たなまちづくりの事業数 26事業(累計)」と「新たなまちづくりの事業数 12事業(累積)」）。
 * 年ごとの目標と累計の目標は、値が違って当たり前なので比べない。
 */
export const sameSheetFindings = ({ indicators }: PlanDraft): Note[] =>
  groupsBy(indicators, ({ project }) => project).flatMap((sheet) => {
    const settings = sheet.filter(({ class: kind }) => kind.includes('設定指標'))
    const plans = sheet.filter((each) => !settings.includes(each))
    return plans.flatMap((plan) => settings.flatMap((setting) => compareTargets(plan, setting)))
  })

const compareTargets = (plan: Indicator, setting: Indicator): Note[] => {
  const [a, b] = [plan.targets[0], setting.targets[0]]
  const [whole, part] = [amountOf(a), amountOf(b)]
  if (!a || !b || whole === null || part === null || !isSameSeries(plan, setting)) return []
  if (a.scope !== b.scope || !comparableUnits(a.unit, b.unit) || sameNumber(whole, part)) return []
  return [
    note(
      'warning',
      'same-sheet-targets-differ',
      { plan: plan.name, first: a.raw, setting: setting.name, second: b.raw },
      [a.place, b.place],
      [plan.id, setting.id],
    ),
  ]
}

const isSameSeries = (plan: Indicator, setting: Indicator): boolean => {
  const [long, short] = [bareName(plan.name), bareName(setting.name)]
  return short.length >= 6 && long.endsWith(short)
}

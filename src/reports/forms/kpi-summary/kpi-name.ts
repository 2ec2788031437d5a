import type { PlanYears } from '#domain/indicator/achievement.ts'
import { finalTarget, saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { ReportChoices } from '../../choices.ts'
import { datedCell } from '../rows/dated-cell.ts'
import { markedName } from '../rows/marked-name.ts'

type Style = ReportChoices['yearStyle']

/**
 * 表の欄に年度ごとに並ぶ目標と合計のほかに書かれた、計画が目指すところ（「40.0％（5年間）」）。
 * 年度ごとの目標しかない指標では undefined、年度の欄のない目標ならいちばん後のもの。
 */
export const aimOf = (indicator: Indicator): Figure | undefined => {
  const { targets } = indicator
  const periods = targets.filter(({ scope, year }) => scope === 'period' && year === null)
  const aim = targets.findLast(({ scope }) => scope !== undefined && scope !== 'period')
  const ofPeriod = periods.length > 1 ? periods.at(-1) : periods.find(({ raw }) => /[（(]/u.test(raw))
  const stated = targets.findLast((target) => target === aim || target === ofPeriod)
  if (stated) return stated
  const final = finalTarget(indicator)
  const inColumns = targets.some(({ scope, year }) => scope === undefined && year !== null)
  return final && !inColumns && saysSomething(final) ? final : undefined
}

/**
 * 指標の升目。名の下に「／36.7％（令和元年）→40.0％（5年間）」を書く（砂川市の集計表）。
 * 指標を置かない断り（「KPIの設定が困難…」）は名の下に、種類（成果目標）は名の上に書く。
 */
export const kpiName = (
  indicator: Indicator,
  path: readonly PlanNode[],
  plan: PlanYears,
  style: Style,
  showClass: boolean,
): string => {
  const { class: kind, measured, name } = indicator
  const way = wayOf(indicator, plan, style)
  return [
    ...(showClass ? [`【${kind}】`] : []),
    markedName(indicator, path),
    ...(measured && !name.includes(measured) ? [measured] : []),
    ...(way === undefined ? [] : [way]),
  ].join('\n')
}

const wayOf = (indicator: Indicator, plan: PlanYears, style: Style): string | undefined => {
  const aim = aimOf(indicator)
  if (!aim && !indicator.baseline) return undefined
  const words = (figure: Figure | null | undefined) => datedCell(figure ?? undefined, undefined, plan, style).text
  return `／${words(indicator.baseline)}→${words(aim)}`
}

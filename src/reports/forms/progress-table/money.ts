import type { Cost, PlanContent } from '#domain/plan/draft.ts'
import type { Cell } from '../../report.ts'
import { noValue, numberCell, textCell } from '../cells.ts'

type Costs = Pick<PlanContent, 'indicators'>

/** 計画期間の事業費（年度の書かれていないもの）の単位。なければ undefined、単位がそろわなければ null。 */
export const totalCostUnit = (content: Costs): string | null | undefined => commonUnit(content, (year) => year === null)

/** 年度ごとの事業費の単位。 */
export const yearlyCostUnit = (content: Costs): string | null | undefined =>
  commonUnit(content, (year) => year !== null)

const commonUnit = ({ indicators }: Costs, wanted: (year: number | null) => boolean): string | null | undefined => {
  const units = new Set(indicators.flatMap(({ costs }) => costs.filter(({ year }) => wanted(year)).map(unitOf)))
  if (units.size === 0) return undefined
  const [unit] = units
  return units.size === 1 ? (unit ?? null) : null
}

const unitOf = ({ unit }: Cost): string | null => unit

/** 事業費の升目。見出しが単位を言わないときは、数の後に添える。線だけなら「―」。 */
export const moneyCell = (
  costs: readonly Cost[],
  stated: string | null,
  rest: Omit<Cell, 'text' | 'number'> = {},
): Cell => {
  const [only, ...more] = costs
  const shown = { align: 'end' as const, ...rest }
  if (!only) return textCell(noValue, shown)
  if (more.length > 0) return textCell(costs.map((cost) => costWords(cost, stated)).join('\n'), shown)
  return only.value === null
    ? textCell(costWords(only, stated), shown)
    : numberCell(only.value, only.unit === stated ? '' : (only.unit ?? ''), shown)
}

const costWords = ({ raw, value, unit }: Cost, stated: string | null): string => {
  if (value !== null) return numberCell(value, unit === stated ? '' : (unit ?? '')).text
  return /^[\s\-－―ー–—…‐‑‒−]*$/u.test(raw) ? noValue : raw.trim()
}

import type { Indicator, PlanContent } from '../plan/draft.ts'
import { sameWritten } from '../plan/field-changes.ts'
import { fieldOf } from './revisable.ts'

/**
 * 決めたときに新しい版の中身になるもの。もとの版の図書が、もとの版について言っていたこと（評価の数・見直し基準・主な変更・小計・読み手の気づき）は、
 * 旧版に残し、新しい版には移さない。目標などの変わった指標の、印刷された達成率・判定も同じ（もとの目標に対するもの）。実績・所見・事業費は続く。
 */
export const contentToAdopt = (base: PlanContent, revised: PlanContent): PlanContent => {
  const earlier = new Map(base.indicators.map((indicator) => [indicator.id, indicator]))
  return {
    ...revised,
    indicators: revised.indicators.map((indicator) => {
      const before = earlier.get(indicator.id)
      return before && isMeasuredAlike(before, indicator) ? indicator : withoutPrintedRates(indicator)
    }),
    grades: [],
    revisionRules: [],
    revisionItems: [],
    subtotals: [],
    notes: [],
  }
}

const isMeasuredAlike = (before: Indicator, after: Indicator): boolean =>
  ['targets', 'baseline', 'unit', 'accumulation'].every((field) =>
    sameWritten(fieldOf(before, field), fieldOf(after, field)),
  )

const withoutPrintedRates = ({ rateMarks, printedGrades, ...indicator }: Indicator): Indicator => ({
  ...indicator,
  rates: [],
})

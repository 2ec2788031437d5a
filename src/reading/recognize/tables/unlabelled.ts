import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { Binding } from './binding.ts'
import { figureIn } from './figure-in.ts'
import type { EntrySeries, ValueCell } from './series.ts'

/**
 * 見出しのない二段の値は、どちらが目標でどちらが実績か分からない。続きの値（部分）として持ったうえで、
 * 二通りの読みを添えて、人に選んでもらう（目標が先とは決めない）。
 */
export const unlabelledReadings = (
  { series, unlabelled }: EntrySeries,
  binding: Binding,
  unit: string | null,
  targets: readonly Figure[],
): Pick<Indicator, 'certainty'> => {
  const upper = series[0]?.actuals
  const lower = unlabelled[0]
  if (!upper || !lower) return {}
  const read = (cells: readonly ValueCell[], scope?: 'each-year') =>
    cells.map((each) => figureIn(each, binding, { unit, ...(scope ? { scope } : { titleYear: true }) }))
  return {
    certainty: {
      level: 'doubtful',
      evidence: ['二段の値に見出しがない'],
      alternatives: [
        {
          targets: [...read(upper, 'each-year'), ...targets],
          actuals: read(lower),
          reason: '上段が目標値、下段が実績値',
        },
        {
          targets: [...read(lower, 'each-year'), ...targets],
          actuals: read(upper),
          reason: '上段が実績値、下段が目標値',
        },
      ],
    },
  }
}

import { bareName } from '../indicator/read-accumulation.ts'
import type { Cost, Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { groupsBy } from './figures.ts'
import { sameFigures } from './same-series.ts'

type Spent = { readonly indicator: Indicator; readonly cost: Cost }

/**
 * 同じ事業費がいくつもの行にある。再掲や、名前の違う同じ指標は一つと数える。
 * 小さな額はたまたま一致するので、4 桁以上の額だけを見る。
 */
export const costFindings = ({ indicators }: PlanDraft): Note[] => {
  const spent = indicators
    .filter(({ repeatOf }) => repeatOf === null)
    .flatMap((indicator) => indicator.costs.map((cost) => ({ indicator, cost })))
  return groupsBy(spent, ({ cost }) => keyOf(cost)).flatMap((group) => {
    const distinct = distinctIndicators(group)
    const [first, second] = distinct
    if (!first || !second) return []
    return [
      note(
        'info',
        'same-cost',
        {
          cost: `${first.cost.raw}${first.cost.raw.endsWith(first.cost.unit ?? '') ? '' : (first.cost.unit ?? '')}`,
          first: first.indicator.name,
          second: distinct
            .slice(1)
            .map(({ indicator }) => indicator.name)
            .join('」「'),
        },
        distinct.map(({ cost }) => cost.place),
        distinct.map(({ indicator }) => indicator.id),
      ),
    ]
  })
}

const keyOf = ({ value, unit, year }: Cost): string | null =>
  value === null || value.replace(/[-.].*|^-/, '').length < 4 ? null : `${value} ${unit} ${year}`

/** 同じ指標（同じ名か、値がそっくり同じ）は、初めの一つだけを残す。 */
const distinctIndicators = (group: readonly Spent[]): Spent[] =>
  group.filter(
    ({ indicator }, index) => !group.slice(0, index).some((earlier) => isSameIndicator(earlier.indicator, indicator)),
  )

const isSameIndicator = (a: Indicator, b: Indicator): boolean =>
  bareName(a.name) === bareName(b.name) || sameFigures(a, b)

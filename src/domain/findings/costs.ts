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

const distinctIndicators = (group: readonly Spent[]): Spent[] =>
  group.reduce<Spent[]>(
    (kept, each) =>
      kept.some(
        ({ indicator }) =>
          bareName(indicator.name) === bareName(each.indicator.name) || sameFigures(indicator, each.indicator),
      )
        ? kept
        : [...kept, each],
    [],
  )

import { compareContents } from '#domain/plan/difference.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { LineMember } from '#domain/plan/indicator-line.ts'
import { plainChanges } from '#domain/revision/plain-changes.ts'
import type { PlainChange } from '#domain/revision/revisable.ts'
import { type ComparisonFilter, type ComparisonView, comparisonView } from './comparison-view.ts'

/** 行をどう対にしたか。id は同じ系統どうし、name は名・節・番号の似たものどうし。 */
export type PairedBy = 'id' | 'name'
export type EditionsComparison = ComparisonView & { readonly pairedBy: PairedBy }

/**
 * 一つの市の、どの二つの版でも比べる。もとの版は、同じ計画なら番号の若いほう、別の計画なら期間の早いほう。
 * 改訂の記録で代わりの指標と分かっているもの（`replaced`）は、新設と廃止でなく、代替指標として並べる。
 * id の通わない版（別々に取り込んだ第1期と第2期）は、つないである系統を先に、ほかは名・節・番号で対にする。
 *
 * @example editionsComparison(第2期, 第1期, members, newId).pairedBy // → 'name'
 */
export const editionsComparison = (
  one: Edition,
  other: Edition,
  members: readonly Pick<LineMember, 'indicatorId' | 'lineId'>[],
  newId: () => string,
  filter: ComparisonFilter = {},
  replaced: ReadonlyMap<string, string> = new Map(),
): EditionsComparison => {
  const [base, later] = isEarlier(other, one) ? [other, one] : [one, other]
  const linked = withLinkedIds(base.content, later.content, members)
  const pairedBy = sharesIds(base.content, later.content) ? 'id' : 'name'
  const content = pairedBy === 'id' ? linked : compareContents(base.content, linked, newId).content
  const revised = { ...later, content }
  const changes = [...headingChange(base, later), ...plainChanges(base.content, content)].map((change) =>
    change.op === 'add' ? { ...change, replaces: replaced.get(change.subjectId) ?? change.replaces } : change,
  )
  return { ...comparisonView(base, revised, changes, filter), pairedBy }
}

const isEarlier = (a: Edition, b: Edition): boolean => {
  if (a.history && b.history && a.history.planId === b.history.planId) return a.history.number < b.history.number
  return (a.firstYear ?? Number.POSITIVE_INFINITY) < (b.firstYear ?? Number.POSITIVE_INFINITY)
}

const sharesIds = (before: PlanContent, after: PlanContent): boolean => {
  const ids = new Set([...before.nodes, ...before.indicators, ...before.projects].map(({ id }) => id))
  return [...after.nodes, ...after.indicators, ...after.projects].some(({ id }) => ids.has(id))
}

/** 系統をつないだ指標は、もとの版の id で呼ぶ。一つのもとに二つつながっていれば、先のものだけ。 */
const withLinkedIds = (
  before: PlanContent,
  after: PlanContent,
  members: readonly Pick<LineMember, 'indicatorId' | 'lineId'>[],
): PlanContent => {
  const lineOf = new Map(members.map(({ indicatorId, lineId }) => [indicatorId, lineId]))
  const here = new Set(after.indicators.map(({ id }) => id))
  const earlier = new Map(
    before.indicators.flatMap(({ id }) => {
      const line = lineOf.get(id)
      return line === undefined || here.has(id) ? [] : [[line, id] as const]
    }),
  )
  const renamed = new Map<string, string>()
  for (const { id } of after.indicators) {
    const line = lineOf.get(id)
    const from = line === undefined ? undefined : earlier.get(line)
    if (line === undefined || from === undefined) continue
    renamed.set(id, from)
    earlier.delete(line)
  }
  if (renamed.size === 0) return after
  const idOf = (id: string) => renamed.get(id) ?? id
  const maybe = (id: string | null) => (id === null ? null : idOf(id))
  return {
    ...after,
    indicators: after.indicators.map((each) => ({
      ...each,
      id: idOf(each.id),
      breakdownOf: maybe(each.breakdownOf),
      repeatOf: maybe(each.repeatOf),
    })),
    projects: after.projects.map((each) => ({ ...each, indicators: each.indicators.map(idOf) })),
  }
}

/** 計画の題・期間の違い。 */
const headingChange = (before: Edition, after: Edition): readonly PlainChange[] =>
  (['title', 'firstYear', 'lastYear'] as const).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [
          {
            on: 'plan' as const,
            subjectId: after.id,
            op: 'set' as const,
            field,
            before: before[field],
            after: after[field],
            replaces: null,
          },
        ],
  )

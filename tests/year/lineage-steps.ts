import { defaultRules } from '#domain/indicator/rules.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { Indicator, PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { actAs } from '#operations/people/acting-person.ts'
import type { Year } from './a-year.ts'
import { ok } from './round-steps.ts'

export const editionOf = async ({ app, code }: Year, id: string): Promise<Edition> => {
  const found = await app.store.read(code, (tx) => tx.editions.get(id))
  if (!found) throw new Error('no edition')
  return found
}

export const nth = (edition: Edition, n: number): Indicator => {
  const found = edition.content.indicators[n]
  if (!found) throw new Error('no indicator')
  return found
}

/** 企画課として書く。 */
export const writes = <T>({ app, code, people }: Year, work: Parameters<typeof app.store.write<T>>[2]): Promise<T> =>
  app.store.write(code, actAs(app, people.planner), work)

export const unchanged = (content: PlanContent): PlanContent => content

/** いまの版を改訂し（2026-03-25、推進本部）、新しい版の id を返す。 */
export const revisedTo = async (
  year: Year,
  editionId: string,
  change: (content: PlanContent) => PlanContent,
): Promise<string> => {
  const base = await editionOf(year, editionId)
  return writes(year, async (tx) => {
    const revision = await tx.revisions.open({
      kind: 'revision',
      baseEditionId: editionId,
      title: base.title,
      firstYear: base.firstYear,
      lastYear: base.lastYear,
      frame: 'digital-garden-city',
      gradedYear: null,
      purpose: '',
    })
    return tx.revisions.adopt({
      base,
      revision,
      changes: [],
      content: change(base.content),
      decidedOn: '2026-03-25',
      decidedBy: '推進本部',
    })
  })
}

/** 同じ市に、もう一つの計画（総合計画）を足す。指標の名は同じで、id は別になる。 */
export const anotherPlan = async (
  year: Year,
  change: (content: PlanContent) => PlanContent = unchanged,
): Promise<Edition> => {
  const draft = asDraft(await editionOf(year, year.editionId))
  const adopted = await writes(year, (tx) =>
    tx.editions.adopt(
      {
        ...draft,
        ...change(draft),
        source: { ...draft.source, file: '総合計画.csv', sha256: '7'.repeat(64) },
        plan: { ...draft.plan, title: '第2次総合計画', kind: '総合計画', firstYear: 2016, lastYear: 2030 },
      },
      null,
      defaultRules,
    ),
  )
  return editionOf(year, ok(adopted).editionId)
}

import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'

/** 改訂を始める頁の値。`years` は、もとにできる評価の年度（新しい順）。 */
export type RevisionStart = { readonly base: Edition; readonly years: readonly number[] }

/** 断る符号: `not-permitted`・`edition-absent`・`edition-superseded`。 */
export const revisionStart = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
): Promise<Result<RevisionStart>> => {
  const allowed = permitted(person, 'revision-edit')
  if (!allowed.ok) return allowed
  return app.store.read(
    code,
    async (tx): Promise<Result<RevisionStart>> => {
      const base = await tx.editions.get(editionId)
      if (!base) return refused('edition-absent')
      if (isSuperseded(base)) return refused('edition-superseded')
      return done({ base, years: await yearsOf(tx, base) })
    },
    reachOf(person),
  )
}

/** この版の、もとにできる評価の年度。案を見られない人には、一つもない。 */
export const gradedYears = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
): Promise<readonly number[]> => {
  if (!permitted(person, 'revision-read').ok) return []
  return app.store.read(
    code,
    async (tx) => {
      const base = await tx.editions.get(editionId)
      return base ? yearsOf(tx, base) : []
    },
    reachOf(person),
  )
}

/** この版と、そのもとの版たちの、評価の年。前の版でした評価も、見直しのもとになる。 */
const yearsOf = async (tx: ReadTransaction, base: Edition): Promise<readonly number[]> => {
  const headings = await tx.editions.headings()
  const years = new Set<number>()
  const passed = new Set<string>()
  for (let id: string | null = base.id; id !== null && !passed.has(id); ) {
    passed.add(id)
    for (const { year } of await tx.evaluationYears.of(id)) years.add(year)
    const at: string = id
    id = headings.find((heading) => heading.id === at)?.history?.basedOn ?? null
  }
  return [...years].toSorted((a, b) => b - a)
}

import type { CollectionRound } from '#domain/collection/round.ts'
import { type AskedEdition, type RoundPlan, roundPlan } from '#domain/collection/round-plan.ts'
import { departmentIn } from '#domain/people/implementer.ts'
import { currentIds } from '#domain/plan/current-edition.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { cityProjects } from '../city-projects.ts'
import { openedIn } from '../current-editions-in.ts'

/** 照会を（その日に）開くと、どの課に何が届くか。取引の中で読む。 */
export const planIn = async (
  tx: ReadTransaction,
  round: Pick<CollectionRound, 'asks' | 'departmentIds' | 'approval' | 'editionIds'>,
  day: string,
): Promise<RoundPlan> => {
  // 照会を作ったあとで改訂されていれば、いまの版を尋ねる。
  const ids = currentIds(await tx.editions.headings(), round.editionIds)
  const editions = (
    await openedIn(
      tx,
      ids.map((id) => ({ id })),
    )
  ).map(askedEdition)
  const lines = await tx.lines.members()
  const [units, owners, members] = [await tx.organisation.units(), await tx.owners.list(), await tx.members.list()]
  return roundPlan({ round, editions, units, owners, members, lines, day })
}

/** 事業の担当課は、実施主体のうち市の課と読めるもの。 */
const askedEdition = (edition: Edition): AskedEdition => ({
  id: edition.id,
  title: edition.title,
  indicators: edition.content.indicators,
  projects: cityProjects(edition).map(({ row }) => ({
    id: row.project.id,
    name: row.project.name,
    departments: row.implementers.flatMap((written) => departmentIn(written, edition.municipality.name) ?? []),
  })),
})

import { type PermittedAct, permits } from '#domain/people/permission.ts'
import { departmentsOf, type Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Act } from '#store/writing.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'

/** その人として書く。名と id が監査記録に残り、課の役だけの人は、行の壁で自分の課に限られる。 */
export const actAs = ({ now, newId }: App, person: Person): Act => ({
  by: storable(person.name),
  at: now(),
  newId,
  ...(person.id !== null && { person: person.id }),
  departments: reachOf(person),
})

/** データベースの行の壁に渡す課。この機械の前の人と端末は、市の全体。 */
export const reachOf = (person: Person): 'all' | readonly string[] =>
  person.kind === 'workbench' || person.kind === 'terminal' ? 'all' : departmentsOf(person)

/** してよければ通し、だめなら `not-permitted` で断る。課を問う行いでは課の id を渡す。 */
export const permitted = (person: Person, act: PermittedAct, department?: string): Result<null> =>
  permits(person, act, department) ? done(null) : refused('not-permitted')

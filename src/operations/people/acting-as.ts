import { grantsOn } from '#domain/people/grants.ts'
import { municipalityCode } from '#domain/people/municipality.ts'
import { type PermittedAct, permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import { withExistingApp } from '../with-app.ts'
import { atTerminal } from './at-terminal.ts'

/**
 * 端末から、市の利用者（メールで指す）の役で頼む。してよいことの表のとおりに断り、記録にはその人と、端末からであることが残る。
 * 断る符号: `municipality-code-*`・`data-absent`・`store-in-use`・`as-nobody`・`not-permitted`。
 */
export const actingAs = async (
  mail: string,
  given: string,
  act: PermittedAct,
  data: string | null,
): Promise<Result<Person>> => {
  const code = municipalityCode(given)
  if (!code.ok) return code
  return withExistingApp(data, async (app) => {
    const found = await app.store.read(code.value, async (tx) => {
      const member = (await tx.members.list()).find((each) => each.mail?.toLowerCase() === mail.trim().toLowerCase())
      return member && { member, units: await tx.organisation.units() }
    })
    if (found?.member.status !== 'active') return refused('as-nobody', { mail, code: code.value })
    const { member, units } = found
    const name = `${member.name}（${atTerminal().name}）`
    const person: Person = {
      kind: 'member',
      id: member.id,
      name,
      grants: grantsOn(member, units, dayInJapan(app.now())),
    }
    return permits(person, act) ? done(person) : refused('not-permitted')
  })
}

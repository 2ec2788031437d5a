import type { Person } from '#domain/people/person.ts'

/** 見本を入れ、見本の市を整える人。記録に残る名で、見本を入れたきりの市かを見分ける。 */
export const sampleKeeper: Person = {
  kind: 'demonstration',
  id: null,
  name: '見本',
  grants: [{ role: 'planner', departments: 'all' }],
}

import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/**
 * この団体の課（なくなったものも）。並びの順。
 * 求めのたびに読むので、一つの JSON にして受け取る（百課で、行ごとに読むより PGlite で五分の一の時間で済む）。
 */
export const organisationUnits = async ({ municipality, query }: Transaction): Promise<readonly OrganisationUnit[]> => {
  const [row] = await query<{ units: readonly OrganisationUnit[] }>(
    `with next as (
       select from_id, json_agg(to_id order by ordinal) as ids
         from department_successor where municipality = $1 group by from_id)
     select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'parentId', d.parent_id,
              'ordinal', d.ordinal, 'phone', d.phone, 'validFrom', d.valid_from, 'validTo', d.valid_to,
              'successors', coalesce(next.ids, '[]')) order by d.ordinal, d.name, d.id), '[]') as units
       from department d left join next on next.from_id = d.id
      where d.municipality = $1`,
    [municipality],
    'organisation',
  )
  return row?.units ?? []
}

/** 課の名。なければ undefined。 */
export const unitName = async ({ municipality, query }: Transaction, id: string): Promise<string | undefined> => {
  const [row] = await query<{ name: string }>(
    'select name from department where municipality = $1 and id = $2',
    [municipality, id],
    'unit-name',
  )
  return row?.name
}

/** 課を足す。 */
export const addUnit = async (tx: Writing, unit: OrganisationUnit): Promise<void> => {
  await tx.query(
    `insert into department (municipality, id, name, parent_id, ordinal, phone, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.municipality, unit.id, unit.name, unit.parentId, unit.ordinal, unit.phone, unit.validFrom, unit.validTo],
  )
  await tx.record({ act: 'department-added', subject: { department: unit.id }, before: null, after: unit }, 'work')
}

/** 課の名・親・並び・電話・終わりの日を書き換える。なければ undefined。 */
export const changeUnit = async (
  tx: Writing,
  id: string,
  change: Partial<Pick<OrganisationUnit, 'name' | 'parentId' | 'ordinal' | 'phone' | 'validTo'>>,
): Promise<OrganisationUnit | undefined> => {
  const before = (await organisationUnits(tx)).find((unit) => unit.id === id)
  if (!before) return undefined
  const after: OrganisationUnit = { ...before, ...change }
  await tx.query(
    `update department set name = $3, parent_id = $4, ordinal = $5, phone = $6, valid_to = $7
      where municipality = $1 and id = $2`,
    [tx.municipality, id, after.name, after.parentId, after.ordinal, after.phone, after.validTo],
  )
  await tx.record({ act: 'department-changed', subject: { department: id }, before, after }, 'work')
  return after
}

import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `id, name, parent_id as "parentId", ordinal, phone, to_char(valid_from, 'YYYY-MM-DD') as "validFrom",
  to_char(valid_to, 'YYYY-MM-DD') as "validTo",
  coalesce((select json_agg(s.to_id order by s.ordinal) from department_successor s
             where s.municipality = department.municipality and s.from_id = department.id), '[]') as successors`

/** この団体の課（なくなったものも）。並びの順。 */
export const organisationUnits = ({ municipality, query }: Transaction): Promise<readonly OrganisationUnit[]> =>
  query<OrganisationUnit>(
    `select ${columns} from department where municipality = $1 order by ordinal, name, id`,
    [municipality],
    'organisation',
  )

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

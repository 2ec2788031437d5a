import type { IndicatorOwner } from '#domain/people/ownership.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `id, indicator_id as "indicatorId", department_id as "departmentId", member_id as "memberId",
  to_char(valid_from, 'YYYY-MM-DD') as "from", to_char(valid_to, 'YYYY-MM-DD') as "to"`

/** 担当（終わったものも）。 */
export const indicatorOwners = ({ municipality, query }: Transaction): Promise<readonly IndicatorOwner[]> =>
  query<IndicatorOwner>(
    `select ${columns} from indicator_owner where municipality = $1 order by valid_from, id`,
    [municipality],
    'indicator-owners',
  )

/** 担当を決める。 */
export const addOwner = async (tx: Writing, owner: IndicatorOwner): Promise<void> => {
  await addOwners(tx, [owner])
}

/** 担当をまとめて決める（監査記録は一件）。 */
export const addOwners = async (tx: Writing, owners: readonly IndicatorOwner[]): Promise<void> => {
  if (owners.length === 0) return
  await tx.query(
    `insert into indicator_owner (municipality, id, indicator_id, department_id, member_id, valid_from, valid_to)
     select $1, x.id, x."indicatorId", x."departmentId", x."memberId", x."from", x."to"
       from json_to_recordset($2) as x(id uuid, "indicatorId" uuid, "departmentId" uuid, "memberId" uuid,
         "from" date, "to" date)`,
    [tx.municipality, JSON.stringify(owners)],
  )
  await tx.record({ act: 'owners-added', subject: {}, before: null, after: owners }, 'work')
}

/** 担当を、その日までとする（監査記録は一件）。 */
export const endOwners = async (tx: Writing, ids: readonly string[], to: string): Promise<void> => {
  if (ids.length === 0) return
  const before = await tx.query<IndicatorOwner>(
    `select ${columns} from indicator_owner where municipality = $1 and id = any($2::uuid[])`,
    [tx.municipality, ids],
  )
  await tx.query(`update indicator_owner set valid_to = $3 where municipality = $1 and id = any($2::uuid[])`, [
    tx.municipality,
    ids,
    to,
  ])
  await tx.record({ act: 'owners-ended', subject: {}, before, after: { to } }, 'work')
}

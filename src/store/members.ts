import type { Member, Membership } from '#domain/people/member.ts'
import { isUuid } from './editions.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`

const select = `
  select m.id, m.name, m.mail, m.phone, m.account_id as "accountId", m.status,
         case when m.absent_from is null then null
              else json_build_object('from', ${day('m.absent_from')}, 'to', ${day('m.absent_to')}) end as absence,
         coalesce((select json_agg(json_build_object('id', s.id, 'role', s.role, 'departmentId', s.department_id,
                    'from', ${day('s.valid_from')}, 'to', ${day('s.valid_to')}, 'acting', s.acting)
                    order by s.valid_from, s.id)
                     from membership s where s.municipality = m.municipality and s.member_id = m.id), '[]') as memberships
    from member m where m.municipality = $1`

/** この団体の利用者（去った人も）。名の順。 */
export const members = ({ municipality, query }: Transaction): Promise<readonly Member[]> =>
  query<Member>(`${select} order by m.name, m.id`, [municipality], 'members')

/** 口座の持ち主。この団体の利用者でなければ undefined。 */
export const memberOfAccount = async (
  { municipality, query }: Transaction,
  accountId: string,
): Promise<Member | undefined> => {
  const [found] = await query<Member>(`${select} and m.account_id = $2`, [municipality, accountId], 'member-of-account')
  return found
}

export const memberOf = async ({ municipality, query }: Transaction, id: string): Promise<Member | undefined> => {
  if (!isUuid(id)) return undefined
  const [found] = await query<Member>(`${select} and m.id = $2`, [municipality, id], 'member')
  return found
}

/** 利用者を足す。役はあとから `addMembership` で。 */
export const addMember = async (tx: Writing, member: Omit<Member, 'memberships' | 'absence'>): Promise<void> => {
  await tx.query(
    `insert into member (municipality, id, name, mail, phone, account_id, status, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.municipality, member.id, member.name, member.mail, member.phone, member.accountId, member.status, tx.at],
  )
  await tx.record({ act: 'member-added', subject: { member: member.id }, before: null, after: member }, 'work')
}

/** 利用者の名・宛先・電話・口座・身分・不在を書き換える。いなければ undefined。 */
export const changeMember = async (
  tx: Writing,
  id: string,
  change: Partial<Omit<Member, 'id' | 'memberships'>>,
): Promise<Member | undefined> => {
  const before = await memberOf(tx, id)
  if (!before) return undefined
  const after: Member = { ...before, ...change }
  const { absence } = after
  await tx.query(
    `update member set name = $3, mail = $4, phone = $5, account_id = $6, status = $7, absent_from = $8, absent_to = $9
      where municipality = $1 and id = $2`,
    [
      tx.municipality,
      id,
      after.name,
      after.mail,
      after.phone,
      after.accountId,
      after.status,
      absence?.from ?? null,
      absence?.to ?? null,
    ],
  )
  await tx.record({ act: 'member-changed', subject: { member: id }, before, after }, 'work')
  return after
}

/** 役を与える。 */
export const addMembership = async (tx: Writing, memberId: string, membership: Membership): Promise<void> => {
  const { id, role, departmentId, from, to, acting } = membership
  await tx.query(
    `insert into membership (municipality, id, member_id, role, department_id, valid_from, valid_to, acting)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.municipality, id, memberId, role, departmentId, from, to, acting],
  )
  await tx.record(
    { act: 'membership-added', subject: { member: memberId, membership: id }, before: null, after: membership },
    'work',
  )
}

/** 役を、その日までとする。なければ false。 */
export const endMembership = async (tx: Writing, id: string, to: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  const [ended] = await tx.query<{ member: string; role: string }>(
    `update membership set valid_to = $3 where municipality = $1 and id = $2 returning member_id as member, role`,
    [tx.municipality, id, to],
  )
  if (!ended) return false
  await tx.record(
    {
      act: 'membership-ended',
      subject: { member: ended.member, membership: id },
      before: null,
      after: { ...ended, to },
    },
    'work',
  )
  return true
}

import type { NewNotice, Notice, Recipient } from '#domain/notices/notice.ts'
import { audienceOf, type Candidate, isForReviewers, recipientsFor, type Standing } from '#domain/notices/recipients.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** ある人に届いた通知。 */
export type NoticeForMember = Notice & Pick<Recipient, 'as' | 'fallback'> & { readonly seenAt: string | null }

/** 市の通知と、届いた人の名。 */
export type NoticeOfCity = Notice & {
  readonly recipients: readonly (Pick<Recipient, 'as' | 'fallback'> & {
    readonly name: string
    readonly seen: boolean
  })[]
}

type Page = { readonly limit: number; readonly before?: number | undefined }

const columns = `n.id, n.number, n.kind, n.department_id as "departmentId", n.round_id as "roundId",
  n.response_id as "responseId", n.params, ${isoTime('n.at')} as at, n.by,
  coalesce((select r.title from collection_round r where r.municipality = n.municipality and r.id = n.round_id),
    n.params ->> 'title') as round,
  (select d.name from department d where d.municipality = n.municipality and d.id = n.department_id) as department`

/** 知らせる。同じ取引の中で、受け手を決めて置く。受け手がだれもいなくても、通知は残る。 */
export const tell = async (tx: Writing, notice: NewNotice): Promise<void> => {
  await put(tx, notice, null)
}

/** 鍵ごとに一度だけ知らせる。もう知らせてあれば false。 */
export const tellOnce = (tx: Writing, key: string, notice: NewNotice): Promise<boolean> => put(tx, notice, key)

const put = async (tx: Writing, notice: NewNotice, key: string | null): Promise<boolean> => {
  const { kind, departmentId, roundId, responseId, params } = notice
  const id = tx.newId()
  const added = await tx.query(
    `with next as (
       insert into notice_counter as c (municipality, last) values ($1, 1)
       on conflict (municipality) do update set last = c.last + 1 returning last
     )
     insert into notice (municipality, id, number, kind, department_id, round_id, response_id, params, once_key, at, by)
     select $1, $2, next.last, $3, $4, $5, $6, $7, $8, $9::timestamptz, $10 from next
     on conflict (municipality, once_key) do nothing returning 1`,
    [tx.municipality, id, kind, departmentId, roundId, responseId, JSON.stringify(params), key, tx.at, tx.by],
  )
  if (added.length === 0) return false
  const recipients = await recipientsOf(tx, notice)
  await tx.query(
    `insert into notice_recipient (municipality, notice_id, member_id, received_as, fallback)
     select $1, $2, x.member, x."as", x.fallback
       from unnest($3::uuid[], $4::text[], $5::boolean[]) as x(member, "as", fallback)`,
    [
      tx.municipality,
      id,
      recipients.map(({ memberId }) => memberId),
      recipients.map((each) => each.as),
      recipients.map(({ fallback }) => fallback),
    ],
  )
  const subject = {
    notice: id,
    ...(roundId !== null && { round: roundId }),
    ...(responseId !== null && { response: responseId }),
    ...(departmentId !== null && { department: departmentId }),
  }
  const after = { kind, params, members: recipients.map(({ memberId }) => memberId) }
  await tx.record({ act: 'notice-told', subject, before: null, after }, 'work')
  return true
}

const recipientsOf = async (tx: Writing, notice: NewNotice): Promise<readonly Recipient[]> => {
  const invited = notice.kind === 'invited' ? String(notice.params.member ?? '') : ''
  if (isUuid(invited)) return [{ memberId: invited, as: 'person', fallback: false }]
  if (isForReviewers(notice)) return reviewersOf(tx)
  return recipientsFor(audienceOf(notice, await standingOf(tx, notice)), await candidatesFor(tx, notice.departmentId))
}

/** 外部委員。まだ招きに応じていない人にも届けておく。 */
const reviewersOf = (tx: Writing): Promise<readonly Recipient[]> =>
  tx.query<Recipient>(
    `select distinct m.id as "memberId", 'person' as "as", false as fallback
       from membership s join member m on m.municipality = s.municipality and m.id = s.member_id
      where s.municipality = $1 and s.role = 'reviewer' and m.status <> 'left'
        and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to >= $2::date)`,
    [tx.municipality, dayInJapan(new Date(tx.at))],
    'notice-reviewers',
  )

const standingOf = async ({ municipality, query }: Transaction, notice: NewNotice): Promise<Standing> => {
  const [found] = await query<Standing>(
    `select (select state from response where municipality = $1 and id = $2) as state,
            coalesce((select approval from collection_round where municipality = $1 and id = $3), true) as approval`,
    [municipality, notice.responseId, notice.roundId],
    'notice-standing',
  )
  return found ?? { state: null, approval: true }
}

/** その日に働いていて、不在でない人。課の担当（指標を受け持つ人も）、課とその上の課長、企画課、管理者。 */
const candidatesFor = (tx: Writing, departmentId: string | null): Promise<readonly Candidate[]> =>
  tx.query<Candidate>(
    `with recursive up as (
       select id, parent_id, 0 as level from department where municipality = $1 and id = $2
       union all
       select d.id, d.parent_id, up.level + 1 from department d join up on d.id = up.parent_id
        where d.municipality = $1 and up.level < 20
     ), held as (
       select s.member_id, s.role, coalesce(up.level, 0) as level
         from membership s left join up on up.id = s.department_id
        where s.municipality = $1 and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to >= $3::date)
          and (up.id is not null or s.role in ('planner', 'administrator'))
          and s.role in ('editor', 'approver', 'planner', 'administrator')
       union
       select o.member_id, 'editor', 0 from indicator_owner o
        where o.municipality = $1 and o.department_id = $2 and o.member_id is not null
          and o.valid_from <= $3::date and (o.valid_to is null or o.valid_to >= $3::date)
     )
     select distinct m.id as "memberId", held.role, held.level, m.status = 'active' as active
       from held join member m on m.municipality = $1 and m.id = held.member_id
      where m.status <> 'left'
        and (m.absent_from is null or m.absent_from > $3::date or m.absent_to < $3::date)
      order by held.level, m.id`,
    [tx.municipality, departmentId, dayInJapan(new Date(tx.at))],
    'notice-candidates',
  )

/** ある人に届いた通知。新しい順。 */
export const noticesFor = (
  { municipality, query }: Transaction,
  memberId: string,
  { limit, before }: Page,
): Promise<readonly NoticeForMember[]> =>
  query<NoticeForMember>(
    `select ${columns}, r.received_as as "as", r.fallback, ${isoTime('r.seen_at')} as "seenAt"
       from notice_recipient r join notice n on n.municipality = r.municipality and n.id = r.notice_id
      where r.municipality = $1 and r.member_id = $2 and ($3::int is null or n.number < $3)
      order by n.number desc limit $4`,
    [municipality, memberId, before ?? null, limit],
    'notices-for',
  )

/** 市のすべての通知と、届いた人。新しい順。 */
export const noticesOfCity = (
  { municipality, query }: Transaction,
  { limit, before }: Page,
): Promise<readonly NoticeOfCity[]> =>
  query<NoticeOfCity>(
    `select ${columns},
            coalesce((select json_agg(json_build_object('name', m.name, 'as', r.received_as, 'fallback', r.fallback,
                       'seen', r.seen_at is not null) order by m.name)
                        from notice_recipient r join member m on m.municipality = r.municipality and m.id = r.member_id
                       where r.municipality = n.municipality and r.notice_id = n.id), '[]') as recipients
       from notice n where n.municipality = $1 and ($2::int is null or n.number < $2)
      order by n.number desc limit $3`,
    [municipality, before ?? null, limit],
    'notices-of-city',
  )

/** まだ読んでいない通知の数。 */
export const unseenNotices = async ({ municipality, query }: Transaction, memberId: string): Promise<number> => {
  const [row] = await query<{ count: number }>(
    `select count(*)::int as count from notice_recipient r join notice n on n.municipality = r.municipality and n.id = r.notice_id
      where r.municipality = $1 and r.member_id = $2 and r.seen_at is null`,
    [municipality, memberId],
    'unseen-notices',
  )
  return row?.count ?? 0
}

/** その番号までを読んだことにする（見ているあいだに届いたものは残す）。 */
export const seeNotices = async (tx: Writing, memberId: string, upTo: number): Promise<number> => {
  const seen = await tx.query(
    `update notice_recipient r set seen_at = $4 from notice n
      where r.municipality = $1 and r.member_id = $2 and r.seen_at is null
        and n.municipality = r.municipality and n.id = r.notice_id and n.number <= $3 returning 1`,
    [tx.municipality, memberId, upTo, tx.at],
  )
  if (seen.length > 0)
    await tx.record(
      { act: 'notices-seen', subject: { member: memberId }, before: null, after: { upTo, count: seen.length } },
      'work',
    )
  return seen.length
}

/** 通知の、もう使った鍵。 */
export const keysTold = async (
  { municipality, query }: Transaction,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await query<{ key: string }>(
    'select once_key as key from notice where municipality = $1 and once_key = any ($2)',
    [municipality, keys],
  )
  return new Set(rows.map(({ key }) => key))
}

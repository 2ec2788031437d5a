import type { MailSetting } from '#domain/notices/mail-setting.ts'
import type { Notice } from '#domain/notices/notice.ts'
import type { Problem } from '#domain/problem.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 市のメールの設定。合言葉は封じたまま（`operations/notices/seal.ts`）。 */
export type KeptMailSetting = MailSetting & { readonly sealedPassword: string | null }

/** 出したメール一通。waiting 待っている、sending 出している、sent 出した、failed 諦めた。本文は置かない。 */
export type MailOut = {
  readonly id: string
  readonly kind: 'digest' | 'now' | 'test'
  readonly memberId: string | null
  readonly to: string
  readonly subject: string
  readonly day: string
  readonly status: 'waiting' | 'sending' | 'sent' | 'failed'
  readonly attempts: number
  readonly madeAt: string
  readonly nextAt: string | null
  readonly endedAt: string | null
  readonly problem: Problem | null
}

const columns = `o.id, o.kind, o.member_id as "memberId", o.to_address as "to", o.subject,
  to_char(o.on_day, 'YYYY-MM-DD') as day, o.status, o.attempts, ${isoTime('o.made_at')} as "madeAt",
  ${isoTime('o.next_at')} as "nextAt", ${isoTime('o.ended_at')} as "endedAt", o.problem`

export const mailSetting = async ({ municipality, query }: Transaction): Promise<KeptMailSetting | undefined> => {
  const [row] = await query<KeptMailSetting>(
    `select ${isoTime('enabled_at')} as "enabledAt", server, host, port, security, user_name as "userName",
            sealed_password as "sealedPassword", from_address as "fromAddress", revision
       from mail_setting where municipality = $1`,
    [municipality],
  )
  return row
}

/** 設定を置く。`setting.revision` は見ていたもの。ほかの人が先に変えていれば false。合言葉は監査記録に残さない。 */
export const putMailSetting = async (tx: Writing, setting: KeptMailSetting): Promise<boolean> => {
  const before = await mailSetting(tx)
  if ((before?.revision ?? 0) !== setting.revision) return false
  await tx.query(
    `insert into mail_setting (municipality, enabled_at, server, host, port, security, user_name, sealed_password,
       from_address, revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (municipality) do update set enabled_at = excluded.enabled_at, server = excluded.server,
       host = excluded.host, port = excluded.port, security = excluded.security, user_name = excluded.user_name,
       sealed_password = excluded.sealed_password, from_address = excluded.from_address, revision = excluded.revision`,
    [
      tx.municipality,
      setting.enabledAt,
      setting.server,
      setting.host,
      setting.port,
      setting.security,
      setting.userName,
      setting.sealedPassword,
      setting.fromAddress,
      setting.revision + 1,
    ],
  )
  await tx.record(
    {
      act: 'mail-setting-changed',
      subject: {},
      before: before ? withoutPassword(before) : null,
      after: {
        ...withoutPassword(setting),
        passwordChanged: (before?.sealedPassword ?? null) !== setting.sealedPassword,
      },
    },
    'work',
  )
  return true
}

const withoutPassword = ({ sealedPassword, revision: _, ...shown }: KeptMailSetting) => ({
  ...shown,
  password: sealedPassword !== null,
})

/** まとめのメールに載せていない、まだ読まれていない通知のある人。 */
type Pending = { readonly memberId: string; readonly to: string; readonly waiting: string | null }

/**
 * 人ごとに、その日のまとめのメールを一通だけ待たせる。出しそびれて待っているものがあれば、そこに足す。
 * 出しはじめる前の通知と、招き（招きのメールがある）は載せない。待たせた数を返す。
 */
export const queueDigests = async (tx: Writing, day: string, enabledAt: string): Promise<number> => {
  const pending = await tx.query<Pending>(
    `select distinct r.member_id as "memberId", m.mail as "to",
            (select o.id from mail_out o where o.municipality = $1 and o.member_id = r.member_id
                and o.kind = 'digest' and o.status = 'waiting' order by o.made_at limit 1) as waiting
       from ${unmailed}
        and (exists (select 1 from mail_out o where o.municipality = $1 and o.member_id = r.member_id
                        and o.kind = 'digest' and o.status = 'waiting')
             or not exists (select 1 from mail_out o where o.municipality = $1 and o.member_id = r.member_id
                               and o.kind = 'digest' and o.on_day = $3::date))`,
    [tx.municipality, enabledAt, day],
  )
  for (const { memberId, to, waiting } of pending) {
    const id = waiting ?? tx.newId()
    if (waiting === null)
      await tx.query(
        `insert into mail_out (municipality, id, kind, member_id, to_address, subject, on_day, status, attempts, made_at, next_at)
         values ($1, $2, 'digest', $3, $4, '', $5, 'waiting', 0, $6, $6)`,
        [tx.municipality, id, memberId, to, day, tx.at],
      )
    await tx.query(
      `update notice_recipient r2 set mail_id = $4
        where r2.municipality = $1 and r2.member_id = $3 and r2.notice_id in (
          select r.notice_id from ${unmailed} and r.member_id = $3)`,
      [tx.municipality, enabledAt, memberId, id],
    )
  }
  return pending.length
}

const unmailed = `notice_recipient r
    join notice n on n.municipality = r.municipality and n.id = r.notice_id
    join member m on m.municipality = r.municipality and m.id = r.member_id
   where r.municipality = $1 and r.mail_id is null and r.seen_at is null and n.at > $2::timestamptz
     and n.kind <> 'invited' and m.mail is not null and m.status <> 'left'`

/** 出す番の来たまとめのメールが、何通か。 */
export const digestsDue = async ({ municipality, query }: Transaction, now: string): Promise<number> => {
  const [row] = await query<{ count: number }>(
    `select count(*)::int as count from mail_out
      where municipality = $1 and kind = 'digest' and status in ('waiting', 'sending') and next_at <= $2`,
    [municipality, now],
  )
  return row?.count ?? 0
}

/** まとめのメール一通を引き受ける。ほかのプロセスが引き受けたものは、息が絶えて（`leaseUntil`）から。なければ undefined。 */
export const claimDigest = async (tx: Writing, leaseUntil: string): Promise<MailOut | undefined> => {
  const [row] = await tx.query<MailOut>(
    `update mail_out o set status = 'sending', attempts = attempts + 1, next_at = $3
      where municipality = $1 and id = (
        select id from mail_out where municipality = $1 and kind = 'digest' and status in ('waiting', 'sending')
           and next_at <= $2 order by next_at, id limit 1)
      returning ${columns}`,
    [tx.municipality, tx.at, leaseUntil],
  )
  return row
}

/** まとめのメールに載せる通知。古い順。 */
export const noticesInMail = ({ municipality, query }: Transaction, mailId: string): Promise<readonly Notice[]> =>
  query<Notice>(
    `select n.id, n.number, n.kind, n.department_id as "departmentId", n.round_id as "roundId",
            n.response_id as "responseId", n.params, ${isoTime('n.at')} as at, n.by,
            (select c.title from collection_round c where c.municipality = $1 and c.id = n.round_id) as round,
            (select d.name from department d where d.municipality = $1 and d.id = n.department_id) as department
       from notice_recipient r join notice n on n.municipality = r.municipality and n.id = r.notice_id
      where r.municipality = $1 and r.mail_id = $2 order by n.number`,
    [municipality, mailId],
  )

type Ending = { readonly to: string; readonly subject: string } & (
  | { readonly status: 'sent' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'waiting'; readonly problem: Problem; readonly nextAt: string }
)

/** 出し終えた、諦めた、または待ち直す。 */
export const endMail = async (tx: Writing, mail: MailOut, ending: Ending): Promise<void> => {
  const waiting = ending.status === 'waiting'
  const problem = ending.status === 'sent' ? null : ending.problem
  await tx.query(
    `update mail_out set status = $3, to_address = $4, subject = $5, problem = $6, next_at = $7, ended_at = $8
      where municipality = $1 and id = $2`,
    [
      tx.municipality,
      mail.id,
      ending.status,
      ending.to,
      ending.subject,
      problem && JSON.stringify(problem),
      waiting ? ending.nextAt : null,
      waiting ? null : tx.at,
    ],
  )
  if (!waiting) await recordMail(tx, mail.id, mail.kind, mail.memberId, ending.status, problem)
}

/** サーバーに届かないとき、待っているほかのまとめも同じだけ待たせる（一通ごとに待ち時間を使わないように）。 */
export const postponeDigests = async (tx: Writing, until: string): Promise<void> => {
  await tx.query(
    `update mail_out set next_at = $2
      where municipality = $1 and kind = 'digest' and status = 'waiting' and next_at < $2`,
    [tx.municipality, until],
  )
}

type Sent = Pick<MailOut, 'kind' | 'to' | 'subject' | 'day' | 'problem'> & { readonly memberId: string | null }

/** その場で出したメール（招き・合言葉の決め直し・試し）の記録。 */
export const noteMail = async (tx: Writing, { kind, memberId, to, subject, day, problem }: Sent): Promise<void> => {
  const id = tx.newId()
  const status = problem === null ? 'sent' : 'failed'
  await tx.query(
    `insert into mail_out (municipality, id, kind, member_id, to_address, subject, on_day, status, attempts, made_at,
       ended_at, problem)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9, $10)`,
    [tx.municipality, id, kind, memberId, to, subject, day, status, tx.at, problem && JSON.stringify(problem)],
  )
  await recordMail(tx, id, kind, memberId, status, problem)
}

const recordMail = (
  tx: Writing,
  mail: string,
  kind: MailOut['kind'],
  member: string | null,
  status: 'sent' | 'failed',
  problem: Problem | null,
): Promise<void> =>
  tx.record(
    {
      act: `mail-${status}`,
      subject: { mail, ...(member !== null && isUuid(member) && { member }) },
      before: null,
      after: { kind, ...(problem && { problem: problem.code }) },
    },
    'work',
  )

/** 出したメール。新しい順。 */
export const mails = ({ municipality, query }: Transaction, limit: number): Promise<readonly MailOut[]> =>
  query<MailOut>(
    `select ${columns} from mail_out o where o.municipality = $1
      order by o.status in ('waiting', 'sending') desc, o.made_at desc, o.id limit $2`,
    [municipality, limit],
  )

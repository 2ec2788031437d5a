import { PostgresDialect } from 'kysely'
import type { Database } from './engine/database.ts'
import { readingDirectory } from './transaction.ts'

/** ログイン一つ（セッション）と、その口座。 */
export type SignedIn = {
  readonly sessionId: string
  readonly accountId: string
  readonly name: string
  readonly mail: string
  readonly twoFactor: boolean
  /** 市の認証の相手から入ったなら、その市。ほかの市では通らない。 */
  readonly municipality: string | null
}

/** 口座の一つのログイン（「ほかの機械のログイン」の一覧に）。 */
export type OwnSession = {
  readonly id: string
  readonly since: string
  readonly until: string
  readonly address: string | null
  readonly browser: string | null
  readonly municipality: string | null
}

/** 同じことを何度も試みるのを限る。`within` は秒。 */
export type AttemptLimit = {
  readonly kind: string
  readonly subject: string
  readonly most: number
  readonly within: number
}

export type Accounts = ReturnType<typeof accountsOver>

/**
 * 口座の表の口。better-auth の書かないものと、頁のたびに要る小さな読み出しだけを、ここの SQL でする。
 * 市の取引の中から呼んではならない（PGlite のつなぎは一本なので、永久に待つ）。
 */
export const accountsOver = (database: Database) => {
  const query = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await database.pool.query(text, [...values])).rows as Row[]
  return {
    /** better-auth に渡す、枠 `account` の口。中身はこの層の外に見せない。 */
    forBetterAuth: () => ({
      dialect: new PostgresDialect({ pool: database.pool }),
      type: 'postgres' as const,
      schemaName: 'account',
      transaction: true,
    }),

    /** 口座が一つでもあるか。 */
    any: async (): Promise<boolean> => {
      const [row] = await query<{ any: boolean }>('select exists (select 1 from account."user") as any')
      return row?.any ?? false
    },

    /** その札のログイン。切れていれば undefined。 */
    signedIn: async (token: string, now: Date): Promise<SignedIn | undefined> => {
      const [row] = await query<SignedIn>(
        `select s.id as "sessionId", u.id as "accountId", u.name, u.email as mail, s.municipality,
                coalesce(u."twoFactorEnabled", false) as "twoFactor"
           from account.session s join account."user" u on u.id = s."userId"
          where s.token = $1 and s."expiresAt" > $2`,
        [token, now],
      )
      return row
    },

    sessions: (accountId: string, now: Date): Promise<readonly OwnSession[]> =>
      query<OwnSession>(
        `select id, to_json("createdAt") #>> '{}' as since, to_json("expiresAt") #>> '{}' as until,
                "ipAddress" as address, "userAgent" as browser, municipality
           from account.session where "userId" = $1 and "expiresAt" > $2 order by "createdAt" desc, id`,
        [accountId, now],
      ),

    /** ログインを終わらせる。`keep` のほかを、`municipality` を渡せばその市のものだけ。答えは終えた数。 */
    endSessions: async (
      accountId: string,
      keep: string | null,
      municipality: string | null = null,
    ): Promise<number> => {
      const ended = await query(
        `delete from account.session where "userId" = $1 and ($2::text is null or id <> $2)
            and ($3::text is null or municipality = $3) returning 1`,
        [accountId, keep, municipality],
      )
      return ended.length
    },

    /** 札のログインを終わらせる（入り直しのとき、前のものを）。 */
    endToken: async (token: string): Promise<void> => {
      await query('delete from account.session where token = $1', [token])
    },

    /** 宛先の口座。 */
    byMail: async (mail: string): Promise<{ readonly id: string; readonly name: string } | undefined> => {
      const [row] = await query<{ id: string; name: string }>('select id, name from account."user" where email = $1', [
        mail.toLowerCase(),
      ])
      return row
    },

    /** 口座に合言葉があるか（認証の相手からだけ入る口座にはない）。 */
    hasPassword: async (accountId: string): Promise<boolean> => {
      const found = await query(
        `select 1 from account.account where "userId" = $1 and "providerId" = 'credential' and password is not null`,
        [accountId],
      )
      return found.length > 0
    },

    /** この人が、いま利用者である市。 */
    municipalitiesOf: async (accountId: string): Promise<readonly string[]> => {
      if (!/^[\w-]{1,64}$/.test(accountId)) return []
      const rows = await readingDirectory<{ municipality: string }>(
        database,
        `select municipality from member where account_id = '${accountId}' and status <> 'left' order by municipality`,
      )
      return rows.map(({ municipality }) => municipality)
    },

    /** 認証の相手を持つ市と、そのボタンの名。 */
    providers: (): Promise<readonly { readonly municipality: string; readonly label: string }[]> =>
      readingDirectory(database, 'select municipality, label from login_setting order by municipality'),

    /** 試みを一つ数える。答えは、あとで取り消すための番号。 */
    tried: async (kind: string, subject: string, now: Date): Promise<string> => {
      const [row] = await query<{ id: string }>(
        `insert into account.attempt (kind, subject_sha256, at)
         values ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), $3) returning id::text`,
        [kind, subject, now],
      )
      return row?.id ?? ''
    },

    notTried: async (id: string): Promise<void> => {
      await query('delete from account.attempt where id = $1::bigint', [id])
    },

    /** 数えが `most` を超えていれば、いつまで待つか（秒）。超えていなければ 0。 */
    wait: async ({ kind, subject, most, within }: AttemptLimit, now: Date): Promise<number> => {
      const since = new Date(now.getTime() - within * 1000)
      const [over] = await query<{ at: Date }>(
        `select at from account.attempt
          where kind = $1 and subject_sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') and at > $3
          order by at desc, id desc offset $4 limit 1`,
        [kind, subject, since, most],
      )
      return over ? Math.max(1, Math.ceil((over.at.getTime() - since.getTime()) / 1000)) : 0
    },

    /** うまくいったので、数えたものを消す。古いものも片付ける。 */
    forgive: async (kind: string, subject: string, now: Date): Promise<void> => {
      await query(
        `delete from account.attempt
          where (kind = $1 and subject_sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex')) or at < $3`,
        [kind, subject, new Date(now.getTime() - 86_400_000)],
      )
    },

    /** 初めの管理者を作る合言葉の指紋を改める。 */
    putFirstLink: async (tokenSha256: string, now: Date): Promise<void> => {
      await query(
        `insert into account.first_link (token_sha256, made_at) values ($1, $2)
         on conflict (one) do update set token_sha256 = excluded.token_sha256, made_at = excluded.made_at`,
        [tokenSha256, now],
      )
    },

    isFirstLink: async (tokenSha256: string): Promise<boolean> =>
      (await query('select 1 from account.first_link where token_sha256 = $1', [tokenSha256])).length > 0,

    /** 合言葉を使う。二人が同時に使っても、一人だけが true。 */
    useFirstLink: async (tokenSha256: string): Promise<boolean> =>
      (await query('delete from account.first_link where token_sha256 = $1 returning 1', [tokenSha256])).length > 0,

    /** しるべの鍵。なければ `made` を置く（ほかのプロセスが先に置いていれば、そちら）。 */
    secret: async (made: string, now: Date): Promise<string> => {
      await query('insert into account.secret (secret, made_at) values ($1, $2) on conflict do nothing', [made, now])
      const [row] = await query<{ secret: string }>('select secret from account.secret')
      return row?.secret ?? made
    },
  }
}

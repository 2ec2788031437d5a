import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Caller } from '#operations/accounts/auth.ts'

/** この画面が、どこから見えるか。 */
export type Site = {
  /** 人の打つ番地の頭（`https://shirube.city.example`）。代理サーバーの後ろにいるときに決める。なければ求めの番地。 */
  readonly origin: string | null
  /** この機械からだけ見えるか。見本で役を選んで試せるのは、このときだけ。 */
  readonly loopback: boolean
  /** 代理サーバーの番地。ここから来た求めだけ、X-Forwarded-For を信じる。 */
  readonly proxies: readonly string[]
}

export const thisMachineOnly: Site = { origin: null, loopback: true, proxies: [] }

/** 求めの番地の頭。 */
export const originOf = (c: Context, { origin }: Site): string => origin ?? new URL(c.req.url).origin

/** 求めてきた人の機械。口座の操作に渡す。 */
export const callerOf = (c: Context, site: Site): Caller => ({
  cookie: c.req.header('Cookie') ?? '',
  address: addressOf(c, site),
  browser: c.req.header('User-Agent') ?? '',
  origin: originOf(c, site),
})

/** 相手の番地。信じてよい代理サーバーからなら、その言う番地（いちばん後ろ。前のものは、だれでも書ける）。 */
const addressOf = (c: Context, { proxies }: Site): string | null => {
  // 試験のように、つなぎのない求めもある。
  const peer = c.env?.incoming ? (getConnInfo(c).remote.address ?? null) : null
  if (peer === null || !proxies.includes(peer.replace(/^::ffff:/, ''))) return peer
  return c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() || peer
}

/** https で見ている人に渡すクッキーには、平文では送らないしるしを付ける。 */
export const securely = (cookie: string, origin: string): string =>
  origin.startsWith('https:') && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie

import { networkInterfaces } from 'node:os'
import { done, type Result, refused } from '#domain/problem.ts'
import { type Site, thisMachineOnly } from './site.ts'
import { thisMachine } from './web.ts'

/** どこで開き、どの名で来た求めに答えるか。 */
export type Bound = { readonly host: string; readonly hosts: readonly string[]; readonly site: Site }

const usualHost = '127.0.0.1'

/**
 * 開く番地と、外から見える名を決める。`--host`（環境変数 SHIRUBE_HOST）は開く番地、SHIRUBE_ORIGIN は人の打つ番地、
 * SHIRUBE_PROXY は代理サーバーの番地（コンマ区切り。同じ機械のものは、言わなくてよい）。
 * この機械からだけ見えるのは、開く番地も人の打つ番地もこの機械のとき。断る符号: `serve.wrong-origin`。
 */
export const boundFrom = (given: string | null, env: NodeJS.ProcessEnv = process.env): Result<Bound> => {
  const host = given ?? (env.SHIRUBE_HOST?.trim() || usualHost)
  const typed = env.SHIRUBE_ORIGIN?.trim() || null
  const origin = typed === null ? null : originFrom(typed)
  if (origin === undefined) return refused('serve.wrong-origin', { given: typed ?? '' })
  const named = origin === null ? [] : [new URL(origin).hostname]
  const loopback = isLoopback(host) && named.every(isLoopback)
  const listed = (env.SHIRUBE_PROXY ?? '').split(',').map((each) => each.trim())
  const proxies = origin === null ? [] : ['127.0.0.1', '::1', ...listed.filter((each) => each !== '')]
  const hosts = [...new Set([...thisMachine, ...named, ...addressesOf(host)])]
  return done({ host, hosts, site: { ...thisMachineOnly, origin, loopback, proxies } })
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host)

/** `https://shirube.example.lg.jp/` → `https://shirube.example.lg.jp`。番地の頭として読めなければ undefined。 */
const originFrom = (text: string): string | undefined => {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') return undefined
  return url.origin
}

/** その番地で開いたとき、人の打ちうる名。どの番地でも開くなら、この機械のすべての番地。 */
const addressesOf = (host: string): readonly string[] => {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host]
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
}

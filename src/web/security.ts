import type { MiddlewareHandler } from 'hono'

/** どの頁にも付ける守り。頁に script はなく、外のものは何も読み込まない。 */
const headers: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
]

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of headers) c.res.headers.set(name, value)
}

/**
 * 自分の機械の名で来た求めだけに答える。よその名前をこの機械に向ける手口
 * （DNS リバインディング）で、ほかの頁から読まれないようにする。
 */
export const onlyFrom =
  (hosts: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const host = new URL(c.req.url).hostname
    if (!hosts.includes(host)) return c.text('unknown host', 421)
    await next()
    return undefined
  }

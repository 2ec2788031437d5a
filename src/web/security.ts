import type { MiddlewareHandler } from 'hono'

/** どの頁にも付ける守り。手もとの台本のほかは動かず、外のものは何も読み込まない。 */
const headers: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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
  // 印刷のできる一枚のように、もっと狭い守りを自分で付けた答えは、そのまま。
  for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/**
 * 書き込みは、この頁から出たものだけを受ける（よその頁に仕込まれた送信を断る）。
 * ブラウザーは送信に Sec-Fetch-Site を付け、付けない古いものも Origin を付ける。どちらもなければ断る。
 */
export const isFromHere = (request: Request, here: string = new URL(request.url).origin): boolean => {
  const site = request.headers.get('Sec-Fetch-Site')
  const origin = request.headers.get('Origin')
  if (origin !== null && origin !== here) return false
  return site === 'same-origin' || (site === null && origin !== null)
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

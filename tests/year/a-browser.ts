import type { Hono } from 'hono'

/** 頁を開き、欄を送り、クッキーを覚える、台本のないブラウザー。 */
export type SmallBrowser = ReturnType<typeof aBrowser>

export type Page = {
  readonly status: number
  readonly path: string
  readonly html: string
  readonly response: Response
}

/** `createWeb(app)` か、開いてある番地（`http://127.0.0.1:8700`）を相手にする。 */
export const aBrowser = (web: Hono | string, headers: Record<string, string> = {}) => {
  const jar = new Map<string, string>()
  const origin = typeof web === 'string' ? web : 'http://localhost'

  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = { ...headers, ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) }
    const address = path.startsWith('http') ? path : origin + path
    const whole = { ...init, headers: all, redirect: 'manual' as const }
    const response = await (typeof web === 'string' ? fetch(address, whole) : web.request(address, whole))
    for (const each of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = each.split(/;\s*/)
      const at = pair.indexOf('=')
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
      if (gone) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  const follow = async (path: string, response: Response): Promise<Page> => {
    const location = response.headers.get('Location')
    if (response.status >= 300 && response.status < 400 && location?.startsWith('/')) return get(location)
    return { status: response.status, path: location ?? path, html: await response.text(), response }
  }

  const get = async (path: string): Promise<Page> => follow(path, await send(path, {}))

  const post = async (path: string, fields: Record<string, string> = {}): Promise<Page> => {
    const body = new URLSearchParams(fields)
    return follow(path, await send(path, { method: 'POST', body, headers: { Origin: origin } }))
  }

  return { get, post, send, jar, origin }
}

import { Hono } from 'hono'
import type { App } from '#operations/app.ts'
import { shelfOver } from '#operations/shelf.ts'
import { type Assets, openAssets } from './assets/assets.ts'
import { encodingFor, encodingHeaders } from './compression.ts'
import { type Gate, gates } from './gates.ts'
import { troublePage } from './pages-of.tsx'
import { acts, freshRoutes, routes } from './routes.ts'
import { onlyFrom, securityHeaders } from './security.ts'
import { type Site, thisMachineOnly } from './site.ts'
import { visitor } from './visit.ts'

export type WebOptions = {
  readonly assets?: Assets
  /** 頁の覚えの上限（バイト）。0 なら毎回組み立てる。 */
  readonly cachedBytes?: number
  /** 答えてよい名。ふだんはこの機械だけ。 */
  readonly hosts?: readonly string[]
  /** どこから見えるか。ふだんはこの機械だけ。 */
  readonly site?: Site
}

export const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/** その番地の門。門のない番地を、うっかり開けたままにしない。 */
const gateOf = (method: 'GET' | 'POST', path: string): Gate => {
  const gate = gates[`${method} ${path}`]
  if (gate === undefined) throw new Error(`no gate for ${method} ${path}: add a line to gates.ts`)
  return gate
}

/** 画面。`createWeb(app).request('/152081')` */
export const createWeb = (app: App, options: WebOptions = {}): Hono => {
  const assets = options.assets ?? openAssets()
  const visit = visitor(app, shelfOver(app), assets, options.cachedBytes ?? 48_000_000, options.site ?? thisMachineOnly)
  const web = new Hono()
  web.use(securityHeaders)
  web.use(onlyFrom(options.hosts ?? thisMachine))
  web.get('/assets/:fingerprint/:name', async (c) => {
    const asset = assets.find(c.req.param('name'))
    if (!asset || c.req.param('fingerprint') !== assets.fingerprint) return c.text('not found', 404)
    const { body, encoding } = await asset.body(encodingFor(c.req.header('Accept-Encoding')))
    return c.body(body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...encodingHeaders(encoding),
    })
  })
  // 覚えない頁を先に。「/intake」を「/:code」（市の頁）と取り違えないように。
  for (const [path, page] of freshRoutes) {
    const gate = gateOf('GET', path)
    web.get(path, (c) => visit.showFresh(c, page, gate))
    web.get(`/en${path}`, (c) => visit.showFresh(c, page, gate))
  }
  for (const [path, page] of routes) {
    const gate = gateOf('GET', path)
    web.get(path, (c) => visit.show(c, page, gate))
    web.get(path === '/' ? '/en' : `/en${path}`, (c) => visit.show(c, page, gate))
  }
  for (const [path, make, whenTooLarge] of acts) {
    const gate = gateOf('POST', path)
    web.post(path, (c) => visit.act(c, make, gate, whenTooLarge))
    web.post(`/en${path}`, (c) => visit.act(c, make, gate, whenTooLarge))
  }
  web.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], '*', (c) => {
    c.header('Allow', 'GET, HEAD')
    return c.html(troublePage(visit.frame(c), 'trouble.only-get', 'trouble.only-get-why'), 405)
  })
  web.get('/en/', (c) => c.redirect('/en'))
  web.notFound((c) => c.html(troublePage(visit.frame(c), 'trouble.not-found', 'trouble.no-page'), 404))
  web.onError((error, c) => {
    console.error(error)
    return c.html(troublePage(visit.frame(c), 'trouble.failed', 'trouble.failed-why'), 500)
  })
  return web
}

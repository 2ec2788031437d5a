import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Params } from '#domain/language/message.ts'
import type { Shelf } from '#operations/shelf.ts'
import type { Assets } from './assets/assets.ts'
import { type Frame, frameFor, type WebCode } from './frame.ts'
import { pageCache } from './page-cache.ts'
import { troublePage } from './pages-of.tsx'

/** 訪れ一回ぶんの、頁を作るのに要るもの。 */
export type Visit = {
  readonly shelf: Shelf
  readonly frame: Frame
  /** この市の、いまのデータの版数。 */
  readonly version: number
  readonly param: (name: string) => string
  readonly query: (name: string) => string | undefined
}

/** 頁。見せる HTML か、見せられないわけ。 */
export type Shown = { readonly html: string } | { readonly missing: WebCode; readonly params?: Params }
export type PageMaker = (visit: Visit) => Promise<Shown>

/**
 * 訪れに答える。データの版数を読み、版数が同じなら覚えている頁か 304 で、違えば作り直して答える。
 * 版数は頁を作る前に読むので、作るあいだに書き換わっても、次の訪れでは必ず作り直す。
 */
export const visitor = (shelf: Shelf, assets: Assets, cachedBytes: number) => {
  const cache = pageCache<Buffer<ArrayBuffer>>(cachedBytes)
  // プログラムが変われば頁も変わるので、印は起動ごとに改める。
  const born = randomBytes(4).toString('hex')

  const frame = (c: Context): Frame => {
    const url = new URL(c.req.url)
    const english = url.pathname === '/en' || url.pathname.startsWith('/en/')
    return frameFor(english ? 'en' : 'ja', url.pathname + url.search, assets.styles, assets.icon)
  }

  const show = async (c: Context, page: PageMaker): Promise<Response> => {
    const here = frame(c)
    const code = c.req.param('code')
    if (code !== undefined && !/^\d{6}$/.test(code)) return missing(c, here, 'trouble.no-page')
    const version = await stateOf(shelf, code)
    if (version === undefined) return missing(c, here, 'trouble.no-city', { code: code ?? '' })
    const etag = `"${born}-${version}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
    const key = here.path
    const known = cache.get(key, version)
    if (known !== undefined) return answer(c, known)
    const shown = await page({
      shelf,
      frame: here,
      version: Number(version),
      param: (name) => c.req.param(name) ?? '',
      query: (name) => c.req.query(name),
    })
    if ('missing' in shown) return missing(c, here, shown.missing, shown.params)
    const body = Buffer.from(shown.html)
    cache.keep(key, version, body)
    return answer(c, body)
  }

  return { frame, show }
}

/** 字のままより、符号にした列のほうが速く送れる（覚えた頁で 2.5 倍）。 */
const answer = (c: Context, body: Buffer<ArrayBuffer>): Response =>
  c.body(body, 200, { 'Content-Type': 'text/html; charset=UTF-8' })

/** 版数。市の頁はその市のもの、市町村の一覧はすべての市のもの。ない市は undefined。 */
const stateOf = async (shelf: Shelf, code: string | undefined): Promise<string | undefined> => {
  if (code === undefined) {
    const all = await shelf.municipalities()
    return all.map((each) => `${each.code}.${each.dataVersion}`).join('-') || '0'
  }
  const version = await shelf.version(code)
  return version === 0 ? undefined : String(version)
}

const missing = (c: Context, frame: Frame, why: WebCode, params?: Params): Response | Promise<Response> => {
  c.header('ETag', undefined)
  return c.html(troublePage(frame, 'trouble.not-found', why, params), 404)
}

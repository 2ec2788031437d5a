import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Params } from '#domain/language/message.ts'
import type { Person } from '#domain/people/person.ts'
import type { Problem } from '#domain/problem.ts'
import type { Caller } from '#operations/accounts/auth.ts'
import type { SignedIn } from '#operations/accounts/who.ts'
import type { App } from '#operations/app.ts'
import type { Shelf } from '#operations/shelf.ts'
import type { Assets } from './assets/assets.ts'
import { compressed, type Encoding, encodingFor, encodingHeaders } from './compression.ts'
import { type FileShown, fileAnswer } from './file-answer.ts'
import { type Form, readForm } from './form.ts'
import { type Frame, frameFor, readYearsShown, type WebCode } from './frame.ts'
import { type Gate, passage } from './gates.ts'
import { pageCache } from './page-cache.ts'
import { notPermittedPage, signInAgainPage, troublePage } from './pages-of.tsx'
import { isFromHere } from './security.ts'
import { sessions } from './session.ts'
import { callerOf, originOf, type Site } from './site.ts'

/** 訪れ一回ぶんの、頁を作るのに要るもの。 */
export type Visit = {
  readonly app: App
  readonly shelf: Shelf
  readonly frame: Frame
  /** この市の、いまのデータの版数。 */
  readonly version: number
  readonly param: (name: string) => string
  readonly query: (name: string) => string | undefined
  /** ブラウザーが覚えている、作業する人の名（まだ利用者の区別がないので、名のるだけ）。 */
  readonly name: string
  /** 訪れた人と、この市での役。 */
  readonly person: Person
  /** 訪れた人の、ほかの市での役（市を選んで送る頁で）。 */
  readonly personIn: (code: string) => Promise<Person>
  /** ログインの口座（市をまたぐ）。ログインしていなければ null。 */
  readonly signedIn: SignedIn | null
  /** 求めてきた機械。口座の操作に渡す。 */
  readonly caller: Caller
  readonly site: Site
}

/** 頁。見せる HTML か、台本に渡す値か、ファイルか、断りか、見せられないわけ。fresh は、版数のほかのことでも変わるので覚えない頁。 */
export type Shown =
  | { readonly html: string; readonly status?: 200 | 400 | 409 | 413 | 422; readonly fresh?: boolean }
  | { readonly json: unknown }
  | { readonly file: FileShown }
  | { readonly problem: Problem }
  | { readonly missing: WebCode; readonly params?: Params }
  | See

/** つぎに見る頁（303）。`remember` はブラウザーに覚えさせる値、`cookies` はログインの札など、そのまま渡すクッキー。 */
export type See = {
  readonly see: string
  readonly remember?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
}
export type PageMaker = (visit: Visit) => Promise<Shown>

/** 送信への答え。 */
export type Acted = Shown
export type ActMaker = (visit: Visit, form: Form) => Promise<Acted>

const cookies = { years: 'shirube-years', name: 'shirube-name' } as const
const aYear = 365 * 24 * 60 * 60

/**
 * 訪れに答える。データの版数を読み、版数が同じなら覚えている頁か 304 で、違えば作り直して答える。
 * 版数は頁を作る前に読むので、作るあいだに書き換わっても、次の訪れでは必ず作り直す。
 */
export const visitor = (app: App, shelf: Shelf, assets: Assets, cachedBytes: number, site: Site) => {
  const cache = pageCache<Buffer<ArrayBuffer>>(cachedBytes)
  // プログラムが変われば頁も変わるので、印は起動ごとに改める。
  const born = randomBytes(4).toString('hex')
  const { personOf, signedInOf, isOpenToAll } = sessions(app, site)

  const frame = (c: Context, person?: Person): Frame => {
    const url = new URL(c.req.url)
    const english = url.pathname === '/en' || url.pathname.startsWith('/en/')
    return frameFor(english ? 'en' : 'ja', url.pathname + url.search, {
      styles: assets.styles,
      fonts: assets.fonts,
      icon: assets.icon,
      script: assets.script,
      years: readYearsShown(getCookie(c, cookies.years)),
      ...(person && { person }),
    })
  }

  const visitIn = async (c: Context, here: Frame, version: string): Promise<Visit> => ({
    app,
    shelf,
    frame: here,
    version: Number(version),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    name: here.person.kind === 'workbench' ? shortened(getCookie(c, cookies.name)) : here.person.name,
    person: here.person,
    personIn: (code) => personOf(c, code),
    signedIn: await signedInOf(c),
    caller: callerOf(c, site),
    site,
  })

  /** 門で止められた人への答え。通れるなら undefined。 */
  const stopped = async (c: Context, here: Frame, gate: Gate, form?: Form): Promise<Response | undefined> => {
    const first = passage(gate, here.person, false)
    // 見本の市かは、止めることになってから尋ねる。
    const open = first !== 'pass' && gate === 'plan-read' && (await isOpenToAll(c, c.req.param('code')))
    const way = open ? passage(gate, here.person, true) : first
    if (way === 'pass') return undefined
    c.header('Cache-Control', 'no-store')
    if (way === 'forbidden') return c.html(notPermittedPage(here, c.req.param('code')), 403)
    // 台本からの求めには、頁でなく、ログインが要ることを言う（打ったものは台本が持っている）。
    if (c.req.header('Accept')?.includes('application/json')) return c.json({ signIn: here.to.login() }, 401)
    return form ? c.html(signInAgainPage(here, form.entries()), 401) : c.redirect(here.to.login(here.path), 303)
  }

  /** 覚えておける頁。中身が版数だけで決まるもの。 */
  const show = async (c: Context, page: PageMaker, gate: Gate): Promise<Response> => {
    const code = c.req.param('code')
    if (code !== undefined && !/^\d{6}$/.test(code)) return missing(c, frame(c), 'trouble.no-page')
    const here = frame(c, await personOf(c, code))
    const version = await stateOf(shelf, code)
    const away = await stopped(c, here, gate)
    if (away) return away
    if (version === undefined) return missing(c, here, 'trouble.no-city', { code: code ?? '' })
    // 詰めたものは別の列なので、印も覚えも詰めかたごとに持つ（詰めるのは一度だけ）。
    const encoding = encodingFor(c.req.header('Accept-Encoding'))
    const whose = faceOf(here.person)
    const etag = `"${born}-${here.years}-${version}-${encoding}-${whose}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    c.header('Vary', 'Cookie, Accept-Encoding')
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
    const key = `${encoding} ${here.years} ${whose} ${here.path}`
    const known = cache.get(key, version)
    if (known !== undefined) return answer(c, known, encoding)
    const shown = await page(await visitIn(c, here, version))
    if (!('html' in shown)) return plainly(c, here, shown)
    if (shown.fresh) {
      c.header('ETag', undefined)
      c.header('Cache-Control', 'no-store')
      return plainly(c, here, shown)
    }
    const body = await compressed(Buffer.from(shown.html), encoding, 'page')
    cache.keep(key, version, body)
    return answer(c, body, encoding)
  }

  /** 覚えない頁（取込みの途中など、版数のほかのことで変わるもの）。 */
  const showFresh = async (c: Context, page: PageMaker, gate: Gate): Promise<Response> => {
    const code = c.req.param('code')
    if (code !== undefined && !/^\d{6}$/.test(code)) return missing(c, frame(c), 'trouble.no-page')
    const here = frame(c, await personOf(c, code))
    const away = await stopped(c, here, gate)
    if (away) return away
    const version = (await stateOf(shelf, code)) ?? '0'
    c.header('Cache-Control', 'no-store')
    return plainly(c, here, await page(await visitIn(c, here, version)))
  }

  /** 送信。この頁から出たものだけを受け、終われば見る頁へ送る（二度押しても、見直しても、二度は送らない）。 */
  const act = async (c: Context, make: ActMaker, gate: Gate, whenTooLarge?: ActMaker): Promise<Response> => {
    const code = c.req.param('code')
    const known = code === undefined || /^\d{6}$/.test(code)
    const here = frame(c, known ? await personOf(c, code) : undefined)
    c.header('Cache-Control', 'no-store')
    if (!isFromHere(c.req.raw, originOf(c, site)))
      return c.html(troublePage(here, 'trouble.refused', 'trouble.from-elsewhere'), 403)
    if (!known) return missing(c, here, 'trouble.no-page')
    const form = await readForm(c)
    const away = await stopped(c, here, gate, form.ok ? form.value : form.leading)
    if (away) return away
    const maker = form.ok ? make : whenTooLarge
    const fields = form.ok ? form.value : form.leading
    if (!maker || !fields) {
      const problem = form.ok ? undefined : form.problem
      const status = problem?.kind === 'upload-too-large' ? 413 : 400
      return c.html(troublePage(here, 'trouble.refused', problem ?? 'form-unreadable'), status)
    }
    const version = (await stateOf(shelf, code)) ?? '0'
    return plainly(c, here, await maker(await visitIn(c, here, version), fields))
  }

  return { frame, show, showFresh, act }
}

/** 頁の中で人によって変わるところ（頭の名と、できること）の印。同じ人には同じ覚えを使う。 */
const faceOf = ({ kind, id, grants }: Person): string =>
  kind === 'workbench' || kind === 'nobody'
    ? kind
    : createHash('sha256')
        .update(JSON.stringify([kind, id, grants]))
        .digest('hex')
        .slice(0, 16)

const shortened = (text: string | undefined): string => (text ?? '').slice(0, 60)

/** つぎに見る頁へ送る。ログインした人の名は、口座が知っている。名のりの覚えを書きかえない。 */
const seeing = (c: Context, { person }: Frame, { see, remember = {}, cookies = [] }: See): Response => {
  for (const [name, value] of Object.entries(remember))
    if (name !== 'name' || person.kind === 'workbench')
      setCookie(c, `shirube-${name}`, value, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: aYear })
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.redirect(see, 303)
}

const plainly = async (c: Context, here: Frame, shown: Shown): Promise<Response> => {
  if ('see' in shown) return seeing(c, here, shown)
  if ('missing' in shown) return missing(c, here, shown.missing, shown.params)
  if ('json' in shown) return c.json(shown.json as Record<string, never>)
  if ('file' in shown) return fileAnswer(c, shown.file)
  if ('problem' in shown) return c.html(troublePage(here, 'trouble.refused', shown.problem), statusOf(shown.problem))
  const encoding = encodingFor(c.req.header('Accept-Encoding'))
  c.header('Vary', 'Cookie, Accept-Encoding')
  return answer(c, await compressed(Buffer.from(shown.html), encoding, 'page'), encoding, shown.status ?? 200)
}

/** 断りの番号。役ではできないこと 403、ないもの（壁の向こうの、ほかの課のものも）404、ほかは 422。 */
const statusOf = ({ kind }: Problem): 403 | 404 | 422 => {
  if (kind === 'not-permitted') return 403
  return /(^|[.-])(absent|no-response)$/.test(kind) ? 404 : 422
}

/** 字のままより、符号にした列のほうが速く送れる（覚えた頁で 2.5 倍）。 */
const answer = (
  c: Context,
  body: Buffer<ArrayBuffer>,
  encoding: Encoding,
  status: 200 | 400 | 409 | 413 | 422 = 200,
): Response => c.body(body, status, { 'Content-Type': 'text/html; charset=UTF-8', ...encodingHeaders(encoding) })

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
  return c.html(troublePage(frame, 'trouble.not-found', { code: why, params: params ?? {} }), 404)
}

import type { Language, Params } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { done, problemInWords, type Result, refused } from '#domain/problem.ts'
import { markSamples } from '#operations/accounts/demonstration.ts'
import { newFirstLink } from '#operations/accounts/first-administrator.ts'
import { type App, openApp } from '#operations/app.ts'
import { loadSamples, samplesHere } from '#operations/load-samples.ts'
import { startClock } from '#operations/notices/clock.ts'
import { resumeReportFiles } from '#operations/reports/report-files.ts'
import { storeLocation } from '#operations/store-location.ts'
import { type ControlDoor, openControlDoor } from './control-door.ts'
import { mailLinks } from './notice-link.ts'
import { type Serving, serve } from './serve.ts'
import { boundFrom } from './serve-site.ts'
import { untilStopped } from './stop-signal.ts'

/** `shirube serve` の頼み。端末の引数と、ことばの出口と、止める合図。 */
export type ServeRequest = {
  readonly data: string | null
  readonly port: number | null
  /** 開く番地（`--host`）。 */
  readonly host: string | null
  readonly language: Language
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  readonly stop: AbortSignal
}

type Words = (code: string, params?: Params) => string

const usualPort = 8700

/** 画面を開き、止める合図まで開いておく。合図は、開いている途中でも受ける。 */
export const serveCommand = async (request: ServeRequest): Promise<0 | 1> => {
  const { language, print, complain, stop } = request
  const words: Words = (code, params = {}) => say({ code, params }, language)
  const location = storeLocation(request.data)
  const opened = await openApp(location)
  const served = opened.ok ? await serveApp(opened.value, 'dataDirectory' in location, request, words) : opened
  if (!served.ok) {
    complain(problemInWords(served.problem, language))
    return 1
  }
  if (stop.aborted) print(words('serve.closed'))
  return 0
}

/** 見本を（手元の置き場になら）入れ、画面を開き、合図を待って、何があっても閉じる。 */
const serveApp = async (app: App, local: boolean, request: ServeRequest, words: Words): Promise<Result<void>> => {
  let door: ControlDoor | undefined
  try {
    const loaded = local ? await loadSamples(app, await samplesHere(), request.stop) : done(0)
    if (!loaded.ok) return loaded
    if (loaded.value > 0) request.print(words('serve.samples', { count: loaded.value }))
    if (local) await markSamples(app, await samplesHere())
    if (request.stop.aborted) return done(undefined)
    door = local ? await openControlDoor(app, app.store.where) : undefined
    return await servePages(app, request, words)
  } finally {
    await door?.close()
    await app.close()
  }
}

const servePages = async (app: App, request: ServeRequest, words: Words): Promise<Result<void>> => {
  const { language, port, print, stop } = request
  const bound = boundFrom(request.host)
  if (!bound.ok) return bound
  const { host, hosts, site } = bound.value
  const firstLink = await newFirstLink(app)
  // 利用者がいないあいだは、訪れた人がだれでも何でもできる。よその機械には見せない。
  if (firstLink !== null && !site.loopback) return refused('serve.no-account-yet')
  const onTaken = (taken: number, next: number) => print(words('serve.port-taken', { port: taken, next }))
  const serving: Result<Serving> = await serve({ app, port: port ?? usualPort, host, hosts, site, onTaken })
  if (!serving.ok) return serving
  print(words('serve.ready', { address: `${serving.value.address}/${language === 'en' ? 'en' : ''}` }))
  print(words('serve.how-to-stop', { where: app.store.where }))
  if (firstLink !== null) {
    print(words('serve.first-link'))
    print(`${serving.value.address}${language === 'en' ? '/en' : ''}/first/${firstLink}`)
  }
  // 前に止めたとき作りかけだった帳票。作り直せなくても、頁は見られる。
  resumeReportFiles(app).catch((error: unknown) => console.error(error))
  // 予定の照会を開き、締切を知らせ、メールを出す。番地は、外から見える名（SHIRUBE_ORIGIN）を言われたときだけメールに書く。
  startClock(app, mailLinks(site.origin), stop).catch((error: unknown) => stop.aborted || console.error(error))
  await untilStopped(stop)
  await serving.value.close()
  return done(undefined)
}

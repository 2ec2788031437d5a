import { problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import { boardView } from '#operations/collection/board.ts'
import { aCityOfClerks, type LoadedCity, standingOf } from '../../tests/year/a-year-at.ts'
import { type Clerk, type Loaded, workAll } from '../../tests/year/load.ts'
import { signedIn } from '../../tests/year/signed-in.ts'
import type { Engine, Location } from './engines.ts'
import { median, quantile } from './runs.ts'
import { startProduct } from './serving.ts'
import { ms, table, whole } from './tables.ts'

const departments = 100
const connections = 50
/** 五課に一課は Excel で出す。 */
const excelEvery = 5
const minute = 60_000
const boards = 30

type Measured = {
  readonly engine: Engine['name']
  readonly minute: Loaded
  readonly lost: number
  readonly unhurried: { readonly saves: readonly number[]; readonly seconds: number; readonly errors: number }
  readonly board: { readonly operation: readonly number[]; readonly page: readonly number[]; readonly asked: number }
}

/** とりまとめ：百課が八項目ずつを、同じ一分のうちに入れて出す。進行表も。二つのデータベースで。 */
export const collectionSection = async (engines: readonly Engine[]): Promise<string> => {
  const measured: Measured[] = []
  for (const engine of engines) measured.push(await measure(engine))
  return written(measured)
}

const measure = async (engine: Engine): Promise<Measured> => {
  const location = await engine.empty()
  const { city, planner } = await withApp(location, async (app) => {
    const city = await aCityOfClerks(app, departments)
    return { city, planner: await signedIn(app, city.year.code, city.year.people.planner) }
  })
  const clerks = city.clerks.map((clerk, n): Clerk => ({ ...clerk, byExcel: n % excelEvery === 0 }))
  const product = await startProduct(location)
  const site = { address: product.address, code: city.year.code }
  let inAMinute: Loaded
  let page: readonly number[]
  let unhurried: Measured['unhurried']
  try {
    // 一つのつなぎが二課を受け持ち、一分のあいだに、まちまちの間をおいて打つ。
    const acts = city.clerks[0]?.items.length ?? 0
    const each = minute / ((departments / connections) * (acts + 1))
    inAMinute = await workAll(site, clerks, { connections, pause: () => Math.random() * 2 * each })
    page = await pageTimes(`${site.address}/${site.code}/rounds/${city.year.roundId}`, planner)
    unhurried = await withoutPause(site, city)
  } finally {
    await product.stop()
  }
  return withApp(location, async (app) => {
    const now = await standingOf(app, city.year)
    const lost = [...inAMinute.kept].filter(([item]) => !now.has(item)).length
    const { operation, asked } = await boardTimes(app, city)
    return { engine: engine.name, minute: inAMinute, lost, unhurried, board: { operation, page, asked } }
  })
}

const withApp = async <T>(location: Location, work: (app: App) => Promise<T>): Promise<T> => {
  const opened = await openApp(location)
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

/** 間をおかずに打ち続けたとき。提出した課は書けないので、Excel で出さずに取り下げてから打つ。 */
const withoutPause = async (site: { address: string; code: string }, { clerks }: LoadedCity) => {
  const typed = Array.from({ length: 200 }, (_, n) => String(n + 1))
  const busy = await Promise.all(clerks.slice(0, connections).map((clerk) => withdrawn(site, clerk)))
  const from = performance.now()
  const stop = AbortSignal.timeout(10_000)
  const loaded = await workAll(
    site,
    busy.map(({ clerk, standing }): Clerk => {
      const items = clerk.items.map(({ id }) => ({ id, typed }))
      return { ...clerk, items, standing, byExcel: false, submits: false }
    }),
    { connections, pause: () => 0, stop },
  )
  return { saves: loaded.saves, seconds: (performance.now() - from) / 1000, errors: loaded.errors.length }
}

/** 取り下げ、いまの版を頁から読む。 */
const withdrawn = async ({ address, code }: { address: string; code: string }, clerk: Clerk) => {
  const headers = { Cookie: clerk.cookie, Origin: address }
  const at = `${address}/${code}/responses/${clerk.responseId}`
  const review = await (await fetch(`${at}/review`, { headers })).text()
  const revision = /name="revision" value="(\d+)"/.exec(review)?.[1] ?? ''
  const body = new URLSearchParams({ step: 'withdraw', revision })
  await (await fetch(`${at}/step`, { method: 'POST', headers, body, redirect: 'manual' })).body?.cancel()
  const page = await (await fetch(at, { headers })).text()
  const found = page.matchAll(/name="b ([0-9a-f-]{36}) actual" value="(\d+)"/g)
  const was = (item: string): string =>
    new RegExp(`name="v ${item} actual"[^>]*value="([^"]*)"`).exec(page)?.[1] ??
    new RegExp(`value="([^"]*)"[^>]*name="v ${item} actual"`).exec(page)?.[1] ??
    ''
  const standing = new Map([...found].map(([, item = '', base]) => [item, { raw: was(item), base: Number(base) }]))
  return { clerk, standing }
}

const pageTimes = async (address: string, cookie: string): Promise<readonly number[]> => {
  const times: number[] = []
  for (let nth = 0; nth < boards; nth++) {
    const from = performance.now()
    const answer = await fetch(address, { headers: { Cookie: cookie } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`the board answered ${answer.status}`)
    times.push(performance.now() - from)
  }
  return times
}

const boardTimes = async (app: App, { year }: LoadedCity) => {
  const operation: number[] = []
  for (let nth = 0; nth < boards; nth++) {
    const from = performance.now()
    const board = await boardView(app, year.people.planner, year.code, year.roundId ?? '')
    if (!board.ok) throw new Error(problemInWords(board.problem))
    operation.push(performance.now() - from)
  }
  const items = await app.store.read(year.code, (tx) => tx.responses.itemsOfRound(year.roundId ?? ''))
  return { operation, asked: items.length }
}

const written = (measured: readonly Measured[]): string => {
  const columns = measured.map((_, n) => n + 1)
  const row = (name: string, cell: (of: Measured) => string) => [name, ...measured.map(cell)]
  const p = (values: readonly number[]) => `${ms(median(values))} / ${ms(quantile(values, 0.95))}`
  return `## とりまとめ

${departments} 課が 8 項目ずつ（${measured[0]?.board.asked ?? 0} の値）を、同じ一分のうちに、${connections} のつなぎから入れて提出する。${excelEvery} 課に一課は
Excel を落として値を入れ、送り、確かめて取り込む。サーバーは製品そのもの（別のプロセス）。負荷も同じ機械の二つの核の上で動く。時間はミリ秒、真ん中 / 95％。

${table(
  [
    ['', ...measured.map(({ engine }) => engine)],
    row('保存（目あて：PostgreSQL の 95％ が 150 未満）', ({ minute: { saves } }) => p(saves)),
    row('提出', ({ minute: { submits } }) => p(submits)),
    row('Excel（用紙・記入・送付・確認・取込みの合計）', ({ minute: { uploads } }) => p(uploads)),
    row('保存・提出・Excel の数', ({ minute: { saves, submits, uploads } }) =>
      [saves.length, submits.length, uploads.length].map(whole).join(' / '),
    ),
    row('断られたもの（目あて：0）', ({ minute: { errors } }) => whole(errors.length)),
    row('「保存しました」のあとで失われた値（目あて：0）', ({ lost }) => whole(lost)),
    row('間をおかずに打ち続けたとき：保存', ({ unhurried: { saves } }) => p(saves)),
    row('　同：一秒あたりの保存', ({ unhurried: { saves, seconds } }) => whole(saves.length / seconds)),
    row('進行表を組む時間（目あて：50 未満）', ({ board: { operation } }) => p(operation)),
    row('進行表の頁が届くまで', ({ board: { page } }) => p(page)),
  ],
  columns,
)}`
}

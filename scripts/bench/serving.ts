import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../bundle.ts'
import type { BareServerAsked } from './children/bare-server.ts'
import type { Alone, Asked, Loaded } from './children/load.ts'
import type { PageServerAsked, PageServers } from './children/page-server.ts'
import type { BenchDocument } from './documents.ts'
import type { Engine, Location } from './engines.ts'
import { type BenchPage, findPages } from './pages.ts'
import { type Child, residentMegabytes, startChild, startShirube } from './processes.ts'
import { alternate, median, type Pairs, quantile, ratioOf } from './runs.ts'
import { kilobytes, ms, ratio, table, whole } from './tables.ts'

/** 一つのデータベースについて計ったもの。 */
export type Serving = {
  readonly engine: Engine['name']
  readonly pages: readonly MeasuredPage[]
  readonly ratios: readonly MeasuredRatio[]
  readonly memory: { readonly started: number; readonly loaded: number }
}

export type Timing = { readonly p50: number; readonly p975: number; readonly perSecond: number }
type MeasuredPage = {
  readonly name: string
  readonly afresh: Timing
  readonly kept: Timing
  readonly html: number
  readonly gzip: number
  readonly script: number
}
type MeasuredRatio = { readonly what: string; readonly aim: string; readonly pairs: Pairs }

const seconds = { alone: 300, load: 500, pair: 800, warm: 1000 } as const
const rounds = 5

/**
 * 画面を計る。製品（`shirube serve`）、頁を覚えない同じ画面、比べる相手の Hono、読み手は、みな別のプロセス。
 * 三つのサーバーは同じデータの、それぞれの写しを開く。
 */
export const measureServing = async (
  engine: Engine,
  documents: readonly BenchDocument[],
  work: string,
): Promise<Serving> => {
  const location = await engine.empty()
  await fill(location, documents, work)
  const product = await startProduct(engine.copy(location))
  const bareChild = startChild(join(work, 'bare-server.js'))
  const pageChild = startChild(join(work, 'page-server.js'))
  const reader = startChild(join(work, 'load.js'))
  try {
    const pages = await findPages(product.address)
    const tablePage = pages.find(({ name }) => name.startsWith('進捗状況一覧表'))
    if (!tablePage) throw new Error('the progress table was not found')
    const remembered = await answerOf(product.address, tablePage.path)
    const servers = {
      ...(await pageChild.ask<PageServers>(pageServerAsked(engine.copy(location), 8850))),
      product: product.address,
      bare: await bareChild.ask<string>({
        location: engine.withoutWalls(engine.copy(location)),
        remembered: { path: tablePage.path, ...remembered },
      } satisfies BareServerAsked),
    }
    await expectSameRows(servers.afresh + tablePage.path, servers.bare + bareTableOf(tablePage.path))
    const started = residentMegabytes(product.pid) ?? Number.NaN
    const ratios = await measureRatios(reader, servers, tablePage.path, remembered.etag)
    const measured: MeasuredPage[] = []
    for (const page of pages) measured.push(await measurePage(reader, servers, page))
    const loaded = residentMegabytes(product.pid) ?? Number.NaN
    return { engine: engine.name, pages: measured, ratios, memory: { started, loaded } }
  } finally {
    await reader.stop()
    await pageChild.stop()
    await bareChild.stop()
    await product.stop()
  }
}

type Servers = PageServers & { readonly product: string; readonly bare: string }

export const pageServerAsked = (location: Location, port: number): PageServerAsked => ({
  location,
  port,
  assets: join(root, 'dist', 'assets'),
})

/** 空の倉庫に図書を入れて閉じる。 */
export const fill = async (
  location: Location,
  documents: readonly Pick<BenchDocument, 'municipality' | 'path'>[],
  work: string,
): Promise<void> => {
  const filling = startChild(join(work, 'page-server.js'))
  await filling.ask({ ...pageServerAsked(location, 8840), samples: documents } satisfies PageServerAsked)
  await filling.stop()
}

export const startProduct = (location: Location) => {
  const shirube = join(root, 'bin', 'shirube')
  return 'databaseUrl' in location
    ? startShirube([process.execPath, shirube, 'serve', '--port', '8830'], { DATABASE_URL: location.databaseUrl })
    : startShirube([process.execPath, shirube, 'serve', '--port', '8830', '--data', location.dataDirectory])
}

/** 詰めない答え（比べる相手も詰めないので、そろえる。印も詰めかたごとに違う）。 */
export const answerOf = async (address: string, path: string) => {
  const response = await fetch(`${address}${path}`, { headers: { 'Accept-Encoding': 'identity' } })
  return { body: await response.text(), etag: response.headers.get('etag') ?? '' }
}

/** 同じ表の、比べる相手での番地。 */
const bareTableOf = (path: string): string => path.replace(/^\/(\d{6})\/plans\/([^/]+)\/progress$/, '/table/$1/$2')

/** 比べる二つが同じ数の行を出していること。空の頁と比べては、比に意味がない。 */
const expectSameRows = async (ours: string, theirs: string): Promise<void> => {
  const rateRows = async (url: string) => (await (await fetch(url)).text()).split('達成率</th>').length - 1
  const [own, bare] = [await rateRows(ours), await rateRows(theirs)]
  if (own === 0 || own !== bare) throw new Error(`the pages differ: ${own} rows and ${bare} rows`)
}

/** 8 本のつなぎで、一秒に答えた数。 */
const perSecond = async (reader: Child, asked: Omit<Asked, 'how'>): Promise<number> =>
  (await reader.ask<Loaded>({ ...asked, how: 'load' } satisfies Asked)).perSecond

const measureRatios = async (
  reader: Child,
  { product, afresh, reread, bare }: Servers,
  path: string,
  etag: string,
): Promise<readonly MeasuredRatio[]> => {
  const compare = async (what: string, aim: string, ours: Question, theirs: Question): Promise<MeasuredRatio> => {
    for (const each of [ours, theirs]) await perSecond(reader, { ...each, milliseconds: seconds.warm })
    const run = (each: Question) => () => perSecond(reader, { ...each, milliseconds: seconds.pair })
    return { what, aim, pairs: await alternate(rounds, run(ours), run(theirs)) }
  }
  const conditional = { headers: { 'If-None-Match': etag }, expects: 304 } as const
  const bareAfresh = { address: bare, path: bareTableOf(path), expects: 200 } as const
  const fromMemory = { address: bare, path, expects: 200 } as const
  return [
    await compare('毎回組み立てる ÷ SQL と雛形', '0.8', { address: afresh, path, expects: 200 }, bareAfresh),
    await compare('データも毎回読み直す ÷ SQL と雛形', '', { address: reread, path, expects: 200 }, bareAfresh),
    await compare('変わりなし、200 ÷ 覚えた同じ中身 200', '0.33', { address: product, path, expects: 200 }, fromMemory),
    await compare(
      '変わりなし、304 ÷ 覚えた同じ中身 200',
      '0.33',
      { address: product, path, ...conditional },
      fromMemory,
    ),
    await compare(
      '変わりなし、304 ÷ 覚えた同じ中身 304',
      '',
      { address: product, path, ...conditional },
      { address: bare, path, ...conditional },
    ),
  ]
}

type Question = Omit<Asked, 'how' | 'milliseconds'>

const measurePage = async (reader: Child, servers: Servers, { name, path }: BenchPage): Promise<MeasuredPage> => {
  const { body } = await answerOf(servers.product, path)
  const html = Buffer.from(body)
  return {
    name,
    afresh: await timing(reader, servers.afresh, path),
    kept: await timing(reader, servers.product, path),
    html: html.length,
    gzip: gzipSync(html).length,
    script: await scriptBytes(servers.product, body),
  }
}

export const timing = async (reader: Child, address: string, path: string): Promise<Timing> => {
  const asked = { address, path, expects: 200 } as const
  const question: Asked = { ...asked, how: 'alone', milliseconds: seconds.alone }
  await reader.ask(question) // 機械語になるまで
  const { milliseconds } = await reader.ask<Alone>(question)
  return {
    p50: median(milliseconds),
    p975: quantile(milliseconds, 0.975),
    perSecond: await perSecond(reader, { ...asked, milliseconds: seconds.load }),
  }
}

/** 頁が読み込む JavaScript（頁の中に書いたものと、外のファイル）を gzip で送る大きさ。 */
export const scriptBytes = async (address: string, html: string): Promise<number> => {
  let bytes = 0
  for (const [, attributes = '', body = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const src = /\bsrc="([^"]+)"/.exec(attributes)?.[1]
    const script = src ? Buffer.from(await (await fetch(new URL(src, address))).arrayBuffer()) : Buffer.from(body)
    bytes += gzipSync(script).length
  }
  return bytes
}

export const ratioSection = (servings: readonly Serving[]): string => `## 比べる

84 行の進捗状況一覧表を、領域も壁（行の権限）もない Hono と比べる。相手は同じデータの写しを開き、SQL 一つと文字の雛形で、同じ行と欄
（名、基準値、目標値、年ごとの実績と印刷された率、事業費、担当課、備考、番号）を書く。率は計算しない。
「覚えた同じ中身」は、こちらの頁と同じバイト列を記憶から返すだけの Hono。8 本のつなぎで一秒に答えた数を ${rounds} 回ずつ交互に測り、比はその組ごとの比の真ん中。

${table(
  [
    ['データベース', '比べるもの', '目標', 'しるべ 回/秒', '相手 回/秒', '比'],
    ...servings.flatMap(({ engine, ratios }) =>
      ratios.map(({ what, aim, pairs }) => [
        engine,
        what,
        aim && `${aim} 以上`,
        whole(median(pairs.a)),
        whole(median(pairs.b)),
        ratio(ratioOf(pairs)),
      ]),
    ),
  ],
  [3, 4, 5],
)}`

export const pageSection = (servings: readonly Serving[]): string => `## 頁

「毎回」は頁を覚えずに組み立てたとき、「覚え」は製品のまま（データが同じあいだは覚えた頁を返す）。時間は一本のつなぎで尋ねてから全部届くまで（ミリ秒、真ん中と 97.5％ の所）、
「回/秒」は 8 本のつなぎで一秒に答えた数。読み手は別のプロセス。大きさは KB（千バイト）。

${servings.map(pageTable).join('\n\n')}

${sizeTable(servings)}

### 画面の記憶

製品のプロセスの RSS、MB。

${table(
  [
    ['', '開いたとき', '負荷のあと'],
    ...servings.map(({ engine, memory }) => [engine, whole(memory.started), whole(memory.loaded)]),
  ],
  [1, 2],
)}`

const pageTable = ({ engine, pages }: Serving): string => `### ${engine}

${table(
  [
    ['頁', '毎回 p50', 'p97.5', '回/秒', '覚え p50', 'p97.5', '回/秒'],
    ...pages.map(({ name, afresh, kept }) => [name, ...timingCells(afresh), ...timingCells(kept)]),
  ],
  [1, 2, 3, 4, 5, 6],
)}`

export const timingCells = ({ p50, p975, perSecond }: Timing): string[] => [ms(p50), ms(p975), whole(perSecond)]

/** 大きさはどちらのデータベースでも同じ。 */
const sizeTable = ([first]: readonly Serving[]): string => `### 大きさ

${table(
  [
    ['頁', 'HTML KB', 'gzip KB', 'JavaScript gzip KB'],
    ...(first?.pages ?? []).map(({ name, html, gzip, script }) => [
      name,
      kilobytes(html),
      kilobytes(gzip),
      kilobytes(script),
    ]),
  ],
  [1, 2, 3],
)}`

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PageServers } from './children/page-server.ts'
import type { ThinkTimes } from './children/think.ts'
import type { Engine } from './engines.ts'
import { type FirstPaint, firstPaints } from './first-paint.ts'
import { startChild } from './processes.ts'
import { median, quantile } from './runs.ts'
import { answerOf, fill, pageServerAsked, startProduct, type Timing, timing, timingCells } from './serving.ts'
import { syntheticPlan } from './synthetic-plan.ts'
import { kilobytes, ms, table, whole } from './tables.ts'

/** こしらえた計画の大きさと、入れる市（大きさごとに別の市にして、市の頁と探す頁も大きさごとに計る）。 */
const sizes = [
  { count: 84, municipality: '472018', city: '那覇市' },
  { count: 500, municipality: '131016', city: '千代田区' },
  { count: 5000, municipality: '011002', city: '札幌市' },
] as const

type Measured = {
  readonly count: number
  readonly name: string
  readonly afresh: Timing
  readonly kept: Timing
  readonly html: number
  readonly gzip: number
}

/** 大きな計画の頁。頁を組む時間はデータベースによらないので、PGlite だけで計る。 */
export const largeSection = async (engine: Engine, work: string): Promise<string> => {
  const thoughts = await thinking(work)
  const location = await engine.empty()
  await fill(location, planFiles(work), work)
  const product = await startProduct(engine.copy(location))
  const pageChild = startChild(join(work, 'page-server.js'))
  const reader = startChild(join(work, 'load.js'))
  try {
    const { afresh } = await pageChild.ask<PageServers>(pageServerAsked(engine.copy(location), 8850))
    const measured: Measured[] = []
    for (const { count, name, path } of await largePages(product.address)) {
      const html = Buffer.from((await answerOf(product.address, path)).body)
      measured.push({
        count,
        name,
        afresh: await timing(reader, afresh, path),
        kept: await timing(reader, product.address, path),
        html: html.length,
        gzip: gzipSync(html).length,
      })
    }
    return [thinkingTable(thoughts), pageTable(measured), await paintTable(product.address)].join('\n\n')
  } finally {
    await reader.stop()
    await pageChild.stop()
    await product.stop()
  }
}

const planFiles = (work: string) =>
  sizes.map(({ count, municipality, city }) => {
    const path = join(work, `plan-${count}.json`)
    writeFileSync(path, JSON.stringify(syntheticPlan(count, city)))
    return { municipality, path }
  })

const thinking = async (work: string): Promise<readonly (readonly [number, ThinkTimes])[]> => {
  const all: (readonly [number, ThinkTimes])[] = []
  for (const { count, city } of sizes) {
    const child = startChild(join(work, 'think.js'))
    all.push([count, await child.ask<ThinkTimes>({ draft: syntheticPlan(count, city) })])
    await child.stop()
  }
  return all
}

const planAt = async (address: string, code: string): Promise<string> => {
  const { body } = await answerOf(address, `/${code}`)
  const found = new RegExp(`href="(/${code}/plans/[0-9a-f-]{36})`).exec(body)?.[1]
  if (!found) throw new Error(`no plan was found on /${code}`)
  return found
}

const largePages = async (address: string) => {
  const pages = []
  for (const { count, municipality } of sizes) {
    const plan = await planAt(address, municipality)
    const { body } = await answerOf(address, `${plan}/progress`)
    const indicator = new RegExp(`href="(${plan}/indicators/[0-9a-f-]{36})`).exec(body)?.[1] ?? plan
    const q = encodeURIComponent('空き家')
    const named = [
      ['市のはじめの頁', `/${municipality}`],
      ['計画の全体', plan],
      ['進捗状況一覧表', `${plan}/progress`],
      ['同、最後の頁', `${plan}/progress?page=${Math.ceil(count / 100)}`],
      ['同、語で絞る', `${plan}/progress?q=${q}`],
      ['集計表', `${plan}/summary`],
      ['指標', indicator],
      ['突合結果', `${plan}/findings`],
      ['探す', `/${municipality}/search?q=${q}`],
    ] as const
    pages.push(...named.map(([name, path]) => ({ count, name, path })))
  }
  return pages
}

const thinkingTable = (thoughts: readonly (readonly [number, ThinkTimes])[]): string => `## 大きな計画

こしらえた計画（\`scripts/bench/synthetic-plan.ts\`）で計る。はじめの三つは取り込んだ直後に一度だけ掛かる、機械語になる前の時間、ミリ秒。
「探す」は索引ができたあとの一回（目標は 50 未満）。

${table(
  [
    ['指標', '達成率の計算', '突合', '索引と初めの一回', '探す p50', 'p97.5'],
    ...thoughts.map(([count, { reckon, find, index, search }]) => [
      whole(count),
      ms(reckon),
      ms(find),
      ms(index),
      ms(median(search)),
      ms(quantile(search, 0.975)),
    ]),
  ],
  [0, 1, 2, 3, 4, 5],
)}`

const pageTable = (measured: readonly Measured[]): string => `### 大きな計画の頁

時間と回/秒の意味は「頁」と同じ。突合結果は、答える人の名が入るので頁を覚えず、「覚え」でも毎回組む（突合は版ごとに一度）。

${table(
  [
    ['指標', '頁', '毎回 p50', 'p97.5', '回/秒', '覚え p50', 'p97.5', '回/秒', 'HTML KB', 'gzip KB'],
    ...measured.map(({ count, name, afresh, kept, html, gzip }) => [
      whole(count),
      name,
      ...timingCells(afresh),
      ...timingCells(kept),
      kilobytes(html),
      kilobytes(gzip),
    ]),
  ],
  [0, 2, 3, 4, 5, 6, 7, 8, 9],
)}`

const paintTable = async (address: string): Promise<string> => {
  const named = []
  for (const { count, municipality } of sizes) {
    const plan = await planAt(address, municipality)
    named.push([`進捗状況一覧表（${whole(count)} 件）`, `${plan}/progress`], [`計画の全体（${whole(count)} 件）`, plan])
  }
  const paints = await firstPaints(named.map(([, path]) => `${address}${path}`))
  const cells = ({ milliseconds, bytes }: FirstPaint = { milliseconds: Number.NaN, bytes: Number.NaN }) => [
    ms(milliseconds),
    kilobytes(bytes),
  ]
  return `### 初めて字が見えるまで

何も覚えていない Chromium で、計算機を四倍遅くし、線を下り 1.6 Mbps・上り 750 kbps・往復 150 ms にしたとき（目標は 1,000 ミリ秒未満）。
五回の真ん中の値。届いたバイト数には、あとから届く書体を含む。Chromium も同じ機械の計算機を使うので、機械が忙しいと大きく延びる。

${table([['頁', 'ミリ秒', '届いた KB'], ...named.map(([name = ''], index) => [name, ...cells(paints[index])])], [1, 2])}`
}

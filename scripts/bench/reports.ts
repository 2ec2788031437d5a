import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { root } from '../bundle.ts'
import type { ReportAsked, ReportTimes } from './children/report.ts'
import { type Child, startChild } from './processes.ts'
import { alternate, median, type Pairs, ratioOf } from './runs.ts'
import { kilobytes, ms, ratio, table, whole } from './tables.ts'

/** 帳票。小千谷市の一覧表を LibreOffice と比べ、伊万里市の計画書と、大きな表を計る。 */
export const reportSection = async (work: string): Promise<string> =>
  ['## 帳票', await againstLibreOffice(work), await bookTable(work), await growthTable(work)].join('\n\n')

const sampleDraft = (folder: string): PlanDraft =>
  JSON.parse(readFileSync(join(root, 'samples', folder, 'draft.json'), 'utf8'))

const withChild = async <T>(work: string, use: (child: Child) => Promise<T>): Promise<T> => {
  const child = startChild(join(work, 'report.js'))
  try {
    return await use(child)
  } finally {
    await child.stop()
  }
}

const ask = (child: Child, asked: ReportAsked) => child.ask<ReportTimes>(asked)

const rounds = 9

/** 同じ一覧表の xlsx を、LibreOffice が PDF にするのと、しるべが PDF を作るのとを、交互に。 */
const againstLibreOffice = async (work: string): Promise<string> => {
  const asked = { draft: sampleDraft('152081-ojiya'), code: '152081', form: 'progress-table' } as const
  return withChild(work, async (child) => {
    const first = await ask(child, { ...asked, format: 'pdf', rounds: 1 })
    const office = libreOffice()
    const xlsx = await ask(child, { ...asked, format: 'xlsx', rounds: 3 })
    const ours = async () => (await ask(child, { ...asked, format: 'pdf', rounds: 1 })).milliseconds[0] ?? Number.NaN
    if (!office) return withoutOffice(first, await ours())
    const folder = mkdtempSync(join(tmpdir(), 'shirube-office-'))
    try {
      const file = join(folder, '一覧表.xlsx')
      writeFileSync(file, Buffer.from(xlsx.content, 'base64'))
      const theirs = async () => office(file, folder)
      await theirs() // 利用者の設定を作る一回目は比べない
      const pairs = await alternate(rounds, ours, theirs)
      return comparison(first, xlsx, pairs)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

/** LibreOffice が一つのファイルを PDF にする時間（ミリ秒）。なければ入れてみて、それでもなければ undefined。 */
const libreOffice = (): ((file: string, folder: string) => number) | undefined => {
  const works = () => spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0
  if (!works() && process.getuid?.() === 0)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc-nogui'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (!works()) return undefined
  return (file, folder) => {
    const started = performance.now()
    const args = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ]
    const { status, stderr } = spawnSync('soffice', [...args, file], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
    return performance.now() - started
  }
}

const comparison = (first: ReportTimes, xlsx: ReportTimes, pairs: Pairs): string => {
  const rows = [
    ['小千谷市の進捗状況一覧表（84 指標、A3 横）', 'ミリ秒', 'KB'],
    [
      'PDF（動いているしるべで、取り込んである版から。様式を作るのも含む）',
      ms(median(pairs.a)),
      kilobytes(first.bytes),
    ],
    ['PDF（起きて最初の一回。書体を読むのを含む）', ms(first.milliseconds[0] ?? Number.NaN), ''],
    ['xlsx', ms(median(xlsx.milliseconds)), kilobytes(xlsx.bytes)],
    ['その xlsx を LibreOffice（画面なし）が PDF に', ms(median(pairs.b)), ''],
  ]
  return `### 一覧表を PDF に

交互に ${rounds} 回の真ん中の値。LibreOffice は一回ごとに起こす（そういう使い方しかない）。比は組ごとの比の真ん中で、**LibreOffice ÷ しるべ ＝ ${ratio(1 / ratioOf(pairs))} 倍**（目標は 10 倍以上）。

${table(rows, [1, 2])}`
}

const withoutOffice = (first: ReportTimes, warm: number): string => `### 一覧表を PDF に

LibreOffice（soffice）がこの機械になく、入れることもできなかったので、比べていない。

${table(
  [
    ['小千谷市の進捗状況一覧表（84 指標、A3 横）', 'ミリ秒'],
    ['PDF（動いているしるべで）', ms(warm)],
    ['PDF（起きて最初の一回）', ms(first.milliseconds[0] ?? Number.NaN)],
  ],
  [1],
)}`

/** 伊万里市の計画書。新しい過程で一度だけ（書体を読むのも、記憶の頂上も含む）。 */
const bookTable = async (work: string): Promise<string> => {
  const draft = sampleDraft('412058-imari')
  const sheets = draft.projects.filter(({ shownIn }) => shownIn === 'sheet').length
  const rows = [['伊万里市の計画書', '一回目', '二回目から', 'KB', '記憶の頂上 MB']]
  for (const format of ['pdf', 'docx', 'xlsx', 'html'] as const) {
    const made = await withChild(work, (child) =>
      ask(child, { draft, code: '412058', form: 'plan-book', format, rounds: 4 }),
    )
    const [first = Number.NaN, ...rest] = made.milliseconds
    rows.push([format, ms(first), ms(median(rest)), kilobytes(made.bytes), whole(made.peak)])
  }
  return `### 計画書

表紙・目次・概要・一覧と、個票 ${sheets} 枚を綴じたもの。ミリ秒（PDF の目標は 3,000 未満、記憶は組版の過程も足して 600 MB 未満）。

${table(rows, [1, 2, 3, 4])}`
}

const sizes = [100, 1000, 10_000] as const

/** 行が増えたときの伸び。 */
const growthTable = async (work: string): Promise<string> => {
  const rows = [['20 列の表', ...sizes.map((size) => `${size.toLocaleString('en-US')} 行`), '1 万行の記憶の頂上 MB']]
  for (const format of ['html', 'xlsx', 'docx', 'pdf'] as const) {
    const cells: string[] = []
    let peak = Number.NaN
    for (const size of sizes) {
      const made = await withChild(work, (child) =>
        ask(child, { rows: size, columns: 20, format, rounds: format === 'pdf' && size > 1000 ? 1 : 7 }),
      )
      cells.push(ms(median(made.milliseconds)))
      peak = made.peak
    }
    rows.push([format, ...cells, whole(peak)])
  }
  return `### 行が増えたとき

こしらえた表（数の列が 19、五十行ごとに帯）をファイルにする時間の真ん中の値、ミリ秒。xlsx の 1 万行 × 20 列は 1,000 未満が目標。

${table(rows, [1, 2, 3, 4])}`
}

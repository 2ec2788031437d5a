import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bundle.ts'
import type { ReadTimes } from './children/read.ts'
import type { BenchDocument } from './documents.ts'
import { olderNode } from './machine.ts'
import { startChild, wholeProcess } from './processes.ts'
import { alternate, median, type Pairs, ratioOf } from './runs.ts'
import { ms, ratio, table, whole } from './tables.ts'

const shirube = join(root, 'bin', 'shirube')

/** 読みと突合。プロセスの中と、`shirube read` を起こしてから終わるまで。 */
export const readingSection = async (documents: readonly BenchDocument[], work: string): Promise<string> => {
  const older = olderNode()
  const rows = []
  for (const document of documents) rows.push(await row(document, work, older?.path))
  return `## 読む・突き合わせる

「読む」「突合」は、プロセスの中で続けて行ったときの真ん中の値（ミリ秒）。「一回目」は起きて最初の一回（読みと突合）。
「全体」は \`shirube read 図書\` を起こしてから終わるまで、「比」は交互に起こした \`node -e 0\` の何倍か（目標は 3 未満）。
「最大の記憶」はそのプロセスの RSS の頂上。${
    older
      ? `「古い Node から」は、機械の Node（${older.version}）で呼び、連れている Node に渡したときと、その Node の \`node -e 0\` に対する比。`
      : ''
  }

${table(
  [
    [
      '図書',
      '指標',
      '事業',
      '読む',
      '突合',
      '気づき',
      '一回目',
      '全体',
      '比',
      '最大の記憶 MB',
      ...(older ? ['古い Node から', '比'] : []),
    ],
    ...rows,
  ],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
)}`
}

const row = async (document: BenchDocument, work: string, older: string | undefined): Promise<string[]> => {
  const within = await withinProcess(document.path, work)
  const own = await paired(process.execPath, document.path, 9)
  const handed = older ? await paired(older, document.path, 3) : undefined
  return [
    `${document.label}（${document.kind}）`,
    whole(within.indicators),
    whole(within.projects),
    ms(median(within.read.slice(1))),
    ms(median(within.check.slice(1))),
    whole(within.findings),
    ms((within.read[0] ?? 0) + (within.check[0] ?? 0)),
    ms(median(own.a)),
    ratio(ratioOf(own)),
    whole(await peakMegabytes(document.path, work)),
    ...(handed ? [ms(median(handed.a)), ratio(ratioOf(handed))] : []),
  ]
}

const withinProcess = async (path: string, work: string): Promise<ReadTimes> => {
  const child = startChild(join(work, 'read.js'))
  const times = await child.ask<ReadTimes>({ path, milliseconds: 500 })
  await child.stop()
  return times
}

/** `shirube read` と、何もしない Node を交互に。 */
const paired = (node: string, path: string, rounds: number): Promise<Pairs> =>
  alternate(
    rounds,
    () => wholeProcess(node, [shirube, 'read', path]),
    () => wholeProcess(node, ['-e', '0']),
  )

/** RSS の頂上は、終わるときに自分で言わせる（子の頂上を親から知る手立てが Node にない）。 */
const peakMegabytes = async (path: string, work: string): Promise<number> => {
  const [told, teller] = [join(work, 'peak.txt'), join(work, 'peak.cjs')]
  writeFileSync(
    teller,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)))`,
  )
  await wholeProcess(process.execPath, ['--require', teller, shirube, 'read', path])
  return Number(readFileSync(told, 'utf8')) / 1024
}

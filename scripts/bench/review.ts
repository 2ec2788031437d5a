import { join } from 'node:path'
import type { RereadAsked, RereadTimes } from './children/reread.ts'
import type { Engine } from './engines.ts'
import { startChild } from './processes.ts'
import { median, quantile } from './runs.ts'
import { ms, table } from './tables.ts'

const rows = 200

/** 取込みの見直し：列の役を替えたときの読み直し。 */
export const reviewSection = async (engines: readonly Engine[], work: string): Promise<string> => {
  const lines = []
  for (const engine of engines) {
    const child = startChild(join(work, 'reread.js'))
    const asked: RereadAsked = { location: await engine.empty(), file: '照会表.csv', text: sheet() }
    const times = await child.ask<RereadTimes>(asked)
    await child.stop()
    if (times.rows < rows) throw new Error(`${times.rows} rows were read, not ${rows}`)
    lines.push([engine.name, ...cells(times.read), ...cells(times.whole)])
  }
  return `## 読み直す

${rows} 行の表で、知らない見出しの列の役を替えたとき、ミリ秒。「読む」は案を組み直すだけ、「全体」は役を送ってから、直した見直しの頁の中身がそろうまで
（倉庫に残すところを含む。目標は 300 未満）。

${table([['データベース', '読む p50', 'p97.5', '全体 p50', 'p97.5'], ...lines], [1, 2, 3, 4])}`
}

const cells = (times: readonly number[]): string[] => [ms(median(times)), ms(quantile(times, 0.975))]

/** 施策の帯のある、二百件の指標の表。 */
const sheet = (): string => {
  const head = [
    '施策',
    '指標名',
    '単位',
    '基準値(令和元年度)',
    '目標値(令和6年度)',
    '令和5年度末の到達点',
    '担当課',
    '備考',
  ]
  const body = Array.from({ length: rows }, (_, index) => [
    `施策${Math.floor(index / 10) + 1}`,
    `指標${index + 1}の件数`,
    '件',
    String(100 + index),
    String(150 + index),
    String(120 + index),
    `第${(index % 12) + 1}課`,
    '市の台帳による。',
  ])
  return [head, ...body].map((cells) => cells.join(',')).join('\r\n')
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../bundle.ts'
import { kilobytes, table } from './tables.ts'

/** 手もとの台本。頁が読むのは、その頁に要る一つか二つ（Layout の `scripts`）。 */
export const scriptSection = (): string => {
  const folder = join(root, 'dist', 'assets')
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .toSorted()
    .map((name) => ({ name, body: readFileSync(join(folder, name)) }))
  const lines = sizes.map(({ name, body }) => [name, kilobytes(body.length), kilobytes(gzipSync(body).length)])
  return `### 台本

頁が読み込む台本の大きさ（目標は、一つの頁で gzip 30 KB 以下）。どの頁も、台本がなくても使える。

${lines.length === 0 ? '台本のある頁は、まだない。' : table([['台本', 'KB', 'gzip KB'], ...lines], [1, 2])}`
}

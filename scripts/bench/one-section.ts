import { readFileSync, writeFileSync } from 'node:fs'
import { busyness } from './machine.ts'

/**
 * 計測の頁の、節一つだけを計り直したものに替える（なければ「とりまとめ」の前に足す）。いつ計ったかを節に書き添える。
 *
 * @example replaceSection('docs/benchmarks.md', '## 評価\n…')
 */
export const replaceSection = (path: string, section: string): void => {
  const page = readFileSync(path, 'utf8')
  const [heading = ''] = section.split('\n', 1)
  const dated = `${section}\n\nこの節だけを計った日: ${new Date().toLocaleDateString('sv-SE')}（load average ${busyness()}）`
  const parts = page.split(/^(?=## )/m)
  const at = parts.findIndex((part) => part.startsWith(`${heading}\n`))
  const before = parts.findIndex((part) => part.startsWith('## とりまとめ\n'))
  const written =
    at < 0 ? parts.toSpliced(before < 0 ? parts.length : before, 0, `${dated}\n\n`) : parts.with(at, `${dated}\n\n`)
  writeFileSync(path, `${written.join('').trimEnd()}\n`)
}

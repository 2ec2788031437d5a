import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { delimiter, join } from 'node:path'

/** 計った機械。名（ホスト名）は書かない。 */
export const machine = (postgres: string): readonly string[] => [
  `- 機械: ${cpus()[0]?.model.trim() ?? '不明'}、${availableParallelism()} コア、記憶 ${Math.round(totalmem() / 2 ** 30)} GB、${system()}`,
  `- Node ${process.versions.node}、${postgres}、PGlite ${versionOf('@electric-sql/pglite')}`,
]

/** いま、この機械がどれほど忙しいか（一分の平均）。 */
export const busyness = (): string => (loadavg()[0] ?? 0).toFixed(1)

const system = (): string => {
  const release = '/etc/os-release'
  const name = existsSync(release) && /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(release, 'utf8'))?.[1]
  return name || process.platform
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version

/** PATH にある、この package のものより古い Node。なければ undefined。 */
export const olderNode = (): { readonly path: string; readonly version: string } | undefined => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
    if (folder.endsWith(join('node_modules', '.bin')) || !existsSync(path)) continue
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim()
    if (version && Number(/\d+/.exec(version)?.[0]) < 24) return { path, version }
  }
  return undefined
}

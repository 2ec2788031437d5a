// 組み立て。src を dist にまとめる。命令ごとに分け、読み込みを要るものだけにする。
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { assetFiles } from '../src/web/assets/assets.ts'
import { bundling, root } from './bundle.ts'

const started = new Date()
const dist = join(root, 'dist')

const { outputFiles } = await build({
  ...bundling,
  external: [...bundling.external],
  entryPoints: [
    { in: 'src/main.ts', out: 'main' },
    // PDF を組む別の過程の入口（src/reports/writers/pdf/typesetting.ts が起こす）。
    { in: 'src/reports/writers/pdf/typesetter.ts', out: 'typesetter' },
  ],
  outdir: 'dist',
  splitting: true,
  chunkNames: 'part-[hash]',
  sourcemap: 'linked',
  write: false,
})

// 画面の様式と書体。
mkdirSync(join(dist, 'assets'), { recursive: true })
for (const [name, body] of assetFiles()) writeFileSync(join(dist, 'assets', name), body())

// 入口を最後に、一度に置きかえる。途中で止まっても、同時に二つ組み立てても、どれか一つの組み立てが動く。
const isEntry = (path: string) => basename(path) === 'main.js'
for (const file of outputFiles.filter(({ path }) => !isEntry(path))) writeFileSync(file.path, file.contents)
for (const file of outputFiles.filter(({ path }) => isEntry(path))) {
  const fresh = `${file.path}.${process.pid}`
  writeFileSync(fresh, file.contents)
  // 組み立てているあいだの書きかえを、組み立て済みと取り違えない。
  utimesSync(fresh, started, started)
  renameSync(fresh, file.path)
}

// 前の組み立ての部品。動いているしるべがまだ読むかもしれないので、一日は残す。
const current = new Set(outputFiles.map(({ path }) => basename(path)))
const aDay = 24 * 60 * 60 * 1000
for (const name of readdirSync(dist)) {
  const path = join(dist, name)
  const isOld = name.startsWith('part-') && !current.has(name) && statSync(path).mtimeMs < started.getTime() - aDay
  if (isOld) rmSync(path)
}

// 組み立て。src を dist にまとめる。命令ごとに分け、読み込みを要るものだけにする。
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { assetFiles } from '../src/web/assets/assets.ts'
import { bundling, root } from './bundle.ts'

const dist = join(root, 'dist')

const { outputFiles } = await build({
  ...bundling,
  external: [...bundling.external],
  entryPoints: [{ in: 'src/main.ts', out: 'main' }],
  outdir: 'dist',
  splitting: true,
  chunkNames: 'part-[hash]',
  sourcemap: 'linked',
  write: false,
})

// 画面の様式と書体。
mkdirSync(join(dist, 'assets'), { recursive: true })
for (const [name, body] of assetFiles()) writeFileSync(join(dist, 'assets', name), body())

// 入口を最後に、一度に置きかえる。途中で止まっても、前の組み立てか新しい組み立てのどちらかが動く。
mkdirSync(dist, { recursive: true })
const isEntry = (path: string) => basename(path) === 'main.js'
for (const file of outputFiles.filter(({ path }) => !isEntry(path))) writeFileSync(file.path, file.contents)
for (const file of outputFiles.filter(({ path }) => isEntry(path))) {
  writeFileSync(`${file.path}.new`, file.contents)
  renameSync(`${file.path}.new`, file.path)
}

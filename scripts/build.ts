// 組み立て。src を dist にまとめる。命令ごとに分け、読み込みを要るものだけにする。
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { assetFiles } from '../src/web/assets/assets.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [{ in: 'src/main.ts', out: 'main' }],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  // WASM や動的な require を持つものは、まとめずに node_modules から読む。
  external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg', 'pg-native', 'hucre', 'hucre/*'],
  chunkNames: 'part-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  logLevel: 'warning',
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

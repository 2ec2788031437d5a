import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuildOptions } from 'esbuild'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** まとめかた。製品の組み立て（build.ts）と計測（bench.ts）は、同じまとめかたのものを動かす。 */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  // WASM・機械語・動的な require を持つものと、帳票のときだけ要る大きなものは、まとめずに node_modules から読む。
  external: [
    '@electric-sql/pglite',
    '@electric-sql/pglite/*',
    '@myriaddreamin/typst-ts-node-compiler',
    'docx',
    'hucre',
    'hucre/*',
    'pg',
    'pg-boss',
    'pg-native',
    'pizzip',
  ],
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

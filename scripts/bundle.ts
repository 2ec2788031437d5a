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
  // WASM や動的な require を持つものは、まとめずに node_modules から読む。
  external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg', 'pg-native', 'hucre', 'hucre/*'],
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

import { defineConfig } from 'vitest/config'

// 六つに分ける。単体は隔離なしで速く、倉庫は本物の PostgreSQL を、プログラムの旅は本物の子プロセスを、頁は本物のブラウザーを起こし、
// 帳票は図書から紙までを通して、作ったファイルをもう一度読む。一年は、人と課と照会を、本物の倉庫・メール・認証の相手で。
// プログラムの旅は、ポートや待ち時間を見るので一つずつ。
const programs = ['bad-input', 'report', 'serve', 'terminal', 'undo'].map((name) => `tests/journeys/${name}.test.ts`)

/** 空の置き場を一度だけ作り、試験のファイルごとに写す。 */
const prepared = './tests/prepared-stores.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/house/**/*.test.ts'],
          exclude: ['src/store/**'],
          pool: 'threads',
          isolate: false,
          // 速さは bench で計る。試験は、こんだ機械でも落ちないように待つ。
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          globalSetup: prepared,
          sequence: { groupOrder: 1 },
          include: ['src/store/**/*.test.ts', 'tests/store/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'forms',
          globalSetup: prepared,
          sequence: { groupOrder: 4 },
          include: ['tests/forms/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'year',
          globalSetup: prepared,
          sequence: { groupOrder: 5 },
          include: ['tests/year/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: prepared,
          sequence: { groupOrder: 2 },
          include: programs,
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          globalSetup: prepared,
          sequence: { groupOrder: 3 },
          include: ['tests/journeys/**/*.test.ts'],
          exclude: programs,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

// 三つに分ける。単体は隔離なしで速く、倉庫と画面は本物の PostgreSQL とブラウザを起こすので一つずつ。
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
          name: 'journeys',
          sequence: { groupOrder: 2 },
          include: ['tests/journeys/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

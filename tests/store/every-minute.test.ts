import { afterAll, expect, test } from 'vitest'
import { storeOver } from '#store/store.ts'
import { engines, type Running } from './engines.ts'

const started: Running[] = []
afterAll(async () => {
  for (const running of started) {
    await running.store.jobs.stop()
    await running.stop()
  }
})

const seconds = (count: number) => new Promise((passed) => setTimeout(passed, count * 1000))

// 本物の一分を待つので、二つのデータベースを同時に。
test('一分ごとの仕事は、どちらのデータベースでも来る。同じデータベースに二つのプロセスがいても、一分に一つ', async () => {
  const counts = await Promise.all(
    engines.map(async ({ name, start }) => {
      const running = await start()
      started.push(running)
      const second = name === 'PGlite' ? undefined : await storeOver(running.database)
      const stores = [running.store, ...(second?.ok ? [second.value] : [])]
      const minutes: number[] = []
      const note = async () => {
        minutes.push(Math.floor(Date.now() / 60_000))
      }
      for (const { jobs } of stores) await jobs.every('minute', '* * * * *', note)
      for (let waited = 0; minutes.length === 0 && waited < 100; waited++) await seconds(1)
      await seconds(4)
      if (second?.ok) await second.value.jobs.stop()
      return { name, came: minutes.length > 0, twice: minutes.length - new Set(minutes).size }
    }),
  )
  expect(counts).toEqual(engines.map(({ name }) => ({ name, came: true, twice: 0 })))
}, 180_000)

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayInJapan } from '#domain/year/moment.ts'
import { startDemonstration } from '#operations/accounts/demonstration.ts'
import type { App } from '#operations/app.ts'
import { sampleApp, samplesAreHere, whySkipped } from '../journeys/sample-app.ts'

describe.skipIf(!samplesAreHere)(`見本の市で役を選んで試す（${whySkipped}）`, () => {
  let app: App
  beforeAll(async () => {
    app = await sampleApp()
    for (const { code } of await app.store.municipalities())
      await app.store.write(code, { by: '準備', at: app.now(), newId: app.newId }, (tx) =>
        tx.logins.markDemonstration(),
      )
  })
  afterAll(() => app?.close())

  test('小千谷市：令和6年度を尋ねる照会が一つ開き、二度目は増えない。値は一つも入っていない', async () => {
    for (const _ of [1, 2]) expect(await startDemonstration(app, '152081', 'planner', null)).toMatchObject({ ok: true })
    const seen = await app.store.read('152081', async (tx) => {
      const rounds = await tx.rounds.list()
      const items = await tx.responses.itemsOfRound(rounds[0]?.id ?? '')
      const answers = await tx.responses.answersOfRound(rounds[0]?.id ?? '')
      return { rounds, items, answers }
    })
    expect(seen.rounds).toMatchObject([{ status: 'open', fiscalYear: 2024, number: 1 }])
    expect(seen.rounds[0]?.deadlines.enter.localeCompare(dayInJapan(app.now()))).toBe(1)
    expect(seen.items.length).toBeGreaterThan(50)
    expect(seen.answers).toEqual([])
  })

  test('尋ねる指標のない上田市では、照会を開かずに試せる', async () => {
    expect(await startDemonstration(app, '202037', 'executive', null)).toMatchObject({ ok: true })
    expect(await app.store.read('202037', (tx) => tx.rounds.list())).toEqual([])
  })
})

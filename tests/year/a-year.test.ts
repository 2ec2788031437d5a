import { expect, test } from 'vitest'
import { aYear } from './a-year.ts'

test('試験の市には、課ごとの回答と、課ごとに八つの指標がある', async () => {
  const { app, code, roundId, sections } = await aYear({ sections: 2 })
  const items = await app.store.read(code, (tx) => tx.responses.itemsOfRound(roundId ?? ''))
  expect(items).toHaveLength(16)
  const [one, other] = sections
  const seen = await app.store.read(code, (tx) => tx.responses.itemsOfRound(roundId ?? ''), [one?.id ?? ''])
  expect(seen).toHaveLength(8)
  const item = items.find(({ departmentId }) => departmentId === other?.id)
  const act = { by: one?.clerk.name ?? '', at: app.now(), newId: app.newId, departments: [one?.id ?? ''] }
  const value = { kind: 'text', text: '他課の値' } as const
  const write = app.store.write(code, act, (tx) =>
    tx.responses.write(items, [{ itemId: item?.id ?? '', field: 'text-reason', value, base: 0 }]),
  )
  await expect(write).rejects.toThrow(/row-level security|is not open/)
  await app.close()
})

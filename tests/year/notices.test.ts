import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewNotice } from '#domain/notices/notice.ts'
import { aYear, type Year } from './a-year.ts'

let year: Year
beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 2 })
})
afterAll(() => year?.app.close())

const act = (departments?: readonly string[]) => ({
  by: '企画課 山田',
  at: year.app.now(),
  newId: year.app.newId,
  ...(departments && { departments }),
})
const notice = (change: Partial<NewNotice>): NewNotice => ({
  kind: 'round-opened',
  departmentId: year.sections[0]?.id ?? null,
  roundId: year.roundId,
  responseId: year.sections[0]?.responseId ?? null,
  params: {},
  ...change,
})
const inboxOf = (id: string | null | undefined) =>
  year.app.store.read(year.code, (tx) => tx.notices.for(id ?? '', { limit: 50 }))

test('課の担当に届き、よその課には届かない。課の壁の中からも知らせられる', async () => {
  const [own, other] = year.sections
  await year.app.store.write(year.code, act(), (tx) => tx.notices.tell(notice({})))
  await year.app.store.write(year.code, act([own?.id ?? '']), (tx) => tx.notices.tell(notice({ kind: 'submitted' })))
  expect((await inboxOf(own?.clerk.id)).map(({ kind }) => kind)).toEqual(['round-opened'])
  expect((await inboxOf(own?.head.id)).map(({ kind }) => kind)).toEqual(['submitted'])
  expect(await inboxOf(other?.clerk.id)).toEqual([])
  const [first] = await inboxOf(own?.clerk.id)
  expect(first).toMatchObject({ round: '令和6年度実績の照会', department: own?.name, fallback: false, seenAt: null })
})

test('よその課の通知は、課の壁の中からは置けない', async () => {
  const [own, other] = year.sections
  const write = year.app.store.write(year.code, act([own?.id ?? '']), (tx) =>
    tx.notices.tell(notice({ departmentId: other?.id ?? null })),
  )
  await expect(write).rejects.toThrow(/row-level security/)
})

test('同じ鍵では一度だけ', async () => {
  const once = () =>
    year.app.store.write(year.code, act(), (tx) => tx.notices.tellOnce('due:x:7', notice({ kind: 'due-soon' })))
  expect([await once(), await once()]).toEqual([true, false])
})

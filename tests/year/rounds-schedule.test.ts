import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRound } from '#operations/collection/open-round.ts'
import { openDueRounds, scheduleRound, unscheduleRound } from '#operations/collection/schedule-round.ts'
import { aYear, type Year } from './a-year.ts'
import { aDraft, at, kindOf, ok } from './round-steps.ts'

const today = '2026-05-11'
const opensAt = '2026-05-18T08:30:00+09:00'

let year: Year
const noon = () => at(year.app, `${today}T12:00:00`)

beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 3, open: false })
})
afterAll(() => year.app.close())

const scheduled = async () => {
  const round = await aDraft(year, noon(), today)
  const asked = { opensAt: new Date(opensAt).toISOString(), despiteOwnerless: false }
  return ok(await scheduleRound(noon(), year.people.planner, year.code, round.id, asked))
}
const statusOf = async (id: string) => (await year.app.store.read(year.code, (tx) => tx.rounds.get(id)))?.status
const responsesOf = (id: string) => year.app.store.read(year.code, (tx) => tx.responses.ofRound(id))

test('予約の時より前には開かず、時が来れば一度だけ開く（二つのプロセスが同時に呼んでも）', async () => {
  const { id } = await scheduled()
  expect(await openDueRounds(at(year.app, '2026-05-18T08:29:59'))).toEqual([])
  expect(await statusOf(id)).toBe('scheduled')
  const both = await Promise.all([1, 2].map(() => openDueRounds(at(year.app, '2026-05-18T08:30:00'))))
  expect(both.flat()).toEqual([{ code: year.code, roundId: id, problem: null }])
  expect(await statusOf(id)).toBe('open')
  expect(await responsesOf(id)).toHaveLength(2)
  expect(await openDueRounds(at(year.app, '2026-05-18T08:31:00'))).toEqual([])
  expect(await responsesOf(id)).toHaveLength(2)
  const [entry] = await year.app.store
    .read(year.code, (tx) => tx.audit.latest({ limit: 200 }))
    .then((all) => all.filter(({ act }) => act === 'round-changed'))
  expect(entry?.by).toBe('しるべ（予約）')
})

test('止まっていたあいだに時が過ぎても、次に起きたときに開く。時計が戻っても、もう一度は開かない', async () => {
  const { id } = await scheduled()
  expect(await openDueRounds(at(year.app, '2026-05-20T03:00:00'))).toMatchObject([{ roundId: id, problem: null }])
  expect(await openDueRounds(at(year.app, '2026-05-01T00:00:00'))).toEqual([])
  expect(await openDueRounds(at(year.app, '2026-05-18T08:30:00'))).toEqual([])
  expect(await responsesOf(id)).toHaveLength(2)
})

test('時計が先に飛んで締切も過ぎていたら開かず、時計が直れば開く', async () => {
  const { id } = await scheduled()
  expect(await openDueRounds(at(year.app, '2036-05-18T08:30:00'))).toEqual([])
  expect(await statusOf(id)).toBe('scheduled')
  expect(await openDueRounds(at(year.app, '2026-05-18T08:30:00'))).toMatchObject([{ roundId: id, problem: null }])
})

test('予約は取りやめられる。過ぎた時と、締切より後の時には予約できない', async () => {
  const { id } = await scheduled()
  const { planner } = year.people
  ok(await unscheduleRound(noon(), planner, year.code, id))
  expect(await openDueRounds(at(year.app, '2026-05-18T08:30:00'))).toEqual([])
  const schedule = async (moment: string) =>
    kindOf(
      await scheduleRound(noon(), planner, year.code, id, {
        opensAt: new Date(`${moment}+09:00`).toISOString(),
        despiteOwnerless: false,
      }),
    )
  expect(await schedule('2026-05-11T11:59:00')).toBe('rounds.opens-past')
  expect(await schedule('2026-08-01T08:30:00')).toBe('rounds.opens-after-deadline')
  ok(await openRound(noon(), planner, year.code, id, { despiteOwnerless: false }))
  expect(await schedule('2026-05-18T08:30:00')).toBe('rounds.already-open')
})

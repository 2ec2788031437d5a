import { expect, test } from 'vitest'
import { givenOf, givenWhenOpen, type RoundGiven, readRound } from './read-round.ts'
import { copiedRound, newRound, roundTitle } from './round-starts.ts'

const today = '2026-05-11'
const edition = '00000000-0000-4000-8000-000000000001'
const fresh = newRound(today, [edition])
const kindsOf = (more: Partial<RoundGiven>, before = fresh.deadlines) =>
  readRound({ ...givenOf(fresh), ...more }, today, before).troubles.map(
    ({ field, problem }) => `${field} ${problem.kind}`,
  )

test('新しい照会は、そのまま保存できる', () => {
  expect(readRound(givenOf(fresh), today)).toEqual({ content: fresh, troubles: [] })
  expect([fresh.title, fresh.fiscalYear]).toEqual(['令和7年度実績の照会', 2025])
})

test('三月のうちは、前の前の年度', () => {
  expect(newRound('2026-03-31', [edition]).fiscalYear).toBe(2024)
})

test.each([
  [{ enter: '2026-05-10' }, ['enter rounds.deadline-past']],
  [{ approve: '2026-05-20' }, ['approve rounds.deadline-order-approve']],
  [{ accept: '2026-05-30' }, ['accept rounds.deadline-order-accept']],
  [{ enter: '' }, ['enter rounds.deadline-missing']],
  [{ enter: '六月' }, ['enter rounds.deadline-unreadable']],
  [{ approve: '', accept: '2026-05-20' }, ['accept rounds.deadline-order-accept']],
  [{ reasonBelow: '' }, ['reason-below rounds.reason-below-missing']],
  [{ reasonBelow: '８０％' }, []],
  [{ actual: false, texts: [] }, ['asks rounds.asks-nothing']],
  [{ chooses: true }, ['departments rounds.no-department-chosen']],
  [{ fiscalYear: 'R7' }, ['fiscal-year rounds.year-unreadable']],
] as const)('%o → %o', (more, expected) => {
  expect(kindsOf(more)).toEqual(expected)
})

test('変えない締切は、過ぎていてもよい', () => {
  const late = { ...fresh.deadlines, enter: '2026-05-01' }
  expect(kindsOf({ enter: '2026-05-01' }, late)).toEqual([])
  expect(kindsOf({ enter: '2026-05-02' }, late)).toEqual(['enter rounds.deadline-past'])
})

test('見出しが二つあれば言う。尋ねない欄の見出しは数えない', () => {
  const texts = givenOf(fresh).texts
  const twice = texts.map((each, n) => (n === 5 ? { ...each, heading: '増減理由', need: 'always' } : each))
  expect(kindsOf({ texts: twice })).toEqual(['texts rounds.heading-twice'])
  expect(kindsOf({ texts: twice.map((each, n) => (n === 5 ? { ...each, need: '' } : each)) })).toEqual([])
})

test('市の見出しの符号は、重ならない', () => {
  const own = {
    ...fresh,
    asks: { ...fresh.asks, texts: [{ key: 'own-2', heading: '備考', need: 'optional' as const }] },
  }
  const keys = givenOf(own).texts.map(({ key }) => key)
  expect(keys).toEqual(['reason', 'next', 'shortfall', 'improvement', 'reached-when', 'own-2', 'own-1', 'own-3'])
})

test('写した照会は、年度と題と案内文が一つ進み、締切は今日から数え直す。もうない課と版は外す', () => {
  const before = {
    ...fresh,
    title: roundTitle(2025),
    guidance: '令和7年度の実績について、5月25日（月）までに。',
    editionIds: ['gone', edition],
    departmentIds: ['a', 'b'],
  }
  const copied = copiedRound(before, '2027-05-10', { editionIds: [edition], departmentIds: ['b'] })
  expect(copied).toMatchObject({
    title: '令和8年度実績の照会',
    fiscalYear: 2026,
    guidance: '令和8年度の実績について、5月24日（月）までに。',
    editionIds: [edition],
    departmentIds: ['b'],
    deadlines: { enter: '2027-05-24', approve: '2027-05-31', accept: '2027-06-07' },
    asks: fresh.asks,
  })
})

test('開いた照会では、もう課に届いている欄は照会のまま', () => {
  const typed = {
    ...givenOf(fresh),
    title: '改めた題',
    actual: false,
    editionIds: [],
    departmentIds: ['x'],
    chooses: true,
  }
  expect(givenWhenOpen(fresh, typed)).toEqual({ ...givenOf(fresh), title: '改めた題' })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FlowStep } from '#domain/collection/flow.ts'
import { nobody, type Person } from '#domain/people/person.ts'
import { problemInWords } from '#domain/problem.ts'
import { acceptResponses } from '#operations/collection/accept-responses.ts'
import { stepResponse } from '#operations/collection/step-response.ts'
import { aYear, aYearIn, type Section, type Year } from './a-year.ts'
import { actual, carried, fill, itemsIn, responseIdOf, responseNow, step } from './flow-steps.ts'
import { kindOf, ok } from './round-steps.ts'

let first: Year
let year: Year
let shop: Section
let health: Section
let number = 0

beforeAll(async () => {
  first = await aYear({ sections: 1, indicators: 1, open: false, number })
})
afterAll(() => first.app.close())
beforeEach(async () => {
  number += 1
  year = await aYearIn(first.app, { sections: 2, indicators: 2, number })
  const [one, two] = year.sections
  if (!one || !two) throw new Error('two sections were expected')
  shop = one
  health = two
})

const act = () => ({ by: '準備', at: year.app.now(), newId: year.app.newId })
const close = () =>
  year.app.store.write(year.code, act(), async (tx) => {
    const round = await tx.rounds.get(year.roundId ?? '')
    if (round) await tx.rounds.put({ ...round, status: 'closed', closedAt: year.app.now().toISOString() })
  })
const stepsOf = (section: Section) => year.app.store.read(year.code, (tx) => tx.responses.steps(responseIdOf(section)))

describe('提出から受理まで', () => {
  test('入力→提出→確認→受理と進み、だれがいつ進めたかが残る', async () => {
    await carried(year, shop, 'accept')
    expect((await responseNow(year, responseIdOf(shop))).state).toBe('accepted')
    expect((await stepsOf(shop)).map(({ step: name, from, to, by }) => [name, from, to, by])).toEqual([
      ['submit', 'not-started', 'submitted', '商工課の担当'],
      ['approve', 'submitted', 'approved', '商工課長'],
      ['accept', 'approved', 'accepted', '企画課 山田'],
    ])
  })

  test('足りないものがあれば提出できず、どうすればよいかを言う', async () => {
    const empty = await step(year, shop.clerk, responseIdOf(shop), 'submit')
    expect(kindOf(empty)).toBe('flow.blocked-complete')
    expect(!empty.ok && problemInWords(empty.problem)).toContain('足りないもの')
    await fill(year, shop, [actual('2600')])
    expect(kindOf(await step(year, shop.clerk, responseIdOf(shop), 'submit'))).toBe('flow.blocked-questions-answered')
  })

  test.each<[FlowStep, string]>([
    ['return-by-head', '増減の理由が去年のままです'],
    ['return-by-planner', '単位を確かめてください'],
  ])('%s は、わけがなければ断り、あれば履歴に残って、また提出できる', async (name, reason) => {
    await carried(year, shop, 'submit')
    const who = name === 'return-by-head' ? shop.head : year.people.planner
    expect(kindOf(await step(year, who, responseIdOf(shop), name, { reason: '  ' }))).toBe('flow.blocked-reason-given')
    ok(await step(year, who, responseIdOf(shop), name, { reason }))
    expect((await stepsOf(shop)).at(-1)).toMatchObject({ step: name, to: 'returned', reason, by: who.name })
    ok(await step(year, shop.clerk, responseIdOf(shop), 'submit'))
  })

  test('取下げは決裁の前だけ。決裁のあとは、いまの状態を言って断る', async () => {
    await carried(year, shop, 'submit')
    expect(ok(await step(year, shop.clerk, responseIdOf(shop), 'withdraw')).state).toBe('entering')
    ok(await step(year, shop.clerk, responseIdOf(shop), 'submit'))
    ok(await step(year, shop.head, responseIdOf(shop), 'approve'))
    const refused = await step(year, shop.clerk, responseIdOf(shop), 'withdraw')
    expect(!refused.ok && problemInWords(refused.problem)).toContain('「課長確認済み」なので、取下げはできません')
  })

  test('確認の前は受理できない。確認を通さない照会では、提出をそのまま受理する', async () => {
    await carried(year, shop, 'submit')
    const planner = year.people.planner
    expect(kindOf(await step(year, planner, responseIdOf(shop), 'accept'))).toBe('flow.blocked-approval-passed')
    await year.app.store.write(year.code, act(), async (tx) => {
      const round = await tx.rounds.get(year.roundId ?? '')
      if (round) await tx.rounds.put({ ...round, approval: false })
    })
    expect(kindOf(await step(year, shop.head, responseIdOf(shop), 'approve'))).toBe('flow.blocked-approval-asked')
    expect(ok(await step(year, planner, responseIdOf(shop), 'accept')).state).toBe('accepted')
  })

  test('閉じた照会では、どの一歩も断る', async () => {
    await carried(year, shop, 'approve')
    await carried(year, health, 'submit')
    const planner = year.people.planner
    await close()
    const tries: readonly [Person, Section, FlowStep][] = [
      [planner, shop, 'accept'],
      [planner, shop, 'return-by-planner'],
      [health.head, health, 'approve'],
      [health.head, health, 'return-by-head'],
      [health.clerk, health, 'withdraw'],
    ]
    for (const [person, section, name] of tries)
      expect(kindOf(await step(year, person, responseIdOf(section), name, { reason: 'わけ' })), name).toBe(
        'flow.blocked-round-open',
      )
  })
})

describe('だれが', () => {
  test('ほかの課・ほかの役・名のらない人には、どの一歩もできず、何も変わらない', async () => {
    await carried(year, shop, 'submit')
    const id = responseIdOf(shop)
    const { planner, executive, reviewer, administrator, auditor } = year.people
    const outsiders = [health.clerk, health.head, executive, reviewer, administrator, auditor, nobody]
    const steps: readonly FlowStep[] = ['submit', 'withdraw', 'approve', 'approve-for', 'return-by-head', 'accept']
    for (const person of outsiders)
      for (const name of steps) {
        const kind = kindOf(await step(year, person, id, name, { reason: 'わけ', headName: '課長' }))
        expect(['not-permitted', 'flow.absent'], `${person.name} ${name}`).toContain(kind)
      }
    expect(kindOf(await step(year, planner, id, 'approve'))).toBe('not-permitted')
    expect(kindOf(await step(year, shop.clerk, id, 'approve'))).toBe('not-permitted')
    expect(kindOf(await step(year, shop.head, id, 'accept'))).toBe('not-permitted')
    expect((await responseNow(year, id)).state).toBe('submitted')
    expect(await stepsOf(shop)).toHaveLength(1)
  })

  test('部長（上の課の approver）は、下の課を確認できる', async () => {
    await carried(year, shop, 'submit')
    const { head } = shop
    const director: Person = {
      ...head,
      id: year.app.newId(),
      name: '市民部長',
      grants: [{ role: 'approver', departments: [year.divisionId, shop.id, health.id] }],
    }
    expect(ok(await step(year, director, responseIdOf(shop), 'approve')).state).toBe('approved')
  })
})

describe('代決と後閲', () => {
  const absent = (section: Section, from: string) =>
    year.app.store.write(year.code, act(), (tx) =>
      tx.members.change(section.head.id ?? '', { absence: { from, to: null } }),
    )

  test('課長がいるあいだは、担当者は代決できない。不在なら、わけと課長の名を添えて', async () => {
    await carried(year, shop, 'submit')
    const id = responseIdOf(shop)
    const given = { reason: '課長が出張のため', headName: '商工課長' }
    expect(kindOf(await step(year, shop.clerk, id, 'approve-for', given))).toBe('flow.blocked-stand-in-allowed')
    await absent(shop, '2026-01-01')
    expect(kindOf(await step(year, shop.clerk, id, 'approve-for', { ...given, headName: '' }))).toBe(
      'flow.blocked-head-named',
    )
    expect(kindOf(await step(year, shop.clerk, id, 'approve-for', { ...given, reason: '' }))).toBe(
      'flow.blocked-reason-given',
    )
    ok(await step(year, shop.clerk, id, 'approve-for', given))
    expect((await stepsOf(shop)).at(-1)).toMatchObject({
      step: 'approve-for',
      reason: given.reason,
      onBehalfOf: '商工課長',
    })
  })

  test('後閲は一度だけ。代決した本人にはできず、受理のあとでも、照会が閉じたあとでもできる', async () => {
    await carried(year, shop, 'submit')
    const id = responseIdOf(shop)
    await absent(shop, '2026-01-01')
    ok(await step(year, shop.clerk, id, 'approve-for', { reason: '出張', headName: '商工課長' }))
    const both: Person = { ...shop.clerk, grants: [{ role: 'approver', departments: [shop.id] }] }
    expect(kindOf(await step(year, both, id, 'note-seen'))).toBe('flow.blocked-seen-by-another')
    ok(await step(year, year.people.planner, id, 'accept'))
    await close()
    expect(ok(await step(year, shop.head, id, 'note-seen')).state).toBe('accepted')
    expect(kindOf(await step(year, shop.head, id, 'note-seen'))).toBe('flow.blocked-not-yet-seen')
  })

  test('課長が自分で確認したものに、後閲は要らない', async () => {
    await carried(year, shop, 'approve')
    expect(kindOf(await step(year, shop.head, responseIdOf(shop), 'note-seen'))).toBe('flow.blocked-approved-for-head')
  })
})

describe('同時に', () => {
  test('二度押しは一歩。二度目も、いまの回答を返す', async () => {
    await fill(year, shop)
    const id = responseIdOf(shop)
    const { revision } = await responseNow(year, id)
    const presses = await Promise.all(
      Array.from({ length: 5 }, () => stepResponse(year.app, shop.clerk, year.code, id, 'submit', { revision })),
    )
    expect(presses.map((each) => ok(each).state)).toEqual(Array.from({ length: 5 }, () => 'submitted'))
    expect(await stepsOf(shop)).toHaveLength(1)
  })

  test('確認と取下げが同時なら、先の一つだけが進み、あとの人には、だれが進めたかを言う', async () => {
    for (let n = 0; n < 5; n++) {
      await fill(year, shop)
      const id = responseIdOf(shop)
      ok(await step(year, shop.clerk, id, 'submit'))
      const { revision } = await responseNow(year, id)
      const [approved, withdrawn] = await Promise.all([
        stepResponse(year.app, shop.head, year.code, id, 'approve', { revision }),
        stepResponse(year.app, shop.clerk, year.code, id, 'withdraw', { revision }),
      ])
      expect([approved.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
      const lost = approved.ok ? withdrawn : approved
      expect(kindOf(lost)).toBe('flow.moved-meanwhile')
      expect(!lost.ok && problemInWords(lost.problem)).toContain(approved.ok ? '商工課長' : '商工課の担当')
      if (approved.ok) ok(await step(year, year.people.planner, id, 'return-by-planner', { reason: 'もう一度' }))
    }
  })

  test('提出と、値を消すことが同時でも、足りないまま提出されない', async () => {
    await fill(year, shop)
    const id = responseIdOf(shop)
    const [item] = await itemsIn(year, shop)
    const { revision } = await responseNow(year, id)
    const answers = await year.app.store.read(year.code, (tx) => tx.responses.answers(id))
    const base = answers.find(({ itemId }) => itemId === item?.id)?.revision ?? 0
    const [removed, submitted] = await Promise.all([
      year.app.store.write(year.code, act(), async (tx) => {
        const now = await tx.responses.get(id)
        if (!item || now?.state === 'submitted') return false
        await tx.responses.write([item], [{ itemId: item.id, field: 'actual', value: null, base }])
        return true
      }),
      stepResponse(year.app, shop.clerk, year.code, id, 'submit', { revision }),
    ])
    expect(removed).not.toBe(submitted.ok)
  })
})

describe('まとめて受理', () => {
  test('選んだものを受理し、そのあいだに変わったものは除いて、わけを言う', async () => {
    await carried(year, shop, 'approve')
    await carried(year, health, 'approve')
    const { planner } = year.people
    const chosen = await Promise.all(
      [shop, health].map(async (section) => ({
        responseId: responseIdOf(section),
        revision: (await responseNow(year, responseIdOf(section))).revision,
      })),
    )
    ok(await step(year, planner, responseIdOf(health), 'return-by-planner', { reason: '確かめてください' }))
    const done = ok(await acceptResponses(year.app, planner, year.code, chosen))
    expect(done.accepted.map(({ id }) => id)).toEqual([responseIdOf(shop)])
    expect(done.left.map(({ responseId, problem }) => [responseId, problem.kind])).toEqual([
      [responseIdOf(health), 'flow.moved-meanwhile'],
    ])
    expect((await responseNow(year, responseIdOf(health))).state).toBe('returned')
    expect(kindOf(await acceptResponses(year.app, shop.head, year.code, chosen))).toBe('not-permitted')
  })
})

test('一歩ごとに、次の人に知らせが届き、監査記録が付き、鎖がつながっている', async () => {
  await carried(year, shop, 'accept')
  const { planner } = year.people
  ok(await step(year, planner, responseIdOf(shop), 'return-by-planner', { reason: '確かめてください' }))
  const told = async (person: Person) =>
    (await year.app.store.read(year.code, (tx) => tx.notices.for(person.id ?? '', { limit: 20 }))).map(
      ({ kind }) => kind,
    )
  expect(await told(shop.head)).toContain('submitted')
  expect(await told(planner)).toContain('approved')
  expect(await told(shop.clerk)).toEqual(expect.arrayContaining(['accepted', 'returned']))
  const audit = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 100 }))
  for (const name of [
    'response-submit',
    'response-approve',
    'response-accept',
    'response-return-by-planner',
    'answers-accepted',
  ])
    expect(
      audit.some((entry) => entry.act === name),
      name,
    ).toBe(true)
  expect((await year.app.store.verifyAudit(year.code)).ok).toBe(true)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '#domain/people/member.ts'
import { noticesView, seeNotices, unseenCount } from '#operations/notices/notices-view.ts'
import { tellDue } from '#operations/notices/tell-due.ts'
import { aYear, day, type Year } from './a-year.ts'

/** 締切は 2099 年 6 月 12 日（入力）・19 日（確認）・26 日（受理）。 */
let year: Year
beforeAll(async () => {
  year = await aYear({ sections: 3, indicators: 1 })
})
afterAll(() => year?.app.close())

const section = (n: number) => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}
const tell = (day: string, time = '00:00') => tellDue(year.app, new Date(`${day}T${time}:00Z`))
const act = (at = '2099-06-01T00:00:00Z') => ({ by: '企画課', at: new Date(at), newId: year.app.newId })
const inbox = async (id: string | null) =>
  (await year.app.store.read(year.code, (tx) => tx.notices.for(id ?? '', { limit: 99 }))).map(
    ({ kind, params }) => `${kind} ${params.stage} ${params.days}`,
  )

test('締切の知らせは節目ごとに一度だけ。止まっていた日も、時計が飛んでも、戻っても', async () => {
  const clerk = section(0).clerk.id
  expect(await tell('2099-06-04')).toBe(0)
  expect(await tell('2099-06-04', '23:29')).toBe(0) // 日本では 5 日の 8 時 29 分
  expect(await tell('2099-06-04', '23:30')).toBe(3)
  expect(await tell('2099-06-05', '03:00')).toBe(0)
  // 3 日前（9 日）は止まっていた。10 日に知らせる。
  expect(await tell('2099-06-10')).toBe(3)
  // 時計が前に戻っても、もう一度は知らせない。
  expect(await tell('2099-06-05')).toBe(0)
  expect(await tell('2099-06-11')).toBe(3)
  expect(await tell('2099-06-12')).toBe(0)
  // ひと月飛び、戻る。
  expect(await tell('2099-07-20')).toBe(3)
  expect(await tell('2099-06-12')).toBe(0)
  expect(await tell('2099-06-13')).toBe(3)
  expect(await inbox(clerk)).toEqual([
    'overdue enter 1',
    'overdue enter 38',
    'due-soon enter 1',
    'due-soon enter 2',
    'due-soon enter 7',
  ])
})

test('二つのプロセスが同時に数えても、一度だけ', async () => {
  const told = await Promise.all([tell('2099-06-15'), tell('2099-06-15'), tell('2099-06-15')])
  expect(told.reduce((sum, each) => sum + each, 0)).toBe(3)
})

test('延ばした課は、延ばした日から数え直す', async () => {
  const { responseId, clerk } = section(1)
  await year.app.store.write(year.code, act(), async (tx) => {
    const response = await tx.responses.get(responseId ?? '')
    if (response) await tx.responses.extend(response, '2099-06-30', '集計が遅れるため')
  })
  const before = (await inbox(clerk.id)).length
  await tell('2099-06-24')
  expect((await inbox(clerk.id)).slice(0, -before)).toEqual(['due-soon enter 6'])
})

test('出したあとは課長に、確認のあとは企画課に一つにまとめて', async () => {
  for (const n of [0, 1])
    await year.app.store.write(year.code, act(), async (tx) => {
      const response = await tx.responses.get(section(n).responseId ?? '')
      const submitted = response && (await tx.responses.move(response, { step: 'submit', to: 'submitted' }))
      if (submitted && n === 1) await tx.responses.move(submitted, { step: 'approve', to: 'approved' })
    })
  await tell('2099-06-17')
  expect(await inbox(section(0).head.id)).toEqual(['due-soon approve 2'])
  expect(await inbox(section(1).head.id)).toEqual([])
  await tell('2099-06-20')
  expect(await inbox(year.people.planner.id)).toEqual(['due-soon accept 6'])
})

test('閉じた照会では知らせない', async () => {
  await year.app.store.write(year.code, act(), async (tx) => {
    const round = await tx.rounds.get(year.roundId ?? '')
    if (round) await tx.rounds.put({ ...round, status: 'closed' })
  })
  expect(await tell('2099-12-01')).toBe(0)
})

test('不在の人には届かず、代理に届く。だれもいない課は企画課に届き、そう言う', async () => {
  const { clerk, head, id } = section(2)
  const deputy = year.app.newId()
  const added: Omit<Member, 'memberships' | 'absence'> = {
    id: deputy,
    name: '代理の人',
    mail: null,
    phone: null,
    accountId: null,
    status: 'active',
  }
  const returned = { kind: 'returned', departmentId: id, roundId: year.roundId, responseId: null, params: {} } as const
  const newest = async (memberId: string | null) =>
    (await year.app.store.read(year.code, (tx) => tx.notices.for(memberId ?? '', { limit: 1 })))[0]
  await year.app.store.write(year.code, act(), async (tx) => {
    await tx.members.change(clerk.id ?? '', { absence: { from: '2099-05-01', to: '2099-09-30' } })
    await tx.notices.tell(returned)
  })
  expect(await newest(head.id)).toMatchObject({ kind: 'returned', as: 'approver', fallback: true })
  await year.app.store.write(year.code, act(), async (tx) => {
    await tx.members.add(added)
    await tx.members.give(deputy, {
      id: year.app.newId(),
      role: 'editor',
      departmentId: id,
      from: day,
      to: null,
      acting: true,
    })
    await tx.notices.tell(returned)
  })
  expect(await newest(deputy)).toMatchObject({ kind: 'returned', as: 'editor', fallback: false })
  await year.app.store.write(year.code, act(), async (tx) => {
    await tx.members.change(deputy, { status: 'left' })
    await tx.members.change(head.id ?? '', { status: 'left' })
    await tx.notices.tell(returned)
  })
  expect(await newest(year.people.planner.id)).toMatchObject({ kind: 'returned', as: 'planner', fallback: true })
})

test('部長（上の課の決裁者）にも届く', async () => {
  const director = year.app.newId()
  await year.app.store.write(year.code, act(), async (tx) => {
    const member = {
      id: director,
      name: '市民部長',
      mail: null,
      phone: null,
      accountId: null,
      status: 'active',
    } as const
    await tx.members.add(member)
    const role = { role: 'approver', departmentId: year.divisionId, from: day, to: null, acting: false } as const
    await tx.members.give(director, { id: year.app.newId(), ...role })
    await tx.notices.tell({
      kind: 'submitted',
      departmentId: section(2).id,
      roundId: year.roundId,
      responseId: null,
      params: {},
    })
  })
  expect(await inbox(director)).toHaveLength(1)
})

test('自分に届いたものだけを見て、見た番号までを読んだことにする。企画課は市のすべてを見る', async () => {
  const { clerk } = section(0)
  const { app, code } = year
  const count = await unseenCount(app, clerk, code)
  expect(count).toBeGreaterThan(3)
  const mine = await noticesView(app, clerk, code, { all: true, before: undefined })
  if (!mine.ok || mine.value.of !== 'mine') throw new Error('自分のもの')
  expect(mine.value.notices).toHaveLength(count)
  const [, second] = mine.value.notices
  await seeNotices(app, clerk, code, second?.number ?? 0)
  expect(await unseenCount(app, clerk, code)).toBe(1)
  expect(await unseenCount(app, section(1).clerk, code)).toBeGreaterThan(0)
  const all = await noticesView(app, year.people.planner, code, { all: true, before: undefined })
  expect(all).toMatchObject({ ok: true, value: { of: 'city', maySeeAll: true } })
  const elsewhere = { ...clerk, id: null, kind: 'nobody' as const, grants: [] }
  expect(await noticesView(app, elsewhere, code, { all: true, before: undefined })).toMatchObject({ ok: false })
})

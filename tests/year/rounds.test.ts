import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLateItems } from '#operations/collection/add-late-items.ts'
import { boardView } from '#operations/collection/board.ts'
import { closeRound, reopenRound } from '#operations/collection/close-round.ts'
import { openRound } from '#operations/collection/open-round.ts'
import { removeRound, saveRound } from '#operations/collection/save-round.ts'
import { extendDeadlines, remindDepartments } from '#operations/collection/urge.ts'
import { roundPreview, roundsView } from '#operations/collection/view-rounds.ts'
import { aYear, type Year } from './a-year.ts'
import { aDraft, at, givenFor, kindOf, ok } from './round-steps.ts'

const today = '2026-05-11'

let year: Year
const open = async (): Promise<Year> => aYear({ sections: 3, indicators: 4, open: false })
const noon = () => at(year.app, `${today}T12:00:00`)

const noticesOf = (kind: string) =>
  year.app.store
    .read(year.code, (tx) => tx.notices.ofCity({ limit: 500 }))
    .then((all) => all.filter((each) => each.kind === kind))

describe('照会を作って開く', () => {
  beforeAll(async () => {
    year = await open()
  })
  afterAll(() => year.app.close())

  test('下書きは前年度の題と年度を持ち、下見は課ごとに届くものを言う', async () => {
    const round = await aDraft(year, noon(), today)
    expect(round).toMatchObject({ title: '令和7年度実績の照会', fiscalYear: 2025, status: 'draft', revision: 1 })
    const { plan, blocked } = ok(await roundPreview(noon(), year.people.planner, year.code, round.id))
    expect(blocked).toBeNull()
    expect(
      plan.departments.map(({ unit, items, fields, clerks, heads }) => [
        unit.name,
        items.length,
        fields,
        clerks,
        heads,
      ]),
    ).toEqual([
      ['商工課', 4, 12, ['商工課の担当'], ['商工課長']],
      ['健康課', 4, 12, ['健康課の担当'], ['健康課長']],
      ['農林課', 4, 12, ['農林課の担当'], ['農林課長']],
    ])
    expect([plan.ownerless, plan.withoutPeople, plan.withoutHead]).toEqual([[], [], []])
  })

  test('開くと、課ごとの回答と項目ができ、課ごとに一つ知らせる。二度押しは一度', async () => {
    const [round] = ok(await roundsView(noon(), year.people.planner, year.code)).lines
    const id = round?.round.id ?? ''
    const twice = await Promise.all(
      [1, 2].map(() => openRound(noon(), year.people.planner, year.code, id, { despiteOwnerless: false })),
    )
    expect(twice.map(kindOf)).toEqual(['', ''])
    const items = await year.app.store.read(year.code, (tx) => tx.responses.itemsOfRound(id))
    expect(items).toHaveLength(12)
    expect(items.every(({ kind, unit }) => kind === 'indicator' && unit !== null)).toBe(true)
    expect(await noticesOf('round-opened')).toHaveLength(3)
    const view = ok(await boardView(noon(), year.people.planner, year.code, id))
    expect(view.steps.map(({ step }) => step)).toEqual(['opened'])
    expect(view.totals).toMatchObject({ departments: 3, asked: 12, answered: 0, unsubmitted: 3, overdue: 0 })
    expect(view.lines.map(({ left, contacts }) => [left, contacts[0]?.name, contacts[0]?.phone])).toEqual([
      [14, '商工課の担当', '1234'],
      [14, '健康課の担当', '1234'],
      [14, '農林課の担当', '1234'],
    ])
  })

  test('開いたあとは、課に届いたものを変えられない。題と締切は変えられる', async () => {
    const [line] = ok(await roundsView(noon(), year.people.planner, year.code)).lines
    const round = line?.round
    if (!round) throw new Error('the round must be there')
    const typed = givenFor(year, today, { title: '改めた題', enter: '2026-06-01', actual: false, editionIds: [] })
    const saved = ok(await saveRound(noon(), year.people.planner, year.code, round.id, typed, round.revision))
    expect(saved).toMatchObject({
      saved: {
        title: '改めた題',
        deadlines: { enter: '2026-06-01' },
        asks: { actual: true },
        editionIds: [year.editionId],
      },
    })
  })

  test('課の役の人には、自分の課の行だけ。課の人は、開くことも催促することもできない', async () => {
    const [line] = ok(await roundsView(noon(), year.people.planner, year.code)).lines
    const id = line?.round.id ?? ''
    const [section] = year.sections
    if (!section) throw new Error('a section must be there')
    const own = ok(await boardView(noon(), section.clerk, year.code, id))
    expect(own.lines.map(({ unit }) => unit.name)).toEqual(['商工課'])
    const refusals = [
      await openRound(noon(), section.head, year.code, id, { despiteOwnerless: true }),
      await closeRound(noon(), section.head, year.code, id, { despiteUnaccepted: true }),
      await remindDepartments(noon(), section.clerk, year.code, id, { whom: 'unsubmitted', note: '' }),
      await addLateItems(noon(), year.people.auditor, year.code, id),
      await boardView(noon(), year.people.reviewer, year.code, id),
    ]
    expect(refusals.map(kindOf)).toEqual(Array(5).fill('not-permitted'))
  })

  test('締切を過ぎた課を先に並べ、催促と延長ができる', async () => {
    const [line] = ok(await roundsView(noon(), year.people.planner, year.code)).lines
    const id = line?.round.id ?? ''
    const { lines } = ok(await boardView(noon(), year.people.planner, year.code, id))
    const farm = lines.find(({ unit }) => unit.name === '農林課')
    const late = at(year.app, '2026-06-03T09:00:00')
    const planner = year.people.planner
    const extended = await extendDeadlines(noon(), planner, year.code, id, {
      whom: [farm?.id ?? ''],
      to: 'R8.6.10',
      reason: '災害対応のため',
    })
    expect(ok(extended)).toEqual({ done: 1, skipped: 0 })
    const view = ok(await boardView(late, planner, year.code, id))
    expect(view.lines.map(({ unit, left, overdue }) => [unit.name, left, overdue])).toEqual([
      ['商工課', -2, true],
      ['健康課', -2, true],
      ['農林課', 7, false],
    ])
    expect(view.lines[2]?.extensionReason).toBe('災害対応のため')
    expect(ok(await remindDepartments(late, planner, year.code, id, { whom: 'overdue', note: '至急' })).done).toBe(2)
    expect((await noticesOf('reminder')).map(({ params }) => params)).toEqual(
      Array(2).fill({ date: '2026-06-01', note: '至急' }),
    )
    expect(await noticesOf('extended')).toMatchObject([{ params: { date: '2026-06-10', reason: '災害対応のため' } }])
  })

  test('延ばす先がおかしければ、わけを言って断り、何もしない', async () => {
    const [line] = ok(await roundsView(noon(), year.people.planner, year.code)).lines
    const id = line?.round.id ?? ''
    const extend = async (to: string, reason: string, whom: 'unsubmitted' | readonly string[] = 'unsubmitted') =>
      kindOf(await extendDeadlines(noon(), year.people.planner, year.code, id, { whom, to, reason }))
    expect(await extend('あした', 'わけ')).toBe('rounds.deadline-unreadable')
    expect(await extend('2026-04-01', 'わけ')).toBe('rounds.deadline-past')
    expect(await extend('2026-06-01', 'わけ')).toBe('rounds.extension-earlier')
    expect(await extend('2026-06-20', ' ')).toBe('rounds.reason-missing')
    expect(await extend('2026-06-20', 'わけ', [])).toBe('rounds.nobody-chosen')
    expect(await noticesOf('extended')).toHaveLength(1)
  })

  test('受理していない課があれば、承知のうえでなければ閉じない。閉じたら凍り、わけを言って開け直す', async () => {
    const [line] = ok(await roundsView(noon(), year.people.planner, year.code)).lines
    const id = line?.round.id ?? ''
    const { planner } = year.people
    expect(kindOf(await closeRound(noon(), planner, year.code, id, { despiteUnaccepted: false }))).toBe(
      'rounds.unaccepted',
    )
    ok(await closeRound(noon(), planner, year.code, id, { despiteUnaccepted: true }))
    const [response] = await year.app.store.read(year.code, (tx) => tx.responses.ofRound(id))
    if (!response) throw new Error('a response must be there')
    const items = await year.app.store.read(year.code, (tx) => tx.responses.items(response.id))
    const act = { by: '試験', at: new Date(), newId: year.app.newId }
    const value = { kind: 'text', text: '遅れて' } as const
    const change = { itemId: items[0]?.id ?? '', field: 'text-reason', value, base: 0 } as const
    await expect(year.app.store.write(year.code, act, (tx) => tx.responses.write(items, [change]))).rejects.toThrow(
      'not open',
    )
    const submit = year.app.store.write(year.code, act, (tx) =>
      tx.responses.move(response, { step: 'submit', to: 'submitted' }),
    )
    await expect(submit).rejects.toThrow('not open')
    const extend = year.app.store.write(year.code, act, (tx) => tx.responses.extend(response, '2026-12-01', 'あとから'))
    await expect(extend).rejects.toThrow('not open')
    expect(kindOf(await remindDepartments(noon(), planner, year.code, id, { whom: 'unsubmitted', note: '' }))).toBe(
      'rounds.not-open',
    )
    expect(kindOf(await openRound(noon(), planner, year.code, id, { despiteOwnerless: true }))).toBe('rounds.is-closed')
    expect(kindOf(await reopenRound(noon(), planner, year.code, id, { reason: ' ' }))).toBe('rounds.reason-missing')
    ok(await reopenRound(noon(), planner, year.code, id, { reason: '県の値が改まったため' }))
    expect(kindOf(await reopenRound(noon(), planner, year.code, id, { reason: 'もう一度' }))).toBe('rounds.not-closed')
    const { steps, round } = ok(await boardView(noon(), planner, year.code, id))
    expect(steps.map(({ step, reason, by }) => [step, reason, by])).toEqual([
      ['opened', null, '企画課 山田'],
      ['closed', null, '企画課 山田'],
      ['reopened', '県の値が改まったため', '企画課 山田'],
    ])
    expect(round).toMatchObject({ status: 'open', closedAt: null })
    expect([await noticesOf('round-closed'), await noticesOf('round-reopened')].map(({ length }) => length)).toEqual([
      3, 3,
    ])
    expect(ok(await year.app.store.verifyAudit(year.code)).entries).toBeGreaterThan(20)
  })
})

describe('欠けたところ', () => {
  beforeAll(async () => {
    year = await open()
  })
  afterAll(() => year.app.close())

  test('担当のない指標と人のいない課は、承知のうえでなければ開かない。あとから担当が決まれば足せる', async () => {
    const { code, editionId, sections } = year
    const { planner } = year.people
    const edition = await year.app.store.read(code, (tx) => tx.editions.get(editionId))
    const orphan = edition?.content.indicators.find(({ departments }) => departments.includes('農林課'))
    const act = { by: '準備', at: noon().now(), newId: year.app.newId }
    const owners = await year.app.store.read(code, (tx) => tx.owners.list())
    const its = owners.filter(({ indicatorId }) => indicatorId === orphan?.id)
    await year.app.store.write(code, act, (tx) =>
      tx.owners.end(
        its.map(({ id }) => id),
        '2026-05-01',
      ),
    )
    await year.app.store.write(code, act, async (tx) => {
      for (const person of [sections[1]?.clerk, sections[1]?.head])
        await tx.members.change(person?.id ?? '', { status: 'left' })
    })
    const round = await aDraft(year, noon(), today)
    const { plan } = ok(await roundPreview(noon(), planner, code, round.id))
    expect(plan.ownerless.map(({ name }) => name)).toEqual([orphan?.name])
    expect(plan.withoutPeople.map(({ unit }) => unit.name)).toEqual(['健康課'])
    const refused = await openRound(noon(), planner, code, round.id, { despiteOwnerless: false })
    expect(refused).toMatchObject({ problem: { kind: 'rounds.incomplete', params: { ownerless: 1, departments: 1 } } })
    ok(await openRound(noon(), planner, code, round.id, { despiteOwnerless: true }))
    expect(ok(await boardView(noon(), planner, code, round.id)).unasked).toEqual({ owned: 0, ownerless: 1 })
    await year.app.store.write(code, act, (tx) =>
      tx.owners.add({
        id: year.app.newId(),
        indicatorId: orphan?.id ?? '',
        departmentId: sections[0]?.id ?? '',
        memberId: null,
        from: '2026-05-10',
        to: null,
      }),
    )
    expect(ok(await boardView(noon(), planner, code, round.id)).unasked).toEqual({ owned: 1, ownerless: 0 })
    expect(ok(await addLateItems(noon(), planner, code, round.id))).toEqual({ added: 1, submitted: [] })
    expect(ok(await addLateItems(noon(), planner, code, round.id))).toEqual({ added: 0, submitted: [] })
    const view = ok(await boardView(noon(), planner, code, round.id))
    expect(view.lines.map(({ unit, asked }) => [unit.name, asked]).toSorted()).toEqual([
      ['健康課', 4],
      ['商工課', 5],
      ['農林課', 3],
    ])
    expect(view.lines.find(({ unit }) => unit.name === '健康課')?.contacts).toEqual([])
    expect(view.unasked).toEqual({ owned: 0, ownerless: 0 })
    expect(view.steps.map(({ step }) => step)).toEqual(['opened', 'added'])
  })

  test('課も担当もなければ、開けないわけを言う', async () => {
    const bare = await aYear({ sections: 1, indicators: 2, open: false, number: 0 })
    const { app, code, people } = bare
    const act = { by: '準備', at: new Date('2026-05-11T03:00:00Z'), newId: app.newId }
    const owners = await app.store.read(code, (tx) => tx.owners.list())
    await app.store.write(code, act, (tx) =>
      tx.owners.end(
        owners.map(({ id }) => id),
        '2026-05-01',
      ),
    )
    const then = at(app, `${today}T12:00:00`)
    const round = await aDraft(bare, then, today)
    const refused = await openRound(then, people.planner, code, round.id, { despiteOwnerless: true })
    expect(kindOf(refused)).toBe('rounds.no-departments')
    const late = at(app, '2026-12-01T09:00:00')
    expect(kindOf(await openRound(late, people.planner, code, round.id, { despiteOwnerless: true }))).toBe(
      'rounds.deadline-past',
    )
    expect(kindOf(await removeRound(then, people.planner, code, round.id))).toBe('')
    expect(kindOf(await removeRound(then, people.planner, code, round.id))).toBe('rounds.absent')
    await app.close()
  })
})

describe('二人の企画課が、同じ照会を直す', () => {
  beforeAll(async () => {
    year = await open()
  })
  afterAll(() => year.app.close())

  test('あとの人には、いまの内容を返して何も書かない。同じ中身を見てから直せば書ける', async () => {
    const { planner } = year.people
    const round = await aDraft(year, noon(), today)
    const save = (title: string, revision: number) =>
      saveRound(noon(), planner, year.code, round.id, givenFor(year, today, { title }), revision)
    expect(ok(await save('一人目', 1))).toMatchObject({ saved: { title: '一人目', revision: 2 } })
    expect(ok(await save('二人目', 1))).toMatchObject({ meanwhile: { title: '一人目', revision: 2 } })
    expect(ok(await save('二人目', 2))).toMatchObject({ saved: { title: '二人目', revision: 3 } })
    const stale = await openRound(noon(), planner, year.code, round.id, { despiteOwnerless: false, revision: 2 })
    expect(kindOf(stale)).toBe('rounds.changed-meanwhile')
  })

  test('読めないところは、欄ごとに言う', async () => {
    const typed = givenFor(year, today, {
      title: ' ',
      editionIds: [],
      enter: '2026-05-01',
      approve: '2026-05-20',
      accept: '来月',
      reasonBelow: '八割',
      chooses: true,
    })
    const saved = ok(await saveRound(noon(), year.people.planner, year.code, null, typed, 0))
    const troubles = 'troubles' in saved ? saved.troubles : []
    expect(troubles.map(({ field, problem }) => [field, problem.kind])).toEqual([
      ['title', 'rounds.title-empty'],
      ['editions', 'rounds.no-edition-chosen'],
      ['reason-below', 'rounds.reason-below-unreadable'],
      ['accept', 'rounds.deadline-unreadable'],
      ['departments', 'rounds.no-department-chosen'],
    ])
  })
})

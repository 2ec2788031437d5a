import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isValidOn, treeOn } from '#domain/people/organisation.ts'
import { ownersOn } from '#domain/people/ownership.ts'
import type { FateRow, Reorganisation } from '#domain/people/reorganisation.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import { dayAfter, dayBefore } from '#domain/year/day.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '#operations/app.ts'
import { addDepartment, correctDepartment, moveDepartment, organisationView } from '#operations/people/organisation.ts'
import { ownerless } from '#operations/people/ownerless.ts'
import { ownersView, setOwners, takeProposals } from '#operations/people/owners.ts'
import { checkReorganisation, reorganise } from '#operations/people/reorganise.ts'
import { settleDepartments } from '#operations/people/settle-departments.ts'
import { proposedDepartments, startFromPlan } from '#operations/people/start-from-plan.ts'
import { checkTransfer, transfer } from '#operations/people/transfer.ts'
import { aYear, aYearIn, type Year } from './a-year.ts'

// しるべを開くのは一度だけ。試験ごとに、別の市を足す。
let first: Year
let cities = 0

beforeAll(async () => {
  first = await aYear({ sections: 3, open: false })
})

afterAll(() => first.app.close())

const anotherCity = (choices: { readonly sections: number; readonly open?: boolean }): Promise<Year> => {
  cities += 1
  return aYearIn(first.app, { ...choices, number: cities })
}

const granted = <T>(result: { ok: true; value: T } | { ok: false; problem: Problem }): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

const asked = (day: string, rows: readonly FateRow[], over: Partial<Reorganisation> = {}): Reorganisation => ({
  day,
  rows,
  added: [],
  note: null,
  choices: new Map(),
  ...over,
})

/** 確かめて、そのとおり行う。 */
const carryOut = async ({ app, code, people }: Year, what: Reorganisation) => {
  const checked = granted(await checkReorganisation(app, people.planner, code, what))
  if ('problems' in checked) throw new Error(checked.problems.map(({ problem }) => problemInWords(problem)).join())
  return granted(await reorganise(app, people.planner, code, what, checked.seen))
}

const stateOf = ({ app, code, roundId }: Year) =>
  app.store.read(code, async (tx) => {
    const responses = await tx.responses.ofRound(roundId ?? '')
    return {
      units: await tx.organisation.units(),
      owners: await tx.owners.list(),
      members: await tx.members.list(),
      responses,
      items: await tx.responses.itemsOfRound(roundId ?? ''),
      answers: await tx.responses.answersOfRound(roundId ?? ''),
      steps: (await Promise.all(responses.map(({ id }) => tx.responses.steps(id)))).flat(),
    }
  })

/** どの項目にも一字ずつ打っておく。 */
const typeEverywhere = async (year: Year) => {
  for (const section of year.sections) {
    const items = await year.app.store.read(year.code, (tx) => tx.responses.items(section.responseId ?? ''))
    const act = { by: section.clerk.name, at: year.app.now(), newId: year.app.newId, departments: [section.id] }
    await year.app.store.write(year.code, act, async (tx) => {
      await tx.responses.write(
        items,
        items.map(({ id, name }) => ({
          itemId: id,
          field: 'text-reason',
          value: { kind: 'text', text: `${name}のわけ` },
          base: 0,
        })),
      )
    })
  }
}

const textsIn = ({ answers }: Awaited<ReturnType<typeof stateOf>>) =>
  answers.map(({ value }) => (value.kind === 'text' ? value.text : '')).toSorted()

const today = () => dayInJapan(new Date())

describe('機構改革（開いている照会のあるとき）', () => {
  test('統合：二つの課の項目が一つの回答に集まり、打ったものはみな残り、新しい課の人だけに見える', async () => {
    const year = await anotherCity({ sections: 3 })
    await typeEverywhere(year)
    const [one, two, three] = year.sections
    const before = await stateOf(year)
    const rows: FateRow[] = [
      { unitId: one?.id ?? '', fate: 'merge', words: '産業健康課' },
      { unitId: two?.id ?? '', fate: 'merge', words: '産業健康課' },
    ]
    expect(await carryOut(year, asked(today(), rows))).toEqual({ departments: 3, owners: 16, responses: 2 })
    const after = await stateOf(year)
    expect(textsIn(after)).toEqual(textsIn(before))
    expect(textsIn(after)).toHaveLength(24)
    const merged = after.units.find(({ name }) => name === '産業健康課')
    const response = after.responses.find(({ departmentId }) => departmentId === merged?.id)
    expect(after.responses).toHaveLength(2)
    expect(after.items.filter(({ responseId }) => responseId === response?.id)).toHaveLength(16)
    expect(new Set(after.items.map(({ departmentId }) => departmentId))).toEqual(new Set([merged?.id, three?.id]))
    expect(after.steps).toMatchObject([{ step: 'reorganised', reason: '商工課・健康課から（機構改革）' }])
    // 行の壁も移る。
    const seen = await year.app.store.read(year.code, (tx) => tx.responses.answersOfRound(year.roundId ?? ''), [
      merged?.id ?? '',
    ])
    expect(seen).toHaveLength(16)
    const old = await year.app.store.read(year.code, (tx) => tx.responses.itemsOfRound(year.roundId ?? ''), [
      one?.id ?? '',
    ])
    expect(old).toEqual([])
    // 前の課は残り、前の日までの姿はそのまま。
    expect(treeOn(after.units, dayBefore(today())).map(({ unit }) => unit.name)).toContain('商工課')
    expect(treeOn(after.units, today()).map(({ unit }) => unit.name)).not.toContain('商工課')
    const clerk = after.members.find(({ name }) => name === '商工課の担当')
    expect(clerk?.memberships.filter(({ to }) => to === null).map(({ departmentId }) => departmentId)).toEqual([
      merged?.id,
    ])
    expect(await year.app.store.verifyAudit(year.code)).toMatchObject({ ok: true })
  })

  test('分割：選んだ指標だけが新しい回答に移り、差し戻しも状態も残る', async () => {
    const year = await anotherCity({ sections: 2 })
    await typeEverywhere(year)
    const [one] = year.sections
    const before = await stateOf(year)
    const owned = before.owners.filter(({ departmentId }) => departmentId === one?.id)
    const moved = owned.slice(0, 3)
    await carryOut(
      year,
      asked(today(), [{ unitId: one?.id ?? '', fate: 'split', words: '商工課、観光振興課' }], {
        choices: new Map(moved.map(({ id }) => [id, 1])),
      }),
    )
    const after = await stateOf(year)
    expect(textsIn(after)).toEqual(textsIn(before))
    const other = after.units.find(({ name }) => name === '観光振興課')
    const items = after.items.filter(({ departmentId }) => departmentId === other?.id)
    expect(items.map(({ subjectId }) => subjectId).toSorted()).toEqual(
      moved.map(({ indicatorId }) => indicatorId).toSorted(),
    )
    expect(after.responses).toHaveLength(3)
    const kept = after.responses.find(({ id }) => id === one?.responseId)
    expect(after.units.find(({ id }) => id === kept?.departmentId)).toMatchObject({
      name: '商工課',
      validFrom: today(),
    })
    const owners = ownersOn(after.owners, today())
    for (const { indicatorId } of before.owners) expect(owners.get(indicatorId)).toHaveLength(1)
  })

  test('先の日：その日までは元の課の仕事で、その日が来たら移り、二度呼んでも同じ', async () => {
    const year = await anotherCity({ sections: 2 })
    await typeEverywhere(year)
    const [one] = year.sections
    const day = dayAfter(dayAfter(today()))
    const done = await carryOut(year, asked(day, [{ unitId: one?.id ?? '', fate: 'rename', words: '産業課' }]))
    expect(done.responses).toBe(0)
    expect((await stateOf(year)).responses.map(({ departmentId }) => departmentId)).toContain(one?.id)
    const that: App = { ...year.app, now: () => new Date(`${day}T00:01:00+09:00`) }
    const act = { by: '時計', at: that.now(), newId: that.newId }
    expect(await settleDepartments(year.app, year.code, act)).toBe(0)
    expect(await settleDepartments(that, year.code, act)).toBe(1)
    expect(await settleDepartments(that, year.code, act)).toBe(0)
    const after = await stateOf(year)
    const renamed = after.units.find(({ name }) => name === '産業課')
    expect(after.responses.find(({ id }) => id === one?.responseId)?.departmentId).toBe(renamed?.id)
    expect(textsIn(after)).toHaveLength(16)
  })

  test('部の名が変わっても、下の課は書きかえずに新しい部の下に見える', async () => {
    const year = await anotherCity({ sections: 2 })
    await carryOut(year, asked(today(), [{ unitId: year.divisionId, fate: 'rename', words: '市民生活部' }]))
    const { units } = await stateOf(year)
    expect(treeOn(units, today()).map(({ path }) => path)).toContain('市民生活部／商工課')
    expect(treeOn(units, dayBefore(today())).map(({ path }) => path)).toContain('市民部／商工課')
  })

  test('指標か回答を持つ課の廃止には後継が要る。見ていたあいだに変わっていれば断る', async () => {
    const year = await anotherCity({ sections: 2 })
    const { app, code, people, sections } = year
    const [one, two] = sections
    const abolish = (words: string) => asked(today(), [{ unitId: one?.id ?? '', fate: 'abolish', words }])
    for (const [words, kind] of [
      ['', 'reorganisation-needs-successor'],
      ['ない課', 'reorganisation-no-such-department'],
    ] as const) {
      const checked = granted(await checkReorganisation(app, people.planner, code, abolish(words)))
      expect('problems' in checked && checked.problems[0]?.problem.kind).toBe(kind)
    }
    const checked = granted(await checkReorganisation(app, people.planner, code, abolish('健康課')))
    if ('problems' in checked) throw new Error('健康課が引き継げるはず')
    granted(await addDepartment(app, people.planner, code, { name: '新課', parentId: '', phone: '', from: today() }))
    expect(await reorganise(app, people.planner, code, abolish('健康課'), checked.seen)).toMatchObject({
      problem: { kind: 'reorganisation-changed-meanwhile' },
    })
    await carryOut(year, abolish('健康課'))
    const after = await stateOf(year)
    expect(new Set(after.items.map(({ departmentId }) => departmentId))).toEqual(new Set([two?.id]))
    expect(after.items).toHaveLength(16)
    const denied = await checkReorganisation(app, one?.head ?? people.auditor, code, abolish('健康課'))
    expect(denied).toMatchObject({ problem: { kind: 'not-permitted' } })
  })
})

describe('課・担当・異動', () => {
  test('並べかえ、上の課を直し、輪になるものは断る', async () => {
    const { app, code, people, sections, divisionId } = first
    const [one, two] = sections
    granted(await moveDepartment(app, people.planner, code, two?.id ?? '', 'up'))
    const view = granted(await organisationView(app, people.auditor, code, undefined))
    expect(view.lines.map(({ unit }) => unit.name)).toEqual(['市民部', '健康課', '商工課', '農林課'])
    const correct = (id: string, parent: string, name: string) =>
      correctDepartment(app, people.planner, code, id, { name, parent, phone: '9' })
    expect(await correct(divisionId, '商工課', '市民部')).toMatchObject({ problem: { kind: 'reorganisation-circle' } })
    expect(await correct(one?.id ?? '', 'ない部', '商工課')).toMatchObject({
      problem: { kind: 'department-no-such-parent' },
    })
    expect(await correct(one?.id ?? '', '市民部', '健康課')).toMatchObject({
      problem: { kind: 'department-already-there' },
    })
    granted(await correct(one?.id ?? '', '', '商工課'))
    const after = granted(await organisationView(app, people.auditor, code, undefined))
    expect(after.lines.find(({ unit }) => unit.id === one?.id)?.depth).toBe(0)
    granted(await correct(one?.id ?? '', '市民部', '商工課'))
  })

  test('担当：終わった課の指標は「担当なし」に出て、案のとおりに、またはまとめて決められる', async () => {
    const { app, code, people, sections } = first
    const [one, two] = sections
    expect((await ownerless(app, code)).count).toBe(0)
    const all = await app.store.read(code, (tx) => tx.owners.list())
    const act = { by: '準備', at: app.now(), newId: app.newId }
    await app.store.write(code, act, (tx) =>
      tx.owners.end(
        all.map(({ id }) => id),
        dayBefore(today()),
      ),
    )
    expect((await ownerless(app, code)).count).toBe(24)
    const view = granted(await ownersView(app, people.planner, code, { only: 'none' }))
    expect(view.lines.every(({ proposal }) => proposal?.sure)).toBe(true)
    const ids = view.lines.map(({ indicatorId }) => indicatorId)
    expect(granted(await takeProposals(app, people.planner, code, ids, today()))).toBe(24)
    expect(granted(await takeProposals(app, people.planner, code, ids, today()))).toBe(0)
    expect((await ownerless(app, code)).count).toBe(0)
    const set = (over: object) =>
      setOwners(app, people.planner, code, {
        indicatorIds: ids.slice(0, 2),
        departmentId: two?.id ?? '',
        memberId: two?.clerk.id ?? '',
        from: today(),
        add: false,
        ...over,
      })
    expect(await set({ indicatorIds: [] })).toMatchObject({ problem: { kind: 'owners-none-chosen' } })
    expect(await set({ departmentId: '' })).toMatchObject({ problem: { kind: 'owners-no-department' } })
    expect(granted(await set({}))).toBe(2)
    const owners = ownersOn(await app.store.read(code, (tx) => tx.owners.list()), today())
    expect(owners.get(ids[0] ?? '')?.map(({ departmentId, memberId }) => [departmentId, memberId])).toEqual([
      [two?.id, two?.clerk.id],
    ])
    expect(granted(await set({ departmentId: one?.id ?? '', memberId: '', add: true }))).toBe(2)
    const both = ownersOn(await app.store.read(code, (tx) => tx.owners.list()), today())
    expect(both.get(ids[0] ?? '')).toHaveLength(2)
    const denied = await setOwners(app, one?.clerk ?? people.auditor, code, {
      indicatorIds: ids,
      departmentId: one?.id ?? '',
      memberId: '',
      from: today(),
      add: false,
    })
    expect(denied).toMatchObject({ problem: { kind: 'not-permitted' } })
  })

  test('異動：役は前の日まで、指標は引き継がれ、空く役が言われ、代理を立てられる', async () => {
    const { app, code, people, sections } = first
    const [, two, three] = sections
    const day = dayAfter(today())
    const what = {
      day,
      moves: [
        {
          memberId: two?.clerk.id ?? '',
          kind: 'move' as const,
          departmentId: three?.id ?? '',
          role: 'editor' as const,
          successorId: two?.head.id ?? '',
        },
        { memberId: three?.head.id ?? '', kind: 'leave' as const, departmentId: null, role: null, successorId: null },
      ],
      choices: new Map<string, string>(),
      acting: [],
      actingTo: null,
    }
    const checked = granted(await checkTransfer(app, people.planner, code, what))
    if ('problems' in checked) throw new Error('確かめられるはず')
    expect(checked.plan.handovers).toHaveLength(2)
    expect(checked.plan.vacancies.map(({ departmentId, role }) => [departmentId, role]).toSorted()).toEqual(
      [
        [two?.id, 'editor'],
        [three?.id, 'approver'],
      ].toSorted(),
    )
    const acting = [{ departmentId: three?.id ?? '', role: 'approver' as const, memberId: two?.head.id ?? '' }]
    const withActing = { ...what, acting, actingTo: '2099-03-31' }
    expect(granted(await transfer(app, people.planner, code, withActing, checked.seen))).toEqual({
      people: 2,
      handovers: 2,
    })
    expect(await transfer(app, people.planner, code, what, checked.seen)).toMatchObject({
      problem: { kind: 'transfer-changed-meanwhile' },
    })
    const members = await app.store.read(code, (tx) => tx.members.list())
    const clerk = members.find(({ id }) => id === two?.clerk.id)
    expect(clerk?.memberships.map(({ departmentId, from, to }) => [departmentId, from, to])).toEqual([
      [two?.id, '2026-04-01', today()],
      [three?.id, day, null],
    ])
    // 去る日は先なので、まだ去った人ではない。
    expect(members.find(({ id }) => id === three?.head.id)?.status).toBe('active')
    const owners = ownersOn(await app.store.read(code, (tx) => tx.owners.list()), day)
    const held = [...owners.values()].flat().filter(({ memberId }) => memberId === two?.head.id)
    expect(held).toHaveLength(2)
  })

  test('最後の管理者は異動でも去れない。市の全体の役を与えられるのは管理者だけ', async () => {
    const { app, code, people, sections } = first
    const move = (memberId: string, kind: 'move' | 'leave', role: 'auditor' | null) => ({
      day: today(),
      moves: [{ memberId, kind, departmentId: null, role, successorId: null }],
      choices: new Map<string, string>(),
      acting: [],
      actingTo: null,
    })
    const kindOf = async (who: typeof people.planner, what: ReturnType<typeof move>) => {
      const checked = granted(await checkTransfer(app, who, code, what))
      return 'problems' in checked ? checked.problems[0]?.problem.kind : undefined
    }
    expect(await kindOf(people.administrator, move(people.administrator.id ?? '', 'leave', null))).toBe(
      'last-administrator',
    )
    const clerk = sections[0]?.clerk.id ?? ''
    expect(await kindOf(people.planner, move(clerk, 'move', 'auditor'))).toBe('transfer-city-role')
    expect(await kindOf(people.administrator, move(clerk, 'move', 'auditor'))).toBeUndefined()
  })
})

test('課のない市で、計画に書かれた名から課と担当を作る。二度行っても増えない', async () => {
  const year = await anotherCity({ sections: 2, open: false })
  const { app, code, people } = year
  const proposed = granted(await proposedDepartments(app, people.planner, code))
  expect(proposed).toEqual([])
  const units = await app.store.read(code, (tx) => tx.organisation.units())
  const owners = await app.store.read(code, (tx) => tx.owners.list())
  const act = { by: '準備', at: app.now(), newId: app.newId }
  await app.store.write(code, act, async (tx) => {
    await tx.owners.end(
      owners.map(({ id }) => id),
      '2026-04-01',
    )
    for (const { id } of units) await tx.organisation.change(id, { validTo: '2026-04-01' })
  })
  const names = granted(await proposedDepartments(app, people.planner, code))
  expect(names.map(({ name, own, indicators }) => [name, own, indicators]).toSorted()).toEqual([
    ['健康課', true, 8],
    ['商工課', true, 8],
  ])
  const start = () =>
    startFromPlan(
      app,
      people.planner,
      code,
      names.map(({ name }) => name),
      '2026-05-01',
    )
  expect(granted(await start())).toEqual({ departments: 2, owners: 16 })
  expect(granted(await start())).toEqual({ departments: 0, owners: 0 })
  const now = await app.store.read(code, (tx) => tx.organisation.units())
  expect(
    now
      .filter((unit) => isValidOn(unit, today()))
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['健康課', '商工課'])
})

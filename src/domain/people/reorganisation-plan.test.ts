import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Member } from './member.ts'
import { isValidOn, type OrganisationUnit, treeOn } from './organisation.ts'
import { type IndicatorOwner, ownersOn } from './ownership.ts'
import type { Fate, FateRow, Reorganisation } from './reorganisation.ts'
import { type Before, planOf, unitsAfter } from './reorganisation-plan.ts'

const day = '2027-04-01'

const aUnit = (id: string, over: Partial<OrganisationUnit> = {}): OrganisationUnit => ({
  id,
  name: `${id}課`,
  parentId: null,
  ordinal: 0,
  phone: null,
  validFrom: '2020-04-01',
  validTo: null,
  ...over,
})

const anOwner = (indicatorId: string, departmentId: string): IndicatorOwner => ({
  id: `o-${indicatorId}-${departmentId}`,
  indicatorId,
  departmentId,
  memberId: null,
  from: '2020-04-01',
  to: null,
})

const aMember = (id: string, departmentId: string, role: 'editor' | 'approver' = 'editor'): Member => ({
  id,
  name: id,
  mail: null,
  phone: null,
  accountId: null,
  status: 'active',
  absence: null,
  memberships: [{ id: `m-${id}`, role, departmentId, from: '2020-04-01', to: null, acting: false }],
})

const someone = (over: Partial<Before> = {}): Before => ({
  units: [aUnit('部', { name: '産業部' }), aUnit('商', { parentId: '部' }), aUnit('農', { parentId: '部' })],
  owners: [anOwner('i1', '商'), anOwner('i2', '商'), anOwner('i3', '農')],
  members: [aMember('山田', '商'), aMember('佐藤', '商', 'approver')],
  answering: new Set(),
  ...over,
})

const ids = () => {
  let count = 0
  return () => {
    count += 1
    return `new-${count}`
  }
}

const asked = (rows: readonly FateRow[], over: Partial<Reorganisation> = {}): Reorganisation => ({
  day,
  rows,
  added: [],
  note: null,
  choices: new Map(),
  ...over,
})

const planned = (rows: readonly FateRow[], before = someone(), over: Partial<Reorganisation> = {}) => {
  const result = planOf(asked(rows, over), before, ids())
  if (!result.ok) throw new Error(result.problems.map(({ problem }) => problem.kind).join())
  return result.plan
}

const refusedWith = (rows: readonly FateRow[], before = someone(), over: Partial<Reorganisation> = {}) => {
  const result = planOf(asked(rows, over), before, ids())
  return result.ok ? [] : result.problems.map(({ unitId, problem }) => [unitId, problem.kind])
}

const row = (unitId: string, fate: Fate, words = ''): FateRow => ({ unitId, fate, words })

const treeAfter = (plan: ReturnType<typeof planned>, before = someone()) =>
  treeOn(
    unitsAfter(before.units, plan.created, new Map(plan.lines.map((line) => [line.unitId, line.successors])), day),
    day,
  ).map(({ path }) => path)

describe('どうなるか', () => {
  test('改称：同じ部の下に新しい名で。担当も役も移る', () => {
    const plan = planned([row('商', 'rename', '商工観光課')])
    expect(treeAfter(plan)).toContain('産業部／商工観光課')
    expect(plan.owners.begun.map(({ indicatorId, from }) => [indicatorId, from])).toEqual([
      ['i1', day],
      ['i2', day],
    ])
    expect(plan.memberships.begun.map(({ memberId }) => memberId)).toEqual(['山田', '佐藤'])
  })

  test('改称と付け替えを一度に：「部／課」と書く。部がなければ置く', () => {
    expect(treeAfter(planned([row('商', 'rename', '未来部／商工観光課')]))).toContain('未来部／商工観光課')
  })

  test('統合：二つが新しい一つに、または続いている課に', () => {
    const merged = planned([row('商', 'merge', '産業課'), row('農', 'merge', '産業課')])
    expect(merged.created).toHaveLength(1)
    expect(new Set(merged.owners.begun.map(({ departmentId }) => departmentId)).size).toBe(1)
    expect(planned([row('商', 'merge', '農課')])).toMatchObject({ created: [] })
  })

  test('分割：選ばなければ初めの課、役はどちらにも。終わる課の名も使える', () => {
    const plan = planned([row('商', 'split', '商課、観光課')], someone(), { choices: new Map([['o-i2-商', 1]]) })
    const [first, second] = plan.created
    expect(plan.owners.begun.map(({ departmentId }) => departmentId)).toEqual([first?.id, second?.id])
    expect(plan.memberships.begun).toHaveLength(4)
  })

  test('付け替え：空ならいちばん上。部が改称されれば、その後継の下に', () => {
    expect(treeAfter(planned([row('商', 'move', '')]))).toContain('商課')
    const both = planned([row('部', 'rename', '経済部'), row('商', 'move', '産業部')])
    expect(treeAfter(both).toSorted()).toEqual(['経済部', '経済部／商課', '経済部／農課'])
  })

  test('廃止：担当があれば引き継ぐ課が要る。何も持たなければ要らない', () => {
    expect(refusedWith([row('商', 'abolish')])).toEqual([['商', 'reorganisation-needs-successor']])
    expect(planned([row('商', 'abolish', '農課')]).owners.begun).toHaveLength(2)
    const empty = someone({ owners: [], members: [] })
    expect(planned([row('商', 'abolish')], empty).ended).toEqual(['商'])
    const answering = someone({ owners: [], answering: new Set(['商']) })
    expect(refusedWith([row('商', 'abolish')], answering)).toEqual([['商', 'reorganisation-needs-successor']])
  })

  test.each([
    [[], 'reorganisation-nothing'],
    [[row('商', 'rename', '')], 'reorganisation-rename-needs-name'],
    [[row('商', 'rename', '商課')], 'reorganisation-same-name'],
    [[row('商', 'rename', '農課')], 'reorganisation-name-taken'],
    [[row('商', 'merge', '')], 'reorganisation-merge-needs-name'],
    [[row('商', 'split', '観光課')], 'reorganisation-split-needs-two'],
    [[row('部', 'move', '商課')], 'reorganisation-circle'],
    [[row('ない', 'rename', '新')], 'reorganisation-department-gone'],
  ])('%j は断る：%s', (rows, kind) => {
    expect(refusedWith(rows).map(([, its]) => its)).toContain(kind)
  })

  test('その日に始まった課は変えられない。同じ名の課が二つあれば「部／課」を求める', () => {
    const fresh = someone({ units: [aUnit('商', { validFrom: day })], owners: [] })
    expect(refusedWith([row('商', 'rename', '新')], fresh)).toEqual([['商', 'reorganisation-too-early']])
    const twins = someone({
      units: [
        aUnit('甲', { name: '甲部' }),
        aUnit('乙', { name: '乙部' }),
        aUnit('一', { name: '総務課', parentId: '甲' }),
        aUnit('二', { name: '総務課', parentId: '乙' }),
        aUnit('商'),
      ],
    })
    expect(refusedWith([row('商', 'merge', '総務課')], twins)).toEqual([['商', 'reorganisation-name-twice']])
    const chosen = planned([row('商', 'merge', '乙部／総務課')], twins)
    expect(chosen.lines[0]?.successors).toEqual(['二'])
  })

  test('二つの課で持っていた指標が一つの課に集まれば、担当は一つ', () => {
    const shared = someone({ owners: [anOwner('i1', '商'), anOwner('i1', '農')] })
    expect(planned([row('商', 'merge', '農課')], shared).owners.begun).toEqual([])
    expect(planned([row('商', 'merge', '産業課'), row('農', 'merge', '産業課')], shared).owners.begun).toHaveLength(1)
  })
})

describe('どんな改革でも', () => {
  const names = ['商課', '農課', '林課', '水産課', '新課', '別課']
  const anyRow = (unitId: string) =>
    fc.record({
      unitId: fc.constant(unitId),
      fate: fc.constantFrom<Fate>('stay', 'rename', 'merge', 'split', 'move', 'abolish'),
      words: fc.oneof(
        fc.constantFrom(...names, '', '新部／課', '産業部'),
        fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map((pair) => pair.join('、')),
      ),
    })
  const units = ['商', '農', '林', '水産']
  const anyBefore = fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 12 }).map((owned) =>
    someone({
      units: [aUnit('部', { name: '産業部' }), ...units.map((id) => aUnit(id, { parentId: '部' }))],
      owners: owned.map((id, at) => anOwner(`i${at}`, id)),
      members: units.map((id) => aMember(id, id)),
    }),
  )

  test('担当は一つも失われず、一つも増えず、あとにある課が持つ。課の役は、仕事の行き先に必ず続く', () => {
    let planned = 0
    fc.assert(
      fc.property(
        anyBefore,
        fc.tuple(...units.map(anyRow)),
        fc.array(fc.nat(3), { maxLength: 12 }),
        (before, rows, picks) => {
          const choices = new Map(before.owners.map(({ id }, at) => [id, picks[at] ?? 0]))
          const result = planOf(asked(rows, { choices }), before, ids())
          if (!result.ok) {
            expect(result.problems.length).toBeGreaterThan(0)
            return
          }
          planned += 1
          const { plan } = result
          const ended = new Set(plan.owners.ended)
          const owners = [
            ...before.owners.map((each) => (ended.has(each.id) ? { ...each, to: '2027-03-31' } : each)),
            ...plan.owners.begun,
          ]
          const after = unitsAfter(
            before.units,
            plan.created,
            new Map(plan.lines.map((line) => [line.unitId, line.successors])),
            day,
          )
          const there = new Set(after.filter((unit) => isValidOn(unit, day)).map(({ id }) => id))
          const now = ownersOn(owners, day)
          expect([...now.keys()].toSorted()).toEqual(before.owners.map(({ indicatorId }) => indicatorId).toSorted())
          for (const [, its] of now) {
            expect(its).toHaveLength(1)
            expect(there.has(its[0]?.departmentId ?? '')).toBe(true)
          }
          for (const line of plan.lines)
            for (const successor of line.successors) {
              const begun = plan.memberships.begun.some(({ membership }) => membership.departmentId === successor)
              const already = before.members.some(({ memberships }) =>
                memberships.some(({ departmentId }) => departmentId === successor),
              )
              expect(begun || already).toBe(true)
            }
        },
      ),
      { numRuns: 500 },
    )
    // 断られてばかりでは、何も確かめたことにならない。
    expect(planned).toBeGreaterThan(50)
  })
})

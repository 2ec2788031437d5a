import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anIndicator } from '../indicator/an-indicator.ts'
import type { Member } from '../people/member.ts'
import type { OrganisationUnit } from '../people/organisation.ts'
import type { IndicatorOwner } from '../people/ownership.ts'
import { fieldsAsked, mainFields } from './asked-fields.ts'
import type { RoundAsks } from './round.ts'
import { type PlanInput, roundPlan } from './round-plan.ts'

const day = '2026-05-11'
const asks: RoundAsks = {
  actual: true,
  texts: [{ key: 'reason', heading: '増減理由', need: 'always' }],
  money: false,
  projectItems: false,
  evidence: 'none',
}
const unit = (id: string, more: Partial<OrganisationUnit> = {}): OrganisationUnit => ({
  id,
  name: `${id}課`,
  parentId: null,
  ordinal: 0,
  phone: null,
  validFrom: '2026-04-01',
  validTo: null,
  ...more,
})
const owner = (indicatorId: string, departmentId: string, more: Partial<IndicatorOwner> = {}): IndicatorOwner => ({
  id: `${indicatorId}-${departmentId}`,
  indicatorId,
  departmentId,
  memberId: null,
  from: '2026-04-01',
  to: null,
  ...more,
})
const indicator = (id: string, more: { repeatOf?: string; breakdownOf?: string } = {}) => ({
  ...anIndicator({ name: `指標${id}` }),
  id,
  repeatOf: more.repeatOf ?? null,
  breakdownOf: more.breakdownOf ?? null,
})
const clerk = (departmentId: string, more: Partial<Member> = {}): Member => ({
  id: `m-${departmentId}`,
  name: `${departmentId}さん`,
  mail: null,
  phone: null,
  accountId: null,
  status: 'active',
  absence: null,
  memberships: [{ id: 'x', role: 'editor', departmentId, from: '2026-04-01', to: null, acting: false }],
  ...more,
})
const input = (more: Partial<PlanInput> = {}): PlanInput => ({
  round: { asks, departmentIds: null, approval: true },
  editions: [{ id: 'e', title: '計画', indicators: ['1', '2', '3'].map((id) => indicator(id)), projects: [] }],
  units: [unit('甲'), unit('乙')],
  owners: [owner('1', '甲'), owner('2', '乙'), owner('3', '甲')],
  members: [clerk('甲'), clerk('乙')],
  day,
  ...more,
})
const shape = (plan: ReturnType<typeof roundPlan>) =>
  Object.fromEntries(plan.departments.map((each) => [each.unit.id, each.items.map(({ subjectId }) => subjectId)]))

test('担当の課に、印刷された順に届く', () => {
  const plan = roundPlan(input())
  expect(shape(plan)).toEqual({ 甲: ['1', '3'], 乙: ['2'] })
  expect(plan.departments.map(({ fields }) => fields)).toEqual([4, 2])
  expect(plan.withoutHead.map((each) => each.unit.id)).toEqual(['甲', '乙'])
})

test('再掲は尋ねず、内訳は尋ね、二つの計画の同じ指標は一度だけ', () => {
  const one = [indicator('1'), indicator('1a', { breakdownOf: '1' }), indicator('r', { repeatOf: '1' })]
  const editions = ['e', 'f'].map((id) => ({ id, title: id, indicators: one, projects: [] }))
  const owners = ['1', '1a', 'r'].map((id) => owner(id, '甲'))
  expect(shape(roundPlan(input({ editions, owners })))).toEqual({ 甲: ['1', '1a'] })
})

test('その日の担当だけを見る。終わった担当と、もうない課の指標は、担当なし', () => {
  const owners = [owner('1', '甲', { to: '2026-05-10' }), owner('2', '丙'), owner('3', '甲', { from: '2026-05-12' })]
  const units = [unit('甲'), unit('丙', { validTo: '2026-05-10' })]
  const plan = roundPlan(input({ owners, units }))
  expect(plan.departments).toEqual([])
  expect(plan.ownerless.map(({ subjectId }) => subjectId)).toEqual(['1', '2', '3'])
})

test('二つの課で持つ指標は、どちらにも届く', () => {
  expect(shape(roundPlan(input({ owners: [owner('1', '甲'), owner('1', '乙')] })))).toEqual({ 甲: ['1'], 乙: ['1'] })
})

test('課を選べば、その課だけ。届くもののない課は、そう言う', () => {
  const units = [unit('甲'), unit('乙'), unit('丙')]
  const plan = roundPlan(input({ units, round: { asks, departmentIds: ['乙', '丙'], approval: false } }))
  expect(shape(plan)).toEqual({ 乙: ['2'] })
  expect(plan.withoutItems.map(({ id }) => id)).toEqual(['丙'])
  expect(plan.withoutHead).toEqual([])
})

test('人のいない課。去った人と、役の終わった人は数えない', () => {
  const ended = [
    { id: 'x', role: 'editor' as const, departmentId: '乙', from: '2025-04-01', to: '2026-03-31', acting: false },
  ]
  const members = [clerk('甲', { status: 'left' }), clerk('乙', { memberships: ended })]
  expect(roundPlan(input({ members })).withoutPeople.map((each) => each.unit.id)).toEqual(['甲', '乙'])
})

test('事業は、実施主体の名の課に届く', () => {
  const projects = [
    { id: 'p', name: '創業支援', departments: ['甲 課'] },
    { id: 'q', name: '団体の事業', departments: [] },
  ]
  const round = { asks: { ...asks, projectItems: true, money: true }, departmentIds: null, approval: true }
  const plan = roundPlan(input({ round, editions: [{ id: 'e', title: '', indicators: [], projects }] }))
  expect(shape(plan)).toEqual({ 甲: ['p'] })
  expect([plan.departments[0]?.fields, plan.ownerless.map(({ subjectId }) => subjectId)]).toEqual([2, ['q']])
})

test('どの指標も、どこかの課に届くか、担当なしに並ぶ（どちらか一方）', () => {
  const some = fc.array(
    fc.record({ i: fc.integer({ min: 0, max: 9 }), d: fc.constantFrom('甲', '乙', '丙', 'ない課') }),
  )
  fc.assert(
    fc.property(some, (pairs) => {
      const indicators = Array.from({ length: 10 }, (_, n) => indicator(String(n)))
      const owners = pairs.map(({ i, d }) => owner(String(i), d))
      const units = [unit('甲'), unit('乙'), unit('丙', { validTo: '2026-04-30' })]
      const plan = roundPlan(input({ editions: [{ id: 'e', title: '', indicators, projects: [] }], owners, units }))
      const asked = new Set(plan.departments.flatMap(({ items }) => items.map(({ subjectId }) => subjectId)))
      const left = plan.ownerless.map(({ subjectId }) => subjectId)
      expect(asked.size + left.length).toBe(10)
      expect(left.some((id) => asked.has(id))).toBe(false)
    }),
  )
})

test('事業費は、事業の実績も尋ねるときは事業に、尋ねないときは指標に。実績を尋ねるなら、わけだけでは答えたことにならない', () => {
  expect(fieldsAsked({ ...asks, money: true }, 'indicator')).toEqual(['actual', 'text-reason', 'money'])
  expect(fieldsAsked({ ...asks, money: true, projectItems: true }, 'indicator')).toEqual(['actual', 'text-reason'])
  expect(fieldsAsked({ ...asks, money: true, projectItems: true }, 'project')).toEqual(['items', 'money'])
  expect(mainFields(asks)).toEqual(['actual'])
  expect(mainFields({ ...asks, actual: false })).toEqual(['text-reason'])
})

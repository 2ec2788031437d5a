import { expect, test } from 'vitest'
import { grantsOn } from './grants.ts'
import type { Member, Membership } from './member.ts'
import type { OrganisationUnit } from './organisation.ts'

const unit = (id: string, parentId: string | null, validTo: string | null = null): OrganisationUnit => ({
  id,
  name: id,
  parentId,
  ordinal: 0,
  phone: null,
  validFrom: '2020-04-01',
  validTo,
})
const units = [unit('市民部', null), unit('商工課', '市民部'), unit('旧課', '市民部', '2025-03-31')]

const membership = (given: Partial<Membership>): Membership => ({
  id: 'm',
  role: 'editor',
  departmentId: '商工課',
  from: '2026-04-01',
  to: null,
  acting: false,
  ...given,
})
const member = (status: Member['status'], ...memberships: Membership[]): Member => ({
  id: 'x',
  name: '山田',
  mail: null,
  phone: null,
  accountId: 'a',
  status,
  absence: null,
  memberships,
})

test('役は、始まりの日から終わりの日まで働く', () => {
  const yamada = member('active', membership({ from: '2026-04-01', to: '2027-03-31' }))
  expect(grantsOn(yamada, units, '2026-03-31')).toEqual([])
  expect(grantsOn(yamada, units, '2026-04-01')).toEqual([{ role: 'editor', departments: ['商工課'] }])
  expect(grantsOn(yamada, units, '2027-03-31')).toHaveLength(1)
  expect(grantsOn(yamada, units, '2027-04-01')).toEqual([])
})

test('部長の役は、その日にある下の課に及ぶ。企画課の役は市の全体', () => {
  const head = member(
    'active',
    membership({ role: 'approver', departmentId: '市民部', acting: true }),
    membership({ role: 'planner', departmentId: null }),
  )
  expect(grantsOn(head, units, '2026-04-01')).toEqual([
    { role: 'approver', departments: ['市民部', '商工課'] },
    { role: 'planner', departments: 'all' },
  ])
})

test('招いたままの人、去った人は、何も持たない', () => {
  expect(grantsOn(member('invited', membership({})), units, '2026-04-01')).toEqual([])
  expect(grantsOn(member('left', membership({})), units, '2026-04-01')).toEqual([])
})

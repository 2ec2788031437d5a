import { expect, test } from 'vitest'
import type { Member } from './member.ts'
import type { OrganisationUnit } from './organisation.ts'
import { roleNamed } from './role-words.ts'
import { isMail, mailOf, planRoster } from './roster.ts'

const day = '2026-04-01'
const unit: OrganisationUnit = {
  id: 'u1',
  name: '商工課',
  parentId: null,
  ordinal: 0,
  phone: null,
  validFrom: day,
  validTo: null,
}
const member: Member = {
  id: 'm1',
  name: '山田',
  mail: 'yamada@x.jp',
  phone: '1',
  accountId: null,
  status: 'active',
  absence: null,
  memberships: [{ id: 's1', role: 'editor', departmentId: 'u1', from: day, to: null, acting: false }],
}

const plan = (rows: readonly string[], members: readonly Member[] = [member]) =>
  planRoster(
    rows.map((text, at) => ({ line: at + 1, cells: text.split(',') })),
    { units: [unit], members },
    day,
    () => 'new',
  )

test.each([
  ['課長', 'approver'],
  ['課の担当者', 'editor'],
  ['企画課', 'planner'],
  ['副市長', 'executive'],
  ['ADMINISTRATOR'.toLowerCase(), 'administrator'],
  ['監査委員', 'auditor'],
])('役「%s」は %s', (text, role) => {
  expect(roleNamed(text)).toBe(role)
})

test.each(['', '課長代理補佐', '商工課'])('役「%s」は分からない', (text) => {
  expect(roleNamed(text)).toBeUndefined()
})

test('メールは全角も大文字も同じ字面に', () => {
  expect(mailOf(' Ｙamada@X.JP ')).toBe('yamada@x.jp')
  expect(isMail('yamada@x.jp')).toBe(true)
  for (const text of ['yamada', 'a@b', 'a b@x.jp', 'a@x.jp,b@x.jp', '"x"<a@x.jp>']) expect(isMail(text)).toBe(false)
})

test('見出しの順は問わず、知っている人は内線だけが直る', () => {
  const { changed, added, given, unchanged } = plan(['役,内線,課,メール,氏名', '担当者,99,商工課,YAMADA@x.jp,山田'])
  expect({ added, given, unchanged }).toEqual({ added: [], given: [], unchanged: 0 })
  expect(changed).toMatchObject([{ name: '山田', phone: '99' }])
})

test('終わった役は持っていない役で、代理の役は本来の役の代わりにならない', () => {
  const ended = { ...member, memberships: member.memberships.map((each) => ({ ...each, to: '2026-03-31' })) }
  expect(plan(['氏名,メール,役,課', '山田,yamada@x.jp,担当者,商工課'], [ended]).given).toHaveLength(1)
  const acting = { ...member, memberships: member.memberships.map((each) => ({ ...each, acting: true })) }
  expect(plan(['氏名,メール,役,課', '山田,yamada@x.jp,担当者,商工課'], [acting]).given).toHaveLength(1)
})

test('去った人と、見分けられない人は、わけを言う', () => {
  const left = { ...member, status: 'left' as const }
  expect(plan(['氏名,メール,役', '山田,yamada@x.jp,監査'], [left]).problems[0]?.problem.kind).toBe('roster-left')
  const twins = [member, { ...member, id: 'm2' }].map((each) => ({ ...each, mail: null }))
  expect(plan(['氏名,役', '山田,監査'], twins).problems[0]?.problem.kind).toBe('roster-several-people')
})

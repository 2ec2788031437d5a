import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { problemInWords } from '#domain/problem.ts'
import {
  addPerson,
  bringBack,
  changeDetails,
  endRole,
  giveRole,
  leave,
  setAbsence,
} from '#operations/people/change-person.ts'
import { invitationFor, invite, inviteAll, revokeInvitation, useInvitation } from '#operations/people/invitations.ts'
import { peopleView, personView } from '#operations/people/people-view.ts'
import { previewRoster, takeRoster } from '#operations/people/take-roster.ts'
import { aYear, type Year } from './a-year.ts'

let year: Year
let administrator: Person

beforeAll(async () => {
  year = await aYear({ sections: 3 })
  administrator = year.people.administrator
})

afterAll(() => year.app.close())

const members = () => year.app.store.read(year.code, (tx) => tx.members.list())
const named = async (name: string) => (await members()).filter((member) => member.name === name)
const bytes = (text: string) => new TextEncoder().encode(text)
const granted = <T>(
  result: { ok: true; value: T } | { ok: false; problem: Parameters<typeof problemInWords>[0] },
): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

describe('名簿', () => {
  const roster = [
    '氏名,メール,役,課,内線',
    '山田 花子,Yamada@shirakawa.lg.jp,担当者,商工課,2101',
    '山田 花子,yamada@shirakawa.lg.jp,担当者,健康課,2101',
    '佐藤 一郎,sato@shirakawa.lg.jp,課長,市民部／商工課,2100',
    '高橋 企子,takahashi@shirakawa.lg.jp,planner,,1100',
    '',
  ].join('\r\n')

  test('確かめるだけでは何も書かず、取り込むと人と役ができ、同じファイルをもう一度取り込んでも変わらない', async () => {
    const before = (await members()).length
    const preview = granted(
      await previewRoster(year.app, administrator, year.code, { name: '名簿.csv', bytes: bytes(roster) }),
    )
    expect(preview.plan.problems).toEqual([])
    expect(preview.plan.added.map(({ name }) => name)).toEqual(['山田 花子', '佐藤 一郎', '高橋 企子'])
    expect(await members()).toHaveLength(before)
    const taken = granted(await takeRoster(year.app, administrator, year.code, preview.text))
    expect(taken.plan.given).toHaveLength(4)
    const [hanako] = await named('山田 花子')
    expect(hanako?.mail).toBe('yamada@shirakawa.lg.jp')
    expect(hanako?.memberships.map(({ departmentId }) => departmentId).toSorted()).toEqual(
      [year.sections[0]?.id, year.sections[1]?.id].toSorted(),
    )
    const stored = JSON.stringify(await members())
    const again = granted(await takeRoster(year.app, administrator, year.code, preview.text))
    expect(again.plan).toMatchObject({ added: [], changed: [], given: [], unchanged: 3, problems: [] })
    expect(JSON.stringify(await members())).toBe(stored)
  })

  test('Shift_JIS で、読めない行はわけを言い、ほかの行は取り込む', async () => {
    // 「氏名,メール,役,課\n木村,kimura@x.jp,担当者,商工課\n」を Shift_JIS で。
    const sjis = Uint8Array.from([
      0x8e,
      0x81,
      0x96,
      0xbc,
      0x2c,
      0x83,
      0x81,
      0x81,
      0x5b,
      0x83,
      0x8b,
      0x2c,
      0x96,
      0xf0,
      0x2c,
      0x89,
      0xdb,
      0x0a,
      0x96,
      0xd8,
      0x91,
      0xba,
      0x2c,
      ...bytes('kimura@x.jp'),
      0x2c,
      0x92,
      0x53,
      0x93,
      0x96,
      0x8e,
      0xd2,
      0x2c,
      0x8f,
      0xa4,
      0x8d,
      0x48,
      0x89,
      0xdb,
      0x0a,
    ])
    const preview = granted(await previewRoster(year.app, administrator, year.code, { name: 'a.csv', bytes: sjis }))
    expect(preview.plan.added.map(({ name, mail }) => [name, mail])).toEqual([['木村', 'kimura@x.jp']])

    const bad = [
      '氏名,メール,役,課',
      '一,one@x.jp,課長代理補佐,商工課',
      '二,two@x.jp,担当者,宇宙課',
      '三,three,担当者,商工課',
      '四,,担当者,',
      '五,five@x.jp,担当者,商工課',
      '六,five@x.jp,担当者,健康課',
      ',seven@x.jp,担当者,健康課',
      '八,eight@x.jp,担当者,農林課',
    ].join('\n')
    const { plan } = granted(await takeRoster(year.app, administrator, year.code, bad))
    expect(plan.problems.map(({ line, problem }) => [line, problem.kind])).toEqual([
      [2, 'roster-unknown-role'],
      [3, 'roster-unknown-department'],
      [4, 'roster-bad-mail'],
      [5, 'roster-no-department'],
      [7, 'roster-mail-twice'],
      [8, 'roster-no-name'],
    ])
    for (const { problem } of plan.problems) expect(problemInWords(problem)).toMatch(/^\d行目：/)
    expect(plan.added.map(({ name }) => name)).toEqual(['五', '八'])
    const headless = await takeRoster(year.app, administrator, year.code, '山田,yamada@x.jp\n')
    expect(granted(headless).plan.problems.map(({ problem }) => problem.kind)).toEqual(['roster-no-header'])
  })

  test('管理者のほかは、確かめることも取り込むこともできない', async () => {
    for (const person of [year.people.planner, year.people.auditor, year.sections[0]?.head ?? administrator]) {
      expect(await takeRoster(year.app, person, year.code, roster)).toMatchObject({
        ok: false,
        problem: { kind: 'not-permitted' },
      })
    }
  })
})

describe('招き', () => {
  test('合言葉は一度だけ使え、指紋だけが残る。取りやめた・招き直した・切れたものは使えない', async () => {
    const id = granted(
      await addPerson(year.app, administrator, year.code, { name: '招かれる人', mail: 'a@x.jp', phone: '' }),
    )
    const first = granted(await invite(year.app, administrator, year.code, id))
    expect(first.token).toMatch(/^[\w-]{43}$/)
    const second = granted(await invite(year.app, administrator, year.code, id))
    expect(await invitationFor(year.app, year.code, first.token)).toMatchObject({
      problem: { kind: 'invitation-expired' },
    })
    expect(await invitationFor(year.app, year.code, 'でたらめ')).toMatchObject({
      problem: { kind: 'invitation-unknown' },
    })
    const found = granted(await invitationFor(year.app, year.code, second.token))
    expect(found.member.name).toBe('招かれる人')
    const later = { ...year.app, now: () => new Date(Date.now() + 15 * 86_400_000) }
    expect(await invitationFor(later, year.code, second.token)).toMatchObject({
      problem: { kind: 'invitation-expired' },
    })

    const act = { by: '招かれる人', at: year.app.now(), newId: year.app.newId }
    const use = (account: string) =>
      year.app.store.write(year.code, act, (tx) => useInvitation(tx, year.app, second.token, account))
    const [one, two] = await Promise.all([use('account-1'), use('account-2')])
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1)
    expect((await named('招かれる人'))[0]).toMatchObject({
      status: 'active',
      accountId: one.ok ? 'account-1' : 'account-2',
    })
    expect(await invite(year.app, administrator, year.code, id)).toMatchObject({
      problem: { kind: 'invitation-already-in' },
    })
    const kept = JSON.stringify(await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 100 })))
    expect(kept).not.toContain(second.token)
  })

  test('取りやめると使えず、まとめて招くと一人ずつ答える', async () => {
    const id = granted(await addPerson(year.app, administrator, year.code, { name: '取りやめ', mail: '', phone: '' }))
    const { token } = granted(await invite(year.app, administrator, year.code, id))
    granted(await revokeInvitation(year.app, administrator, year.code, id))
    expect(await invitationFor(year.app, year.code, token)).toMatchObject({ ok: false })
    expect(await revokeInvitation(year.app, administrator, year.code, id)).toMatchObject({
      problem: { kind: 'invitation-none-open' },
    })
    const results = await inviteAll(year.app, administrator, year.code, [id, year.app.newId()])
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
    expect(await invite(year.app, year.people.planner, year.code, id)).toMatchObject({
      problem: { kind: 'not-permitted' },
    })
  })
})

describe('一人', () => {
  test('二人が同時に直すと、あとの人に今の値を見せる。同じ値なら何も言わない', async () => {
    const seen = { name: '直す人', mail: 'edit@x.jp', phone: '1' }
    const id = granted(await addPerson(year.app, administrator, year.code, seen))
    const change = (phone: string, name = '直す人') =>
      changeDetails(year.app, administrator, year.code, id, { ...seen, name, phone }, seen)
    granted(await change('2'))
    expect(await change('3')).toMatchObject({
      ok: false,
      problem: { kind: 'member-changed-meanwhile', params: { phone: '2' } },
    })
    expect((await change('2')).ok).toBe(true)
    expect(
      await addPerson(year.app, administrator, year.code, { name: '別人', mail: 'ＥＤＩＴ＠x.jp', phone: '' }),
    ).toMatchObject({
      problem: { kind: 'member-mail-taken' },
    })
  })

  test('役：課の要る役、二重の役、日の逆さ、終わりのない代理は断る。兼務と代理と不在は一覧に出る', async () => {
    const [section] = year.sections
    const id = granted(await addPerson(year.app, administrator, year.code, { name: '役の人', mail: '', phone: '' }))
    const give = (over: Partial<Parameters<typeof giveRole>[4]>) =>
      giveRole(year.app, administrator, year.code, id, {
        role: 'editor',
        departmentId: section?.id ?? '',
        from: '2026-04-01',
        to: '',
        acting: false,
        ...over,
      })
    expect(await give({ departmentId: '' })).toMatchObject({ problem: { kind: 'role-needs-department' } })
    expect(await give({ to: '2026-03-01' })).toMatchObject({ problem: { kind: 'role-days-reversed' } })
    expect(await give({ from: '令和8年' })).toMatchObject({ problem: { kind: 'role-day-wrong' } })
    expect(await give({ acting: true })).toMatchObject({ problem: { kind: 'role-acting-needs-end' } })
    granted(await give({}))
    expect(await give({})).toMatchObject({ problem: { kind: 'role-held-already' } })
    granted(await give({ role: 'approver', acting: true, to: '2099-03-31' }))
    granted(await setAbsence(year.app, administrator, year.code, id, { from: '2026-04-01', to: '2099-03-31' }))
    const view = granted(await peopleView(year.app, year.people.auditor, year.code, { q: '役の人' }))
    expect(view.lines[0]).toMatchObject({ absent: true, standing: 'uninvited' })
    expect(view.lines[0]?.roles.map(({ role, acting, unit }) => [role, acting, unit?.name])).toEqual([
      ['editor', false, '商工課'],
      ['approver', true, '商工課'],
    ])
  })

  test('最後の管理者は、役を終えることも去ることもできない。もう一人いれば、できる', async () => {
    const id = administrator.id ?? ''
    const membership = (await members()).find((member) => member.id === id)?.memberships[0]?.id ?? ''
    const attempts = [
      await endRole(year.app, administrator, year.code, id, membership, '2099-01-01'),
      await leave(year.app, administrator, year.code, id, '2026-04-30'),
    ]
    for (const attempt of attempts) expect(attempt).toMatchObject({ problem: { kind: 'last-administrator' } })
    const other = granted(
      await addPerson(year.app, administrator, year.code, { name: '次の管理者', mail: 'next@x.jp', phone: '' }),
    )
    granted(
      await giveRole(year.app, administrator, year.code, other, {
        role: 'administrator',
        departmentId: '',
        from: '2026-04-01',
        to: '',
        acting: false,
      }),
    )
    const { token } = granted(await invite(year.app, administrator, year.code, other))
    granted(await leave(year.app, administrator, year.code, other, '2026-04-30'))
    expect((await named('次の管理者'))[0]).toMatchObject({ status: 'left', mail: null })
    expect(await invitationFor(year.app, year.code, token)).toMatchObject({ ok: false })
    const gone = granted(await personView(year.app, administrator, year.code, other))
    expect(gone.line.standing).toBe('left')
    expect(gone.past).toHaveLength(1)
    granted(await bringBack(year.app, administrator, year.code, other))
    expect((await named('次の管理者'))[0]?.status).toBe('invited')
  })
})

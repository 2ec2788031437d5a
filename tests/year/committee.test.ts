import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeInWords } from '#domain/committee/opinions.ts'
import type { ReferralGiven } from '#domain/committee/read-referral.ts'
import type { Referral } from '#domain/committee/referral.ts'
import { subjectKey } from '#domain/committee/subject-key.ts'
import { aPlacedScale, aScale } from '#domain/evaluation/a-graded-edition.ts'
import type { Person } from '#domain/people/person.ts'
import { waitingFor } from '#operations/collection/waiting.ts'
import { answerOpinion } from '#operations/committee/answer-opinion.ts'
import { giveOpinions, type OpinionGiven } from '#operations/committee/give-opinions.ts'
import { opinionTableFile } from '#operations/committee/opinion-table-file.ts'
import { opinionsView } from '#operations/committee/opinions-view.ts'
import { referralAlongside } from '#operations/committee/referral-alongside.ts'
import { referralView } from '#operations/committee/referral-view.ts'
import { newReferralForm, referralsView } from '#operations/committee/referrals-view.ts'
import { removeReferral, saveReferral } from '#operations/committee/save-referral.ts'
import { stepReferral } from '#operations/committee/step-referral.ts'
import { evaluate } from '#operations/evaluation/evaluate.ts'
import { openEvaluationYear } from '#operations/evaluation/evaluation-years.ts'
import { tellDue } from '#operations/notices/tell-due.ts'
import { aYear, aYearIn, type Year } from './a-year.ts'
import { at, kindOf, ok } from './round-steps.ts'

let year: Year
let other: Year
let second: Person
const noon = () => at(year.app, '2026-05-11T12:00:00')
const planner = () => year.people.planner
const reviewer = () => year.people.reviewer

const given = (more: Partial<ReferralGiven> = {}): ReferralGiven => ({
  title: '令和8年度第1回',
  body: '推進会議',
  year: '2023',
  meetingOn: '2026-05-25',
  closesOn: '2026-05-20',
  guidance: '起業の支援について、ご意見をお願いします。',
  chooses: false,
  subjects: [],
  ...more,
})

const made = async (more: Partial<ReferralGiven> = {}): Promise<Referral> => {
  const saved = ok(await saveReferral(noon(), planner(), year.code, { editionId: year.editionId }, given(more), 0))
  if (!('saved' in saved)) throw new Error(JSON.stringify(saved))
  return saved.saved
}

const moved = async (referral: Referral, step: 'release' | 'close' | 'reopen', reason = ''): Promise<Referral> =>
  ok(await stepReferral(noon(), planner(), year.code, referral.id, step, { revision: referral.revision, reason }))

const released = async (more: Partial<ReferralGiven> = {}) => moved(await made(more), 'release')

const box = (key: string, text: string, more: Partial<OpinionGiven> = {}): OpinionGiven => ({
  key,
  opinionId: null,
  revision: 0,
  text,
  grade: '',
  ...more,
})

const give = (
  person: Person,
  referral: Referral,
  boxes: readonly OpinionGiven[],
  of?: Parameters<typeof giveOpinions>[5],
) => giveOpinions(noon(), person, year.code, referral.id, boxes, of)

const viewFor = (person: Person, { id }: Referral) => referralView(noon(), person, year.code, id)

const indicatorKey = async (n: number): Promise<string> => {
  const edition = await year.app.store.read(year.code, (tx) => tx.editions.get(year.editionId))
  return subjectKey({ kind: 'indicator', id: edition?.content.indicators[n]?.id ?? '' })
}

const entriesOf = (act: string) =>
  year.app.store.read(year.code, (tx) => tx.audit.find({ acts: [act] }, { below: 1_000_000, limit: 100 }))

beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 4 })
  other = await aYearIn(year.app, { sections: 1, indicators: 1, number: 1 })
  const id = year.app.newId()
  await year.app.store.write(year.code, { by: '準備', at: year.app.now(), newId: year.app.newId }, async (tx) => {
    await tx.members.add({ id, name: '二人目の委員', mail: null, phone: null, accountId: null, status: 'active' })
    const role = { role: 'reviewer', departmentId: null, from: '2026-04-01', to: null, acting: false } as const
    await tx.members.give(id, { id: year.app.newId(), ...role })
  })
  second = { kind: 'member', id, name: '二人目の委員', grants: [{ role: 'reviewer', departments: 'all' }] }
}, 60_000)
afterAll(() => year.app.close())

describe('委員の見るもの', () => {
  test('準備中の付議は、企画課のほかにはない。見せると、委員・市長・監査に見え、委員に知らせる', async () => {
    const draft = await made()
    expect(kindOf(await viewFor(planner(), draft))).toBe('')
    for (const person of [reviewer(), year.people.executive, year.people.auditor])
      expect(kindOf(await viewFor(person, draft))).toBe('committee.absent')
    expect(ok(await referralsView(noon(), reviewer(), year.code)).lines).toEqual([])
    const open = await moved(draft, 'release')
    for (const person of [reviewer(), year.people.executive, year.people.auditor])
      expect(kindOf(await viewFor(person, open))).toBe('')
    const notices = await year.app.store.read(year.code, (tx) => tx.notices.ofCity({ limit: 5 }))
    const told = notices.find(({ kind }) => kind === 'referral-released')
    expect(told?.round).toBe('令和8年度第1回')
    expect(told?.recipients.map(({ name }) => name).toSorted()).toEqual(['二人目の委員', '外部委員'])
    expect((await entriesOf('referral-released')).map(({ subject }) => subject.referral)).toContain(open.id)
  })

  test('担当・課長・管理者・名のらない人・よその市の委員には、見えない', async () => {
    const open = await released()
    const [section] = year.sections
    if (!section) throw new Error('a section was expected')
    for (const person of [section.clerk, section.head, year.people.administrator])
      expect(kindOf(await viewFor(person, open))).toBe('not-permitted')
    expect(kindOf(await referralView(noon(), other.people.reviewer, other.code, open.id))).toBe('committee.absent')
  })

  test('選んだものだけを見せる。実績の文と、指標の行がそろう', async () => {
    const key = await indicatorKey(1)
    const open = await released({ chooses: true, subjects: [key] })
    const view = ok(await viewFor(reviewer(), open))
    expect(
      view.goals.flatMap(({ measures }) => measures.flatMap(({ indicators }) => indicators.map(({ name }) => name))),
    ).toEqual(['商工のイベント来場者数'])
    const left = ok(await give(reviewer(), open, [box(await indicatorKey(0), '範囲の外')])).left
    expect(left.map(({ problem }) => problem.kind)).toEqual(['committee.subject-gone'])
  })

  test('ほかの委員の意見は、締め切るまで見えない。締め切ると見え、書けなくなる', async () => {
    const open = await released()
    const key = await indicatorKey(0)
    ok(await give(reviewer(), open, [box(key, '相談の窓口を増やしてほしい。'), box('plan', '分かりやすい。')]))
    ok(await give(second, open, [box(key, '件数より、続いた件数を見たい。')]))
    const names = async (person: Person, referral: Referral) =>
      ok(await viewFor(person, referral)).opinions.map(({ memberName }) => memberName)
    expect(await names(reviewer(), open)).toEqual(['外部委員', '外部委員'])
    expect(await names(year.people.executive, open)).toEqual([])
    expect(await names(planner(), open)).toHaveLength(3)
    const closed = await moved(open, 'close')
    expect(await names(reviewer(), closed)).toHaveLength(3)
    const late = ok(await give(reviewer(), closed, [box('plan', '間に合わなかった意見')]))
    expect(late.saved).toEqual([])
    expect(late.left.map(({ given: kept, problem }) => [kept.text, problem.kind])).toEqual([
      ['間に合わなかった意見', 'committee.closed-meanwhile'],
    ])
    expect(
      kindOf(await stepReferral(noon(), planner(), year.code, closed.id, 'reopen', { revision: closed.revision })),
    ).toBe('committee.reason-missing')
    const again = await moved(closed, 'reopen', '資料の差し替え')
    expect(ok(await viewFor(planner(), again)).history.map(({ act, reason }) => [act, reason])).toEqual([
      ['referral-released', null],
      ['referral-closed', null],
      ['referral-reopened', '資料の差し替え'],
    ])
    expect(await names(reviewer(), again)).toHaveLength(2)
  })
})

describe('意見', () => {
  test('書けた欄は残り、書けない欄だけがわけとともに返る。空にすると取り下げる', async () => {
    const open = await released()
    const key = await indicatorKey(0)
    const first = ok(
      await give(reviewer(), open, [
        box(key, 'よい取組'),
        box('plan', ''),
        box(await indicatorKey(1), 'あ'.repeat(5001)),
        box('node:00000000-0000-4000-8000-000000000000', 'どこか'),
        box(await indicatorKey(2), '', { grade: 'Z' }),
      ]),
    )
    expect(first.saved.map(({ text }) => text)).toEqual(['よい取組'])
    expect(first.left.map(({ problem }) => problem.kind)).toEqual([
      'committee.opinion-empty',
      'committee.opinion-long',
      'committee.subject-gone',
      'committee.grade-unknown',
    ])
    const [opinion] = first.saved
    if (!opinion) throw new Error('an opinion was expected')
    const emptied = ok(await give(reviewer(), open, [box(key, ' ', { opinionId: opinion.id, revision: 1 })]))
    expect(emptied.withdrawn.map(({ id }) => id)).toEqual([opinion.id])
    expect(ok(await viewFor(reviewer(), open)).opinions).toEqual([])
    expect((await entriesOf('opinion-withdrawn')).map(({ subject }) => subject.opinion)).toContain(opinion.id)
    const back = ok(await give(reviewer(), open, [box(key, 'やはり残す', { opinionId: opinion.id, revision: 1 })]))
    expect(back.left.map(({ problem }) => problem.kind)).toEqual(['committee.opinion-gone'])
  })

  test('別の端末で先に書き換えていれば、残さず、いまの意見を返す。同じ文なら困らない', async () => {
    const open = await released()
    const key = await indicatorKey(0)
    const [opinion] = ok(await give(reviewer(), open, [box(key, '初め')])).saved
    const at1 = { opinionId: opinion?.id ?? '', revision: 1 }
    ok(await give(reviewer(), open, [box(key, '家で書いた文', at1)]))
    const stale = ok(await give(reviewer(), open, [box(key, '職場で書いた文', at1)]))
    expect(stale.left.map(({ problem, now, given: kept }) => [problem.kind, now?.text, kept.text])).toEqual([
      ['committee.opinion-meanwhile', '家で書いた文', '職場で書いた文'],
    ])
    expect(ok(await give(reviewer(), open, [box(key, '家で書いた文', at1)])).left).toEqual([])
  })

  test('同じ意見が二度届いても、一つ。同じところの別の意見と、ほかの人の同じ意見は、別に残る', async () => {
    const open = await released()
    const key = await indicatorKey(0)
    const [first] = ok(await give(reviewer(), open, [box(key, '増やしてほしい')])).saved
    const again = ok(await give(reviewer(), open, [box(key, ' 増やしてほしい')])).saved
    expect(again).toEqual([first])
    ok(await give(reviewer(), open, [box('plan', '増やしてほしい'), box(key, 'もう一つ')]))
    ok(await give(second, open, [box(key, '増やしてほしい')]))
    ok(await give(planner(), open, [box(key, '増やしてほしい')], { memberId: second.id ?? '' }))
    expect(ok(await viewFor(planner(), open)).opinions).toHaveLength(5)
  })

  test('ほかの委員の意見も、委員が自分で打った意見も、だれも書き換えられない', async () => {
    const open = await released()
    const [opinion] = ok(await give(reviewer(), open, [box('plan', '私の意見')])).saved
    const theirs = { opinionId: opinion?.id ?? '', revision: 1 }
    const kinds = async (person: Person, of?: Parameters<typeof giveOpinions>[5]) =>
      ok(await give(person, open, [box('plan', '書き換え', theirs)], of)).left.map(({ problem }) => problem.kind)
    expect(await kinds(second)).toEqual(['committee.not-yours'])
    expect(await kinds(planner(), { memberId: reviewer().id ?? '' })).toEqual(['committee.not-yours'])
    expect(kindOf(await give(year.people.executive, open, [box('plan', '市長の意見')]))).toBe('not-permitted')
    expect(kindOf(await give(reviewer(), open, [box('plan', 'なりすまし')], { name: '別の委員' }))).toBe(
      'not-permitted',
    )
  })

  test('紙の意見は、委員の名で入る。締め切ったあとでも、入れた人が記録に残る', async () => {
    const closed = await moved(await released(), 'close')
    const [named] = ok(await give(planner(), closed, [box('plan', '紙で届いた')], { name: '白川花子' })).saved
    expect(named).toMatchObject({ memberName: '白川花子', memberId: null, by: '企画課 山田' })
    const known = ok(await give(planner(), closed, [box('plan', '席で聞いた')], { memberId: second.id ?? '' })).saved
    expect(known[0]).toMatchObject({ memberName: '二人目の委員', memberId: second.id })
    expect(kindOf(await give(planner(), closed, [box('plan', 'だれ')], { name: ' ' }))).toBe('committee.name-missing')
    expect(kindOf(await give(planner(), closed, [box('plan', 'だれ')], { memberId: planner().id ?? '' }))).toBe(
      'committee.member-gone',
    )
  })
})

describe('評価のある年度', () => {
  test('立っている区分と、担当課・企画課の文を見せ、委員はその区分から選ぶ', async () => {
    const act = { by: '準備', at: year.app.now(), newId: year.app.newId }
    const id = (await indicatorKey(0)).replace('indicator:', '')
    await year.app.store.write(year.code, act, (tx) =>
      tx.scales.put({ ...aPlacedScale(), editionId: year.editionId, scale: aScale }),
    )
    const asked = { editionId: year.editionId, year: 2023 }
    ok(await openEvaluationYear(noon(), planner(), year.code, asked))
    const row = { grade: null, reason: '', text: '相談会を増やした。', direction: null, revision: 0 }
    ok(
      await evaluate(noon(), planner(), year.code, {
        ...asked,
        stage: 'office',
        rows: [{ ...row, subject: { kind: 'indicator', id } }],
      }),
    )
    const open = await released({ title: '評価つき' })
    const { graded } = ok(await viewFor(reviewer(), open))
    const seen = graded.subjects.get(id)
    expect(seen?.standing?.from).toBe('mechanical')
    expect(seen?.evaluations.map(({ stage, text }) => [stage, text])).toEqual([['office', '相談会を増やした。']])
    const key = `indicator:${id}`
    const first = ok(await give(reviewer(), open, [box(key, '', { grade: 'C' })]))
    expect(first.saved.map(({ text, grade }) => [text, grade])).toEqual([['', 'C']])
    const whole = ok(await give(reviewer(), open, [box('plan', '全体', { grade: 'C' })]))
    expect(whole.left.map(({ problem }) => problem.kind)).toEqual(['committee.grade-unknown'])
  })
})

describe('対応と一覧', () => {
  test('締め切ってから書き、まだのものを数える。書きかけは帳票の頁には出ない', async () => {
    const open = await released({ year: '2022', title: '第2回' })
    const key = await indicatorKey(0)
    const [one] = ok(await give(reviewer(), open, [box(key, '窓口を増やしてほしい')])).saved
    const [two] = ok(await give(second, open, [box('plan', '分かりやすい')])).saved
    const answer = (id: string | undefined, more = {}) =>
      answerOpinion(noon(), planner(), year.code, open.id, {
        opinionId: id ?? '',
        revision: 0,
        kind: 'adopted',
        text: '相談窓口を二つにします。',
        departmentId: year.sections[0]?.id ?? '',
        ...more,
      })
    expect(kindOf(await answer(one?.id))).toBe('committee.not-closed')
    const closed = await moved(open, 'close')
    expect(ok(await answer(one?.id, { kind: '' }))).toMatchObject({ problem: { kind: 'committee.kind-missing' } })
    expect(ok(await answer(one?.id, { text: ' ' }))).toMatchObject({ problem: { kind: 'committee.answer-empty' } })
    expect(ok(await answer(one?.id, { departmentId: year.app.newId() }))).toMatchObject({
      problem: { kind: 'committee.department-gone' },
    })
    expect(ok(await answer(one?.id))).toMatchObject({ saved: { kind: 'adopted', revision: 1 } })
    expect(ok(await answer(one?.id, { text: '別の人の文' }))).toMatchObject({
      problem: { kind: 'committee.answer-meanwhile' },
      now: { text: '相談窓口を二つにします。' },
    })
    expect(kindOf(await answerOpinion(noon(), reviewer(), year.code, open.id, box('', '') as never))).toBe(
      'not-permitted',
    )
    const view = ok(await opinionsView(noon(), reviewer(), year.code, closed.id))
    expect(view.left).toBe(1)
    expect(view.lines.map(({ place }) => placeInWords(place) ?? null)).toEqual([
      null,
      '基本目標1 働く場をつくる／商工の起業件数（R2～累計）',
    ])
    const shown = () =>
      year.app.store.read(year.code, (tx) => referralAlongside(tx, { id: year.editionId }, { year: 2022 }))
    expect(await shown()).toBeUndefined()
    ok(await answer(two?.id, { kind: 'noted', text: '参考にします。', departmentId: '' }))
    expect((await shown())?.answers).toHaveLength(2)
    expect((await entriesOf('opinion-answered')).map(({ subject }) => subject.opinion)).toContain(two?.id)
  })

  test('一覧のファイルは、締め切った付議から、見てよい人に。名は選んだときだけ', async () => {
    const open = await released({ title: '第3回' })
    const file = (person: Person, format: 'csv' | 'json' | 'xlsx', names = false) =>
      opinionTableFile(noon(), person, year.code, open.id, { format, names })
    expect(kindOf(await file(planner(), 'csv'))).toBe('committee.not-closed')
    ok(await give(reviewer(), open, [box('plan', 'データに載る意見')]))
    await moved(open, 'close')
    const csv = Buffer.from(ok(await file(reviewer(), 'csv')).bytes).toString('utf8')
    expect(csv).toContain('データに載る意見')
    expect(csv).not.toContain('外部委員')
    expect(ok(await file(reviewer(), 'xlsx')).fileName).toContain('意見と対応の一覧')
    expect(kindOf(await file(year.sections[0]?.clerk as Person, 'csv'))).toBe('not-permitted')
  })
})

describe('企画課の行い', () => {
  test('直すところがあれば書かず、ほかの人が先に直していれば両方を返す', async () => {
    const bad = ok(
      await saveReferral(
        noon(),
        planner(),
        year.code,
        { editionId: year.editionId },
        given({ title: '', body: 'あ'.repeat(61), closesOn: '2026-05-01', meetingOn: '来週', chooses: true }),
        0,
      ),
    )
    expect('troubles' in bad && bad.troubles.map(({ field }) => field).toSorted()).toEqual([
      'body',
      'closes-on',
      'meeting-on',
      'subjects',
      'title',
    ])
    const draft = await made()
    const edit = (title: string, revision: number) =>
      saveReferral(noon(), planner(), year.code, { referralId: draft.id }, given({ title }), revision)
    expect(ok(await edit('甲の題', 1))).toMatchObject({ saved: { title: '甲の題', revision: 2 } })
    expect(ok(await edit('乙の題', 1))).toMatchObject({ meanwhile: { title: '甲の題' } })
    expect(kindOf(await stepReferral(noon(), planner(), year.code, draft.id, 'release', { revision: 1 }))).toBe(
      'committee.changed-meanwhile',
    )
    expect(kindOf(await removeReferral(noon(), planner(), year.code, draft.id))).toBe('')
    expect(kindOf(await removeReferral(noon(), planner(), year.code, draft.id))).toBe('committee.absent')
    expect(kindOf(await newReferralForm(noon(), reviewer(), year.code, undefined))).toBe('not-permitted')
  })

  test('待っているもの：委員には意見、企画課には締切と対応。締切の前に一度ずつ知らせる', async () => {
    const open = await released({ title: '待つ付議', closesOn: '2026-05-12' })
    const waits = async (person: Person, day: string) =>
      (await waitingFor(at(year.app, `${day}T12:00:00`), person, year.code))
        .filter(({ title }) => title === '待つ付議')
        .map(({ kind, count, left }) => [kind, count, left])
    expect(await waits(reviewer(), '2026-05-11')).toEqual([['opinion', 1, 1]])
    expect(await waits(planner(), '2026-05-11')).toEqual([])
    expect(await waits(planner(), '2026-05-13')).toEqual([['referral-close', null, -1]])
    const told = async () =>
      (await year.app.store.read(year.code, (tx) => tx.notices.ofCity({ limit: 500 }))).filter(
        ({ kind, params }) => kind === 'referral-closing' && params.referral === open.id,
      ).length
    const morning = new Date('2026-05-11T09:00:00+09:00')
    await tellDue(year.app, morning)
    await tellDue(year.app, morning)
    expect(await told()).toBe(1)
    ok(await give(reviewer(), open, [box('plan', '一つ')]))
    await moved(open, 'close')
    expect(await waits(planner(), '2026-05-13')).toEqual([['opinion-answers', 1, null]])
  })
})

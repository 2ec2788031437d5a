import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { inPlanOrder, opinionProgress, placeInWords, placeOfOpinion, visibleOpinions } from './opinions.ts'
import { givenOfReferral, readReferral } from './read-referral.ts'
import type { Opinion, Referral } from './referral.ts'
import { nextSteps, stepped } from './referral-flow.ts'
import { looseReferred, opinionPlaces, referredGoals } from './referred.ts'
import { subjectIn, subjectKey } from './subject-key.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const node = (n: number, parent: number | null, level: string, number: string | null, title: string): PlanNode => ({
  id: id(n),
  parent: parent === null ? null : id(parent),
  level,
  number,
  title,
  text: null,
  place: { line: n },
})
const indicator = (n: number, name: string, on: number | null, rest: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator({ target: '10件', actual: '8件' }),
  id: id(n),
  name,
  node: on === null ? null : id(on),
  ...rest,
})

/** 小千谷市のように、同じ基本目標が「全体目標」と「個別目標」に二度出る計画。 */
const content = {
  ...emptyContent,
  nodes: [
    node(1, null, '目標', null, '全体目標'),
    node(2, 1, '基本目標', '1', 'しごと'),
    node(3, null, '目標', null, '個別目標'),
    node(4, 3, '基本目標', '1', 'しごと'),
    node(5, 4, '施策', null, '起業の支援'),
    node(6, 4, '施策', null, '就労の支援'),
    node(7, 3, '基本目標', '2', 'ひと'),
    node(8, 7, '施策', null, '移住の支援'),
  ],
  indicators: [
    indicator(11, '創業件数', 2),
    indicator(12, '相談件数', 5),
    indicator(13, '移住者数', 8),
    indicator(14, '創業件数（再掲）', 8, { repeatOf: id(11) }),
    indicator(15, '人口', null),
  ],
}

const about = (kind: 'node' | 'indicator', n: number) => ({ kind, id: id(n) }) as const
const opinion = (subject: Opinion['subject'], at: string, memberId: string | null = null): Opinion => ({
  id: at,
  referralId: 'r',
  subject,
  memberId,
  memberName: '委員',
  text: '意見',
  grade: null,
  revision: 1,
  at,
  by: '委員',
})

describe('付議したもの', () => {
  test('何も選ばなければすべて。再掲は元のところにだけ、目標は二度出ても一つ', () => {
    const goals = referredGoals(content, [])
    expect(
      goals.map(({ key, measures }) => [key, measures.map((each) => [each.node.title, each.indicators.length])]),
    ).toEqual([
      [
        '1',
        [
          ['しごと', 1],
          ['起業の支援', 1],
          ['就労の支援', 0],
        ],
      ],
      ['2', [['移住の支援', 1]]],
    ])
    expect(looseReferred(content, []).map(({ name }) => name)).toEqual(['人口'])
  })

  test('目標を選べばその下のすべて、指標を選べばその指標だけ', () => {
    const titles = (subjects: readonly ReturnType<typeof about>[]) =>
      referredGoals(content, subjects).flatMap(({ measures }) => measures.map((each) => each.node.title))
    expect(titles([about('node', 4)])).toEqual(['起業の支援', '就労の支援'])
    expect(titles([about('indicator', 13)])).toEqual(['移住の支援'])
    expect(looseReferred(content, [about('node', 4)])).toEqual([])
    expect(opinionPlaces(content, [about('indicator', 13)]).has(subjectKey(about('indicator', 12)))).toBe(false)
    expect(opinionPlaces(content, [about('indicator', 13)]).has('plan')).toBe(true)
  })

  test('短い名は行って戻る。読めない名は受けない', () => {
    expect(subjectIn(subjectKey(about('node', 4)))).toEqual(about('node', 4))
    for (const bad of ['plan', 'node:1', `goal:${id(1)}`, '']) expect(subjectIn(bad)).toBeUndefined()
  })
})

describe('意見', () => {
  test('指標への意見も、その施策への意見として数える。数値目標と全体への意見は数えない', () => {
    const goals = referredGoals(content, [])
    expect(opinionProgress(goals, [])).toEqual({ of: 3, count: 0 })
    const said = [about('indicator', 12), about('indicator', 11), null].map((subject) => ({ subject }))
    expect(opinionProgress(goals, said)).toEqual({ of: 3, count: 1 })
  })

  test('該当箇所は基本目標から言う。計画から消えたものは undefined', () => {
    expect(placeInWords(placeOfOpinion(content, about('indicator', 12)))).toBe('基本目標1 しごと／起業の支援／相談件数')
    expect(placeOfOpinion(content, about('node', 2))).toEqual({ goal: '基本目標1 しごと', below: [] })
    expect(placeOfOpinion(content, about('indicator', 15))).toEqual({ goal: null, below: ['人口'] })
    expect(placeOfOpinion(content, null)).toBeNull()
    expect(placeOfOpinion(content, about('node', 99))).toBeUndefined()
  })

  test('並びは、全体、計画の順、消えたもの。同じところでは言われた順', () => {
    const given = [
      opinion(about('node', 99), '1'),
      opinion(about('indicator', 13), '3'),
      opinion(about('indicator', 13), '2'),
      opinion(about('node', 5), '4'),
      opinion(null, '5'),
    ]
    expect(inPlanOrder(content, given).map((each) => each.id)).toEqual(['5', '4', '2', '3', '1'])
  })

  test('締め切るまでは自分の意見だけ。名のない人には何も見えない', () => {
    const all = [opinion(null, '1', 'a'), opinion(null, '2', 'b'), opinion(null, '3')]
    const seen = (status: Referral['status'], memberId: string | null, manages = false) =>
      visibleOpinions(all, { status }, { memberId, manages }).map((each) => each.id)
    expect(seen('released', 'a')).toEqual(['1'])
    expect(seen('released', null)).toEqual([])
    expect(seen('released', null, true)).toEqual(['1', '2', '3'])
    expect(seen('closed', 'a')).toEqual(['1', '2', '3'])
  })
})

const referral: Referral = {
  id: id(20),
  editionId: id(21),
  year: 2023,
  title: '第1回',
  body: '推進会議',
  meetingOn: null,
  closesOn: '2026-05-20',
  guidance: '',
  subjects: [about('node', 4)],
  status: 'draft',
  releasedAt: null,
  closedAt: null,
  revision: 1,
}

describe('付議の流れ', () => {
  test('見せる、締め切る、わけを言って開け直す。ほかの順では進まない', () => {
    expect(nextSteps(referral)).toEqual(['release'])
    const open = stepped(referral, 'release', '', '2026-05-01T00:00:00Z')
    expect(open).toMatchObject({ ok: true, value: { status: 'released', releasedAt: '2026-05-01T00:00:00Z' } })
    expect(stepped(referral, 'close', '', 'x')).toMatchObject({ problem: { kind: 'committee.already-draft' } })
    const closed = { ...referral, status: 'closed', releasedAt: 'a', closedAt: 'b' } as const
    expect(stepped(closed, 'reopen', '', 'x')).toMatchObject({ problem: { kind: 'committee.reason-missing' } })
    expect(stepped(closed, 'reopen', 'あ'.repeat(1001), 'x')).toMatchObject({
      problem: { kind: 'committee.reason-long' },
    })
    expect(stepped(closed, 'reopen', '差し替え', 'x')).toEqual({
      ok: true,
      value: { status: 'released', releasedAt: 'a', closedAt: null },
    })
  })

  test('欄に戻して読むと、同じ中身になる。過ぎた締切は、変えないなら断らない', () => {
    const { content: read, troubles } = readReferral(givenOfReferral(referral), '2026-06-01', referral)
    expect(troubles).toEqual([])
    expect(read).toEqual({
      title: '第1回',
      body: '推進会議',
      year: 2023,
      meetingOn: null,
      closesOn: '2026-05-20',
      guidance: '',
      subjects: [about('node', 4)],
    })
    expect(readReferral(givenOfReferral(referral), '2026-06-01').troubles.map(({ field }) => field)).toEqual([
      'closes-on',
    ])
  })
})

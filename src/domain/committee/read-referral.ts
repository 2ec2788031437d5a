import type { Subject } from '#domain/evaluation/evaluation.ts'
import type { Problem } from '#domain/problem.ts'
import { readDay } from '#domain/year/calendar.ts'
import type { Referral } from './referral.ts'
import { subjectIn, subjectKey } from './subject-key.ts'

/** 付議の頁に打たれたまま。読めなくても、このまま頁に戻す。 */
export type ReferralGiven = {
  readonly title: string
  readonly body: string
  readonly year: string
  readonly meetingOn: string
  readonly closesOn: string
  readonly guidance: string
  /** 見せるものを選ぶか。選ばなければ、計画のすべて。 */
  readonly chooses: boolean
  /** 選んだもの（`node:…`・`indicator:…`）。 */
  readonly subjects: readonly string[]
}

export type ReferralField = 'title' | 'body' | 'year' | 'meeting-on' | 'closes-on' | 'guidance' | 'subjects'

/** 直すところ。どの欄のことか。 */
export type ReferralTrouble = { readonly field: ReferralField; readonly problem: Problem }

/** 読めた付議の中身。 */
export type ReferralContent = Pick<
  Referral,
  'title' | 'body' | 'year' | 'meetingOn' | 'closesOn' | 'guidance' | 'subjects'
>

export type ReferralRead = { readonly content: ReferralContent; readonly troubles: readonly ReferralTrouble[] }

const longest = { title: 100, body: 60, guidance: 4000 } as const

/**
 * 打たれた付議を読む。直すところは troubles に並べ、content にはできるところまで入れる。
 * `before` は、直している付議（変えない締切は、過ぎていてもよい）。
 */
export const readReferral = (
  given: ReferralGiven,
  today: string,
  before?: Pick<Referral, 'closesOn'>,
): ReferralRead => {
  const meeting = dayOf(given.meetingOn)
  const closes = dayOf(given.closesOn)
  const subjects = given.chooses ? subjectsOf(given.subjects) : []
  const year = Number(given.year)
  const content: ReferralContent = {
    title: given.title.trim(),
    body: given.body.trim(),
    year: Number.isInteger(year) ? year : 0,
    meetingOn: meeting ?? null,
    closesOn: closes ?? null,
    guidance: given.guidance.trim(),
    subjects,
  }
  return {
    content,
    troubles: [
      ...missing(content),
      ...tooLong(content),
      ...(content.year < 1900 || content.year > 2999 ? [trouble('year', 'committee.year-unreadable')] : []),
      ...(meeting === undefined ? [trouble('meeting-on', 'committee.day-unreadable')] : []),
      ...(closes === undefined ? [trouble('closes-on', 'committee.day-unreadable')] : []),
      ...(closes && closes < today && closes !== before?.closesOn
        ? [trouble('closes-on', 'committee.closes-past', { day: `@day-${closes}` })]
        : []),
      ...(given.chooses && subjects.length === 0 ? [trouble('subjects', 'committee.subjects-missing')] : []),
    ],
  }
}

const trouble = (field: ReferralField, code: string, params: Problem['params'] = {}): ReferralTrouble => ({
  field,
  problem: { kind: code, code, params },
})

const missing = ({ title, body }: ReferralContent): readonly ReferralTrouble[] => [
  ...(title === '' ? [trouble('title', 'committee.title-missing')] : []),
  ...(body === '' ? [trouble('body', 'committee.body-missing')] : []),
]

const tooLong = (content: ReferralContent): readonly ReferralTrouble[] =>
  (['title', 'body', 'guidance'] as const)
    .filter((field) => content[field].length > longest[field])
    .map((field) => trouble(field, 'committee.field-long', { limit: longest[field], count: content[field].length }))

/** 日。空なら null、読めなければ undefined。 */
const dayOf = (typed: string): string | null | undefined => (typed.trim() === '' ? null : readDay(typed))

const subjectsOf = (keys: readonly string[]): readonly Subject[] =>
  [...new Set(keys)].flatMap((key) => subjectIn(key) ?? [])

/** 付議を、頁の欄に。 */
export const givenOfReferral = (referral: ReferralContent): ReferralGiven => ({
  title: referral.title,
  body: referral.body,
  year: String(referral.year),
  meetingOn: referral.meetingOn ?? '',
  closesOn: referral.closesOn ?? '',
  guidance: referral.guidance,
  chooses: referral.subjects.length > 0,
  subjects: referral.subjects.map((each) => subjectKey(each)),
})

import { unanswered, visibleOpinions } from '#domain/committee/opinions.ts'
import { givenOfReferral, type ReferralGiven } from '#domain/committee/read-referral.ts'
import type { Referral } from '#domain/committee/referral.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { currentEditions } from '#domain/plan/current-edition.ts'
import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import { actualYears } from '#domain/plan/outline.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'

/** 付議の一覧の一行。`opinions` は見てよい意見の数、`waiting` は対応を待っている数（企画課にだけ）。 */
export type ReferralLine = {
  readonly referral: Referral
  readonly plan: string
  readonly opinions: number
  readonly waiting: number
}

export type ReferralsView = {
  readonly municipality: Municipality
  readonly lines: readonly ReferralLine[]
  readonly manages: boolean
  /** 付議できる計画。 */
  readonly editions: readonly EditionHeading[]
  readonly today: string
}

/** 付議の一覧。準備中のものは企画課にだけ。断る符号: `not-permitted`。 */
export const referralsView = async (app: App, person: Person, code: string): Promise<Result<ReferralsView>> => {
  const allowed = permitted(person, 'referral-read')
  if (!allowed.ok) return allowed
  const manages = permits(person, 'referral-manage')
  return app.store.read(
    code,
    async (tx) => {
      const headings = await tx.editions.headings()
      const lines: ReferralLine[] = []
      for (const referral of await tx.referrals.list()) {
        if (referral.status === 'draft' && !manages) continue
        const opinions = await tx.opinions.of(referral.id)
        const answers = await tx.opinions.answers(referral.id)
        lines.push({
          referral,
          plan: headings.find(({ id }) => id === referral.editionId)?.title ?? '',
          opinions: visibleOpinions(opinions, referral, { memberId: person.id, manages }).length,
          waiting: manages && referral.status === 'closed' ? unanswered(opinions, answers).length : 0,
        })
      }
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        lines,
        manages,
        editions: currentEditions(headings),
        today: dayInJapan(app.now()),
      })
    },
    reachOf(person),
  )
}

/** 付議を作る・直す頁に要るもの。 */
export type ReferralForm = {
  readonly municipality: Municipality
  readonly edition: Edition
  /** 直している付議（新しければ null）。 */
  readonly referral: Referral | null
  readonly given: ReferralGiven
  /** 実績のある年度。新しい順。 */
  readonly years: readonly number[]
  readonly editions: readonly EditionHeading[]
  readonly today: string
}

/** 付議を作る頁。計画を言わなければ、いちばん新しい期のもの。断る符号: `committee.no-plan`・`committee.edition-absent`。 */
export const newReferralForm = (app: App, person: Person, code: string, editionId: string | undefined) =>
  formIn(app, person, code, null, editionId)

/** 付議を直す頁。断る符号: `committee.absent`・`committee.edition-absent`。 */
export const editReferralForm = (app: App, person: Person, code: string, referralId: string) =>
  formIn(app, person, code, referralId, undefined)

const formIn = async (
  app: App,
  person: Person,
  code: string,
  referralId: string | null,
  editionId: string | undefined,
): Promise<Result<ReferralForm>> => {
  const allowed = permitted(person, 'referral-manage')
  if (!allowed.ok) return allowed
  return app.store.read(code, async (tx): Promise<Result<ReferralForm>> => {
    const all = await tx.referrals.list()
    const referral = referralId === null ? null : all.find(({ id }) => id === referralId)
    if (referral === undefined) return refused('committee.absent')
    const editions = currentEditions(await tx.editions.headings())
    const wanted = referral?.editionId ?? editionId ?? newest(editions)?.id
    if (wanted === undefined) return refused('committee.no-plan')
    const edition = await tx.editions.get(wanted)
    if (!edition) return refused('committee.edition-absent')
    const years = actualYears(edition.content).toReversed()
    return done({
      municipality: edition.municipality,
      edition,
      referral,
      given: referral ? givenOfReferral(referral) : usual(years[0], all[0]),
      years,
      editions,
      today: dayInJapan(app.now()),
    })
  })
}

const newest = (editions: readonly EditionHeading[]): EditionHeading | undefined =>
  editions.toSorted((a, b) => (b.lastYear ?? 0) - (a.lastYear ?? 0))[0]

/** 新しい付議の初めの欄。会議の名と案内は、前の付議から写す。 */
const usual = (year: number | undefined, earlier: Referral | undefined): ReferralGiven => ({
  title: '',
  body: earlier?.body ?? '',
  year: year === undefined ? '' : String(year),
  meetingOn: '',
  closesOn: '',
  guidance: earlier?.guidance ?? '',
  chooses: false,
  subjects: [],
})

import { inPlanOrder, type OpinionPlace, placeOfOpinion, unanswered } from '#domain/committee/opinions.ts'
import type { Opinion, OpinionAnswer } from '#domain/committee/referral.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { permitted } from '../people/acting-person.ts'
import { isFromPaper } from './referral-at.ts'
import { type ReferralView, referralView } from './referral-view.ts'

/** 意見一つと、該当箇所・対応。`place` は全体なら null、いまの計画になければ undefined。 */
export type OpinionLine = {
  readonly opinion: Opinion
  readonly place: OpinionPlace | null | undefined
  readonly answer: OpinionAnswer | null
  /** 企画課が紙から入れたもの（直せる）。 */
  readonly paper: boolean
}

export type OpinionsView = ReferralView & {
  /** 計画に出てくる順。 */
  readonly lines: readonly OpinionLine[]
  /** 対応を書いていない意見の数。 */
  readonly left: number
}

/** 意見と対応の一覧。見てよい意見だけ。断る符号は `referralView` と同じ。 */
export const opinionsView = async (
  app: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<OpinionsView>> => {
  const view = await referralView(app, person, code, id)
  if (!view.ok) return view
  const { edition, opinions, answers } = view.value
  const answerOf = new Map(answers.map((answer) => [answer.opinionId, answer]))
  return done({
    ...view.value,
    lines: inPlanOrder(edition.content, opinions).map((opinion) => ({
      opinion,
      place: placeOfOpinion(edition.content, opinion.subject),
      answer: answerOf.get(opinion.id) ?? null,
      paper: isFromPaper(opinion),
    })),
    left: unanswered(opinions, answers).length,
  })
}

/** 対応を書く頁に要るもの。断る符号: `not-permitted` ほか `referralView` のもの。 */
export const answersView = async (
  app: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<OpinionsView>> => {
  const allowed = permitted(person, 'opinion-answer')
  return allowed.ok ? opinionsView(app, person, code, id) : allowed
}

/** 紙の意見を入れる頁に要るもの。断る符号: `not-permitted` ほか `referralView` のもの。 */
export const paperView = async (app: App, person: Person, code: string, id: string): Promise<Result<OpinionsView>> => {
  const allowed = permitted(person, 'referral-manage')
  return allowed.ok ? opinionsView(app, person, code, id) : allowed
}

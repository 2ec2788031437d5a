import { isAnswerKind, longestOpinion } from '#domain/committee/opinions.ts'
import type { Opinion, OpinionAnswer } from '#domain/committee/referral.ts'
import { isValidOn } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 対応の欄に打たれたまま。`revision` は見ていた対応の版数（まだなければ 0）。 */
export type AnswerGiven = {
  readonly opinionId: string
  readonly revision: number
  readonly kind: string
  readonly text: string
  readonly departmentId: string
}

/** 書いた対応か、直すところか、見ていたあいだにほかの人が書いた対応（何も書いていない）。 */
export type AnswerSaved =
  | { readonly saved: OpinionAnswer; readonly opinion: Opinion }
  | { readonly problem: Problem; readonly now: OpinionAnswer | null }

/**
 * 意見への対応を書く。意見を締め切ってから（開いているあいだは、意見がまだ変わる）。
 * 断る符号: `committee.absent`・`committee.opinion-gone`・`committee.not-closed`。
 */
export const answerOpinion = async (
  app: App,
  person: Person,
  code: string,
  referralId: string,
  given: AnswerGiven,
): Promise<Result<AnswerSaved>> => {
  const allowed = permitted(person, 'opinion-answer')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<AnswerSaved>> => {
    const referral = await tx.referrals.get(referralId)
    if (!referral) return refused('committee.absent')
    if (referral.status !== 'closed') return refused('committee.not-closed')
    const opinion = await tx.opinions.get(given.opinionId)
    if (!opinion || opinion.referralId !== referralId) return refused('committee.opinion-gone')
    const now = (await tx.opinions.answers(referralId)).find(({ opinionId }) => opinionId === opinion.id) ?? null
    const { kind } = given
    const text = storable(given.text.trim())
    const left = (why: string, params: Problem['params'] = {}): Result<AnswerSaved> =>
      done({ problem: { kind: why, code: why, params }, now })
    if (!isAnswerKind(kind)) return left('committee.kind-missing')
    if (text === '') return left('committee.answer-empty')
    if (text.length > longestOpinion)
      return left('committee.opinion-long', { limit: longestOpinion, count: text.length })
    const today = dayInJapan(app.now())
    const departmentId = given.departmentId === '' ? null : given.departmentId
    const unit = (await tx.organisation.units()).find(({ id }) => id === departmentId)
    const kept = now?.departmentId === departmentId
    if (departmentId !== null && !kept && !(unit && isValidOn(unit, today))) return left('committee.department-gone')
    if ((now?.revision ?? 0) !== given.revision)
      return left('committee.answer-meanwhile', { by: now?.by ?? '―', at: now?.at ?? '' })
    return done({ saved: await tx.opinions.answer(opinion, { kind, text, departmentId }), opinion })
  })
}

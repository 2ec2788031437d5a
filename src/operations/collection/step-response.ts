import { blockedBy, type FlowStep, responseFlow, stateAfter } from '#domain/collection/flow.ts'
import type { Response } from '#domain/collection/response.ts'
import { isSameStepAgain } from '#domain/collection/steps-taken.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { acceptedIntoPlan } from './accepted-into-plan.ts'
import { checksOf, type FlowFacts, flowFacts, longestReason, type StepGiven } from './flow-facts.ts'
import { blockedProblem, movedMeanwhile } from './flow-problems.ts'
import { readinessIn } from './readiness.ts'
import { tellStep } from './tell-step.ts'

/** 進める人が見ていた回答の revision と、添えたわけ・課長の名。 */
export type StepAsked = StepGiven & { readonly revision: number }

/**
 * 回答を一歩進める（提出・取り下げ・確認・代決・後閲・受理・差戻し）。進めてよいかは、権限の表と流れの表が決める。
 * 同じ人の二度押しは一歩で、二度目にも今の回答を返す。ほかの人が先に進めていれば `flow.moved-meanwhile`。
 * 受理では、答えが計画の値になり、実績の版が付く。知らせも監査記録も、みな一つの取引で。
 */
export const stepResponse = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
  step: FlowStep,
  asked: StepAsked,
): Promise<Result<Response>> => {
  const given = tidied(asked)
  if ((given.reason ?? '').length > longestReason) return refused('flow.reason-too-long', { limit: longestReason })
  return app.store.write(code, actAs(app, person), async (tx) => {
    const moved = await stepIn(tx, person, responseId, step, { ...given, revision: asked.revision }, today(app))
    if (moved.ok && moved.value.accepted) await acceptedIntoPlan(tx, [moved.value.accepted])
    return moved.ok ? done(moved.value.response) : moved
  })
}

export const today = ({ now }: App): string => dayInJapan(now())

/** 進んだ回答。`accepted` は、いま受理して、これから計画に入れるもの。 */
export type Stepped = { readonly response: Response; readonly accepted?: FlowFacts }

/**
 * 取引の中で一歩進める。いくつもの回答を一度に受理するときも、一つずつここを通る。
 * 受理したものを計画に入れるのは呼び手（`acceptedIntoPlan`、同じ取引の中で）。
 */
export const stepIn = async (
  tx: WriteTransaction,
  person: Person,
  responseId: string,
  step: FlowStep,
  asked: StepAsked,
  day: string,
): Promise<Result<Stepped>> => {
  const facts = await flowFacts(tx, responseId, day)
  if (!facts) return refused('flow.absent')
  const { response } = facts
  const allowed = permitted(person, responseFlow[step].act, response.departmentId)
  if (!allowed.ok) return allowed
  if (response.revision !== asked.revision) return meanwhile(facts, step, asked.revision, storable(person.name))
  const ready = step === 'submit' ? await readinessIn(tx, facts) : undefined
  const blocked = blockedBy(step, response.state, checksOf(facts, person, asked, ready))
  if (blocked.length > 0) return { ok: false, problem: blockedProblem(step, response, blocked) }
  const moved = await moveOn(tx, step, facts, asked)
  if (!moved) return movedMeanwhile(response)
  return done({ response: moved, ...(step === 'accept' && { accepted: facts }) })
}

const tidied = ({ reason, headName }: StepGiven): StepGiven => ({
  reason: storable((reason ?? '').trim()) || null,
  headName: storable((headName ?? '').trim()).slice(0, 60) || null,
})

/** 見ていたものから変わっていた。同じ人の二度押しなら今の回答を、そうでなければ、だれが先に進めたかを。 */
const meanwhile = ({ response, steps }: FlowFacts, step: FlowStep, revision: number, by: string): Result<Stepped> =>
  isSameStepAgain(steps, { revision, now: response.revision, step, by }) ? done({ response }) : movedMeanwhile(response)

const moveOn = async (
  tx: WriteTransaction,
  step: FlowStep,
  facts: FlowFacts,
  { reason = null, headName = null }: StepGiven,
): Promise<Response | undefined> => {
  const to = stateAfter(step, facts.response.state)
  const onBehalfOf = step === 'approve-for' ? headName : null
  const moved = await tx.responses.move(facts.response, { step, to, reason, onBehalfOf })
  if (moved) await tellStep(tx, step, facts, reason)
  return moved
}

import { isUnsubmitted } from '#domain/collection/due.ts'
import type { ResponseItem } from '#domain/collection/response.ts'
import type { DepartmentPlan } from '#domain/collection/round-plan.ts'
import type { Person } from '#domain/people/person.ts'
import { type LineMember, mates } from '#domain/plan/indicator-line.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { openFor } from './open-round.ts'
import { planIn } from './round-facts.ts'

/** 足した項目の数と、もう出したので足さなかった課の名。 */
export type LateItems = { readonly added: number; readonly submitted: readonly string[] }

/**
 * 開いたあとに担当の決まった指標を、その課の回答に足す。もう尋ねてあるものには触らない。
 * 提出した課には足さない（知らないうちに欠けた提出になるので、差し戻してから足す）。
 */
export const addLateItems = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
): Promise<Result<LateItems>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<LateItems>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status !== 'open') return refused('rounds.not-open')
    const plan = await planIn(tx, round, dayInJapan(app.now()))
    const items = await tx.responses.itemsOfRound(roundId)
    const late = latePlans(plan.departments, items, await tx.lines.members())
    const responses = new Map((await tx.responses.ofRound(roundId)).map((each) => [each.departmentId, each]))
    const submitted: string[] = []
    let added = 0
    for (const department of late) {
      const response = responses.get(department.unit.id)
      if (response && !isUnsubmitted(response.state)) {
        submitted.push(department.unit.name)
        continue
      }
      if (response) await tx.responses.addLate(response, atTheEnd(app, department, items, response.id))
      else await openFor(app, tx, round, department)
      added += department.items.length
    }
    if (added > 0) await tx.rounds.step(roundId, 'added')
    return done({ added, submitted })
  })
}

/** まだだれにも尋ねていない項目（同じ系統の指標で尋ねたものも除く）だけの、課の計画。 */
const latePlans = (
  plans: readonly DepartmentPlan[],
  items: readonly ResponseItem[],
  lines: readonly LineMember[],
): readonly DepartmentPlan[] => {
  const asked = new Set(items.flatMap(({ subjectId }) => mates(lines, subjectId)))
  return plans
    .map((plan) => ({ ...plan, items: plan.items.filter(({ subjectId }) => !asked.has(subjectId)) }))
    .filter((plan) => plan.items.length > 0)
}

/** 足した項目は、その課の並びの終わりに置く。 */
const atTheEnd = (
  { newId }: App,
  { items }: DepartmentPlan,
  known: readonly ResponseItem[],
  responseId: string,
): Parameters<WriteTransaction['responses']['addLate']>[1] => {
  const last = Math.max(-1, ...known.filter((each) => each.responseId === responseId).map(({ ordinal }) => ordinal))
  return items.map((item, n) => ({ ...item, id: newId(), ordinal: last + 1 + n }))
}

import type { CollectionRound } from '#domain/collection/round.ts'
import { deadlineTroubles } from '#domain/collection/round-check.ts'
import type { DepartmentPlan, RoundPlan } from '#domain/collection/round-plan.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { planIn } from './round-facts.ts'

/** 開くとき。despiteOwnerless は、担当のいない指標と人のいない課を承知のうえ。revision は、見ていた照会の版数。 */
export type Opening = { readonly despiteOwnerless: boolean; readonly revision?: number }

/**
 * 照会を開き、課ごとの回答と項目を作り、課に知らせる（一つの取引で）。もう開いていれば、そのまま返す（二度押しは一度）。
 * 断る符号: `rounds.absent`・`rounds.is-closed`・`rounds.changed-meanwhile` と `whyNotOpen` のもの。
 */
export const openRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  { despiteOwnerless, revision }: Opening,
): Promise<Result<CollectionRound>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<CollectionRound>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status === 'open') return done(round)
    if (round.status === 'closed') return refused('rounds.is-closed')
    if (revision !== undefined && revision !== round.revision) return refused('rounds.changed-meanwhile')
    const plan = await planIn(tx, round, today)
    const why = whyNotOpen(round, plan, today) ?? whyIncomplete(plan, despiteOwnerless)
    return why ? { ok: false, problem: why } : done(await openIn(app, tx, round, plan))
  })
}

/** 開けないわけ。計画がない、課がない、締切が過ぎている。 */
export const whyNotOpen = (round: CollectionRound, plan: RoundPlan, today: string): Problem | undefined => {
  const [late] = deadlineTroubles(round.deadlines, today)
  if (late) return late.problem
  const asked = plan.departments.length + plan.ownerless.length
  if (asked === 0) return problem('rounds.nothing-to-ask')
  return plan.departments.length === 0 ? problem('rounds.no-departments', { count: plan.ownerless.length }) : undefined
}

/** 欠けたまま開くことになるわけ。承知のうえ（`despite`）なら、なし。 */
export const whyIncomplete = ({ ownerless, withoutPeople }: RoundPlan, despite: boolean): Problem | undefined =>
  despite || ownerless.length + withoutPeople.length === 0
    ? undefined
    : problem('rounds.incomplete', { ownerless: ownerless.length, departments: withoutPeople.length })

const problem = (code: string, params: Problem['params'] = {}): Problem => ({ kind: code, code, params })

/** 取引の中で開く。 */
export const openIn = async (
  app: App,
  tx: WriteTransaction,
  round: CollectionRound,
  plan: RoundPlan,
): Promise<CollectionRound> => {
  const opened = await tx.rounds.put({ ...round, status: 'open', openedAt: app.now().toISOString() })
  await tx.rounds.step(round.id, 'opened')
  for (const department of plan.departments) await openFor(app, tx, opened, department)
  return opened
}

/** 課一つの回答を作り、知らせる。 */
export const openFor = async (
  { newId }: App,
  tx: WriteTransaction,
  round: CollectionRound,
  { unit, items }: Pick<DepartmentPlan, 'unit' | 'items'>,
): Promise<void> => {
  const id = newId()
  await tx.responses.open(
    { id, roundId: round.id, departmentId: unit.id },
    items.map((item) => ({ ...item, id: newId() })),
  )
  await tx.notices.tell({
    kind: 'round-opened',
    departmentId: unit.id,
    roundId: round.id,
    responseId: id,
    params: { date: round.deadlines.enter },
  })
}

import { blockedBy, type FlowStep, responseFlow } from '#domain/collection/flow.ts'
import type { ResponseStep } from '#domain/collection/response.ts'
import { type ReviewQueue, reviewQueue } from '#domain/collection/review-queue.ts'
import { headsOf, isAbsentOn } from '#domain/collection/stand-in.ts'
import { lastReturn, standInAmong } from '#domain/collection/steps-taken.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { type EditionSource, type EntryRow, type EntryView, entryView } from './entry-view.ts'
import { checksOf, flowFacts } from './flow-facts.ts'
import { blockedProblem } from './flow-problems.ts'

/** いまこの人が進められる一歩。進められないときは、足りないもののことば。 */
export type StepChoice = { readonly step: ReviewStep; readonly blocked: Problem | null }

/** 確認の頁で進める一歩（入力と提出は、入力の頁で）。 */
const reviewSteps = [
  'approve',
  'approve-for',
  'note-seen',
  'accept',
  'return-by-head',
  'return-by-planner',
  'withdraw',
] as const satisfies readonly FlowStep[]
export type ReviewStep = (typeof reviewSteps)[number]

/** 確認と受理の頁に要るもの。 */
export type ReviewView = {
  readonly entry: EntryView
  readonly choices: readonly StepChoice[]
  /** 代決のとき名を挙げる課長。absent は、きょう不在の人。 */
  readonly heads: readonly { readonly name: string; readonly absent: boolean }[]
  /** いちばん近い差戻し。そのあとに変わった欄は `changed`（項目の id と欄）。 */
  readonly returned: ResponseStep | null
  readonly changed: ReadonlySet<string>
  readonly standIn: { readonly approved: ResponseStep; readonly seen: ResponseStep | undefined } | null
  readonly queue: ReviewQueue
  /** この照会の回答の id → 課の名。 */
  readonly departments: ReadonlyMap<string, string>
}

/** 確認と受理の頁。断る符号: `entry-absent`・`not-permitted`。 */
export const reviewView = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
  editionOf?: EditionSource,
): Promise<Result<ReviewView>> => {
  const entry = await entryView(app, person, code, responseId, editionOf)
  if (!entry.ok) return entry
  const { response, rows, steps, today, complete, questionsAnswered } = entry.value
  const { facts, responses } = await app.store.read(
    code,
    async (tx) => ({
      facts: await flowFacts(tx, responseId, today),
      responses: await tx.responses.ofRound(response.roundId),
    }),
    reachOf(person),
  )
  const returned = lastReturn(steps) ?? null
  const heads = facts ? headsOf(facts.members, facts.units, response.departmentId, today) : []
  // わけと課長の名はこれから書くものなので、あるものとして見る。課長その人には、代決を並べない。
  const checks = facts ? checksOf(facts, person, { reason: 'x', headName: 'x' }, { complete, questionsAnswered }) : {}
  return done({
    entry: entry.value,
    choices: facts
      ? reviewSteps
          .filter((step) => step !== 'approve-for' || !heads.some(({ id }) => id === person.id))
          .flatMap((step) => choice(step, facts, person, checks))
      : [],
    departments: new Map(
      responses.map(({ id, departmentId }) => [id, facts?.units.find((unit) => unit.id === departmentId)?.name ?? '']),
    ),
    heads: heads.map((head) => ({ name: head.name, absent: isAbsentOn(head, today) })),
    returned,
    changed: new Set(returned ? rows.flatMap((row) => changedSince(row, returned.at)) : []),
    standIn: standInAmong(steps) ?? null,
    queue: reviewQueue(person, facts?.round ?? entry.value.round, responses, facts?.units ?? [], responseId),
  })
}

const choice = (
  step: ReviewStep,
  { response }: Parameters<typeof checksOf>[0],
  person: Person,
  checks: ReturnType<typeof checksOf>,
): readonly StepChoice[] => {
  if (!permits(person, responseFlow[step].act, response.departmentId)) return []
  const blocks = blockedBy(step, response.state, checks)
  if (blocks.includes('wrong-state')) return []
  if (blocks.some((block) => quiet.includes(block))) return []
  return [{ step, blocked: blocks.length > 0 ? blockedProblem(step, response, blocks) : null }]
}

/** 満たさなくても、わけを言うまでもないもの。 */
const quiet: readonly string[] = ['approved-for-head', 'not-yet-seen', 'approval-asked', 'stand-in-allowed']

const changedSince = ({ answers }: EntryRow, since: string): readonly string[] =>
  answers.filter(({ at }) => at > since).map(({ itemId, field }) => `${itemId} ${field}`)

import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import type { Proposal } from '#domain/revision/proposals.ts'
import type { ProposalDecision } from '#domain/revision/revision.ts'
import type { Typed } from '#domain/revision/typed-entry.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { type AtRevision, inRevision } from './at-revision.ts'
import { type ChangeOutcome, changeEntry, reasonProblem } from './change-revision.ts'
import { gradingAt } from './grading-at.ts'

/** 案への決め。`typed` は、いっしょに直す目標など。`seen` は、見ていた決めの版数（まだなければ 0）。 */
export type DecisionGiven = {
  readonly indicatorId: string
  readonly decision: ProposalDecision['decision']
  readonly reason: string
  readonly typed: Typed
  readonly shown: Typed
  readonly seen: number
  readonly confirmed: boolean
}

/** 決めたあと、つぎにすること。stay 次の案へ、edit 指標を直す、replace 代わりの指標を入れる。 */
export type DecideOutcome =
  | Exclude<ChangeOutcome, { kind: 'changed' }>
  | { readonly kind: 'decided'; readonly next: 'stay' | 'edit' | 'replace' }
  | { readonly kind: 'decided-meanwhile'; readonly theirs: ProposalDecision }

/**
 * 見直しの案に決めを付ける。受け入れるときは、目標の変更をいっしょに書ける。退けるときは理由が要る。
 * 断る符号: `revision-proposal-absent`・`revision-refusal-reason`・`revision-target-empty` と、変更を断るもの。
 */
export const decideProposal = (
  app: App,
  person: Person,
  code: string,
  id: string,
  given: DecisionGiven,
): Promise<Result<DecideOutcome>> =>
  inRevision<DecideOutcome>(app, person, code, id, async (at) => {
    const { tx, revision, base } = at
    const problem = reasonProblem(given.reason)
    if (problem) return { ok: false, problem }
    const { proposals } = await gradingAt(tx, revision, base)
    const proposal = proposals.find(({ indicator }) => indicator.id === given.indicatorId)
    if (!proposal) return refused('revision-proposal-absent')
    const now = (await tx.revisions.decisions(id)).find(({ indicatorId }) => indicatorId === given.indicatorId)
    if (now && now.revision !== given.seen) return done({ kind: 'decided-meanwhile', theirs: now })
    if (given.decision === 'refused' && given.reason.trim() === '') return refused('revision-refusal-reason')
    if (Object.values(given.typed).some((text) => text.trim() === '')) return refused('revision-target-empty')
    return given.decision === 'refused' ? recorded(at, given, 'stay') : accepted(at, proposal, given)
  })

const recorded = async (
  { tx, revision }: AtRevision,
  { indicatorId, decision, reason }: DecisionGiven,
  next: 'stay' | 'edit' | 'replace',
): Promise<Result<DecideOutcome>> => {
  await tx.revisions.decide(revision.id, { indicatorId, decision, reason: storable(reason.trim()) })
  return done({ kind: 'decided', next })
}

const accepted = async (at: AtRevision, { policy }: Proposal, given: DecisionGiven): Promise<Result<DecideOutcome>> => {
  const reason = given.reason.trim() === '' ? policy.words : given.reason
  const own = at.changes.filter(({ subjectId }) => subjectId === given.indicatorId)
  const entry = entryIn(at.draft.content, 'indicator', given.indicatorId)
  // もう載せないと決めた指標なら、直すところはない。
  if (!entry) return recorded(at, { ...given, reason }, 'stay')
  const outcome = await changeEntry(at, entry, {
    on: 'indicator',
    subjectId: given.indicatorId,
    typed: given.typed,
    shown: given.shown,
    reason,
    ground: 'grade',
    confirmed: given.confirmed,
  })
  if (!outcome.ok) return outcome
  if (outcome.value.kind !== 'changed') return done(outcome.value)
  const isChanged = outcome.value.changed > 0 || own.length > 0
  const next = isChanged ? 'stay' : policy.action === 'replace-indicator' ? 'replace' : 'edit'
  return recorded(at, { ...given, reason }, next)
}

import type { ChangeConflict } from './change-conflict.ts'
import type { Proposal } from './proposals.ts'
import { effectiveChanges, orderField } from './revisable.ts'
import type { ProposalDecision, RevisionChange } from './revision.ts'

/** 決めるまでに残っていること。 */
export type LeftToDo = {
  /** まだ決めていない、答えを待つ案。 */
  readonly undecided: readonly Proposal[]
  /** 受け入れたのに、まだ指標に変更のない案。 */
  readonly unchanged: readonly Proposal[]
  /** 理由のない変更（並びだけの変更を除く）。 */
  readonly unreasoned: readonly RevisionChange[]
  readonly conflicts: readonly ChangeConflict<RevisionChange>[]
}

export const leftToDo = (
  proposals: readonly Proposal[],
  decisions: readonly ProposalDecision[],
  changes: readonly RevisionChange[],
  conflicts: readonly ChangeConflict<RevisionChange>[],
): LeftToDo => {
  const decided = new Map(decisions.map((decision) => [decision.indicatorId, decision.decision]))
  const changed = new Set(changes.flatMap(({ subjectId, replaces }) => [subjectId, ...(replaces ? [replaces] : [])]))
  return {
    undecided: proposals.filter(({ asks, indicator }) => asks && !decided.has(indicator.id)),
    unchanged: proposals.filter(({ indicator }) => isAccepted(decided.get(indicator.id)) && !changed.has(indicator.id)),
    unreasoned: effectiveChanges(changes).filter(({ reason, field }) => reason.trim() === '' && field !== orderField),
    conflicts,
  }
}

const isAccepted = (decision: ProposalDecision['decision'] | undefined): boolean =>
  decision === 'accepted' || decision === 'changed'

import type { RevisionPolicy } from '#domain/evaluation/evaluation.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Proposal, proposalsFor } from '#domain/revision/proposals.ts'
import type { Ground, Revision } from '#domain/revision/revision.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { evaluatedInBase, gradedIn, gradedPlanOf } from '../evaluation/graded-plan-of.ts'

/** 案のもとにした評価と、そこから出る見直しの案。評価の年度を選んでいなければ、案は一つもない。 */
export type Grading = {
  readonly graded: GradedPlan | null
  readonly policies: readonly RevisionPolicy[]
  readonly proposals: readonly Proposal[]
  /** 指標の評価に当たる決まり。 */
  readonly policyOf: (indicatorId: string) => RevisionPolicy | null
  /** 評価をよりどころにするときの、その指標の区分。 */
  readonly groundOf: (indicatorId: string) => Extract<Ground, { kind: 'grade' }> | null
}

/**
 * 評価は、もとの版（の実績と目標）でしたもの。もとの版が新しくなって、その年度の評価が前の版にあるなら、そちらの評価を見る。
 */
export const gradingAt = async (tx: ReadTransaction, revision: Revision, base: Edition): Promise<Grading> => {
  const { gradedYear: year } = revision
  if (year === null) return noGrading
  const { policies } = await tx.policies.of(base.id)
  const own = await tx.evaluationYears.of(base.id)
  const former = own.some((each) => each.year === year) ? null : await evaluatedInBase(tx, base, year)
  const earlier = former === null ? undefined : await tx.editions.get(former)
  const graded = earlier ? await gradedPlanOf(tx, earlier, year) : await gradedIn(tx, base, year, own)
  const proposals = proposalsFor(base, graded, policies)
  const byId = new Map(proposals.map((proposal) => [proposal.indicator.id, proposal]))
  return {
    graded,
    policies,
    proposals,
    policyOf: (id) => byId.get(id)?.policy ?? null,
    groundOf: (id) => {
      const standing = graded.subjects.get(id)?.standing
      return standing ? { kind: 'grade', year, grade: standing.code } : null
    },
  }
}

const noGrading: Grading = { graded: null, policies: [], proposals: [], policyOf: () => null, groundOf: () => null }

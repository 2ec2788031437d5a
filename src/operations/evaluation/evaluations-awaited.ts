import { type Waiting, waiting } from '#domain/collection/waiting.ts'
import { type EvaluationStage, evaluationStages } from '#domain/evaluation/evaluation.ts'
import type { Person } from '#domain/people/person.ts'
import type { Role } from '#domain/people/role.ts'
import type { AwaitedEvaluation } from '#store/evaluations.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/**
 * 開いている評価の年で、この人の評価を待っている指標の数。担当者は自分の課の、まだだれも評価していないもの、
 * 課長は担当者の評価が済んだもの、企画課は企画課からあとの段のないもの（なくなれば、確定すること）、本部は企画課の済んだもの。
 */
export const evaluationsAwaited = async (
  tx: ReadTransaction,
  person: Person,
  today: string,
): Promise<readonly Waiting[]> => {
  const asked = person.grants.flatMap(({ role, departments }) => {
    const stage = stageOfRole[role]
    return stage ? [{ stage, departments }] : []
  })
  if (asked.length === 0) return []
  const found: Waiting[] = []
  for (const { editionId, year, title } of await tx.evaluationYears.open()) {
    const rows = await tx.evaluations.awaited(editionId, year, today)
    for (const { stage, departments } of asked) {
      const count = rows.filter((row) => isOwn(row, departments) && awaits(row, stage)).length
      if (count > 0) found.push(waiting(`evaluate-${stage}`, title, { count, at: { editionId } }))
      else if (stage === 'office') found.push(waiting('evaluation-close', title, { at: { editionId } }))
    }
  }
  return found
}

const stageOfRole: Partial<Record<Role, Exclude<EvaluationStage, 'committee'>>> = {
  editor: 'self',
  approver: 'head',
  planner: 'office',
  executive: 'headquarters',
}

const isOwn = (row: AwaitedEvaluation, departments: 'all' | readonly string[]): boolean =>
  departments === 'all' || row.departments.some((each) => departments.includes(each))

const awaits = ({ stages }: AwaitedEvaluation, stage: EvaluationStage): boolean => {
  const done = (from: EvaluationStage) =>
    stages.some((each) => evaluationStages.indexOf(each) >= evaluationStages.indexOf(from))
  if (done(stage)) return false
  if (stage === 'head') return stages.includes('self')
  return stage === 'headquarters' ? stages.includes('office') : true
}

import type { StandingGrade } from '#domain/evaluation/evaluation.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { withFormer } from './former-editions.ts'
import { gradedIn } from './graded-plan-of.ts'

/** ある年度に立っていた区分。`editionId` は、その年度の評価を持つ版。 */
export type StandingInYear = {
  readonly year: number
  readonly editionId: string
  readonly closed: boolean
  readonly standing: StandingGrade
}

/** 一つのものの、年度ごとの区分。新しい年度から。閉じた年は閉じたときの区分、開いている年はいまの区分。 */
export const standingHistory = async (
  tx: ReadTransaction,
  edition: Edition,
  subjectId: string,
): Promise<readonly StandingInYear[]> => {
  const found: StandingInYear[] = []
  for await (const at of withFormer(tx, edition)) {
    const evaluationYears = await tx.evaluationYears.of(at.id)
    for (const { year, status, settled } of evaluationYears) {
      const standing =
        status === 'closed'
          ? settled?.[subjectId]
          : (await gradedIn(tx, at, year, evaluationYears)).subjects.get(subjectId)?.standing
      if (standing) found.push({ year, editionId: at.id, closed: status === 'closed', standing })
    }
  }
  return found.toSorted((a, b) => b.year - a.year)
}

import type { Evaluation, StandingGrade, Subject, SubjectKind } from './evaluation.ts'
import type { GradeAnswer, Scale } from './scale.ts'

/** 一つのものの評価：機械の判定（指標だけ）、段ごとの評価、立っている区分。 */
export type GradedSubject = {
  readonly subject: Subject
  readonly mechanical: GradeAnswer | null
  readonly evaluations: readonly Evaluation[]
  readonly standing: StandingGrade | null
}

/** 版の、ある年度の評価のすべて。 */
export type GradedPlan = {
  readonly year: number
  readonly status: 'not-opened' | 'open' | 'closed'
  /** その年度に働く区分。置かれていなければ null。 */
  readonly scales: Readonly<Record<SubjectKind, Scale | null>>
  readonly subjects: ReadonlyMap<string, GradedSubject>
}

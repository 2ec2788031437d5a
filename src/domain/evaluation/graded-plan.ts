import type { Edition } from '#domain/plan/edition.ts'
import { editionFacts } from './edition-facts.ts'
import {
  type EditionScale,
  type Evaluation,
  type EvaluationYear,
  evaluationStages,
  type StandingGrade,
  type Subject,
  type SubjectKind,
} from './evaluation.ts'
import { gradeByFacts } from './mechanical-grade.ts'
import type { GradeAnswer, Scale } from './scale.ts'
import { scaleFor } from './scale-in-force.ts'
import { printedGrade, standingGrade } from './standing-grade.ts'

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
  /** 指標（再掲を除く）・事業・節の id → 評価。 */
  readonly subjects: ReadonlyMap<string, GradedSubject>
}

/** 評価のもと。`evaluationYear` は、その年度の評価をまだ始めていなければ null。 */
export type GradingFacts = {
  readonly scales: readonly EditionScale[]
  readonly evaluations: readonly Evaluation[]
  readonly evaluationYear: EvaluationYear | null
}

/**
 * 版の、ある年度の評価。指標は再掲を除いて一度ずつ、ほかに事業と節。閉じた年の区分は、閉じたときのまま。
 *
 * @example gradedPlan(edition, 2022, facts).subjects.get(来場者数)?.standing // → { code: 'A', label: '達成', from: 'mechanical' }
 */
export const gradedPlan = (
  edition: Edition,
  year: number,
  { scales, evaluations, evaluationYear }: GradingFacts,
): GradedPlan => {
  const inForce = {
    indicator: scaleFor(scales, 'indicator', year),
    project: scaleFor(scales, 'project', year),
    node: scaleFor(scales, 'node', year),
  }
  const bySubject = Map.groupBy(evaluations, ({ subject }) => subject.id)
  const settled = evaluationYear?.status === 'closed' ? evaluationYear.settled : null
  const graded = (kind: SubjectKind, id: string, mechanical: GradeAnswer | null, printed: StandingGrade | null) => {
    const its = (bySubject.get(id) ?? []).toSorted(byStage)
    const standing = settled
      ? (settled[id] ?? null)
      : standingGrade({ scale: inForce[kind], evaluations: its, mechanical, printed })
    return [id, { subject: { kind, id }, mechanical, evaluations: its, standing }] as const
  }
  const { indicators, projects, nodes } = edition.content
  const { indicator: scale } = inForce
  const facts = scale ? editionFacts(edition, year) : undefined
  const mechanical = (id: string): GradeAnswer | null => {
    const its = facts?.get(id)
    return scale && its ? gradeByFacts(its, scale) : null
  }
  return {
    year,
    status: evaluationYear?.status ?? 'not-opened',
    scales: inForce,
    subjects: new Map([
      ...indicators
        .filter(({ repeatOf }) => repeatOf === null)
        .map((each) => graded('indicator', each.id, mechanical(each.id), printedGrade(each, year, scale))),
      ...projects.map(({ id }) => graded('project', id, null, null)),
      ...nodes.map(({ id }) => graded('node', id, null, null)),
    ]),
  }
}

const byStage = (a: Evaluation, b: Evaluation): number =>
  evaluationStages.indexOf(a.stage) - evaluationStages.indexOf(b.stage)

/** その行の評価。再掲は、元の行のもの。 */
export const gradedOf = (
  { subjects }: GradedPlan,
  { id, repeatOf }: { readonly id: string; readonly repeatOf?: string | null },
): GradedSubject | undefined => subjects.get(repeatOf ?? id)

/** 閉じるときに凍らせる区分。区分の付かないものは入らない。 */
export const settledGrades = ({ subjects }: GradedPlan): Readonly<Record<string, StandingGrade>> =>
  Object.fromEntries([...subjects].flatMap(([id, { standing }]) => (standing ? [[id, standing]] : [])))

import { earlier, isDecidedAt, whyNotWritten } from '#domain/evaluation/check-evaluation.ts'
import {
  type Evaluation,
  type EvaluationStage,
  type FutureDirection,
  type Subject,
  sameSubject,
} from '#domain/evaluation/evaluation.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { gradeByPoints, usesPoints } from '#domain/evaluation/points.ts'
import type { GradeAnswer } from '#domain/evaluation/scale.ts'
import { mechanicalCode } from '#domain/evaluation/standing-grade.ts'
import { departmentsOver } from '#domain/evaluation/subject-departments.ts'
import { type PermittedAct, permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { NewEvaluation } from '#store/evaluations.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { gradedIn } from './graded-plan-of.ts'

/** 入れた一行。`revision` は、入れた人が見ていた評価の版数（まだなければ 0）。`text` を省けば、いまの文のまま。 */
export type EvaluationTyped = {
  readonly subject: Subject
  readonly grade: string | null
  readonly reason: string
  readonly text?: string
  readonly direction: string | null
  readonly points?: Evaluation['points']
  readonly revision: number
}

export type EvaluationsAsked = {
  readonly editionId: string
  readonly year: number
  readonly stage: EvaluationStage
  readonly rows: readonly EvaluationTyped[]
  /** 区分の空いた行は、前の段の区分（なければ機械の判定）のとおりにする。 */
  readonly fill?: boolean
}

/** 書けなかった行。ほかの人が先に書いていたときは、`now` がいまの評価。 */
export type NotWritten = { readonly typed: EvaluationTyped; readonly problem: Problem; readonly now: Evaluation | null }

export type Evaluated = { readonly written: number; readonly refused: readonly NotWritten[] }

/** 段ごとの、してよいことの表の行い。 */
export const actOfStage = {
  self: 'evaluate-self',
  head: 'evaluate-head',
  office: 'evaluate-office',
  headquarters: 'evaluate-headquarters',
  committee: 'evaluate-committee',
} as const satisfies Record<EvaluationStage, PermittedAct>

/** この段の評価を、その課のものに書けるか。担当の課がなければ、市の全体に働く人だけ。 */
export const mayEvaluate = (person: Person, stage: EvaluationStage, departments: readonly string[]): boolean =>
  (departments.length === 0 ? ['―'] : departments).some((department) => permits(person, actOfStage[stage], department))

/**
 * 一つの段の評価をまとめて書く。変わっていない行は書かず、書けない行だけを断って、残りは書く（打ったものは、断りとともに返る）。
 * 断る符号: `not-permitted`・`grades.plan-absent`・`grades.not-opened`・`grades.year-closed`。
 * 行ごとに: `grades.no-subject`・`grades.other-department`・`grades.written-meanwhile` と `whyNotWritten` のもの。
 */
export const evaluate = async (
  app: App,
  person: Person,
  code: string,
  asked: EvaluationsAsked,
): Promise<Result<Evaluated>> => {
  const allowed = permitted(person, actOfStage[asked.stage])
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Evaluated>> => {
    const opened = await openedFor(app, tx, asked)
    if (!opened.ok) return opened
    const rows: NewEvaluation[] = []
    const turned: NotWritten[] = []
    for (const given of asked.rows.map(kept)) {
      const chosen = asked.fill ? filled(given, opened.value, asked.stage) : given
      const typed = pointed(chosen, opened.value)
      const now = nowOf(opened.value, typed.subject, asked.stage)
      const row = newRow(typed, now)
      if (!row) continue
      const problem = whyTurned(person, opened.value, asked, typed, row, now)
      if (problem) turned.push({ typed, problem, now })
      else rows.push(row)
    }
    await tx.evaluations.put(asked, rows)
    return done({ written: rows.length, refused: turned })
  })
}

/**
 * 残りの指標を、機械の判定のとおりに企画課の評価とする。企画課より前の段が機械と違う区分を付けたものと、
 * 人が決めるもの（機械の判定のないもの）は残す。監査記録は一件。
 * 断る符号: `evaluate` と同じ。
 */
export const acceptMechanical = async (
  app: App,
  person: Person,
  code: string,
  { editionId, year }: Pick<EvaluationsAsked, 'editionId' | 'year'>,
): Promise<Result<{ readonly written: number }>> => {
  const allowed = permitted(person, actOfStage.office)
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<{ readonly written: number }>> => {
    const opened = await openedFor(app, tx, { editionId, year })
    if (!opened.ok) return opened
    const rows = acceptable(opened.value.edition, opened.value.graded)
    await tx.evaluations.put({ editionId, year, stage: 'office' }, rows, 'mechanical')
    return done({ written: rows.length })
  })
}

/** 機械の判定のとおりにまとめて評価できる指標。 */
export const acceptable = (edition: Edition, { subjects }: GradedPlan): readonly NewEvaluation[] =>
  edition.content.indicators.filter(countsOnce).flatMap(({ id }): readonly NewEvaluation[] => {
    const graded = subjects.get(id)
    const grade = mechanicalCode(graded?.mechanical ?? null)
    if (!graded || grade === null || isDecidedAt(graded.evaluations, 'office')) return []
    if (graded.evaluations.some((each) => each.grade !== null && each.grade !== grade)) return []
    const now = graded.evaluations.find(({ stage }) => stage === 'office')
    const { reason = '', text = '', direction = null } = now ?? {}
    return [{ subject: graded.subject, grade, reason, text, direction, points: null }]
  })

type Opened = {
  readonly edition: Edition
  readonly graded: GradedPlan
  readonly directions: readonly FutureDirection[]
  readonly departmentsOf: (subject: Subject) => readonly string[]
}

const openedFor = async (
  { now }: App,
  tx: WriteTransaction,
  { editionId, year }: Pick<EvaluationsAsked, 'editionId' | 'year'>,
): Promise<Result<Opened>> => {
  const edition = await tx.editions.get(editionId)
  if (!edition) return refused('grades.plan-absent')
  const years = await tx.evaluationYears.of(editionId)
  const status = years.find((each) => each.year === year)?.status
  if (status !== 'open') return refused(status === 'closed' ? 'grades.year-closed' : 'grades.not-opened')
  const graded = await gradedIn(tx, edition, year, years)
  const { directions } = await tx.policies.of(editionId)
  const units = await tx.organisation.units()
  const owners = await tx.owners.list()
  const departmentsOf = departmentsOver(edition, { units, owners, day: dayInJapan(now()) })
  return done({ edition, graded, directions, departmentsOf })
}

const kept = (typed: EvaluationTyped): EvaluationTyped => ({
  ...typed,
  reason: storable(typed.reason.trim()),
  ...(typed.text !== undefined && { text: storable(typed.text.trim()) }),
})

const filled = (typed: EvaluationTyped, { graded }: Opened, stage: EvaluationStage): EvaluationTyped => {
  if (typed.grade !== null) return typed
  const about = graded.subjects.get(typed.subject.id)
  const former = earlier(about?.evaluations ?? [], stage).findLast(({ grade }) => grade !== null)
  return { ...typed, grade: former?.grade ?? mechanicalCode(about?.mechanical ?? null) }
}

/** 点数で決める区分では、区分を選んでいなければ、観点の点の合計から。 */
const pointed = (typed: EvaluationTyped, opened: Opened): EvaluationTyped =>
  typed.grade === null ? { ...typed, grade: mechanicalCode(byPoints(typed, opened)) } : typed

const byPoints = ({ subject, points }: EvaluationTyped, { graded }: Opened): GradeAnswer | null => {
  const scale = graded.scales[subject.kind]
  return scale && points && usesPoints(scale) ? gradeByPoints(scale, points) : null
}

const nowOf = ({ graded }: Opened, { id }: Subject, stage: EvaluationStage): Evaluation | null =>
  graded.subjects.get(id)?.evaluations.find((each) => each.stage === stage) ?? null

/** 書く行。いまの評価と同じ（まだなければ、何も入っていない）なら undefined。 */
const newRow = (typed: EvaluationTyped, now: Evaluation | null): NewEvaluation | undefined => {
  const { subject, grade, reason, direction } = typed
  const text = typed.text ?? now?.text ?? ''
  const points = typed.points === undefined ? (now?.points ?? null) : typed.points
  const row = { subject, grade, reason, text, direction, points }
  const same = (['grade', 'reason', 'text', 'direction'] as const).every(
    (field) => (row[field] ?? '') === (now?.[field] ?? ''),
  )
  return same && JSON.stringify(points) === JSON.stringify(now?.points ?? null) ? undefined : row
}

const whyTurned = (
  person: Person,
  { edition, graded, directions, departmentsOf }: Opened,
  { stage, year }: EvaluationsAsked,
  typed: EvaluationTyped,
  row: NewEvaluation,
  now: Evaluation | null,
): Problem | undefined => {
  const about = graded.subjects.get(typed.subject.id)
  if (!about || !sameSubject(about.subject, typed.subject)) return refused('grades.no-subject').problem
  if (!mayEvaluate(person, stage, departmentsOf(typed.subject))) return refused('grades.other-department').problem
  if ((now?.revision ?? 0) !== typed.revision)
    return refused('grades.written-meanwhile', { by: now?.by ?? '―' }).problem
  const indicator = edition.content.indicators.find(({ id }) => id === typed.subject.id)
  const scale = graded.scales[typed.subject.kind]
  const mechanical = byPoints(typed, { edition, graded, directions, departmentsOf }) ?? about.mechanical
  return whyNotWritten({ ...row, stage }, { scale, graded: { ...about, mechanical }, indicator, year, directions })
}

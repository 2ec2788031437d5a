import type { EvaluationYear } from '#domain/evaluation/evaluation.ts'
import { settledGrades } from '#domain/evaluation/graded-plan.ts'
import { scaleFor } from '#domain/evaluation/scale-in-force.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { evaluatedInBase, gradedIn } from './graded-plan-of.ts'

/** どの版の、どの年度の評価か。`revision` は、見ていた評価の年の版数。 */
export type YearAsked = { readonly editionId: string; readonly year: number; readonly revision?: number }

/** 年度として読める数。 */
export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1990 && year <= 2099

/**
 * 評価の年を始める。もう始まっていれば、そのまま返す（二度押しは一度）。
 * 断る符号: `not-permitted`・`grades.plan-absent`・`grades.no-year`・`grades.no-scale`・`grades.year-closed`・`grades.year-in-base`。
 */
export const openEvaluationYear = async (
  app: App,
  person: Person,
  code: string,
  { editionId, year }: YearAsked,
): Promise<Result<EvaluationYear>> => {
  const allowed = permitted(person, 'evaluation-manage')
  if (!allowed.ok) return allowed
  if (!isYear(year)) return refused('grades.no-year')
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<EvaluationYear>> => {
    const edition = await tx.editions.get(editionId)
    if (!edition) return refused('grades.plan-absent')
    const known = (await tx.evaluationYears.of(editionId)).find((each) => each.year === year)
    if (known) return known.status === 'open' ? done(known) : refused('grades.year-closed')
    if (!scaleFor(await tx.scales.of(editionId), 'indicator', year)) return refused('grades.no-scale')
    if (await evaluatedInBase(tx, edition, year)) return refused('grades.year-in-base')
    return done(await tx.evaluationYears.start(editionId, year))
  })
}

/**
 * 評価の年を閉じ、立っている区分を凍らせる。閉じたあとで実績や区分が変わっても、その年度の区分は変わらない。
 * 断る符号: `not-permitted`・`grades.plan-absent`・`grades.year-absent`・`grades.year-closed`・`grades.year-moved`。
 */
export const closeEvaluationYear = async (
  app: App,
  person: Person,
  code: string,
  { editionId, year, revision }: YearAsked,
): Promise<Result<EvaluationYear>> => {
  const allowed = permitted(person, 'evaluation-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<EvaluationYear>> => {
    const edition = await tx.editions.get(editionId)
    if (!edition) return refused('grades.plan-absent')
    const years = await tx.evaluationYears.of(editionId)
    const evaluationYear = years.find((each) => each.year === year)
    if (!evaluationYear) return refused('grades.year-absent')
    if (evaluationYear.status === 'closed') return refused('grades.year-closed')
    if (revision !== undefined && revision !== evaluationYear.revision) return refused('grades.year-moved')
    const settled = settledGrades(await gradedIn(tx, edition, year, years))
    return done(await tx.evaluationYears.close(evaluationYear, settled))
  })
}

/**
 * 閉じた評価の年を、わけを添えて開け直す。
 * 断る符号: `not-permitted`・`grades.reopen-needs-reason`・`grades.year-absent`・`grades.year-moved`。
 */
export const reopenEvaluationYear = async (
  app: App,
  person: Person,
  code: string,
  { editionId, year, revision, reason }: YearAsked & { readonly reason: string },
): Promise<Result<EvaluationYear>> => {
  const allowed = permitted(person, 'evaluation-manage')
  if (!allowed.ok) return allowed
  const why = storable(reason.trim())
  if (why === '') return refused('grades.reopen-needs-reason')
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<EvaluationYear>> => {
    const known = (await tx.evaluationYears.of(editionId)).find((each) => each.year === year)
    if (!known) return refused('grades.year-absent')
    if (known.status === 'open') return done(known)
    if (revision !== undefined && revision !== known.revision) return refused('grades.year-moved')
    return done(await tx.evaluationYears.reopen(known, why))
  })
}

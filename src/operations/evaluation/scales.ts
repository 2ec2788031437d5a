import type { EditionScale, EvaluationYear, SubjectKind } from '#domain/evaluation/evaluation.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { scaleProblems } from '#domain/evaluation/scale-problems.ts'
import { gradedYearsUnder } from '#domain/evaluation/scale-years.ts'
import type { Message } from '#domain/language/message.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { EditionPolicies } from '#store/edition-policies.ts'
import { readScale } from '#store/scale-schema.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted, reachOf } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

export type { EditionPolicies } from '#store/edition-policies.ts'

/** 評価区分の頁に要るもの。`graded` は、この版で評価を始めた年度。 */
export type ScalesView = {
  readonly edition: Edition
  readonly scales: readonly EditionScale[]
  readonly policies: EditionPolicies
  readonly graded: readonly GradedYear[]
}

/** 評価を始めた年度。`judged` は、もう評価が書かれているか、閉じているか（区分を変えられない）。 */
export type GradedYear = Pick<EvaluationYear, 'year' | 'status'> & { readonly judged: boolean }

/** 断る符号: `not-permitted`・`scales.plan-absent`。 */
export const scalesView = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
): Promise<Result<ScalesView>> => {
  const allowed = permitted(person, 'evaluation-read')
  if (!allowed.ok) return allowed
  return app.store.read(
    code,
    async (tx): Promise<Result<ScalesView>> => {
      const edition = await tx.editions.get(editionId)
      if (!edition) return refused('scales.plan-absent')
      const scales = await tx.scales.of(editionId)
      const policies = await tx.policies.of(editionId)
      return done({ edition, scales, policies, graded: await gradedYears(tx, editionId) })
    },
    reachOf(person),
  )
}

/** 評価を始めた年度。閉じたか、評価が一件でも書かれていれば、区分はもう変えられない。 */
const gradedYears = async (tx: ReadTransaction, editionId: string): Promise<readonly GradedYear[]> => {
  const found: GradedYear[] = []
  for (const { year, status } of await tx.evaluationYears.of(editionId)) {
    const judged = status === 'closed' || (await tx.evaluations.ofYear(editionId, year)).length > 0
    found.push({ year, status, judged })
  }
  return found.toSorted((a, b) => a.year - b.year)
}

export type ScaleAsked = {
  readonly subject: SubjectKind
  readonly fromYear: number
  readonly scale: Scale
  /** 見ていた版数。まだ置いていない年度なら 0。 */
  readonly revision: number
}

/** 置いたか、直すところか、見ていたあいだにほかの人が置いた区分（何も書いていない）。 */
export type ScalePlaced =
  | { readonly placed: EditionScale }
  | { readonly troubles: readonly Message[] }
  | { readonly meanwhile: EditionScale }

/**
 * 評価区分を、その年度から置く。もう評価した年度にかかる区分は変えない（次の年度から置くよう言う）。
 * 断る符号: `not-permitted`・`scales.plan-absent`・`scales.superseded`・`scales.year-odd`・`scales.year-graded`・`scales.unreadable`。
 */
export const placeScale = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
  { subject, fromYear, scale, revision }: ScaleAsked,
): Promise<Result<ScalePlaced>> => {
  const allowed = permitted(person, 'scale-change')
  if (!allowed.ok) return allowed
  const troubles = scaleProblems(scale)
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<ScalePlaced>> => {
    const changeable = await changeableAt(tx, editionId, subject, fromYear)
    if (!changeable.ok) return changeable
    if (troubles.length > 0) return done({ troubles })
    const read = readScale(storableScale(scale))
    if (!read.ok) return read
    const now = changeable.value
    if ((now?.revision ?? 0) !== revision && now) return done({ meanwhile: now })
    return done({ placed: await tx.scales.put({ editionId, subject, fromYear, scale: read.value }) })
  })
}

/** データベースに置けない字（NUL など）を落とす。 */
const storableScale = (scale: Scale): unknown =>
  JSON.parse(JSON.stringify(scale), (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))

const gradedWords = (year: number) => ({
  year: fiscalYearInWords({ startYear: year }, 'short'),
  next: fiscalYearInWords({ startYear: year + 1 }, 'short'),
})

/** 置いてある区分。変えてよい年度でなければ断る。 */
const changeableAt = async (
  tx: ReadTransaction,
  editionId: string,
  subject: SubjectKind,
  fromYear: number,
): Promise<Result<EditionScale | undefined>> => {
  const edition = (await tx.editions.headings()).find(({ id }) => id === editionId)
  if (!edition) return refused('scales.plan-absent')
  if (edition.history?.supersededBy) return refused('scales.superseded')
  if (!Number.isInteger(fromYear) || fromYear < 1990 || fromYear > 2100) return refused('scales.year-odd')
  const scales = await tx.scales.of(editionId)
  const judged = (await gradedYears(tx, editionId)).filter((each) => each.judged).map(({ year }) => year)
  const under = gradedYearsUnder(scales, subject, fromYear, judged)
  const last = under.at(-1)
  if (last !== undefined) return refused('scales.year-graded', gradedWords(last))
  return done(scales.find((each) => each.subject === subject && each.fromYear === fromYear))
}

/**
 * 置いた評価区分を取り去る（前に置いた区分が働く）。
 * 断る符号: `placeScale` と同じものと、`scales.absent`・`scales.changed-meanwhile`。
 */
export const removeScale = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
  { subject, fromYear, revision }: Omit<ScaleAsked, 'scale'>,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'scale-change')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<null>> => {
    const changeable = await changeableAt(tx, editionId, subject, fromYear)
    if (!changeable.ok) return changeable
    if (!changeable.value) return refused('scales.absent')
    if (changeable.value.revision !== revision) return refused('scales.changed-meanwhile')
    await tx.scales.remove({ editionId, subject, fromYear })
    return done(null)
  })
}

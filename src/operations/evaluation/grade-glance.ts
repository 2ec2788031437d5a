import { countedCodes, countedWhole } from '#domain/evaluation/counted-grades.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { withFormer } from './former-editions.ts'
import { gradedIn } from './graded-plan-of.ts'
import { type StandingInYear, standingHistory } from './standing-history.ts'

export type { StandingInYear } from './standing-history.ts'

/** いちばん新しい評価の年の、区分ごとの数（一つもない区分は除く）。 */
export type GradeGlance = {
  /** その評価を持つ版。改訂したばかりの版では、もとの版。 */
  readonly editionId: string
  /** 改訂の前の版の評価か。 */
  readonly former: boolean
  readonly year: number
  readonly scale: Scale | null
  readonly counts: readonly { readonly code: string; readonly count: number }[]
  /** 評価中の年か。評価中の区分は版数によらず変わるので、載せる頁は覚えない。 */
  readonly live: boolean
}

/** 計画の頁・市の頁に添える、区分ごとの数。評価の年がないか、見てよい人でなければ undefined。 */
export const gradeGlance = async (
  { store }: Pick<App, 'store'>,
  person: Person,
  edition: Edition,
): Promise<GradeGlance | undefined> => {
  if (!permits(person, 'evaluation-read')) return undefined
  const found = await store.read(edition.municipality.code, (tx) => newestGraded(tx, edition))
  if (!found) return undefined
  const { of, graded } = found
  const { counts } = countedWhole(of, graded)
  return {
    editionId: of.id,
    former: of.id !== edition.id,
    year: graded.year,
    scale: graded.scales.indicator,
    counts: countedCodes(of, graded)
      .map((code) => ({ code, count: counts[code] ?? 0 }))
      .filter(({ count }) => count > 0),
    live: graded.status === 'open',
  }
}

/** いちばん新しい評価の年と、その版。この版でまだ評価していなければ、もとの版のもの。 */
const newestGraded = async (tx: ReadTransaction, edition: Edition) => {
  for await (const of of withFormer(tx, edition)) {
    const years = await tx.evaluationYears.of(of.id)
    if (years[0]) return { of, graded: await gradedIn(tx, of, years[0].year, years) }
  }
  return undefined
}

/** 版ごとの、区分ごとの数。版の id → 数。 */
export const gradeGlances = async (
  app: Pick<App, 'store'>,
  person: Person,
  editions: readonly Edition[],
): Promise<ReadonlyMap<string, GradeGlance>> => {
  const found = new Map<string, GradeGlance>()
  for (const edition of editions) {
    const glance = await gradeGlance(app, person, edition)
    if (glance) found.set(edition.id, glance)
  }
  return found
}

/** 指標の年度ごとの区分。`live` は、評価中の年があるか（あれば、載せる頁は覚えない）。 */
export type IndicatorGrades = { readonly standings: readonly StandingInYear[]; readonly live: boolean }

/** 指標の年度ごとの区分。再掲は、元の行のもの。見てよい人でなければ、なし。 */
export const indicatorGrades = async (
  { store }: Pick<App, 'store'>,
  person: Person,
  edition: Edition,
  { id, repeatOf }: Pick<Indicator, 'id' | 'repeatOf'>,
): Promise<IndicatorGrades> => {
  if (!permits(person, 'evaluation-read')) return { standings: [], live: false }
  return store.read(edition.municipality.code, async (tx) => ({
    standings: await standingHistory(tx, edition, repeatOf ?? id),
    live: (await tx.evaluationYears.open()).length > 0,
  }))
}

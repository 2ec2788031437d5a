import type { EditionScale, SubjectKind } from './evaluation.ts'
import type { Scale } from './scale.ts'

type Placed = Pick<EditionScale, 'subject' | 'fromYear' | 'scale'>

/**
 * その年度に働く置きかた。`fromYear` がその年度以前でいちばん新しいもの。ない年度（置く前）は undefined。
 */
export const placedFor = <T extends Placed>(scales: readonly T[], subject: SubjectKind, year: number): T | undefined =>
  scales
    .filter((each) => each.subject === subject && each.fromYear <= year)
    .reduce<T | undefined>((best, each) => (best && best.fromYear >= each.fromYear ? best : each), undefined)

/**
 * その年度に働く評価区分。2025 年度から置いた区分は、2024 年度の評価を変えない。
 *
 * @example scaleFor(scales, 'indicator', 2024) // → 2024 年度以前に置いた、いちばん新しい区分
 */
export const scaleFor = (scales: readonly EditionScale[], subject: SubjectKind, year: number): Scale | null =>
  placedFor(scales, subject, year)?.scale ?? null

/** 置いた区分が働く終わりの年度（次に置いた年度の前の年）。まだ次がなければ null（今も働く）。 */
export const lastYearOf = (scales: readonly Placed[], placed: Placed): number | null => {
  const later = scales.filter(({ subject, fromYear }) => subject === placed.subject && fromYear > placed.fromYear)
  return later.length === 0 ? null : Math.min(...later.map(({ fromYear }) => fromYear)) - 1
}

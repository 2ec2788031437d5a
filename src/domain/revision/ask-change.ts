import type { RevisionPolicy } from '../evaluation/evaluation.ts'
import { amountInWords, compareAmounts, unitOf } from '../indicator/amounts.ts'
import { actualFor, finalTarget, hasNumber, latestYear } from '../indicator/figures.ts'
import { aimOf } from '../indicator/target.ts'
import type { Message } from '../language/message.ts'
import type { Indicator } from '../plan/draft.ts'
import { type Problem, refused } from '../problem.ts'
import { isRevised } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'
import { comparableUnits } from '../quantity/unit.ts'

/**
 * 断る変更：これまでの実績の単位に換算できない目標。同じ指標とは言えないので、差替え（新しい指標）にしてもらう。
 *
 * @example whyNotRevised(目標を 50人 にした、実績が 47件 の指標) // → revision-unit-differs
 */
export const whyNotRevised = (indicator: Indicator): Problem | undefined => {
  const target = finalTarget(indicator)
  const actual = latestActual(indicator)
  if (!target || !actual || !hasNumber(target) || !hasNumber(actual)) return undefined
  const [wanted, measured] = [unitOf(target, indicator), unitOf(actual, indicator)]
  return comparableUnits(wanted, measured)
    ? undefined
    : refused('revision-unit-differs', { target: wanted ?? '―', actual: measured ?? '―' }).problem
}

/**
 * 確かめる変更（理由があれば、してよい）。
 * - 「上方修正する」評価なのに、新しい目標が実績を超えない。
 * - 目標が、数でなくなった。
 * - 目標の年度が、計画の期間の外。
 */
export const questionsAbout = (
  before: Indicator,
  after: Indicator,
  plan: { readonly firstYear: number | null; readonly lastYear: number | null },
  action: RevisionPolicy['action'] | null,
): readonly Message[] => {
  const target = finalTarget(after)
  const changed = after.targets !== before.targets
  if (!target || !changed) return []
  return [
    ...(action === 'raise-target' ? notBeyondActual(after, target) : []),
    ...(finalTarget(before)?.value != null && target.value === null && target.text !== null
      ? [{ code: 'revision-ask-not-number', params: { target: target.raw.trim() } }]
      : []),
    ...outsidePlan(after.targets, plan),
  ]
}

const latestActual = (indicator: Indicator): Figure | undefined => {
  const year = latestYear(indicator)
  return year === undefined ? undefined : actualFor(indicator, year)
}

const notBeyondActual = (indicator: Indicator, target: Figure): readonly Message[] => {
  const actual = latestActual(indicator)
  const aim = aimOf(target, indicator)
  const compared = actual && compareAmounts(target, actual, indicator)
  if (!actual || compared === undefined || aim.kind !== 'amount') return []
  const beyond = aim.better === 'more' ? compared > 0 : compared < 0
  return beyond
    ? []
    : [
        {
          code: `revision-ask-reached-${aim.better}`,
          params: { target: target.raw.trim(), actual: amountInWords(actual, indicator) },
        },
      ]
}

const outsidePlan = (
  targets: readonly Figure[],
  { firstYear, lastYear }: { readonly firstYear: number | null; readonly lastYear: number | null },
): readonly Message[] =>
  targets
    .flatMap(({ year, place }) => (year === null || !isRevised(place) ? [] : [year]))
    .filter((year) => year < (firstYear ?? 0) || year > (lastYear ?? Number.POSITIVE_INFINITY))
    .map((year) => ({ code: 'revision-ask-outside', params: { year: `@fiscal-year-${year}` } }))

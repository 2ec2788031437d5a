import Big from 'big.js'
import { type Achievement, achievementIn } from '../indicator/achievement.ts'
import { proposeRules } from '../indicator/propose-rules.ts'
import { say } from '../language/say.ts'
import type { Indicator, Note, PlanDraft, PrintedRate } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { exact, yearly } from './figures.ts'
import { when } from './when.ts'

/** 印刷された達成率が、その計画の式で出るか。式は、印刷された率をいちばん多く再現するもの。 */
export const rateFindings = (draft: PlanDraft): Note[] => {
  const rules = proposeRules(draft)
  return draft.indicators
    .filter(({ repeatOf }) => repeatOf === null)
    .flatMap((indicator) =>
      indicator.rates.flatMap((rate) =>
        rate.year === null ? [] : differing(indicator, rate, achievementIn(indicator, rate.year, rules, draft.plan)),
      ),
    )
}

/** 「75.6%」「100％」の数。横棒やことばは率ではない。 */
const printedNumber = (printed: string): string | null =>
  /^(-?[0-9][0-9,]*(?:\.[0-9]+)?)%?$/
    .exec(
      printed
        .normalize('NFKC')
        .replace(/^[△▲−]/, '-')
        .trim(),
    )?.[1]
    ?.replaceAll(',', '') ?? null

const differing = (indicator: Indicator, rate: PrintedRate, achievement: Achievement): Note[] => {
  const printed = printedNumber(rate.printed)
  if (printed === null || isPartOf(indicator, rate.year, printed)) return []
  const what = { name: indicator.name, year: when(rate.year), printed: rate.printed, working: say(achievement.working) }
  if (achievement.kind === 'rate')
    return agrees(printed, achievement.percent)
      ? []
      : [
          note('error', 'rate-differs', { ...what, computed: `${achievement.shown}％` }, placesOf(indicator, rate), [
            indicator.id,
          ]),
        ]
  return [note('warning', 'rate-by-hand', what, placesOf(indicator, rate), [indicator.id])]
}

/** 印刷された桁で四捨五入して同じなら合う（「100%」と 100.0％）。 */
const agrees = (printed: string, percent: string): boolean => {
  const places = printed.split('.')[1]?.length ?? 0
  return new Big(percent).round(places, Big.roundHalfUp).eq(printed)
}

/** いくつもの値を持つ升目（2か所・8ha）では、どれか一つの組から出る率ならよい。 */
const isPartOf = ({ actuals, targets }: Indicator, year: number | null, printed: string): boolean => {
  const partsOf = (figures: Indicator['actuals'], at: number | null) =>
    figures.filter((figure) => at === null || figure.year === at).flatMap(({ parts, ...whole }) => parts ?? [whole])
  const actual = partsOf(yearly(actuals), year)
  if (actual.length < 2) return false
  return actual.some((mine) =>
    partsOf(targets, null).some((goal) => {
      const [over, under] = [exact(mine), exact(goal)]
      return (
        over !== null &&
        under !== null &&
        !under.eq(0) &&
        mine.unit === goal.unit &&
        agrees(printed, over.times(100).div(under).toFixed(20))
      )
    }),
  )
}

const placesOf = ({ actuals, targets }: Indicator, rate: PrintedRate) => [
  rate.place,
  ...actuals.filter(({ year }) => year === rate.year).map(({ place }) => place),
  ...targets.slice(-1).map(({ place }) => place),
]

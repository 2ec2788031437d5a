import { achievementIn } from '../indicator/achievement.ts'
import { agreementOf } from '../indicator/printed-rate.ts'
import { proposeRules } from '../indicator/rules.ts'
import { say } from '../language/say.ts'
import type { Indicator, Note, PlanDraft, PrintedRate } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { asPrinted, isZero, percentRounded, sameNumber } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { amountOf } from './figures.ts'
import { when } from './when.ts'

/** 印刷された達成率が、その計画の式で出るか。式は、印刷された率をいちばん多く再現するもの。 */
export const rateFindings = (draft: PlanDraft): Note[] => {
  const { rules } = proposeRules(draft)
  const findingIn = (indicator: Indicator, rate: PrintedRate): Note[] => {
    if (rate.year === null) return []
    const achievement = achievementIn(indicator, rate.year, rules, draft.plan)
    const agreement = agreementOf(rate, achievement)
    if (agreement === 'same' || agreement === 'not-printed' || isRateOfOnePart(indicator, rate)) return []
    const what = {
      name: indicator.name,
      year: when(rate.year),
      printed: rate.printed,
      working: say(achievement.working),
    }
    const places = placesOf(indicator, rate)
    return achievement.kind === 'rate'
      ? [note('error', 'rate-differs', { ...what, computed: `${achievement.shown}％` }, places, [indicator.id])]
      : [note('warning', 'rate-by-hand', what, places, [indicator.id])]
  }
  return draft.indicators
    .filter(({ repeatOf }) => repeatOf === null)
    .flatMap((indicator) => indicator.rates.flatMap((rate) => findingIn(indicator, rate)))
}

/** いくつもの値を持つ升目（0か所・0ha）では、どれか一つの組から出る率ならよい。 */
const isRateOfOnePart = ({ actuals, targets }: Indicator, { year, printed }: PrintedRate): boolean => {
  const rate = printed.normalize('NFKC').replace(/[%,\s]/g, '')
  const mine = actuals.filter((figure) => figure.year === year).flatMap(partsOf)
  if (mine.length < 2 || !/^\d+(\.\d+)?$/.test(rate)) return false
  return mine.some((part) =>
    targets.flatMap(partsOf).some((goal) => part.unit === goal.unit && ratioPrints(part, goal, rate)),
  )
}

const partsOf = (figure: Figure): readonly Figure[] => figure.parts ?? [figure]

const ratioPrints = (part: Figure, goal: Figure, rate: string): boolean => {
  const [over, under] = [amountOf(part), amountOf(goal)]
  return (
    over !== null && under !== null && !isZero(under) && sameNumber(percentRounded(over, under, asPrinted(rate)), rate)
  )
}

const placesOf = ({ actuals, targets }: Indicator, rate: PrintedRate) => [
  rate.place,
  ...actuals.filter(({ year }) => year === rate.year).map(({ place }) => place),
  ...targets.slice(-1).map(({ place }) => place),
]

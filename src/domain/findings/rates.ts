import { type Achievement, achievementIn } from '../indicator/achievement.ts'
import { agreementOf } from '../indicator/printed-rate.ts'
import { proposeRules } from '../indicator/rules.ts'
import { say } from '../language/say.ts'
import type { Indicator, Note, PlanDraft, PrintedRate } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { asPrinted, isZero, percentRounded, printedNumber, sameNumber } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { amountOf } from './figures.ts'
import { when } from './when.ts'

/** 印刷された達成率が、その計画の式で出るか。式は、印刷された率をいちばん多く再現するもの。 */
export const rateFindings = (draft: PlanDraft): Note[] => {
  const { rules } = proposeRules(draft)
  const reckoned = (indicator: Indicator): Reckoned[] =>
    indicator.rates.flatMap((rate) => {
      if (rate.year === null) return []
      const achievement = achievementIn(indicator, rate.year, rules, draft.plan)
      const agreement = agreementOf(rate, achievement)
      const agrees = agreement === 'same' || agreement === 'not-printed' || isRateOfOnePart(indicator, rate)
      return agrees ? [] : [{ rate, achievement }]
    })
  return draft.indicators
    .filter(({ repeatOf }) => repeatOf === null)
    .flatMap((indicator) => {
      const wrong = reckoned(indicator)
      return [
        ...wrong.flatMap(({ rate, achievement }) =>
          achievement.kind === 'rate' ? [differing(indicator, rate, achievement)] : [],
        ),
        ...byHand(
          indicator,
          wrong.filter(({ achievement }) => achievement.kind !== 'rate'),
        ),
      ]
    })
}

type Reckoned = { readonly rate: PrintedRate; readonly achievement: Achievement }

const differing = (indicator: Indicator, rate: PrintedRate, achievement: Achievement & { kind: 'rate' }): Note =>
  note(
    'error',
    'rate-differs',
    {
      name: indicator.name,
      year: when(rate.year),
      printed: percent(rate.printed),
      computed: `${achievement.shown}％`,
      working: say(achievement.working),
    },
    placesOf(indicator, rate),
    [indicator.id],
  )

/** 実績と目標からは出ない率。年度ごとではなく、一つの指標に一つの気づきにまとめる。 */
const byHand = (indicator: Indicator, rates: readonly Reckoned[]): Note[] => {
  if (rates.length === 0) return []
  const denominator = denominatorInRemarks(indicator, rates)
  const params = {
    name: indicator.name,
    rates: rates.map(({ rate }) => `${when(rate.year)} ${percent(rate.printed)}`).join('、'),
    target: indicator.targets.at(-1)?.raw ?? '―',
  }
  const places = rates.flatMap(({ rate }) => placesOf(indicator, rate))
  return denominator === null
    ? [note('warning', 'rate-by-hand', params, places, [indicator.id])]
    : [note('info', 'rate-by-remarks', { ...params, denominator }, places, [indicator.id])]
}

const percent = (printed: string): string => (/[%％]$/.test(printed) ? printed : `${printed}％`)

/** 備考の「全14校」を分母にすると、印刷された率がすべて出るか。 */
const denominatorInRemarks = ({ actuals, remarks }: Indicator, rates: readonly Reckoned[]): string | null => {
  const stated = /全\s*([0-9０-９]+)\s*[^0-9０-９\s]{1,4}/.exec(remarks ?? '')
  const whole = printedNumber(stated?.[1] ?? '')
  if (!stated || whole === null || isZero(whole)) return null
  const explains = rates.every(({ rate: { year, printed } }) => {
    const number = printedNumber(printed)
    if (number === null) return false
    return actuals
      .filter((figure) => figure.year === year)
      .flatMap(partsOf)
      .some((part) => part.value !== null && sameNumber(percentRounded(part.value, whole, asPrinted(number)), number))
  })
  return explains ? stated[0] : null
}

/** いくつもの値を持つ升目（0か所・0ha）では、どれか一つの組から出る率ならよい。 */
const isRateOfOnePart = ({ actuals, targets }: Indicator, { year, printed }: PrintedRate): boolean => {
  const rate = printedNumber(printed)
  const mine = actuals.filter((figure) => figure.year === year).flatMap(partsOf)
  if (mine.length < 2 || rate === null) return false
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

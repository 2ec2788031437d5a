import { bareName } from '../indicator/read-accumulation.ts'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { asPrinted, compare, isZero, percentRounded, printedNumber, rounded, sameNumber } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { amountOf, yearly } from './figures.ts'
import { when } from './when.ts'

/**
 * 表と説明文（所見・備考）の食い違い。説明文の数はたいてい別のものの数なので、
 * 比べるのは、指標の名に続く値、名数から出した率、「目標を上回った・下回った」という断定だけにする。
 */
export const proseFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators.flatMap((indicator) => {
    const latest = yearly(indicator.actuals).findLast((figure) => amountOf(figure) !== null)
    const text = indicator.remarks?.normalize('NFKC') ?? ''
    if (!latest || text === '') return []
    return [
      ...namedValue(indicator, latest, text),
      ...ratio(indicator, latest, text),
      ...verdict(indicator, latest, text),
    ]
  })

const places = (indicator: Indicator, latest: Figure) => [latest.place, indicator.place]

/** 「令和3年の出生数は72人」。名の直後の、同じ単位の値だけを比べる。 */
const namedValue = (indicator: Indicator, latest: Figure, text: string): Note[] => {
  const unit = (latest.unit ?? indicator.unit ?? '').normalize('NFKC')
  const value = amountOf(latest)
  const name = bareName(indicator.name).normalize('NFKC')
  if (unit === '' || value === null || name.length < 3) return []
  const found = new RegExp(`${escaped(name)}は([0-9][0-9,]*(?:\\.[0-9]+)?)${escaped(unit)}`).exec(
    text.replaceAll(/\s/g, ''),
  )
  const said = printedNumber(found?.[1] ?? '')
  if (said === null || sameNumber(value, said)) return []
  return [
    note(
      'warning',
      'prose-differs',
      { name: indicator.name, year: when(latest.year), table: latest.raw, prose: found?.[0] ?? '' },
      places(indicator, latest),
      [indicator.id],
    ),
  ]
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 「114名の受検があり86名が合格(75.4%)」。二つの数の比がその率になるときだけ、表の率と比べる。 */
const ratio = (indicator: Indicator, latest: Figure, text: string): Note[] => {
  const table = amountOf(latest)
  if (table === null || !isPercentage(indicator, latest)) return []
  const found = /([0-9,]+)[名人件組][^。]{0,20}?([0-9,]+)[名人件組][^。]{0,12}\(([0-9.]+)%\)/.exec(text)
  const [, whole, part, said] = found?.map((each) => printedNumber(each)) ?? []
  if (!whole || !part || !said || isZero(whole)) return []
  const rounding = asPrinted(said)
  const computed = percentRounded(part, whole, rounding)
  if (!sameNumber(computed, said) || sameNumber(rounded(table, rounding), said)) return []
  return [
    note(
      'warning',
      'prose-ratio-differs',
      {
        name: indicator.name,
        prose: `${said}%`,
        table: latest.raw,
        part,
        whole,
        computed: `${computed}%`,
      },
      places(indicator, latest),
      [indicator.id],
    ),
  ]
}

const isPercentage = ({ unit, name }: Indicator, latest: Figure): boolean =>
  [unit, latest.unit].some((each) => each?.normalize('NFKC').startsWith('%')) || /[率割合]$/.test(bareName(name))

/** 「目標値を上回った主な要因は」「目標には達していない」。増やす指標で、同じ年度の目標があるときだけ。 */
const verdict = (indicator: Indicator, latest: Figure, text: string): Note[] => {
  const target = yearly(indicator.targets).find(({ year }) => year === latest.year)
  const goal = amountOf(target)
  const value = amountOf(latest)
  if (!target || goal === null || value === null || target.unit !== latest.unit) return []
  const over = /目標値?を(上回(?!らな)|超え(?!な))/.exec(text)
  const under = /目標値?(を下回|[にま][はで]*も?達してい?な|を達成でき(な|て(い)?な))/.exec(text)
  const wrong = (over && compare(value, goal) < 0 && over) || (under && compare(value, goal) > 0 && under)
  if (!wrong || (over && under)) return []
  return [
    note(
      'warning',
      'prose-verdict-differs',
      { name: indicator.name, year: when(latest.year), table: latest.raw, target: target.raw, prose: wrong[0] },
      [latest.place, target.place],
      [indicator.id],
    ),
  ]
}

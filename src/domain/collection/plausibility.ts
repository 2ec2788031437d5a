import { compareAmounts, numberInWords, unitOf } from '#domain/indicator/amounts.ts'
import { actualFor, finalTarget, hasNumber, targetFor } from '#domain/indicator/figures.ts'
import { aimOf } from '#domain/indicator/target.ts'
import type { Message, Params } from '#domain/language/message.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { compare, isNegative, isZero, negated, sameNumber, times } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { inBaseUnit, readUnit, sameUnit, scaleFactor } from '#domain/quantity/unit.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { AnswerValue } from './answer.ts'
import { figureOfAnswer } from './figure-of-answer.ts'

/** 入力のときの尋ね。断りではない。「このままでよい」と答えた符号は、値の `confirmed` に残る。 */
export type Question = { readonly code: QuestionCode; readonly message: Message }

export type QuestionCode =
  | 'not-number'
  | 'in-brackets'
  | 'unit-typed'
  | 'unit-slip'
  | 'ten-fold'
  | 'zero'
  | 'falls'
  | 'beyond-target'
  | 'over-hundred'
  | 'sign'
  | 'same'
  | 'equals-target'

/** 尋ねるのに要るもの。`indicator` は計画の指標（前の年までの実績と目標が分かる）。 */
export type QuestionInput = {
  readonly indicator: Indicator
  /** 尋ねている年度。 */
  readonly fiscalYear: number
  readonly value: AnswerValue | null
}

/**
 * この値で尋ねること。なければ空。答えたもの（`confirmed`）も入っている（`openQuestions` が除く）。
 * 同じ打ち間違いを二度尋ねないよう、大きさについては、いちばん言い当てているもの一つだけ。
 *
 * @example questionsOf({ indicator: 来場者数（R5 1,340人）, fiscalYear: 2024, value: 13,900 }) // → ten-fold
 */
export const questionsOf = ({ indicator, fiscalYear, value }: QuestionInput): readonly Question[] => {
  if (value?.kind !== 'actual' || value.absence !== null) return []
  const figure = figureOfAnswer(value, indicator, fiscalYear)
  const raw = value.raw
  if (figure.parts !== undefined) return []
  if (figure.status === 'reference') return [asked('in-brackets', { raw })]
  if (figure.value === null) return indicator.unit === null ? [] : [asked('not-number', { raw, unit: indicator.unit })]
  const input = compared(indicator, fiscalYear, figure, figure.value)
  const size = sizeQuestions.map((ask) => ask(input)).find((each) => each !== undefined)
  const others = otherQuestions.map((ask) => ask(input))
  return [...(size ? [size] : []), ...others.flatMap((each) => each ?? [])]
}

/** まだ答えていない尋ね。 */
export const openQuestions = (input: QuestionInput): readonly Question[] => {
  const confirmed = input.value?.kind === 'actual' ? input.value.confirmed : []
  return questionsOf(input).filter(({ code }) => !confirmed.includes(code))
}

const asked = (code: QuestionCode, params: Params): Question => ({
  code,
  message: { code: `answer-asked-${code}`, params },
})

/** 比べるもの。数はもとの単位（千人なら人）にそろえた、十進の字。 */
type Compared = {
  readonly indicator: Indicator
  readonly year: number
  readonly figure: Figure
  /** 打たれた数（書かれた単位のまま）と、もとの単位での数。 */
  readonly typed: string
  readonly now: string
  /** 前の年までの、数のある実績。古い順。 */
  readonly before: readonly Past[]
  readonly last: Past | undefined
  readonly target: Past | undefined
  readonly name: string
}

type Past = { readonly figure: Figure; readonly value: string; readonly words: string }

const compared = (indicator: Indicator, year: number, figure: Figure, typed: string): Compared => {
  const earlier = [...new Set(indicator.actuals.flatMap((each) => each.year ?? []))]
    .filter((each) => each < year)
    .sort()
  const before = earlier.flatMap((each) => pastOf(actualFor(indicator, each), figure, indicator) ?? [])
  const target = targetFor(indicator, year) ?? finalTarget(indicator)
  return {
    indicator,
    year,
    figure,
    typed,
    now: inBaseUnit(typed, unitOf(figure, indicator)),
    before,
    last: before.at(-1),
    target: target && aimOf(target, indicator).kind === 'amount' ? pastOf(target, figure, indicator) : undefined,
    name: plainText(indicator.name),
  }
}

/** 比べられる単位の、数一つの値だけ。 */
const pastOf = (past: Figure | undefined, figure: Figure, indicator: Indicator): Past | undefined => {
  if (!past || past.value === null || past.parts || past.upTo !== undefined || !hasNumber(past)) return undefined
  if (compareAmounts(past, figure, indicator) === undefined) return undefined
  const unit = unitOf(past, indicator)
  return { figure: past, value: inBaseUnit(past.value, unit), words: `${numberInWords(past.value)}${unit ?? ''}` }
}

type Ask = (input: Compared) => Question | undefined

const absolute = (value: string): string => (isNegative(value) ? negated(value) : value)
const isAtLeast = (a: string, b: string): boolean => compare(a, b) >= 0
const yearWords = (year: number | null): string => (year === null ? '' : fiscalYearInWords({ startYear: year }))

const facts = ({ figure, indicator, typed, last }: Compared, more: Params = {}): Params => ({
  now: `${numberInWords(typed)}${unitOf(figure, indicator) ?? ''}`,
  year: yearWords(last?.figure.year ?? null),
  last: last?.words ?? '',
  ...more,
})

/** 増えた・減った割合そのものの指標。前の年との比も、100％も、意味をなさない。 */
const isChangeRate = ({ name }: Compared): boolean =>
  /増減|増加率|減少率|伸び|変化率|上昇率|成長率|対前年|前年(?:度)?比|超過/.test(name)

/** 印刷の単位で 20 までの数は、1件→10件 のように、ふつうに何倍にもなる。位の付いた単位（百万円）は小さい数でも大きい。 */
const isSmall = (input: Compared): boolean => {
  const { factor, base } = readUnit(unitOf(input.figure, input.indicator) ?? '')
  const most = times('20', base === '%' || compare(factor, '1') > 0 ? '0' : factor)
  return [input.now, input.last?.value ?? '0'].every((each) => !isAtLeast(absolute(each), most))
}

/** 前の年の何倍か。7 倍からを桁違いと見る（一桁ずれたうえに、三割減っていることもある）。 */
const isTimes = (bigger: string, smaller: string, least: string, most?: string): boolean =>
  isAtLeast(bigger, times(smaller, least)) && (most === undefined || !isAtLeast(bigger, times(smaller, most)))

type Ratio = { readonly bigger: string; readonly smaller: string; readonly grew: boolean }

const ratioOf = ({ now, last }: Compared): Ratio | undefined => {
  if (!last || isZero(now) || isZero(last.value) || isNegative(now) !== isNegative(last.value)) return undefined
  const [a, b] = [absolute(now), absolute(last.value)]
  return isAtLeast(a, b) ? { bigger: a, smaller: b, grew: true } : { bigger: b, smaller: a, grew: false }
}

/** 円と千円、人と千人の取り違え。前の年のおよそ千倍か千分の一。 */
const unitSlip: Ask = (input) => {
  const ratio = ratioOf(input)
  if (!ratio || isChangeRate(input) || !isTimes(ratio.bigger, ratio.smaller, '400', '2500')) return undefined
  const unit = unitOf(input.figure, input.indicator) ?? ''
  const code = ratio.grew ? 'answer-asked-unit-slip' : 'answer-asked-unit-slip-part'
  return { code: 'unit-slip', message: { code, params: facts(input, { unit }) } }
}

const tenFold: Ask = (input) => {
  const ratio = ratioOf(input)
  if (!ratio || isChangeRate(input) || isSmall(input) || !isTimes(ratio.bigger, ratio.smaller, '7')) return undefined
  const code = ratio.grew ? 'answer-asked-ten-fold' : 'answer-asked-tenth'
  return { code: 'ten-fold', message: { code, params: facts(input) } }
}

/** 値の続いていた指標が 0 になった。なくすことが目標の指標（待機児童）と、もともと少ないもの（5 未満）は尋ねない。 */
const zero: Ask = (input) => {
  const { now, before, last, target } = input
  if (!isZero(now) || !last || before.length < 2) return undefined
  if (before.slice(-2).some(({ value }) => isZero(value) || isNegative(value)) || isChangeRate(input)) return undefined
  if (compare(last.figure.value ?? '0', '5') < 0 || (target && isZero(target.value))) return undefined
  return asked('zero', facts(input))
}

/** 累計が前の年より減った。累計かどうか分からないもの（単年・水準）は、減るのがふつうなので尋ねない。 */
const falls: Ask = (input) => {
  const { indicator, now, last } = input
  if (indicator.accumulation.kind !== 'cumulative' || !last || isAtLeast(now, last.value)) return undefined
  return asked('falls', facts(input))
}

/** 目標の 3 倍を越えた。前の年も越えていたなら、いつものこと。減らす指標は、目標を越えるのが悪い方なので尋ねない。 */
const beyondTarget: Ask = (input) => {
  const { indicator, now, target, last } = input
  if (!target || isZero(target.value) || isNegative(target.value) || isSmall(input)) return undefined
  const aim = aimOf(target.figure, indicator)
  if (aim.kind !== 'amount' || aim.better === 'less') return undefined
  const beyond = (value: string) => isAtLeast(value, times(target.value, '3'))
  if (!beyond(now) || (last && beyond(last.value))) return undefined
  return asked('beyond-target', facts(input, { target: target.words }))
}

const sizeQuestions: readonly Ask[] = [unitSlip, tenFold, zero, falls, beyondTarget]

/** 換算できるが違う単位（円と千円）。「112万」のように位の語を添えただけなら、尋ねない。 */
const unitTyped: Ask = (input) => {
  const { figure, indicator } = input
  const fixed = indicator.unit ?? input.last?.figure.unit ?? null
  if (fixed === null || figure.unit === null || sameUnit(figure.unit, fixed)) return undefined
  if (isScaled(plainText(figure.unit), plainText(fixed))) return undefined
  return asked('unit-typed', facts(input, { raw: figure.raw, unit: fixed }))
}

const isScaled = (typed: string, fixed: string): boolean =>
  typed.endsWith(fixed) && scaleFactor(typed.slice(0, -fixed.length)) !== undefined

/** 100 を越えてもおかしくない％。 */
const mayPassHundred =
  /比率|自給率|充足率|達成率|進捗|倍率|指数|回収率|稼働率|対.{1,6}比|比$|就航率|普及率.*人口|昼夜間/

const overHundred: Ask = (input) => {
  const { indicator, figure, now, before, target, name } = input
  if (readUnit(unitOf(figure, indicator) ?? '').base !== '%' || !exceeds(now, '100')) return undefined
  if (isChangeRate(input) || mayPassHundred.test(name)) return undefined
  const known = [...before, ...(target ? [target] : [])]
  return known.some(({ value }) => exceeds(value, '100')) ? undefined : asked('over-hundred', facts(input))
}

const exceeds = (a: string, b: string): boolean => compare(a, b) > 0

/** 負の数のない指標に負の数、負の数ばかりの指標に正の数。 */
const sign: Ask = (input) => {
  const { indicator, now, before, target } = input
  const baseline = pastOf(indicator.baseline ?? undefined, input.figure, indicator)
  const past = [...before, ...(baseline ? [baseline] : [])].filter(({ value }) => !isZero(value))
  if (past.length === 0 || isZero(now)) return undefined
  if (isNegative(now)) {
    const seen = [...past, ...(target ? [target] : [])].some(({ value }) => isNegative(value))
    return seen || isChangeRate(input) ? undefined : asked('sign', facts(input))
  }
  if (before.length === 0 || !past.every(({ value }) => isNegative(value))) return undefined
  return { code: 'sign', message: { code: 'answer-asked-sign-lost', params: facts(input) } }
}

/** 桁の数。「1,250」は 4、「63.1」は 3。小さい数が同じになるのはふつうのこと。 */
const digitsIn = (value: string): number => value.replace(/[-.]/g, '').length

/** すぐ前の年と、三桁以上まで同じ。その前の年も同じなら、動かない指標。上限（100％）に届いたままも。 */
const same: Ask = (input) => {
  const { now, typed, before, last, year, figure, indicator } = input
  if (!last || last.figure.year !== year - 1 || digitsIn(typed) < 3 || !sameNumber(now, last.value)) return undefined
  const earlier = before.at(-2)
  if (earlier && sameNumber(earlier.value, now)) return undefined
  return isFull(now, figure, indicator) ? undefined : asked('same', facts(input))
}

const isFull = (now: string, figure: Figure, indicator: Indicator): boolean =>
  sameNumber(now, '100') && readUnit(unitOf(figure, indicator) ?? '').base === '%'

/**
 * 目標と、三桁以上までちょうど同じ。目標の欄は入力の欄の隣にあり、写し間違いがいちばん多い。
 * 前の年も目標と同じなら（届いたままの水準）、尋ねない。
 */
const equalsTarget: Ask = (input) => {
  const { now, typed, target, last, figure, indicator } = input
  if (!target || digitsIn(typed) < 3 || !sameNumber(now, target.value)) return undefined
  if ((last && sameNumber(last.value, now)) || isFull(now, figure, indicator)) return undefined
  return asked('equals-target', facts(input, { target: target.words }))
}

const otherQuestions: readonly Ask[] = [unitTyped, overHundred, sign, same, equalsTarget]

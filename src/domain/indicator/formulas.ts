import type { Message, Params } from '#domain/language/message.ts'
import { compare, isNegative, isZero, minus, times } from '#domain/quantity/decimal.ts'
import type { NoRate } from './achievement.ts'
import { type Fraction, fraction } from './fraction.ts'
import type { AmountAim } from './target.ts'

/** 式に入れる量。数はもとの単位（千人なら人）にそろえてあり、`words` は印刷する形。年度を足した量は、足した数も持つ。 */
export type Amount = {
  readonly value: string
  readonly words: string
  readonly sum?: { readonly terms: string; readonly unit: string }
}

export type Amounts = {
  readonly aim: AmountAim
  readonly target: Amount
  readonly actual: Amount
  readonly baseline: Amount | undefined
}

/** 式の答え。率の分数か、達成・未達成だけか、出せないわけ。 */
export type Answer =
  | { readonly kind: 'fraction'; readonly rate: Fraction; readonly met: boolean; readonly working: Message }
  | { readonly kind: 'judged'; readonly met: boolean; readonly working: Message }
  | { readonly kind: 'none'; readonly why: NoRate; readonly working: Message }

/** 目標に届いたか。率ではなく、実績と目標をそのまま比べる。未満・超は同じ値では届かない。 */
const meets = ({ better, strict }: Pick<AmountAim, 'better' | 'strict'>, actual: string, target: string): boolean => {
  const ahead = better === 'more' ? compare(actual, target) : compare(target, actual)
  return strict ? ahead > 0 : ahead >= 0
}

const also = (...codes: readonly string[]): readonly Message[] => codes.map((code) => ({ code, params: {} }))

const judged = ({ aim, target, actual }: Amounts, reason: string): Answer => {
  const met = meets(aim, actual.value, target.value)
  const code = met ? 'working-judged-met' : 'working-judged-not-met'
  const params = { actual: actual.words, target: target.words }
  return { kind: 'judged', met, working: { code, params, also: also(reason) } }
}

/** 式の中の負の数はかっこに入れる：「−200人−(−350人)」。 */
const term = ({ value, words }: Amount): string => (isNegative(value) ? `(${words})` : words)

/** 「47件 ÷ 45件」。年度を足した実績なら「（3＋4）件 ÷ 15件」。 */
const formula = (code: string, { actual, target }: Amounts, more: Params = {}): Message =>
  actual.sum
    ? { code: `${code}-of-sum`, params: { ...actual.sum, target: term(target), ...more } }
    : { code, params: { actual: term(actual), target: term(target), ...more } }

const rated = (amounts: Amounts, rate: Fraction, working: Message): Answer => ({
  kind: 'fraction',
  rate,
  met: meets(amounts.aim, amounts.actual.value, amounts.target.value),
  working,
})

/**
 * 実績÷目標（F1・F1y・F6・F7）。少ないほどよい指標は 目標÷実績（岐阜県の動く目標と同じ、F11）。
 * 目標が 0 や負の数なら割合にならないので、達成・未達成だけを言う。目標のある減少指標で実績が 0 以下でも同じ。
 */
export const ratio = (amounts: Amounts): Answer => {
  const { aim, target, actual } = amounts
  if (isZero(target.value)) return judged(amounts, 'because-zero-target')
  if (isNegative(target.value)) return judged(amounts, 'because-negative-target')
  if (aim.better === 'more')
    return rated(amounts, fraction(actual.value, target.value), formula('working-ratio', amounts))
  if (compare(actual.value, '0') <= 0) return judged(amounts, 'because-nothing-left')
  return rated(amounts, fraction(target.value, actual.value), {
    ...formula('working-inverse-ratio', amounts),
    also: also('because-less-is-better'),
  })
}

/** 目標が基準値より、よい側にあるか（1）、同じか（0）、悪い側か（−1）。 */
const ambition = ({ aim, target, baseline }: Amounts & { readonly baseline: Amount }): -1 | 0 | 1 =>
  aim.better === 'more' ? compare(target.value, baseline.value) : compare(baseline.value, target.value)

const withBaseline = (amounts: Amounts): (Amounts & { readonly baseline: Amount }) | undefined =>
  amounts.baseline ? { ...amounts, baseline: amounts.baseline } : undefined

const noBaseline: Answer = { kind: 'none', why: 'no-baseline', working: { code: 'working-no-baseline', params: {} } }

const following = (answer: Answer, ...codes: readonly string[]): Answer => ({
  ...answer,
  working: { ...answer.working, also: [...(answer.working.also ?? []), ...also(...codes)] },
})

const progressWords = (amounts: Amounts & { readonly baseline: Amount }) => ({
  actual: term(amounts.actual),
  target: term(amounts.target),
  baseline: term(amounts.baseline),
})

/**
 * （実績−基準）÷（目標−基準）（F2）。増やす指標にも減らす指標にもそのまま使える。
 * 目標が基準と同じか、すでに基準の方がよい（維持・下げ止まり）ときは、進む道のりがないので
 * 実績÷目標に替える（岐阜県 県内就職率 62.8→60.0 の扱い）。
 */
export const progress = (amounts: Amounts): Answer => {
  const full = withBaseline(amounts)
  if (!full) return noBaseline
  const way = ambition(full)
  if (way <= 0)
    return following(ratio(amounts), way === 0 ? 'because-target-is-baseline' : 'because-target-behind-baseline')
  const { target, actual, baseline } = full
  const rate = fraction(minus(actual.value, baseline.value), minus(target.value, baseline.value))
  const code = compare(target.value, baseline.value) > 0 ? 'working-progress' : 'working-progress-down'
  return rated(full, rate, { code, params: progressWords(full) })
}

/** 計画期間の何年目か（1 から）と、全部で何年か。 */
export type Elapsed = { readonly years: number; readonly of: number }

/**
 * 年度按分（F4 多摩市）。n 年目は目標の n/N を分母にする。減らす指標は「減らす幅」を按分する。
 * 維持の目標は按分せず、目標そのものと比べる。達成は、その年までの按分に届いたかで言う。
 */
export const proRata = (amounts: Amounts, elapsed: Elapsed): Answer => {
  if (amounts.aim.direction === 'keep') return following(ratio(amounts), 'because-kept')
  if (amounts.aim.better === 'less') return proRataReduction(amounts, elapsed)
  const { target, actual } = amounts
  if (compare(target.value, '0') <= 0) return ratio(amounts)
  const due = times(target.value, String(elapsed.years))
  const reached = times(actual.value, String(elapsed.of))
  return {
    kind: 'fraction',
    rate: fraction(reached, due),
    met: meets(amounts.aim, reached, due),
    working: formula('working-pro-rata', amounts, { ...elapsed }),
  }
}

const proRataReduction = (amounts: Amounts, elapsed: Elapsed): Answer => {
  const full = withBaseline(amounts)
  if (!full) return noBaseline
  if (ambition(full) <= 0) return following(ratio(amounts), 'because-target-behind-baseline')
  const reduced = times(minus(full.baseline.value, full.actual.value), String(elapsed.of))
  const due = times(minus(full.baseline.value, full.target.value), String(elapsed.years))
  return {
    kind: 'fraction',
    rate: fraction(reduced, due),
    met: meets({ better: 'more', strict: full.aim.strict }, reduced, due),
    working: { code: 'working-pro-rata-down', params: { ...progressWords(full), ...elapsed } },
  }
}

/** 幅の目標（20～30㎢）。両端を含む。 */
export const within = (
  range: { readonly from: string; readonly to: string; readonly words: string },
  actual: Amount,
): Answer => {
  const met = compare(actual.value, range.from) >= 0 && compare(actual.value, range.to) <= 0
  const code = met ? 'working-inside-range' : 'working-outside-range'
  return { kind: 'judged', met, working: { code, params: { actual: actual.words, range: range.words } } }
}

import type { Message } from '#domain/language/message.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { isDecimal, isZero, sameNumber } from '#domain/quantity/decimal.ts'
import type { Figure, FigureStatus, Qualifier } from '#domain/quantity/figure.ts'
import { amountInWords, compareAmounts, unitOf } from './amounts.ts'
import { type Better, directionWord } from './direction.ts'
import { finalTarget, isAbsent } from './figures.ts'

/** 向き。増やす・減らす・保つ。範囲の中は RangeAim。 */
type Direction = 'up' | 'down' | 'keep'

/** 向きの確かさ。stated 書いてある、inferred 推し量った、conflicting 手がかりが食い違う、assumed 手がかりがない。 */
type Sureness = 'stated' | 'inferred' | 'conflicting' | 'assumed'

/**
 * 目標の求めるもの。ことばの「以上・以下・未満・維持」が、ほかのどの手がかりより強い（手引き §1.3）。
 * - amount 数に届くこと。`strict` は同じ値では足りない（未満・超）。
 * - range 幅の中にあること。
 * - qualitative 「計画策定」。relative 「前年度以上」「全国平均以上」「可能な限りゼロ」。
 * - several 「各校1回以上」のように系列がいくつもある。unset 目標が置かれていない。
 */
export type TargetAim =
  | AmountAim
  | { readonly kind: 'range'; readonly from: string; readonly to: string; readonly unit: string | null }
  | { readonly kind: 'qualitative' | 'relative' | 'several'; readonly text: string }
  | { readonly kind: 'unset'; readonly status: FigureStatus; readonly text: string }

export type AmountAim = {
  readonly kind: 'amount'
  readonly amount: string
  readonly unit: string | null
  readonly direction: Direction
  readonly better: Better
  readonly strict: boolean
  readonly sureness: Sureness
  /** なぜその向きと読んだか。 */
  readonly evidence: readonly Message[]
}

const relativeWords =
  /前年|昨年|前回|前期|全国(?:の)?(?:平均|順位|\d|一位|1位|値|水準)|県(?:の)?(?:平均|内\d|内平均|値)|類似団体|平均(?:を|以上|以下|値|並)|可能な限り|できる限り|できるだけ|限りなく|上回る|下回る|^(?:増加|減少|上昇|低下|向上|改善|拡大|縮小|縮減|増|減)(?:させる|する|を目指す)?$|^\d+位(?:以内)?$/

const severalWords = /各(?:校|学校|小学校|中学校|園|地区|地域|町|区|課|施設|館|団体|年代|学年|科目|所)/

const unsetWords = /設定(?:が)?(?:困難|しない|なし|せず)|実績値の管理|目標(?:値)?(?:なし|未設定)|未設定|^なし$/

/**
 * 目標の欄から、何を求めているかを読む。
 * `aimOf(67人以下, 出火件数)` → amount 67・down・stated、`aimOf(計画策定, …)` → qualitative
 */
export const aimOf = (target: Figure, indicator: Indicator): TargetAim => {
  const text = target.text ?? target.raw
  const plain = plainText(target.raw)
  if (isAbsent(target)) return { kind: 'unset', status: target.status, text: target.raw }
  if (unsetWords.test(plain)) return { kind: 'unset', status: target.status, text }
  if (severalWords.test(plain) || (target.parts?.length ?? 0) > 1) return { kind: 'several', text: target.raw }
  if (relativeWords.test(plain)) return { kind: 'relative', text }
  if (target.value === null) return keptBaseline(target, indicator) ?? { kind: 'qualitative', text }
  const unit = unitOf(target, indicator)
  if (target.upTo !== undefined) return { kind: 'range', from: target.value, to: target.upTo, unit }
  return { kind: 'amount', amount: target.value, unit, ...leaning(target, indicator) }
}

/** 「現状維持」とだけ書かれた目標は、基準値を保つこと。 */
const keptBaseline = (target: Figure, indicator: Indicator): AmountAim | undefined => {
  const { baseline } = indicator
  if (!baseline || baseline.value === null || !/維持|持続/.test(plainText(target.raw))) return undefined
  const kept = { ...baseline, qualifier: 'keep' as const, raw: target.raw }
  return { kind: 'amount', amount: baseline.value, unit: unitOf(baseline, indicator), ...leaning(kept, indicator) }
}

type Leaning = Pick<AmountAim, 'direction' | 'better' | 'strict' | 'sureness' | 'evidence'>

type Side = { readonly better: Better; readonly strict: boolean }

const sides = {
  'at-least': { better: 'more', strict: false },
  above: { better: 'more', strict: true },
  'at-most': { better: 'less', strict: false },
  within: { better: 'less', strict: false },
  below: { better: 'less', strict: true },
} as const satisfies Partial<Record<Qualifier, Side>>

const qualifierWords = {
  以上: 'at-least',
  超: 'above',
  以下: 'at-most',
  以内: 'within',
  未満: 'below',
} as const satisfies Record<string, keyof typeof sides>

const sideOf = (qualifier: Qualifier | null): Side | undefined =>
  qualifier !== null && qualifier in sides ? sides[qualifier as keyof typeof sides] : undefined

type Spoken = { readonly side: Side; readonly word: string }

const spokenIn = (plain: string, amount: string): Spoken | undefined => {
  for (const [number, word] of [
    ...plain.matchAll(/(-?[\d,]+(?:\.\d+)?)[^\d,、。()]{0,6}?(以上|以下|以内|未満|超)/g),
  ].map((match) => [match[1] ?? '', match[2] as keyof typeof qualifierWords] as const)) {
    const digits = number.replaceAll(',', '')
    if (isDecimal(digits) && sameNumber(digits, amount)) return { side: sides[qualifierWords[word]], word }
  }
  return undefined
}

/**
 * 書かれた「以上・以下…」。目標の欄にあればそれ、なければ指標名の中の、目標と同じ数に付いたもの
 * （「18％以内の持続」）。「40歳未満の就農者数」の未満は人の範囲であり、目標の向きではない。
 */
const stated = (target: Figure, indicator: Indicator): Spoken | undefined => {
  const own = sideOf(target.qualifier)
  const amount = target.value ?? '0'
  if (own) return { side: own, word: target.raw }
  return spokenIn(plainText(target.raw), amount) ?? spokenIn(plainText(indicator.name), amount)
}

const keepWords = /維持|持続|現状|継続|水準を保/

/** 「飼養頭数の維持」のような指標名。途中の維持（「維持管理」）は違う。 */
const keepName = /(?:維持|持続)(?:\(.*\))?$/

/**
 * 向きは指標に一つ。年度ごとの目標は、途中で基準値より低く始まることがあるので（砂川市 市内企業就職率
 * 36.7％ → 3年度 36.0％ → 7年度 40.0％）、最終目標で決める。
 */
const leading = (target: Figure, indicator: Indicator): Figure => {
  const final = finalTarget(indicator)
  return final && final.value !== null && final.upTo === undefined ? final : target
}

const leaning = (target: Figure, indicator: Indicator): Leaning => {
  const lead = leading(target, indicator)
  const said = stated(target, indicator) ?? stated(lead, indicator)
  const keeps =
    target.qualifier === 'keep' || keepWords.test(plainText(target.raw)) || keepName.test(plainText(indicator.name))
  if (said) {
    const evidence = [{ code: 'direction-stated', params: { words: said.word } }]
    return { direction: keeps ? 'keep' : turned(said.side.better), ...said.side, sureness: 'stated', evidence }
  }
  const move = moveOf(lead, indicator)
  const guess = guessed(lead, indicator, keeps ? undefined : move)
  if (keeps) return { ...guess, direction: 'keep', sureness: 'stated' }
  return move?.better === 'same' ? { ...guess, direction: 'keep' } : guess
}

const turned = (better: Better): Direction => (better === 'more' ? 'up' : 'down')

type Move = { readonly better: Better | 'same'; readonly baseline: string; readonly target: string }

/** 基準値から目標値への動き。単位が合わないとき、期間の合計（基準値は別の期間の水準）のときは何も言えない。 */
const moveOf = (target: Figure, indicator: Indicator): Move | undefined => {
  const { baseline, accumulation } = indicator
  if (accumulation.kind === 'period-total' || target.scope === 'period') return undefined
  if (!baseline || baseline.value === null || target.value === null) return undefined
  const compared = compareAmounts(target, baseline, indicator)
  if (compared === undefined) return undefined
  const better = compared === 0 ? 'same' : compared > 0 ? 'more' : 'less'
  return { better, baseline: amountInWords(baseline, indicator), target: amountInWords(target, indicator) }
}

const guessed = (target: Figure, indicator: Indicator, move: Move | undefined): Leaning => {
  const heard = directionWord(indicator.name)
  const pulls = move && move.better !== 'same' ? { ...move, better: move.better } : undefined
  if (heard && pulls && heard.better !== pulls.better) {
    const params = { word: heard.word, baseline: pulls.baseline, target: pulls.target }
    const code = heard.better === 'more' ? 'direction-conflict-more' : 'direction-conflict-less'
    return inferred(heard.better, 'conflicting', { code, params })
  }
  if (heard)
    return inferred(heard.better, 'inferred', { code: `direction-word-${heard.better}`, params: { word: heard.word } })
  if (pulls) {
    const params = { baseline: pulls.baseline, target: pulls.target }
    return inferred(pulls.better, 'inferred', { code: `direction-move-${pulls.better}`, params })
  }
  // 0 を目標に置くのは、なくしたいものがあるとき（待機児童0人）。
  const zero = isZero(target.value ?? '1')
  return inferred(zero ? 'less' : 'more', 'assumed', {
    code: zero ? 'direction-assumed-zero' : 'direction-assumed',
    params: {},
  })
}

const inferred = (better: Better, sureness: Sureness, evidence: Message): Leaning => ({
  direction: turned(better),
  better,
  strict: false,
  sureness,
  evidence: [evidence],
})

import type { PrintedRate } from '../plan/draft.ts'
import { printedNumber, sameNumber } from '../quantity/decimal.ts'
import type { Achievement } from './achievement.ts'

/**
 * 印刷された達成率と計算し直した達成率の突き合わせ。
 * same 一致、differs 違う、not-computed 印刷はあるが計算では出せない、not-printed 印刷がない。
 */
export type Agreement = 'same' | 'differs' | 'not-computed' | 'not-printed'

/** 「100％」と「100.0」は同じ。「―」しか印刷がなければ not-printed。 */
export const agreementOf = (printed: PrintedRate | undefined, achievement: Achievement): Agreement => {
  const rate = printed ? printedNumber(printed.printed) : null
  if (rate === null) return 'not-printed'
  const computed =
    achievement.kind === 'rate' || achievement.kind === 'manual' ? printedNumber(achievement.shown) : null
  if (computed === null) return 'not-computed'
  return sameNumber(rate, computed) ? 'same' : 'differs'
}

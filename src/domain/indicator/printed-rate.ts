import Big from 'big.js'
import type { PrintedRate } from '../plan/draft.ts'
import type { Achievement } from './achievement.ts'

/**
 * 印刷された達成率と計算し直した達成率の突き合わせ。
 * same 一致、differs 違う、not-computed 印刷はあるが計算では出せない、not-printed 印刷がない。
 */
export type Agreement = 'same' | 'differs' | 'not-computed' | 'not-printed'

const decimalIn = (printed: string): Big | undefined => {
  const plain = printed.normalize('NFKC').replace(/[%,\s]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? new Big(plain) : undefined
}

/** 「100％」と「100.0」は同じ。「―」しか印刷がなければ not-printed。 */
export const agreementOf = (printed: PrintedRate | undefined, achievement: Achievement): Agreement => {
  const rate = printed && decimalIn(printed.printed)
  if (!rate) return 'not-printed'
  const computed =
    achievement.kind === 'rate' || achievement.kind === 'manual' ? decimalIn(achievement.shown) : undefined
  if (!computed) return 'not-computed'
  return rate.eq(computed) ? 'same' : 'differs'
}

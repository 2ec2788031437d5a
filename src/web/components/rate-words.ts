import type { Achievement } from '#domain/indicator/achievement.ts'
import type { Frame } from '../frame.ts'

/** 達成率の短いことば。「104.4%」「達成」「―」 */
export const rateWords = (frame: Frame, achievement: Achievement): string => {
  if (achievement.kind === 'rate' || achievement.kind === 'manual') return `${achievement.shown}%`
  if (achievement.kind === 'judged') return frame.t(achievement.met ? 'rate.met' : 'rate.not-met')
  return '―'
}

/** 印刷された率。読み取りが落とした「%」を戻す。「―」には付けない。 */
export const percentAsPrinted = (printed: string): string =>
  /[%％]$/.test(printed) || !/\d/.test(printed) ? printed : `${printed}%`

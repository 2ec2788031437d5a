import { plainText } from '../language/plain-text.ts'

/** 持続可能な開発目標（SDGs）の 17 のゴール。題は画面のことばの目録に置く。 */
export const sdgGoals = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const
export type SdgGoal = (typeof sdgGoals)[number]

/**
 * 印が SDGs のゴールなら、その番号。番号だけのものも、題やターゲット（4.3）の付いたものも読む。
 * `sdgGoal('関連するSDGs', '４ 質の高い教育をみんなに')` → 4、`sdgGoal('新たな視点', '1')` → undefined
 */
export const sdgGoal = (kind: string, value: string): SdgGoal | undefined => {
  if (!isSdgKind(kind)) return undefined
  const number = /^(?:SDGs?|ゴール|目標|No\.?)?(\d{1,2})(?!\d)/i.exec(plainText(value))?.[1]
  return sdgGoals.find((goal) => goal === Number(number))
}

/** 印の種類が SDGs か。 */
export const isSdgKind = (kind: string): boolean => /SDGs?|持続可能な開発目標/i.test(plainText(kind))

import type { Message } from '../language/message.ts'
import type { Indicator } from '../plan/draft.ts'

/**
 * 達成率の式（domain の手引き §1.1）。
 * ratio-to-final 実績÷最終目標（F1）、ratio-to-year 実績÷その年度の目標（F1y）、
 * progress （実績−基準）÷（目標−基準）（F2）、pro-rata 年度按分（F4）、
 * period-total 期間の合計÷期間の目標（F6）、cumulative 起点つき累計をそのまま最終目標で割る（F7）。
 */
export type Formula = 'ratio-to-final' | 'ratio-to-year' | 'progress' | 'pro-rata' | 'period-total' | 'cumulative'

/** 端数。half-up 四捨五入、down 切捨て、up 切上げ。 */
export type Rounding = { readonly mode: 'half-up' | 'down' | 'up'; readonly places: 0 | 1 | 2 }

/** 版が選ぶ達成率の決まり。 */
export type AchievementRules = {
  readonly formula: Formula
  readonly rounding: Rounding
  /** 下限（'0' なら負を 0 とする）。 */
  readonly floor: string | null
  /** 上限（'100' なら 100 で止める）。 */
  readonly cap: string | null
}

/** 率の出せないわけ。 */
export type NoRate =
  | 'no-actual'
  | 'no-target'
  | 'no-baseline'
  | 'qualitative'
  | 'zero-target'
  | 'target-is-baseline'
  | 'units-differ'
  | 'several-series'
  | 'relative-target'
  | 'doubtful'

/**
 * 達成率の答え。`percent` は丸めない値（十進 20 桁まで）、`shown` は版の決まりで丸めたもの（「104.4」）、
 * `met` は目標に達したか（丸めない値で判じる）。`working` は「47件 ÷ 45件 ＝ 104.4％」。
 */
export type Achievement =
  | {
      readonly kind: 'rate'
      readonly percent: string
      readonly shown: string
      readonly met: boolean
      readonly working: Message
    }
  | { readonly kind: 'judged'; readonly met: boolean; readonly working: Message }
  | { readonly kind: 'manual'; readonly shown: string; readonly reason: string; readonly working: Message }
  | { readonly kind: 'none'; readonly why: NoRate; readonly working: Message }

export type PlanYears = { readonly firstYear: number | null; readonly lastYear: number | null }

/** ある年度の達成率。 */
export const achievementIn = (
  _indicator: Indicator,
  _year: number,
  _rules: AchievementRules,
  _plan: PlanYears,
): Achievement => {
  throw new Error('being written')
}

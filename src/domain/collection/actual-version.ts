import type { Figure } from '../quantity/figure.ts'

/**
 * 実績の版。速報 preliminary → 確定 final → 遡及修正 revised。系列にはいちばん新しい版が立ち、前の版は履歴に残る。
 * 公表したものは公表の側で凍っているので、版が改まっても変わらない。
 */
export type ActualVersion = {
  readonly indicatorId: string
  readonly year: number
  readonly number: number
  readonly kind: 'preliminary' | 'final' | 'revised'
  readonly figure: Figure
  /** 改めたわけ（「国の制度の変更」）。初めの版は null。 */
  readonly reason: string | null
  readonly at: string
  readonly by: string
  /** この版を生んだ回答の項目（照会の外で直したものは null）。 */
  readonly itemId: string | null
}

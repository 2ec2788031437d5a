import type { Message } from '#domain/language/message.ts'
import { compare } from '#domain/quantity/decimal.ts'

/** 率の条件。以上（from）か、超（above）。どちらもなければ残り全部。 */
export type Threshold = { readonly from?: string | undefined; readonly above?: string | undefined }

/** 丸めない率が条件に合うか。`meetsThreshold('79.96', { from: '80' })` → false */
export const meetsThreshold = (percent: string, { from, above }: Threshold): boolean =>
  (from === undefined || compare(percent, from) >= 0) && (above === undefined || compare(percent, above) > 0)

const floorOf = ({ from, above }: Threshold): string | undefined => above ?? from

/** 前の区分の条件のうち、いちばん低い境。この区分の率は、その下にある。 */
const ceilingOf = (earlier: readonly Threshold[]): Threshold | undefined =>
  earlier
    .filter((each) => floorOf(each) !== undefined)
    .reduce<Threshold | undefined>((low, each) => {
      const order = low ? compare(floorOf(each) ?? '0', floorOf(low) ?? '0') : -1
      return order < 0 || (order === 0 && each.from !== undefined) ? each : low
    }, undefined)

const part = (code: string, percent: string): Message => ({ code, params: { percent } })

/**
 * 率の幅をことばの部品に。前の区分で受けなかったぶんが上の端になる。
 *
 * @example bandParts({ from: '80' }, [{ from: '100' }]) // → 「80％以上」「100％未満」
 */
export const bandParts = (rule: Threshold, earlier: readonly Threshold[]): readonly Message[] => {
  const ceiling = ceilingOf(earlier)
  const lower =
    rule.above !== undefined
      ? [part('grade-band-above', rule.above)]
      : rule.from !== undefined
        ? [part('grade-band-from', rule.from)]
        : []
  if (!ceiling) return lower.length > 0 ? lower : [{ code: 'grade-band-any', params: {} }]
  const kind = ceiling.from !== undefined && ceiling.above === undefined ? 'under' : 'up-to'
  return [...lower, part(`grade-band-${lower.length > 0 ? 'and-' : ''}${kind}`, floorOf(ceiling) ?? '0')]
}

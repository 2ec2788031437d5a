/** 縦の目盛。`low` から `high` までを `step` ごとに刻む。 */
export type Scale = { readonly low: number; readonly high: number; readonly step: number; readonly places: number }

/**
 * 切りのよい目盛（1・2・5 の十倍ずつ）。`fromZero` なら必ず 0 を含む（棒の長さが値の大きさになるように）。
 *
 * @example niceScale([1120, 1241], { fromZero: true }) // → { low: 0, high: 1500, step: 500, places: 0 }
 */
export const niceScale = (values: readonly number[], { fromZero }: { readonly fromZero: boolean }): Scale => {
  const all = values.length === 0 ? [0] : values
  const [least, most] = [Math.min(...all, ...(fromZero ? [0] : [])), Math.max(...all, ...(fromZero ? [0] : []))]
  const spread = most - least || Math.abs(most) || 1
  const step = niceStep(spread / 4)
  const low = Math.floor(least / step) * step
  const high = Math.ceil(most / step) * step
  return { low: clean(low), high: clean(high === low ? low + step : high), step, places: placesOf(step) }
}

const niceStep = (rough: number): number => {
  const ten = 10 ** Math.floor(Math.log10(rough))
  const times = [1, 2, 5].find((nice) => rough / ten <= nice + 1e-9) ?? 10
  return clean(times * ten)
}

/** 0.1 + 0.2 の端数を除く。 */
const clean = (value: number): number => Number(value.toPrecision(12))

const placesOf = (step: number): number => Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)))

/** 目盛の値。 */
export const ticksOf = ({ low, high, step }: Scale): readonly number[] =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => clean(low + index * step))

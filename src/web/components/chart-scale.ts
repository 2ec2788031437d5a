/** 縦の目盛り。 */
export type Scale = {
  readonly low: number
  readonly high: number
  readonly ticks: readonly { readonly value: number; readonly words: string }[]
}

/**
 * きりのよい目盛り（1・2・5 の倍）を四つほど。棒は必ず 0 から、折れ線も 0 から描けるなら 0 から。
 * 値の幅が小さい水準（96.1％～97.3％）だけ、下を切る。
 * `scaleFor([34, 38, 43, 47, 45], false)` → 0 から 50
 */
export const scaleFor = (values: readonly number[], fromZero: boolean): Scale => {
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const cut = !fromZero && min > 0 && max - min < max * 0.35
  const [low, high] = [cut ? min - (max - min) * 0.5 : Math.min(0, min), Math.max(cut ? max : 0, max)]
  const nice = niceStep((high - low || Math.abs(high) || 1) / 4)
  const step = values.every(Number.isInteger) ? Math.max(nice, 1) : nice
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil((high > 0 ? high + step * 0.05 : high) / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tick((first + index) * step, step))
  return { low: first * step, high: last * step, ticks }
}

const niceStep = (rough: number): number => {
  const ten = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / ten
  return ten * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10)
}

const tick = (value: number, step: number): Scale['ticks'][number] => {
  const places = Math.max(0, -Math.floor(Math.log10(step)))
  return {
    value,
    words: value.toLocaleString('ja-JP', { minimumFractionDigits: places, maximumFractionDigits: places }),
  }
}

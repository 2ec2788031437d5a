/** 字の種類の点。和文らしい字は 1、仮名はさらに確かな証拠、あり得ない字は大きく引く。 */
const points: readonly (readonly [from: number, to: number, point: number])[] = [
  [0x0009, 0x000d, 1],
  [0x0020, 0x007e, 1],
  [0x00a0, 0x00ff, 0.2],
  [0x0391, 0x0451, 0.5],
  [0x2010, 0x22ff, 0.8],
  [0x2460, 0x24ff, 1],
  [0x2500, 0x27bf, 0.8],
  [0x3000, 0x303f, 1],
  [0x3040, 0x30ff, 1.5],
  [0x3100, 0x33ff, 0.5],
  [0x4e00, 0x9fff, 1],
  [0xf900, 0xfaff, 0.5],
  [0xff01, 0xff5e, 1],
  [0xff61, 0xff9f, 0],
  [0xffe0, 0xffe6, 0.8],
]

const pointOf = (code: number): number => points.find(([from, to]) => code >= from && code <= to)?.[2] ?? -1

const sampleLength = 20_000

/**
 * 復号した字の並びが和文としてどれほどもっともらしいか。1 前後なら和文か英文、0.6 を下回れば別の符号か文章でないもの。
 * 復号できなかった字（U+FFFD）は数えない（その数は別に見る）。
 * `plausibility('小千谷市総合戦略')` → 1、`plausibility('ｾｮﾀ､ﾃｫ')` → 0
 */
export const plausibility = (text: string): number => {
  let sum = 0
  let count = 0
  const end = Math.min(text.length, sampleLength)
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) continue
    sum += code >= 0xd800 && code <= 0xdfff ? 0.5 : pointOf(code)
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

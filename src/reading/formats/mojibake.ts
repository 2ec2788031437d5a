import type { LinePlace } from '#domain/provenance.ts'

/**
 * 文字化けの型。どれも「別の符号で開いて保存した」跡で、字の組み合わせに決まった癖が出る。
 * 縺 (E3 81)・繧 (E3 82)・繝 (E3 83) は UTF-8 の仮名を Shift_JIS として読むと必ず現れる。
 */
export type Mojibake = 'utf8-as-sjis' | 'utf8-as-latin' | 'sjis-as-latin' | 'euc-as-sjis' | 'lost' | 'unreadable'

const patterns: readonly (readonly [Mojibake, RegExp])[] = [
  ['utf8-as-sjis', /[縺繧繝][\uFF61-\uFF9F\u4E00-\u9FFF・]/g],
  ['utf8-as-latin', /[\u00E3-\u00E9][\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{2}/g],
  ['sjis-as-latin', /[\u0082\u0083\u201A\u0192][\u0040-\u007E\u0080-\u00FF\u0152-\u0178\u2013-\u203A\u20AC\u2122]/g],
  ['euc-as-sjis', /[\uFF64\uFF65][\uFF61-\uFF9F]|[\uFF61-\uFF9F]{2}[\uFF64\uFF65]/g],
]

const notAscii = /\P{ASCII}/gu

const found = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * 文章全体が化けているなら、その型。ところどころ似た並びがあるだけ（固有名詞の繧繝など）なら null。
 * `mojibakeOf('蟆丞鴻隹ｷ蟶らｷ丞粋謌ｦ逡･縺ｮ騾ｲ謐励縺､縺縺ｦ')` → 'utf8-as-sjis'
 */
export const mojibakeOf = (text: string): Mojibake | null => {
  const foreign = found(text, notAscii)
  const garbled = patterns.find(([kind, pattern]) => {
    const times = found(text, pattern)
    return times >= 3 && times * 2 > foreign * (kind === 'euc-as-sjis' ? 0.3 : 0.15)
  })
  if (garbled) return garbled[0]
  if (shareOf(text, /\?{3,}/g) > 0.3 && found(text, /\?{3,}/g) >= 3) return 'lost'
  return shareOf(text, /\uFFFD/g) > 0.05 && found(text, /\uFFFD/g) >= 10 ? 'unreadable' : null
}

/** その字の並びが、空白を除いた文章に占める割合。 */
const shareOf = (text: string, pattern: RegExp): number => {
  const length = (text.match(pattern) ?? []).reduce((sum, run) => sum + run.length, 0)
  return length === 0 ? 0 : length / Math.max(1, text.replace(/\s/g, '').length)
}

/** ある字の現れる所在（はじめの `limit` 件）。 */
export const placesOf = (lines: readonly string[], pattern: RegExp, limit = 100): readonly LinePlace[] => {
  const places: LinePlace[] = []
  for (const [index, line] of lines.entries()) {
    for (const match of line.matchAll(pattern)) {
      places.push({ line: index + 1, column: match.index + 1, length: match[0].length })
      if (places.length >= limit) return places
    }
  }
  return places
}

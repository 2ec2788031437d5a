import { isDecimal } from '#domain/quantity/decimal.ts'
import type { CellNumber } from '../../report.ts'

/** 数の升目。`format` を当てると、帳票の字面と同じに見える。 */
export type FormattedNumber = { readonly value: number; readonly format: string }

/** 表計算が覚えていられる桁。これより長い数は、数にすると末尾が零に化けるので、字のまま置く。 */
const exactDigits = 15

/** 表示形式の長さの限り（これを超えると、開くときに「修復」される）。 */
const longestFormat = 255

/**
 * 字面のとおりに見える数。負の数の節も付け、職員が値を打ち直しても △ で出るようにする。
 * 数にすると字面か値の変わるもの（16 桁以上、改行のある字面、長すぎる単位）は undefined で、字のまま置く。
 *
 * `formattedNumber('約1,625千人', { value: '1625', before: '約', after: '千人', commas: true, … }, '')`
 * → `{ value: 1625, format: '"約"#,##0"千人";"約△"#,##0"千人"' }`
 */
export const formattedNumber = (text: string, number: CellNumber, marks: string): FormattedNumber | undefined => {
  const { value, before, after, commas } = number
  if (!isDecimal(value) || significantDigits(value) > exactDigits) return undefined
  // 負の零（「-0.0」）は、符号なしで書かれる。
  const negative = value.startsWith('-') && /[1-9]/.test(value)
  const lead = before + (negative ? number.minus : '')
  const written = text.slice(lead.length, text.length - after.length)
  if (lead + written + after !== text || !isWritten(written, value, number.places, commas)) return undefined
  const format = formatFor(before, negative ? number.minus : '△', after + marks, number.places, commas)
  return format === undefined ? undefined : { value: Number(value), format }
}

/** 頭の零を除いた数字の数。末尾の零も数える（「12,000,000」は 8 桁）。 */
const significantDigits = (value: string): number =>
  value.length <= exactDigits ? value.length : value.replace(/[-.]/g, '').replace(/^0+/, '').length

/** 字面の数字が、桁と区切りまで、その数のとおりか。決めた桁に収まらない数は、表計算では丸めて見えるので否。 */
const isWritten = (written: string, value: string, places: number, commas: boolean): boolean => {
  const [whole = '', fraction = ''] = (value.startsWith('-') ? value.slice(1) : value).split('.')
  const digits = places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`
  if (fraction.length > places || (commas ? written.replaceAll(',', '') : written) !== digits) return false
  return !commas || /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/.test(written)
}

/**
 * 表示形式。引用符に入れられない字（改行など）や、長すぎる単位は undefined。
 * 区切りのない整数は桁を決めない（General）。職員が「81％」を 81.5 に打ち直したとき、82％ と丸めて見えないように。
 */
export const formatFor = (
  before: string,
  minus: string,
  after: string,
  places: number,
  commas: boolean,
): string | undefined => {
  // 隣の升目とはたいてい同じ形式なので、まず一つ前と比べる（一万行の表では、鍵を作るだけで時間がかかる）。
  if (
    last.before === before &&
    last.after === after &&
    last.minus === minus &&
    last.places === places &&
    last.commas === commas
  )
    return last.format
  const key = `${before}\n${minus}\n${after}\n${places}${commas}`
  if (!made.has(key)) {
    if (made.size >= mostRemembered) made.clear()
    made.set(key, newFormat(before, minus, after, places, commas))
  }
  const format = made.get(key)
  last = { before, minus, after, places, commas, format }
  return format
}

const newFormat = (before: string, minus: string, after: string, places: number, commas: boolean) => {
  const whole = commas ? '#,##0' : '0'
  const digits = places > 0 ? `${whole}.${'0'.repeat(places)}` : commas ? whole : 'General'
  const format = `${quoted(before)}${digits}${quoted(after)};${quoted(before + minus)}${digits}${quoted(after)}`
  return format.length <= longestFormat && !/\p{Cc}/u.test(format) ? format : undefined
}

type Made = {
  readonly before: string
  readonly minus: string
  readonly after: string
  readonly places: number
  readonly commas: boolean
  readonly format: string | undefined
}

let last: Made = { before: '', minus: '', after: '', places: -1, commas: false, format: undefined }

/** 同じ単位の数は何千とあるので、作った形式を覚えておく。 */
const made = new Map<string, string | undefined>()
const mostRemembered = 1_000

/** 表示形式の中の字。引用符そのものは \ で逃がす（ECMA-376 18.8.31）。 */
const quoted = (text: string): string =>
  text
    .split('"')
    .map((part) => (part === '' ? '' : `"${part}"`))
    .join('\\"')

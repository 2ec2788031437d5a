import { done, type Result, refused } from '#domain/problem.ts'
import { plausibility } from './plausibility.ts'

/** 復号した文章。`broken` は読めずに U+FFFD になった字の数（元から書かれていた U+FFFD も含む）。 */
export type Decoded = { readonly text: string; readonly encoding: string; readonly broken: number }

/** BOM と文字符号。長いものから見る。 */
const byteOrderMarks = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'utf-32be', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/**
 * 文章のバイト列を復号する。BOM → NUL の並び（UTF-16）→ JIS の切り替え → 厳密な UTF-8 →
 * 残りの符号のうち和文として最ももっともらしいもの、の順に証拠を見る。拡張子や設定には頼らない。
 * 断るもの: UTF-32、NUL を含むもの、文章でないもの、対にならないサロゲート、どの符号でも読めないもの。
 *
 * `decodeText('表.txt', new Uint8Array([0x8f, 0xac, 0x90, 0xe7, 0x92, 0x4a]))` → text '小千谷'、encoding 'shift_jis'
 */
export const decodeText = (file: string, bytes: Uint8Array): Result<Decoded> => {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding
  if (marked === 'utf-32le' || marked === 'utf-32be') return refused('encoding-utf32', { file })
  if (marked === 'utf-8') return decodeUtf8(file, bytes)
  if (marked) return decodeUtf16(file, bytes, marked)
  if (bytes.includes(0)) {
    const order = unmarkedUtf16(bytes)
    return order ? decodeUtf16(file, bytes, order) : refused('nul-bytes', { file, offset: bytes.indexOf(0) })
  }
  if (looksBinary(bytes)) return refused('binary-file', { file })
  if (hasJisEscape(bytes)) return acceptable(file, decoded(bytes, 'iso-2022-jp'))
  return decodeUtf8(file, bytes)
}

const decodeUtf8 = (file: string, bytes: Uint8Array): Result<Decoded> => {
  const utf8 = decoded(bytes, 'utf-8')
  if (readsStrictly(bytes, 'utf-8')) return done(utf8)
  const surrogate = encodedSurrogate(bytes)
  if (surrogate >= 0 && plausibility(utf8.text) > 0.6)
    return refused('lone-surrogates', { file, line: lineAt(decoded(bytes.subarray(0, surrogate), 'utf-8').text) })
  return acceptable(file, mostPlausible(bytes, utf8))
}

const decodeUtf16 = (file: string, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Result<Decoded> => {
  const read = decoded(bytes, encoding)
  if (bytes.length % 2 !== 0) return refused('utf16-cut', { file })
  if (readsStrictly(bytes, encoding)) return acceptable(file, read)
  return refused('lone-surrogates', { file, line: lineAt(read.text.slice(0, read.text.indexOf('\uFFFD'))) })
}

/** 読めない字が多すぎず、和文か英文らしいものだけを通す。 */
const acceptable = (file: string, read: Decoded): Result<Decoded> => {
  const tooBroken = read.broken > 2 ? read.broken > read.text.length / 20 : read.broken * 3 > read.text.length
  if (tooBroken || (plausibility(read.text) < 0.4 && read.text.trim() !== ''))
    return refused('encoding-unknown', { file })
  return done(read)
}

const mostPlausible = (bytes: Uint8Array, utf8: Decoded): Decoded => {
  const wide = bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : []
  const others = ['shift_jis', 'euc-jp', ...wide].map((encoding) => decoded(bytes, encoding))
  return [utf8, ...others].reduce((best, next) => (worth(next) > worth(best) ? next : best))
}

/** もっともらしさから、読めない字の割合を重く引く。 */
const worth = ({ text, broken }: Decoded): number => plausibility(text) - (20 * broken) / Math.max(1, text.length)

const decoded = (bytes: Uint8Array, encoding: string): Decoded => {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, broken: countOf(text, '\uFFFD') }
}

const readsStrictly = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const countOf = (text: string, character: string): number => {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}

const lineAt = (before: string): number => before.split(/\r\n|\n|\r/).length

/** 改行・タブ・改頁・ESC のほかの制御文字が百に一つを超えれば、文章ではない。 */
const looksBinary = (bytes: Uint8Array): boolean => {
  let controls = 0
  for (const byte of bytes) if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls += 1
  return controls > bytes.length / 100
}

/** ISO-2022-JP は 7 ビットなので UTF-8 としても読めてしまう。漢字への切り替えの印（ESC $ B・ESC $ @）で先に見分ける。 */
const hasJisEscape = (bytes: Uint8Array): boolean => {
  const at = bytes.indexOf(0x1b)
  return at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)
}

/**
 * BOM のない UTF-16。改行・数字・空白の上位バイトの NUL が片側にだけ寄り、和文らしく読める。
 * NUL を除けば UTF-8 として読めるもの（NUL の紛れた文章）は、仮名の証拠か NUL の多さがなければ UTF-16 とみなさない。
 */
const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length % 2 !== 0) return null
  let high = 0
  let low = 0
  for (let at = 0; at < bytes.length; at += 2) {
    if (bytes[at] === 0) high += 1
    if (bytes[at + 1] === 0) low += 1
  }
  const order = high > low ? 'utf-16be' : 'utf-16le'
  if (Math.min(high, low) > Math.max(high, low) / 20) return null
  const strayNul =
    high + low < bytes.length * 0.3 &&
    readsStrictly(
      bytes.filter((byte) => byte !== 0),
      'utf-8',
    )
  return plausibility(decoded(bytes, order).text) > (strayNul ? 1.05 : 0.8) ? order : null
}

/** UTF-8 の中に U+D800～DFFF をそのまま符号化したもの（ED A0～BF xx）がある位置。 */
const encodedSurrogate = (bytes: Uint8Array): number => {
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3)
    if (second >= 0xa0 && second <= 0xbf && third >= 0x80 && third <= 0xbf) return at
  }
  return -1
}

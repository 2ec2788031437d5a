import { done, type Result, refused } from '#domain/problem.ts'
import type { SourceDocument } from '../document.ts'
import { type Decoded, decodeText } from './encoding.ts'
import { mojibakeOf, placesOf } from './mojibake.ts'
import { type Remark, remark } from './remark.ts'
import { sizeInWords, sizeLimits } from './size-limits.ts'
import { linesOf, textPage } from './text.ts'

/** 図書の中身。出典（名と指紋）は開く側が付ける。 */
export type Contents = Omit<SourceDocument, 'source'>

/** 文章・CSV に共通の入口。復号し、空・文字化け・大きすぎるものを断り、読めない字を所在つきで書き留める。 */
export const readPlainText = (
  file: string,
  bytes: Uint8Array,
): Result<Decoded & { readonly remarks: readonly Remark[] }> => {
  if (bytes.length > sizeLimits.textBytes)
    return refused('text-too-large', {
      file,
      size: sizeInWords(bytes.length),
      limit: sizeInWords(sizeLimits.textBytes),
    })
  const read = decodeText(file, bytes)
  if (!read.ok) return read
  const { text } = read.value
  if (text.trim() === '') return refused('file-blank', { file })
  const mojibake = mojibakeOf(text)
  if (mojibake) return refused(`mojibake-${mojibake}`, { file })
  const lines = linesOf(text)
  if (lines.length > sizeLimits.lines) return refused('too-many-lines', { file, limit: sizeLimits.lines })
  const long = lines.findIndex((line) => line.length > sizeLimits.lineLength)
  if (long >= 0) return refused('line-too-long', { file, line: long + 1, limit: sizeLimits.lineLength })
  return done({ ...read.value, remarks: damageIn(lines) })
}

/** 直さずに知らせる傷み（U+FFFD、機種依存の外字、##### だけの升目）。 */
const damageIn = (lines: readonly string[]): readonly Remark[] =>
  (
    [
      ['unreadable-characters', /\uFFFD+/g],
      ['private-characters', /[\uE000-\uF8FF]+/g],
      ['hash-cells', /(?<=^|[\t,])[ ]*#{4,}[ ]*(?=$|[\t,])/g],
    ] as const
  ).flatMap(([code, pattern]) => {
    const places = placesOf(lines, pattern)
    return places.length > 0 ? [remark(code, { count: places.length }, places)] : []
  })

/** 文章を開く。 */
export const readText = (file: string, bytes: Uint8Array): Result<Contents> => {
  const read = readPlainText(file, bytes)
  if (!read.ok) return read
  const { text, encoding, remarks } = read.value
  return done({ format: 'text', encoding, pages: [textPage(text)], remarks })
}

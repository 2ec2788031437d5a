import { done, type Result, refused } from '#domain/problem.ts'
import type { SourceDocument } from '../document.ts'
import { csvPage } from './csv.ts'
import { delimiterOf } from './csv-delimiter.ts'
import { type Decoded, decodeText } from './encoding.ts'
import { mojibakeOf, placesOf } from './mojibake.ts'
import { type Remark, remark } from './remark.ts'
import { sizeInWords, sizeLimits } from './size-limits.ts'
import { linesOf, textPage } from './text.ts'

/** 図書の中身。出典（名と指紋）は開く側が付ける。 */
export type Contents = Omit<SourceDocument, 'source'>

/** 文章・CSV に共通の入口。復号し、空・文字化け・大きすぎるものを断り、読めない字を所在つきで書き留める。 */
const readPlainText = (file: string, bytes: Uint8Array): Result<Decoded & { readonly remarks: readonly Remark[] }> => {
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
  if (separatorsIn(text) + lines.length > sizeLimits.cells)
    return refused('too-many-cells', { file, limit: sizeLimits.cells })
  return done({ ...read.value, remarks: damageIn(lines) })
}

/** 升目に分ける前に、区切りの数で升目の数を見積もる。 */
const separatorsIn = (text: string): number => text.match(/[\t,;]/g)?.length ?? 0

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

/** 文章か CSV を開く。 */
export const readText = async (file: string, bytes: Uint8Array): Promise<Result<Contents>> => {
  const read = readPlainText(file, bytes)
  if (!read.ok) return read
  const { text, encoding, remarks } = read.value
  const delimiter = delimiterOf(file, text)
  if (delimiter === null) return done({ format: 'text', encoding, pages: [textPage(text)], remarks })
  const page = await csvPage(file, text, delimiter)
  return page.ok ? done({ format: 'csv', encoding, pages: [page.value], remarks }) : page
}

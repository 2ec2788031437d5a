import { done, type Result, refused } from '#domain/problem.ts'
import { type OleKind, oleKindOf, type Signature, signatureOf } from './signature.ts'
import { sizeInWords, sizeLimits } from './size-limits.ts'
import { readZipDirectory } from './zip-directory.ts'
import { unzipEntry } from './zip-entry.ts'

/**
 * Office のファイル（zip の包み）の部品をすべて展開する。市の様式のように、包みを作りかえて返すためのもの。
 * 大きさ・展開率・項目の数・目録と中身の食い違いを、図書を読むときと同じ限りで確かめる。
 * zip でないもの（古い Office、暗号化したもの、PDF…）は、それが何かを言って断る。
 *
 * `unpackPackage('様式.xlsx', bytes)` → `{ ok: true, value: Map { 'xl/workbook.xml' → … } }`
 */
export const unpackPackage = (file: string, bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> => {
  if (bytes.length === 0) return refused('file-empty', { file })
  const limit = sizeLimits.workbookBytes
  if (bytes.length > limit)
    return refused('file-too-large', { file, size: sizeInWords(bytes.length), limit: sizeInWords(limit) })
  const signature = signatureOf(bytes)
  if (signature === 'ole') return refused(oleSentences[oleKindOf(bytes)], { file })
  if (signature !== 'zip') return refused(notPackage(signature), { file })
  const directory = readZipDirectory(file, bytes)
  if (!directory.ok) return directory
  const parts = new Map<string, Uint8Array>()
  let unpacked = 0
  for (const entry of directory.value) {
    unpacked += entry.size
    if (unpacked > sizeLimits.unpackedBytes) return refused('zip-bomb', { file, part: entry.name })
    const read = unzipEntry(file, bytes, entry)
    if (!read.ok) return read
    if (!entry.name.endsWith('/')) parts.set(entry.name, read.value)
  }
  return done(parts)
}

const oleSentences = {
  encrypted: 'file-encrypted',
  xls: 'file-old-excel',
  doc: 'file-old-office',
  ppt: 'file-powerpoint',
  other: 'file-old-office',
} as const satisfies Record<OleKind, string>

const notPackage = (signature: Exclude<Signature, 'zip' | 'ole'> | null): string =>
  signature === 'pdf' ? 'file-pdf' : 'binary-file'

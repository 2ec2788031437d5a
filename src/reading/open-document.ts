import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { done, type Result, refused } from '#domain/problem.ts'
import type { SourceDocument } from './document.ts'
import { readBytes } from './formats/file-bytes.ts'
import { type Contents, readText } from './formats/read-text.ts'
import { type OleKind, oleKindOf, type Signature, signatureOf } from './formats/signature.ts'
import { sizeInWords, sizeLimits } from './formats/size-limits.ts'

/**
 * バイト列を図書として開く。何であるかは名前（拡張子）でなく中身で決める。
 * 開けないものは、それが何で、どうすればよいかを言う `Problem` で断り、投げない。
 * `file` は人に見せる名前で、出典（`source.file`）にもなる。
 *
 * `await openDocument('進捗.txt', bytes)` → `{ ok: true, value: { format: 'text', pages: [...] } }`
 */
export const openDocument = async (file: string, bytes: Uint8Array): Promise<Result<SourceDocument>> => {
  const contents = await contentsOf(file, bytes)
  if (!contents.ok) return contents
  const source = { file, sha256: createHash('sha256').update(bytes).digest('hex') }
  return done({ source, ...contents.value })
}

/**
 * 道筋（パス）の図書を開く。出典の名はファイル名だけにし、その機械の道筋を残さない。
 * 元のバイト列も要るときは `readBytes`（formats/file-bytes）と `openDocument` を続けて使う。
 * `await openFile('資料/進捗.xlsx')`
 */
export const openFile = async (path: string): Promise<Result<SourceDocument>> => {
  const read = await readBytes(path)
  return read.ok ? openDocument(basename(path), read.value) : read
}

const contentsOf = async (file: string, bytes: Uint8Array): Promise<Result<Contents>> => {
  if (bytes.length === 0) return refused('file-empty', { file })
  const limit = sizeLimits.workbookBytes
  if (bytes.length > limit)
    return refused('file-too-large', { file, size: sizeInWords(bytes.length), limit: sizeInWords(limit) })
  const signature = signatureOf(bytes)
  if (signature === 'zip') return readWorkbook(file, bytes)
  if (signature === 'ole') return refused(oleSentences[oleKindOf(bytes)], { file })
  return signature === null ? readText(file, bytes) : refused(otherFiles[signature], { file })
}

/** 表計算の読み手は、要るときにだけ読み込む（文章を読むときの起動を遅くしない）。 */
const readWorkbook = async (file: string, bytes: Uint8Array): Promise<Result<Contents>> =>
  (await import('./formats/xlsx.ts')).readWorkbook(file, bytes)

const oleSentences = {
  encrypted: 'file-encrypted',
  xls: 'file-old-excel',
  doc: 'file-word',
  ppt: 'file-powerpoint',
  other: 'file-old-office',
} as const satisfies Record<OleKind, string>

const otherFiles = {
  pdf: 'file-pdf',
  image: 'file-image',
  rtf: 'file-rtf',
  archive: 'file-archive',
  program: 'binary-file',
  media: 'file-media',
} as const satisfies Record<Exclude<Signature, 'zip' | 'ole'>, string>

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { done, type Result, refused } from '#domain/problem.ts'
import type { SourceDocument } from './document.ts'
import { readBytes } from './formats/file-bytes.ts'
import { type Contents, readText } from './formats/read-text.ts'

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
  return readText(file, bytes)
}

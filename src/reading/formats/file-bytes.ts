import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { sizeInWords, sizeLimits } from './size-limits.ts'

/**
 * ファイルの中身。読む前に種類と大きさを見て、フォルダー・装置・パイプ・大きすぎるものは中身に触れずに断る。
 * パイプを開いて相手を待ち続けないよう、待たない開き方をする（Windows にはその印がない）。
 *
 * `await readBytes('資料/進捗.xlsx')` → `{ ok: true, value: Uint8Array }`
 */
export const readBytes = async (path: string): Promise<Result<Uint8Array>> => {
  const file = basename(path) || path
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readRegular(handle, file)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    return { ok: false, problem: failure(cause, file) }
  }
}

const readRegular = async (handle: FileHandle, file: string): Promise<Result<Uint8Array>> => {
  const stat = await handle.stat()
  if (stat.isDirectory()) return refused('file-is-folder', { file })
  if (!stat.isFile()) return refused('file-not-regular', { file })
  const limit = sizeLimits.workbookBytes
  if (stat.size > limit)
    return refused('file-too-large', { file, size: sizeInWords(stat.size), limit: sizeInWords(limit) })
  return done(await readUpTo(handle, stat.size))
}

/** 見たときの大きさまでを読む。読むあいだに伸びるファイルに付き合わない。 */
const readUpTo = async (handle: FileHandle, size: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
  ENXIO: 'file-not-regular',
  EACCES: 'file-not-permitted',
  EPERM: 'file-not-permitted',
}

/** OS の断りを文にする。OS の断りでないものは書き手の誤りなので投げ直す。 */
const failure = (cause: unknown, file: string): Problem => {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : null
  if (reason === null) throw cause
  const code = sentences[reason]
  return code ? refused(code, { file }).problem : refused('file-unreadable', { file, reason }).problem
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { migrations } from '../migrations/all.ts'
import {
  type BackupHeader,
  type BackupPart,
  backupFormat,
  headerName,
  manifestName,
  placeOfPart,
  readHeader,
  readManifest,
} from './backup-format.ts'
import { BrokenTar, type TarEntry, tarEntries } from './tar.ts'

/** 確かめた控え。 */
export type InspectedBackup = {
  readonly header: BackupHeader
  /** 表ごとの件数。 */
  readonly counts: Readonly<Record<string, number>>
  readonly rows: number
}

/** 控えの項目を順に。 */
export const backupEntries = (file: string): AsyncGenerator<TarEntry> => tarEntries(unzipped(createReadStream(file)))

const unzipped = (source: Readable): AsyncIterable<Uint8Array> => pipeline(source, createGunzip(), () => {})

/**
 * 控えを始めから終わりまで読み、一つ残らず指紋を確かめる。何も書かない。断る符号:
 * `backup-unreadable` 開けない、`backup-not-ours` 控えでない、`backup-newer` このプログラムより新しい、
 * `backup-cut` 途中で切れている、`backup-damaged` 壊れている（どの項目か）。
 */
export const inspectBackup = async (file: string): Promise<Result<InspectedBackup>> => {
  const read: BackupPart[] = []
  try {
    const entries = backupEntries(file)
    const first = await entries.next()
    const header = first.done || first.value.name !== headerName ? undefined : readHeader(first.value.content)
    if (first.done || !header) return refused('backup-not-ours', { file })
    const newer = newerThanProgram(file, header)
    if (newer) return { ok: false, problem: newer }
    const fingerprint = sha256(first.value.content)
    for await (const { name, content } of entries) {
      if (name === manifestName) return compared(file, header, fingerprint, content, read)
      read.push({ name, rows: linesIn(content), sha256: sha256(content) })
    }
    return refused('backup-cut', { file, after: afterWords(read) })
  } catch (error) {
    return { ok: false, problem: whyBroken(file, read, error) }
  }
}

const newerThanProgram = (file: string, { format, migration, program }: BackupHeader): Problem | undefined => {
  const known = migrations.at(-1)?.number ?? 0
  return format === backupFormat && migration <= known
    ? undefined
    : refused('backup-newer', { file, program, format, migration }).problem
}

const compared = (
  file: string,
  header: BackupHeader,
  fingerprint: string,
  content: Buffer,
  read: readonly BackupPart[],
): Result<InspectedBackup> => {
  const manifest = readManifest(content)
  if (!manifest || manifest.header !== fingerprint) return refused('backup-damaged', { file, part: headerName })
  const wrong = manifest.parts.find((told, at) => {
    const found = read[at]
    return found?.name !== told.name || found.sha256 !== told.sha256 || found.rows !== told.rows
  })
  const extra = read[manifest.parts.length]
  if (wrong ?? extra) return refused('backup-damaged', { file, part: (wrong ?? extra)?.name ?? '' })
  const counts: Record<string, number> = Object.fromEntries(header.tables.map(({ name }) => [name, 0]))
  for (const { name, rows } of read) {
    const table = placeOfPart(name)?.table
    if (table === undefined || !Object.hasOwn(counts, table)) return refused('backup-damaged', { file, part: name })
    counts[table] = (counts[table] ?? 0) + rows
  }
  return done({ header, counts, rows: read.reduce((sum, { rows }) => sum + rows, 0) })
}

const whyBroken = (file: string, read: readonly BackupPart[], error: unknown): Problem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^E[A-Z]+$/.test(code))
    return refused('backup-unreadable', { file, reason: error instanceof Error ? error.message : code }).problem
  if (code === 'Z_BUF_ERROR' || (error instanceof BrokenTar && error.cut))
    return read.length === 0
      ? refused('backup-not-ours', { file }).problem
      : refused('backup-cut', { file, after: afterWords(read) }).problem
  if (!code.startsWith('Z_') && !(error instanceof BrokenTar)) throw error
  return read.length === 0
    ? refused('backup-not-ours', { file }).problem
    : refused('backup-damaged', { file, part: `> ${afterWords(read)}` }).problem
}

const afterWords = (read: readonly BackupPart[]): string => read.at(-1)?.name ?? headerName

const linesIn = (content: Buffer): number => {
  let lines = 0
  for (let at = content.indexOf(10); at >= 0; at = content.indexOf(10, at + 1)) lines++
  return lines
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

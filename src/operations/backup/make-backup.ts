import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { municipalityCode } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { type InspectedBackup, inspectBackup } from '#store/backup/read-backup.ts'
import { openStore, type Store } from '#store/store.ts'
import { terminalAct } from '../import-document.ts'
import { atTerminal } from '../people/at-terminal.ts'
import { existingLocation } from '../with-store.ts'
import { askRunning } from './ask-running.ts'
import { type BackupScope, writeBackupFile } from './spool-backup.ts'

/** 書いて、読み直して確かめた控え。 */
export type MadeBackup = InspectedBackup & { readonly file: string; readonly bytes: number }

/**
 * 控えを一つのファイルに取る。`municipality` を言えば、その団体だけ。しるべが動いていれば、動いているしるべに頼む
 * （PGlite のフォルダーを開けるのは一つのプロセスだけ）。書き終えて、読み直して確かめてから名を替えるので、前のファイルは壊れない。
 */
export const makeBackup = async (
  data: string | null,
  municipality: string | null,
  output: string,
  acting: Person = atTerminal(),
): Promise<Result<MadeBackup>> => {
  const code = municipality === null ? done(null) : municipalityCode(municipality)
  if (!code.ok) return code
  const scope: BackupScope = code.value === null ? { kind: 'whole' } : { kind: 'municipality', code: code.value }
  const beside = join(dirname(output), `.${basename(output)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    const written = await writtenTo(data, scope, beside, acting)
    if (!written.ok) return written
    const inspected = await inspectBackup(beside)
    if (!inspected.ok) return inspected
    if (scope.kind === 'municipality' && inspected.value.header.municipalities.length === 0)
      return refused('backup-no-city', { code: scope.code })
    const { size } = await stat(beside)
    await rename(beside, output)
    return done({ ...inspected.value, file: output, bytes: size })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))) throw error
    return refused('backup-cannot-write', { file: output, reason: error.message })
  } finally {
    await rm(beside, { force: true })
  }
}

const writtenTo = async (
  data: string | null,
  scope: BackupScope,
  file: string,
  acting: Person,
): Promise<Result<unknown>> => {
  const location = existingLocation(data)
  if (!location.ok) return location
  const directory = 'dataDirectory' in location.value ? location.value.dataDirectory : null
  const opened = await openStore(location.value)
  if (!opened.ok)
    return directory !== null && opened.problem.kind === 'store-in-use'
      ? askRunning(directory, scope, acting.name, file)
      : opened
  try {
    const told = await tellExport(opened.value, scope, acting)
    return told.ok ? done(await writeBackupFile(opened.value, scope, new Date(), file)) : told
  } finally {
    await opened.value.close()
  }
}

/** 市を持ち出すことを、その市の記録に残す。 */
const tellExport = async (store: Store, scope: BackupScope, acting: Person): Promise<Result<null>> => {
  if (scope.kind === 'whole') return done(null)
  const { code } = scope
  if (!(await store.municipalities()).some((each) => each.code === code)) return refused('backup-no-city', { code })
  await store.write(code, terminalAct(acting), (tx) => tx.audit.recordExport())
  return done(null)
}

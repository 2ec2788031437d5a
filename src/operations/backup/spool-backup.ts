import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { BackupHeader } from '#store/backup/backup-format.ts'
import type { BackupScope } from '#store/backup/write-backup.ts'
import type { Store } from '#store/store.ts'
import { programVersion } from '../program-version.ts'

export type { BackupScope }

/** 手元の一時のファイルに取った控え。`stream` を終わりまで読むか、やめるか、`discard` すると消える。 */
export type SpooledBackup = {
  readonly header: BackupHeader
  readonly bytes: number
  readonly stream: () => ReadableStream<Uint8Array>
  readonly discard: () => Promise<void>
}

/** 控えをファイルに書く。読めるのは、このファイルを作った利用者だけ。 */
export const writeBackupFile = (
  store: Pick<Store, 'backup'>,
  scope: BackupScope,
  at: Date,
  file: string,
): Promise<BackupHeader> =>
  store.backup({ scope, at, program: programVersion() }, createWriteStream(file, { mode: 0o600, flags: 'wx' }))

/**
 * いったん手元に取る。受け手の線がどれほど遅くても、データベースを待たせないように
 * （PGlite のつなぎは一本で、控えを流すあいだ、ほかの人は待つ）。
 */
export const spoolBackup = async (
  store: Pick<Store, 'backup'>,
  scope: BackupScope,
  at: Date,
): Promise<SpooledBackup> => {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-backup-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const file = join(folder, 'backup')
    const header = await writeBackupFile(store, scope, at, file)
    const { size } = await stat(file)
    const stream = () => {
      const reading = createReadStream(file)
      reading.once('close', () => void discard())
      return Readable.toWeb(reading) as ReadableStream<Uint8Array>
    }
    return { header, bytes: size, stream, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

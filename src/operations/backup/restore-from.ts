import type { Result } from '#domain/problem.ts'
import { type Restored, restoreBackup } from '#store/backup/restore-backup.ts'
import { terminalAct } from '../import-document.ts'
import { storeLocation } from '../store-location.ts'

export type { Restored } from '#store/backup/restore-backup.ts'

/** 控えから戻した結果と、戻したところ。 */
export const restoreFrom = async (file: string, data: string | null): Promise<Result<Restored>> => {
  const { by, at } = terminalAct()
  return restoreBackup(storeLocation(data), file, { by, at })
}

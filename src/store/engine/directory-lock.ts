import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * データのフォルダーの鍵。二つのプロセスが同じ PGlite を開くと、断りなく行が失われる（electric-sql/pglite #1106）。
 * SQLite の排他の鍵を借りるのは、持ち主が kill -9 で消えても OS が必ず放すから。プロセス番号の書き置きは残ってしまう。
 * 取れなければ undefined。
 */
export const lockDirectory = (directory: string): { release(): void } | undefined => {
  const held = new DatabaseSync(join(directory, 'lock.sqlite'))
  try {
    held.exec('pragma locking_mode = exclusive; begin exclusive')
    return { release: () => held.close() }
  } catch (error) {
    held.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

const sqliteBusy = 5

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy

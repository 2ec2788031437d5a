import { closeSync, existsSync, fdatasyncSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import pg from 'pg'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Database } from './database.ts'
import { lockDirectory } from './directory-lock.ts'

/**
 * データのフォルダーの中の PGlite を開く。なければ作る。開くのはここだけ。
 * フォルダーの中身: `lock.sqlite` 鍵、`database/` PGlite、`creating/` 作りかけ（あれば捨てる）。
 * 断るとき: `store-in-use`（ほかのプロセスが使っている）、`store-directory-unusable`（作れない・書けない）、
 * `store-cannot-open`（壊れている、または PGlite のものでない）。
 */
export const openPglite = async (dataDirectory: string): Promise<Result<Database>> => {
  const where = resolve(dataDirectory)
  const lock = takeLock(where)
  if (!lock.ok) return lock
  try {
    const existing = join(where, 'database')
    if (!existsSync(existing)) await createWhole(where, existing)
    const pglite = await startPglite(existing)
    return done(databaseOver(pglite, where, () => lock.value.release()))
  } catch (error) {
    lock.value.release()
    return refused('store-cannot-open', { directory: where, reason: reasonOf(error) })
  }
}

const takeLock = (where: string): Result<{ release(): void }> => {
  try {
    mkdirSync(where, { recursive: true })
    const lock = lockDirectory(where)
    return lock ? done(lock) : refused('store-in-use', { directory: where })
  } catch (error) {
    return refused('store-directory-unusable', { directory: where, reason: reasonOf(error) })
  }
}

/** 作りかけのまま落ちても半端な倉庫を残さない。別の名で作り終えてから、名を替える。 */
const createWhole = async (where: string, finished: string): Promise<void> => {
  const creating = await startCreating(where)
  await creating.close()
  finishCreating(where, finished)
}

const startCreating = (where: string): Promise<PGlite> => {
  const creating = join(where, 'creating')
  rmSync(creating, { recursive: true, force: true })
  return startPglite(creating)
}

const finishCreating = (where: string, finished: string): void => {
  renameSync(join(where, 'creating'), finished)
  syncDirectory(where)
}

/**
 * 新しいフォルダーに、`fill` の入れたものを持つ PGlite を作る（控えから戻すとき）。入れ終わってから名を替えるので、
 * 途中で落ちても、断っても、半端な倉庫は残らない。もうあるフォルダーは `restore-not-empty` で断る。
 */
export const createFilled = async <T>(
  dataDirectory: string,
  fill: (database: Database) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const where = resolve(dataDirectory)
  const lock = takeLock(where)
  if (!lock.ok) return lock
  try {
    const finished = join(where, 'database')
    if (existsSync(finished)) return refused('restore-not-empty', { where })
    const database = databaseOver(await startCreating(where), where, () => {})
    const filled = await fill(database).finally(() => database.close())
    if (filled.ok) finishCreating(where, finished)
    else rmSync(join(where, 'creating'), { recursive: true, force: true })
    return filled
  } finally {
    lock.value.release()
  }
}

/** フォルダーに、もう倉庫があるか。 */
export const hasDatabase = (dataDirectory: string): boolean => existsSync(join(resolve(dataDirectory), 'database'))

const syncDirectory = (directory: string): void => {
  if (process.platform === 'win32') return // Windows ではフォルダーを開けず、改名は同期される
  const descriptor = openSync(directory, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const errnoInputOutput = 29 // Emscripten の EIO

/**
 * PGlite の NODEFS には fsync がなく、確定（commit）しても OS の中に留まる（electric-sql/pglite #1107）。
 * 書き出しを本物の fdatasync につなぐ。
 */
class DurableNodeFS extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const initialised = await super.init(pglite, options)
    initialised.emscriptenOpts.preRun?.push((module: EmscriptenModule) => {
      module.NODEFS.stream_ops.fsync = ({ nfd }) => (nfd == null || synced(nfd) ? 0 : errnoInputOutput)
    })
    return initialised
  }
}

type EmscriptenModule = { NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number | null }) => number } } }

const synced = (descriptor: number): boolean => {
  try {
    fdatasyncSync(descriptor)
    return true
  } catch {
    return false
  }
}

/** 既定の起動は -F（fsync しない）なので、それを除いた一揃い。 */
const durableStart = ['--single', '-O', '-j'].concat(
  [
    'search_path=public',
    'exit_on_error=false',
    'log_checkpoints=false',
    'max_worker_processes=0',
    'max_parallel_workers=0',
    'max_parallel_workers_per_gather=0',
    'max_parallel_maintenance_workers=0',
    'io_method=sync',
    'wal_sync_method=fsync',
  ].flatMap((setting) => ['-c', setting]),
)

const startPglite = (directory: string): Promise<PGlite> =>
  PGlite.create({ fs: new DurableNodeFS(directory), startParams: durableStart })

/** PGlite の上の pg.Pool（つなぎは一本）。取引の中でプールを使うと永久に待つので、待つ時間を限る。 */
const databaseOver = (pglite: PGlite, where: string, release: () => void): Database => {
  const config = createPgConfig(pglite)
  const pool = new pg.Pool(Object.assign(config, { max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 60_000 }))
  return {
    pool,
    pipelined: false,
    where,
    close: async () => {
      await pool.end()
      await pglite.close()
      release()
    },
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

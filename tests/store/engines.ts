import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '#store/engine/database.ts'
import { openPglite } from '#store/engine/pglite.ts'
import { openPostgres } from '#store/engine/postgres.ts'
import { type Store, storeOver } from '#store/store.ts'
import { copyEmptyStore } from '../prepared-stores.ts'
import { startPostgres } from './postgres-server.ts'

/** 動いているデータベースと、その上の倉庫。`superuser` は壁も引き金も越えられる（改ざんを試すため）。 */
export type Running = {
  readonly store: Store
  readonly database: Database
  superuser<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

/** 倉庫の試験は、どちらの PostgreSQL でも同じに通る。`describe.each(engines)('…（$name）', (engine) => …)` */
export const engines: readonly { readonly name: string; start(): Promise<Running> }[] = [
  { name: 'PGlite', start: () => startPglite() },
  { name: 'PostgreSQL', start: () => startOnServer() },
]

const startPglite = async (): Promise<Running> => {
  const directory = mkdtempSync(join(tmpdir(), 'shirube-store-'))
  copyEmptyStore(directory)
  const opened = await openPglite(directory)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const database = opened.value
  const store = await storeOver(database)
  if (!store.ok) throw new Error(JSON.stringify(store.problem))
  return {
    store: store.value,
    database,
    superuser: async (sql, values = []) => rowsOfLast(await database.pool.query(sql, [...values])),
    stop: async () => {
      await database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** 倉庫は、超利用者でない持ち主としてつなぐ（実際の置き方と同じ）。 */
const startOnServer = async (): Promise<Running> => {
  const server = await startPostgres()
  const preparing = new pg.Pool({ connectionString: server.superuserUrl(), max: 1 })
  await preparing.query('create role shirube_owner login nosuperuser nobypassrls createrole')
  await preparing.query('create database shirube owner shirube_owner')
  await preparing.end()
  const opened = await openPostgres(server.superuserUrl('shirube').replace('postgres@', 'shirube_owner@'))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const database = opened.value
  const store = await storeOver(database)
  if (!store.ok) throw new Error(JSON.stringify(store.problem))
  const superuser = new pg.Pool({ connectionString: server.superuserUrl('shirube'), max: 1 })
  return {
    store: store.value,
    database,
    superuser: async (sql, values = []) => rowsOfLast(await superuser.query(sql, [...values])),
    stop: async () => {
      await superuser.end()
      await database.close()
      await server.stop()
    },
  }
}

const rowsOfLast = <Row>(result: unknown): Row[] => {
  const results = Array.isArray(result) ? result : [result]
  return results.at(-1)?.rows ?? []
}

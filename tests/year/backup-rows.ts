import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { BackupScope } from '#store/backup/write-backup.ts'
import type { Database } from '#store/engine/database.ts'
import type { Store } from '#store/store.ts'
import { startPostgres } from '../store/postgres-server.ts'

/** 控えの試験に使う、空のフォルダー。 */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'shirube-backup-'))

export const program = '試験'

/** 控えを一つのファイルに。 */
export const backUp = async (store: Pick<Store, 'backup'>, scope: BackupScope, file: string) => {
  await store.backup({ scope, at: new Date('2026-10-01T00:00:00Z'), program }, createWriteStream(file))
  return file
}

/** 表ごとの、すべての行（字の形で、並べたもの）。壁を越えて読める問い合わせ口で。 */
export type AllRows = ReadonlyMap<string, readonly string[]>
type Ask = (sql: string) => Promise<readonly Record<string, unknown>[]>

export const allRows = async (ask: Ask): Promise<AllRows> => {
  const tables = await ask(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'account') order by 1, 2`,
  )
  const found = new Map<string, readonly string[]>()
  for (const { schema, name } of tables) {
    const columns = await ask(
      `select column_name as name from information_schema.columns where table_schema = '${schema}' and table_name = '${name}' order by 1`,
    )
    const values = columns.map((column) => `coalesce("${column.name}"::text, '∅')`).join(', ')
    const rows = await ask(
      `select md5(concat_ws('|', ${values})) || ' ' || concat_ws('|', ${values}) as row from "${schema}"."${name}"`,
    )
    found.set(`${schema}.${name}`, rows.map(({ row }) => String(row)).toSorted())
  }
  return found
}

export const askPglite =
  ({ pool }: Database): Ask =>
  async (sql) =>
    (await pool.query(sql)).rows

/** 空の PostgreSQL。持ち主は超利用者でない（実際の置き方と同じ）。`ask` は壁を越えて読む。 */
export const emptyServer = async () => {
  const server = await startPostgres()
  const preparing = new pg.Pool({ connectionString: server.superuserUrl(), max: 1 })
  await preparing.query('create role shirube_owner login nosuperuser nobypassrls createrole')
  await preparing.end()
  const pools: pg.Pool[] = []
  return {
    /** 新しい空のデータベース。 */
    database: async (name: string) => {
      const making = new pg.Pool({ connectionString: server.superuserUrl(), max: 1 })
      await making.query(`create database ${name} owner shirube_owner`)
      await making.end()
      const pool = new pg.Pool({ connectionString: server.superuserUrl(name), max: 1 })
      pools.push(pool)
      const ask: Ask = async (sql) => (await pool.query(sql)).rows
      return { databaseUrl: server.superuserUrl(name).replace('postgres@', 'shirube_owner@'), ask }
    },
    stop: async () => {
      for (const pool of pools) await pool.end()
      await server.stop()
    },
  }
}

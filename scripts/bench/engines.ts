import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type PostgresServer, startPostgres } from '../../tests/store/postgres-server.ts'

/** 置き場所（`StoreLocation` と同じ形）。 */
export type Location = { readonly dataDirectory: string } | { readonly databaseUrl: string }

/** 計るデータベース。 */
export type Engine = {
  readonly name: 'PGlite' | 'PostgreSQL'
  /** 空の置き場所。 */
  empty(): Promise<Location>
  /** いま誰も開いていない置き場所の、もう一つの写し。PGlite は一つのプロセスしか開けないので写しが要る。 */
  copy(location: Location): Location
  /** 行の権限を越えて読める置き場所（比べる相手のため）。 */
  withoutWalls(location: Location): Location
}

export type Engines = { readonly all: readonly Engine[]; readonly postgres: string; stop(): Promise<void> }

/** PGlite と、この計測のために起こした PostgreSQL（確定のたびに本当に書き出す設定で）。 */
export const startEngines = async (work: string): Promise<Engines> => {
  const server = await startPostgres({ durable: true })
  const admin = new pg.Client({ connectionString: server.superuserUrl() })
  await admin.connect()
  await admin.query('create role shirube_owner login nosuperuser nobypassrls createrole')
  const { rows } = await admin.query<{ server_version: string }>('show server_version')
  const version = rows[0]?.server_version.split(' ')[0]
  return {
    all: [pglite(work), postgres(server, admin)],
    postgres: `PostgreSQL ${version}`,
    stop: async () => {
      await admin.end()
      await server.stop()
    },
  }
}

const pglite = (work: string): Engine => {
  const folder = () => mkdtempSync(join(work, 'data-'))
  return {
    name: 'PGlite',
    empty: async () => ({ dataDirectory: folder() }),
    copy: (location) => {
      if (!('dataDirectory' in location)) throw new Error('not a PGlite location')
      const copied = folder()
      cpSync(location.dataDirectory, copied, { recursive: true })
      return { dataDirectory: copied }
    },
    withoutWalls: (location) => location,
  }
}

const postgres = (server: PostgresServer, admin: pg.Client): Engine => {
  let made = 0
  return {
    name: 'PostgreSQL',
    empty: async () => {
      const name = `bench_${++made}`
      await admin.query(`create database ${name} owner shirube_owner`)
      return { databaseUrl: server.superuserUrl(name).replace('postgres@', 'shirube_owner@') }
    },
    copy: (location) => location,
    withoutWalls: (location) =>
      'databaseUrl' in location
        ? { databaseUrl: location.databaseUrl.replace('shirube_owner@', 'postgres@') }
        : location,
  }
}

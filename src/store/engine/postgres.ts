import pg from 'pg'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Database } from './database.ts'

/**
 * PostgreSQL のサーバーにつなぐ。`postgres://user:password@host:5432/name`。
 * つながらなければ `database-unreachable` で断る。合言葉は文に出さない。
 */
export const openPostgres = async (databaseUrl: string): Promise<Result<Database>> => {
  const where = withoutPassword(databaseUrl)
  if (where === undefined) return refused('database-url-unreadable')
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    pipeline: true,
    max: 10,
    connectionTimeoutMillis: 10_000,
    options: '-c search_path=public',
  } as pg.PoolConfig)
  // 使っていないつなぎが切れたときは、プールが捨ててつなぎ直す。落ちないように受けておく。
  pool.on('error', () => {})
  try {
    const client = await pool.connect()
    client.release()
    return done({ pool, pipelined: true, where, close: () => pool.end() })
  } catch (error) {
    await pool.end()
    return refused('database-unreachable', { where, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** `postgres://user:secret@host/name` → `postgres://user@host/name`。読めなければ undefined。 */
export const withoutPassword = (databaseUrl: string): string | undefined => {
  const url = URL.parse(databaseUrl)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return undefined
  url.password = ''
  url.search = ''
  return url.href
}

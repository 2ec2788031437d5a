import pg, { type PoolClient } from 'pg'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Database } from './engine/database.ts'
import { migrations } from './migrations/all.ts'

/** 移行のあいだ、同じ倉庫を開くほかのプロセスを待たせる鍵（値に意味はない）。 */
const migrationLock = 0x53_48_49_52

/** このプログラムの移行の最後の番号。 */
export const newest = migrations.at(-1)?.number ?? 0

/**
 * 倉庫の形を、この版のプログラムの形にする。足りない移行を一つの取引で当てる。
 * 倉庫のほうが新しければ `store-newer-than-program` で断る（古いプログラムで書くと壊すため）。
 * 表や役割を作る権限がなければ `database-refused`。`upTo` を言えば、その番号まで（古い控えを、取ったときの形に戻すとき）。
 */
export const migrate = async (database: Database, upTo: number = newest): Promise<Result<null>> => {
  const client = await database.pool.connect()
  try {
    return await migrateWith(client, database.where, upTo)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return refused('database-refused', { where: database.where, reason: error.message })
  } finally {
    client.release()
  }
}

const migrateWith = async (client: PoolClient, where: string, upTo: number): Promise<Result<null>> => {
  const found = await currentNumber(client)
  if (found > newest) return refused('store-newer-than-program', { where, found, program: newest })
  if (found < upTo) await applyMissing(client, upTo)
  return done(null)
}

/** 当ててある移行の最後の番号。まだ何もなければ 0。 */
export const currentNumber = async (client: Pick<PoolClient, 'query'>): Promise<number> => {
  const known = await client.query(`select to_regclass('public.schema_migration') is not null as known`)
  if (!known.rows[0]?.known) return 0
  const applied = await client.query('select coalesce(max(number), 0)::int as number from schema_migration')
  return applied.rows[0].number
}

const applyMissing = async (client: PoolClient, upTo: number): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`)
    await client.query(
      'create table if not exists schema_migration (number integer primary key, name text not null, applied_at timestamptz not null default now())',
    )
    // 待っているあいだに、ほかのプロセスが当て終えているかもしれない。
    const already = await currentNumber(client)
    for (const { number, name, sql } of migrations.filter((each) => each.number > already && each.number <= upTo)) {
      await client.query(sql)
      await client.query('insert into schema_migration (number, name) values ($1, $2)', [number, name])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { PoolClient, QueryResultRow } from 'pg'
import type { Database } from './engine/database.ts'
import type { DepartmentReach } from './writing.ts'

/** 取引の中で SQL を一つ送る。`name` を付けるとサーバーが計画を覚える（何度も使う大きな読み出しに）。 */
type Query = <Row extends QueryResultRow>(sql: string, values?: readonly unknown[], name?: string) => Promise<Row[]>

/** 団体一つの取引。どの問い合わせも、この団体の行しか見えない。 */
export type Transaction = { readonly municipality: string; readonly query: Query }

const inside = new AsyncLocalStorage<Database>()

/** 監査の鎖と版は団体ごとに一人ずつ書く。鍵の組の先頭（値に意味はない）。 */
export const writersLock = 0x53_48

/**
 * 団体 `code` の行を読む取引。始めから終わりまで同じ時点を見る。
 * 終わりの commit は待たずに答えを返す（読むだけなので失われるものがない）。
 */
export const reading = async <T>(
  database: Database,
  code: string,
  work: (tx: Transaction) => Promise<T>,
  departments: DepartmentReach = 'all',
): Promise<T> => {
  const behindWalls = asMunicipality(code, departments)
  const client = await begin(database, code)
  const opening = send(client, `begin isolation level repeatable read read only; ${behindWalls}`)
  try {
    if (!database.pipelined) await opening
    else opening.catch(() => {}) // 失敗は次の問い合わせにも現れる
    const answer = await inside.run(database, () => work(transactionOver(client, code)))
    await opening
    send(client, 'commit').then(
      () => client.release(),
      (error) => giveBack(database, client, error),
    )
    return answer
  } catch (error) {
    await rollBack(database, client)
    throw error
  }
}

/** 団体 `code` の行を書く取引。同じ団体を書く取引は一つずつ順に進む。`beforeCommit` は確定と同じ往復で送る文。 */
export const writing = async <T>(
  database: Database,
  code: string,
  work: (tx: Transaction) => Promise<T>,
  beforeCommit: () => string = () => '',
  departments: DepartmentReach = 'all',
): Promise<T> => {
  const client = await begin(database, code)
  try {
    await send(
      client,
      `begin; ${asMunicipality(code, departments)}; select pg_advisory_xact_lock(${writersLock}, ${Number(code)})`,
    )
    const answer = await inside.run(database, () => work(transactionOver(client, code)))
    await send(client, `${beforeCommit()}; commit`)
    client.release()
    return answer
  } catch (error) {
    await rollBack(database, client)
    throw error
  }
}

/**
 * 団体をまたいで読めるのは、団体の一覧（名・計画の数・版数）だけ。文は一度の往復で、一つの暗黙の取引になる。
 * 値を埋めるときは呼び手が文字種を確かめること。
 */
export const readingDirectory = async <Row>(database: Database, sql: string): Promise<Row[]> => {
  refuseNesting(database)
  const results = await database.pool.query(`set local role shirube_directory; ${sql}`)
  return (results as unknown as { rows: Row[] }[]).at(-1)?.rows ?? []
}

const asMunicipality = (code: string, departments: DepartmentReach): string =>
  `set local role shirube_app; select set_config('shirube.municipality', '${code}', true), set_config('shirube.departments', '${reachOf(departments)}', true)`

/** 行の壁に渡す課の並び。市の全体なら空、課が一つもなければ、どの課にも合わない字。 */
const reachOf = (departments: DepartmentReach): string => {
  if (departments === 'all') return ''
  const others = departments.filter((id) => !/^[0-9a-f-]{36}$/.test(id))
  if (others.length > 0) throw new Error(`department ids must be uuids, got "${others[0]}"`)
  return departments.length > 0 ? departments.join(',') : '-'
}

const begin = async (database: Database, code: string): Promise<PoolClient> => {
  if (!/^\d{6}$/.test(code)) throw new Error(`municipality code must be 6 digits, got "${code}"`)
  refuseNesting(database)
  return database.pool.connect()
}

// PGlite のつなぎは一本なので、取引の中でもう一つ開くと永久に待つ。待つ代わりに、書き手に知らせる。
const refuseNesting = (database: Database): void => {
  if (inside.getStore() === database) throw new Error('a store call inside a transaction: use the tx it was given')
}

export const transactionOver = (client: Pick<PoolClient, 'query'>, municipality: string): Transaction => ({
  municipality,
  query: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) =>
    (await client.query<Row>({ text, values: [...values], ...(name && { name }) })).rows,
})

const send = (client: PoolClient, sql: string): Promise<unknown> => client.query(sql)

const rollBack = async (database: Database, client: PoolClient): Promise<void> => {
  try {
    await send(client, 'rollback')
    client.release()
  } catch (error) {
    giveBack(database, client, error)
  }
}

/** 壊れたつなぎを返す。PGlite のつなぎは一本きりで作り直せないので、捨てずに戻す。 */
const giveBack = (database: Database, client: PoolClient, error: unknown): void =>
  client.release(database.pipelined && error instanceof Error ? error : undefined)

import pg from 'pg'
import { done, type Result, refused } from '#domain/problem.ts'
import { record, verifyChain } from '../audit.ts'
import type { Database } from '../engine/database.ts'
import { createFilled, hasDatabase, openPglite } from '../engine/pglite.ts'
import { openPostgres } from '../engine/postgres.ts'
import { currentNumber, migrate, newest } from '../migrate.ts'
import type { StoreLocation } from '../store.ts'
import { transactionOver, writersLock } from '../transaction.ts'
import type { BackupHeader } from './backup-format.ts'
import { type BackupCity, type Client, citiesIn, turnTo } from './client.ts'
import { loadBackup } from './load-backup.ts'
import { type InspectedBackup, inspectBackup } from './read-backup.ts'
import { backupTables, quotedTable } from './tables.ts'

/** 戻す人と時。 */
export type Restoring = { readonly by: string; readonly at: Date }

/** 戻した団体。`chain` は、戻した監査の鎖を確かめた答え。 */
export type RestoredCity = {
  readonly code: string
  readonly name: string
  readonly chain: Awaited<ReturnType<typeof verifyChain>>
  /** ここにない口座につながっていたので、つなぎを外した利用者の数。 */
  readonly unlinked: number
}

/** 戻した結果。 */
export type Restored = Omit<InspectedBackup, 'header'> & {
  readonly header: BackupHeader
  /** 戻したところ。 */
  readonly where: string
  readonly cities: readonly RestoredCity[]
}

/**
 * 控えから戻す。丸ごとの控えは空のところへ、団体一つの控えは空のところか、その団体のないしるべへ。
 * 先に控えの全部を確かめ、一つの取引（PGlite の新しいフォルダーなら、別の名で作り終えてから）で入れるので、半端には残らない。
 * 断る符号: `inspectBackup`・`loadBackup`・`openStore` のものと、`restore-not-empty` 空でない、`restore-city-exists` その団体がもうある、
 * `restore-ahead` 空だが控えより新しい形、`restore-older-city` 古い形の団体の控え、`restore-refused` 行をデータベースが断った。
 */
export const restoreBackup = async (
  location: StoreLocation,
  file: string,
  restoring: Restoring,
): Promise<Result<Restored>> => {
  const inspected = await inspectBackup(file)
  if (!inspected.ok) return inspected
  const work = (database: Database) => restoreInto(database, file, inspected.value, restoring)
  if ('dataDirectory' in location) {
    const adding = inspected.value.header.kind === 'municipality' && hasDatabase(location.dataDirectory)
    if (!adding) return createFilled(location.dataDirectory, work)
  }
  const opened = await ('databaseUrl' in location
    ? openPostgres(location.databaseUrl)
    : openPglite(location.dataDirectory))
  return opened.ok ? work(opened.value).finally(() => opened.value.close()) : opened
}

const restoreInto = async (
  database: Database,
  file: string,
  inspected: InspectedBackup,
  restoring: Restoring,
): Promise<Result<Restored>> => {
  const { header } = inspected
  // 古い控えは、取ったときの形に入れてから、いまの形に移す。
  const shaped = await migrate(database, header.migration)
  if (!shaped.ok) return shaped
  const client = await database.pool.connect()
  let cities: Result<readonly RestoredCity[]>
  try {
    await client.query(`begin; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'`)
    cities = await restoreWith(client, database.where, file, header, restoring)
    await client.query(cities.ok ? 'commit' : 'rollback')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if (!(error instanceof pg.DatabaseError)) throw error
    return refused('restore-refused', { where: database.where, reason: error.message })
  } finally {
    client.release()
  }
  if (!cities.ok) return cities
  const migrated = await migrate(database)
  return migrated.ok ? done({ ...inspected, where: database.where, cities: cities.value }) : migrated
}

const restoreWith = async (
  client: Client,
  where: string,
  file: string,
  header: BackupHeader,
  restoring: Restoring,
): Promise<Result<readonly RestoredCity[]>> => {
  const present = await citiesIn(client)
  await stopWriters(client, present)
  const taken = header.municipalities.find(({ code }) => present.some((each) => each.code === code))
  if (header.kind === 'municipality' && taken) return refused('restore-city-exists', { ...taken, where })
  const isEmpty = present.length === 0 && !(await holdsAccounts(client))
  if (header.kind === 'whole' && !isEmpty) return refused('restore-not-empty', { where })
  if ((await currentNumber(client)) !== header.migration)
    return isEmpty
      ? refused('restore-ahead', { where, found: newest, migration: header.migration })
      : refused('restore-older-city', { file, migration: header.migration, program: newest })
  if (header.kind === 'whole' && header.tables.some(({ name }) => name === madeByStarting))
    await client.query(`delete from ${quotedTable(madeByStarting)}`)
  const loaded = await loadBackup(client, file, header)
  if (!loaded.ok) return loaded
  const cities: RestoredCity[] = []
  for (const city of header.municipalities) cities.push(await settled(client, city, header, restoring))
  return done(cities)
}

/** 書いている人の終わるのを待ち、終わるまで新しく書かせない（表の鍵と噛み合って止まらないように、書く人の鍵から先に取る）。 */
const stopWriters = async (client: Client, cities: readonly BackupCity[]): Promise<void> => {
  for (const { code } of cities) await client.query('select pg_advisory_xact_lock($1, $2)', [writersLock, Number(code)])
}

/** 団体のない表（口座など）に、もう行があるか。起動しただけでできる行は数えない。 */
const holdsAccounts = async (client: Client): Promise<boolean> => {
  for (const { name, ofMunicipality } of await backupTables(client)) {
    if (ofMunicipality || name === madeByStarting) continue
    const { rows } = await client.query(`select 1 from ${quotedTable(name)} limit 1`)
    if (rows.length > 0) return true
  }
  return false
}

/** しるべの鍵。起動するとできる。空のしるべでは、まだ何も封じていないので、控えの鍵に替えてよい。 */
const madeByStarting = 'account.secret'

/** 入れた団体の鎖を確かめ、ない口座へのつなぎを外し、戻したことを記録に足す。 */
const settled = async (
  client: Client,
  { code, name }: BackupHeader['municipalities'][number],
  { kind, madeAt, program }: BackupHeader,
  { by, at }: Restoring,
): Promise<RestoredCity> => {
  await turnTo(client, code)
  const unlinked = await unlinkAccounts(client, code)
  // 鎖は、ふだん働く役割で、壁の中で確かめて足す。
  await client.query('set local role shirube_app')
  const tx = transactionOver(client, code)
  const chain = await verifyChain(tx)
  const found = chain.ok ? chain.value : null
  const after = { kind, madeAt, program, entries: found?.entries ?? null, hash: found?.hash ?? null, unlinked }
  await record(tx, by, at.toISOString(), { act: 'restored', subject: {}, before: null, after })
  await client.query('reset role')
  return { code, name, chain, unlinked }
}

const unlinkAccounts = async (client: Client, code: string): Promise<number> => {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('account."user"') is not null as known`)
  if (!rows[0]?.known) return 0
  const { rowCount } = await client.query(
    `update member set account_id = null
      where municipality = $1 and account_id is not null
        and not exists (select 1 from account."user" u where u.id = member.account_id)`,
    [code],
  )
  return rowCount ?? 0
}

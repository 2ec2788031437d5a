import type { Municipality } from '#domain/people/municipality.ts'
import type { Result } from '#domain/problem.ts'
import { type Accounts, accountsOver } from './accounts.ts'
import { type AuditSummary, record, verifyChain } from './audit.ts'
import type { BackupHeader } from './backup/backup-format.ts'
import { type BackupMaking, writeBackup } from './backup/write-backup.ts'
import { dataVersions } from './data-version.ts'
import type { Database } from './engine/database.ts'
import { openPglite } from './engine/pglite.ts'
import { openPostgres } from './engine/postgres.ts'
import { type Jobs, jobsOver } from './jobs.ts'
import { migrate } from './migrate.ts'
import { type ReadTransaction, readTransaction, type WriteTransaction, writeTransaction } from './tenant.ts'
import { reading, readingDirectory, type Transaction, writing } from './transaction.ts'
import type { Act, DepartmentReach, Touched, Writing } from './writing.ts'

/**
 * 倉庫。値を団体ごとに保ち、読み書きはみな団体一つの取引の中で行う。
 *
 * @example
 * const opened = await openStore({ dataDirectory: 'data' })
 * if (!opened.ok) return opened
 * const store = opened.value
 * const headings = await store.read('152081', (tx) => tx.editions.headings())
 * await store.close()
 */
export type Store = {
  /** 人に見せる置き場所。 */
  readonly where: string
  /**
   * 団体 `code` を読む。始めから終わりまで同じ時点を見る。中でもう一度 store を呼ぶと投げる（tx を使う）。
   * `departments` を渡せば、課の列のある行は、その課のものしか見えない。
   */
  read<T>(code: string, work: (tx: ReadTransaction) => Promise<T>, departments?: DepartmentReach): Promise<T>
  /**
   * 団体 `code` に書く。`work` が投げればすべて取り消す。書いたことには監査記録が付き、団体の版数が一つ上がる。
   *
   * @example
   * const adopted = await store.write('152081', { by: '企画課', at: clock(), newId }, (tx) =>
   *   tx.editions.adopt(draft, bytes, rules))
   */
  write<T>(code: string, act: Act, work: (tx: WriteTransaction) => Promise<T>): Promise<T>
  /** 団体の一覧（団体コードの順）。 */
  municipalities(): Promise<readonly MunicipalityRecord[]>
  /** 団体の版数。変わるたびに上がる。一往復で、同時の問い合わせはまとめるが、古い答えは返さない。 */
  dataVersion(code: string): Promise<number>
  /** 監査の鎖を確かめる。壊れていれば、最初に合わないところを言って断る。 */
  verifyAudit(code: string): Promise<Result<AuditSummary>>
  /** 口座（市の壁の外）。市の取引の中からは呼ばない。 */
  readonly accounts: Accounts
  /** 控えを `to` に流し、流し終えて閉じる（`backup/backup-format.ts`）。ない団体の控えは、団体のない控えになる。 */
  backup(making: BackupMaking, to: NodeJS.WritableStream): Promise<BackupHeader>
  /** 順番待ちの仕事。 */
  readonly jobs: Jobs
  close(): Promise<void>
}

/** 団体と、その計画の数・版数。 */
export type MunicipalityRecord = Municipality & {
  readonly plans: number
  readonly dataVersion: number
  /** 見本の市（役を選んで試せる）。 */
  readonly demonstration: boolean
}

/** どこを開くか。フォルダーなら PGlite、接続先なら PostgreSQL 15 以上。 */
export type StoreLocation = { readonly dataDirectory: string } | { readonly databaseUrl: string }

/**
 * 倉庫を開く。なければ作り、足りない移行を当てる。
 * 断る符号: `store-in-use`・`store-directory-unusable`・`store-cannot-open`・`store-newer-than-program`・
 * `database-unreachable`・`database-url-unreadable`・`database-refused`。
 */
export const openStore = async (location: StoreLocation): Promise<Result<Store>> => {
  const database = await ('databaseUrl' in location
    ? openPostgres(location.databaseUrl)
    : openPglite(location.dataDirectory))
  return database.ok ? storeOver(database.value) : database
}

/** 開いたデータベースの上の倉庫。移行を当ててから渡す。断るときは閉じる。 */
export const storeOver = async (database: Database): Promise<Result<Store>> => {
  const migrated = await migrate(database)
  if (!migrated.ok) {
    await database.close()
    return migrated
  }
  const versions = dataVersions(database)
  const jobs = jobsOver(database, (error) => console.error(error))
  return {
    ok: true,
    value: {
      where: database.where,
      read: (code, work, departments) => reading(database, code, (tx) => work(readTransaction(tx)), departments),
      write: (code, act, work) => write(database, code, act, work),
      municipalities: () => municipalities(database),
      dataVersion: versions,
      verifyAudit: (code) => reading(database, code, verifyChain),
      backup: (making, to) => writeBackup(database, making, to),
      accounts: accountsOver(database),
      jobs,
      close: async () => {
        await jobs.stop()
        await database.close()
      },
    },
  }
}

const write = <T>(database: Database, code: string, act: Act, work: (tx: WriteTransaction) => Promise<T>) => {
  const touched = new Set<Touched>()
  const at = act.at.toISOString()
  const writingIn = (tx: Transaction): Writing => ({
    ...tx,
    by: act.by,
    at,
    newId: act.newId,
    record: async (audited, what = 'data') => {
      touched.add(what)
      const subject = act.person === undefined ? audited.subject : { ...audited.subject, person: act.person }
      await record(tx, act.by, at, { ...audited, subject })
    },
  })
  // 版数は、書いたことと同じ取引で、確定と同じ往復で上げる。
  return writing(
    database,
    code,
    (tx) => work(writeTransaction(writingIn(tx))),
    () => [...touched].map((what) => raising[what](code)).join('; '),
    act.departments,
  )
}

const raising: Readonly<Record<Touched, (code: string) => string>> = {
  data: (code) => `update municipality set data_version = data_version + 1 where municipality = '${code}'`,
  work: (code) => `update municipality set work_version = work_version + 1 where municipality = '${code}'`,
}

const municipalities = (database: Database): Promise<readonly MunicipalityRecord[]> =>
  readingDirectory<MunicipalityRecord>(
    database,
    `select m.municipality as code, m.name, m.data_version::int as "dataVersion", m.demonstration,
            (select count(*)::int from plan p where p.municipality = m.municipality) as plans
       from municipality m order by m.municipality`,
  )

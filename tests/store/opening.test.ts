import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { withoutPassword } from '#store/engine/postgres.ts'
import { openStore, storeOver } from '#store/store.ts'
import { engines, type Running } from './engines.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

describe('データのフォルダーを開く', () => {
  let prepared: string
  let directory: string
  beforeAll(async () => {
    prepared = mkdtempSync(join(tmpdir(), 'shirube-prepared-'))
    await (await open(prepared)).close()
  })
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'shirube-open-'))
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))
  afterAll(() => rmSync(prepared, { recursive: true, force: true }))

  const open = async (where = directory) => {
    const opened = await openStore({ dataDirectory: where })
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    return opened.value
  }

  test('なければ作り、閉じればまた開ける', async () => {
    const where = join(directory, '深い', 'ところ')
    await (await open(where)).close()
    const again = await open(where)
    expect(await again.municipalities()).toEqual([])
    await again.close()
  })

  test('使っている間は、二つ目のプロセスをフォルダーの名を言って断る', async () => {
    cpSync(prepared, directory, { recursive: true })
    const store = await open()
    const refusal = await openElsewhere(directory)
    expect(refusal).toMatchObject({ ok: false, problem: { code: 'store-in-use', params: { directory } } })
    expect(problemInWords(refusal.problem)).toContain(directory)
    expect(problemInWords(refusal.problem, 'en')).toContain(directory)
    expect(await openStore({ dataDirectory: directory })).toMatchObject({
      ok: false,
      problem: { code: 'store-in-use' },
    })
    await store.close()
    expect(await openElsewhere(directory)).toEqual({ ok: true })
  })

  test('作りかけで落ちた跡があっても、作り直して開く', async () => {
    mkdirSync(join(directory, 'creating', 'base'), { recursive: true })
    writeFileSync(join(directory, 'creating', 'PG_VERSION'), '')
    const store = await open()
    expect(existsSync(join(directory, 'creating'))).toBe(false)
    await store.close()
  })

  test('フォルダーでないもの、壊れたものは、文で断る', async () => {
    const file = join(directory, 'file')
    writeFileSync(file, 'x')
    expect(await openStore({ dataDirectory: file })).toMatchObject({
      ok: false,
      problem: { code: 'store-directory-unusable' },
    })
    mkdirSync(join(directory, 'database'))
    writeFileSync(join(directory, 'database', 'PG_VERSION'), '9.4\n')
    const broken = await openStore({ dataDirectory: directory })
    expect(broken).toMatchObject({ ok: false, problem: { code: 'store-cannot-open' } })
  })
})

/** 別のプロセスで開いてみた答え。 */
const openElsewhere = (
  directory: string,
): Promise<{ ok: boolean; problem: { kind: string; code: string; params: Record<string, string> } }> =>
  new Promise((resolve, reject) => {
    const code = `import { openStore } from '#store/store.ts'
      const opened = await openStore({ dataDirectory: ${JSON.stringify(directory)} })
      if (opened.ok) await opened.value.close()
      console.log(JSON.stringify(opened.ok ? { ok: true } : opened))`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let answer = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    child.once('exit', (status) => (status === 0 ? resolve(JSON.parse(answer)) : reject(new Error(`exit ${status}`))))
  })

describe.each(engines)('倉庫の形（$name）', ({ start }) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running?.stop())

  test('もう一度開いても、移行は一度しか当たらない', async () => {
    const before = await running.superuser('select number, name, applied_at::text from schema_migration order by 1')
    expect(before.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    expect(await storeOver({ ...running.database, close: async () => {} })).toMatchObject({ ok: true })
    expect(await running.superuser('select number, name, applied_at::text from schema_migration order by 1')).toEqual(
      before,
    )
  })

  test('プログラムより新しい倉庫は、開かずに断る', async () => {
    await running.superuser(`insert into schema_migration (number, name) values (9999, 'from the future')`)
    let closed = false
    const refusal = await storeOver({
      ...running.database,
      close: async () => {
        closed = true
      },
    })
    expect(refusal).toMatchObject({ ok: false, problem: { code: 'store-newer-than-program', params: { found: 9999 } } })
    expect(closed).toBe(true)
    if (!refusal.ok) expect(problemInWords(refusal.problem)).toContain('新しい')
    await running.superuser('delete from schema_migration where number = 9999')
  })
})

describe('PostgreSQL につなぐ', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  test('同時に始めた二つのプログラムが、移行を一度だけ当てる', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl: server.superuserUrl() })))
    expect(opened.map(({ ok }) => ok)).toEqual([true, true, true])
    for (const store of opened) if (store.ok) await store.value.close()
  })

  test('表を作る権限のない利用者なら、何が要るかを言って断る', async () => {
    const opened = await openStore({ databaseUrl: server.superuserUrl() })
    if (opened.ok) await opened.value.close()
    const pg = await import('pg')
    const client = new pg.default.Client({ connectionString: server.superuserUrl() })
    await client.connect()
    await client.query('create role nothing login')
    await client.query('create database empty')
    await client.end()
    const refusal = await openStore({ databaseUrl: server.superuserUrl('empty').replace('postgres@', 'nothing@') })
    expect(refusal).toMatchObject({ ok: false, problem: { code: 'database-refused' } })
    if (!refusal.ok) expect(problemInWords(refusal.problem)).toContain('shirube_app')
  })

  test('動いていないサーバー、読めない接続先は、文で断る', async () => {
    const refusal = await openStore({ databaseUrl: 'postgres://someone:himitsu@127.0.0.1:1/nothing' })
    expect(refusal).toMatchObject({ ok: false, problem: { code: 'database-unreachable' } })
    if (!refusal.ok) expect(problemInWords(refusal.problem)).not.toContain('himitsu')
    expect(await openStore({ databaseUrl: 'mysql://x' })).toMatchObject({
      ok: false,
      problem: { code: 'database-url-unreadable' },
    })
    expect(await openStore({ databaseUrl: 'こわれた' })).toMatchObject({
      ok: false,
      problem: { code: 'database-url-unreadable' },
    })
  })

  test('合言葉は、人に見せる接続先に出ない', () => {
    expect(withoutPassword('postgres://u:himitsu@h:5432/d?password=himitsu')).toBe('postgres://u@h:5432/d')
    expect(withoutPassword('postgresql://h/d')).toBe('postgresql://h/d')
  })
})

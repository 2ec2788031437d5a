import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { noChoices } from '#domain/review/correction.ts'
import { inspectBackup } from '#store/backup/read-backup.ts'
import { type Restored, restoreBackup } from '#store/backup/restore-backup.ts'
import { backupTables, leftOut, leftOutOfCity } from '#store/backup/tables.ts'
import { tarEnd, tarEntry } from '#store/backup/tar.ts'
import type { Database } from '#store/engine/database.ts'
import { openPglite } from '#store/engine/pglite.ts'
import { openPostgres } from '#store/engine/postgres.ts'
import { type Store, type StoreLocation, storeOver } from '#store/store.ts'
import { aDraft, aSource, someRules } from '../store/a-draft.ts'
import { aPublication } from '../store/a-publication.ts'
import { yearOfRows } from '../store/a-year-of-rows.ts'
import { aYearIn, type Year } from './a-year.ts'
import { type AllRows, allRows, askPglite, backUp, emptyFolder, emptyServer } from './backup-rows.ts'

const restoring = { by: '情報課 佐藤', at: new Date('2026-10-02T00:00:00Z') }

describe('控えと戻し', () => {
  let server: Awaited<ReturnType<typeof emptyServer>>
  let folder: string
  let database: Database
  let store: Store
  let years: readonly Year[]
  let original: AllRows
  let file: string

  beforeAll(async () => {
    server = await emptyServer()
    folder = emptyFolder()
    const opened = await openPglite(join(folder, 'もと'))
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    database = opened.value
    const made = await storeOver(database)
    if (!made.ok) throw new Error(problemInWords(made.problem))
    store = made.value
    const app = {
      store,
      now: () => new Date('2026-05-01T00:00:00Z'),
      newId: () => crypto.randomUUID(),
      close: store.close,
    }
    years = [await aYearIn(app, { sections: 3 }), await aYearIn(app, { number: 1 })]
    for (const year of years) await fillIn(year)
    await fillEveryTable()
    original = await allRows(askPglite(database))
    file = await backUp(store, { kind: 'whole' }, join(folder, '控え.shirube'))
  })
  afterAll(async () => {
    await store?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** 答え・根拠の資料・公表・口座を足し、照会を閉じる（閉じた照会の答えも戻ることを見るため）。 */
  const fillIn = async ({ app, code, editionId, sections, roundId, people }: Year) => {
    const act = { by: '準備', at: app.now(), newId: app.newId }
    const responseId = sections[0]?.responseId ?? ''
    const evidence = randomBytes(300_000)
    await app.store.write(code, act, async (tx) => {
      const items = await tx.responses.items(responseId)
      const value = { kind: 'text', text: '=1+1\n"引用"\t\\', provisional: false } as never
      await tx.responses.write(items.slice(0, 2), [
        { itemId: items[0]?.id ?? '', field: 'text-reason', base: 0, value } as never,
      ])
      const first = await tx.publications.add(aPublication(editionId))
      await tx.publications.add(aPublication(editionId, first))
      const round = await tx.rounds.get(roundId ?? '')
      if (!round) throw new Error('no round')
      await tx.rounds.put({ ...round, status: 'closed', closedAt: act.at.toISOString() } as never)
    })
    const account = `account-${code}`
    const ask = (sql: string, values: readonly unknown[]) => database.pool.query(sql, [...values])
    await ask(`insert into account."user" (id, name, email, "emailVerified") values ($1, '佐藤', $2, true)`, [
      account,
      `${code}@example.jp`,
    ])
    await ask(
      `insert into account.account (id, "accountId", "providerId", "userId", password, "updatedAt") values ($1, $1, 'credential', $1, 'hash', now())`,
      [account],
    )
    await ask(
      `insert into account.session (id, "expiresAt", token, "updatedAt", "userId") values ($1, now(), $1, now(), $1)`,
      [account],
    )
    await ask('update member set account_id = $1 where municipality = $2 and id = $3', [
      account,
      code,
      people.administrator.id,
    ])
    const item = await ask('select id, department_id from response_item where municipality = $1 limit 1', [code])
    await ask('alter table evidence disable trigger user', [])
    await ask(
      `insert into evidence (municipality, id, item_id, department_id, file_name, media_type, sha256, content, added_at, added_by)
       values ($1, $2, $3, $4, '根拠.pdf', 'application/pdf', $5, $6, '2026-05-01T00:00:00.123456Z', '担当')`,
      [code, crypto.randomUUID(), item.rows[0].id, item.rows[0].department_id, 'a'.repeat(64), evidence],
    )
    await ask('alter table evidence enable trigger user', [])
  }

  /** 三つめの市の、どの表にも行を。表が増えても、空のまま「同じ」と言わないように。 */
  const fillEveryTable = async () => {
    const code = '011002'
    const act = { by: '企画課', at: new Date('2026-04-01T00:00:00Z'), newId: () => crypto.randomUUID() }
    await store.write(code, act, (tx) => tx.editions.adopt(aDraft(code), aSource('初め'), someRules))
    await store.write(code, act, async (tx) => {
      const [sha256, content, id] = ['a'.repeat(64), aSource('見直し中'), act.newId()]
      const review = { id, base: 'document', file: '計画.txt', sha256, content, choices: noChoices } as const
      await tx.reviews.open({ ...review, editionId: null, edits: [], counts: null })
      await tx.reviews.edit(id, [{ what: 'heading', field: 'title', text: '総合戦略' }])
      await tx.mappings.keep('progress-table', 2025, { fingerprint: 'f', columns: [] })
      const editionId = (await tx.editions.headings())[0]?.id ?? ''
      await tx.answers.put(editionId, { key: 'k', answer: 'leave', reason: '印刷のまま' })
      await tx.namedReports.put(editionId, { name: '議会用', form: 'progress-table', choices: {} })
      await tx.files.ask({ editionId, title: '計画書', form: 'plan-book', format: 'pdf', choices: {} })
      await tx.templates.put({ name: '市の様式', file: '様式.xlsx', sha256, content })
      await tx.publications.add(aPublication(editionId))
    })
    await database.pool.query(yearOfRows(code))
    await database.pool.query(
      `insert into account."twoFactor" (id, secret, "backupCodes", "userId") select id, 's', 'c', id from account."user"`,
    )
    await database.pool.query(
      `insert into account.secret (secret, made_at) values (repeat('k', 40), now()) on conflict do nothing`,
    )
  }

  const restored = async (location: StoreLocation, from = file): Promise<Restored> => {
    const result = await restoreBackup(location, from, restoring)
    if (!result.ok) throw new Error(problemInWords(result.problem))
    return result.value
  }

  const opened = async (location: StoreLocation): Promise<{ database: Database; store: Store }> => {
    const found = await ('databaseUrl' in location
      ? openPostgres(location.databaseUrl)
      : openPglite(location.dataDirectory))
    if (!found.ok) throw new Error(problemInWords(found.problem))
    const over = await storeOver(found.value)
    if (!over.ok) throw new Error(problemInWords(over.problem))
    return { database: found.value, store: over.value }
  }

  /** 違う表と、そのわけ。戻したことの記録（団体に一件）と、控えに入れない表のほかは、同じでなければならない。 */
  const differences = (before: AllRows, after: AllRows, skipped: Readonly<Record<string, string>> = leftOut) => {
    const found: string[] = []
    for (const [table, rows] of before) {
      if (Object.hasOwn(skipped, table)) continue
      const now = new Set(after.get(table))
      const added = now.size - rows.length
      const gone = rows.filter((row) => !now.has(row)).length
      if (table === 'public.audit_entry' ? gone > 0 : table === 'public.audit_head' ? added !== 0 : gone + added > 0)
        found.push(`${table}: ${gone} gone, ${added} added`)
    }
    return found
  }

  test('どの表も控えに入るか、入れないわけが書いてある', async () => {
    const inBackup = (await backupTables(database.pool as never)).map(({ name }) => name)
    const all = [...original.keys()]
    expect(all.filter((name) => !inBackup.includes(name) && !leftOut[name])).toEqual([])
    expect(Object.keys(leftOut).filter((name) => !all.includes(name))).toEqual([])
    expect(Object.keys(leftOutOfCity).filter((name) => !inBackup.includes(name))).toEqual([])
    const numbered = await askPglite(database)(
      `select attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'account') and c.relkind = 'r' and a.attidentity <> ''`,
    )
    // 通し番号を自分で振る表は、戻したあとの続きの番号も要る。いまは、控えに入れない表だけ。
    expect(numbered.filter(({ name }) => inBackup.includes(String(name)))).toEqual([])
  })

  test('PGlite から PGlite へ、PostgreSQL へ、そこからまた PGlite へ。どの表の、どの行も同じ', async () => {
    const other = { dataDirectory: join(folder, '深い', 'よそ') }
    const summary = await restored(other)
    const first = await opened(other)
    expect(differences(original, await allRows(askPglite(first.database)))).toEqual([])
    for (const { code } of years) expect(await first.store.verifyAudit(code)).toMatchObject({ ok: true })
    await first.store.close()

    const onServer = await server.database('whole')
    await restored(onServer)
    const second = await opened(onServer)
    const onServerRows = await allRows(onServer.ask)
    expect(differences(original, onServerRows)).toEqual([])
    const back = await backUp(second.store, { kind: 'whole' }, join(folder, '戻り.shirube'))
    await second.store.close()

    const home = { dataDirectory: join(folder, '帰り') }
    await restored(home, back)
    const third = await opened(home)
    expect(differences(onServerRows, await allRows(askPglite(third.database)))).toEqual([])
    for (const { code } of years) expect(await third.store.verifyAudit(code)).toMatchObject({ ok: true })
    await third.store.close()
    const filled = [...original].filter(([, rows]) => rows.length > 0)
    console.info(
      `控え：${summary.rows} 行、${Object.keys(summary.counts).length} 表（行のある表 ${filled.length}）が、三度移しても同じ`,
    )
    expect(
      [...original].filter(([table, rows]) => rows.length === 0 && !leftOut[table]).map(([table]) => table),
    ).toEqual([])
    expect(summary.cities.map(({ chain }) => chain.ok)).toEqual([true, true, true])
  })

  test('団体一つを、ほかの市のあるしるべへ移す。id も監査の鎖も同じで、口座のつなぎは外れる', async () => {
    const [ours, theirs] = years as [Year, Year]
    const one = await backUp(store, { kind: 'municipality', code: ours.code }, join(folder, '一市.shirube'))
    const another = await backUp(store, { kind: 'municipality', code: theirs.code }, join(folder, '二市.shirube'))
    for (const location of [{ dataDirectory: join(folder, '二つの市') }, await server.database('cities')]) {
      await restored(location, another)
      const summary = await restored(location, one)
      expect(summary.cities).toMatchObject([{ code: ours.code, unlinked: 1, chain: { ok: true } }])
      expect(summary.counts['account.user']).toBeUndefined()
      const { database: there, store: theirStore } = await opened(location)
      const rows = await allRows('ask' in location ? location.ask : askPglite(there))
      const skipped = Object.fromEntries(
        [...original.keys()].filter((name) => name.startsWith('account.')).map((name) => [name, '']),
      )
      // もとのしるべには、もう一つの市もある。移した二つの市の行だけを比べる。口座のつなぎを外した利用者のほかは同じ。
      const moved = (all: AllRows): AllRows =>
        new Map(
          [...all].map(([name, lines]) => [
            name,
            lines.filter((row) => years.some(({ code }) => row.includes(code)) && !row.includes('情報課 佐藤')),
          ]),
        )
      const lost = differences(moved(original), moved(rows), { ...leftOut, ...leftOutOfCity, ...skipped })
      expect(lost).toEqual([])
      for (const { code } of years) expect(await theirStore.verifyAudit(code)).toMatchObject({ ok: true })
      await theirStore.close()
      expect(await restoreBackup(location, one, restoring)).toMatchObject({
        ok: false,
        problem: { code: 'restore-city-exists' },
      })
    }
  })

  test('空でないところには戻さない。もとのままにして断る', async () => {
    const used = { dataDirectory: join(folder, '使用中') }
    await restored(used)
    expect(await restoreBackup(used, file, restoring)).toMatchObject({
      ok: false,
      problem: { code: 'restore-not-empty' },
    })
    const onServer = await server.database('used')
    await restored(onServer)
    expect(await restoreBackup(onServer, file, restoring)).toMatchObject({
      ok: false,
      problem: { code: 'restore-not-empty' },
    })
  })

  test('控えは、値も件数も確かめられる', async () => {
    const inspected = await inspectBackup(file)
    expect(inspected).toMatchObject({
      ok: true,
      value: {
        header: { kind: 'whole', municipalities: [{ code: '011002' }, ...years.map(({ code }) => ({ code }))] },
      },
    })
  })

  describe('壊れた控え・違う控え', () => {
    const refusedFor = async (bytes: Uint8Array) => {
      const bad = join(folder, `${crypto.randomUUID()}.shirube`)
      writeFileSync(bad, bytes)
      const location = { dataDirectory: join(folder, '戻らない') }
      const result = await restoreBackup(location, bad, restoring)
      if (result.ok) throw new Error('restored a bad backup')
      expect(existsSync(location.dataDirectory), '何も作らない').toBe(false)
      expect(problemInWords(result.problem)).toContain(bad)
      expect(problemInWords(result.problem, 'en')).toContain(bad)
      return result.problem
    }

    test.each([
      ['空のファイル', () => Buffer.alloc(0), 'backup-not-ours'],
      ['ほかのファイル', () => Buffer.from('%PDF-1.7 …'), 'backup-not-ours'],
      ['gzip だが控えでない', () => gzipSync(Buffer.from('表'.repeat(1000))), 'backup-not-ours'],
      ['半分で切れた', (whole: Buffer) => whole.subarray(0, whole.length / 2), 'backup-cut'],
      ['終わりの少し足りない', (whole: Buffer) => whole.subarray(0, whole.length - 40), 'backup-cut'],
    ] as const)('%s', async (_, change, code) => {
      expect((await refusedFor(change(readFileSync(file)))).kind).toBe(code)
    })

    test('一字でも違えば、どの表かを言う', async () => {
      const tar = gunzipSync(readFileSync(file))
      const at = tar.indexOf('商工課の担当')
      const changed = Buffer.from(tar)
      changed.write('農', at)
      const problem = await refusedFor(gzipSync(changed))
      expect(problem).toMatchObject({
        kind: 'backup-damaged',
        params: { part: expect.stringContaining('rows/public.') },
      })
    })

    test('途中のどこが壊れていても、戻さない', async () => {
      const whole = readFileSync(file)
      for (let n = 1; n < 40; n++) {
        const changed = Buffer.from(whole)
        const at = Math.floor((whole.length * n) / 40)
        changed[at] = (changed[at] ?? 0) ^ 0xff
        const { kind } = await refusedFor(changed)
        expect(['backup-damaged', 'backup-cut', 'backup-not-ours'], `${at}`).toContain(kind)
      }
    })

    /** 控えの中身を書きかえ、指紋も付け直したもの（悪意のある控え）。 */
    const forged = (change: (name: string, content: string) => string, from = file): Buffer => {
      const parts: { name: string; rows: number; sha256: string }[] = []
      const out: Uint8Array[] = []
      let header = ''
      for (const { name, content } of entriesIn(gunzipSync(readFileSync(from)))) {
        if (name === 'manifest.json') continue
        const text = Buffer.from(change(name, content.toString('utf8')))
        const sha256 = createHash('sha256').update(text).digest('hex')
        if (name === 'shirube-backup.json') header = sha256
        else parts.push({ name, sha256, rows: text.toString('utf8').split('\n').length - 1 })
        out.push(...tarEntry(name, text))
      }
      out.push(...tarEntry('manifest.json', Buffer.from(JSON.stringify({ header, parts }))), tarEnd())
      return gzipSync(Buffer.concat(out))
    }

    test('新しい版の控えは、どの版で戻すかを言う', async () => {
      const newer = forged((name, text) =>
        name === 'shirube-backup.json' ? text.replace(/"migration": \d+/, '"migration": 9999') : text,
      )
      expect((await refusedFor(newer)).kind).toBe('backup-newer')
    })

    test('一つの市の控えに混じった、よその市の行と口座は、入らない', async () => {
      const one = await backUp(
        store,
        { kind: 'municipality', code: years[0]?.code ?? '' },
        join(folder, '混ぜる.shirube'),
      )
      const mixed = forged(
        (name, text) => (name.includes('public.member/') ? text.replaceAll(`"${years[0]?.code}"`, '"011002"') : text),
        one,
      )
      const accounts = forged((name, text) => {
        if (name !== 'shirube-backup.json') return text
        const header = JSON.parse(text)
        return JSON.stringify({ ...header, tables: [...header.tables, { name: 'account.user', columns: ['id'] }] })
      }, one)
      for (const [bytes, code] of [
        [mixed, 'backup-damaged'],
        [accounts, 'restore-shape-differs'],
      ] as const) {
        const bad = join(folder, `${code}.shirube`)
        writeFileSync(bad, bytes)
        const location = await server.database(code.replaceAll('-', '_'))
        expect(await restoreBackup(location, bad, restoring)).toMatchObject({ ok: false, problem: { code } })
        for (const [table, rows] of await allRows(location.ask))
          if (table !== 'public.schema_migration') expect(rows, table).toEqual([])
      }
    })

    test('鎖が初めから壊れていた控えも、そのまま戻し、壊れていることを言う', async () => {
      const tampered = forged((name, text) =>
        name.includes(`audit_entry/${years[0]?.code}`) ? text.replace('edition-adopted', 'edition-updated') : text,
      )
      const bad = join(folder, '改ざん.shirube')
      writeFileSync(bad, tampered)
      const summary = await restored(await server.database('tampered'), bad)
      expect(summary.cities.find(({ code }) => code === years[0]?.code)?.chain).toMatchObject({
        ok: false,
        problem: { code: 'audit-entry-altered', params: { number: 1 } },
      })
    })
  })

  test('戻す途中で落ちても、半端なしるべは残らない', async () => {
    const script = `import { restoreBackup } from '#store/backup/restore-backup.ts'
      const result = await restoreBackup(JSON.parse(process.argv[1]), process.argv[2], { by: '試験', at: new Date() })
      console.log(result.ok)`
    const onServer = await server.database('killed')
    let killed = 0
    const falling = { dataDirectory: join(folder, '落ちる') }
    const places: readonly StoreLocation[] = [falling, falling, onServer, onServer, onServer]
    for (const [n, place] of places.entries()) {
      const location: StoreLocation = 'databaseUrl' in place ? { databaseUrl: place.databaseUrl } : place
      const child = spawn(
        process.execPath,
        ['--input-type=module-typescript', '-e', script, JSON.stringify(location), file],
        { stdio: 'ignore' },
      )
      const exited = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
      if ('dataDirectory' in location)
        await until(() => existsSync(join(location.dataDirectory, 'creating', 'PG_VERSION')))
      else
        await until(
          async () =>
            n === 2 || (await onServer.ask(`select 1 from pg_class where relname = 'audit_entry'`)).length > 0,
        )
      await sleep('dataDirectory' in location ? 300 * (n + 1) : 40 * n)
      child.kill('SIGKILL')
      if ((await exited) === 'SIGKILL') killed += 1
      if ('dataDirectory' in location) expect(existsSync(join(location.dataDirectory, 'database'))).toBe(false)
      else expect((await allRows(onServer.ask)).get('public.audit_entry') ?? []).toEqual([])
    }
    expect(killed).toBe(5)
    for (const location of [falling, onServer]) expect((await restored(location)).rows).toBeGreaterThan(400)
    console.info(`戻しの途中で ${killed} 回落としても、半端なものは残らず、次の戻しが通る`)
  })
})

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await done()); tries++) {
    if (tries > 3000) throw new Error('waited too long')
    await sleep(10)
  }
}

/** tar の項目（試験の側で読む）。 */
const entriesIn = (tar: Buffer): readonly { name: string; content: Buffer }[] => {
  const found = []
  for (let at = 0; tar[at] !== 0 && at < tar.length; ) {
    const size = Number.parseInt(tar.toString('utf8', at + 124, at + 135), 8)
    found.push({
      name: tar.toString('utf8', at, at + 100).replace(/\0.*$/s, ''),
      content: tar.subarray(at + 512, at + 512 + size),
    })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return found
}

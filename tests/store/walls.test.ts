import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noChoices } from '#domain/review/correction.ts'
import { contentTables } from '#store/content-tables.ts'
import { reading, writing } from '#store/transaction.ts'
import { aDraft, aSource, someRules } from './a-draft.ts'
import { aPublication } from './a-publication.ts'
import { yearOfRows } from './a-year-of-rows.ts'
import { engines, type Running } from './engines.ts'

const [ours, theirs] = ['011002', '152081']
const act = { by: '企画課', at: new Date('2026-04-01T00:00:00Z'), newId: () => crypto.randomUUID() }

/** 団体の行を持たない表は、これだけ。 */
const shared = ['schema_migration']

describe.each(engines)('団体の間の壁（$name）', ({ name, start }) => {
  let running: Running
  let tables: string[]

  beforeAll(async () => {
    running = await start()
    for (const code of [ours, theirs]) {
      const adopted = await running.store.write(code, act, (tx) =>
        tx.editions.adopt(aDraft(code), aSource('初め'), someRules),
      )
      expect(adopted).toMatchObject({ ok: true, value: { outcome: 'new' } })
      await running.store.write(code, act, async (tx) => {
        const sha256 = 'a'.repeat(64)
        const id = act.newId()
        const content = aSource('見直し中')
        const review = { id, base: 'document', file: '計画.txt', sha256, content, choices: noChoices } as const
        await tx.reviews.open({ ...review, editionId: null, edits: [], counts: null })
        await tx.reviews.edit(id, [{ what: 'heading', field: 'title', text: '総合戦略' }])
        await tx.mappings.keep('progress-table', 2025, { fingerprint: 'f', columns: [] })
        const [edition] = await tx.editions.headings()
        const editionId = edition?.id ?? ''
        await tx.answers.put(editionId, { key: 'k', answer: 'leave', reason: '印刷のまま' })
        await tx.namedReports.put(editionId, { name: '議会用', form: 'progress-table', choices: {} })
        await tx.files.ask({ editionId, title: '計画書', form: 'plan-book', format: 'pdf', choices: {} })
        await tx.templates.put({ name: '市の様式', file: '様式.xlsx', sha256, content })
        await tx.publications.add(aPublication(editionId))
      })
      await running.superuser(yearOfRows(code))
    }
    const found = await running.superuser<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    )
    tables = found.map(({ name }) => name).filter((name) => !shared.includes(name))
  })
  afterAll(async () => {
    await running?.stop()
    // どの表でも、読み・足し・変え・消しを、隣の団体に試す。
    console.log(`団体の壁（${name}）：表 ${tables?.length}、試み ${(tables?.length ?? 0) * 4}`)
  })

  test('案は、団体を持つすべての表に行を作る（この試験が空の表で通らないように）', async () => {
    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables) {
      const rows = await running.superuser(`select 1 from "${table}" where municipality = $1`, [theirs])
      expect(rows.length, table).toBeGreaterThan(0)
    }
  })

  test('主鍵・一意・外部キーは、すべて municipality から始まる', async () => {
    const keys = await running.superuser<{
      table: string
      name: string
      kind: string
      first: string
      target: string | null
    }>(`
      select c.conrelid::regclass::text as "table", c.conname as name, c.contype::text as kind,
             (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) as first,
             (select attname from pg_attribute where attrelid = c.confrelid and attnum = c.confkey[1]) as target
        from pg_constraint c
       where c.contype in ('p', 'u', 'f') and c.connamespace = 'public'::regnamespace`)
    const ofTenants = keys.filter(({ table }) => !shared.includes(table.replaceAll('"', '')))
    expect(ofTenants.length).toBeGreaterThan(40)
    expect(
      ofTenants.filter(
        ({ first, kind, target }) => first !== 'municipality' || (kind === 'f' && target !== 'municipality'),
      ),
    ).toEqual([])
    const withKey = new Set(ofTenants.filter(({ kind }) => kind === 'p').map(({ table }) => table.replaceAll('"', '')))
    expect(tables.filter((table) => !withKey.has(table))).toEqual([])
  })

  test('索引も、すべて municipality から始まる', async () => {
    const others = await running.superuser(
      `
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)
         and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'municipality'`,
      [shared],
    )
    expect(others).toEqual([])
  })

  test('どの表も、行の壁が強制されている', async () => {
    const open = await running.superuser(
      `
      select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
         and relname <> all ($1) and not (relrowsecurity and relforcerowsecurity)`,
      [shared],
    )
    expect(open).toEqual([])
  })

  test('働く役割は、超利用者でも、壁を越える者でも、表の持ち主でもない', async () => {
    const roles = await running.superuser(`
      select rolname, rolsuper, rolbypassrls, rolcanlogin,
             exists (select 1 from pg_class where relowner = r.oid) as owns
        from pg_roles r where rolname in ('shirube_app', 'shirube_directory') order by 1`)
    const powerless = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: false }
    expect(roles).toEqual([
      { rolname: 'shirube_app', ...powerless },
      { rolname: 'shirube_directory', ...powerless },
    ])
  })

  test('隣の団体の行は、どの表でも読めない', async () => {
    for (const table of tables) {
      const seen = await reading(running.database, ours, async ({ query }) => ({
        theirs: await query(`select 1 from "${table}" where municipality = $1`, [theirs]),
        all: await query<{ municipality: string }>(`select distinct municipality from "${table}"`),
      }))
      expect(seen, table).toEqual({ theirs: [], all: [{ municipality: ours }] })
    }
  })

  test('隣の団体の行は、どの表にも足せない', async () => {
    for (const table of tables) {
      const [row] = await running.superuser<{ row: object }>(
        `select to_json(t) as row from "${table}" t where municipality = $1 limit 1`,
        [theirs],
      )
      const inserted = writing(running.database, ours, ({ query }) =>
        query(`insert into "${table}" select * from json_populate_record(null::"${table}", $1)`, [
          JSON.stringify(row?.row),
        ]),
      )
      await expect(inserted, table).rejects.toThrow(/row-level security|permission denied|audit|is not open/)
    }
  })

  test('隣の団体の行は、どの表でも変えられず、消せない', async () => {
    for (const table of tables) {
      const before = await running.superuser(
        `select to_json(t)::text as row from "${table}" t where municipality = $1 order by 1`,
        [theirs],
      )
      for (const statement of [
        `update "${table}" set municipality = municipality where municipality = '${theirs}'`,
        `delete from "${table}" where municipality = '${theirs}'`,
      ]) {
        const touched = await writing(running.database, ours, ({ query }) =>
          query(`with t as (${statement} returning 1) select 1 from t`),
        ).catch((error: Error) => error.message)
        if (typeof touched === 'string') expect(touched, table).toMatch(/permission denied|append-only/)
        else expect(touched, table).toEqual([])
      }
      const after = await running.superuser(
        `select to_json(t)::text as row from "${table}" t where municipality = $1 order by 1`,
        [theirs],
      )
      expect(after, table).toEqual(before)
    }
  })

  test('自分の行を隣の団体へ移すこともできない', async () => {
    const moved = writing(running.database, ours, ({ query }) => query(`update plan set municipality = '${theirs}'`))
    await expect(moved).rejects.toThrow(/row-level security/)
  })

  test('預かった出典の中身は書き換えられない', async () => {
    const rewritten = await writing(running.database, ours, ({ query }) =>
      query(`update source set content = '\\x00', bytes = 1 returning 1`),
    )
    expect(rewritten).toEqual([])
  })

  test('送られたバイト列も、訂正の中身も、取り込んだ記録も、書き換えられない', async () => {
    for (const statement of [
      `update review set content = '\\x00'`,
      `update review_edit set correction = '{}'`,
      `update adoption set before = '{}'`,
      'delete from adoption',
    ]) {
      const rewritten = writing(running.database, ours, ({ query }) => query(statement))
      await expect(rewritten, statement).rejects.toThrow('permission denied')
    }
  })

  test('団体を決めずに読むと、何も見えない', async () => {
    const client = await running.database.pool.connect()
    try {
      await client.query('begin; set local role shirube_app')
      for (const table of tables) expect((await client.query(`select 1 from "${table}"`)).rows, table).toEqual([])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('一覧の役割が見るのは、団体の名・版数・見本か・計画の数と、口座の市・ログインの名だけ', async () => {
    const rights = await running.superuser(`
      select table_name, column_name, privilege_type from information_schema.column_privileges
       where grantee = 'shirube_directory' and table_schema = 'public' order by 1, 2`)
    expect(
      rights.map(({ table_name, column_name, privilege_type }) => `${privilege_type} ${table_name}.${column_name}`),
    ).toEqual([
      'SELECT login_setting.label',
      'SELECT login_setting.municipality',
      'SELECT login_setting.password_allowed',
      'SELECT member.account_id',
      'SELECT member.municipality',
      'SELECT member.status',
      'SELECT municipality.data_version',
      'SELECT municipality.demonstration',
      'SELECT municipality.municipality',
      'SELECT municipality.name',
      'SELECT plan.id',
      'SELECT plan.municipality',
    ])
  })

  test('同時に走る 60 の取引が、互いの団体を見ない', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, n) => {
        const code = n % 2 ? ours : theirs
        return running.store.read(code, async (tx) =>
          (await tx.editions.headings()).every(({ municipality }) => municipality.code === code),
        )
      }),
    )
    expect(seen.every(Boolean)).toBe(true)
  })

  test('中身の表の列は、移行の列と同じ', async () => {
    for (const { name, columns, withdraws } of contentTables) {
      const found = await running.superuser<{ name: string; type: string }>(
        `select attname as name, format_type(atttypid, null) as type from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and attname not in ('municipality', 'edition_id') order by 1`,
        [name],
      )
      const declared = [
        ...columns.map(({ column, type }) => ({ name: column, type: type as string })),
        ...(withdraws ? [{ name: 'withdrawn_at', type: 'timestamp with time zone' }] : []),
      ].sort((a, b) => (a.name < b.name ? -1 : 1))
      expect(found, name).toEqual(declared)
    }
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { writing } from '#store/transaction.ts'
import { aDraft, aSource, someRules } from './a-draft.ts'
import { engines, type Running } from './engines.ts'

let nextCode = 300000

describe.each(engines)('監査の鎖（$name）', ({ start }) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running?.stop())

  /** 五件の記録がある団体。 */
  const withHistory = async (): Promise<string> => {
    const code = String(nextCode++)
    for (const n of [1, 2, 3, 4, 5]) {
      const source = aSource(`第${n}稿`)
      const draft = aDraft(code, { instructions: [`第${n}稿の指示`] }, source)
      await running.store.write(
        code,
        { by: `職員${n}`, at: new Date(Date.UTC(2026, 3, n)), newId: () => crypto.randomUUID() },
        (tx) => tx.editions.adopt(draft, source, someRules),
      )
    }
    return code
  }

  /** 引き金を止めて書き換える（データベースの管理者にはできる）。 */
  const tamper = async (sql: string, code: string) => {
    await running.superuser('set session_replication_role = replica')
    await running.superuser(sql, [code])
    await running.superuser('set session_replication_role = origin')
  }

  test('書いたことが、誰が・いつ・何を・前・後とともに残る', async () => {
    const code = await withHistory()
    const entries = await running.store.read(code, (tx) => tx.audit.latest({ limit: 3 }))
    expect(entries.map(({ number, by, act }) => `${number} ${by} ${act}`)).toEqual([
      '5 職員5 edition-updated',
      '4 職員4 edition-updated',
      '3 職員3 edition-updated',
    ])
    expect(entries[0]).toMatchObject({
      at: '2026-04-05T00:00:00.000Z',
      before: { changes: [{ kind: 'instruction', fields: [{ field: 'text', value: '第4稿の指示' }] }] },
      after: { changes: [{ kind: 'instruction', fields: [{ field: 'text', value: '第5稿の指示' }] }] },
      previous: entries[1]?.hash,
    })
    const older = await running.store.read(code, (tx) => tx.audit.latest({ limit: 9, before: 3 }))
    expect(older.map(({ number, act }) => `${number} ${act}`)).toEqual(['2 edition-updated', '1 edition-adopted'])
    expect(await running.store.verifyAudit(code)).toEqual({ ok: true, value: { entries: 5, hash: entries[0]?.hash } })
  })

  test('記録のない団体の鎖は、空のまま正しい', async () => {
    expect(await running.store.verifyAudit('999999')).toEqual({ ok: true, value: { entries: 0, hash: '0'.repeat(64) } })
  })

  test.each([
    [
      '中身を変える',
      `update audit_entry set after = '{"plan":"別"}' where municipality = $1 and number = 3`,
      'audit-entry-altered',
      3,
    ],
    [
      '人を変える',
      `update audit_entry set by = '別人' where municipality = $1 and number = 1`,
      'audit-entry-altered',
      1,
    ],
    [
      '時を変える',
      `update audit_entry set at = at + interval '1 second' where municipality = $1 and number = 5`,
      'audit-entry-altered',
      5,
    ],
    ['途中を消す', 'delete from audit_entry where municipality = $1 and number = 3', 'audit-entry-missing', 3],
    ['初めを消す', 'delete from audit_entry where municipality = $1 and number = 1', 'audit-entry-missing', 1],
    ['末尾を消す', 'delete from audit_entry where municipality = $1 and number = 5', 'audit-end-differs', undefined],
    ['全部を消す', 'delete from audit_entry where municipality = $1', 'audit-end-differs', undefined],
    ['先頭の控えを戻す', 'update audit_head set entries = 4 where municipality = $1', 'audit-end-differs', undefined],
  ])('データベースの管理者が%sと、見つかる', async (_, sql, code, number) => {
    const municipality = await withHistory()
    await tamper(sql, municipality)
    const verified = await running.store.verifyAudit(municipality)
    expect(verified).toMatchObject({
      ok: false,
      problem: { code, params: number === undefined ? { expected: expect.any(Number) } : { number } },
    })
    if (!verified.ok) expect(problemInWords(verified.problem)).toContain(municipality)
  })

  test('消して番号を詰めても、見つかる', async () => {
    const code = await withHistory()
    await tamper('delete from audit_entry where municipality = $1 and number = 2', code)
    await tamper('update audit_entry set number = number - 1 where municipality = $1 and number > 2', code)
    expect(await running.store.verifyAudit(code)).toMatchObject({
      ok: false,
      problem: { code: 'audit-entry-altered', params: { number: 2 } },
    })
  })

  test.each([
    ['変える', `update audit_entry set by = '別人'`],
    ['消す', 'delete from audit_entry'],
    ['空にする', 'truncate audit_entry'],
    ['先頭の控えを変える', 'update audit_head set entries = 0'],
  ])('働く役割には、記録を%s権限がない', async (_, sql) => {
    const code = await withHistory()
    await expect(writing(running.database, code, ({ query }) => query(sql))).rejects.toThrow('permission denied')
  })

  test('引き金を止めなければ、管理者でも記録を変えられない', async () => {
    await withHistory()
    await expect(running.superuser(`update audit_entry set by = '別人'`)).rejects.toThrow('append-only')
    await expect(running.superuser('delete from audit_entry')).rejects.toThrow('append-only')
    await expect(running.superuser('truncate audit_entry')).rejects.toThrow('append-only')
  })

  test('鎖の続きでない記録は足せない', async () => {
    const code = await withHistory()
    const forged = (number: number, previous: string) =>
      writing(running.database, code, ({ query }) =>
        query(
          `insert into audit_entry (municipality, number, at, by, act, subject, previous, hash) values ($1, $2, now(), '偽', '偽', '{}', $3, $4)`,
          [code, number, previous, 'a'.repeat(64)],
        ),
      )
    await expect(forged(7, '0'.repeat(64))).rejects.toThrow('does not follow')
    await expect(forged(6, '0'.repeat(64))).rejects.toThrow('does not follow')
    expect(await running.store.verifyAudit(code)).toMatchObject({ ok: true })
  })

  test('同時に 20 件書いても、鎖は一本', async () => {
    const code = await withHistory()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const source = aSource(`同時 ${n}`)
        return running.store.write(code, { by: `職員${n}`, at: new Date(), newId: () => crypto.randomUUID() }, (tx) =>
          tx.editions.adopt(aDraft(code, { instructions: [`指示 ${n}`] }, source), source, someRules),
        )
      }),
    )
    expect(await running.store.verifyAudit(code)).toMatchObject({ ok: true, value: { entries: 25 } })
    expect(await running.store.dataVersion(code)).toBe(25)
  })
})

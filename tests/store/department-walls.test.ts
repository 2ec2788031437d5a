import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reading, writing } from '#store/transaction.ts'
import { yearOfRows } from './a-year-of-rows.ts'
import { engines, type Running } from './engines.ts'

const city = '152081'

/** 課の列を持ち、課の壁のあるべき表。 */
const walled = [
  'answer',
  'evidence',
  'item_comment',
  'mayor_instruction',
  'mayor_instruction_step',
  'notice',
  'priority_sheet',
  'priority_sheet_step',
  'progress_report',
  'response',
  'response_item',
  'response_sheet',
  'response_step',
  'sheet_goal',
  'sheet_item',
]

describe.each(engines)('課の間の壁（$name）。アプリを通らず、データベースだけで', ({ name, start }) => {
  let running: Running
  let own: string
  let other: string
  const counts = { reads: 0, writes: 0 }

  beforeAll(async () => {
    running = await start()
    await running.store.write(city, { by: '準備', at: new Date(), newId: () => crypto.randomUUID() }, (tx) =>
      tx.register('小千谷市'),
    )
    await running.superuser(yearOfRows(city))
    const units = await running.superuser<{ id: string }>('select id from department order by ordinal')
    own = units[0]?.id ?? ''
    other = units[1]?.id ?? ''
  })
  afterAll(async () => {
    await running?.stop()
    console.log(`課の壁（${name}）：表 ${walled.length}、読み ${counts.reads}、断られた書き ${counts.writes}`)
  })

  test('課の壁のある表は、これで全部', async () => {
    const found = await running.superuser<{ name: string }>(
      `select tablename as name from pg_policies where policyname = 'own_departments' and permissive = 'RESTRICTIVE' order by 1`,
    )
    expect(found.map(({ name }) => name)).toEqual(walled)
  })

  test.each(walled)('%s：自分の課の行だけが見える。課がなければ一行も見えない', async (table) => {
    const seenBy = (departments: readonly string[] | 'all') => {
      counts.reads += 1
      return reading(
        running.database,
        city,
        ({ query }) => query<{ unit: string }>(`select department_id as unit from "${table}"`),
        departments,
      )
    }
    expect((await seenBy('all')).length, table).toBe(2)
    expect(await seenBy([own])).toEqual([{ unit: own }])
    expect((await seenBy([own, other])).length).toBe(2)
    expect(await seenBy([])).toEqual([])
    expect(await seenBy([crypto.randomUUID()])).toEqual([])
  })

  test.each(walled)('%s：ほかの課の行は、足せず、変えられず、消せない', async (table) => {
    const rows = () =>
      running.superuser<{ row: string }>(`select to_json(t)::text as row from "${table}" t where department_id = $1`, [
        other,
      ])
    const before = await rows()
    const asOwn = <T>(work: Parameters<typeof writing<T>>[2]) => writing(running.database, city, work, () => '', [own])
    const inserted = asOwn(({ query }) =>
      query(`insert into "${table}" select * from json_populate_record(null::"${table}", $1)`, [before[0]?.row]),
    )
    await expect(inserted).rejects.toThrow(/row-level security|permission denied|is not open/)
    counts.writes += 3
    for (const statement of [
      `update "${table}" set municipality = municipality where department_id = '${other}'`,
      `delete from "${table}" where department_id = '${other}'`,
    ]) {
      const touched = await asOwn(({ query }) => query(`${statement} returning 1`)).catch((error: Error) => error)
      if (touched instanceof Error) expect(touched.message).toMatch(/permission denied/)
      else expect(touched).toEqual([])
    }
    expect(await rows()).toEqual(before)
  })

  test('課の字でないものを壁に渡せば、取引を始めない', async () => {
    const sneaky = `${own}'; reset role; --`
    await expect(reading(running.database, city, ({ query }) => query('select 1'), [sneaky])).rejects.toThrow(/uuid/)
  })

  test('閉じた照会の回答は、企画課でも、データベースが書かせない', async () => {
    await running.superuser(`update collection_round set status = 'closed'`)
    const write = (sql: string) => writing(running.database, city, ({ query }) => query(sql))
    await expect(write(`update answer set revision = 9`)).rejects.toThrow(/is not open/)
    await expect(write(`delete from answer`)).rejects.toThrow(/is not open/)
    await expect(write(`delete from evidence`)).rejects.toThrow(/is not open/)
    await expect(write(`update response set state = 'accepted'`)).rejects.toThrow(/is not open/)
    await running.superuser(`update collection_round set status = 'open'`)
  })

  test('歩みの記録と実績の版は、書いたあと変えられず、消せない', async () => {
    for (const table of ['response_step', 'round_step', 'actual_version', 'item_comment'])
      for (const sql of [`update ${table} set by = 'だれか'`, `delete from ${table}`])
        await expect(
          writing(running.database, city, ({ query }) => query(sql)),
          sql,
        ).rejects.toThrow(/permission denied/)
  })
})

import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writing } from '#store/transaction.ts'
import { aDraft, aSource, someRules } from './a-draft.ts'
import { aPublication } from './a-publication.ts'
import { engines, type Running } from './engines.ts'

const code = '152081'
const act = { by: '企画課', at: new Date('2026-04-01T00:00:00Z'), newId: () => crypto.randomUUID() }

describe.each(engines)('帳票の倉庫（$name）', ({ start }) => {
  let running: Running
  let editionId: string

  beforeAll(async () => {
    running = await start()
    await running.store.write(code, act, (tx) => tx.editions.adopt(aDraft(code), aSource('初め'), someRules))
    const [edition] = await running.store.read(code, (tx) => tx.editions.headings())
    editionId = edition?.id ?? ''
  })
  afterAll(async () => {
    await running?.store.jobs.stop()
    await running?.stop()
  })

  test('名を付けた帳票は、同じ名なら置きかわり、前の選びは記録に残る', async () => {
    const put = (choices: unknown) =>
      running.store.write(code, act, (tx) =>
        tx.namedReports.put(editionId, { name: '議会用', form: 'progress-table', choices }),
      )
    const first = await put({ rows: 2 })
    const second = await put({ rows: 4 })
    expect(second?.id).toBe(first?.id)
    expect(await running.store.read(code, (tx) => tx.namedReports.of(editionId))).toMatchObject([
      { name: '議会用', choices: { rows: 4 }, changedBy: '企画課' },
    ])
    const [last] = await running.store.read(code, (tx) => tx.audit.latest({ limit: 1 }))
    expect(last).toMatchObject({
      act: 'report-named',
      before: { choices: { rows: 2 } },
      after: { choices: { rows: 4 } },
    })
    expect(await running.store.write(code, act, (tx) => tx.namedReports.remove(first?.id ?? ''))).toBe(true)
    expect(await running.store.read(code, (tx) => tx.namedReports.of(editionId))).toEqual([])
  })

  test('ない版には、名を付けた帳票を残せない', async () => {
    const named = { name: 'x', form: 'progress-table', choices: {} }
    expect(await running.store.write(code, act, (tx) => tx.namedReports.put(act.newId(), named))).toBeUndefined()
  })

  const asked = () => ({ editionId, title: '計画書', form: 'plan-book', format: 'pdf', choices: {} })

  test('頼んだファイルは、進みを経て、できれば中身を持つ', async () => {
    const { store } = running
    const id = await store.write(code, act, (tx) => tx.files.ask(asked()))
    expect(await store.read(code, (tx) => tx.files.get(id))).toMatchObject({ status: 'waiting', bytes: null })
    expect(await store.write(code, act, (tx) => tx.files.progress(id, 3, 70))).toBe(true)
    expect(await store.read(code, (tx) => tx.files.get(id))).toMatchObject({ status: 'making', done: 3, of: 70 })
    expect(await store.read(code, (tx) => tx.files.content(id))).toBeUndefined()
    const file = { fileName: '計画書.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF') }
    expect(await store.write(code, act, (tx) => tx.files.keep(id, file))).toBe(true)
    expect(await store.read(code, (tx) => tx.files.get(id))).toMatchObject({ status: 'done', done: 70, bytes: 4 })
    expect((await store.read(code, (tx) => tx.files.content(id)))?.content).toEqual(Buffer.from('%PDF'))
    expect(await store.write(code, act, (tx) => tx.files.cancel(id))).toBe(false)
    expect(await store.write(code, act, (tx) => tx.files.remove(id))).toBe(true)
  })

  test('取り止めたものは、あとからできても残らない', async () => {
    const { store } = running
    const id = await store.write(code, act, (tx) => tx.files.ask(asked()))
    expect(await store.write(code, act, (tx) => tx.files.remove(id))).toBe(false)
    expect(await store.write(code, act, (tx) => tx.files.cancel(id))).toBe(true)
    expect(await store.write(code, act, (tx) => tx.files.progress(id, 1, 2))).toBe(false)
    const file = { fileName: 'x.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF') }
    expect(await store.write(code, act, (tx) => tx.files.keep(id, file))).toBe(false)
    expect(await store.read(code, (tx) => tx.files.get(id))).toMatchObject({ status: 'cancelled', bytes: null })
  })

  test('公表したものは、変えることも消すこともできない。訂正は新しい公表になる', async () => {
    const { store, database } = running
    const first = await store.write(code, act, (tx) => tx.publications.add(aPublication(editionId)))
    const second = await store.write(code, act, (tx) => tx.publications.add(aPublication(editionId, first)))
    expect(await store.read(code, (tx) => tx.publications.list(editionId))).toMatchObject([
      { id: second, number: 2, corrects: first, correctedBy: null },
      { id: first, number: 1, corrects: null, correctedBy: second },
    ])
    for (const statement of [
      "update publication set title = 'x'",
      'delete from publication',
      "update publication_file set content = 'x'",
      'delete from publication_file',
    ])
      await expect(writing(database, code, ({ query }) => query(statement))).rejects.toThrow(/permission denied/)
    const file = await store.read(code, (tx) => tx.publications.file(first, '進捗状況一覧表.html'))
    expect(file?.content.toString()).toBe('<!doctype html>')
  })

  test('市の様式は、同じ名なら置きかわる', async () => {
    const { store } = running
    const put = (text: string) =>
      store.write(code, act, (tx) =>
        tx.templates.put({ name: '市の様式', file: '様式.xlsx', sha256: 'a'.repeat(64), content: Buffer.from(text) }),
      )
    await put('一')
    const id = await put('二')
    expect(await store.read(code, (tx) => tx.templates.list())).toMatchObject([{ id, name: '市の様式' }])
    expect((await store.read(code, (tx) => tx.templates.get(id)))?.content.toString()).toBe('二')
  })

  test('頼んだ仕事は一度だけ、頼んだ順に引き受けられる', async () => {
    const { jobs } = running.store
    const done: string[] = []
    await jobs.work<{ name: string }>('try', async ({ data }) => {
      done.push(data.name)
    })
    const id = act.newId()
    await jobs.send('try', id, { name: '一つ目' })
    await jobs.send('try', id, { name: '一つ目をもう一度' })
    await jobs.send('try', act.newId(), { name: '二つ目' })
    for (let at = 0; at < 100 && done.length < 2; at++) await wait(100)
    await wait(300)
    expect(done).toEqual(['一つ目', '二つ目'])
  })

  test('やりかけで落ちた仕事は並べ直され、待っている仕事は二重にならない', async () => {
    const { jobs } = running.store
    const [dropped, waits] = [act.newId(), act.newId()]
    await jobs.send('again', dropped, { name: '落ちた' })
    await jobs.send('again', waits, { name: '待つ' })
    // 前のプロセスが引き受けたまま落ちた（息の絶えた）ところ。
    await running.superuser(`update pgboss.job set state = 'failed' where id = $1`, [dropped])
    await jobs.resume('again', dropped, { name: '落ちた' })
    await jobs.resume('again', waits, { name: '待つ' })
    const done: string[] = []
    await jobs.work<{ name: string }>('again', async ({ data }) => {
      done.push(data.name)
    })
    for (let at = 0; at < 100 && done.length < 2; at++) await wait(100)
    await wait(300)
    expect(done.toSorted()).toEqual(['待つ', '落ちた'].toSorted())
  })
})

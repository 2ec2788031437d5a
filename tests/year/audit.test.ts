import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingAsked } from '#operations/audit/asked.ts'
import { auditFile } from '#operations/audit/audit-file.ts'
import { auditView, checkAudit } from '#operations/audit/view-audit.ts'
import { engines, type Running } from '../store/engines.ts'
import { aYearIn, type Year } from './a-year.ts'

describe.each(engines)('監査記録を読む（$name）', ({ start }) => {
  let running: Running
  let year: Year
  beforeAll(async () => {
    running = await start()
    const { store } = running
    const at = { now: () => new Date('2026-05-01T03:00:00Z') }
    year = await aYearIn({ store, ...at, newId: () => crypto.randomUUID(), close: async () => {} }, { sections: 2 })
    await aYearIn({ store, ...at, newId: () => crypto.randomUUID(), close: async () => {} }, { number: 1 })
  })
  afterAll(() => running?.stop())

  const asked = (more: Partial<typeof nothingAsked>) =>
    auditView(year.app, year.people.auditor, year.code, { ...nothingAsked, ...more })
  const actsOf = async (more: Partial<typeof nothingAsked>) => {
    const view = await asked(more)
    if (!view.ok) throw new Error(view.problem.code)
    return view.value.rows.map(({ act }) => act)
  }

  test('読めるのは、監査と管理者だけ', async () => {
    const { app, code, people, sections } = year
    const everyone = [...Object.values(people), ...sections.flatMap(({ clerk, head }) => [clerk, head])]
    for (const person of everyone) {
      const may = person.grants.some(({ role }) => role === 'auditor' || role === 'administrator')
      expect((await auditView(app, person, code, nothingAsked)).ok, person.name).toBe(may)
      expect((await checkAudit(app, person, code)).ok, person.name).toBe(may)
      expect((await auditFile(app, person, code, nothingAsked, 'csv')).ok, person.name).toBe(may)
    }
  })

  test('主題・行い・日・何についてで絞れる', async () => {
    expect(new Set(await actsOf({ act: 'member-added' }))).toEqual(new Set(['member-added']))
    expect(new Set(await actsOf({ act: 'round' }))).toEqual(new Set(['round-changed', 'response-opened']))
    expect(await actsOf({ from: '2026-05-02' })).toEqual([])
    expect((await actsOf({ from: '2026-05-01', to: '2026-05-01' })).length).toBeGreaterThan(20)
    expect(await actsOf({ to: '2026-04-30' })).toEqual([])
    expect(await actsOf({ about: '健康課の担当' })).toEqual(['membership-added', 'member-added'])
    expect(await actsOf({ about: 'この市にない名' })).toEqual([])
    expect(await actsOf({ by: '%' })).toEqual([])
    // 担当を決めた記録は、指標を中に持つ。
    expect(await actsOf({ about: '商工の起業件数' })).toContain('owners-added')
  })

  test('打ち間違いは、文で断る', async () => {
    expect(await asked({ from: '令和8年' })).toMatchObject({ problem: { code: 'audit-day-unreadable' } })
    expect(await asked({ from: '2026-05-02', to: '2026-05-01' })).toMatchObject({
      problem: { code: 'audit-days-backwards' },
    })
    expect(await asked({ act: 'nothing' })).toMatchObject({ problem: { code: 'audit-act-unknown' } })
  })

  test('よその市の記録は、見えない', async () => {
    const view = await asked({})
    const file = await auditFile(year.app, year.people.auditor, year.code, nothingAsked, 'json')
    if (!view.ok || !file.ok) throw new Error('refused')
    const chunks: Uint8Array[] = []
    for await (const chunk of file.value.chunks) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    expect((JSON.parse(text) as unknown[]).length).toBe(view.value.all)
    expect(text).not.toContain('赤川市')
  })

  test('十万件あっても、一頁は速い', async () => {
    await running.superuser('alter table audit_entry disable trigger user')
    await running.superuser(
      `insert into audit_entry (municipality, number, at, by, act, subject, before, after, previous, hash)
       select $1, 100000 + n, timestamptz '2025-01-01' + n * interval '5 minutes', '職員' || n % 100, 'answers-written',
              jsonb_build_object('response', gen_random_uuid()), null,
              jsonb_build_object('written', jsonb_build_array(jsonb_build_object('itemId', gen_random_uuid(), 'value', 'x'))), '', ''
         from generate_series(1, 100000) n`,
      [year.code],
    )
    await running.superuser('analyze audit_entry')
    const times: Record<string, number> = {}
    for (const [name, more] of Object.entries({
      すべて: {},
      行い: { act: 'member-added' },
      日: { from: '2025-03-01', to: '2025-03-02' },
      人: { by: '職員42' },
      何について: { about: '商工の起業件数' },
    })) {
      const began = performance.now()
      expect((await asked(more)).ok).toBe(true)
      times[name] = Math.round(performance.now() - began)
    }
    console.info(`監査記録 100,000 件の一頁（ms）：${JSON.stringify(times)}`)
  })
})

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import { exportCity } from '#operations/backup/export-city.ts'
import { makeBackup } from '#operations/backup/make-backup.ts'
import { restoreFrom } from '#operations/backup/restore-from.ts'
import { type ControlDoor, openControlDoor } from '#web/control-door.ts'
import { aYearIn, type Year } from './a-year.ts'

describe('動いているしるべの控え', () => {
  let folder: string
  let data: string
  let app: App
  let door: ControlDoor
  let year: Year

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shirube-door-'))
    data = join(folder, 'data')
    const opened = await openApp({ dataDirectory: data })
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    app = opened.value
    year = await aYearIn(app)
    door = await openControlDoor(app, data)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
  })

  const ticket = () => JSON.parse(readFileSync(join(data, 'control.json'), 'utf8')) as { port: number; token: string }

  test('書きながら控えを取っても、書く人は断られず、控えは一つの時点のもの', async () => {
    const writes = Array.from({ length: 40 }, (_, n) =>
      app.store.write(year.code, { by: `職員${n}`, at: app.now(), newId: app.newId }, (tx) =>
        tx.members.add({
          id: app.newId(),
          name: `職員${n}`,
          mail: null,
          phone: null,
          accountId: null,
          status: 'active',
        }),
      ),
    )
    const [made] = await Promise.all([makeBackup(data, null, join(folder, '控え.shirube')), ...writes])
    if (!made.ok) throw new Error(problemInWords(made.problem))
    // 一人を加えるたびに、利用者と記録が一つずつ増える。半分だけ写った控えでは、この差が変わる。
    const extra = made.value.counts['public.member'] ?? 0
    const entries = made.value.counts['public.audit_entry'] ?? 0
    const now = await app.store.read(year.code, async (tx) => ({
      members: (await tx.members.list()).length,
      entries: (await tx.audit.count({})).all,
    }))
    expect(entries - extra).toBe(now.entries - now.members)
    expect(now.members).toBeGreaterThanOrEqual(extra)
    expect(statSync(made.value.file).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0)
    const back = await restoreFrom(made.value.file, join(folder, '戻し'))
    expect(back).toMatchObject({
      ok: true,
      value: { cities: [{ code: year.code, chain: { ok: true, value: { entries } } }] },
    })
  })

  test('市の書き出しも頼め、だれが持ち出したかが市の記録に残る', async () => {
    const made = await makeBackup(data, year.code, join(folder, '市.shirube'))
    expect(made).toMatchObject({ ok: true, value: { header: { kind: 'municipality' } } })
    const [entry] = await app.store.read(year.code, (tx) => tx.audit.latest({ limit: 1 }))
    expect(entry).toMatchObject({ act: 'municipality-exported', by: expect.stringContaining('端末') })
    expect(await makeBackup(data, '011002', join(folder, 'ない.shirube'))).toMatchObject({
      problem: { code: 'backup-no-city' },
    })
    expect(existsSync(join(folder, 'ない.shirube'))).toBe(false)
  })

  test('札のない求め、違う札、知らない頼みには答えない', async () => {
    const { port, token } = ticket()
    const asked = (path: string, given: string | null, method = 'POST') =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: given === null ? {} : { Authorization: `Bearer ${given}` },
      }).then(({ status }) => status)
    expect(await asked('/backup', null)).toBe(403)
    expect(await asked('/backup', `${token.slice(1)}x`)).toBe(403)
    expect(await asked('/backup', token, 'GET')).toBe(403)
    expect(await asked('/anything', token)).toBe(404)
    expect(statSync(join(data, 'control.json')).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0)
  })

  test('書けないところなら、前のファイルをそのままにして言う', async () => {
    expect(await makeBackup(data, null, join(folder, 'ない', '控え.shirube'))).toMatchObject({ ok: false })
    const before = join(folder, '前の控え.shirube')
    writeFileSync(before, '前の控え')
    await door.close()
    const silent = await makeBackup(data, null, before)
    expect(silent).toMatchObject({ ok: false, problem: { code: 'backup-server-silent' } })
    expect(readFileSync(before, 'utf8')).toBe('前の控え')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    door = await openControlDoor(app, data)
  })

  test('市を書き出せるのは、管理者だけ', async () => {
    for (const [role, person] of Object.entries(year.people)) {
      const made = await exportCity(app, person, year.code)
      expect(made.ok, role).toBe(role === 'administrator')
      if (made.ok) await made.value.discard()
    }
    for (const { clerk, head } of year.sections)
      for (const person of [clerk, head])
        expect(await exportCity(app, person, year.code)).toMatchObject({
          ok: false,
          problem: { code: 'not-permitted' },
        })
  })

  // 終わりの試験。ここでしるべを閉じる。
  test('止まっていれば、命令が自分で開いて取る', async () => {
    await door.close()
    await app.close()
    const made = await makeBackup(data, null, join(folder, '止めて.shirube'))
    expect(made).toMatchObject({ ok: true, value: { header: { kind: 'whole' } } })
    expect(await makeBackup(join(folder, 'ない置き場'), null, join(folder, 'x'))).toMatchObject({
      problem: { code: 'data-absent' },
    })
    expect(existsSync(join(folder, 'ない置き場'))).toBe(false)
  })
})

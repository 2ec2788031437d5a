import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authSettings } from '#operations/accounts/auth.ts'
import { seal, unseal } from '#operations/accounts/secret.ts'
import { appOver } from './a-city.ts'
import { engines, type Running } from './engines.ts'

describe.each(engines)('口座の表（$name）', ({ start }) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running?.stop())

  test('better-auth の求める表と列は、みな移行が作っている', async () => {
    const settings = authSettings(running.store, 'x'.repeat(40))
    const found = await getMigrations({ ...settings, plugins: [twoFactor()] })
    const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = found
    expect({ toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems }).toEqual({
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
      schemaProblems: [],
    })
  })

  test('しるべの鍵は一度だけ作られ、枠の外の役割には見えない', async () => {
    const now = new Date()
    const [first, second] = await Promise.all(
      ['a', 'b'].map((letter) => running.store.accounts.secret(letter.repeat(43), now)),
    )
    expect(first).toBe(second)
  })

  test('封じた秘密は元に戻り、書き換えたものは開かない', async () => {
    const app = appOver(running.store)
    const sealed = await seal(app, '秘密の合言葉')
    expect(sealed).not.toContain('秘密')
    expect(await seal(app, '秘密の合言葉')).not.toBe(sealed)
    expect(await unseal(app, sealed)).toBe('秘密の合言葉')
    const changed = Buffer.from(sealed, 'base64url')
    changed[30] = (changed[30] ?? 0) ^ 1
    expect(await unseal(app, changed.toString('base64url'))).toBeUndefined()
    expect(await unseal(app, 'x')).toBeUndefined()
  })

  test('口座から市を引くときに、ほかの列は見えない', async () => {
    const asked = running.database.pool.query('begin; set local role shirube_directory; select name from member')
    await expect(asked).rejects.toThrow(/permission denied/)
    await running.database.pool.query('rollback')
    expect(await running.store.accounts.municipalitiesOf("x' or '1'='1")).toEqual([])
  })
})

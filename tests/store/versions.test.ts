import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataVersions } from '#store/data-version.ts'
import { aDraft, aSource, someRules } from './a-draft.ts'
import { engines, type Running } from './engines.ts'

describe.each(engines)('団体の版数（$name）', ({ start }) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running?.stop())

  const change = (code: string, text: string) =>
    running.store.write(code, { by: '試', at: new Date(), newId: () => crypto.randomUUID() }, (tx) =>
      tx.editions.adopt(aDraft(code, { instructions: [text] }), aSource('初め'), someRules),
    )

  test('変わるたびに一つ上がり、変わらなければ上がらない', async () => {
    expect(await running.store.dataVersion('400001')).toBe(0)
    await change('400001', '甲')
    expect(await running.store.dataVersion('400001')).toBe(1)
    await change('400001', '甲')
    expect(await running.store.dataVersion('400001')).toBe(1)
    await change('400001', '乙')
    expect(await running.store.dataVersion('400001')).toBe(2)
    expect(await running.store.read('400001', (tx) => tx.dataVersion())).toBe(2)
    expect(await running.store.dataVersion('400002')).toBe(0)
  })

  test('書き終えたあとに尋ねれば、どれだけ混んでいても新しい版数が返る', async () => {
    const code = '400003'
    for (let n = 1; n <= 15; n++) {
      const crowd = Array.from({ length: 10 }, () => running.store.dataVersion(code))
      await change(code, `第${n}稿`)
      const after = await Promise.all(Array.from({ length: 10 }, () => running.store.dataVersion(code)))
      expect(after).toEqual(Array.from({ length: 10 }, () => n))
      await Promise.all(crowd)
    }
  })

  test('同時の問い合わせはまとめるが、走り始めた問い合わせには相乗りしない', async () => {
    let asked = 0
    const counting = {
      ...running.database,
      pool: new Proxy(running.database.pool, {
        get: (pool, key) => {
          if (key === 'query') asked++
          const value = Reflect.get(pool, key)
          return typeof value === 'function' ? value.bind(pool) : value
        },
      }),
    }
    const version = dataVersions(counting)
    await Promise.all(Array.from({ length: 50 }, () => version('400001')))
    expect(asked).toBe(1)
    const running1 = version('400001')
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toBe(2)
    await Promise.all([running1, version('400001'), version('400003')])
    expect(asked).toBe(3)
  })
})

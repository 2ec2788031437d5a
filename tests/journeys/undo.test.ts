import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTable, midorikawa } from './a-table.ts'
import { aFolder, build, createEmpty, run } from './program.ts'

const here = aFolder()
beforeAll(async () => {
  build()
  await createEmpty(join(here.path, 'empty'))
})
afterAll(() => here[Symbol.dispose]())

const put = (name: string, content: string): string => {
  const path = join(here.path, name)
  writeFileSync(path, content)
  return path
}

const store = (name: string): string => {
  const path = join(here.path, name)
  if (!existsSync(path)) cpSync(join(here.path, 'empty'), path, { recursive: true })
  return path
}

const { code, name } = midorikawa
const inStore = (where: string) => ['--municipality', code, '--data', store(where)]

test('取り込みを新しいものから順に取り消すと、計画は元に戻り、終わりにはなくなる', async () => {
  const where = inStore('undo')
  const file = put('一覧.csv', aTable())
  const first = JSON.parse((await run(['import', file, ...where, '--json'])).out)
  put('一覧.csv', aTable({ replace: ['75.0%', '57.0%'] }))
  expect((await run(['import', file, ...where])).out).toContain('変わった行 1')

  expect(await run(['undo', first.adoptionId, ...where])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('新しいものから順に'),
  })
  const back = await run(['undo', '--last', ...where])
  expect(back).toMatchObject({ code: 0, err: '', out: expect.stringContaining('前のとおりに戻しました') })
  expect(back.out).toContain('変わった 1')
  put('一覧.csv', aTable())
  expect(JSON.parse((await run(['import', file, ...where, '--json'])).out)).toMatchObject({
    outcome: 'unchanged',
    adoptionId: null,
    editionId: first.editionId,
  })

  const gone = JSON.parse((await run(['undo', first.adoptionId, ...where, '--json'])).out)
  expect(gone).toMatchObject({ municipality: code, adoptionId: first.adoptionId, outcome: 'new' })
  expect(await run(['undo', '--last', ...where])).toMatchObject({
    code: 1,
    err: expect.stringContaining('取り消せる取り込み'),
  })
  expect(await run(['undo', first.adoptionId, ...where, '--lang', 'en'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('already undone'),
  })
  expect((await run(['audit', 'verify', '--data', store('undo')])).out).toContain(`${name}：記録 4 件`)
})

test('使い方の誤りと、ない番号・ない置き場は、何も変えずに断る', async () => {
  const where = inStore('misused')
  for (const args of [['undo'], ['undo', 'a', 'b'], ['undo', 'a', '--last']])
    expect(await run([...args, ...where])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--last') })
  expect(await run(['undo', '--last', '--data', store('misused')])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--municipality'),
  })
  expect(await run(['undo', '番号でない', ...where])).toMatchObject({ code: 1, err: expect.stringContaining('記録は') })
  expect(await run(['undo', '--last', '--municipality', '152080', '--data', store('misused')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('検査数字'),
  })
  const absent = join(here.path, '打ち間違い')
  expect(await run(['undo', '--last', '--municipality', code, '--data', absent])).toMatchObject({ code: 1, out: '' })
  expect(existsSync(absent)).toBe(false)
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplesHere } from '#operations/load-samples.ts'
import { aFolder, build, root, run } from './program.ts'

const here = aFolder()
const data = join(here.path, 'data')
const at = (name: string): string => join(here.path, name)

beforeAll(async () => {
  build()
  for (const { municipality, path } of await samplesHere(join(root, 'samples')))
    if (municipality === '152081' || municipality === '412058')
      await run(['import', path, '--municipality', municipality, '--data', data])
})
afterAll(() => here[Symbol.dispose]())

const report = (...args: string[]) => run(['report', ...args, '--data', data])
const ojiya = (...args: string[]) => report('progress-table', '--municipality', '152081', ...args)

describe('帳票を端末から作る', () => {
  test.each([
    ['html', '<!doctype html>'],
    ['pdf', '%PDF-'],
    ['xlsx', 'PK'],
    ['docx', 'PK'],
    ['json', '{'],
  ])('一覧表を %s に', async (extension, opening) => {
    const file = at(`一覧表.${extension}`)
    const answer = await ojiya('-o', file)
    expect(answer).toMatchObject({ code: 0, err: '', out: expect.stringContaining('を作りました') })
    expect(readFileSync(file).subarray(0, opening.length).toString().toLowerCase()).toBe(opening.toLowerCase())
  })

  test('CSV は、フォルダーなら辞書と符号表ごと、.csv の名なら主な表だけ', async () => {
    const folder = at('公開データ')
    expect(await ojiya('--format', 'csv', '-o', folder)).toMatchObject({ code: 0, err: '' })
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['152081_figures.csv', '152081_columns.csv']))
    expect(await ojiya('-o', at('値.csv'))).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(at('値.csv'))).toEqual(readFileSync(join(folder, '152081_figures.csv')))
  })

  test('選びが効く：絞った目標だけ、年度だけ、資料番号', async () => {
    const file = at('絞り.html')
    const chosen = ['--goal', '1', '--years', 'R2-R3', '--document-number', '資料７', '--without', 'comments']
    expect(await ojiya('-o', file, ...chosen)).toMatchObject({ code: 0 })
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('資料７')
    expect(text).toContain('令和2年度')
    expect(text).not.toContain('令和5年度')
  })

  test('--json は、書いたファイルだけを言う', async () => {
    const file = at('一覧.xlsx')
    const { out } = await ojiya('-o', file, '--json')
    expect(JSON.parse(out)).toEqual({
      form: 'progress-table',
      format: 'xlsx',
      files: [{ file, bytes: readFileSync(file).byteLength }],
    })
  })

  test('計画書は、個票まで綴じた一つの PDF', async () => {
    const file = at('計画書.pdf')
    expect(await report('plan-book', '--municipality', '412058', '-o', file)).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(file).byteLength).toBeGreaterThan(100_000)
  })

  test('断るとき、前のファイルはそのままで、書きかけも残らない', async () => {
    const file = at('前からある.pdf')
    writeFileSync(file, '前の中身')
    const answer = await report('priority-goals', '--municipality', '152081', '-o', file)
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.err).toContain('重点目標')
    expect(readFileSync(file, 'utf8')).toBe('前の中身')
    const nowhere = await ojiya('-o', at('ない/フォルダー/一覧.html'))
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('書けませんでした') })
    expect(existsSync(at('ない'))).toBe(false)
    expect(readdirSync(here.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test.each([
    [['report'], '作る様式を一つ'],
    [['report', 'shinchoku', '--municipality', '152081', '-o', 'x.pdf'], '「shinchoku」という様式はありません'],
    [['report', 'progress-table', '-o', 'x.pdf'], '団体コード'],
    [['report', 'progress-table', '--municipality', '152081'], '-o で書いてください'],
    [['report', 'progress-table', '--municipality', '152081', '-o', 'x.ppt'], '「ppt」という形式では作れません'],
    [['report', 'progress-table', '--municipality', '152081', '-o', 'x.pdf', '--rows', '3'], '--rows は'],
    [['report', 'progress-table', '--municipality', '152081', '-o', 'x.pdf', '--year', '来年'], '--year は'],
    [
      ['report', 'progress-table', '--municipality', '152081', '-o', 'x.pdf', '--pdf-standard', 'x'],
      '--pdf-standard は',
    ],
  ])('%j は、何が誤りかを言って 2 で終わる', async (args, said) => {
    expect(await run([...args, '--data', data])).toMatchObject({ code: 2, err: expect.stringContaining(said) })
  })

  test('ない計画・ない名の帳票は、あるものを言う', async () => {
    const plan = await ojiya('-o', at('x.html'), '--plan', 'よその計画')
    expect(plan).toMatchObject({ code: 1, err: expect.stringContaining('小千谷市') })
    expect(await ojiya('-o', at('x.html'), '--named', '議会用')).toMatchObject({ code: 1 })
    expect(existsSync(at('x.html'))).toBe(false)
  })
})

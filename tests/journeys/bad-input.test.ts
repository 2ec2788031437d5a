import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookEntries, zipOf } from '#reading/formats/built-files.ts'
import { aTable, midorikawa } from './a-table.ts'
import { badFiles, largeText } from './bad-files.ts'
import { type Answer, aFolder, build, namedPipe, plainUser, run } from './program.ts'

const here = aFolder()
beforeAll(build)
afterAll(() => here[Symbol.dispose]())

const at = (name: string): string => join(here.path, name)
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}

/** どれだけ悪いファイルでも、これより記憶を使わない（MB）。 */
const memory = 1500

/** 断りかた: 一行の文だけを標準エラーに。答えは出さず、跡（スタックトレース）も見せない。 */
const refusal = ({ code, signal, out, err, peak }: Answer, ...says: string[]): string => {
  expect({ code, signal, out }, err).toEqual({ code: 1, signal: null, out: '' })
  for (const words of says) expect(err).toContain(words)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/Error|node:internal/)
  expect(peak).toBeLessThan(memory)
  return err
}

describe('困ったファイルは、それぞれの文で断り 1 で終わる', () => {
  const sentences = new Map<string, string>()

  test.each(badFiles)('$name（$says.0）', async ({ name, bytes, says }) => {
    const file = put(name, bytes())
    const said = refusal(await run(['read', '--json', file]), name, says[0])
    expect(said).toMatch(/ください|まだ読めません|確かめて/) // どうすればよいかを言う
    sentences.set(name, said.replaceAll(name, '').replace(/\d+/g, ''))
  })

  test('文はどれも違う（同じ困りごとのほか）', () => {
    const kinds = new Set(badFiles.map(({ says }) => says[0]))
    expect(new Set(sentences.values()).size).toBe(kinds.size)
  })

  test('英語でも。一度に渡せば、一つずつ言い、後ろの読めるものまで読む', async () => {
    const good = put('よい一覧.csv', aTable())
    const { code, out, err, peak } = await run(['read', '--lang=en', ...badFiles.map(({ name }) => at(name)), good])
    expect(code).toBe(1)
    expect(out).toContain('indicator rows: 3')
    const lines = err.trim().split('\n')
    expect(lines).toHaveLength(badFiles.length)
    for (const [index, { says }] of badFiles.entries()) expect(lines[index]).toContain(says[1])
    expect(peak).toBeLessThan(memory)
  })

  test('check も import も同じに断り、import は置き場を作らない', async () => {
    for (const { name, says } of badFiles.filter((_, index) => index % 5 === 0)) {
      refusal(await run(['check', '--json', at(name)]), says[0])
      refusal(await run(['import', at(name), '--municipality', midorikawa.code, '--data', at('data')]), says[0])
    }
    expect(readdirSync(here.path)).not.toContain('data')
  })
})

describe('大きなファイル', () => {
  const sparse = (name: string, size: number, head: Uint8Array): string => {
    const file = put(name, head)
    const handle = openSync(file, 'r+')
    ftruncateSync(handle, size)
    closeSync(handle)
    return file
  }

  test('100MB の文章と表計算、2GB の穴あきファイルは、中身を読まずに大きさを言って断る', async () => {
    const text = put('百MB.txt', largeText(100_000_000))
    expect((await run(['read', text])).peak).toBeLessThan(200)
    refusal(await run(['read', text]), '100MB', '50MB')
    refusal(await run(['check', sparse('百MB.xlsx', 100_000_000, Buffer.from('PK\x03\x04'))]), '100MB')
    refusal(await run(['read', sparse('二GB.csv', 2_147_483_648, Buffer.from('指標'))]), '2.1GB')
  })

  test('文章として大きすぎるもの、行や升目の多すぎるもの', async () => {
    refusal(await run(['read', put('四十MB.txt', largeText(40_000_000))]), '40MB', '20MB')
    refusal(await run(['read', put('行.txt', '指標\n'.repeat(400_000))]), '300000 行')
    refusal(await run(['read', put('升目.csv', `${'1,'.repeat(900)}\n`.repeat(1500))]), '升目が')
  })

  test('許す大きさいっぱいの表は、記憶を使いきらずに読むか、断る', async () => {
    const whole = await run(['check', '--json', put('十九MB.csv', largeText(19_000_000))])
    expect(whole.signal).toBe(null)
    expect(whole.peak).toBeLessThan(memory)
    const rows = Array.from({ length: 40_000 }, (_, row) => {
      const cells = [...'ABCDEFGHI'].map((column) => `<c r="${column}${row + 1}"><v>${row}</v></c>`)
      return `<row r="${row + 1}">${cells.join('')}</row>`
    })
    const cells = await run(['read', put('三十六万升.xlsx', zipOf(workbookEntries([['数', rows.join('')]])))])
    refusal(cells)
  })
})

describe('ファイルでないもの', () => {
  test('フォルダー、ないファイル、ないフォルダーの中', async () => {
    mkdirSync(at('資料'), { recursive: true })
    refusal(await run(['read', at('資料')]), '資料 はフォルダーです')
    refusal(await run(['read', at('ない.csv')]), 'ない.csv が見つかりません')
    refusal(await run(['read', at('よい一覧.csv/中')]), '見つかりません')
    refusal(await run(['read', '']), '見つかりません')
    refusal(await run(['read', `${at('長い')}${'い'.repeat(300)}`]), '読み込めません')
    refusal(await run(['read', `${at('途中\0.csv')}`.replace('\0', '')]), '見つかりません')
  })

  test.skipIf(process.platform === 'win32')('名前つきパイプや装置は、待たずに断る', async () => {
    namedPipe(at('管'))
    refusal(await run(['read', at('管')]), 'ふつうのファイルではない')
    refusal(await run(['check', '/dev/zero']), 'ふつうのファイルではない')
    refusal(await run(['import', at('管'), '--municipality', midorikawa.code, '--data', at('data')]), 'ふつうの')
    const socket = createServer().listen(at('口'))
    refusal(await run(['read', at('口')]), 'ふつうのファイルではない')
    socket.close()
  })

  const user = process.platform === 'win32' ? undefined : plainUser()
  test.skipIf(!user)(
    user ? '読む権限のないファイル' : '権限を試せる利用者がこの機械にないので飛ばします（読む権限）',
    async () => {
      chmodSync(here.path, 0o755)
      const file = put('秘密.csv', aTable())
      chmodSync(file, 0)
      refusal(await run(['read', file], user), '秘密.csv を読む権限がありません')
    },
  )
})

describe('悪い計画案（JSON）', () => {
  const draft = async (): Promise<Record<string, unknown>> =>
    JSON.parse((await run(['read', '--json', put('案のもと.csv', aTable())])).out)
  const imported = (file: string) => run(['import', file, '--municipality', midorikawa.code, '--data', at('drafts')])

  test('途中で切れた案、別の形、底なしの入れ子、保存できない字や数は、文で断る', async () => {
    const good = await draft()
    const [first, ...others] = good.indicators as Record<string, unknown>[]
    const deep = `${'{"parts":['.repeat(200_000)}${']}'.repeat(200_000)}`
    for (const [name, text] of [
      ['切れた案.json', JSON.stringify(good).slice(0, 3000)],
      ['版の違う案.json', JSON.stringify({ ...good, format: 'shirube-draft/9' })],
      ['欄の違う案.json', JSON.stringify({ ...good, indicators: 'なし' })],
      ['底なしの案.json', JSON.stringify(good).replace(/\}$/, `,"more":${deep}}`)],
      [
        '底なしの値.json',
        JSON.stringify({ ...good, indicators: [{ ...first, baseline: '@' }, ...others] }).replace('"@"', deep),
      ],
      ['零の案.json', JSON.stringify({ ...good, instructions: ['\0'] })],
      ['同じ id.json', JSON.stringify({ ...good, indicators: [first, first, ...others] })],
      ['指す先のない案.json', JSON.stringify({ ...good, indicators: [{ ...first, node: 'どこにもない' }, ...others] })],
    ] as const)
      refusal(await imported(put(name, text)))
  })

  test('案のとなりの、原本の名のパイプを待たない', async () => {
    const good = await draft()
    namedPipe(at('原本という名の管'))
    const source = { file: '原本という名の管', sha256: '0'.repeat(64) }
    const answer = await imported(put('管を指す案.json', JSON.stringify({ ...good, source })))
    expect(answer).toMatchObject({ code: 0, signal: null, err: '' })
  })
})

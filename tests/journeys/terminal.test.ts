import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Indicator, PlanDraft } from '#domain/plan/draft.ts'
import { problemInWords } from '#domain/problem.ts'
import { openApp } from '#operations/app.ts'
import { samplesHere } from '#operations/load-samples.ts'
import { openPglite } from '#store/engine/pglite.ts'
import { aTable, midorikawa } from './a-table.ts'
import { aFolder, build, createEmpty, ended, oldNode, plainUser, program, root, run, start } from './program.ts'

const samples = await samplesHere(join(root, 'samples'))
const here = aFolder()
beforeAll(async () => {
  build()
  await createEmpty(join(here.path, 'empty'))
})
afterAll(() => here[Symbol.dispose]())

/** 試験のフォルダーにファイルを置く。 */
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(here.path, name)
  writeFileSync(path, content)
  return path
}

const data = (name: string): string => join(here.path, name)

/** 空の倉庫のある置き場。作るのは遅いので、一つ作って写す（作るところは serve の試験が見る）。 */
const store = (name: string): string => {
  const path = data(name)
  if (!existsSync(path)) cpSync(data('empty'), path, { recursive: true })
  return path
}
const japanese = /[ぁ-んァ-ヶ一-龠]/

describe('入口', () => {
  test('どのフォルダーからでも動き、ファイルはそのフォルダーから数える', async () => {
    put('一覧.csv', aTable())
    const answer = await run(['read', '一覧.csv'], { cwd: here.path })
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toContain('緑川市総合戦略')
    expect((await run(['--version'], { cwd: '/' })).out.trim()).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    )
  })

  test('--help は使い方を標準出力に出して 0、命令がなければ標準エラーに出して 2', async () => {
    for (const args of [['--help'], ['-h'], ['help'], ['read', '--help']]) {
      const help = await run(args)
      expect(help).toMatchObject({ code: 0, err: '' })
      expect(help.out).toContain('audit verify')
    }
    expect(await run([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('命令がありません') })
  })

  test.each([
    [['erase'], '「erase」という命令はありません', 'There is no command "erase"'],
    [['constructor'], '「constructor」という命令はありません', 'There is no command "constructor"'],
    [['read', '--jsno', 'x'], '「--jsno」という引数はありません', 'There is no option "--jsno"'],
    [['read', '-x'], '「-x」という引数はありません', 'There is no option "-x"'],
    [['serve', '--data'], '「--data」のあとに値', 'Write a value after "--data"'],
    [['serve', '--data', '--port', '1'], '「--data」のあとに値', 'Write a value after "--data"'],
    [['serve', '--data='], '「--data」のあとに値', 'Write a value after "--data"'],
    [['check', '--json=yes', 'x'], '「--json」に値は付きません', '"--json" takes no value'],
    [['serve', '--port', '八七〇〇'], '0 から 65535', 'from 0 to 65535'],
    [['serve', '--port=65536'], '0 から 65535', 'from 0 to 65535'],
    [['serve', 'data'], 'serve にファイルやフォルダーの名は要りません', 'serve takes no file or folder'],
    [['read'], '読むファイルを書いてください', 'Name the file to read'],
    [['check'], '読むファイルを書いてください', 'Name the file to read'],
    [['import', 'a.txt'], '団体コード（6桁）を --municipality', 'Give the 6-digit municipality code'],
    [['import', 'a.txt', 'b.txt', '--municipality', '152081'], '一度に一つ', 'one file at a time'],
    [['check', 'a.txt', '--municipality', '152081'], 'どちらか一つ', 'not both'],
    [['audit'], 'shirube audit verify', 'shirube audit verify'],
    [['audit', 'repair'], 'shirube audit verify', 'shirube audit verify'],
  ] as const)('使い方の誤り %j は、何が誤りかを言って 2', async (args, ja, en) => {
    const japaneseAnswer = await run(args)
    expect(japaneseAnswer).toMatchObject({ code: 2, out: '', err: expect.stringContaining(ja) })
    const english = await run([...args, '--lang=en'])
    expect(english).toMatchObject({ code: 2, out: '', err: expect.stringContaining(en) })
    expect(english.err.replace(/八七〇〇/, '')).not.toMatch(japanese)
  })

  test('--lang は ja か en', async () => {
    expect(await run(['doctor', '--lang', 'fr'])).toMatchObject({ code: 2, err: expect.stringContaining('fr') })
  })
})

describe(oldNode ? `古い Node（${oldNode}）から` : '古い Node がこの機械にないので飛ばします', () => {
  const way = { node: oldNode ?? '' }
  test.skipIf(!oldNode)('package の Node 24 に渡し、答えと終わりの番号が同じ', async () => {
    const clean = put('古い.csv', aTable())
    const wrong = put('古い誤り.csv', aTable({ replace: ['75.0%', '57.0%'] }))
    for (const args of [['--version'], ['read', clean, '--json'], ['check', clean], ['check', wrong], ['nothing']]) {
      const { peak: _, ...ours } = await run(args)
      expect(await run(args, way)).toMatchObject(ours)
    }
    expect((await run(['doctor', '--data', data('old')], way)).out).toMatch(/Node：v2[4-9]/)
  })
})

describe('read', () => {
  test('読めたことと確かでないものを、人のことばで言う', async () => {
    const answer = await run(['read', put('要約.csv', aTable())])
    expect(answer).toMatchObject({ code: 0, err: '' })
    for (const words of ['様式　　進捗状況一覧表', '期間　　', '指標の行 3', '実績値 12', '印刷された達成率 12'])
      expect(answer.out).toContain(words)
    const english = await run(['read', '--lang', 'en', put('要約.csv', aTable())])
    expect(english.out).toContain('indicator rows: 3')
  })

  test('--json は計画案だけを出し、公開した形に合う', async () => {
    const schema = JSON.parse(readFileSync(join(root, 'schema', 'shirube-draft-1.schema.json'), 'utf8'))
    const valid = new Ajv2020({ allErrors: true, strict: false }).compile(schema)
    for (const path of [put('案.csv', aTable()), ...samples.map(({ path }) => path)]) {
      const answer = await run(['read', path, '--json'])
      expect(answer).toMatchObject({ code: 0, err: '' })
      const draft: PlanDraft = JSON.parse(answer.out)
      expect(valid(draft), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true)
      expect(draft.source.file).toBe(basename(path))
    }
  })

  test('二つ以上なら配列。一つが読めなくても、ほかは出して 1', async () => {
    const [first, second] = [put('一.csv', aTable()), put('二.csv', aTable({ drop: '商談件数/年' }))]
    const both = await run(['read', first, second, '--json'])
    const drafts: PlanDraft[] = JSON.parse(both.out)
    expect(drafts.map(({ indicators }) => indicators.length)).toEqual([3, 2])
    const half = await run(['read', first, data('ない.csv'), '--json'])
    expect(half).toMatchObject({ code: 1, err: expect.stringContaining('ない.csv が見つかりません') })
    expect(JSON.parse(half.out)).toHaveLength(1)
    expect(await run(['read', data('ない.csv'), '--json'])).toMatchObject({ code: 1, out: '' })
  })

  test.each(['stdout', 'stderr'] as const)(
    '読み手が先に閉じても（| head）、落ちず番号も変わらない（%s）',
    async (stream) => {
      const wrong = put('閉じる.csv', aTable({ replace: ['75.0%', '57.0%'] }))
      const file = stream === 'stdout' ? wrong : data('ない.csv')
      const child = start(['check', ...Array(50).fill(file)])
      child[stream]?.destroy()
      const { code, signal, err } = await ended(child)
      expect({ code, signal }).toEqual({ code: 1, signal: null })
      expect(err).not.toContain('EPIPE')
    },
  )

  test('図書やファイル名に紛れた制御文字に、端末を操らせない', async () => {
    const clear = '\u001b[2J'
    const file = put(`名${clear}.csv`, aTable({ replace: ['商談件数/年', `商談${clear}件数/年`] }))
    const answer = await run(['check', file, data(`無${clear}`)])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: 制御文字がないことを確かめる
    expect(answer.out + answer.err).not.toMatch(/\u001b/)
    expect(answer.err).toContain('␛[2J')
  })
})

describe('check', () => {
  const wrong = () => put('誤り.csv', aTable({ replace: ['75.0%', '57.0%'] }))

  test('食い違いがなければ 0、あれば一つずつ所在と文を言って 1', async () => {
    const clean = await run(['check', put('正しい.csv', aTable())])
    expect(clean).toMatchObject({ code: 0, err: '', out: expect.stringContaining('食い違いは見つかりませんでした') })
    const found = await run(['check', wrong()])
    expect(found).toMatchObject({ code: 1, err: '', out: expect.stringContaining('食い違い 1 件') })
    expect(found.out).toMatch(/5行目/)
    expect(found.out).toContain('57.0')
  })

  test('--json は案の notes と同じ形で、気づきだけを出す', async () => {
    const answer = await run(['check', wrong(), '--json'])
    expect(answer).toMatchObject({ code: 1, err: '' })
    expect(JSON.parse(answer.out)).toEqual([
      expect.objectContaining({
        level: expect.stringMatching(/^(error|warning|info)$/),
        code: expect.stringMatching(/^[a-z-]+$/),
        message: expect.stringContaining('57'),
        places: expect.arrayContaining([expect.objectContaining({ line: expect.any(Number) })]),
      }),
    ])
    expect(await run(['check', put('正しい.csv', aTable()), '--json'])).toMatchObject({ code: 0, out: '[]\n' })
  })

  test('一つも読めなければ「食い違いなし」とは答えない', async () => {
    expect(await run(['check', data('ない.csv'), '--json'])).toMatchObject({ code: 1, out: '' })
    const mixed = await run(['check', data('ない.csv'), put('正しい.csv', aTable()), '--json'])
    expect(mixed).toMatchObject({ code: 1, out: '[]\n', err: expect.stringContaining('見つかりません') })
  })

  test('--municipality は取り込んだ計画を、図書と同じに調べる', async () => {
    const where = ['--data', store('checked')]
    const file = wrong()
    await run(['import', file, '--municipality', midorikawa.code, ...where])
    const stored = await run(['check', '--municipality', midorikawa.code, '--json', ...where])
    const direct = await run(['check', file, '--json'])
    expect(stored.code).toBe(1)
    const said = (json: string) =>
      JSON.parse(json).map(({ code, message, places }: PlanDraft['notes'][number]) => ({ code, message, places }))
    expect(said(stored.out)).toEqual(said(direct.out))
    expect(await run(['check', '--municipality', '152081', ...where])).toMatchObject({
      code: 1,
      err: expect.stringContaining('152081 の計画はまだありません'),
    })
    expect(await run(['check', '--municipality', '152080', ...where])).toMatchObject({
      code: 1,
      err: expect.stringContaining('検査数字'),
    })
  })

  test('ない置き場を調べても、作らずに断る', async () => {
    for (const args of [
      ['check', '--municipality', midorikawa.code],
      ['audit', 'verify'],
    ])
      expect(await run([...args, '--data', data('打ち間違い')])).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/打ち間違い.*まだ何もありません/),
      })
    expect((await run(['doctor', '--data', data('打ち間違い')])).out).toContain('まだありません')
  })
})

describe('import', () => {
  const code = midorikawa.code
  const into = (name: string, file: string, ...more: string[]) =>
    run(['import', file, '--municipality', code, '--data', store(name), ...more])

  /** 倉庫の中の指標の、名と id。 */
  const idsIn = async (name: string): Promise<Map<string, string>> => {
    const indicators = await indicatorsIn(name)
    return new Map(indicators.map((indicator) => [indicator.name, indicator.id]))
  }

  const indicatorsIn = async (name: string): Promise<readonly Indicator[]> => {
    const opened = await openApp({ dataDirectory: data(name) })
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    const { store, close } = opened.value
    try {
      return await store.read(code, async (tx) => {
        const editions = await tx.editions.headings()
        expect(editions).toHaveLength(1)
        return (await tx.editions.get(editions[0]?.id ?? ''))?.content.indicators ?? []
      })
    } finally {
      await close()
    }
  }

  test('新しい → 変わらない → 直した図書なら違いを数えて改め、id は変わらず、増えない', async () => {
    const first = await into('years', put('令和5年度.csv', aTable()))
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain(`緑川市（団体コード ${code}）`)
    expect(first.out).toContain('指標 3')
    const before = await idsIn('years')

    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    const again = await run(['import', put('写し.csv', aTable()), '--municipality', wide, '--data', store('years')])
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('何も変えていません') })

    const added = {
      name: '空き家の活用（R2～累計）',
      actuals: '0件,8件,1件,2件,3件,4件',
      rates: '12.5%,25.0%,37.5%,50.0%',
    }
    const corrected = put('直した.csv', aTable({ drop: '商談件数/年', add: added, replace: ['8人', '9人'] }))
    const updated = await into('years', corrected)
    expect(updated).toMatchObject({ code: 0, out: expect.stringContaining('新しい行 1、変わった行 1、なくなった行 1') })
    const after = await idsIn('years')
    expect([...after.keys()].sort()).toEqual(
      ['新規就農者数（R2～累計）', '空き家の活用（R2～累計）', '起業件数（R2～累計）'].sort(),
    )
    for (const name of ['新規就農者数（R2～累計）', '起業件数（R2～累計）'])
      expect(after.get(name)).toBe(before.get(name))
    const asJson = JSON.parse((await into('years', corrected, '--json')).out)
    expect(asJson).toMatchObject({ municipality: code, outcome: 'unchanged', difference: { changes: [] } })
  })

  test('read --json の案は、図書を取り込むのと同じ。人が直した案は直したところだけが変わる', async () => {
    const document = put('原本.csv', aTable())
    const json = (await run(['read', document, '--json'])).out
    const draft = put('案.json', json)
    await into('by-draft', draft)
    await into('by-document', document)
    const withoutIds = (indicators: readonly Indicator[]) => indicators.map(({ id, node, ...rest }) => rest)
    expect(withoutIds(await indicatorsIn('by-draft'))).toEqual(withoutIds(await indicatorsIn('by-document')))
    expect((await into('by-draft', document)).out).toContain('何も変えていません')
    expect((await into('by-document', draft)).out).toContain('何も変えていません')

    const [first, ...others]: [Indicator, ...Indicator[]] = JSON.parse(json).indicators
    const hand = { ...JSON.parse(json), indicators: [{ ...first, remarks: '人が確かめた' }, ...others] }
    const updated = await into('by-draft', put('直した案.json', JSON.stringify(hand)))
    expect(updated.out).toContain('新しい行 0、変わった行 1、なくなった行 0')
  })

  test('PowerShell の「>」が書く UTF-16 の案も読む。二つ以上の案や、案でない JSON は断る', async () => {
    const json = (await run(['read', put('原本.csv', aTable()), '--json'])).out
    const utf16 = put('窓.json', Buffer.from(`\uFEFF${json}`, 'utf16le'))
    expect(await into('utf16', utf16)).toMatchObject({ code: 0, out: expect.stringContaining('指標 3') })
    for (const other of [
      `[${json},${json}]`,
      '{"name": "package"}',
      '{"format": "shirube-draft/2"}',
      `${json.slice(0, 400)}`,
    ])
      expect(await into('utf16', put('別.json', other))).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('別.json'),
      })
  })

  test('別の市・形の悪い団体コード・読めないファイルは、何も作らずに断る', async () => {
    const file = put('緑川.csv', aTable())
    const other = put('赤川.csv', aTable().replaceAll('緑川市', '赤川市'))
    await into('cities', file)
    expect(await into('cities', other)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/緑川市.*赤川市/),
    })
    expect(await run(['import', file, '--municipality', '152081', '--data', store('cities')])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`団体コード ${code} に取り込んであります`),
    })
    for (const [given, words] of [
      ['152080', '検査数字'],
      ['15208', '6桁'],
      ['990000', '都道府県'],
    ] as const)
      expect(await run(['import', file, '--municipality', given, '--data', data('never')])).toMatchObject({
        code: 1,
        err: expect.stringContaining(words),
      })
    expect(await run(['import', data('ない.csv'), '--municipality', code, '--data', data('never')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('見つかりません'),
    })
    expect((await run(['doctor', '--data', data('never')])).out).toContain('まだありません')
  })

  test.skipIf(samples.length === 0)(
    samples.length > 0 ? '見本の図書と、その案は同じものとして入る' : '見本がまだないので飛ばします',
    async () => {
      for (const { path, municipality } of samples.slice(0, 1)) {
        const args = ['--municipality', municipality, '--data', store('sample')]
        expect((await run(['import', path, ...args])).code).toBe(0)
        const draft = put(`${municipality}.json`, (await run(['read', path, '--json'])).out)
        expect((await run(['import', draft, ...args])).out).toContain('何も変えていません')
      }
    },
  )
})

describe('audit verify・doctor', () => {
  const where = ['--data', data('audited')]
  beforeAll(() => void store('audited'))

  test('つながっていれば 0。書きかえられていれば、どの記録かを言って 1', async () => {
    for (const table of [aTable(), aTable({ replace: ['9件', '10件'] })])
      await run(['import', put('監査.csv', table), '--municipality', midorikawa.code, ...where])
    const intact = await run(['audit', 'verify', ...where])
    expect(intact).toMatchObject({ code: 0, out: expect.stringContaining('緑川市：記録 2 件、すべてつながっています') })
    expect(await run(['audit', 'verify', '--municipality', '152081', ...where])).toMatchObject({ code: 1, out: '' })

    await tamper(data('audited'))
    const altered = await run(['audit', 'verify', ...where])
    expect(altered).toMatchObject({ code: 1, out: '', err: expect.stringContaining('書かれたあとで変えられています') })
    expect(altered.err).toContain('1 件目')
    const doctor = await run(['doctor', ...where])
    expect(doctor).toMatchObject({ code: 1, out: expect.stringMatching(/× .*変えられています/) })
  })

  /** データベースの管理者になり、記録の引き金を止めて書きかえる。 */
  const tamper = async (directory: string) => {
    const opened = await openPglite(directory)
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    const { pool, close } = opened.value
    await pool.query('set session_replication_role = replica')
    await pool.query(`update audit_entry set by = '別の人' where number = 1`)
    await close()
  }

  test('doctor は一つずつ○×で言い、まだない置き場は作らない', async () => {
    const answer = await run(['doctor', '--data', data('深い/まだない')])
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toMatch(/○ Node：v2[4-9]/)
    expect(answer.out).toContain('まだありません')
    const lines = JSON.parse((await run(['doctor', '--json', '--data', data('深い/まだない')])).out)
    expect(lines).toEqual(expect.arrayContaining([{ good: true, what: 'Node', detail: expect.stringMatching(/^v/) }]))
  })

  test('置き場がファイルだったり、データベースが壊れていれば、× と直しかた', async () => {
    const file = put('ファイル', 'x')
    for (const bad of [file, join(file, 'data')]) {
      expect(await run(['doctor', '--data', bad])).toMatchObject({
        code: 1,
        out: expect.stringMatching(/× データの置き場.*--data/),
      })
      expect(
        await run(['import', put('緑.csv', aTable()), '--municipality', midorikawa.code, '--data', bad]),
      ).toMatchObject({
        code: 1,
        err: expect.stringContaining('--data'),
      })
    }
    mkdirSync(data('broken/database'), { recursive: true })
    writeFileSync(data('broken/database/PG_VERSION'), '9.4\n')
    expect(await run(['doctor', '--data', data('broken')])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/× データベース/),
    })
  })

  const user = plainUser()
  test.skipIf(!user)(
    user ? '書けない置き場は、そう言う' : '権限を試せる利用者がこの機械にないので飛ばします（書けない置き場）',
    async () => {
      expect(await run(['doctor', '--data', '/proc/data'], user)).toMatchObject({
        code: 1,
        out: expect.stringMatching(/× データの置き場.*書けません/),
      })
    },
  )

  test('つながらない DATABASE_URL は、合言葉を出さずに断る', async () => {
    const env = { DATABASE_URL: 'postgres://planner:himitsu@127.0.0.1:1/shirube' }
    for (const args of [['doctor'], ['audit', 'verify'], ['serve', '--port', '0']]) {
      const { code, out, err } = await run(args, { env })
      expect({ code, said: out + err }).toEqual({
        code: 1,
        said: expect.stringContaining('postgres://planner@127.0.0.1:1/shirube'),
      })
      expect(out + err).not.toContain('himitsu')
    }
    expect((await run(['doctor'], { env: { DATABASE_URL: 'mysql://x' } })).out).toContain('DATABASE_URL が読めません')
  })
})

test('入口は実行できるファイル', async () => {
  expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
})

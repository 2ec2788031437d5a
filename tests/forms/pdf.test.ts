import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '#domain/language/message.ts'
import { aReport, aSection, aTable } from '#reports/a-report.ts'
import type { Cell, Paper, Report, Row, Table } from '#reports/report.ts'
import { pdfWriter } from '#reports/writers/pdf/pdf.ts'
import type { WriteOptions } from '#reports/writers/writer.ts'
import { pdfText, pdfTextWithoutSpaces, readingPdf, withoutSpaces } from './pdf-text.ts'

// PDF の書き手が作ったファイルを、別の読み手（pdf.js）で読みなおして確かめる。

const options: WriteOptions = { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-04-01T00:00:00Z' }

const write = (report: Report, given: Partial<WriteOptions> = {}) => pdfWriter.write(report, { ...options, ...given })

const pagesOf = async (report: Report, given: Partial<WriteOptions> = {}) =>
  pdfTextWithoutSpaces(await write(report, given))

const a4: Paper = { size: 'A4', orientation: 'portrait' }

/** 表一つの帳票。 */
const withTable = (table: Table, paper: Paper = a4): Report =>
  aReport({ sections: [aSection({ paper, blocks: [{ kind: 'table', table }] })] })

const row = (...texts: readonly (string | Cell)[]): Row => ({
  cells: texts.map((text) => (typeof text === 'string' ? { text } : text)),
})

const twoColumns = (groups: Table['groups'], header: readonly Row[] = [row('項目', '中身')]): Table => ({
  caption: '表',
  showCaption: false,
  columns: [
    { key: 'label', width: 8, align: 'start' },
    { key: 'value', width: 24, align: 'start' },
  ],
  header,
  groups,
})

/** 紙に出るはずの字。 */
const textsIn = ({ header, groups }: Table): readonly string[] =>
  [...header, ...groups.flatMap(({ rows }) => rows)].flatMap(({ cells }) =>
    cells.map(({ text }) => withoutSpaces(text)),
  )

test('すべての升目の字が、どこかの頁にある', async () => {
  const report = aReport()
  const everything = (await pagesOf(report)).join('')
  const tables = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  )
  expect(tables.length).toBeGreaterThan(1)
  expect(tables.flatMap(textsIn).filter((text) => !everything.includes(text))).toEqual([])
  expect(everything).toContain('髙橋・𠮷田両委員の指摘により、①㎡あたりの単価、㈱・№')
})

test('どの頁にも、頁の番号・資料番号・題がある。表紙にはない', async () => {
  const pages = await pagesOf(aReport())
  expect(pages.length).toBeGreaterThan(4)
  expect(pages[0]).not.toContain('資料１')
  pages.slice(1).forEach((page, index) => {
    expect(page).toContain(`${index + 2}/${pages.length}`)
    expect(page).toContain('資料１')
    expect(page).toContain('見本市総合戦略進捗状況一覧表（令和6年3月末現在）')
  })
})

test('章ごとに、様式の紙になる', async () => {
  const sizes = await readingPdf(await write(aReport()), async (document) => {
    const views: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
      views.push(`${Math.round((width / 72) * 25.4)}×${Math.round((height / 72) * 25.4)}`)
    }
    return views
  })
  expect(new Set(sizes)).toEqual(new Set(['210×297', '420×297', '297×210']))
})

test('表の見出しは頁ごとに、帯はその下の行が続く頁の頭に繰り返す', async () => {
  const pages = await pagesOf(withTable(aTable(60), { size: 'A3', orientation: 'landscape' }))
  expect(pages.length).toBeGreaterThan(4)
  for (const page of pages) expect(page).toContain('重要業績評価指標（KPI）')
  for (const page of pages) {
    const first = page.search(/[12]-\d+見本の里づくり事業/)
    const goal = page.charAt(first)
    // 一件目より前に、その基本目標と施策の帯がある。
    expect(page.slice(0, first)).toContain(`基本目標${goal}しごとをつくり`)
    expect(page.slice(0, first)).toContain(`施策${goal}－１`)
  }
})

test('一件の行は、頁をまたいで切れない', async () => {
  // 三行つなぎの升目のない一件も、まとめて置く。
  const entries = Array.from({ length: 80 }, (_, index) => ({
    kind: 'entry' as const,
    rows: [row(`始${index}`, '一行目'), row(`中${index}`, '二行目\n続き'), row(`終${index}`, '三行目')],
  }))
  const pages = await pagesOf(withTable(twoColumns(entries)))
  expect(pages.length).toBeGreaterThan(3)
  const pageOf = (word: string) =>
    pages.findIndex((page) => page.includes(`${word}一行目`) || page.includes(`${word}三行目`))
  for (const index of entries.keys()) expect(pageOf(`始${index}`)).toBe(pageOf(`終${index}`))
})

test('小計・合計の行は、その上の一件と同じ頁にある', async () => {
  const band = { kind: 'band' as const, level: 1 as const, rows: [row({ text: '基本目標４', columns: 2 })] }
  const endings = [
    { kind: 'subtotal' as const, rows: [row('小計', '９件')] },
    { kind: 'total' as const, rows: [row('合計', '９件')] },
  ]
  const entry = { kind: 'entry' as const, rows: [row('一件', '中身')] }
  const pageCounts = new Set<number>()
  for (let count = 40; count < 68; count += 1) {
    const pages = await pagesOf(
      withTable(twoColumns([band, ...Array.from({ length: count }, () => entry), ...endings])),
    )
    pageCounts.add(pages.length)
    expect(
      pages.filter((page) => page.includes('計９件')).map((page) => /一件中身小計９件合計９件/.test(page)),
    ).toEqual([true])
  }
  // 頁の替わり目をまたいで確かめている。
  expect(pageCounts).toEqual(new Set([1, 2]))
})

test('続く帯も、その間の文も、下の一件から離れて頁の終わりに残らない', async () => {
  const band = (level: 1 | 2 | 3, text: string) => ({ kind: 'band' as const, level, rows: [row({ text, columns: 2 })] })
  const preface = (text: string) => ({ kind: 'entry' as const, rows: [row({ text, columns: 2 })] })
  const entry = { kind: 'entry' as const, rows: [row('一件', '中身')] }
  const heads = [
    band(2, '節の帯'),
    preface('基本方針その一'),
    preface('基本方針その二'),
    band(3, '施策の帯'),
    preface('事業等'),
  ]
  const groups = [
    band(1, '目標の帯'),
    ...Array.from({ length: 40 }, (_, at) => [...heads, ...Array.from({ length: 1 + (at % 3) }, () => entry)]).flat(),
  ]
  const pages = await pagesOf(withTable(twoColumns(groups)))
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) expect(page).toMatch(/一件中身\d+\/\d+$/)
  // 文は一度だけ、帯は続きの頁の頭にも。
  expect(pages.join('').split('基本方針その一')).toHaveLength(41)
  for (const page of pages) expect(page.slice(0, page.indexOf('一件中身'))).toContain('施策の帯')
})

test('章の続きの頁の頭は、何の続きかを言う', async () => {
  const sheet = (key: string, title: string) =>
    aSection({
      key,
      title,
      paper: a4,
      blocks: [
        {
          kind: 'table' as const,
          table: twoColumns(
            Array.from({ length: 90 }, () => ({ kind: 'entry' as const, rows: [row('一件', '中身')] })),
          ),
        },
      ],
    })
  const pages = await pagesOf(
    aReport({ title: '個票', sections: [sheet('a', '個票 No. 1　里づくり'), sheet('b', '個票 No. 2　道づくり')] }),
  )
  const heads = pages.map((page) => page.includes('個票No.1里づくり（令和6年3月末現在）（続き）'))
  expect(pages[0]).not.toContain('続き')
  expect(heads.filter(Boolean).length).toBeGreaterThan(0)
  expect(pages.at(-1)).toContain('個票No.2道づくり（令和6年3月末現在）（続き）')
})

test('何行かだけの頁で終わる章は、字を少し小さくして、その頁をなくす', async () => {
  const pagesWith = async (count: number) => {
    const entries = Array.from({ length: count }, (_, at) => ({
      kind: 'entry' as const,
      rows: [row(`${at}件目`, '中身')],
    }))
    return pagesOf(withTable(twoColumns(entries)))
  }
  const counts: number[] = []
  for (let count = 36; count <= 64; count += 2) counts.push((await pagesWith(count)).length)
  // 一頁に入りきらないところから、しばらくは一頁のまま。そのあと二頁目には何行も入る。
  const first = 36 + 2 * counts.indexOf(2)
  expect(counts).toContain(1)
  expect(counts).toContain(2)
  expect((await pagesWith(first))[1]?.split('件目').length).toBeGreaterThan(5)
})

test('紙より高い一件も、終わりまで刷る', async () => {
  const long = Array.from({ length: 900 }, (_, index) => `第${index}文。`).join('\n')
  const tall = { kind: 'entry' as const, rows: [row({ text: '所見', rows: 2 }, long), row('二行目')] }
  const pages = await pagesOf(withTable(twoColumns([tall, { kind: 'entry', rows: [row('次', '続き')] }])))
  const everything = pages.join('').replaceAll('項目中身', '')
  for (const index of Array.from({ length: 900 }).keys()) expect(everything).toContain(`第${index}文。`)
  expect(everything).toContain('二行目')
  expect(everything).toContain('次続き')
})

test('帯が高くても、その下の一件は紙の外へはみ出さない', async () => {
  const lines = (count: number, word: string) =>
    Array.from({ length: count }, (_, index) => `${word}${index}行`).join('\n')
  for (const [band, entry] of [
    [2, 44],
    [6, 44],
    [9, 40],
    [13, 30],
  ] as const) {
    const groups: Table['groups'] = [
      ...([1, 2, 3] as const).map((level) => ({
        kind: 'band' as const,
        level,
        rows: [row({ text: lines(band, `帯${level}の`), columns: 2 })],
      })),
      ...[1, 2, 3].map((number) => ({
        kind: 'entry' as const,
        rows: [row(`件${number}`, lines(entry, `第${number}件`))],
      })),
    ]
    const everything = (await pagesOf(withTable(twoColumns(groups)))).join('')
    const wanted = [1, 2, 3].flatMap((number) => lines(entry, `第${number}件`).split('\n'))
    expect(wanted.filter((line) => !everything.includes(line))).toEqual([])
  }
})

test('段の戻る帯や、下に行のない帯が続いても刷れる', async () => {
  const band = (level: 1 | 2 | 3, text: string) => ({ kind: 'band' as const, level, rows: [row({ text, columns: 2 })] })
  const entry = { kind: 'entry' as const, rows: [row('一件', '中身')] }
  const groups = Array.from({ length: 60 }, (_, index) => [
    band(1, `目標${index}`),
    band(3, `事業${index}`),
    band(2, `施策${index}`),
    ...Array.from({ length: index % 4 }, () => entry),
  ]).flat()
  const everything = (await pagesOf(withTable(twoColumns([...groups, band(3, '終わりの帯')])))).join('')
  for (const index of [0, 30, 59]) expect(everything).toContain(`事業${index}`)
  expect(everything).toContain('終わりの帯')
})

test('行にまたがる升目のある帯・合計が、頁の終わりから送られても刷れる', async () => {
  const spanned = [row({ text: '帯', rows: 2 }, '上'), row('下')]
  const entry = { kind: 'entry' as const, rows: [row('一件', '中身'), row('二行', '続き')] }
  const groups = Array.from({ length: 40 }, (_, index) => [
    { kind: 'band' as const, level: 1 as const, rows: spanned },
    ...Array.from({ length: (index * 7) % 5 }, () => entry),
    { kind: 'total' as const, rows: [row({ text: `合計${index}`, rows: 2 }, '数'), row('率')] },
  ]).flat()
  const everything = (await pagesOf(withTable(twoColumns(groups)))).join('')
  for (const index of Array.from({ length: 40 }).keys()) expect(everything).toMatch(new RegExp(`合計${index}(?!\\d)`))
})

test('空の題・空の見出し・空の表・升目の足りない行でも、規格の PDF になる', async () => {
  const table = twoColumns([{ kind: 'entry', rows: [row('一つだけ'), { cells: [] }] }], [])
  const report = aReport({
    sections: [
      aSection({
        title: ' ',
        name: '',
        blocks: [
          { kind: 'heading', level: 2, text: '　' },
          { kind: 'table', table },
        ],
      }),
      aSection({ key: 'empty', title: null, outline: 2, blocks: [{ kind: 'table', table: { ...table, groups: [] } }] }),
      aSection({ key: 'nothing', title: '何もない章', blocks: [] }),
    ],
  })
  for (const pdfStandard of ['plain', 'ua-1', 'a-2a'] as const)
    expect((await pagesOf(report, { pdfStandard })).join('')).toContain('一つだけ')
})

test('表の外の升目は、黙って消さずに投げる（様式の誤り）', async () => {
  const table = twoColumns([{ kind: 'entry', rows: [row('一', '二', '三')] }])
  await expect(write(withTable(table))).rejects.toThrow('a cell lies outside its table: "三"')
})

test('三百年の表は、列を次の頁に続け、番号と名を繰り返す', async () => {
  const years = Array.from({ length: 300 }, (_, index) => index + 2000)
  const table: Table = {
    caption: '三百年',
    showCaption: false,
    columns: [
      { key: 'name', width: 16, align: 'start' },
      ...years.map((year) => ({ key: `y${year}`, width: 5, align: 'end' as const })),
    ],
    header: [row('指標', ...years.map((year) => `${year}年度`))],
    groups: [
      { kind: 'entry', rows: [row({ text: '新規就農者数', heading: true }, ...years.map((year) => `${year}件`))] },
    ],
  }
  const pages = await pagesOf(withTable(table, { size: 'A3', orientation: 'landscape' }))
  expect(pages.length).toBeGreaterThan(8)
  for (const page of pages) expect(page).toContain('新規就農者数')
  const everything = pages.join('')
  expect(years.filter((year) => !everything.includes(`${year}件`) || !everything.includes(`${year}年度`))).toEqual([])
})

test('空白のない六十字の名も URL も、升目からはみ出さない', async () => {
  const url = `https://www.city.example.lg.jp/${'a'.repeat(80)}.html`
  const table = twoColumns([
    { kind: 'entry', rows: [row('ー'.repeat(60), url)] },
    { kind: 'entry', rows: [row('あ'.repeat(60), '終')] },
  ])
  const report = withTable(table)
  const right = await readingPdf(await write(report), async (document) => {
    const page = await document.getPage(1)
    const { items } = await page.getTextContent()
    const ends = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [item.transform[4] + item.width] : [],
    )
    return { most: Math.max(...ends), width: page.getViewport({ scale: 1 }).width }
  })
  expect(right.most).toBeLessThan(right.width - 40)
  expect((await pagesOf(report)).join('')).toContain(withoutSpaces(url))
})

test('高さを先に決めた行でも、字は隣の行に重ならない', async () => {
  // 欄の幅の前後の長さの、さまざまな字。種は決めておく（同じ紙になる）。
  const anything = fc.string({
    unit: fc.constantFrom(...'基本目標ー（）。、「」っABCfgMW123,.％～・'),
    minLength: 1,
    maxLength: 40,
    size: 'max',
  })
  const texts = fc.sample(anything, { seed: 20_260_401, numRuns: 1_200 })
  const entries = Array.from({ length: 400 }, (_, index) => {
    const [one = '', two = '', three = ''] = texts.slice(3 * index)
    return {
      kind: 'entry' as const,
      rows: index % 3 === 0 ? [row({ text: one, rows: 2 }, two), row(three)] : [row(one, two)],
    }
  })
  const gaps = await readingPdf(await write(withTable(twoColumns(entries))), async (document) => {
    const found: number[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      // 一つ目の列の行の頭（左の端にある字）の、基線の間。字の大きさを 1 とする。
      const starts = items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' && item.transform[4] < 47.5 && item.height > 8.5 ? [item] : [],
      )
      found.push(
        ...starts.slice(1).map((item, index) => ((starts[index]?.transform[5] ?? 0) - item.transform[5]) / item.height),
      )
    }
    return found
  })
  expect(gaps.length).toBeGreaterThan(300)
  // 0 は、同じ行の続き。
  expect(Math.min(...gaps.filter((gap) => gap !== 0))).toBeGreaterThan(1.2)
})

test('帳票の字は、組版の命令として読まれない', async () => {
  const nasty = '#panic("x") $x$ *太* _斜_ <label> @ref \\ `raw` // 注 [ ] { } = 見出し'
  const everything = (
    await pagesOf(withTable(twoColumns([{ kind: 'entry', rows: [row(nasty, '#import "a"')] }])))
  ).join('')
  expect(everything).toContain(withoutSpaces(nasty))
  expect(everything).toContain('#import"a"')
})

test('どの書体にもない字は 〓 になり、どの章のどの字かが言われる', async () => {
  const told: Message[] = []
  const report = withTable(twoColumns([{ kind: 'entry', rows: [row('嵛', '葛\u{e0101}城')] }]))
  const everything = (await pagesOf(report, { warn: (message) => told.push(message) })).join('')
  expect(everything).toContain('〓')
  expect(everything).toContain('葛城')
  expect(told).toEqual([
    { code: 'character-not-in-fonts', params: { character: '嵛', code: 'U+5D5B', where: '一覧表' } },
    { code: 'variant-not-in-fonts', params: { character: '葛\u{e0101}', code: 'U+845B U+E0101', where: '一覧表' } },
  ])
})

test('文書の情報・しおり・目次のリンクがある', async () => {
  const found = await readingPdf(await write(aReport()), async (document) => {
    const { info } = await document.getMetadata()
    const contents = await document.getPage(2)
    const links = (await contents.getAnnotations()).filter(({ subtype }) => subtype === 'Link')
    return { info, outline: await document.getOutline(), links: links.length }
  })
  expect(found.info).toMatchObject({
    Title: '見本市　総合戦略 進捗状況一覧表',
    Author: '見本市',
    Language: 'ja-JP',
    CreationDate: 'D:20260401000000Z',
  })
  const titles = found.outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)])
  expect(titles).toEqual(expect.arrayContaining(['概要', '進捗状況一覧表', '個票 1-1', '推移']))
  expect(found.links).toBeGreaterThanOrEqual(4)
})

test('目次の頁の番号は、章のある頁と同じ', async () => {
  const pages = await pdfText(await write(aReport()))
  const contents = withoutSpaces(pages[1] ?? '')
  const charts = pages.findIndex((page) => page.includes('推移') && !page.includes('目次')) + 1
  expect(contents).toMatch(new RegExp(`推移\\.*${charts}`))
})

test.each([
  ['ua-1', /pdfuaid:part[^0-9]*1/],
  ['a-2a', /pdfaid:part[^0-9]*2[\s\S]*pdfaid:conformance[^A-Z]*A/],
] as const)('%s：規格を名のり、しるし（表・見出し・図の代わりの文）が付く', async (pdfStandard, claim) => {
  const bytes = await write(aReport(), { pdfStandard })
  expect(Buffer.from(bytes).toString('latin1')).toMatch(claim)
  const roles = await readingPdf(bytes, async (document) => {
    const found: string[] = []
    for (let number = 1; number <= document.numPages; number += 1)
      collect(await (await document.getPage(number)).getStructTree(), found)
    return found
  })
  expect(roles).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'H1', 'TOC', 'Figure', 'L']))
  expect(roles.join('\n')).toContain('alt:店を開いた事業者の数は、')
})

/** 構造の木の役の名と、代わりの文。 */
const collect = (node: unknown, found: string[]): void => {
  if (typeof node !== 'object' || node === null) return
  if ('role' in node) found.push(String(node.role))
  if ('alt' in node) found.push(`alt:${node.alt}`)
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collect(child, found)
}

test('同じ帳票と同じ注文なら、同じ PDF になる', async () => {
  const [first, second] = [await write(aReport()), await write(aReport())]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})

test('BIZ UD の書体でも、同じ字が出る', async () => {
  const [noto, biz] = [await pagesOf(aReport()), await pagesOf(aReport(), { font: 'biz-ud' })]
  expect(biz.join('')).toContain('𠮷田')
  expect(biz[3]?.length).toBe(noto[3]?.length)
})

test('組むあいだも、ほかの仕事ができる', async () => {
  let beats = 0
  const beat = setInterval(() => {
    beats += 1
  }, 10)
  const bytes = await write(withTable(aTable(300), { size: 'A3', orientation: 'landscape' }))
  clearInterval(beat)
  expect(bytes.length).toBeGreaterThan(100_000)
  expect(beats).toBeGreaterThan(5)
})

test('取り止めると、すぐに止まり、次の帳票は作れる', async () => {
  const cancelling = new AbortController()
  const started = performance.now()
  const writing = write(withTable(aTable(2000), { size: 'A3', orientation: 'landscape' }), {
    signal: cancelling.signal,
  })
  setTimeout(() => cancelling.abort(new Error('取り止め')), 300)
  await expect(writing).rejects.toThrow('取り止め')
  expect(performance.now() - started).toBeLessThan(2_000)
  expect((await pagesOf(aReport())).length).toBeGreaterThan(4)
})

test('初めから取り止めてあれば、何もしない', async () => {
  await expect(write(aReport(), { signal: AbortSignal.abort(new Error('取り止め')) })).rejects.toThrow('取り止め')
})

test('同時に頼んでも、どれもできる。進みは 0 から章の数まで', async () => {
  const steps: string[] = []
  const made = await Promise.all(
    Array.from({ length: 5 }, () => write(aReport(), { progress: (done, of) => steps.push(`${done}/${of}`) })),
  )
  expect(new Set(made.map(({ length }) => length)).size).toBe(1)
  expect(steps).toHaveLength(10)
  expect(new Set(steps)).toEqual(new Set(['0/6', '6/6']))
})

test('作り終えたら、呼んだプログラムは終わる（組版の過程が引きとめない）', async () => {
  const program = `
    const { pdfWriter } = await import('#reports/writers/pdf/pdf.ts')
    const { aReport } = await import('#reports/a-report.ts')
    const bytes = await pdfWriter.write(aReport(), { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-04-01T00:00:00Z' })
    console.log(bytes.length)`
  const cwd = fileURLToPath(new URL('../../', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd,
    timeout: 60_000,
  })
  expect(Number(stdout)).toBeGreaterThan(50_000)
})

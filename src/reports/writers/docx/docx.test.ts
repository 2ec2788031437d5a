import fc from 'fast-check'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aChart, aReport, aSection, aTable } from '../../a-report.ts'
import type { Block, Report, RowGroup, Section, Table } from '../../report.ts'
import type { WriteOptions } from '../writer.ts'
import { docxWriter } from './docx.ts'

const options: WriteOptions = { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-11-25T09:00:00Z' }

const write = (report: Report, rest: Partial<WriteOptions> = {}) => docxWriter.write(report, { ...options, ...rest })

/** 文書の部品の XML。 */
const parts = async (report: Report, rest: Partial<WriteOptions> = {}) => {
  const zip = new PizZip(await write(report, rest))
  const part = (name: string) => zip.file(name)?.asText() ?? ''
  return { part, names: Object.keys(zip.files), document: part('word/document.xml') }
}

/** 別の読み手（mammoth）で読んだ HTML。 */
const read = async (report: Report): Promise<string> => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await write(report)) })
  return value
}

const ofBlocks = (...blocks: readonly Block[]): Report =>
  aReport({ documentNumber: null, sections: [aSection({ title: null, outline: 0, blocks })] })

const ofTable = (table: Table): Report => ofBlocks({ kind: 'table', table })

const aGrid = (texts: readonly string[]): Table => ({
  caption: '表',
  showCaption: false,
  columns: [{ key: 'text', width: 10, align: 'start' }],
  header: [],
  groups: texts.map((text): RowGroup => ({ kind: 'entry', rows: [{ cells: [{ text }] }] })),
})

const rowsOf = (document: string) => document.match(/<w:tr>.*?<\/w:tr>/g) ?? []

/** 字から札を除いた、升目ごとの字。 */
const cellTexts = (document: string): readonly string[] =>
  [...document.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) =>
    [...cell.matchAll(/<w:br\/>|<w:t xml:space="preserve">([^<]*)<\/w:t>/g)]
      .map(([tag, text]) => (tag === '<w:br/>' ? '\n' : unescaped(text ?? '')))
      .join(''),
  )

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

afterEach(() => {
  vi.useRealTimers()
})

describe('表', () => {
  test('別の読み手で読んでも、字と広がりは帳票のとおり', async () => {
    const html = (await read(ofTable(aTable(1)))).replace(/<\/?strong>/g, '')
    expect(html).toContain('<th colspan="2"><p>実績</p></th>')
    expect(html).toContain('<th rowspan="2"><p>事業</p></th>')
    expect(html).toContain('<td colspan="11"><p>基本目標1　しごとをつくり、安心して働けるまち</p></td>')
    expect(html).toContain('<td rowspan="2"><p>1-1 見本の里づくり事業（再掲）</p></td>')
    expect(html).toContain('<p>1,241件<sup>※1</sup></p>')
    expect(html.match(/<tr>/g)).toHaveLength(13)
  })

  test('見出しの行は頁ごとに繰り返し、どの行も途中で切れず、一件の行は離れない', async () => {
    const { document } = await parts(ofTable(aTable(2)))
    const rows = rowsOf(document)
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, at) => at < 2))
    // 見出し二行、帯二行、一件の一行目。二行目は、次が小計でなければ離れてよい。
    expect(rows.slice(0, 9).map((row) => row.includes('<w:keepNext/>'))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      false,
    ])
  })

  test('注のある章では、表の終わりの行が注と離れない', async () => {
    const section = aSection({ blocks: [{ kind: 'table', table: aTable(2) }] })
    const lastRow = async (notes: Section['notes']) => {
      const { document } = await parts(aReport({ sections: [{ ...section, notes }] }))
      return rowsOf(document).at(-1)?.includes('<w:keepNext/>')
    }
    expect(await lastRow([{ mark: '※1', text: '暫定値。' }])).toBe(true)
    expect(await lastRow([])).toBe(false)
  })

  test('どの行も、上からの広がりの続きを含めて、表の幅ちょうどの列になる', async () => {
    const { document } = await parts(ofTable(aTable(3)))
    for (const row of rowsOf(document)) {
      const spans = [...row.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(([cell]) =>
        Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
      )
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(11)
    }
    expect(document.match(/<w:vMerge\/>/g)?.length).toBeGreaterThan(10)
  })

  test('升目の足りない行は、空の升目で埋める', async () => {
    const table = {
      ...aTable(1),
      header: [],
      groups: [{ kind: 'entry', rows: [{ cells: [{ text: '一つだけ' }] }] }],
    } as const
    const { document } = await parts(ofTable(table))
    expect(cellTexts(document)).toEqual(['一つだけ', ''])
    expect(document).toContain('<w:gridSpan w:val="10"/>')
  })

  test('どんな字も、升目に失われずに入る', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 })
    const tricky = fc.constantFrom('<w:p/>', '&amp;', '"引用"', 'a\r\nb', '  間  ', 'ReportTablePlace', '')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, tricky), { minLength: 1, maxLength: 10 }), async (texts) => {
        const { document } = await parts(ofTable(aGrid(texts)))
        const kept = (each: string) =>
          each.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
        expect(cellTexts(document)).toEqual(texts.map(kept))
      }),
      { numRuns: 40 },
    )
  })

  test('下線・目を引く字・縦書きは、その字だけに付く', async () => {
    const { document } = await parts(ofTable(aTable(2)))
    expect(document).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">相談<\/w:t>/)
    expect(document).toMatch(/<w:color w:val="B00020"\/>(?:(?!<\/w:r>).)*>Ｃ</)
    expect(document.match(/<w:textDirection w:val="tbRl"\/>/g)).toHaveLength(2)
    expect(rowsOf(document)[0]).toMatch(/<w:trHeight w:val="\d+" w:hRule="atLeast"\/>/)
  })

  test('列の多い表は字を小さくし、どの列にも書かれた数の字が入る', async () => {
    const wide: Table = {
      ...aGrid([]),
      columns: Array.from({ length: 30 }, (_, at) => ({ key: `c${at}`, width: 5, align: 'start' })),
      groups: [{ kind: 'entry', rows: [{ cells: Array.from({ length: 30 }, () => ({ text: '五文字の字' })) }] }],
    }
    const { document } = await parts(ofTable(wide))
    const size = Number(/<w:sz w:val="(\d+)"/.exec(document)?.[1]) / 2
    const column = Number(/<w:gridCol w:w="(\d+)"/.exec(document)?.[1]) / 20
    expect(size).toBeLessThan(9.5)
    expect(5 * size + 4).toBeLessThanOrEqual(column)
  })

  test('一枚に少し入らない個票は、表の字を小さくして一枚に収める', async () => {
    const sizeOf = async (rows: number) => {
      const section = aSection({
        paper: { size: 'A4', orientation: 'portrait' },
        blocks: [{ kind: 'table', table: aGrid(Array.from({ length: rows }, (_, at) => `${at + 1} 行目`)) }],
      })
      const { document } = await parts(aReport({ sections: [section] }))
      return Number(/<w:tbl>.*?<w:sz w:val="(\d+)"/.exec(document)?.[1]) / 2
    }
    expect(await sizeOf(30)).toBe(9.5)
    expect(await sizeOf(48)).toBeLessThan(9.5)
    expect(await sizeOf(200)).toBe(9.5)
  })
})

describe('文書', () => {
  test('章ごとの紙の大きさと向きになる', async () => {
    const { document } = await parts(aReport())
    const papers = [...document.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"\/>/g)]
    expect(papers.map(([, width, height, orient]) => [Number(width), Number(height), orient])).toEqual([
      [11906, 16838, 'portrait'],
      [11906, 16838, 'portrait'],
      [11906, 16838, 'portrait'],
      [23811, 16838, 'landscape'],
      [11906, 16838, 'portrait'],
      [16838, 11906, 'landscape'],
    ])
  })

  test('資料番号は頁の上に、頁の番号と総数は頁の下に出る', async () => {
    const { part, names } = await parts(aReport())
    const of = (kind: string) => names.filter((name) => name.startsWith(`word/${kind}`)).map(part)
    expect(of('header').every((xml) => xml.includes('資料１'))).toBe(true)
    expect(of('footer').join('')).toMatch(/PAGE.*?<w:t xml:space="preserve"> \/ <\/w:t>.*?NUMPAGES/)
  })

  test('章の題は見出しの様式になり、小見出しは目次に載らない', async () => {
    const { document, part } = await parts(aReport())
    const headings = [...document.matchAll(/<w:pStyle w:val="(Heading\d)"\/>.*?<w:t xml:space="preserve">([^<]*)/g)]
    expect(headings.map(([, style, text]) => [style, text])).toEqual([
      ['Heading1', '概要'],
      ['Heading1', '進捗状況一覧表'],
      ['Heading2', '個票 1-1'],
      ['Heading1', '推移'],
    ])
    expect(part('word/styles.xml')).toMatch(/w:styleId="Heading2">(?:(?!<\/w:style>).)*<w:outlineLvl w:val="1"\/>/)
    expect(part('word/styles.xml')).toMatch(
      /w:styleId="ReportHeading2">(?:(?!<\/w:style>).)*<w:basedOn w:val="Heading2"\/>/,
    )
  })

  test('目次は Word の目次で、開く前から章の題が並び、頁の番号は Word が数える', async () => {
    const { document } = await parts(aReport())
    const contents = /<w:sdt>.*?<\/w:sdt>/.exec(document)?.[0] ?? ''
    expect(contents).toContain('TOC \\h \\o &quot;1-3&quot;')
    const entries = [...contents.matchAll(/<w:hyperlink [^>]*w:anchor="(\w+)">.*?<w:t xml:space="preserve">([^<]*)/g)]
    expect(entries.map(([, , text]) => text)).toEqual(['概要', '進捗状況一覧表', '個票 1-1', '推移'])
    for (const [, anchor = ''] of entries) {
      expect(contents).toContain(`PAGEREF ${anchor} \\h`)
      expect(document).toContain(`w:name="${anchor}"`)
    }
  })

  test('表紙・文・箇条・注も、読み直せる', async () => {
    const html = await read(aReport())
    expect(html).toContain('進捗状況報告書（令和５年度）')
    expect(html).toContain('髙橋・𠮷田両委員')
    expect(html).toContain('◎ 目標を上回る')
    expect(html).toContain('暫定値。確定の後に改める。')
  })

  test('目次に載る扉では、大きな題が見出しになり、同じ題が二つ並ばない', async () => {
    const lines = [
      { text: '個票', size: 'large' },
      { text: '全 65 枚', size: 'middle' },
    ] as const
    const door = aSection({ name: '個票', title: null, outline: 1, blocks: [{ kind: 'cover', lines }] })
    const { document } = await parts(aReport({ sections: [door] }))
    expect(document.match(/>個票</g)).toHaveLength(1)
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*>個票</)
    expect(document).not.toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*>全 65 枚</)
  })

  test('図の言うことは、すぐ下の値の表と頁を分けない', async () => {
    const chart = { kind: 'chart', chart: aChart() } as const
    const held = async (...blocks: Section['blocks']) =>
      /<w:p><w:pPr><w:pStyle w:val="ReportNote"\/>(<w:keepNext(?: w:val="false")?\/>)?/.exec(
        (await parts(ofBlocks(...blocks))).document,
      )?.[1]
    expect(await held(chart, { kind: 'table', table: aTable(1) })).toBe('<w:keepNext/>')
    expect(await held(chart)).not.toBe('<w:keepNext/>')
  })

  test('文で始まる箇条には印が付き、印で始まる箇条には重ねない', async () => {
    const { document } = await parts(ofBlocks({ kind: 'list', items: ['相談の窓口を増やす', '◎ 目標を上回る'] }))
    expect(document.match(/<w:numPr>/g)).toHaveLength(1)
  })

  test('日本語の文書で、書体がないときの代わりも書いてある', async () => {
    const { part } = await parts(aReport(), { font: 'biz-ud' })
    const styles = part('word/styles.xml')
    expect(styles).toContain('<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>')
    expect(styles).toContain('<w:pPrDefault><w:pPr><w:kinsoku/>')
    expect(styles).toContain('w:eastAsia="BIZ UDPゴシック"')
    expect(part('word/fontTable.xml')).toMatch(
      /<w:font w:name="BIZ UDPゴシック"><w:altName w:val="BIZ UDPGothic,游ゴシック/,
    )
    expect(part('word/settings.xml')).toContain('<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>')
  })

  test('同じ帳票からは、いつ作っても同じバイト列ができる', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-01T10:00:00Z') })
    const first = await write(aReport())
    vi.setSystemTime(new Date('2027-11-25T23:59:00Z'))
    expect(Buffer.from(await write(aReport())).equals(Buffer.from(first))).toBe(true)
    const { part } = await parts(aReport())
    expect(part('docProps/core.xml').match(/2026-11-25T09:00:00Z/g)).toHaveLength(2)
  })

  test('六十五枚の個票と表紙・目次が、一つの文書になる', async () => {
    const [cover, contents, , , sheet] = aReport().sections
    if (!cover || !contents || !sheet) throw new Error('the sections of aReport were expected')
    const sheets = Array.from({ length: 65 }, (_, at) => ({ ...sheet, key: `sheet-${at}`, name: `個票 ${at + 1}` }))
    const { document, names } = await parts(aReport({ sections: [cover, contents, ...sheets] }))
    expect(document.match(/<w:sectPr/g)).toHaveLength(67)
    expect(document.match(/<w:tbl>/g)).toHaveLength(65)
    expect(document.match(/PAGEREF/g)).toHaveLength(65)
    // 頁の上下は、紙の幅の変わるところと表紙の後にだけ新しくする。
    expect(names.filter((name) => /word\/(?:header|footer)\d/.test(name))).toHaveLength(3)
  })

  test('章ごとに進みを知らせ、取り止めたらそのわけで投げる', async () => {
    const seen: string[] = []
    const stop = new AbortController()
    const reason = new Error('取り止め')
    const progress = (done: number, of: number) => {
      seen.push(`${done}/${of}`)
      if (done === 2) stop.abort(reason)
    }
    await expect(write(aReport(), { signal: stop.signal, progress })).rejects.toBe(reason)
    expect(seen).toEqual(['1/6', '2/6'])
  })
})

describe('図', () => {
  test('Word の図になり、値のない年は空け、目標は破線で引く', async () => {
    const { part } = await parts(ofBlocks({ kind: 'chart', chart: aChart() }))
    const chart = part('word/charts/chart1.xml')
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>')
    expect(chart).toContain('<c:barChart>')
    expect(chart).toMatch(/<c:lineChart>.*目標（R6）1,300件/)
    expect(chart).toContain('<c:min val="0"/>')
  })

  test('図の言うことの文は、図の代わりの説明にも、図の下にも入る', async () => {
    const { document } = await parts(ofBlocks({ kind: 'chart', chart: aChart() }))
    expect(document).toMatch(/<wp:docPr [^>]*descr="店を開いた事業者の数は、令和元年度/)
    expect(document).toContain('<w:t xml:space="preserve">店を開いた事業者の数は、令和元年度')
  })

  test('値の系列のない図は、文だけになる', async () => {
    const { document } = await parts(ofBlocks({ kind: 'chart', chart: aChart({ series: [] }) }))
    expect(document).not.toContain('<c:chart')
    expect(document).toContain('店を開いた事業者の数は、')
  })
})

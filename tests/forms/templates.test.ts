import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { actualFor, finalTarget } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { printFigure } from '#domain/quantity/print-figure.ts'
import { type SampleName, sampleEdition } from '#operations/a-sample-edition.ts'
import { checkTemplate } from '#operations/own-form.ts'
import { starterNames, starterTemplate } from '#reports/templates/starters/starter.ts'
import { filled, opened, partNames, partOf, rowsIn } from './templates/a-template.ts'

// ひな形を市の人が直し、様式として返し、差し込んだものを、書いたものとは別の読み手（exceljs・mammoth・XML）で読む。

const file = (name: string) => new Uint8Array(readFileSync(new URL(`templates/${name}`, import.meta.url)))

const cities = {
  'progress-table': '152081-ojiya',
  'kpi-summary': '012262-sunagawa',
  'revision-overview': '052124-daisen',
  'project-sheets': '412058-imari',
  'priority-goals': '202037-ueda',
} as const satisfies Record<(typeof starterNames)[number], SampleName>

/** 読み手は段落の中の改行を捨てるので、空白を除いて比べる。 */
const plain = (text: string): string => text.replace(/\s+/g, '')

/** 升目に入る数か字。数一つなら数として入る。 */
const inCell = (figure: Figure | undefined): string | number => {
  if (!figure) return '―'
  const text = printFigure(figure)
  if (text === '') return '―'
  const single = !figure.parts && !figure.secondary && figure.upTo === undefined && figure.outOf === undefined
  return single && figure.value !== null ? Number(figure.value) : text
}

describe('直した様式（LibreOffice で列を足し、ロゴを置き、グラフを描き、入力規則を付け、保護したもの）', async () => {
  const template = file('edited-progress-table.xlsx')
  const edition = sampleEdition('152081-ojiya')
  const out = await filled(template, '152081-ojiya')
  const book = await opened(out)
  const main = book.getWorksheet('進捗状況一覧表')
  const flat = book.getWorksheet('グラフ')
  if (!main || !flat) throw new Error('シートがない')

  test('確かめを通り、印の数を言う', () => {
    expect(checkTemplate('様式.xlsx', template)).toMatchObject({ ok: true, value: { format: 'xlsx', notes: [] } })
  })

  test('どのシートにも印は残らず、「書き方」のシートも残らない', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(['進捗状況一覧表', 'グラフ'])
    const texts = book.worksheets.flatMap((sheet) => rowsIn(sheet).flat()).map((value) => JSON.stringify(value))
    expect(texts.filter((text) => /\{\{|\}\}/.test(text))).toEqual([])
  })

  test('どの指標の、どの年度の実績も、版の値のまま数として入る', () => {
    const years = [2020, 2021, 2022, 2023, 2024]
    const header = rowsIn(main).find((row) => row[0] === '指標名')
    expect(header?.slice(5, 10)).toEqual(['令和2年度', '令和3年度', '令和4年度', '令和5年度', '令和6年度'])
    const rows = rowsIn(main).filter((row) => row[4] === '実績')
    const printed = rows.map((row) => [row[0], row[2], row[3], ...row.slice(5, 10)])
    const expected = edition.content.indicators.map((indicator) => [
      indicator.name + (indicator.repeatOf === null ? '' : '（再掲）'),
      inCell(indicator.baseline ?? undefined),
      inCell(finalTarget(indicator)),
      ...years.map((year) => inCell(actualFor(indicator, year))),
    ])
    const sorted = (all: readonly (readonly unknown[])[]) => all.map((row) => JSON.stringify(row)).toSorted()
    expect(sorted(printed)).toEqual(sorted(expected))
    expect(rows.length).toBe(84)
  })

  test('印刷された達成率 300 個が、一つ残らず入る', () => {
    const rows = rowsIn(main)
    const shown = rows.flatMap((row, index) =>
      row[4] === '実績' ? [{ name: rows[index]?.[0], rates: rows[index + 1]?.slice(5, 10) }] : [],
    )
    const rate = (indicator: Indicator, year: number) => {
      const printed = indicator.rates.find((each) => each.year === year)?.printed
      return printed === undefined ? '―' : Number(printed)
    }
    const expected = edition.content.indicators.map((indicator) => ({
      name: indicator.name + (indicator.repeatOf === null ? '' : '（再掲）'),
      rates: [2020, 2021, 2022, 2023, 2024].map((year) => rate(indicator, year)),
    }))
    const sorted = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).toSorted()
    expect(sorted(shown)).toEqual(sorted(expected))
    expect(expected.flatMap(({ rates }) => rates).filter((each) => each !== '―')).toHaveLength(300)
  })

  test('足した列に、対象年度の実績が入る', () => {
    const column =
      rowsIn(main)
        .find((row) => row[0] === '指標名')
        ?.indexOf('対象年度の実績') ?? -1
    const rows = rowsIn(main).filter((row) => row[4] === '実績')
    expect(column).toBe(12)
    expect(rows.every((row) => row[column] === row[8])).toBe(true)
  })

  test('数の見え方は書かれたとおりの字面になる（「47件」）', () => {
    const cell = main.getCell('I7')
    expect([cell.value, cell.numFmt]).toEqual([47, expect.stringContaining('"件"')])
  })

  test('ロゴは元の所に、表の下の判は増えた行の分だけ下に、同じ大きさで残る', () => {
    expect(main.getImages()).toHaveLength(2)
    const [logo, seal] = main.getImages().map(({ range }) => range)
    expect(logo?.tl.nativeRow).toBe(0)
    expect(seal?.tl.nativeRow).toBeGreaterThan(main.rowCount - 5)
    expect(partNames(out).filter((name) => name.startsWith('xl/media/'))).toEqual(
      partNames(template).filter((name) => name.startsWith('xl/media/')),
    )
    expect(partOf(out, 'xl/drawings/drawing1.xml')).toContain('<a:ext cx="540000" cy="540000"/>')
  })

  test('グラフの範囲は増えた行のすべてになり、覚えの値も版の値になる', () => {
    const chart = partOf(out, 'xl/charts/chart1.xml')
    const ranges = [...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, range]) => range)
    expect(ranges).toEqual([
      'グラフ!$B$1',
      'グラフ!$A$2:$A$85',
      'グラフ!$B$2:$B$85',
      'グラフ!$C$1',
      'グラフ!$A$2:$A$85',
      'グラフ!$C$2:$C$85',
    ])
    const [cache = ''] = /<c:numCache>.*?<\/c:numCache>/s.exec(chart) ?? []
    const points = [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [at, value])
    const numbers = edition.content.indicators.flatMap((indicator, at) => {
      const value = inCell(actualFor(indicator, 2023))
      return typeof value === 'number' ? [[String(at), String(value)]] : []
    })
    expect(points.map(([at, value]) => [at, String(Number(value))])).toEqual(numbers)
    expect(chart).toContain('<a:t>実績と目標（令和5年度）</a:t>')
    expect(chart).toContain('<c:barChart>')
  })

  test('入力規則・条件付き書式は、増えた行のすべてに効く', () => {
    expect(flat.getCell('B2').dataValidation).toMatchObject({ type: 'decimal', error: '0 以上の数を入れてください。' })
    expect(flat.getCell('B85').dataValidation).toMatchObject({ type: 'decimal' })
    expect(flat.getCell('B86').dataValidation).toBeUndefined()
    const rows = rowsIn(main).flatMap((row, index) => (row[4] === '実績' ? [index + 1] : []))
    for (const row of rows) expect(main.getCell(row, 14).dataValidation).toMatchObject({ type: 'list' })
    expect(partOf(out, 'xl/worksheets/sheet2.xml')).toMatch(/<conditionalFormatting sqref="B2:B85">/)
  })

  test('数式は増えた行を数え、前の答えは残さず、開いたときに計算し直す', () => {
    expect(flat.getCell('B86').value).toEqual({ formula: 'COUNTA(A2:A85)' })
    expect(partOf(out, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  test('保護・印刷範囲・印刷タイトル・紙・結合・列の幅は残る', () => {
    expect(partOf(out, 'xl/worksheets/sheet1.xml')).toMatch(/<sheetProtection sheet="true"/)
    expect(main.pageSetup).toMatchObject({ printTitlesRow: '5:5', paperSize: 8, orientation: 'landscape' })
    expect(main.pageSetup.printArea).toBe(`A1:N${main.rowCount}`)
    expect(main.getCell('A7').isMerged && main.getCell('A8').master.address).toBe('A7')
    const columns = (bytes: Uint8Array) => /<cols>.*?<\/cols>/s.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[0]
    expect(columns(out)).toBe(columns(template))
  })
})

describe.each(starterNames)('直していないひな形 %s', (form) => {
  test.each(['xlsx', 'docx'] as const)('%s に差し込むと、印も「書き方」も残らない', async (format) => {
    const bytes = await starterTemplate(form, format)
    const out = await filled(bytes, cities[form], {}, `ひな形.${format}`)
    const text =
      format === 'docx'
        ? (await mammoth.extractRawText({ buffer: Buffer.from(out) })).value
        : JSON.stringify((await opened(out)).worksheets.map(rowsIn))
    expect(text).toContain(sampleEdition(cities[form]).municipality.name)
    expect(text).not.toMatch(/\{\{|\}\}|様式の書き方/)
  })

  test('同じひな形は同じバイト列', async () => {
    expect(await starterTemplate(form, 'xlsx')).toEqual(await starterTemplate(form, 'xlsx'))
  })
})

describe('ひな形の値', () => {
  test('砂川市：事業数 48・KPI数 46、期間の合計と、年度ごとの目標', async () => {
    const out = await filled(await starterTemplate('kpi-summary', 'xlsx'), '012262-sunagawa')
    const rows = rowsIn((await opened(out)).worksheets[0] ?? expect.fail('シートがない'))
    const totals = rows.map((row) => row[0]).filter((text) => /^(?:小計|合計)/.test(String(text)))
    expect(totals).toEqual([
      '小計　事業数：9　ＫＰＩ数：8',
      '小計　事業数：7　ＫＰＩ数：9',
      '小計　事業数：16　ＫＰＩ数：15',
      '小計　事業数：16　ＫＰＩ数：14',
      '合計　事業数：48　ＫＰＩ数：46',
    ])
    const at = rows.findIndex((row) => row[1] === '研修終了者数')
    expect(rows[at]?.slice(2, 11)).toEqual([1, '目標', 7, 7, 7, 7, 7, 35, 20])
    expect(rows[at + 1]?.slice(3, 10)).toEqual(['実績', 7, '―', '―', '―', '―', 7])
  })

  test('大仙市：評価区分ごとの件数。空欄は「―」で、0 と書かない', async () => {
    const out = await filled(await starterTemplate('revision-overview', 'xlsx'), '052124-daisen')
    const rows = rowsIn((await opened(out)).worksheets[0] ?? expect.fail('シートがない')).map((row) =>
      row.filter((value) => value !== null),
    )
    const counts = rows.filter((row) => row[1] === 'KPI' || row[1] === '数値目標').map((row) => row.slice(1))
    const dashed = (value: number | null | undefined) => value ?? '―'
    expect(counts).toEqual(
      sampleEdition('052124-daisen').content.grades.map(({ class: kind, counts: each }) => [
        kind,
        ...['A', 'B', 'C', 'D'].map((grade) => dashed(each[grade])),
        Object.values(each).reduce<number>((sum, value) => sum + (value ?? 0), 0),
      ]),
    )
    expect(counts).toContainEqual(['KPI', 18, 21, 15, 1, 55])
  })

  test('伊万里市：個票 65 枚が、番号の順に、指標と年度ごとの取組とともに入る', async () => {
    const out = await filled(await starterTemplate('project-sheets', 'docx'), '412058-imari', {}, '個票.docx')
    const text = plain((await mammoth.extractRawText({ buffer: Buffer.from(out) })).value)
    const missing: string[] = []
    const sheets = sampleEdition('412058-imari').content.projects.filter(({ shownIn }) => shownIn === 'sheet')
    expect(sheets).toHaveLength(65)
    let from = 0
    for (const { name, content, years } of sheets) {
      const at = text.indexOf(plain(name), from)
      expect(at, name).toBeGreaterThanOrEqual(from)
      from = at
      for (const words of [content, ...years.flatMap(({ items }) => items)])
        if (words && !text.includes(plain(words))) missing.push(words)
    }
    expect(missing).toEqual([])
    // 65 枚のうち、二枚目からは頁を改める。
    expect(partOf(out, 'word/document.xml').match(/<w:pageBreakBefore\/>/g)).toHaveLength(64)
  })

  test('上田市：重点目標・取組項目・進捗・市長指示事項のすべての文', async () => {
    const out = await filled(await starterTemplate('priority-goals', 'docx'), '202037-ueda', {}, '調書.docx')
    const text = (await mammoth.extractRawText({ buffer: Buffer.from(out) })).value
    const { priorityGoals, instructions, legends = [] } = sampleEdition('202037-ueda').content
    const words = [
      ...priorityGoals.flatMap(({ title, items }) => [
        title,
        ...items.flatMap((item) => [item.title, ...item.targets, ...item.progress]),
      ]),
      ...instructions,
      ...legends.flatMap(({ meanings }) => meanings),
    ]
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((each) => !plain(text).includes(plain(each)))).toEqual([])
  })
})

describe('Writer で保存し直した様式（印がいくつもの続きに分かれている）', () => {
  test('差し込めて、印は残らない', async () => {
    const bytes = file('writer-project-sheets.docx')
    const out = await filled(bytes, '412058-imari', {}, '個票.docx')
    const text = (await mammoth.extractRawText({ buffer: Buffer.from(out) })).value
    expect(text).not.toMatch(/\{\{|\}\}|様式の書き方/)
    expect(text).toContain('新規就農者支援事業')
  })
})

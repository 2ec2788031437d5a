import type ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { aWorkbook, filled, opened, partOf, rowsIn, withParts } from './a-template.ts'

// 行が増えても、様式に人が置いたものが付いて来るか。exceljs で作り、差し込んだものを exceljs と XML で読む。

const first = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> =>
  (await opened(bytes)).worksheets[0] ?? expect.fail('シートがない')

/** 大仙市の評価集計（10 行）を差し込む様式。 */
const gradeCells = {
  A1: '評価集計',
  A2: '{{#評価集計}}{{種別}}',
  B2: '{{件数 A}}',
  C2: '{{件数 B}}{{/評価集計}}',
  A3: '計',
}

describe('数式', () => {
  test('合計は増えた行のすべて、行の中の式は同じ行、絶対の参照はそのまま', async () => {
    const bytes = await aWorkbook(gradeCells, (sheet) => {
      sheet.getCell('E1').value = 100
      sheet.getCell('D2').value = { formula: 'B2/$E$1+C2' }
      sheet.getCell('B3').value = { formula: 'SUM(B2:B2)', result: 999 }
      sheet.getCell('C3').value = { formula: 'SUM(C2)' }
      sheet.getCell('B5').value = { formula: 'B3*2' }
    })
    const sheet = await first(await filled(bytes, '052124-daisen'))
    const formulas = ['D2', 'D11', 'B12', 'C12', 'B14'].map((cell) => sheet.getCell(cell).formula)
    expect(formulas).toEqual(['B2/$E$1+C2', 'B11/$E$1+C11', 'SUM(B2:B11)', 'SUM(C2:C11)', 'B12*2'])
    expect(sheet.getCell('B12').result).toBeUndefined()
  })

  test('共有された数式と、ほかのシートからの参照', async () => {
    const bytes = await aWorkbook(gradeCells, (sheet, book) => {
      sheet.fillFormula('D2:D3', 'B2+C2', [])
      book.addWorksheet('まとめ').getCell('A1').value = { formula: "SUM('様式'!B2:B2)+様式!B3" }
    })
    const book = await opened(await filled(bytes, '052124-daisen'))
    const sheet = book.getWorksheet('様式')
    expect(['D2', 'D7', 'D12'].map((cell) => sheet?.getCell(cell).formula)).toEqual(['B2+C2', 'B7+C7', 'B12+C12'])
    expect(book.getWorksheet('まとめ')?.getCell('A1').formula).toBe("SUM('様式'!B2:B11)+様式!B12")
  })

  test('間に帯や小計のある合計は、指標の行だけを並べて足す', async () => {
    const cells = {
      A1: '{{#基本目標}}{{基本目標}}',
      A2: '{{#数値目標}}{{指標名}}',
      B2: '{{目標値}}{{/数値目標}}',
      A3: '小計',
      A4: '{{/基本目標}}',
      A5: '合計',
    }
    const bytes = await aWorkbook(cells, (sheet) => {
      sheet.getCell('B3').value = { formula: 'SUM(B2:B2)' }
      sheet.getCell('B5').value = { formula: 'SUM(B2:B2)' }
    })
    const sheet = await first(await filled(bytes, '012262-sunagawa'))
    const rows = rowsIn(sheet)
    const at = (label: string) => rows.flatMap((row, index) => (row[0] === label ? [index + 1] : []))
    const subtotals = at('小計')
    expect(subtotals).toHaveLength(4)
    expect(subtotals.map((row) => sheet.getCell(row, 2).formula)).toEqual(
      subtotals.map((row) => `SUM(B${row - 1}:B${row - 1})`),
    )
    expect(sheet.getCell(at('合計')[0] ?? 0, 2).formula).toBe(
      `SUM(${subtotals.map((row) => `B${row - 1}:B${row - 1}`).join(',')})`,
    )
  })
})

describe('結合・名前・リンク・コメント・テーブル', () => {
  test('繰り返しの中の結合は一件ごと、外にまたがる結合は伸びる', async () => {
    const bytes = await aWorkbook(
      { A1: '区分', B2: '{{#評価集計}}{{種別}}', B3: '{{件数 A}}{{/評価集計}}', A5: '下' },
      (sheet) => {
        sheet.mergeCells('B2:C2')
        sheet.mergeCells('D2:D3')
        sheet.mergeCells('A1:A3')
        sheet.mergeCells('A5:C5')
      },
    )
    const sheet = await first(await filled(bytes, '052124-daisen'))
    const merges = [
      ...partOf(await filled(bytes, '052124-daisen'), 'xl/worksheets/sheet1.xml').matchAll(/<mergeCell ref="([^"]*)"/g),
    ].map(([, ref]) => ref)
    expect(merges).toEqual(
      expect.arrayContaining(['B2:C2', 'B4:C4', 'B20:C20', 'D2:D3', 'D20:D21', 'A1:A21', 'A23:C23']),
    )
    expect(merges).toHaveLength(10 + 10 + 2)
    expect(sheet.getCell('A23').value).toBe('下')
  })

  test('名前・印刷範囲・絞り込み・固定の行', async () => {
    const bytes = await aWorkbook(gradeCells, (sheet, book) => {
      book.definedNames.add('様式!$B$2', '件数')
      book.definedNames.add('様式!$A$3', '計の行')
      sheet.pageSetup.printArea = 'A1:C3'
      sheet.autoFilter = 'A1:C2'
      sheet.views = [{ state: 'frozen', ySplit: 1 }]
    })
    const out = await filled(bytes, '052124-daisen')
    const book = await opened(out)
    expect(book.definedNames.getRanges('件数').ranges).toEqual(["'様式'!$B$2:$B$11"])
    expect(book.definedNames.getRanges('計の行').ranges).toEqual(["'様式'!$A$12"])
    expect(book.worksheets[0]?.pageSetup.printArea).toBe('A1:C12')
    expect(book.worksheets[0]?.autoFilter).toBe('A1:C11')
    expect(book.worksheets[0]?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
  })

  test('下のコメント・リンク・テーブルは増えた分だけ下がる', async () => {
    const bytes = await aWorkbook(gradeCells, (sheet) => {
      sheet.getCell('A3').note = '足した数'
      sheet.getCell('A4').value = { text: '市の頁', hyperlink: 'https://example.jp/' }
      sheet.addTable({
        name: '表1',
        ref: 'A6',
        headerRow: true,
        columns: [{ name: '甲' }, { name: '乙' }],
        rows: [['い', 1]],
      })
    })
    const out = await filled(bytes, '052124-daisen')
    const sheet = await first(out)
    expect(sheet.getCell('A12').note).toBe('足した数')
    expect(sheet.getCell('A13').hyperlink).toBe('https://example.jp/')
    expect(partOf(out, 'xl/tables/table1.xml')).toMatch(/ref="A15:B16"/)
    expect(partOf(out, 'xl/drawings/vmlDrawing1.vml')).toMatch(/<x:Row>11<\/x:Row>/)
  })

  test('スパークラインは一件ごとにできる', async () => {
    const bytes = await aWorkbook(gradeCells)
    const group =
      '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>様式!B2:C2</xm:f><xm:sqref>D2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>'
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml').replace('</worksheet>', `${group}</worksheet>`)
    const out = partOf(
      await filled(withParts(bytes, { 'xl/worksheets/sheet1.xml': xml }), '052124-daisen'),
      'xl/worksheets/sheet1.xml',
    )
    expect(out.match(/<x14:sparkline>/g)).toHaveLength(10)
    expect(out).toContain('<xm:f>様式!B11:C11</xm:f><xm:sqref>D11</xm:sqref>')
  })
})

describe('字と見た目', () => {
  test('升目の中の書体の違いは残り、差し込んだ字は印の初めの字の書体になる', async () => {
    const bytes = await aWorkbook({}, (sheet) => {
      sheet.getCell('A1').value = {
        richText: [
          { text: '計画：' },
          { font: { bold: true }, text: '{{計画' },
          { text: '名}}' },
          { font: { italic: true }, text: '（写し）' },
        ],
      }
    })
    const sheet = await first(await filled(bytes, '152081-ojiya'))
    expect(sheet.getCell('A1').value).toMatchObject({
      richText: [
        { text: '計画：' },
        { font: { bold: true }, text: '小千谷市総合戦略(改訂版)' },
        { font: { italic: true }, text: '（写し）' },
      ],
    })
  })

  test('人の付けた表示形式で正しく見える数はそのまま、見えない数は字面のとおりに', async () => {
    const cells = { A1: '{{#評価集計}}{{件数 A}}', B1: '{{割合 A}}', C1: '{{割合 A}}{{/評価集計}}' }
    const bytes = await aWorkbook(cells, (sheet) => {
      sheet.getCell('A1').numFmt = '#,##0'
      sheet.getCell('B1').numFmt = '0.0%'
      sheet.getCell('C1').numFmt = '0'
    })
    const sheet = await first(await filled(bytes, '052124-daisen'))
    // 二行目は KPI：A 8 件、計 20 件で 40.0％。
    expect([sheet.getCell('A2').value, sheet.getCell('A2').numFmt]).toEqual([8, '#,##0'])
    expect([sheet.getCell('B2').value, sheet.getCell('B2').numFmt]).toEqual([0.4, '0.0%'])
    expect([sheet.getCell('C2').value, sheet.getCell('C2').numFmt]).toEqual([40, expect.stringContaining('0.0"％"')])
    // 一行目は数値目標で、A は空欄。0 と書かない。
    expect(sheet.getCell('A1').value).toBe('―')
  })

  test('`=` で始まる値も、式にはならない', async () => {
    const sheet = await first(
      await filled(await aWorkbook({ A1: '{{資料番号}}' }), '152081-ojiya', { documentNumber: '=1+1' }),
    )
    expect(sheet.getCell('A1').value).toBe('=1+1')
  })

  test('収まらない字の行は広がり、改行は折り返しになる', async () => {
    const bytes = await aWorkbook({ A1: '{{#重点目標}}{{#取組項目}}{{進捗状況|改行}}{{/取組項目}}{{/重点目標}}' })
    const sheet = await first(await filled(bytes, '202037-ueda'))
    expect(sheet.getCell('A1').alignment?.wrapText).toBe(true)
    expect(sheet.getRow(1).height).toBeGreaterThan(100)
  })

  test('ヘッダーの字に差し込み、「&」は逃がす', async () => {
    const bytes = await aWorkbook({ A1: '{{計画名}}' }, (sheet) => {
      sheet.headerFooter.oddHeader = '&L&"游ゴシック"{{市町村名}}&R{{資料番号|空白}}'
    })
    const sheet = await first(await filled(bytes, '152081-ojiya', { documentNumber: '資料1 & 2' }))
    expect(sheet.headerFooter.oddHeader).toBe('&L&"游ゴシック"小千谷市&R資料1 && 2')
  })

  test('改ページは、その行の後', async () => {
    const bytes = await aWorkbook({ A1: '{{#評価集計}}{{種別}}', A2: '{{件数 A}}{{改ページ}}', A3: '{{/評価集計}}' })
    const out = partOf(await filled(bytes, '052124-daisen'), 'xl/worksheets/sheet1.xml')
    expect([...out.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id))).toEqual([
      2, 4, 6, 8, 10, 12, 14, 16, 18, 20,
    ])
    expect(out.indexOf('<rowBreaks')).toBeGreaterThan(out.indexOf('<pageMargins'))
  })
})

describe('一件もない繰り返し', () => {
  test('いちばん外なら空の行を一つ残し、合計の数式は行き先を失わない', async () => {
    const bytes = await aWorkbook(gradeCells, (sheet) => {
      sheet.getCell('B3').value = { formula: 'SUM(B2:B2)' }
    })
    const sheet = await first(await filled(bytes, '152081-ojiya'))
    expect(rowsIn(sheet).map((row) => row[0])).toEqual(['評価集計', null, '計'])
    expect(sheet.getCell('B3').formula).toBe('SUM(B2:B2)')
  })

  test('当てはまらない条件の行は消え、下が上がる', async () => {
    const bytes = await aWorkbook({
      A1: '{{?資料番号}}',
      A2: '番号 {{資料番号}}',
      A3: '{{/?}}',
      A4: '{{?資料番号 なし}}番号なし{{/?}}',
    })
    expect(rowsIn(await first(await filled(bytes, '152081-ojiya'))).map((row) => row[0])).toEqual(['番号なし'])
    const numbered = await first(await filled(bytes, '152081-ojiya', { documentNumber: '資料1' }))
    expect(rowsIn(numbered).map((row) => row[0])).toEqual(['番号 資料1', null])
  })
})

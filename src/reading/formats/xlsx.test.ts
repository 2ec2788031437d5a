import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import type { Cell, SourceDocument } from '../document.ts'
import { openDocument } from '../open-document.ts'
import { type BuiltEntry, textRow, workbookEntries, zipOf } from './built-files.ts'
import { cellAddress, parseCellAddress } from './cell-address.ts'
import { sizeLimits } from './size-limits.ts'

const opened = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const result = await openDocument('進捗.xlsx', bytes)
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const result = await openDocument('進捗.xlsx', bytes)
  if (result.ok) return 'opened'
  expect(problemInWords(result.problem, 'ja')).toMatch(/^進捗\.xlsx .*。$/)
  expect(problemInWords(result.problem, 'en')).toMatch(/\.$/)
  return result.problem.code
}
const cellAt = (document: SourceDocument, address: string, page = 0): Cell | undefined => {
  const at = parseCellAddress(address)
  return at ? document.pages[page]?.lines[at.row]?.cells[at.column] : undefined
}
type Written = Parameters<typeof writeXlsx>[0]['sheets'][number]
const written = (sheet: Partial<Written>): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '指標', ...sheet } as Written] })
const book = (rows: string, more: readonly BuiltEntry[] = []): Uint8Array =>
  zipOf(workbookEntries([['指標', rows]], more))

describe('表計算を開く', () => {
  test('升目の所在はシートと番地、列は飛ばない', async () => {
    const document = await opened(await written({ rows: [['目標名', null, 'R5'], [], ['移住者', null, 12]] }))
    expect(document.format).toBe('xlsx')
    expect(document.pages[0]?.name).toBe('指標')
    expect(document.pages[0]?.lines.map(({ number, text }) => [number, text])).toEqual([
      [1, '目標名\t\tR5'],
      [2, ''],
      [3, '移住者\t\t12'],
    ])
    for (const line of document.pages[0]?.lines ?? [])
      expect(line.cells.every(({ column }, at) => column === at)).toBe(true)
    expect(cellAt(document, 'C3')).toEqual({ column: 2, text: '12', place: { sheet: '指標', cell: 'C3' }, value: '12' })
  })

  test('字面は画面に出ている字、元の数は value に', async () => {
    const style = (value: number | Date, numFmt: string) => ({ value, type: 'number' as const, style: { numFmt } })
    const cells = new Map([
      ['0,0', style(2588, '#,##0')],
      ['0,1', style(0.80375, '0.0%')],
      ['0,2', style(-350, '#,##0;"△"#,##0')],
      ['0,3', style(80.375, '0.0')],
      ['0,4', style(new Date(Date.UTC(2026, 3, 1)), '[$-411]ggge"年"m"月"d"日"')],
    ])
    const document = await opened(
      await written({
        rows: [[2588, 0.80375, -350, 80.375, new Date(Date.UTC(2026, 3, 1))]],
        cells,
      } as Partial<Written>),
    )
    expect(document.pages[0]?.lines[0]?.text).toBe('2,588\t80.4%\t△350\t80.4\t令和8年4月1日')
    expect(cellAt(document, 'D1')?.value).toBe('80.375')
    expect(document.remarks).toEqual([])
  })

  test('番号だけの表示形式には、日本語の環境の中身を当てる', async () => {
    const styles =
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="38"/><xf numFmtId="58"/><xf numFmtId="57"/></cellXfs></styleSheet>'
    const relations = `<Relationships>${['worksheet', 'styles'].map((kind) => `<Relationship Id="${kind}" Type="x/${kind}" Target="${kind}.xml"/>`).join('')}</Relationships>`
    const document = await opened(
      zipOf([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: 'xl/workbook.xml',
          content: '<workbook><sheets><sheet name="和暦" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        },
        { name: 'xl/_rels/workbook.xml.rels', content: relations },
        { name: 'xl/styles.xml', content: styles },
        {
          name: 'xl/worksheet.xml',
          content:
            '<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>46113</v></c><c r="B1" s="2"><v>-1234</v></c><c r="C1" s="3"><v>46113</v></c><c r="D1" s="4"><v>46113</v></c></row></sheetData></worksheet>',
        },
      ]),
    )
    expect(document.pages[0]?.lines[0]?.text).toBe('2026/4/1\t-1,234\t令和8年4月1日\tR8.4.1')
  })

  test('結合は左上だけが字を持ち、広がりを持つ', async () => {
    const document = await opened(
      await written({
        rows: [
          ['基本目標', '隠れた字', '指標'],
          [null, null, '移住者'],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }],
      }),
    )
    expect(cellAt(document, 'A1')).toMatchObject({ text: '基本目標', span: { rows: 2, columns: 2 } })
    expect(cellAt(document, 'B1')).toEqual({ column: 1, text: '', place: { sheet: '指標', cell: 'B1' } })
    expect(cellAt(document, 'C2')?.text).toBe('移住者')
  })

  test('隠れた行・列・シートは、読んで印を付け、知らせる', async () => {
    const document = await opened(
      await writeXlsx({
        sheets: [
          {
            name: '指標',
            rows: [
              ['a', 'b'],
              ['c', 'd'],
            ],
            columns: [{}, { hidden: true }],
            rowDefs: new Map([[1, { hidden: true }]]),
          },
          { name: '裏', rows: [['e']], hidden: true },
        ],
      }),
    )
    expect(document.pages[0]?.lines[1]?.hidden).toBe(true)
    expect(cellAt(document, 'B1')?.hidden).toBe(true)
    expect(document.pages[1]?.hidden).toBe(true)
    expect(document.remarks.map(({ message, places }) => [message.code, places])).toEqual([
      ['hidden-rows', [{ sheet: '指標', cell: 'A2' }]],
      ['hidden-columns', [{ sheet: '指標', cell: 'B1' }]],
      ['hidden-sheet', [{ sheet: '裏', cell: 'A1' }]],
    ])
  })

  test('式は保存された結果、誤りは字のまま、知らない形式は元の数で知らせる', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>A1</f></c><c r="D1" t="str"><f>"x"</f><v>達成</v></c><c r="E1" t="b"><v>1</v></c></row>'
    const document = await opened(book(rows))
    expect(document.pages[0]?.lines[0]?.text).toBe('2\t#REF!\t\t達成\tTRUE')
    expect(document.remarks.map(({ message, places }) => [message.code, places])).toEqual([
      ['cell-error', [{ sheet: '指標', cell: 'B1' }]],
      ['formula-without-value', [{ sheet: '指標', cell: 'C1' }]],
    ])
  })

  test('ふりがなは字に混ぜず、改行は残し、一行の字面では空白にする', async () => {
    const strings =
      '<sst><si><t>小千谷</t><rPh sb="0" eb="3"><t>オヂヤ</t></rPh></si><si><r><t>目標</t></r><r><t xml:space="preserve">&#10;値 </t></r></si></sst>'
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    const document = await opened(book(rows, [{ name: 'xl/sharedStrings.xml', content: strings }]))
    expect(cellAt(document, 'B1')?.text).toBe('目標\n値')
    expect(document.pages[0]?.lines[0]?.text).toBe('小千谷\t目標 値')
  })

  test('対にならないサロゲートと NUL は U+FFFD にして知らせる', async () => {
    const document = await opened(book(textRow('移住&#xD842;者_x0000_')))
    expect(cellAt(document, 'A1')?.text).toBe('移住\uFFFD者\uFFFD')
    expect(document.remarks[0]?.message.code).toBe('unreadable-characters')
  })

  test('広く引いた罫線・A1:XFD1048576 の申告・端だけの列定義があっても、字のあるところだけを読む', async () => {
    const rows = `${textRow('目標')}<row r="2"><c r="A2" s="0"/><c r="XFD2" s="0"></c></row><row r="1048576" ht="20"/>`
    const document = await opened(book(rows))
    expect(document.pages[0]?.lines.map(({ text }) => text)).toEqual(['目標'])
  })

  test('番地を省いた升目は並びの順', async () => {
    const document = await opened(
      book('<row><c t="str"><v>a</v></c><c/><c t="str"><v>b</v></c></row><row><c><v>3</v></c></row>'),
    )
    expect(document.pages[0]?.lines.map(({ text }) => text)).toEqual(['a\t\tb', '3'])
  })

  test('名前空間の接頭辞のある部品（x:sheetData）も読む', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>目標</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    const document = await opened(book('', [{ name: 'xl/worksheets/sheet1.xml', content: sheet }]))
    expect(cellAt(document, 'A1')).toMatchObject({ text: '目標', span: { rows: 1, columns: 2 } })
  })

  test('グラフだけのシートは飛ばし、表のシートを読む', async () => {
    const workbook =
      '<workbook><sheets><sheet name="グラフ" sheetId="9" r:id="rId9"/><sheet name="指標" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const document = await opened(book(textRow('目標'), [{ name: 'xl/workbook.xml', content: workbook }]))
    expect(document.pages.map(({ name }) => name)).toEqual(['指標'])
  })
})

describe('表計算の断り', () => {
  const good = zipOf(workbookEntries([['指標', textRow('目標')]]))
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
  const sheetEntry = (content: string | Uint8Array): BuiltEntry => ({ name: 'xl/worksheets/sheet1.xml', content })
  const wide = (address: string): string => textRow('x', address)

  test.each([
    ['切れたファイル', good.subarray(0, good.length - 40), 'zip-truncated'],
    ['頭だけのファイル', good.subarray(0, 30), 'zip-truncated'],
    [
      '中身の書き換わったファイル',
      zipOf(workbookEntries([['指標', '']], [{ ...sheetEntry('<worksheet/>'), crc: 1 }])),
      'zip-damaged',
    ],
    [
      'XML の崩れた共有文字列',
      book(textRow('x'), [{ name: 'xl/sharedStrings.xml', content: '<sst><si></sst>' }]),
      'workbook-damaged',
    ],
    [
      '同じ部品が二度',
      zipOf([...workbookEntries([['指標', '']]), { name: '_rels/.rels', content: '' }]),
      'zip-damaged',
    ],
    [
      '暗号化した zip',
      zipOf(workbookEntries([['指標', '']]).map((entry) => ({ ...entry, flags: 1 }))),
      'zip-encrypted',
    ],
    ['爆弾（申告が大きい）', book('', [{ ...sheetEntry('<worksheet/>'), declared: 2_000_000_000 }]), 'zip-bomb'],
    ['爆弾（展開率）', book('', [sheetEntry(Buffer.alloc(90_000_000, ' '))]), 'zip-bomb'],
    [
      '爆弾（申告より大きい）',
      book('', [{ ...sheetEntry(`<worksheet>${' '.repeat(100_000)}</worksheet>`), declared: 500 }]),
      'zip-bomb',
    ],
    ['実体宣言（シート）', book('', [sheetEntry(`${entity}<worksheet>&b;</worksheet>`)]), 'xml-entity'],
    ['実体宣言（目次）', book('', [{ name: 'xl/workbook.xml', content: `${entity}<workbook/>` }]), 'xml-entity'],
    [
      '実体宣言（UTF-16 で隠す）',
      book('', [sheetEntry(Buffer.from(`\uFEFF${entity}<worksheet/>`, 'utf16le'))]),
      'xml-entity',
    ],
    ['共有文字列の番号が外れる', book('<row r="1"><c r="B1" t="s"><v>7</v></c></row>'), 'strings-missing'],
    [
      '同じ名のシート',
      zipOf(
        workbookEntries([
          ['指標', textRow('a')],
          ['指標', textRow('b')],
        ]),
      ),
      'sheet-name-twice',
    ],
    ['10,000 枚のシート', zipOf(workbookEntries([['指標', '']], [manySheets(10_000)])), 'too-many-sheets'],
    [
      '部品が多すぎる',
      zipOf(Array.from({ length: sizeLimits.zipEntries + 1 }, (_, at) => ({ name: `${at}`, content: '' }))),
      'zip-too-many-entries',
    ],
    ['XFD1048576 に一つだけ字', book(wide('XFD1048576')), 'sheet-too-wide'],
    ['離れた二つの升目', book(wide('A1') + wide('ALL45000')), 'sheet-too-wide'],
    ['番地の外の升目', book(wide('A99999999')), 'sheet-too-wide'],
    ['番地でない番地の升目', book('<row r="1"><c r="ABCD1"><v>1</v></c></row>'), 'workbook-damaged'],
    [
      'シートの部品がない',
      zipOf(workbookEntries([['指標', '']]).filter(({ name }) => !name.includes('sheet1'))),
      'workbook-part-missing',
    ],
    [
      'シートの部品が道の外を指す',
      book('', [
        {
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
        },
      ]),
      'workbook-part-missing',
    ],
    [
      '表のシートがない',
      book('', [{ name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' }]),
      'workbook-no-sheets',
    ],
    [
      '目次がない',
      zipOf([
        { name: '[Content_Types].xml', content: '' },
        { name: 'xl/a.xml', content: '' },
      ]),
      'workbook-part-missing',
    ],
    ['字のないブック', book('<row r="1"><c r="A1" s="0"/></row>'), 'file-blank'],
    [
      '重なる巨大な結合',
      book(wide('Z1000'), [
        sheetEntry(
          `<worksheet><sheetData>${wide('Z1000')}</sheetData><mergeCells>${'<mergeCell ref="A1:Z1000"/>'.repeat(50)}</mergeCells></worksheet>`,
        ),
      ]),
      'workbook-damaged',
    ],
    [
      '札の多すぎる共有文字列',
      book(textRow('x'), [
        {
          name: 'xl/sharedStrings.xml',
          content: `<sst>${Array.from({ length: sizeLimits.partTags / 4 }, (_, at) => `<si><t>${at}</t></si>`).join('')}</sst>`,
        },
      ]),
      'workbook-part-too-large',
    ],
    ['升目の多すぎる表', book(rowsOf(401, 1000)), 'too-many-cells'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })

  test('パスワードで暗号化した本物の xlsx', async () => {
    const sheets = [{ name: '指標', rows: [['目標']] }]
    const bytes = await writeXlsx({ sheets, encryption: { password: 'himitsu', spinCount: 1000 } })
    expect(await refusal(bytes)).toBe('file-encrypted')
  })

  test('Excel の書いた形（名前空間・拡張・ふりがな・印刷の設定）をそのまま読む', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const sheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${main}" xmlns:r="r" xmlns:mc="mc" mc:Ignorable="x14ac xr" xmlns:x14ac="x14ac" xr:uid="{00-00}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18.75" x14ac:dyDescent="0.4"/><cols><col min="1" max="1" width="20.5" customWidth="1"/></cols><sheetData><row r="1" spans="1:3" ht="30" customHeight="1" x14ac:dyDescent="0.4"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1" t="s"><v>1</v></c></row><row r="2" spans="1:3" x14ac:dyDescent="0.4"><c r="A2" s="1"/><c r="B2" s="1"/><c r="C2"><v>80.4</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><phoneticPr fontId="1"/><conditionalFormatting sqref="C2"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>100</formula></cfRule></conditionalFormatting><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" r:id="rId1"/></worksheet>`
    const strings = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<sst xmlns="${main}" count="2" uniqueCount="2"><si><t>基本目標①</t><rPh sb="0" eb="4"><t>キホンモクヒョウ</t></rPh><phoneticPr fontId="1"/></si><si><t>達成率（％）</t></si></sst>`
    const document = await opened(
      book('', [
        { name: 'xl/worksheets/sheet1.xml', content: sheet },
        { name: 'xl/sharedStrings.xml', content: strings },
      ]),
    )
    expect(document.pages[0]?.lines.map(({ text }) => text)).toEqual(['基本目標①\t\t達成率（％）', '\t\t80.4'])
    expect(cellAt(document, 'A1')?.span).toEqual({ rows: 2, columns: 2 })
  })

  test('道の外へ出る名の項目は、開かずに無視する', async () => {
    const entries = workbookEntries([['指標', textRow('目標')]], [{ name: '../../etc/passwd', content: 'x' }])
    expect(await refusal(zipOf(entries))).toBe('opened')
  })
})

function manySheets(count: number): BuiltEntry {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId1"/>`,
  ).join('')
  return { name: 'xl/workbook.xml', content: `<workbook><sheets>${sheets}</sheets></workbook>` }
}

function rowsOf(rows: number, columns: number): string {
  return Array.from(
    { length: rows },
    (_, row) =>
      `<row r="${row + 1}">${Array.from({ length: columns }, (_, column) => `<c r="${cellAddress(row, column)}"><v>${(row * 7919 + column * 104729) % 1000}</v></c>`).join('')}</row>`,
  ).join('')
}

test('セルの番地は行き来できる', () => {
  for (const [row, column, address] of [
    [0, 0, 'A1'],
    [6, 3, 'D7'],
    [0, 25, 'Z1'],
    [0, 26, 'AA1'],
    [1_048_575, 16_383, 'XFD1048576'],
  ] as const) {
    expect(cellAddress(row, column)).toBe(address)
    expect(parseCellAddress(address)).toEqual({ row, column })
  }
  for (const wrong of ['', 'A', '1', 'A0', 'AAAA1', '指標!A1']) expect(parseCellAddress(wrong)).toBeNull()
})

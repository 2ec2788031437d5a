import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import {
  type ResponseSheet,
  type SheetRow,
  sheetColumns,
  sheetFormat,
  sheetTitles,
} from '#domain/collection/response-sheet.ts'
import { cellValue, isPlainNumber, numberFormat } from './sheet-values.ts'
import { writeSheet } from './write-sheet.ts'

const asks = {
  actual: true,
  texts: [{ key: 'reason', heading: '増減理由', need: 'below' as const }],
  money: true,
  projectItems: true,
  evidence: 'none' as const,
}

const row = (n: number, change: Partial<SheetRow> = {}): SheetRow => ({
  key: `00000000-0000-4000-8000-00000000000${n}`,
  fixed: { number: String(n), name: `指標${n}`, unit: '件', target: '1500', last: '1340', 'last-rate': '89.3％' },
  fields: [
    { field: 'actual', revision: 0, cells: { actual: '', absence: '', expected: '', provisional: '' } },
    { field: 'text-reason', revision: 0, cells: { 'text-reason': '' } },
  ],
  ...change,
})

const aSheet = (rows: readonly SheetRow[]): ResponseSheet => ({
  municipality: { code: '152501', name: '白川市' },
  round: { id: 'r', title: '令和6年度実績の照会', guidance: '=cmd|calc' },
  response: { id: 's', departmentId: 'd', department: '商工課' },
  deadline: '2026-06-12',
  madeAt: '2026-05-15T00:00:00.000Z',
  columns: sheetColumns(asks, 2024),
  rows,
  tag: {
    format: sheetFormat,
    municipality: '152501',
    round: 'r',
    response: 's',
    department: 'd',
    madeAt: '2026-05-15T00:00:00.000Z',
    entries: [{ key: 'k', name: 'actual', revision: 0, text: '=1+1' }],
    check: 'c',
  },
})

const opened = async (sheet: ResponseSheet) => {
  const book = new ExcelJS.Workbook()
  const bytes = await writeSheet(sheet)
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const answers = book.getWorksheet(sheetTitles.answers)
  if (!answers) throw new Error('the sheet of answers was expected')
  return { book, answers }
}

const filledRow = row(1, {
  fields: [
    { field: 'actual', revision: 3, cells: { actual: '26', absence: '', expected: '', provisional: '暫定値' } },
    { field: 'text-reason', revision: 1, cells: { 'text-reason': '=HYPERLINK("http://example.com")' } },
  ],
})
const projectRow = row(2, { fields: [{ field: 'money', revision: 0, cells: { money: '=2+3' } }] })

describe('回答用紙', () => {
  test('記入する欄だけに鍵がかからない', async () => {
    const { answers, book } = await opened(aSheet([filledRow, projectRow]))
    const unlocked: string[] = []
    answers.eachRow((each) =>
      each.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) unlocked.push(cell.address)
      }),
    )
    expect(unlocked.toSorted()).toEqual(['G4', 'H4', 'I4', 'J4', 'K4', 'L5'])
    for (const sheet of book.worksheets) {
      const { sheetProtection } = sheet as unknown as { sheetProtection?: { sheet?: boolean } }
      expect([sheet.name, sheetProtection?.sheet]).toEqual([sheet.name, true])
    }
    expect(answers.getCell('G5').value).toBe('―')
  })

  test('数は数、ほかは字。式になる字は一つもない', async () => {
    const { answers, book } = await opened(aSheet([filledRow, projectRow]))
    expect([answers.getCell('E4').value, answers.getCell('E4').numFmt]).toEqual([1340, '#,##0;"△"#,##0'])
    expect(answers.getCell('G4').value).toBe(26)
    expect(answers.getCell('F4').value).toBe('89.3％')
    expect(answers.getCell('K4').value).toBe('=HYPERLINK("http://example.com")')
    expect(answers.getCell('L5').value).toBe('=2+3')
    for (const sheet of book.worksheets)
      sheet.eachRow((each) =>
        each.eachCell((cell) => expect([cell.address, cell.formula]).toEqual([cell.address, undefined])),
      )
  })

  test('選ぶ欄・長さ・助けの文は日本語で、紙は横に、見出しを頁ごとに繰り返す', async () => {
    const { answers } = await opened(aSheet([row(1), row(3)]))
    expect(answers.getCell('H4').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"未測定,未公表,未開始,終了,中止,対象外,秘匿"'],
      promptTitle: '値がないわけ',
      error: expect.stringContaining('一覧'),
    })
    expect(answers.getCell('K4').dataValidation).toMatchObject({ type: 'textLength', formulae: [2000] })
    expect(answers.getCell('B4').dataValidation).toBeUndefined()
    expect(answers.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(answers.pageSetup.printTitlesRow).toBe('3:3')
    expect(answers.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 2 })
  })

  test('だれの、何の、いつまでの用紙かを初めのシートが言う', async () => {
    const { book } = await opened(aSheet([row(1)]))
    const words: string[] = []
    book.getWorksheet(sheetTitles.guide)?.eachRow((each) =>
      each.eachCell((cell) => {
        words.push(String(cell.value))
      }),
    )
    for (const word of ['令和6年度実績の照会', '白川市', '商工課', '令和8年6月12日（金）', '=cmd|calc', '1件'])
      expect(words).toContain(word)
  })

  test('行のない用紙も、長い文の用紙も書ける。同じ中身なら同じバイト列', async () => {
    const long = row(1, {
      fields: [{ field: 'text-reason', revision: 1, cells: { 'text-reason': 'あ'.repeat(2000) } }],
    })
    for (const rows of [[], [long]]) {
      const [first, second] = [await writeSheet(aSheet(rows)), await writeSheet(aSheet(rows))]
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    }
  })
})

test.each([
  ['1234', true],
  ['-5.5', true],
  ['0', true],
  ['08', false],
  ['1.50', false],
  ['1,234', false],
  ['１２', false],
  ['1234567890123456', false],
  ['-0', false],
  ['', false],
])('「%s」は数のまま書けるか：%s', (text, plain) => {
  expect(isPlainNumber(text)).toBe(plain)
  if (text !== '') expect(typeof cellValue(text)).toBe(plain ? 'number' : 'string')
})

test('表示形式は、小数を打たれた桁まで', () => {
  expect([numberFormat('1340'), numberFormat('61.55')]).toEqual(['#,##0;"△"#,##0', '#,##0.00;"△"#,##0.00'])
})

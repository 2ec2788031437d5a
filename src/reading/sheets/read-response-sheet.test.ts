import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import {
  type ReadSheet,
  type ReadSheetCell,
  sheetKeyHeading,
  sheetTagLabels,
} from '#domain/collection/response-sheet.ts'
import { problemInWords } from '#domain/problem.ts'
import { textRow, workbookEntries, zipOf } from '../formats/built-files.ts'
import { readResponseSheet } from './read-response-sheet.ts'

type Written = Parameters<typeof writeXlsx>[0]['sheets'][number]
type Value = string | number | boolean | Date | null

const bookOf = (...sheets: readonly Partial<Written>[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map((sheet, at) => ({ name: `表${at}`, ...sheet }) as Written) })

const read = async (bytes: Uint8Array): Promise<ReadSheet> => {
  const result = await readResponseSheet('回答.xlsx', bytes)
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
const refusal = async (bytes: Uint8Array, file = '回答.xlsx'): Promise<string> => {
  const result = await readResponseSheet(file, bytes)
  return result.ok ? 'read' : result.problem.code
}

const head = ['指標', '実績\n（記入）', sheetKeyHeading]
const only = async (value: Value, numFmt?: string): Promise<ReadSheetCell | undefined> => {
  const cells = new Map([['1,1', { value, ...(numFmt !== undefined && { style: { numFmt } }) }]])
  const book = await bookOf({ rows: [head, ['件数', value, 'k1']], cells } as Partial<Written>)
  return (await read(book)).rows[0]?.cells.get('実績')
}

describe('用紙の升目', () => {
  test.each([
    [1340, undefined, '1340'],
    [61.5, '0', '61.5'],
    [1234.5678, '#,##0;"△"#,##0', '1234.5678'],
    [0.1 + 0.2, undefined, '0.3'],
    [-7.7, '#,##0.0;"△"#,##0.0', '-7.7'],
    [0.80375, '0%', '80.375%'],
    [0.8, '0"%"', '0.8'],
    ['１，２３４件', undefined, '１，２３４件'],
    ['　前後の空白　', undefined, '前後の空白'],
    ['=1+1', undefined, '=1+1'],
    [true, undefined, 'TRUE'],
    [new Date(Date.UTC(2026, 11, 20)), 'yyyy/m/d', '2026-12-20'],
    [new Date(Date.UTC(2026, 11, 1)), 'mmm-yy', '2026-12'],
    [new Date(Date.UTC(2026, 11, 1)), 'yyyy"年"m"月"', '2026-12'],
    [null, undefined, ''],
  ] as const)('%s（%s）は「%s」', async (value, format, text) => {
    const cell = await only(value, format)
    expect(cell).toMatchObject({ text, cell: 'B2', doubt: null, date: value instanceof Date })
  })

  test('式は結果と、式であること。誤り・結果のない式・結合に隠れた升目は、疑いを付ける', async () => {
    const rows =
      textRow(sheetKeyHeading, 'D1') +
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>A2</f></c><c r="D2" t="str"><v>k</v></c></row>'
    const named = rows.replace(
      '<row r="1">',
      '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="str"><v>乙</v></c><c r="C1" t="str"><v>丙</v></c>',
    )
    const { rows: found } = await read(zipOf(workbookEntries([['回答', named]])))
    const cells = found[0]?.cells
    expect(cells?.get('甲')).toMatchObject({ text: '2', formula: true, doubt: null })
    expect(cells?.get('乙')).toMatchObject({ doubt: 'error', cell: 'B2' })
    expect(cells?.get('丙')).toMatchObject({ doubt: 'no-result', formula: true })
    const merged = await bookOf({
      rows: [head, ['件数', 1, 'k1'], ['人数', null, 'k2']],
      merges: [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }],
    })
    expect((await read(merged)).rows.map(({ cells: each }) => each.get('実績')?.doubt)).toEqual([null, 'merged'])
  })

  test('見出しは上に行を足されても、どのシートでも見つかる。列の並びは問わない。空の行は飛ばす', async () => {
    const book = await bookOf(
      { rows: [['表紙']] },
      { rows: [['覚え書き'], [], [sheetKeyHeading, ' 実 績 ', '指標'], ['k1', 5, '件数'], [], [null, 7, '足した行']] },
    )
    const sheet = await read(book)
    expect([sheet.sheet, sheet.headings, sheet.tag]).toEqual(['表1', ['実績', '指標'], null])
    expect(sheet.rows.map(({ key, line, cells }) => [key, line, cells.get('実績')?.text])).toEqual([
      ['k1', 4, '5'],
      ['', 6, '7'],
    ])
  })
})

describe('名札', () => {
  const facts = [
    [sheetTagLabels.format, 'shirube-response/1'],
    [sheetTagLabels.municipality, '012345'],
    [sheetTagLabels.round, 'r'],
    [sheetTagLabels.response, 's'],
    [sheetTagLabels.department, 'd'],
    [sheetTagLabels.madeAt, '2026-05-15T00:00:00.000Z'],
    [sheetTagLabels.check, 'c'],
  ]
  const entries = [[...sheetTagLabels.entries], ['k1', 'unit', '', '件'], ['k1', 'actual', '3', 'abc']]

  test('欄の名で読む。シートの名や並びが変わってもよい', async () => {
    const sheet = await read(
      await bookOf({ rows: [...facts.toReversed(), ...entries] }, { rows: [head, ['件数', 1, 'k1']] }),
    )
    expect(sheet.tag).toEqual({
      format: 'shirube-response/1',
      municipality: '012345',
      round: 'r',
      response: 's',
      department: 'd',
      madeAt: '2026-05-15T00:00:00.000Z',
      check: 'c',
      entries: [
        { key: 'k1', name: 'unit', revision: null, text: '件' },
        { key: 'k1', name: 'actual', revision: 3, text: 'abc' },
      ],
    })
  })

  test('名札でない表は、名札としない', async () => {
    const book = await bookOf({ rows: [['様式', '別のもの']] }, { rows: [head, ['件数', 1, 'k1']] })
    expect((await read(book)).tag).toBeNull()
  })
})

describe('用紙でないもの', () => {
  test('それが何かを言って断る', async () => {
    const other = await bookOf({
      rows: [
        ['指標', '実績'],
        ['件数', 1],
      ],
    })
    expect(await refusal(other)).toBe('sheet-not-ours')
    expect(await refusal(new TextEncoder().encode('指標,実績\n件数,1\n'))).toBe('sheet-not-excel')
    expect(await refusal(new Uint8Array())).toBe('file-empty')
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/^file-/)
    expect(await refusal(other.subarray(0, 300))).toBe('zip-truncated')
    const bomb = zipOf(
      workbookEntries([['回答', '']], [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(90_000_000, ' ') }]),
    )
    expect(await refusal(bomb)).toBe('zip-bomb')
  })
})

import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { placeInWords } from '#domain/provenance.ts'
import { encodeAs, textRow, utf16, workbookEntries, zipOf } from './formats/built-files.ts'
import { openDocument } from './open-document.ts'

// でたらめなファイルと、本物を少し壊したファイルを開く。投げず、終わり、いつも答え（Result）を返すことだけを見る。
// 回数は限ってある。長く回すときは FUZZ_RUNS=20000 のように渡す。
const runs = Number(process.env.FUZZ_RUNS ?? 300)

const file = fc.constantFrom('a.txt', 'a.csv', 'a.tsv', 'a.xlsx', 'a', '')

const answers = async (name: string, bytes: Uint8Array): Promise<void> => {
  const result = await openDocument(name, bytes)
  if (!result.ok) {
    expect(problemInWords(result.problem, 'ja').length).toBeGreaterThan(10)
    expect(problemInWords(result.problem, 'en').length).toBeGreaterThan(10)
    return
  }
  for (const { message, places } of result.value.remarks) {
    expect(problemInWords({ kind: message.code, ...message }).length).toBeGreaterThan(5)
    for (const place of places) expect(placeInWords(place).length).toBeGreaterThan(1)
  }
  for (const { lines } of result.value.pages)
    for (const { cells } of lines)
      expect(cells.every(({ column, text }, at) => column === at && text.isWellFormed())).toBe(true)
}

/** 元のバイト列の、いくつかの位置を書き換え、どこかで切り、どこかに足す。 */
const damaged = (original: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 12 }),
      cut: fc.option(fc.nat(original.length), { freq: 3 }),
      more: fc.uint8Array({ maxLength: 8 }),
    })
    .map(({ changes, cut, more }) => {
      const bytes = Uint8Array.from(original)
      for (const [at, value] of changes) bytes[at] = value
      return Buffer.concat([bytes.subarray(0, cut ?? bytes.length), more])
    })

const sentence =
  '小千谷市総合戦略の進捗状況\t目標値\t実績\r\n新規創業件数\t45件\t"34,5"\r\n農業所得（千円）\t△2,588\t―\n'.repeat(3)
const workbook = await writeXlsx({
  sheets: [
    {
      name: '指標',
      rows: [
        ['目標名', 'R5', '達成率'],
        ['移住者', 1234, 0.756],
        [null, new Date(Date.UTC(2026, 3, 1)), true],
      ],
      merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    },
  ],
})
const originals: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8 の文章', Buffer.from(sentence)],
  ['Shift_JIS の文章', encodeAs('shift_jis', sentence)],
  ['UTF-16 の文章', utf16(sentence, 'le', true)],
  ['xlsx', workbook],
  ['圧縮した最小の xlsx', zipOf(workbookEntries([['指標', textRow('目標')]]))],
]

describe('壊れたファイルを開いても、投げずに答える', () => {
  test(`でたらめなバイト列 ${runs} 回`, async () => {
    await fc.assert(fc.asyncProperty(file, fc.uint8Array({ maxLength: 3000 }), answers), { numRuns: runs })
  })

  test(`でたらめな字の CSV ${runs} 回`, async () => {
    const unit = fc.constantFrom('"', ',', '\t', ';', '\n', '\r', ' ', 'あ', '1', '𠮷', '\uFFFD', '#', '<li>', '\0')
    const text = fc.array(unit, { maxLength: 200 }).map((units) => Buffer.from(units.join('')))
    await fc.assert(fc.asyncProperty(file, text, answers), { numRuns: runs })
  })

  test.each(originals)(`%s を壊したもの ${runs} 回`, async (_, original) => {
    await fc.assert(fc.asyncProperty(file, damaged(original), answers), { numRuns: runs })
  })

  test(`でたらめな XML のシート ${runs} 回`, async () => {
    const unit = fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<c r="A1">',
      '<c r="B2" t="s">',
      '<c t="e" r="C1">',
      '</c>',
      '<v>',
      '</v>',
      '1',
      '46113',
      '<is><t>',
      '</t></is>',
      '<f>',
      '</f>',
      '<c ',
      '/>',
      '>',
      '"',
      '&#xD800;',
      '&amp;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<mergeCells><mergeCell ref="A1:B9"/></mergeCells>',
      '<cols><col min="1" max="16384" hidden="1"/></cols>',
      'あ',
      '<row>',
      '<c>',
    )
    const sheet = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''))
    await fc.assert(
      fc.asyncProperty(sheet, sheet, (inside, after) =>
        answers(
          'a.xlsx',
          zipOf(
            workbookEntries(
              [['指標', '']],
              [
                {
                  name: 'xl/worksheets/sheet1.xml',
                  content: `<worksheet><sheetData>${inside}</sheetData>${after}</worksheet>`,
                },
              ],
            ),
          ),
        ),
      ),
      { numRuns: runs },
    )
  })
})

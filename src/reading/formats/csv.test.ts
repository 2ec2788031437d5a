import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDocument } from '../open-document.ts'

const csv = async (text: string, file = '指標.csv') => {
  const result = await openDocument(file, Buffer.from(text, 'utf8'))
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
const texts = async (text: string, file?: string) =>
  (await csv(text, file)).pages[0]?.lines.map(({ cells }) => cells.map((cell) => cell.text))

describe('CSV・TSV', () => {
  test('引用符・升目の中の改行・列の数の揃わない行を読み、所在は元の行と位置', async () => {
    const { pages, format } = await csv('指標,"目標\n値",実績\r\n移住者 , 1,"2,588"\r\n再掲\r\n')
    expect(format).toBe('csv')
    expect(pages[0]?.lines).toEqual([
      {
        number: 1,
        text: '指標\t目標 値\t実績',
        place: { line: 1 },
        cells: [
          { column: 0, text: '指標', place: { line: 1, column: 1, length: 2 } },
          { column: 1, text: '目標\n値', place: { line: 1, column: 4, length: 3 } },
          { column: 2, text: '実績', place: { line: 2, column: 4, length: 2 } },
        ],
      },
      {
        number: 3,
        text: '移住者\t1\t2,588',
        place: { line: 3 },
        cells: [
          { column: 0, text: '移住者', place: { line: 3, column: 1, length: 3 } },
          { column: 1, text: '1', place: { line: 3, column: 7, length: 1 } },
          { column: 2, text: '2,588', place: { line: 3, column: 9, length: 7 } },
        ],
      },
      {
        number: 4,
        text: '再掲',
        place: { line: 4 },
        cells: [{ column: 0, text: '再掲', place: { line: 4, column: 1, length: 2 } }],
      },
    ])
  })

  test.each([
    [
      'a.csv',
      '指標;目標\n移住者;5\n',
      [
        ['指標', '目標'],
        ['移住者', '5'],
      ],
    ],
    [
      'a.csv',
      '指標\t目標\n移住者\t5,000\n',
      [
        ['指標', '目標'],
        ['移住者', '5,000'],
      ],
    ],
    [
      'a.tsv',
      '指標\t目標\n移住者,県内\t5\n',
      [
        ['指標', '目標'],
        ['移住者,県内', '5'],
      ],
    ],
    ['a.csv', '一列だけ\n二\n', [['一列だけ'], ['二']]],
    ['a.csv', '"彼は""維持""と言う",b\n', [['彼は"維持"と言う', 'b']]],
    ['a.csv', '5"管,b\n', [['5"管', 'b']]],
    [
      '名なし',
      'a,b,c\nd,e,f\ng,h,i\n',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
    ],
  ])('%s %j', async (file, text, cells) => {
    expect(await texts(text, file)).toEqual(cells)
  })

  test.each([
    ['figures.dat', '合計 2,588,000 円\n次の行\n三行目\n'],
    ['本文', 'a,b\nc,d\n'],
  ])('コンマのある文章（%s）は CSV にしない', async (file, text) => {
    expect((await csv(text, file)).format).toBe('text')
  })

  test('引用符で囲んだどんな升目も、書いたとおりに戻る', async () => {
    const field = fc.string({ unit: fc.constantFrom('あ', '漢', '𠮷', 'a', ',', '"', '\n', '\t', '1', ' ') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const written = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
          if (written.replace(/[",\s]/g, '') === '') return
          const { pages } = await csv(`"先頭"\n${written}`)
          const read = pages[0]?.lines.slice(1) ?? []
          expect(read.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
            rows.map((row) => row.map((cell) => cell.trim())),
          )
          const lines = `"先頭"\n${written}`.split('\n')
          for (const { cells } of read)
            for (const { place } of cells)
              if ('line' in place) expect(lines[place.line - 1]?.[(place.column ?? 0) - 1]).toBe('"')
        },
      ),
      { numRuns: 100 },
    )
  })
})

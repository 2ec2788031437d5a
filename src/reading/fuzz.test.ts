import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { placeInWords } from '#domain/provenance.ts'
import { type ColumnChoice, columnRoles, noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { learnMapping, offerMapping } from '#domain/review/mapping.ts'
import { encodeAs, textRow, utf16, workbookEntries, zipOf } from './formats/built-files.ts'
import { openDocument } from './open-document.ts'
import { readPlan } from './read-plan.ts'
import { readWithChoices } from './read-with-choices.ts'

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

// でたらめな表を、でたらめな選びかたで読む。表は、見出し語と値を升目に並べたもの。
const words = (
  '指標 KPI 指標名（単位） 目標値 目標値（R6） 旧目標 新目標 基準値 現状値 実績値 R4 R5 3年度 達成率 評価 区分 上段 下段 ' +
  '目標 実績 （％） 全国 年度 単位 施策 担当課 備考 増減理由 合計 小計 ※注 （単位：千円） 上段：目標、下段：実績 令和5年度末の姿 45件 12 - ' +
  '######  <b>3</b> 会員数 講座数（回） 令和5年度 R6.3.31現在 甲の表'
).split(' ')
const grid = fc.array(fc.array(fc.constantFrom(...words), { maxLength: 9 }), { maxLength: 14 })
const small = fc.integer({ min: -1, max: 16 })
const forms = [
  'progress-table',
  'kpi-summary',
  'revision-overview',
  'action-plan',
  'priority-goals',
  'indicator-table',
] as const
const choicesOn = (tables: readonly string[]): fc.Arbitrary<ReadingChoices> =>
  fc.record({
    form: fc.option(fc.constantFrom(...forms)),
    headers: fc.array(fc.record({ page: fc.integer({ min: 0, max: 2 }), line: small, lines: small }), { maxLength: 2 }),
    columns: fc.array(
      fc.record({
        table: fc.constantFrom('L1', 'L2', 'L3', 'L3C4', '', ...tables),
        column: small,
        role: fc.constantFrom(...columnRoles),
        year: fc.option(fc.integer({ min: 1900, max: 2100 })),
        unit: fc.option(fc.constantFrom('人', '％', '')),
      }) satisfies fc.Arbitrary<ColumnChoice>,
      { maxLength: 8 },
    ),
  })

describe('でたらめな表を、でたらめな選びかたで読んでも、投げずに答える', () => {
  const documentOf = async (rows: readonly (readonly string[])[]) => {
    const result = await openDocument(
      '表.tsv',
      Buffer.from(`しるし\t表\n${rows.map((row) => row.join('\t')).join('\n')}`),
    )
    if (!result.ok) throw new Error(result.problem.code)
    return result.value
  }

  test(`選びかた ${runs} 回`, async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.infiniteStream(fc.nat()), async (rows, seeds) => {
        const document = await documentOf(rows)
        const plain = readWithChoices(document, noChoices)
        expect(plain.draft).toEqual(readPlan(document))
        const keys = plain.tables.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        const [choices = noChoices] = fc.sample(choicesOn(keys), { numRuns: 1, seed: seeds.next().value ?? 0 })
        const { draft, tables } = readWithChoices(document, choices)
        if (!draft.ok) expect(problemInWords(draft.problem, 'en').length).toBeGreaterThan(10)
        for (const learned of learnMapping(tables, choices))
          for (const table of tables)
            expect(offerMapping(learned, table).columns.every((each) => each.table === table.key)).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  test(`覚えた読み方は、同じ表にそのまま当たる ${runs} 回`, async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.nat(), async (rows, seed) => {
        const document = await documentOf(rows)
        const { tables } = readWithChoices(document, noChoices)
        const [table] = tables
        if (!table) return
        const [choices = noChoices] = fc.sample(choicesOn([table.key]), { numRuns: 1, seed })
        const [learned] = learnMapping([table], choices)
        const offer = learned && offerMapping(learned, table)
        expect(offer?.same ?? true).toBe(true)
        expect(offer?.missing ?? []).toEqual([])
        expect(offer?.columns.length ?? 0).toBe(learned?.columns.length ?? 0)
      }),
      { numRuns: runs },
    )
  })
})

import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport, aSection, aTable } from '#reports/a-report.ts'
import { placedCells } from '#reports/grid.ts'
import type { Cell, Report, Row, RowGroup, Section, Table } from '#reports/report.ts'
import { pdfWriter } from '#reports/writers/pdf/pdf.ts'
import { typeset } from '#reports/writers/pdf/typeset.ts'
import type { WriteOptions } from '#reports/writers/writer.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'

// 思いもよらない形の表でも、紙は必ず出る。組版の部品（Typst）は、表の形によっては過程ごと落ちるので、でたらめな表で確かめる。

const options: WriteOptions = { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-04-01T00:00:00Z' }

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'基本目標しごとをつくる（）、。「」ー・％ABC123,.-\n 　髙𠮷☑'),
    maxLength: 24,
  }),
  fc.constantFrom('', '―', '12,345人', '葛\u{e0100}城市', 'か\u3099', '😀', '\ud842', 'e\u0301', 'a\u0000b', '\n\n'),
)

/** 足りない升目・はみ出す升目・重なる広がりもある行。 */
const cell: fc.Arbitrary<Cell> = fc.record(
  {
    text,
    columns: fc.constantFrom(1, 1, 1, 2, 5, 40),
    rows: fc.constantFrom(1, 1, 1, 2, 9),
    tone: fc.constantFrom('strong', 'quiet', 'alert'),
    vertical: fc.constant(true),
    heading: fc.boolean(),
    marks: fc.constant(['※1']),
    underlined: fc.constant([{ from: 1, to: 3 }]),
  },
  { requiredKeys: ['text'] },
)

const rows = (most: number): fc.Arbitrary<readonly Row[]> =>
  fc.array(fc.record({ cells: fc.array(cell, { maxLength: 6 }) }), { maxLength: most })

const group: fc.Arbitrary<RowGroup> = fc.oneof(
  fc.record({
    kind: fc.constant('band' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    rows: rows(2),
  }),
  fc.record({ kind: fc.constantFrom('entry' as const, 'subtotal' as const, 'total' as const), rows: rows(4) }),
)

/** 帯が続く、前置きが続く、小計が続くなど、見出しの並びのいろいろ。升目はどれも表の幅いっぱい。 */
const plainGroup: fc.Arbitrary<RowGroup> = fc
  .tuple(
    fc.constantFrom('band', 'band', 'entry', 'entry', 'subtotal', 'total'),
    fc.constantFrom(1, 2, 3),
    fc.nat({ max: 2 }),
  )
  .map(([kind, level, more]): RowGroup => {
    const own = Array.from({ length: 1 + more }, (_, at) => ({
      cells: [{ text: `${kind}${level}${at}`, columns: 40 }],
    }))
    return kind === 'band' ? { kind, level: level as 1 | 2 | 3, rows: own } : { kind: kind as 'entry', rows: own }
  })

/** 表の外から始まる升目は、様式の誤りとして断られるので除く。 */
const within = (columns: number, own: readonly Row[]): readonly Row[] => {
  const outside = new Set(placedCells(own).flatMap(({ cell: each, column }) => (column < columns ? [] : [each])))
  return own.map(({ cells }) => ({ cells: cells.filter((each) => !outside.has(each)) }))
}

const table: fc.Arbitrary<Table> = fc
  .tuple(
    fc.constantFrom(1, 2, 5, 12),
    rows(3),
    fc.array(group, { maxLength: 14 }),
    fc.array(plainGroup, { maxLength: 60 }),
  )
  .chain(([columns, header, odd, plain]) =>
    fc.record({
      caption: text,
      showCaption: fc.boolean(),
      columns: fc.constant(
        Array.from({ length: columns }, (_, at) => ({
          key: `k${at}`,
          width: [1, 4, 12, 30][at % 4] ?? 4,
          align: (['start', 'center', 'end'] as const)[at % 3] ?? 'start',
        })),
      ),
      header: fc.constant(within(columns, header)),
      groups: fc
        .shuffledSubarray([...odd, ...plain], { minLength: odd.length })
        .map((groups) => groups.map((each) => ({ ...each, rows: within(columns, each.rows) }))),
    }),
  )

const section: fc.Arbitrary<Section> = fc
  .record({
    tables: fc.array(table, { maxLength: 2 }),
    title: fc.option(text),
    outline: fc.constantFrom(0 as const, 1 as const, 2 as const),
    note: text,
    size: fc.constantFrom('A3' as const, 'A4' as const),
    orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
  })
  .map(({ tables, title, outline, note, ...paper }) =>
    aSection({
      paper,
      title,
      outline,
      blocks: tables.map((own) => ({ kind: 'table' as const, table: own })),
      notes: [{ mark: '※1', text: note }],
    }),
  )

const report = fc.array(section, { minLength: 1, maxLength: 2 }).map((sections): Report => aReport({ sections }))

test('でたらめな表 200 でも、過程は落ちず、紙が出る', async () => {
  await fc.assert(
    fc.asyncProperty(report, async (given) => {
      const bytes = await pdfWriter.write(given, options)
      expect(bytes.length).toBeGreaterThan(1_000)
    }),
    { numRuns: 200, seed: 20_260_401 },
  )
})

test('帯だけ・空のまとまり・一列・三百列・五千字・中身のない章', async () => {
  const band = (level: 1 | 2 | 3): RowGroup => ({ kind: 'band', level, rows: [{ cells: [{ text: `帯${level}` }] }] })
  const column = (at: number) => ({ key: `k${at}`, width: 4, align: 'start' as const })
  const odd = (given: Partial<Table>): Table => ({
    caption: '',
    showCaption: false,
    columns: [column(0)],
    header: [],
    groups: [],
    ...given,
  })
  const tables = [
    odd({}),
    odd({ groups: Array.from({ length: 90 }, (_, at) => band(([1, 2, 3, 3, 2] as const)[at % 5] ?? 1)) }),
    odd({
      header: [{ cells: [] }, { cells: [] }],
      groups: [{ kind: 'entry', rows: [] }, band(1), { kind: 'total', rows: [] }],
    }),
    odd({ groups: [{ kind: 'entry', rows: [{ cells: [{ text: '長い所見。'.repeat(1_000) }] }] }] }),
    odd({ header: [{ cells: [{ text: 'とても長い縦書きの見出し'.repeat(9), vertical: true }] }] }),
    odd({
      columns: Array.from({ length: 300 }, (_, at) => column(at)),
      groups: [
        band(1),
        { kind: 'entry', rows: [{ cells: Array.from({ length: 300 }, (_, at) => ({ text: `値${at}` })) }] },
      ],
    }),
  ]
  for (const own of tables) {
    const made = await pdfWriter.write(
      aReport({ sections: [aSection({ blocks: [{ kind: 'table', table: own }] })] }),
      options,
    )
    expect(made.length).toBeGreaterThan(1_000)
  }
  expect(
    (await pdfWriter.write(aReport({ sections: [aSection({ blocks: [], title: null })] }), options)).length,
  ).toBeGreaterThan(0)
})

/** この過程の子（組版の過程も）の番号。 */
const children = async (): Promise<readonly number[]> =>
  (await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')).split(' ').filter(Boolean).map(Number)

describe('組むうちに過程が落ちても', () => {
  test('帯を繰り返さない組み方でやり直し、紙が出る', async () => {
    const big = aReport({ sections: [aSection({ blocks: [{ kind: 'table', table: aTable(900) }] })] })
    const writing = pdfWriter.write({ ...big, title: '落ちる帳票' }, options)
    await new Promise((resolve) => setTimeout(resolve, 150))
    const working = await children()
    expect(working.length).toBeGreaterThan(0)
    for (const child of working) process.kill(child, 'SIGKILL')
    const pages = await pdfTextWithoutSpaces(await writing)
    expect(pages.join('')).toContain('2-900')
    // 繰り返していなければ、帯は一度だけ。
    expect(pages.filter((page) => page.includes('基本目標1'))).toHaveLength(1)
  })

  test('帯を繰り返さない組み方でも、すべての字がある', async () => {
    const given = aReport({ sections: [aSection({ blocks: [{ kind: 'table', table: aTable(60) }] })] })
    const pages = await pdfTextWithoutSpaces(typeset(given, { ...options, repeatsBands: false }).pdf)
    expect(pages.filter((page) => page.includes('基本目標1'))).toHaveLength(1)
    const everything = pages.join('')
    for (const { rows: own } of aTable(60).groups)
      for (const { cells } of own)
        for (const { text: words } of cells) expect(everything).toContain(withoutSpaces(words))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumber } from '#domain/quantity/print-figure.ts'
import { openDocument } from '#reading/open-document.ts'
import { aChart, aReport, aSection, aTable } from '../../a-report.ts'
import { figureCell, numberCell } from '../../forms/cells.ts'
import type { Cell, Report, Table } from '../../report.ts'
import { aGrid, parts, tableSection, written } from './a-workbook.ts'

/** 自分の読み手で、書いたブックを読む。 */
const read = async (report: Report) => {
  const opened = await openDocument('帳票.xlsx', await written(report))
  if (!opened.ok) throw new Error(opened.problem.code)
  expect(opened.value.remarks.filter(({ message }) => message.code !== 'unreadable-characters')).toEqual([])
  return opened.value.pages
}

const firstColumn = async (cells: readonly Cell[]) => {
  const [page] = await read(aGrid([...cells, { text: '終わり' }].map((cell) => [cell])))
  return cells.map((_, at) => {
    const cell = page?.lines[at]?.cells[0]
    return { text: cell?.text ?? '', value: cell?.value }
  })
}

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 3 }))
  .map(([negative, whole, places]) => {
    const digits = whole.toString().padStart(places + 1, '0')
    const split = digits.length - places
    const [left, right] = [digits.slice(0, split).replace(/^0+(?=\d)/, ''), digits.slice(split)]
    return `${negative && whole !== 0n ? '-' : ''}${left}${right === '' ? '' : `.${right}`}`
  })

const words = fc.constantFrom(
  '',
  '千人',
  '％',
  '"円"',
  '約',
  '100点中',
  '（税込）',
  "'",
  '\\',
  ';',
  '人;年',
  '¥',
  '#',
  '@',
)

describe('升目', () => {
  test('数は、どんな単位・符号・桁でも、字面のとおりに見える数のまま入る', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(decimal, words, words, fc.boolean()), { minLength: 1, maxLength: 20 }),
        async (drawn) => {
          const cells = drawn.map(([value, before, after, commas]): Cell => {
            const minus = value.startsWith('-') ? '△' : '-'
            const places = value.split('.')[1]?.length ?? 0
            const text = `${before}${printNumber(value, { commas })}${after}`
            return { text, number: { value, places, commas, before, after, minus } }
          })
          const shown = await firstColumn(cells)
          expect(shown.map(({ text }) => text)).toEqual(cells.map(({ text }) => text.trim()))
          expect(shown.map(({ value }) => Number(value))).toEqual(cells.map(({ number }) => Number(number?.value)))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('字は、どんな字でも失われず、式にならない', async () => {
    const kanji = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    const formulas = fc.constantFrom('=1+1', '+81', '-5', '@SUM(A1)', '#N/A', '#REF!', '_x000D_', '1-2', '', 'a\nb')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(kanji, formulas), { minLength: 1, maxLength: 12 }), async (texts) => {
        const shown = await firstColumn(texts.map((text) => ({ text })))
        // XML に置けない字は U+FFFD になる。
        const kept = (text = '') =>
          text
            .replace(/\r\n?/g, '\n')
            .replace(/(?![\n\t])\p{Cc}|[\uFFFD-\uFFFF]/gu, '')
            .trim()
        expect(shown.map(({ text }) => kept(text))).toEqual(texts.map(kept))
        expect(shown.every(({ value }) => value === undefined)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('式の字で始まる字は、打ち直しても化けない「文字列」の形式になる', async () => {
    const { styles, sheet } = await parts(aGrid([[{ text: '=1+1' }], [{ text: '1-2' }], [{ text: '継続' }]]))
    expect(sheet).not.toContain('<f>')
    expect(styles.match(/formatCode="@"/g)).toHaveLength(1)
    const used = [...sheet.matchAll(/<c r="A[1-3]" t="s" s="(\d+)">/g)].map(([, style]) => style)
    expect(used[0]).toBe(used[1])
    expect(used[2]).not.toBe(used[0])
  })

  test('十六桁からの数は、末尾が零に化けないように字で入る', async () => {
    expect(await firstColumn([numberCell('1234567890123456'), numberCell('123456789012345')])).toEqual([
      { text: '1,234,567,890,123,456', value: undefined },
      { text: '123,456,789,012,345', value: '123456789012345' },
    ])
  })

  test('値のない升目は零にならない', async () => {
    expect(await firstColumn([figureCell(undefined), { text: '' }, numberCell('0')])).toEqual([
      { text: '―', value: undefined },
      { text: '', value: undefined },
      { text: '0', value: '0' },
    ])
  })

  test('注の印は、数なら数のまま値の後に、字なら上付きで付く', async () => {
    const cells = [
      numberCell('1240', '件', { marks: ['※1', '※2'] }),
      { text: '調査なし', marks: ['※3'] },
      numberCell('12', '', { marks: ['1)'] }),
    ]
    expect(await firstColumn(cells)).toEqual([
      { text: '1,240件※1※2', value: '1240' },
      { text: '調査なし※3', value: undefined },
      { text: '12 1)', value: '12' },
    ])
    const { sheet } = await parts(aGrid(cells.map((cell) => [cell])))
    expect(sheet).toMatch(/<vertAlign val="superscript"\/>(?:(?!<\/r>).)*<t>※3<\/t>/)
  })

  test('表示形式が増えすぎたら、その先の珍しい形式の数は字で入る', async () => {
    const cells = Array.from({ length: 300 }, (_, at) => numberCell('5', `単位${at}`))
    const shown = await firstColumn(cells)
    expect(shown.map(({ text }) => text)).toEqual(cells.map(({ text }) => text))
    expect(shown.filter(({ value }) => value === '5')).toHaveLength(180)
  })

  test('三万字を超える文も、いくつかの升目に分かれて残る', async () => {
    const long = `a${'𠮷'.repeat(40_000)}`
    const blocks = [{ kind: 'paragraphs', paragraphs: [long] }] as const
    const [page] = await read(aReport({ documentNumber: null, sections: [aSection({ title: null, blocks })] }))
    expect((page?.lines ?? []).map(({ text }) => text.trim()).join('')).toBe(long)
  })

  test('三万字を超える字も、続きが表の下に残る', async () => {
    const long = '開店の相談が増えている。'.repeat(4_000)
    const [page] = await read(aGrid([[{ text: long }]]))
    const whole = (page?.lines ?? []).map(({ text }) => text.trim()).join('')
    expect(whole.replace('（前の升目の続き）', '')).toBe(long)
  })
})

describe('表', () => {
  test('広がりは結合になり、二段の見出しと一件の二行の升目がそれぞれの列に入る', async () => {
    const section = aSection({ title: null, blocks: [{ kind: 'table', table: aTable(1) }] })
    const [page] = await read(aReport({ documentNumber: null, sections: [section] }))
    const at = (row: number, column: number) => page?.lines[row]?.cells[column]
    expect(at(0, 5)).toMatchObject({ text: '実績', span: { rows: 1, columns: 2 } })
    expect([at(1, 5)?.text, at(1, 6)?.text]).toEqual(['R4年度', 'R5年度'])
    expect(at(2, 0)).toMatchObject({ span: { rows: 1, columns: 11 } })
    expect(at(4, 1)).toMatchObject({ span: { rows: 2, columns: 1 } })
    expect([at(5, 3)?.text, at(5, 5)?.text, at(5, 6)?.text]).toEqual(['達成率', '―', '95.5％'])
    expect(at(4, 7)).toMatchObject({ text: '1,300件', value: '1300', span: { rows: 2, columns: 1 } })
  })

  test('紙・頁の繰り返し・印刷範囲・固める行と列が付く', async () => {
    const { workbook, sheet } = await parts(aReport({ sections: [tableSection] }))
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="1"/>')
    expect(sheet).toContain('<pane xSplit="1" ySplit="6" topLeftCell="B7" state="frozen" activePane="bottomRight"/>')
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'一覧表（１）'!$5:$6</definedName>`,
    )
    expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(1)
    expect(workbook).toMatch(/_xlnm\.Print_Area" localSheetId="0">'一覧表（１）'!\$A\$1:\$K\$\d+</)
    expect(sheet).toContain('&amp;C&amp;P / &amp;N')
    // 一枚の章の資料番号は、升目にだけある（頁の上と二つ並ばない）。
    expect(sheet).not.toContain('&amp;R&amp;10資料１')
    const long = { ...tableSection, blocks: [{ kind: 'table', table: aTable(60) } as const] }
    expect((await parts(aReport({ sections: [long] }))).sheet).toMatch(
      /<oddHeader>[^<]*&amp;R&amp;10資料１<\/oddHeader>.*<firstHeader>(?:(?!資料１)[^<])*<\/firstHeader>/,
    )
  })

  test('一枚に入る章は一枚に、少しはみ出す章も縮めて一枚に、長い章は頁を重ねる', async () => {
    const pagesTall = async (entries: number) => {
      const section = { ...tableSection, blocks: [{ kind: 'table', table: aTable(entries) } as const] }
      return /fitToHeight="(\d)"/.exec((await parts(aReport({ sections: [section] }))).sheet)?.[1]
    }
    expect([await pagesTall(3), await pagesTall(6), await pagesTall(14)]).toEqual(['1', '1', '0'])
  })

  test('一件の行は、改頁で分かれない', async () => {
    const section = { ...tableSection, blocks: [{ kind: 'table', table: aTable(60) } as const] }
    const { sheet } = await parts(aReport({ sections: [section] }))
    const breaks = [...sheet.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id))
    expect(breaks.length).toBeGreaterThan(2)
    const merged = [...sheet.matchAll(/<mergeCell ref="B(\d+):B(\d+)"\/>/g)].map(([, from, to]) =>
      [from, to].map(Number),
    )
    expect(merged.length).toBeGreaterThan(100)
    // 改頁の番号は、その行の下で切るという意味。
    for (const at of breaks) expect(merged.some(([from = 0, to = 0]) => from <= at && at < to)).toBe(false)
  })

  test('見出しは、次の見出しや図や表と頁を分けない', async () => {
    const blocks = Array.from({ length: 12 }, (_, at) => [
      { kind: 'heading', level: 2, text: `見出し${at}` } as const,
      { kind: 'heading', level: 3, text: `小見出し${at}` } as const,
      { kind: 'chart', chart: aChart() } as const,
    ]).flat()
    const section = aSection({ paper: { size: 'A4', orientation: 'portrait' }, blocks })
    const report = aReport({ sections: [section] })
    const [page] = await read(report)
    const { sheet } = await parts(report)
    const breaks = [...sheet.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id))
    expect(breaks.length).toBeGreaterThan(3)
    // 切れ目のすぐ上は図の言うこと（とすきま）で、見出しではない。
    const above = breaks.map((at) =>
      page?.lines
        .slice(0, at)
        .findLast(({ text }) => text.trim() !== '')
        ?.text.trim(),
    )
    expect(new Set(above)).toEqual(new Set([aChart().summary]))
  })

  test('行の高さは、折り返す字の分だけある', async () => {
    const { sheet } = await parts(aGrid([[{ text: '短い' }, { text: '長い文の続く備考。'.repeat(30) }]]))
    const [height] = [...sheet.matchAll(/<row r="1" ht="([\d.]+)" customHeight="1">/g)].map(([, points]) =>
      Number(points),
    )
    expect(height).toBeGreaterThan(50)
  })

  test('一行に収まらない高さの升目は、いくつかの行に分けて結合する', async () => {
    const { sheet } = await parts(aGrid([[{ text: '長い文の続く備考。'.repeat(400) }]]))
    const heights = [...sheet.matchAll(/ ht="([\d.]+)"/g)].map(([, points]) => Number(points))
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
    expect(sheet).toMatch(/<mergeCell ref="A1:A\d+"\/>/)
  })

  test('いくつもの表を置くシートでは、どの表も紙の幅いっぱいに並ぶ', async () => {
    const table = (widths: readonly number[]): Table => ({
      caption: '表',
      showCaption: false,
      columns: widths.map((width, at) => ({ key: `c${at}`, width, align: 'start' })),
      header: [],
      groups: [{ kind: 'entry', rows: [{ cells: widths.map((width) => ({ text: `幅${width}` })) }] }],
    })
    const blocks = [
      [10, 20, 10],
      [20, 20],
    ].map((widths) => ({ kind: 'table', table: table(widths) }) as const)
    const [page] = await read(aReport({ documentNumber: null, sections: [aSection({ title: null, blocks })] }))
    const [first, , second] = page?.lines ?? []
    expect(first?.cells.map(({ text, span }) => [text, span?.columns ?? 1])).toEqual([
      ['幅10', 1],
      ['幅20', 2],
      ['', 1],
      ['幅10', 1],
    ])
    expect(second?.cells.filter(({ text }) => text !== '').map(({ text, span }) => [text, span?.columns])).toEqual([
      ['幅20', 2],
      ['幅20', 2],
    ])
  })
})

test('長い表の上か下に短い表を添えたシートでは、長い表の見出しを頁ごとに繰り返す。同じくらいの表が並べば繰り返さない', async () => {
  const table = (rows: number): Table => ({
    caption: '表',
    showCaption: false,
    columns: [{ key: 'name', width: 20, align: 'start' }],
    header: [{ cells: [{ text: `見出し${rows}` }] }],
    groups: Array.from({ length: rows }, (_, at) => ({ kind: 'entry', rows: [{ cells: [{ text: `${at}件` }] }] })),
  })
  const titles = async (...rows: readonly number[]) => {
    const blocks = rows.map((each) => ({ kind: 'table', table: table(each) }) as const)
    const sections = [aSection({ name: '一覧', title: null, blocks })]
    const { workbook } = await parts(aReport({ documentNumber: null, sections }))
    return /Print_Titles" localSheetId="0">([^<]*)</.exec(workbook)?.[1]
  }
  expect(await titles(24, 5)).toBe("'一覧'!$1:$1")
  expect(await titles(2, 24)).toBe("'一覧'!$5:$5")
  expect(await titles(24, 20)).toBeUndefined()
  expect(await titles(6, 2)).toBeUndefined()
})

describe('一枚のシートの、いくつもの表', () => {
  const widths = fc.array(fc.double({ min: 1, max: 40, noNaN: true }), { minLength: 1, maxLength: 9 })

  test('列の刻みがどう違っても、結合は重ならず、どの升目も読める', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(widths, { minLength: 1, maxLength: 4 }), async (tables) => {
        const blocks = tables.map((columns, at) => ({ kind: 'table', table: labelled(columns, at) }) as const)
        const report = aReport({ documentNumber: null, sections: [aSection({ title: null, blocks })] })
        const [page] = await read(report)
        const texts = (page?.lines ?? [])
          .flatMap(({ cells }) => cells.map(({ text }) => text))
          .filter((text) => text !== '')
        expect(texts).toEqual(tables.flatMap((columns, at) => columns.map((_, column) => `表${at}列${column}`)))
        const taken = new Set<string>()
        for (const { cells, number } of page?.lines ?? [])
          for (const { column, span } of cells)
            for (let across = 0; span && across < span.columns; across += 1) {
              expect(taken.has(`${number}/${column + across}`)).toBe(false)
              taken.add(`${number}/${column + across}`)
            }
        const { sheet } = await parts(report)
        const drawn = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
        expect(Math.min(...drawn)).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})

const labelled = (widths: readonly number[], at: number): Table => ({
  caption: `表${at}`,
  showCaption: false,
  columns: widths.map((width, column) => ({ key: `c${column}`, width, align: 'start' })),
  header: [],
  groups: [{ kind: 'entry', rows: [{ cells: widths.map((_, column) => ({ text: `表${at}列${column}` })) }] }],
})

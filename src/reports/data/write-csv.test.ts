import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { column, filled, type TableOf } from './dataset.ts'
import { csvOf, notFormula } from './write-csv.ts'

describe('式よけ', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://example.jp","見る")', '\'=HYPERLINK("http://example.jp","見る")'],
    ['+81-258-83-3507', "'+81-258-83-3507"],
    ['-2+3', "'-2+3"],
    ['-A1', "'-A1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1+1', "'＝1+1"],
    ['－A', "'－A"],
    ["'=1+1", "''=1+1"],
    ['－1', "'－1"],
  ])('「%s」には足す', (text, guarded) => {
    expect(notFormula(text)).toBe(guarded)
  })

  test.each(['-', '－', '-5', '-5.2%', '-1,234', '+3', '△3', '―', "'23年度", '1-2', ''])(
    '「%s」には足さない',
    (text) => {
      expect(notFormula(text)).toBe(text)
    },
  )

  test("足した ' を除けば、必ず元に戻る。足していない字は、式にならない", () => {
    const text = fc.string({ unit: fc.constantFrom(..."=+-@＝＋－＠'1.,%A漢\t") })
    fc.assert(
      fc.property(text, (written) => {
        const guarded = notFormula(written)
        expect(/^'+[=+\-@＝＋－＠\t]/.test(guarded) ? guarded.slice(1) : guarded).toBe(written)
        expect(guarded).not.toMatch(/^[=@＝＋＠\t]|^[+-](?![\d]|$)|^－./)
      }),
      { numRuns: 2000 },
    )
  })
})

type Row = { readonly name: string; readonly value: string | null }

const table: TableOf<Row, null> = {
  name: 'a',
  title: '試し',
  description: '試し',
  columns: [
    column('name', '名', 'name', '名', ({ name }) => name),
    column('value', '値', 'decimal', '値', ({ value }) => value, { blank: '値なし', unit: '件' }),
  ],
}

const written = (rows: readonly Row[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(filled(table, rows, null)))

test('BOM と CRLF で、カンマと引用符は囲む。数はそのまま', () => {
  expect(written([{ name: '「A」, "B"', value: '-100.0' }])).toBe('\ufeffname,value\r\n"「A」, ""B""",-100.0\r\n')
})

test('値なしは空欄で、0 とは違う', () => {
  expect(
    written([
      { name: 'あ', value: null },
      { name: 'い', value: '0' },
    ]),
  ).toBe('\ufeffname,value\r\nあ,\r\nい,0\r\n')
})

test('数の列に数でないものを入れたら、書き手の誤り', () => {
  expect(() => filled(table, [{ name: 'あ', value: '1,234' }], null)).toThrow('value')
})

test('どんな名でも、別の読み手で読めば一行に一件で、同じ値が戻る', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...',"\'=あa1 \n') }), { minLength: 1 }), (names) => {
      const made = filled(
        table,
        names.map((name) => ({ name, value: '1' })),
        null,
      )
      const text = new TextDecoder().decode(csvOf(made))
      const read: string[][] = parse(text, { bom: true })
      expect(text.split('\r\n')).toHaveLength(names.length + 2)
      expect(read.slice(1).map(([name]) => name)).toEqual(made.rows.map(([name]) => notFormula(name ?? null)))
    }),
  )
})

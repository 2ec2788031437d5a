import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnName, columnNumber, runsOf } from './address.ts'
import { rewritten, translated, writtenReference } from './references.ts'

const same = (formula: string) =>
  rewritten(formula, (reference) => writtenReference(reference, reference.first, reference.last))

const found = (formula: string) => {
  const written: string[] = []
  const result = rewritten(formula, (reference) => {
    written.push(`${reference.sheet ?? ''}|${reference.kind}|${reference.written}${reference.listable ? '*' : ''}`)
    return reference.written
  })
  return result.ok ? written : result
}

describe('数式の参照', () => {
  test.each([
    ['SUM(D5:D5)', ['|range|D5:D5*']],
    ['D5/$C$5*100', ['|cell|D5', '|cell|$C$5']],
    ['IF(\'進捗 一覧\'!A1="A1",LOG10(B2),ROUND(C3,1))', ["進捗 一覧|cell|'進捗 一覧'!A1", '|cell|B2', '|cell|C3']],
    ['集計!$B$2:$B$9', ['集計|range|集計!$B$2:$B$9']],
    ['COUNTIF(E5:E5,"A")', ['|range|E5:E5']],
    ['SUM(D5:D5,F7,2*G8)', ['|range|D5:D5*', '|cell|F7*', '|cell|G8']],
    ['SUM(A:A)+SUM(3:4)', ['|columns|A:A*', '|rows|3:4*']],
    ['表1[[#Headers],[A1]]&"B2:C3"', []],
    ['税率*TRUE+A1B+FY2023_X', []],
    ['目標値2023+D5', ['|cell|D5']],
    ['ABC1(D5)', ['|cell|D5']],
  ])('%s', (formula, expected) => {
    expect(found(formula)).toEqual(expected)
    expect(same(formula)).toEqual({ ok: true, formula })
  })

  test.each(['[1]Sheet1!A1', "'[表.xlsx]Sheet1'!A1", 'Sheet1:Sheet3!A1', 'INDIRECT("D5")', 'SUM(OFFSET(A1,1,0,3))'])(
    '直せない: %s',
    (formula) => expect(same(formula)).toMatchObject({ ok: false, why: 'unsupported' }),
  )

  test('共有された数式は、相対の参照だけが動く', () => {
    expect(translated('D5/$C$5+D$5+$D5', 2, 1)).toEqual({ ok: true, formula: 'E7/$C$5+E$5+$D7' })
    expect(translated('SUM($A5:B5)', 1, 0)).toEqual({ ok: true, formula: 'SUM($A6:B6)' })
  })

  test('動かして戻せば元の式', () => {
    const corner = fc.tuple(
      fc.boolean(),
      fc.integer({ min: 10, max: 700 }),
      fc.boolean(),
      fc.integer({ min: 50, max: 9999 }),
    )
    fc.assert(
      fc.property(corner, corner, fc.integer({ min: -9, max: 9 }), (one, other, by) => {
        const text = [one, other].map(
          ([c, column, r, row]) => `${c ? '$' : ''}${columnName(column)}${r ? '$' : ''}${row}`,
        )
        const formula = `SUM(${text.join(':')})`
        const moved = translated(formula, by, by)
        expect(moved.ok && translated(moved.formula, -by, -by)).toEqual({ ok: true, formula })
      }),
    )
  })
})

test('列の名と番号', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => columnNumber(columnName(column)) === column))
  expect([columnName(26), columnName(27), columnName(702), columnName(703)]).toEqual(['Z', 'AA', 'ZZ', 'AAA'])
})

test('続いた行をまとめる', () => {
  expect(runsOf([8, 5, 6, 6])).toEqual([
    { from: 5, to: 6 },
    { from: 8, to: 8 },
  ])
})

import { describe, expect, test } from 'vitest'
import { type Heading, outlines, placeRows, type Rows } from './sections.ts'

const heading = (key: string, depth: 2 | 3, order: number, page = 0): Heading => ({ key, depth, order, page })

const shapes = (headings: readonly Heading[]) =>
  outlines(headings).map((outline) => outline.map(({ parent, leaf }) => `${parent?.key ?? ''}>${leaf.key}`).join(' '))

describe('順の乱れた見出しから、ありうる木', () => {
  test('二つの「①」は、どちらの親にも付きうる', () => {
    expect(shapes([heading('甲', 3, 1), heading('二', 2, 2), heading('乙', 3, 1), heading('一', 2, 1)])).toEqual([
      '一>甲 二>乙',
      '一>乙 二>甲',
    ])
  })

  test('番号は親の中で続く', () => {
    expect(shapes([heading('一', 2, 1), heading('二', 2, 2), heading('甲', 3, 1), heading('乙', 3, 2)])).toEqual([
      '一>甲 一>乙 >二',
      '>一 二>甲 二>乙',
    ])
  })

  test('頁は後戻りしない', () => {
    expect(
      shapes([heading('一', 2, 1, 0), heading('二', 2, 2, 1), heading('甲', 3, 1, 0), heading('乙', 3, 1, 1)]),
    ).toEqual(['一>甲 二>乙'])
  })

  test('見出しがなければ、置き方も一つ', () => {
    expect(shapes([])).toEqual([''])
  })

  test('見出しがどれだけ多くても、限られた数の木を限られた時間で返す', () => {
    const many = Array.from({ length: 12 }, (_, at) => [heading(`親${at}`, 2, at + 1), heading(`子${at}`, 3, 1)]).flat()
    const before = performance.now()
    const found = outlines(many)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(10_000)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('行の区切り', () => {
  const rows = (points: Readonly<Record<string, readonly number[]>>, pages = [0, 0, 0]): Rows => ({
    pages,
    points: (row, key) => points[key]?.[row] ?? 0,
    cut: () => 0,
    family: () => 0,
  })
  const outline = [
    { parent: null, leaf: heading('甲', 3, 1) },
    { parent: null, leaf: heading('乙', 3, 2) },
  ]

  test('点の和の大きいところで区切る', () => {
    expect(placeRows(outline, rows({ 甲: [5, 4, 0], 乙: [0, 1, 6] })).leafOf).toEqual([0, 0, 1])
    expect(placeRows(outline, rows({ 甲: [5, 0, 0], 乙: [0, 3, 6] })).leafOf).toEqual([0, 1, 1])
  })

  test('後の頁の見出しは、前の頁の行を持たない', () => {
    const later = [outline[0], { parent: null, leaf: heading('乙', 3, 2, 1) }].filter((each) => each !== undefined)
    expect(placeRows(later, rows({ 甲: [1, 0, 0], 乙: [9, 9, 9] }, [0, 0, 1])).leafOf).toEqual([0, 0, 1])
  })
})

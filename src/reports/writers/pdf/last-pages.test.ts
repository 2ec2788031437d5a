import { expect, test } from 'vitest'
import { almostEmptyPages } from './last-pages.ts'

const a4 = { height: 842, top: 54, bottom: 40 }

test('何行かだけの頁で終わる章を、頁が減るだけ小さくする', () => {
  const [[index, scale] = []] = [...almostEmptyPages([a4], [{ pages: 4, y: 90 }])]
  expect(index).toBe(0)
  expect(scale).toBeGreaterThan(0.95)
  expect(scale).toBeLessThan(1)
})

test('頁の短い章ほど、余りが多いほど、小さくする', () => {
  const scaleOf = (pages: number, y: number) => almostEmptyPages([a4], [{ pages, y }]).get(0) ?? 1
  expect(scaleOf(2, 90)).toBeLessThan(scaleOf(4, 90))
  expect(scaleOf(4, 200)).toBeLessThan(scaleOf(4, 90))
  expect(scaleOf(2, 300)).toBe(0.84)
  // 長い帳票は、組み直しに時間が掛かるので、何行かだけの頁のときに限る。
  expect(scaleOf(9, 90)).toBeLessThan(1)
  expect(scaleOf(9, 200)).toBe(1)
})

test('一頁の章・終わりの頁に何行もある章・終わりの分からない章は、そのまま', () => {
  expect(
    almostEmptyPages(
      [a4, a4, a4],
      [
        { pages: 1, y: 90 },
        { pages: 3, y: 400 },
      ],
    ),
  ).toEqual(new Map())
})

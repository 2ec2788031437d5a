import type { TypstSection } from './typst-data.ts'

/** 組んだ章の終わり。何頁目で終わったか（章の初めの頁が 1）と、その頁の上からどこまで（ポイント）。 */
export type SectionEnd = { readonly pages: number; readonly y: number }

/**
 * 終わりの頁の、これより少ない分だけが使われていれば、前の頁に収めることを試みる。組み直しは組むのと同じだけ掛かるので、
 * 長い帳票では何行かだけの頁に限る。
 */
const almostEmpty = { short: 0.35, long: 0.12 } as const
/** 組み直しがすぐ済む、短い帳票の頁の数。 */
const shortReport = 6
/** 字を小さくしてよい限り。 */
const smallestScale = 0.84
/** 題・注は小さくならず、まとまりは頁の終わりに余りを残すので、その分多めに縮める。 */
const margin = 1.35

/**
 * 何行か（または注だけ）の頁で終わる章と、その字を小さくする割合。章の番号（0 から）ごとに。
 *
 * @example almostEmptyPages(sections, [{ pages: 4, y: 90 }]) // → 四頁目の 3％ だけを使う章 → { 0 → 0.99 }
 */
export const almostEmptyPages = (
  sections: readonly Pick<TypstSection, 'height' | 'top' | 'bottom'>[],
  ends: readonly SectionEnd[],
): ReadonlyMap<number, number> => {
  const whole = ends.reduce((sum, { pages }) => sum + pages, 0)
  const most = whole <= shortReport ? almostEmpty.short : almostEmpty.long
  return new Map(
    sections.flatMap(({ height, top, bottom }, index): readonly (readonly [number, number])[] => {
      const end = ends[index]
      if (!end || end.pages < 2) return []
      const over = Math.max(0, end.y - top) / (height - top - bottom)
      const scale = 1 - (margin * over) / (end.pages - 1 + over) - 0.01
      return over <= most ? [[index, Math.max(smallestScale, scale)]] : []
    }),
  )
}

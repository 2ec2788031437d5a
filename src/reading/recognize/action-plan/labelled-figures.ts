import type { Figure } from '#domain/quantity/figure.ts'
import { yearIn } from '#domain/year/read-year.ts'
import type { Cell } from '../../document.ts'
import { compoundOf, figureOf } from './figure-of.ts'
import type { Piece } from './fragments.ts'
import { phrasesOf } from './phrases.ts'
import { bracketLabel } from './setting-figures.ts'
import { isDash } from './sheet-years.ts'

/**
 * 欄の決まった升目の値。名の付いた数量がいくつもあれば札つきの部分、数量がなければことば。「―」だけの升目は値なし。
 * 年度の欄でなければ、かっこの中に書かれた年（「60.5%（平成29年度調査）」）をその値の年とする。
 */
export const figureInCell = (
  { text, place }: Pick<Cell, 'text' | 'place'>,
  year: number | null,
  scope?: Figure['scope'],
): Figure | null => {
  if (isDash(text)) return null
  const cell: Piece = { text, place }
  const phrases = phrasesOf(cell).filter(({ figure }) => figure !== null)
  const [only, ...others] = phrases
  if (!only?.figure || (others.length === 0 && only.name !== null)) return figureOf(cell, year, scope)
  if (others.length > 0) {
    const parts = phrases.flatMap(({ figure, name }) =>
      figure ? [{ figure, label: name?.text ?? bracketLabel(figure.text) }] : [],
    )
    return compoundOf(cell, parts, year, scope)
  }
  const { when, figure } = only
  const read = figureOf(figure, year ?? when?.year ?? yearInBrackets(text), scope)
  return when === null || when.kind === 'year' ? read : { ...read, periodKind: when.kind }
}

/** 終わりのかっこの中に書かれた年。「基準値（平成29年度調査）」→ 2017 */
export const yearInBrackets = (text: string): number | null => {
  const words = /[(（]([^()（）]*)[)）]$/u.exec(text)?.[1]
  return (words && yearIn(words)?.year) || null
}

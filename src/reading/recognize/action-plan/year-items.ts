import { type Doubt, doubt } from './doubt.ts'
import { itemsOf } from './items.ts'
import { type Phrase, phrasesOf } from './phrases.ts'
import { isDash, type YearCells } from './sheet-years.ts'

/** 年ごとの、名と数量の組。 */
export type YearPhrases = { readonly year: number; readonly phrases: readonly Phrase[] }

/** 年の升目の項目の字面。「—」だけの升目は項目なし。 */
export const itemTexts = ({ cells }: YearCells): readonly string[] =>
  cells.filter(({ text }) => !isDash(text)).flatMap((cell) => itemsOf(cell).map(({ text }) => text))

/** 年の升目から、指標の年ごとの値になりうる組を読む。 */
export const yearPhrases = (
  years: readonly YearCells[],
): { value: readonly YearPhrases[]; doubts: readonly Doubt[] } => {
  const read = years.map(({ year, cells }) => ({ year, cells, ...rebound(cells.flatMap(itemsOf).flatMap(phrasesOf)) }))
  const shifted = read.filter(({ moved }) => moved)
  return {
    value: read.map(({ year, phrases }) => ({ year, phrases })),
    doubts:
      shifted.length === 0
        ? []
        : [
            doubt(
              'warning',
              'sheet-figures-shifted',
              { years: shifted.map(({ year }) => year).join('・') },
              shifted.flatMap(({ cells }) => cells.map(({ place }) => place)),
            ),
          ],
  }
}

/**
 * 丸数字の項目で、一つの項目に数量が二つ、別の項目に一つもない（「②… 0件 289a ③… 29a ④…」）とき、
 * 名の数と数量の数が同じなら、順に組み直す。抽出で数量が一行ずれたもの。
 */
const rebound = (phrases: readonly Phrase[]): { phrases: readonly Phrase[]; moved: boolean } => {
  const names = phrases.filter(({ name }) => name !== null)
  const figures = phrases.filter(({ figure }) => figure !== null)
  const uneven = phrases.some(({ name }) => name === null) && phrases.some(({ figure }) => figure === null)
  const marked = phrases.every(({ mark }) => mark !== null)
  if (!uneven || !marked || names.length !== figures.length) return { phrases, moved: false }
  return { phrases: names.map((phrase, index) => ({ ...phrase, figure: figures[index]?.figure ?? null })), moved: true }
}

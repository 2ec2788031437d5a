import { plainText } from '#domain/language/plain-text.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { figureOf } from './figure-of.ts'
import { bare, likeness } from './likeness.ts'
import type { Phrase } from './phrases.ts'
import type { YearPhrases } from './year-items.ts'

/** 年ごとの値を探す指標。unit が null なら単位を問わない。 */
export type Series = { readonly name: string; readonly mark: string | null; readonly unit: string | null }

/** 実績・予定の項目から取った年ごとの値。exact は、名がどれもまったく同じだったか。 */
export type Yearly = { readonly figures: readonly Figure[]; readonly exact: boolean }

/**
 * 実績・予定の項目のうち、名がその指標と同じものの数量を、年ごとに取る。
 * 一つの項目は最も名の似た指標だけのもの。一年に同じほど似た項目が二つあれば、どちらとも決めない。
 */
export const yearlyFigures = (series: readonly Series[], years: readonly YearPhrases[]): readonly Yearly[] => {
  const found = years.map(({ year, phrases }) => matchesIn(series, phrases, year))
  return series.map((_, index) => {
    const matches = found.flatMap((year) => year.filter((match) => match.series === index))
    return { figures: matches.map(({ figure }) => figure), exact: matches.every(({ score }) => score === 1) }
  })
}

type Match = { readonly series: number; readonly figure: Figure; readonly score: number }

const matchesIn = (series: readonly Series[], phrases: readonly Phrase[], year: number): readonly Match[] => {
  const matches = phrases.flatMap((phrase) => {
    const figure = phrase.figure && figureOf(phrase.figure, year)
    const scores = figure ? series.map((each) => sameness(each, phrase, figure)) : []
    const score = Math.max(0, ...scores)
    const at = scores.indexOf(score)
    return figure && score > 0 ? [{ series: at, figure: inUnitOf(series[at], figure), score }] : []
  })
  return series.flatMap((_, index) => {
    const own = matches.filter((match) => match.series === index)
    const best = own.filter(({ score }) => score === Math.max(...own.map((each) => each.score)))
    return best.length === 1 ? best : []
  })
}

/**
 * 項目と指標の名の同じさ（0～1）。まったく同じ名なら単位が違っても同じ指標（「新規事業者」23社と43事業者）、
 * 似ているだけなら、単位が同じで、印（①②）が食い違わないとき。
 */
const sameness = (series: Series, { name, mark }: Phrase, figure: Figure): number => {
  const [a, b] = [core(series.name), core(name?.text ?? '')]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (withoutCount(a) === withoutCount(b)) return 0.95
  const otherMark = mark !== null && series.mark !== null && mark !== series.mark
  if (otherMark || !sameUnit(series.unit, figure.unit)) return 0
  const alike = likeness(a, b)
  if (mark !== null && mark === series.mark && alike >= 0.5) return 0.9
  const ratio = a.includes(b) || b.includes(a) ? Math.min(a.length, b.length) / Math.max(a.length, b.length) : 0
  return ratio >= 0.6 ? ratio : alike >= 0.75 ? alike : 0
}

/** 名の芯。断り書きのかっこと「/年」「/延べ」を除く。 */
const core = (name: string): string =>
  bare(
    plainText(name)
      .replace(/[([【][^()[\]【】]*[)\]】]/gu, '')
      .replace(/\/(?:年|延べ?)$/u, ''),
  )

const withoutCount = (name: string): string => name.replace(/数$/u, '')

/** 列が年を言うので「/年」の有無は問わない。「院」と「病院」のような略しかたも同じとみる（「人」と「千人」は桁が違う）。 */
const sameUnit = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true
  const [one, other] = [unitWord(a), unitWord(b)]
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  return long === short || (short !== '' && long.endsWith(short) && !/^[百千万億]/u.test(long))
}

const unitWord = (unit: string): string => plainText(unit).replace(/\/年$/u, '')

/** 同じ単位なら、指標の単位で持つ（「130件(年間)」と「130件/年」）。字面は書かれたとおり。 */
export const inUnitOf = (series: Pick<Series, 'unit'> | undefined, figure: Figure): Figure =>
  series?.unit && figure.unit !== null && sameUnit(series.unit, figure.unit) ? { ...figure, unit: series.unit } : figure

import Big from 'big.js'
import type { Phrase } from './phrase.ts'
import { phraseUnit, phraseValue, type RowValues } from './row-values.ts'

/** 手がかり一つ。`points` が正ならその組を支え、負なら退ける。`words` は人に言う句（言うほどでなければ null）。 */
export type Clue = { readonly points: number; readonly words: string | null }

/** 目標の表記が数の行と合うか。 */
type Agreement = 'agrees' | 'differs' | 'silent'

/** 数の行を求めているもの（数値目標か KPI の升目）。 */
export type Wanted = { readonly baseline: Phrase | null; readonly target: Phrase | null; readonly noTarget: boolean }

/** 目標の表記と数の行を比べる。 */
export const agreement = (wanted: Wanted, row: RowValues, years: readonly number[]): Agreement => {
  if (wanted.noTarget) return row.targets.every((value) => value === null) ? 'agrees' : 'differs'
  const value = phraseValue(wanted.target)
  if (!value || !wanted.target) return 'silent'
  return fits(wanted.target, value, row, years) ? 'agrees' : 'differs'
}

const fits = (phrase: Phrase, value: Big, row: RowValues, years: readonly number[]): boolean => {
  const said = row.targets.filter((each) => each !== null)
  const is = (each: Big | null | undefined) => each?.eq(value) ?? false
  const last = row.targets.at(-1)
  if (phrase.meaning === 'each-year') return said.length > 0 && said.every(is)
  if (phrase.meaning === 'at-end') {
    const at = phrase.year === null ? -1 : years.indexOf(phrase.year)
    return is(at >= 0 ? row.targets[at] : last)
  }
  if (phrase.meaning === 'period') return is(row.total) || (row.total === null && fitsPeriod(phrase, said, is, last))
  return is(last) || is(row.total) || (said.length > 0 && said.every(is))
}

/** 合計の欄が「―」のとき。足せる数なら年度の和、率なら最終年度の値が期間の目標。 */
const fitsPeriod = (
  phrase: Phrase,
  said: readonly Big[],
  is: (value: Big | null | undefined) => boolean,
  last: Big | null | undefined,
): boolean =>
  isRate(phraseUnit(phrase)) ? is(last) : said.length > 0 && is(said.reduce((sum, each) => sum.plus(each), new Big(0)))

export const isRate = (unit: string | null): boolean => unit !== null && /[%％‰]|ポイント/u.test(unit)

/** 合った表記を人に言う句。 */
export const agreementWords = (wanted: Wanted, row: RowValues): string => {
  if (wanted.noTarget) return '目標を置かない断りのある升目と、目標が「―」だけの行が合う'
  const raw = wanted.target?.raw ?? ''
  if (wanted.target?.meaning === 'each-year') return `目標の表記「${raw}」が、毎年同じ目標の行と合う`
  if (wanted.target?.meaning === 'period')
    return row.total === null
      ? `目標の表記「${raw}」が、年度の目標と合う（合計の欄は「―」）`
      : `目標の表記「${raw}」が、5年間の合計の欄と合う`
  return `目標の表記「${raw}」が、最終年度の目標と合う`
}

/** 目標の表記のほかの、行そのものの手がかり（基準からの歩み、小数の桁、新規事業）。 */
export const rowClues = (wanted: Wanted, row: RowValues): readonly Clue[] => [
  ...trendClues(wanted, row),
  ...formatClues(wanted, row),
]

/** 段々に進む目標は、基準と最終目標の間から始まる。基準を後戻りする行は似合わない。 */
const trendClues = (wanted: Wanted, row: RowValues): readonly Clue[] => {
  const baseline = phraseValue(wanted.baseline)
  const goal = phraseValue(wanted.target)
  const first = row.targets.find((value) => value !== null)
  const last = row.targets.at(-1)
  if (!baseline || !goal || !first || !last || first.eq(last) || goal.eq(baseline)) return []
  if (wanted.target?.meaning === 'period') return []
  const [low, high] = baseline.lt(goal) ? [baseline, goal] : [goal, baseline]
  const between = first.gte(low) && first.lte(high)
  return between
    ? [{ points: 2, words: `年度の目標が基準（${wanted.baseline?.amount}）から目標へ段々に進む` }]
    : [{ points: -2, words: null }]
}

/** 率の行は小数一桁まで、件数や人数の行は整数で書かれることが多い。 */
const formatClues = (wanted: Wanted, row: RowValues): readonly Clue[] => {
  const unit = phraseUnit(wanted.target)
  const decimals = /\d\.\d/u.test(row.spelling)
  if (unit === null || wanted.noTarget) return []
  if (isRate(unit)) return [{ points: decimals ? 0.5 : -0.5, words: null }]
  return /^[人件組社品棟枚円回校]$/u.test(unit) && decimals ? [{ points: -0.5, words: null }] : []
}

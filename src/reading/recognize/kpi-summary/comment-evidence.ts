import Big from 'big.js'
import { plainText } from '#domain/language/plain-text.ts'
import { yearsIn } from '#domain/year/read-year.ts'
import { isStatusRemark } from './line-words.ts'
import { type Clue, isRate, type Wanted } from './row-evidence.ts'
import { phraseUnit, type RowValues } from './row-values.ts'
import type { TableYears } from './stream-pages.ts'

/** 所見のうち、数の行と突き合わせるところ。組ごとに何度も聞くので、一度だけ読む。 */
type Remark = {
  readonly plain: string
  readonly quotes: readonly Quote[]
  /** 「令和４年度新規事業」の年度。 */
  readonly starts: number | null
}

const known = new Map<string, Remark>()

const readRemark = (text: string, years: TableYears): Remark => {
  const key = `${years.era}${text}`
  const found = known.get(key)
  if (found) return found
  const plain = plainText(text)
  const fresh = isStatusRemark(plain) && plain.includes('新規')
  const starts = fresh ? (yearsIn(plain, { era: years.era })[0]?.year ?? null) : null
  const remark = { plain, quotes: quotesIn(plain), starts }
  if (known.size > 2000) known.clear()
  known.set(key, remark)
  return remark
}

/** 所見のことばと数が、数の行と合うか。合えば正、食い違えば負の手がかり。 */
export const commentClues = (text: string, wanted: Wanted, row: RowValues, years: TableYears): readonly Clue[] => {
  const remark = readRemark(text, years)
  return [
    ...newProject(remark, row, years),
    ...unmeasured(remark.plain, row),
    ...standing(remark.plain, row),
    ...nothingDone(remark.plain, row),
    ...quoted(remark, wanted, row),
    ...difference(remark.plain, row),
    ...parts(remark, wanted, row),
  ]
}

export const pointsOf = (clues: readonly Clue[]): number => clues.reduce((sum, { points }) => sum + points, 0)

/** 「令和４年度新規事業」: 報告の年度にはまだ目標も実績もない。 */
const newProject = ({ plain, starts: start }: Remark, row: RowValues, years: TableYears): readonly Clue[] => {
  if (start === null || start <= (years.reported ?? start - 1)) return []
  const idle = row.actual === null && row.target === null
  if (!idle) return [{ points: -6, words: null }]
  const starts = row.targets[years.years.indexOf(start)] != null
  return [{ points: starts ? 6 : 1, words: starts ? `「${plain}」の所見と、その年度に始まる行が合う` : null }]
}

/** 「計測していない」「算出不可」: 実績は「―」。 */
const unmeasured = (plain: string, row: RowValues): readonly Clue[] => {
  if (!/(?:計測|測定|調査)していない|算出(?:は)?(?:不可|できない)|未計測/u.test(plain)) return []
  return [
    row.actual === null
      ? { points: 4, words: '測っていないという所見と、実績が「―」の行が合う' }
      : { points: -3, words: null },
  ]
}

const missed = /下回|達成(?:でき|し)なかった|達していない|達しな|届か(?:な|ず)|目標値?に対し[^。]{0,6}の減/u
const met = /目標値?(?:を|は|に|を大きく)?[^。]{0,6}?(?:上回|超え|達成し(?:た|てい)|達して(?:い|お))/u

/** 「目標値を上回った」「下回った」と、報告の年度の目標・実績。 */
const standing = (plain: string, row: RowValues): readonly Clue[] => {
  if (!row.target || !row.actual) return []
  if (missed.test(plain))
    return row.actual.lt(row.target)
      ? [{ points: 2, words: '目標に届かなかったという所見と合う' }]
      : [{ points: -3, words: null }]
  if (met.test(plain))
    return row.actual.gte(row.target)
      ? [{ points: 2, words: '目標に届いたという所見と合う' }]
      : [{ points: -3, words: null }]
  return []
}

/** 「実績はなかった」「見送った」: 実績 0。 */
const nothingDone = (plain: string, row: RowValues): readonly Clue[] => {
  if (!/実績[がは]な|見送っ|実施に至ら|設立までは至ら|あがっていない/u.test(plain)) return []
  if (!row.actual) return []
  return row.actual.eq(0)
    ? [{ points: 2, words: '実績がなかったという所見と、実績 0 の行が合う' }]
    : [{ points: -1, words: null }]
}

type Quote = { readonly value: Big; readonly unit: string }

const quotesIn = (plain: string): readonly Quote[] =>
  [
    ...plain.matchAll(
      /(?<![\d.,RHS])(\d[\d,]*(?:\.\d+)?)(千人|万人|団体|間口|%|人|名|組|件|社|品|棟|枚|円|回|校|世帯|台|戸|か所|ヶ所)/gu,
    ),
  ].flatMap(([, digits, unit]) =>
    digits && unit ? [{ value: new Big(digits.replaceAll(',', '')), unit: unit === '名' ? '人' : unit }] : [],
  )

/** 所見に引かれた数が、実績そのもの、またはその和になっているか。 */
const quoted = ({ quotes }: Remark, wanted: Wanted, row: RowValues): readonly Clue[] => {
  const { actual } = row
  if (!actual || actual.eq(0)) return []
  const unit = phraseUnit(wanted.target)
  const same = quotes.filter((quote) => quote.unit === unit)
  const exact = same.find((quote) => quote.value.eq(actual))
  if (exact) return [{ points: 3, words: `所見の「${exact.value.toString()}${exact.unit}」が実績と一致` }]
  const pair = same.find((quote, at) =>
    same.some((other, place) => place > at && quote.value.plus(other.value).eq(actual)),
  )
  if (pair) return [{ points: 2, words: `所見に引かれた${pair.unit}の数の和が実績と一致` }]
  const near = same.find((quote) => isRate(unit) && quote.value.minus(actual).abs().lte('0.5'))
  if (near) return [{ points: 1.5, words: `所見の「${near.value.toString()}${near.unit}」が実績に近い` }]
  const bare = quotes.find((quote) => quote.value.gte(10) && quote.value.eq(actual))
  return bare ? [{ points: 1, words: `所見の「${bare.value.toString()}${bare.unit}」が実績と同じ数` }] : []
}

/** 「１件の減」: 目標と実績の差。 */
const difference = (plain: string, row: RowValues): readonly Clue[] => {
  const { target, actual } = row
  const found = /目標値?に対し[^。]*?(\d[\d,]*(?:\.\d+)?)(?:人|名|件|組|社|棟|枚|回|%|ポイント)?の(減|増)/u.exec(plain)
  if (!found?.[1] || !target || !actual) return []
  const gap = new Big(found[1].replaceAll(',', '')).times(found[2] === '減' ? -1 : 1)
  return actual.minus(target).eq(gap)
    ? [{ points: 3, words: `所見の「目標に対し${found[1]}の${found[2]}」が実績と合う` }]
    : [{ points: -3, words: null }]
}

/** 「実績値の内訳は、…93.8％…100％」: 合わせた率は内訳の間にある。 */
const parts = ({ plain, quotes }: Remark, wanted: Wanted, row: RowValues): readonly Clue[] => {
  if (!/内訳/u.test(plain) || !isRate(phraseUnit(wanted.target)) || !row.actual) return []
  const rates = quotes.filter(({ unit }) => unit === '%')
  if (rates.length < 2) return []
  const values = rates.map(({ value }) => value).toSorted((a, b) => a.cmp(b))
  const [low, high] = [values[0], values.at(-1)]
  if (!low || !high || low.eq(high)) return []
  return row.actual.gt(low) && row.actual.lt(high)
    ? [{ points: 4, words: `所見の内訳（${low.toString()}％～${high.toString()}％）の間に実績がある` }]
    : [{ points: -3, words: null }]
}

import { isRepeatName } from '#domain/indicator/read-accumulation.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator } from '#domain/plan/draft.ts'

/** 内訳と再掲を決める前の一行。`table` は同じ表（見出しから次の見出しまで）の番号、`underRepeat` は（再掲）の節の下。 */
export type Listed = {
  readonly indicator: Indicator
  readonly table: number
  readonly underRepeat: boolean
  /** 節の題名（（再掲）を除いた平らな字面）。 */
  readonly nodeTitle: string | null
}

/** 内訳・再掲を決めた結果。相手の見つからないものと、印のない同名の組は、人が見るために別に返す。 */
export type Linked = {
  readonly indicators: readonly Indicator[]
  readonly breakdownsAlone: readonly Indicator[]
  readonly repeatsAlone: readonly Indicator[]
  readonly unmarkedTwins: readonly (readonly [first: Indicator, again: Indicator])[]
}

const breakdown = /^(?:[([【〔]?内訳[)\]】〕]?[:・]?|[([【〔]うち[)\]】〕]|うち(?=[^わ])|内[)）])/u

/** 内訳の行か。「(内訳)…」「うち…」。 */
const isBreakdown = (name: string): boolean => breakdown.test(plainText(name))

const marks = /[([【〔]再掲[)\]】〕]|^再掲[:・]|※再掲/g

/** 再掲の断りを落とした名。字の幅と空白は問わない。 */
export const nameWithoutMark = (name: string): string => plainText(name).replace(marks, '')

/** 行の並びから、内訳の親と、再掲の元を決める。 */
export const linkRows = (rows: readonly Listed[]): Linked => {
  const parents = parentsOf(rows)
  const firsts = firstPlaces(rows)
  const indicators = rows.map(({ indicator }, index) => ({
    ...indicator,
    breakdownOf: parents[index] ?? null,
    repeatOf: firsts[index]?.id ?? null,
  }))
  return {
    indicators,
    breakdownsAlone: indicators.filter(({ name, breakdownOf }) => isBreakdown(name) && breakdownOf === null),
    repeatsAlone: indicators.filter((indicator, index) => isMarked(rows[index]) && indicator.repeatOf === null),
    unmarkedTwins: twinsOf(rows),
  }
}

/** 内訳の親は、同じ表で前に並ぶ、内訳でない最も近い行。 */
const parentsOf = (rows: readonly Listed[]): readonly (string | null)[] => {
  let parent: Listed | null = null
  return rows.map((row) => {
    if (isBreakdown(row.indicator.name)) return parent?.table === row.table ? parent.indicator.id : null
    parent = row
    return null
  })
}

const isMarked = (row: Listed | undefined): boolean =>
  row !== undefined && (isRepeatName(row.indicator.name) || row.underRepeat)

/** 再掲の元は、同じ名で（再掲）のない初めの行。（再掲）の節の下の行は、同じ題名の節にあるものを先に探す。 */
const firstPlaces = (rows: readonly Listed[]): readonly (Indicator | null)[] => {
  const originals = Map.groupBy(
    rows.filter((row) => !isMarked(row)),
    ({ indicator }) => nameWithoutMark(indicator.name),
  )
  return rows.map((row) => {
    if (!isMarked(row)) return null
    const found = originals.get(nameWithoutMark(row.indicator.name)) ?? []
    const sameNode = row.underRepeat
      ? found.find(({ nodeTitle }) => nodeTitle !== null && nodeTitle === row.nodeTitle)
      : null
    return (sameNode ?? found[0])?.indicator ?? null
  })
}

/** 再掲と断らずに同じ名で、基準値・目標値・実績値も同じ行。再掲とは決めず、人に見せる。 */
const twinsOf = (rows: readonly Listed[]): Linked['unmarkedTwins'] => {
  const byName = Map.groupBy(
    rows.filter((row) => !isMarked(row)),
    ({ indicator }) => plainText(indicator.name),
  )
  return [...byName.values()].flatMap(([first, ...others]) =>
    others.flatMap((other) =>
      first && sameFigures(first.indicator, other.indicator) ? [[first.indicator, other.indicator] as const] : [],
    ),
  )
}

const sameFigures = (a: Indicator, b: Indicator): boolean => written(a) === written(b)

const written = ({ baseline, targets, actuals }: Indicator): string =>
  [baseline, ...targets, ...actuals].map((figure) => `${figure?.year ?? ''}=${plainText(figure?.raw ?? '')}`).join(' ')

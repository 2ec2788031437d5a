import type { Indicator } from '../plan/draft.ts'
import { compare } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { when } from './when.ts'

/** 突合に使える数（十進の文字列）だけを取り出す。値のないもの、いくつもの値を持つものは数えない。 */
export const amountOf = (figure: Figure | null | undefined): string | null => {
  if (!figure || figure.value === null || figure.parts !== undefined || figure.upTo !== undefined) return null
  return figure.status === 'given' || figure.status === 'provisional' || figure.status === 'estimated'
    ? figure.value
    : null
}

/** 年度ごとの値（合計・最終の値は除く）。年の順。 */
export const yearly = (figures: readonly Figure[]): readonly Figure[] =>
  figures
    .filter(({ year, scope }) => year !== null && scope !== 'period')
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))

/** 計画期間の合計として印刷された値。 */
export const periodTotal = (figures: readonly Figure[]): Figure | undefined =>
  figures.find(({ scope, year }) => scope === 'period' && year === null)

/** 指標の値をすべて、役割つきで。 */
export const allFigures = ({ baseline, targets, actuals }: Indicator): readonly RoleFigure[] => [
  ...(baseline ? [{ role: '@what-baseline' as const, figure: baseline }] : []),
  ...targets.map((figure) => ({ role: '@what-target' as const, figure })),
  ...actuals.map((figure) => ({ role: '@what-actual' as const, figure })),
]

export type RoleFigure = { readonly role: '@what-baseline' | '@what-target' | '@what-actual'; readonly figure: Figure }

/** 鍵でまとめる。鍵が null のものは入れない。 */
export const groupsBy = <T>(items: readonly T[], keyOf: (item: T) => string | null): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** 前の年より下がっているところ。単位の違う年どうしは比べない。 */
export const falls = (figures: readonly Figure[]): readonly Fall[] => {
  const read = yearly(figures).filter((figure) => amountOf(figure) !== null)
  return read.slice(1).flatMap((after, index) => {
    const before = read[index]
    const [from, to] = [amountOf(before), amountOf(after)]
    const fell = before?.unit === after.unit && from !== null && to !== null && compare(to, from) < 0
    return fell ? [{ before, after }] : []
  })
}

export type Fall = { readonly before: Figure; readonly after: Figure }

/** 下がったことを言う気づきの値。 */
export const fallInWords = (name: string, { before, after }: Fall) => ({
  name,
  before: when(before.year),
  from: before.raw,
  after: when(after.year),
  to: after.raw,
})

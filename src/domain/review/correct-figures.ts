import type { Indicator } from '../plan/draft.ts'
import type { Figure } from '../quantity/figure.ts'
import { readFigure } from '../quantity/read-figure.ts'
import type { FigureRole } from './correction.ts'
import type { KeyedFigure } from './keys.ts'

/**
 * 人の打った字を、その升目に書いてあったものとして読む。年・単位・範囲・所在は元の値から引き継ぎ、
 * 元の字を `printed` に残す。元の字に戻せば、訂正していない値に戻る。
 */
export const retyped = (figure: Figure, raw: string, unit: string | null): Figure => {
  if (raw.trim() === figure.raw.trim()) return figure
  const { year, place, scope, label, periodKind } = figure
  const read = readFigure(raw, { year, place, unit: unitAround(figure, unit), ...(scope && { scope }) })
  const printed = figure.printed === undefined ? figure.raw : figure.printed
  const asPrinted = printed !== null && printed.trim() === raw.trim()
  return {
    ...(label !== undefined && { label }),
    ...(periodKind !== undefined && { periodKind }),
    ...read,
    raw: asPrinted ? printed : raw,
    ...(!asPrinted && { printed }),
  }
}

/** 升目の外（見出し・名）から来た単位。升目に単位が印刷されていたなら、指標の単位。 */
const unitAround = (figure: Figure, unit: string | null): string | null =>
  figure.unit === null || printsItsUnit(figure) ? unit : figure.unit

const printsItsUnit = (figure: Figure): boolean => unitAlone(figure) === figure.unit

const unitAlone = ({ raw, year, place }: Figure): string | null => readFigure(raw, { year, place }).unit

/** 指標の単位を変える。升目に単位が印刷されていない値の単位も、いっしょに変わる。 */
export const withUnit = (indicator: Indicator, unit: string | null): Indicator => {
  const follow = (figure: Figure): Figure => {
    if (figure.unit !== null && printsItsUnit(figure)) return figure
    const { parts, secondary } = figure
    return {
      ...figure,
      unit: readFigure(figure.raw, { year: figure.year, place: figure.place, unit }).unit,
      ...(parts && { parts: parts.map(follow) }),
      ...(secondary && { secondary: follow(secondary) }),
    }
  }
  return {
    ...indicator,
    unit,
    baseline: indicator.baseline && follow(indicator.baseline),
    targets: indicator.targets.map(follow),
    actuals: indicator.actuals.map(follow),
  }
}

/** 値一つを置きかえる。 */
export const withFigure = (indicator: Indicator, { role, index }: KeyedFigure, figure: Figure): Indicator => {
  if (role === 'baseline') return { ...indicator, baseline: figure }
  return role === 'target'
    ? { ...indicator, targets: indicator.targets.with(index, figure) }
    : { ...indicator, actuals: indicator.actuals.with(index, figure) }
}

/** 図書にない値を書き足す。所在は行のもの、`printed` は null。基準値は、すでにあれば足せない（undefined）。 */
export const withAdded = (
  indicator: Indicator,
  role: FigureRole,
  year: number | null,
  raw: string,
): Indicator | undefined => {
  const figure: Figure = { ...readFigure(raw, { year, place: indicator.place, unit: indicator.unit }), printed: null }
  if (role === 'baseline') return indicator.baseline ? undefined : { ...indicator, baseline: figure }
  return role === 'target'
    ? { ...indicator, targets: inYearOrder(indicator.targets, figure) }
    : { ...indicator, actuals: inYearOrder(indicator.actuals, figure) }
}

/** 年の順に並んでいるところなら、その年の所に。そうでなければ終わりに。 */
const inYearOrder = (figures: readonly Figure[], added: Figure): readonly Figure[] => {
  const years = figures.map(({ year }) => year ?? Number.POSITIVE_INFINITY)
  const inOrder = years.every((year, at) => at === 0 || (years[at - 1] ?? 0) <= year)
  const at = inOrder ? years.findIndex((year) => year > (added.year ?? Number.POSITIVE_INFINITY)) : -1
  return at < 0 ? [...figures, added] : figures.toSpliced(at, 0, added)
}

import type { Figure } from '#domain/quantity/figure.ts'
import { compoundOf, figureOf } from './figure-of.ts'
import { type Piece, part } from './fragments.ts'
import type { Entry, Value } from './kpi-entries.ts'
import type { Pair } from './kpi-pairs.ts'
import { bare } from './likeness.ts'

/** 設定指標の目標と基準値。 */
export type TargetFigures = { readonly target: Figure | null; readonly baseline: Figure | null }

/** 「（左記のとおり）」は名でなく、目標のことば。 */
const elsewhere = /\s*[(（](?:左記|上記|別記|別紙)[^()（）]*[)）]$/u

/** 指標の名と、名の終わりに書かれた目標のことば。 */
export const nameAndWords = ({
  name,
  values,
}: Entry): { readonly name: Piece | null; readonly words: Piece | null } => {
  const said = name && values.length === 0 ? elsewhere.exec(name.text) : null
  if (!name || !said) return { name, words: null }
  return { name: part(name, 0, said.index) ?? null, words: part(name, said.index) ?? null }
}

/**
 * 目標と基準値。数量が二つ並び、先のものが実績と同じなら、先が基準値（「60.5% → 50%未満」の矢印が落ちたもの）。
 * ほかに数量が二つ以上あれば、部分に分かれた一つの値。
 */
export const targetFigures = ({ target, actuals }: Pair, scope: Figure['scope']): TargetFigures => {
  const values = target?.values ?? []
  const [first, second] = values
  if (!target || !first) {
    const words = target && nameAndWords(target).words
    return { target: words ? figureOf(words, null, 'final') : null, baseline: null }
  }
  if (!second) return { target: figureOf(first.figure, null, scope), baseline: null }
  const reported = actuals.flatMap((actual) => actual.values).find(({ figure }) => sameAmount(figure, first.figure))
  if (values.length > 2 || !reported) return { target: compound(target, null, scope), baseline: null }
  return {
    target: figureOf(second.figure, null, scope),
    baseline: dated(first.figure, reported.when ?? second.when ?? first.when, null),
  }
}

const sameAmount = (a: Piece, b: Piece): boolean => {
  const [one, other] = [figureOf(a, null), figureOf(b, null)]
  return one.value !== null && one.value === other.value && one.unit === other.unit
}

/** 実績。年の書かれていないものは、実績とみる最後の年度とする。数でない実績（「整備完了」）はことばで持つ。 */
export const actualFigures = (actual: Entry, { target }: Pair, lastActual: number | null): readonly Figure[] => {
  const { values, name } = actual
  if (values.length > 1 && values.every(({ when }) => when === null)) return [compound(actual, lastActual)]
  if (values.length > 0) return values.map(({ figure, when }) => dated(figure, when, lastActual))
  // 目標と同じ名だけが書かれ、値の欄が空のものは、実績がまだない。
  const nameOnly = target?.name && target.values.length > 0 && name && bare(target.name.text) === bare(name.text)
  return !name || nameOnly ? [] : [figureOf(name, lastActual)]
}

const dated = (figure: Piece, when: Value['when'], fallback: number | null): Figure => {
  const read = figureOf(figure, when?.year ?? fallback)
  return when === null || when.kind === 'year' ? read : { ...read, periodKind: when.kind }
}

const compound = ({ place, values }: Entry, year: number | null, scope?: Figure['scope']): Figure => {
  const [first, last] = [values[0]?.figure, values.at(-1)?.figure]
  const start = first ? place.text.indexOf(first.text) : 0
  const end = last ? place.text.lastIndexOf(last.text) + last.text.length : place.text.length
  const labelled = values.every(({ label }) => label !== null)
  const raw = labelled ? place : (part(place, Math.max(start, 0), end) ?? place)
  const parts = values.map(({ figure, label }) => ({ figure, label: label?.text ?? bracketLabel(figure.text) }))
  return compoundOf(raw, parts, year, scope)
}

/** 「3回以上(小学1,2年生)」のかっこの中を部分の札にする。 */
export const bracketLabel = (text: string): string | null => /[(（]([^()（）]+)[)）]$/u.exec(text)?.[1] ?? null

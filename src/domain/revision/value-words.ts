import { amountInWords } from '../indicator/amounts.ts'
import type { Accumulation, Indicator, PlanContent, Project } from '../plan/draft.ts'
import { nodeInWords } from '../plan/outline.ts'
import type { Figure } from '../quantity/figure.ts'
import type { PlainChange } from './revisable.ts'
import { tagWords, yearWords } from './typed-entry.ts'

/** 変更の値の、人の読む字。いくつもの行になることがある（「令和6年度 45件」）。値がなければ空。 */
export type ValueWords =
  | { readonly text: string }
  | { readonly accumulation: Accumulation['kind']; readonly since: string }

/**
 * 変更の前後の値を字にする。ほかの行を指す欄（節・上の節）は、その名で言う。
 *
 * @example changedValue(目標値の変更, 'after', names) // → { text: '令和6年度 50件' }
 */
export const changedValue = (
  { op, field, before, after, on }: PlainChange,
  side: 'before' | 'after',
  names: ReadonlyMap<string, string>,
): ValueWords => {
  const value = side === 'before' ? before : after
  if (value === null || value === undefined || value === '') return { text: '' }
  if (op !== 'set') return { text: nameOf(value as Named) }
  if (field === 'accumulation') {
    const { kind, ...rest } = value as Accumulation
    return { accumulation: kind, since: yearWords('since' in rest ? rest.since : null) }
  }
  if (field === 'targets') return { text: (value as readonly Figure[]).map(figureWords).join('\n') }
  if (field === 'baseline') return { text: figureWords(value as Figure) }
  if (field === 'period') {
    const { from, to } = value as { readonly from: number | null; readonly to: number | null }
    return { text: `${yearWords(from)}～${yearWords(to)}` }
  }
  if (field === 'firstYear' || field === 'lastYear') return { text: yearWords(Number(value)) }
  if (field === 'tags') return { text: tagWords(value as Project['tags']) }
  const named = (id: unknown) => names.get(String(id)) ?? String(id)
  if (Array.isArray(value)) return { text: value.map(named).join('\n') }
  return { text: on === 'plan' ? String(value) : named(value) }
}

type Named = { readonly name?: string; readonly title?: string }

const nameOf = ({ name, title }: Named): string => name ?? title ?? ''

/** 「令和6年度 45件」 */
export const figureWords = ({ year, raw }: Figure): string =>
  year === null ? raw.trim() : `${yearWords(year)} ${raw.trim()}`

/** 指標の単位を添えて。「令和6年度 40経営体」 */
export const targetWords = (figure: Figure, indicator: Indicator): string => {
  const amount = figure.qualifier === null ? amountInWords(figure, indicator) : figure.raw.trim()
  return figure.year === null ? amount : `${yearWords(figure.year)} ${amount}`
}

/** 行の id → 名。新旧の両方から（なくなったものの名も言えるように、後のものが勝つ）。 */
export const namesOf = (...contents: readonly PlanContent[]): ReadonlyMap<string, string> =>
  new Map(
    contents.flatMap(({ nodes, indicators, projects }) => [
      ...nodes.map((node) => [node.id, nodeInWords(node)] as const),
      ...indicators.map(({ id, name }) => [id, name] as const),
      ...projects.map(({ id, name }) => [id, name] as const),
    ]),
  )

import { readAccumulation } from '#domain/indicator/read-accumulation.ts'
import type { Accumulation } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type Doubt, doubt } from './doubt.ts'
import { compoundOf, figureOf, scopeOf } from './figure-of.ts'
import { part, readable } from './fragments.ts'
import { type Phrase, phrasesOf } from './phrases.ts'
import { bracketLabel } from './setting-figures.ts'
import type { Related } from './sheet-head.ts'
import { isDash } from './sheet-years.ts'

/** 個票の右上に書かれた、総合戦略の成果目標・KPI。「—」は関連する指標がないこと。 */
export type RelatedIndicator = {
  readonly class: string
  readonly name: string
  readonly unit: string | null
  readonly accumulation: Accumulation
  readonly target: Figure | null
  readonly place: Place
  readonly doubts: readonly Doubt[]
}

export const relatedIndicators = (related: readonly Related[]): readonly RelatedIndicator[] =>
  related.flatMap(({ label, value }) => {
    if (isDash(value.text)) return []
    return grouped(phrasesOf(value)).map((phrases) => indicatorOf(label, value, phrases))
  })

/** 名のない数量は、前の名の二つめの数量。 */
const grouped = (phrases: readonly Phrase[]): readonly (readonly Phrase[])[] => {
  const groups: Phrase[][] = []
  for (const phrase of phrases) {
    const last = groups.at(-1)
    if (last && phrase.name === null) last.push(phrase)
    else groups.push([phrase])
  }
  return groups
}

const indicatorOf = (label: string, value: Related['value'], phrases: readonly Phrase[]): RelatedIndicator => {
  const [first] = phrases
  const name = readable(first?.name?.text ?? value.text)
  const figures = phrases.flatMap(({ figure }) => figure ?? [])
  const words = `${name} ${figures.map(({ text }) => text).join(' ')}`
  const scope = scopeOf(words)
  const target = targetOf(value, figures, scope)
  const place = first?.name?.place ?? value.place
  return {
    class: label,
    name,
    unit: target?.unit ?? null,
    accumulation: readAccumulation(words),
    target,
    place,
    doubts:
      target?.value != null || target?.parts
        ? []
        : [doubt('warning', 'related-figure-unread', { name, text: value.text }, [value.place])],
  }
}

const targetOf = (
  value: Related['value'],
  figures: readonly Related['value'][],
  scope: Figure['scope'],
): Figure | null => {
  const [first, ...others] = figures
  const last = others.at(-1)
  if (!first) return null
  if (!last) return figureOf(first, null, scope)
  const start = value.text.indexOf(first.text)
  const raw = part(value, start, value.text.lastIndexOf(last.text) + last.text.length) ?? value
  return compoundOf(
    raw,
    figures.map((figure) => ({ figure, label: bracketLabel(figure.text) })),
    null,
    scope,
  )
}

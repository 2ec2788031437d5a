import { plainText } from '#domain/language/plain-text.ts'
import type { Place } from '#domain/provenance.ts'
import { type Era, yearsIn } from '#domain/year/read-year.ts'
import { placeWithin } from '../../assemble/places.ts'

/**
 * 目標のことばの意味。at-end 「（令和7年）」最終の水準、period 「（5年間）」計画期間の合計、
 * each-year 「（各年度）」毎年同じ目標、unstated かっこがない。
 */
type Meaning = 'at-end' | 'period' | 'each-year' | 'unstated'

/** 「40.0％（令和7年）」のような値とかっこ書き。 */
export type Phrase = {
  readonly raw: string
  /** かっこの前（「40.0％」）。 */
  readonly amount: string
  readonly meaning: Meaning
  /** かっこの中の年。幅（平成27年～令和2年）なら終わりの年。 */
  readonly year: number | null
  readonly span: boolean
  readonly place: Place
}

/** 「／基準→目標」の一行。 */
export type TargetText = { readonly baseline: Phrase | null; readonly target: Phrase | null; readonly place: Place }

const arrow = /→|⇒|➡|->/u

/** 指標名の下の「／36.7％（令和元年）→40.0％（5年間）」らしい行か。 */
export const looksLikeTargetText = (text: string): boolean => /^\s*[／/]/u.test(text) || arrow.test(text)

/**
 * 「／基準→目標」を読む。基準か目標が書かれていなければ null。
 *
 * @example readTargetText('／0人（令和元年）→15人（5年間）', place)?.target?.meaning // → 'period'
 */
export const readTargetText = (text: string, place: Place, era?: Era): TargetText => {
  const start = text.length - text.replace(/^\s*[／/]?/u, '').length
  const split = arrow.exec(text)
  const end = split?.index ?? text.length
  const baseline = readPhrase(text.slice(start, end), placeWithin(place, start, end - start), era)
  const from = split ? end + split[0].length : text.length
  const target = readPhrase(text.slice(from), placeWithin(place, from, text.length - from), era)
  return { baseline, target, place }
}

/**
 * 値とかっこ書きを読む。
 *
 * @example readPhrase('△5.13％（令和2年～令和7年）', place) // → { amount: '△5.13％', meaning: 'at-end', year: 2025, span: true, … }
 */
export const readPhrase = (text: string, place: Place, era?: Era): Phrase | null => {
  const raw = text.trim()
  if (raw === '') return null
  const bracket = /[（(]([^（()）]*)[)）]\s*$/u.exec(raw)
  const amount = bracket ? raw.slice(0, bracket.index) : raw
  const inside = bracket?.[1] ?? ''
  const years = yearsIn(inside, era ? { era } : {})
  const lead = text.length - text.trimStart().length
  return {
    raw,
    amount: amount.trim(),
    meaning: meaningOf(plainText(inside), years.length > 0),
    year: years.at(-1)?.year ?? null,
    span: years.length > 1 || /[~～]|年間/u.test(inside),
    place: placeWithin(place, lead, raw.length),
  }
}

const meaningOf = (inside: string, hasYear: boolean): Meaning => {
  if (/各年|毎年|年度ごと|\/年|年間あたり/u.test(inside)) return 'each-year'
  if (/(?:\d+|[一二三四五六七八九十]+)[ヵか箇ケヶ]?年間|累計|合計|期間/u.test(inside)) return 'period'
  return hasYear ? 'at-end' : 'unstated'
}

/** 「6,300人（令和7年）」のように、年を添えた値だけからなる語か。指標名の「…数（３年で一巡）」は数で始まらないので違う。 */
export const isDatedAmount = (word: string): boolean =>
  /^[△▲－―\-−]?[0-9０-９][^（(]*[（(][^）)]*(?:年|[RHＲＨ][0-9０-９元])[^）)]*[)）]$/u.test(word) ||
  /^[－―ー-][^（(]{0,4}[（(][^）)]*年[^）)]*[)）]$/u.test(word)

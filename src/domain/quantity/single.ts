import { halfWidth } from '#domain/language/half-width.ts'
import { readYear } from '#domain/year/read-year.ts'
import { compare } from './decimal.ts'
import type { Figure } from './figure.ts'
import { readNumeral } from './numeral.ts'
import { isUnit, sameUnit } from './unit.ts'
import { type Hints, readAfter, readBefore, readBracketed, together } from './wording.ts'

/** 一つの数の読み。所在と文脈を添える前のもの。 */
export type Single = Pick<Figure, 'value' | 'unit'> & {
  readonly hints: Hints
  readonly year?: number
  readonly periodKind?: NonNullable<Figure['periodKind']>
  readonly upTo?: string
  readonly outOf?: string
  /** かっこ書きの副の値の字面。 */
  readonly secondary?: string
}

/**
 * 「約1,625千人以上（令和元年）」のような、ことばの付いた一つの数を読む。
 * 数でなければ undefined、数の形が壊れていれば 'malformed'。
 */
export const readSingle = (raw: string): Single | 'malformed' | undefined => {
  const { body, brackets } = withoutBrackets(raw)
  const text = halfWidth(body).trim()
  if (isDateLike(text)) return undefined
  const read = readShare(text) ?? readRange(text) ?? readPlain(text)
  if (read === undefined || read === 'malformed') return read
  return brackets.reduce(addBracket, { ...read, unit: asPrinted(read.unit, body) })
}

// 2023.4.1、12:30、0258-83-3507 は数量ではない。
const isDateLike = (text: string): boolean =>
  /^\d{1,4}([./-])\d{1,2}\1\d{1,4}|^\d{1,2}:\d{2}|^\d{2,5}-\d{1,4}-\d{3,4}|^(?:1[89]|20|21)\d\d年/.test(text)

const trailingBracket = /\s*[([〔]([^()[\]〔〕]*)[)\]〕]\s*$/

type Bracketed = { readonly body: string; readonly brackets: readonly string[] }

/** 末尾のかっこ書きを外から順に外す。字面は印刷のまま。 */
const withoutBrackets = (raw: string): Bracketed => {
  const found = trailingBracket.exec(halfWidth(raw))
  if (!found || found.index === 0) return { body: raw, brackets: [] }
  const inner = withoutBrackets(raw.slice(0, found.index))
  const start = halfWidth(raw).search(trailingBracket) + found[0].search(/[([〔]/) + 1
  return { body: inner.body, brackets: [...inner.brackets, raw.slice(start, start + (found[1] ?? '').length)] }
}

/** 単位を印刷の字面（％と%）に戻す。 */
const asPrinted = (unit: string | null, body: string): string | null => {
  if (unit === null) return null
  const printed = body.replace(/[\s\u200b]+/g, '')
  const half = halfWidth(printed)
  const at = half.indexOf(unit, Math.max(0, half.search(/\d/)))
  return at < 0 ? unit : printed.slice(at, at + unit.length)
}

const addBracket = (single: Single, printed: string): Single => {
  const words = halfWidth(printed).trim()
  const known = readBracketed(words)
  if (known) return { ...single, hints: together(single.hints, known) }
  if (single.secondary === undefined && holdsNumber(words)) return { ...single, secondary: printed.trim() }
  return { ...single, ...bracketYear(words), hints: together(single.hints, { remark: printed.trim() }) }
}

/** 「（令和元年）」「（平成27年～令和2年）」。幅のある期間は始まりの年で持つ。 */
const bracketYear = (words: string): Pick<Single, 'year' | 'periodKind'> => {
  const year = readYear(words)
  if (year) return { year: year.year, periodKind: year.month === undefined ? year.kind : 'as-of' }
  const [, from, to] = /^([^~〜]+)[~〜]([^~〜]+)$/.exec(words) ?? []
  const [start, end] = [readYear(from ?? ''), readYear(to ?? '')]
  return start && end ? { year: start.year, periodKind: 'span' } : {}
}

const holdsNumber = (words: string): boolean => {
  if (!/\d/.test(words)) return false
  const read = readSingle(withoutLabel(words).rest)
  return read !== undefined && read !== 'malformed'
}

/** 「うち女性12人」「全国６位」の名と値。 */
export const withoutLabel = (words: string): { readonly label: string | null; readonly rest: string } => {
  const [, label, rest] =
    /^\s*((?:うち|内|全国|国|県|市|男|女|前年|前回)[^\d()△▲▼-]{0,10}?)[::]?\s*([△▲▼-]?\d.*)$/s.exec(halfWidth(words)) ??
    []
  return label && rest ? { label, rest } : { label: null, rest: words }
}

const readPlain = (text: string): Single | 'malformed' | undefined => {
  const prefix = readBefore(text)
  if (prefix) {
    const rest = readPlain(text.slice(prefix.length))
    return rest === undefined || rest === 'malformed' ? rest : { ...rest, hints: together(prefix.hints, rest.hints) }
  }
  const numeral = readNumeral(text)
  if (numeral === undefined || numeral === 'malformed') return numeral
  const rest = readRest(text.slice(numeral.length))
  if (rest === undefined) return /^\s*[憶臆萬]/.test(text.slice(numeral.length)) ? 'malformed' : undefined
  return { value: numeral.value, unit: rest.unit, hints: rest.hints }
}

/** 数のあと: 単位と、以上・未満など。認められない語が残れば数とは読まない。 */
const readRest = (text: string): { readonly unit: string | null; readonly hints: Hints } | undefined => {
  const unit = text.replace(/\s+/g, '')
  if (unit === '') return { unit: null, hints: {} }
  if (isUnit(unit)) return { unit, hints: {} }
  const tail = readAfter(unit)
  const inner = tail && readRest(unit.slice(0, unit.length - tail.length))
  return inner && { unit: inner.unit, hints: together(inner.hints, tail.hints) }
}

/** 「20～30㎢」「40％以上60％以下」。下の端が上の端を越えるものは読まない。 */
const readRange = (text: string): Single | undefined => {
  const [, low, high] =
    /^([^~～〜]+)[~～〜]([^~～〜]+)$/.exec(text) ?? /^(.*\d\D*?以上)(\d.*(?:以下|未満|以内))$/.exec(text) ?? []
  if (!low || !high) return undefined
  const [from, to] = [readPlain(low.trim()), readPlain(high.trim())]
  if (!isSingle(from) || !isSingle(to) || from.value === null || to.value === null) return undefined
  if (from.unit !== null && !sameUnit(from.unit, to.unit)) return undefined
  if (compare(from.value, to.value) > 0) return undefined
  const { qualifier: _low, ...hints } = together(from.hints, to.hints)
  return { value: from.value, upTo: to.value, unit: to.unit, hints }
}

/** 「9.4/14問」「3校／全14校」「４科目中０科目」。単位のない「3/5」は日付かもしれないので読まない。 */
const readShare = (text: string): Single | undefined => {
  const slash = /^([^/]*\d[^/]*)\/\s*全?(\d[^/]*)$/.exec(text)
  const among = /^全?(\d[^中]*)中\s*(\d[^中]*)$/.exec(text)
  const [part, whole] = slash ? [slash[1], slash[2]] : [among?.[2], among?.[1]]
  const [value, outOf] = [readPlain(part?.trim() ?? ''), readPlain(whole?.trim() ?? '')]
  if (!isSingle(value) || !isSingle(outOf) || value.value === null || outOf.value === null) return undefined
  if (value.unit === null && outOf.unit === null) return undefined
  if (value.unit !== null && !sameUnit(value.unit, outOf.unit)) return undefined
  return { ...value, unit: value.unit ?? outOf.unit, outOf: outOf.value }
}

const isSingle = (read: Single | 'malformed' | undefined): read is Single => read !== undefined && read !== 'malformed'

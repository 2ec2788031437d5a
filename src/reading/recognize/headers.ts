import { plainText } from '#domain/language/plain-text.ts'
import type { Era, ReadYear } from '#domain/year/read-year.ts'
import { readYear } from '#domain/year/read-year.ts'
import { headerVocabulary } from './header-vocabulary.ts'

/**
 * 見出しの役。一つの見出しが二つの役を持つことがある（「目標値（R6）」は target と year、「指標名称（単位）」は name と unit）。
 * baseline と actual の両方を持つ「現状値」は、表の中の仲間を見て `settleHeaders` が決める。
 */
export type HeaderRole =
  | 'name'
  | 'level'
  | 'project'
  | 'baseline'
  | 'target'
  | 'actual'
  | 'rate'
  | 'grade'
  | 'row-label'
  | 'year'
  | 'unit'
  | 'direction'
  | 'department'
  | 'implementer'
  | 'remarks'
  | 'reason'
  | 'outlook'
  | 'opinion'
  | 'definition'
  | 'cost'
  | 'sheet-number'
  | 'number'
  | 'period'
  | 'sdgs'
  | 'comparison'
  | 'repeat'
  | 'change'
  /** 年度の列で、値の役は行の見出しが決める（人が選んだとき）。 */
  | 'by-row'
  /** 人が読まなくてよいとした列。 */
  | 'ignored'

/** 読んだ見出し。`word` はかっこと年を除いた語（平らな字面）、`hints` はかっこの中身。 */
export type Header = {
  readonly text: string
  readonly word: string
  readonly roles: readonly HeaderRole[]
  readonly year: ReadYear | null
  readonly unit: string | null
  /** 「最終目標」「5年間の合計」のように、年ごとでない値か。 */
  readonly scope: 'final' | 'period' | null
  readonly hints: readonly string[]
}

export type HeaderContext = { readonly era?: Era }

const brackets = /[([〈【]([^)\]〉】]*)[)\]〉】]/gu

const unitHint = /^(?:単位[:]?)?(千円|百万円|万円|億円|円|%|人|件|回|か所|箇所|団体|千人|万人|㎡|m2|ha|km|t)$/u

/** かっこの中の単位。「単位：経営体」のように断ってあれば、知らない単位でも取る。 */
const unitIn = (hint: string): string | undefined => unitHint.exec(hint)?.[1] ?? /^単位:(.{1,8})$/u.exec(hint)?.[1]

const leadingYear = /^['’]?(?:令和|平成|昭和|R|H|S)?(?:元|\d{1,4})(?:年度|年|\/\d{1,2})?(?:\(\d{4}\))?(?:の|末)?/u
const trailingYear = /(?:令和|平成|昭和|R|H|S)?(?:元|\d{1,4})(?:年度|年)?(?:末)?$/u

/**
 * 見出しを読む。字の幅・空白・改行・かっこの違いに左右されず、語で役を決める。知らない見出しの roles は空。
 * 番号は手引き（docs の用語）の見出し語の表による。
 *
 * @example readHeader('目標値 (R6)') // → { word: '目標値', roles: ['target', 'year'], year: { year: 2024, … }, … }
 * @example readHeader('事業費(千円)') // → { roles: ['cost'], unit: '千円', … }
 */
export const readHeader = (text: string, context: HeaderContext = {}): Header => {
  if (text.length > longestHeader || isPlainNumber(text))
    return { text, word: text, roles: [], year: null, unit: null, scope: null, hints: [] }
  const key = `${context.era ?? ''}\t${text}`
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= rememberedAtMost) remembered.clear()
  const header = readAfresh(text, context)
  remembered.set(key, header)
  return header
}

/** 見出しはどんなに長くてもこの字数まで（実物の最長は 25 字ほど）。本文の段落を読みにいかない。 */
const longestHeader = 60

/** 年（2023）でない数。広い表では升目のほとんどがこれなので、見出しとして読みにいかない。 */
const isPlainNumber = (text: string): boolean => /^[△▲-]?\d[\d,.]*[%％]?$/u.test(text) && !/^\d{4}$/.test(text)

/** 同じ見出しと値（「実績値」「-」）が一つの図書に何百度も出るので、読んだものを覚えておく。 */
const remembered = new Map<string, Header>()
const rememberedAtMost = 5000

const readAfresh = (text: string, context: HeaderContext): Header => {
  const plain = plainText(text)
  const hints = [...plain.matchAll(brackets)].map((match) => match[1] ?? '').filter((hint) => hint !== '')
  const bare = plain.replace(brackets, '')
  const { word, year: written } = withoutYear(bare === '' ? (hints[0] ?? '').replace(/:.*$/, '') : bare, context)
  const entries = headerVocabulary.get(word) ?? []
  const hinted = hints.flatMap((hint) => headerVocabulary.get(hint) ?? [])
  const year = written ?? firstYear(hints, context)
  const roles = [
    ...entries.map(({ role }) => role),
    ...(entries.length === 0 || hinted.some(({ role }) => role === 'unit') ? hinted.map(({ role }) => role) : []),
    ...(year && (entries.length > 0 || hinted.length > 0 || isBesideYear(word)) ? (['year'] as const) : []),
  ]
  return {
    text,
    word,
    roles: [...new Set(roles)],
    year,
    unit: hints.map(unitIn).find((unit) => unit !== undefined) ?? null,
    scope: entries.find(({ scope }) => scope)?.scope ?? null,
    hints,
  }
}

/**
 * 年のほかに残ってよい語。「令和5年度末の到達点」のように知らない語が残るものは、年は分かっても何の値か分からない
 * （見出しの役がない）。
 */
const isBesideYear = (word: string): boolean => /^(?:の|値|分|度|末|現在|時点|計|累計|期末|年度末|中間)?$/u.test(word)

/** 語の前後の年を外す。年として読めないもの（「3つの目標」）や、語彙にそのままある語（「5年間の合計」）は外さない。 */
const withoutYear = (
  bare: string,
  context: HeaderContext,
): { readonly word: string; readonly year: ReadYear | null } => {
  if (headerVocabulary.has(bare)) return { word: bare, year: null }
  const whole = readYear(bare, context)
  if (whole?.month !== undefined) return { word: '', year: whole }
  const found = [leadingYear, trailingYear].flatMap((pattern) => {
    const part = pattern.exec(bare)?.[0] ?? ''
    const year = part === '' ? undefined : yearOf(part.replace(/[の末]$/u, ''), context)
    return year ? [{ word: bare.replace(pattern, ''), year }] : []
  })[0]
  if (found && (found.word === '' || headerVocabulary.has(found.word))) return found
  return yearBeforeWord(bare, context) ?? found ?? { word: bare, year: null }
}

/** 「H31/R1実績」: 二通りに書いた年のあとに、知っている見出し語が続くもの。 */
const yearBeforeWord = (
  bare: string,
  context: HeaderContext,
): { readonly word: string; readonly year: ReadYear } | null => {
  if (!/\d[^\d]+$/u.test(bare)) return null
  for (let at = 2; at < Math.min(bare.length, longestYear); at += 1) {
    const word = bare.slice(at)
    const year = headerVocabulary.has(word) ? yearOf(bare.slice(0, at), context) : undefined
    if (year) return { word, year }
  }
  return null
}

const longestYear = 16

/** 元号も「年」もない一、二桁の数字は年でない。 */
const yearOf = (label: string, context: HeaderContext): ReadYear | undefined =>
  /^\d{1,3}$/.test(label) ? undefined : readYear(label, context)

const firstYear = (hints: readonly string[], context: HeaderContext): ReadYear | null =>
  hints.map((hint) => yearOf(hint, context)).find((year) => year !== undefined) ?? null

/**
 * 表の見出しをそろえて、二通りに読める見出しを仲間から決める。
 * 「現状値」は、基準値・策定時・当初値と並べば最新の実績、目標値とだけ並べば基準値。どちらでもなければ二役のまま残す。
 * 年のある「KPI」は、ほかに指標名の列があれば、その年の実績。
 * 「旧目標・新目標」「変更前・変更後」は、新しいほうだけが目標値（旧いほうは断り書きとして持つ）。
 *
 * @example settleHeaders(['指標', '現状値', '目標値'].map((text) => readHeader(text)))[1]?.roles // → ['baseline']
 */
export const settleHeaders = (written: readonly Header[]): readonly Header[] => {
  const headers = settleChanges(written)
  const certain = (role: HeaderRole) =>
    headers.some(({ roles }) => roles.includes(role) && !(roles.includes('baseline') && roles.includes('actual')))
  const names = headers.filter(({ roles }) => roles.includes('name'))
  return headers.map((header) => {
    if (header.roles.includes('baseline') && header.roles.includes('actual')) {
      if (certain('baseline')) return without(header, 'baseline')
      return certain('target') ? without(header, 'actual') : header
    }
    const datedKpi = header.word === 'KPI' && header.year !== null && names.length > 1
    return datedKpi ? { ...header, roles: ['actual', 'year'] } : header
  })
}

const settleChanges = (headers: readonly Header[]): readonly Header[] => {
  const hasTarget = headers.some(({ roles }) => roles.includes('target') && !roles.includes('change'))
  return headers.map((header) => (header.roles.includes('change') ? changed(header, hasTarget) : header))
}

const newer = /(?:新目標値?|見直し後|変更後|改定後|改訂後)/u

/** 見直しの列。新しいほうは目標値、旧いほうは目標値ではない（「目標値」の下の「変更前」も）。 */
const changed = (header: Header, otherTarget: boolean): Header => {
  const isTarget = header.roles.includes('target')
  if (!newer.test(plainText(header.text))) return without(header, 'target')
  return isTarget || !otherTarget
    ? { ...without(header, 'change'), roles: [...new Set<HeaderRole>(['target', ...without(header, 'change').roles])] }
    : header
}

const without = (header: Header, role: HeaderRole): Header => ({
  ...header,
  roles: header.roles.filter((each) => each !== role),
})

/** 行の見出し（「実績値」「達成率」）が言う、その行の値の役。share はすぐ上の行を％で言い直した行（「（％）」）。 */
export type RowRole = 'target' | 'actual' | 'rate' | 'grade' | 'cost' | 'share'

/**
 * 行の見出しを読む。値の役でなければ undefined。
 *
 * @example rowRole('実績値') // → 'actual'
 * @example rowRole('商工課') // → undefined
 */
export const rowRole = (text: string): RowRole | undefined => {
  if (/^\s*[(（]?[%％][)）]?\s*$/u.test(text)) return 'share'
  const { roles } = readHeader(text)
  return (['rate', 'actual', 'target', 'grade', 'cost'] as const).find((role) => roles.includes(role))
}

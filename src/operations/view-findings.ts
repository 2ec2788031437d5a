import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import { findingKey } from '#domain/findings/finding-key.ts'
import { findingsIn } from '#domain/findings/findings-in.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { Note } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Quote, quoterFor } from './quote-places.ts'
import { pageNumber } from './row-pages.ts'
import type { OpenSource } from './shelf.ts'

/** 気づきの扱い。open まだ答えていない、asked 担当課に尋ねている、leave 印刷のまま、corrected 直した。 */
export type FindingState = (typeof findingStates)[number]
export const findingStates = ['open', 'asked', 'leave', 'corrected'] as const
export const findingLevels = ['error', 'warning', 'info'] as const

/** 気づき一つ。check 突合で見つけた食い違い、reading 値の読みかたについて確かめてほしいこと。 */
export type Finding = { readonly key: string; readonly note: Note; readonly origin: 'check' | 'reading' }

/** 気づきが指す行。 */
type About = { readonly kind: 'indicator' | 'project' | 'node'; readonly id: string; readonly name: string }

/** 頁に並べる一件。 */
export type FindingLine = Finding & {
  readonly state: FindingState
  readonly answer: FindingAnswer | undefined
  readonly quotes: readonly Quote[]
  readonly about: readonly About[]
}

export type FindingFilter = {
  readonly level?: string | undefined
  readonly state?: string | undefined
  /** 何についてか（気づきの符号）。`reading` は読みかたのものすべて。 */
  readonly code?: string | undefined
  readonly page?: number | undefined
}

export type FindingsView = {
  readonly edition: Edition
  readonly lines: readonly FindingLine[]
  /** 絞り込みに合うすべて（答えたあと、次へ進むため）。 */
  readonly keys: readonly string[]
  readonly total: number
  readonly counts: {
    readonly level: Readonly<Record<Note['level'], number>>
    readonly state: Readonly<Record<FindingState, number>>
  }
  /** 何についてのものがあるか。 */
  readonly codes: readonly string[]
  readonly filter: FindingFilter
  readonly page: { readonly number: number; readonly of: number }
  /** 答えたあと、値が変わって食い違わなくなったものの数。 */
  readonly resolved: number
}

// 版は値であり変わらないので、同じ版の突合は一度でよい。
const found = new WeakMap<Edition, readonly Finding[]>()

/**
 * 版の気づきを、重いものから。突合で見つけた食い違いと、読み手が値について確かめてほしいと言ったもの。
 * 同じ文の同じ行のものは一度だけ。
 */
export const findingsOf = (edition: Edition): readonly Finding[] => {
  const known = found.get(edition)
  if (known) return known
  const checks = findingsIn(asDraft(edition))
  const said = new Set(checks.map(findingKey))
  const notes = edition.content.notes.filter((note) => concernsValues(note) && !said.has(findingKey(note)))
  const all = [...checks.map(withKey('check')), ...notes.map(withKey('reading'))].toSorted(byWeight)
  const findings = [...new Map(all.map((each) => [each.key, each])).values()]
  found.set(edition, findings)
  return findings
}

const withKey =
  (origin: Finding['origin']) =>
  (note: Note): Finding => ({ key: findingKey(note), note, origin })

/** 行の値や名についての気づきか。団体コードや計画期間のように取り込むときに済んだことは、ここでは尋ねない。 */
const concernsValues = ({ level, about = [] }: Note): boolean => level !== 'info' && about.length > 0

const byWeight = (a: Finding, b: Finding): number =>
  findingLevels.indexOf(a.note.level) - findingLevels.indexOf(b.note.level)

/** 一頁の気づき。一件に引用と答えの欄が付くので、表より少なく。 */
const findingsOnPage = 50

/** @param answers 鍵（`findingKey`）→ 答え。 */
export const findingsView = (
  edition: Edition,
  source: OpenSource | undefined,
  answers: ReadonlyMap<string, FindingAnswer>,
  asked: FindingFilter = {},
): FindingsView => {
  const all = findingsOf(edition)
  const stateOf = ({ key }: Finding): FindingState => answers.get(key)?.answer ?? 'open'
  const filter = cleanFilter(asked)
  const kept = all.filter(
    (each) =>
      (filter.level === undefined || each.note.level === filter.level) &&
      (filter.state === undefined || stateOf(each) === filter.state) &&
      (filter.code === undefined || subjectOf(each) === filter.code),
  )
  const of = Math.max(1, Math.ceil(kept.length / findingsOnPage))
  const number = pageNumber(asked.page, of)
  const line = lineMaker(edition, source, answers)
  const keys = new Set(all.map(({ key }) => key))
  return {
    edition,
    lines: kept.slice((number - 1) * findingsOnPage, number * findingsOnPage).map(line),
    keys: kept.map(({ key }) => key),
    total: all.length,
    counts: {
      level: countBy(findingLevels, all, ({ note }) => note.level),
      state: countBy(findingStates, all, stateOf),
    },
    codes: [...new Set(all.map(subjectOf))],
    filter,
    page: { number, of },
    resolved: [...answers.keys()].filter((key) => !keys.has(key)).length,
  }
}

/** 何についての気づきか。突合は符号ごと、読みかたのものは一つにまとめる（符号が多く、どれも「確かめてください」）。 */
const subjectOf = ({ note, origin }: Finding): string => (origin === 'reading' ? 'reading' : note.code)

const cleanFilter = ({ level, state, code }: FindingFilter): FindingFilter => ({
  level: findingLevels.find((each) => each === level),
  state: findingStates.find((each) => each === state),
  code: code || undefined,
})

const countBy = <K extends string>(
  kinds: readonly K[],
  all: readonly Finding[],
  kindOf: (finding: Finding) => K,
): Readonly<Record<K, number>> => {
  const counted = Map.groupBy(all, kindOf)
  return Object.fromEntries(kinds.map((kind) => [kind, counted.get(kind)?.length ?? 0])) as Record<K, number>
}

const lineMaker = (edition: Edition, source: OpenSource | undefined, answers: ReadonlyMap<string, FindingAnswer>) => {
  const quote = quoterFor(edition, source)
  const named = namesIn(edition)
  return (finding: Finding): FindingLine => {
    const { places, about = [] } = finding.note
    const answer = answers.get(finding.key)
    return {
      ...finding,
      answer,
      state: answer?.answer ?? 'open',
      quotes: places.map((place) => quote(place, about)),
      about: about.flatMap((id) => named.get(id) ?? []),
    }
  }
}

const namesIn = ({ content }: Edition): ReadonlyMap<string, About> =>
  new Map<string, About>([
    ...content.nodes.map(({ id, title }) => [id, { kind: 'node', id, name: title }] as const),
    ...content.projects.map(({ id, name }) => [id, { kind: 'project', id, name }] as const),
    ...content.indicators.map(({ id, name }) => [id, { kind: 'indicator', id, name }] as const),
  ])

/** 答えたあとに見る気づき。絞り込みの並びで次のもの、最後なら前のもの。 */
export const nextKey = (keys: readonly string[], key: string): string | undefined => {
  const at = keys.indexOf(key)
  return at === -1 ? undefined : (keys[at + 1] ?? keys[at - 1])
}

/** その気づきのある頁。 */
export const pageOfKey = (keys: readonly string[], key: string): number =>
  Math.floor(Math.max(0, keys.indexOf(key)) / findingsOnPage) + 1

import { finalTarget } from '#domain/indicator/figures.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { latestOf, reckon, type YearReckoning } from '#domain/plan/reckoning.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { fold } from '#domain/search/fold.ts'
import { type Rank, rankOf } from '#domain/search/rank.ts'
import { type Excerpt, excerptOf, hasAll, marksIn, type Range, type Words, wordsIn } from '#domain/search/words.ts'
import { identityOf, type SearchEntry, type SearchKind, searchIndexOf, searchKinds } from './search-index.ts'

export type { SearchKind } from './search-index.ts'

/** 見つかった一件。 */
export type SearchHit = {
  readonly entry: SearchEntry
  /** 名の中の印。 */
  readonly marks: readonly Range[]
  /** 名のほかで見つかったとき、その字のあたり。 */
  readonly excerpt: Excerpt | undefined
  /** 指標なら、最終の目標と、値のあるいちばん新しい年度のこと。 */
  readonly indicator: { readonly target: Figure | undefined; readonly latest: YearReckoning | undefined } | undefined
}

/** 種類ごとのまとまり。`hits` は見せる分だけ、`count` はすべて。 */
export type SearchGroup = { readonly kind: SearchKind; readonly count: number; readonly hits: readonly SearchHit[] }

export type SearchView = {
  readonly q: string
  /** 探せることばがあったか（空や記号だけでは探せない）。 */
  readonly asked: boolean
  readonly kind: SearchKind | undefined
  readonly total: number
  /** すべての種類の数（一つの種類だけを見ているときも）。 */
  readonly counts: readonly { readonly kind: SearchKind; readonly count: number }[]
  readonly groups: readonly SearchGroup[]
  readonly page: number
  readonly pages: number
}

export type SearchAsked = { readonly kind?: string | undefined; readonly page?: number | undefined }

/** 種類ごとに初めに見せる数と、一つの種類をすべて見るときの一頁の数。 */
const atFirst = 10
export const hitsPerPage = 100

/**
 * 市のどの計画からも探す。名がその語で始まるもの、名にあるもの、ほかの字にあるものの順で、
 * 同じなら新しい計画、印刷された順。再掲や同じ事業の行は一度だけ。
 *
 * @example searchCity(editions, '空き家 ﾊﾞﾝｸ').groups[0]?.hits[0]?.entry.name // → '空き家バンク登録件数'
 */
export const searchCity = (editions: readonly Edition[], q: string, asked: SearchAsked = {}): SearchView => {
  const words = wordsIn(q)
  const found = Map.groupBy(matching(editions, words), ({ target }) => target.kind)
  const kind = searchKinds.find((each) => each === asked.kind)
  const counts = searchKinds.map((each) => ({ kind: each, count: found.get(each)?.length ?? 0 }))
  const pages = kind ? Math.max(1, Math.ceil((found.get(kind)?.length ?? 0) / hitsPerPage)) : 1
  const page = Math.min(Math.max(asked.page ?? 1, 1), pages)
  const shown = (each: SearchKind) =>
    kind
      ? (found.get(each) ?? []).slice((page - 1) * hitsPerPage, page * hitsPerPage)
      : (found.get(each) ?? []).slice(0, atFirst)
  return {
    q,
    asked: words.length > 0,
    kind,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    counts: counts.filter(({ count }) => count > 0),
    groups: counts
      .filter((each) => each.count > 0 && (kind === undefined || each.kind === kind))
      .map((each) => ({ ...each, hits: shown(each.kind).map((entry) => hitOf(entry, words)) })),
    page,
    pages,
  }
}

type Found = { readonly entry: SearchEntry; readonly rank: Rank }

const matching = (editions: readonly Edition[], words: Words): readonly SearchEntry[] => {
  const found = newestFirst(editions)
    .flatMap(searchIndexOf)
    .flatMap((entry): readonly Found[] => {
      const rank = rankOf(entry.folded, words)
      return rank === undefined ? [] : [{ entry, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  return firstOfEach(found.map(({ entry }) => entry))
}

const newestFirst = (editions: readonly Edition[]): readonly Edition[] =>
  editions.toSorted((a, b) => (b.lastYear ?? b.firstYear ?? 0) - (a.lastYear ?? a.firstYear ?? 0))

/** 同じ課や同じ図書は、いくつの計画に出てきても一度だけ。 */
const firstOfEach = (entries: readonly SearchEntry[]): readonly SearchEntry[] => {
  const seen = new Set<string>()
  return entries.filter((entry, index) => {
    const identity = identityOf(entry, index)
    return !seen.has(identity) && seen.add(identity)
  })
}

const hitOf = (entry: SearchEntry, words: Words): SearchHit => ({
  entry,
  marks: marksIn(entry.name, words),
  excerpt: hasAll(entry.folded.name, words) ? undefined : excerptIn(entry, words),
  indicator: standingOf(entry),
})

const standingOf = ({ edition, target }: SearchEntry): SearchHit['indicator'] => {
  if (target.kind !== 'indicator') return undefined
  const reckoning = reckon(edition).byId.get(target.id)
  return reckoning && { target: finalTarget(reckoning.indicator), latest: latestOf(reckoning) }
}

/** 名にない語のある、初めの文。 */
const excerptIn = ({ folded, texts }: SearchEntry, words: Words): Excerpt | undefined => {
  const missing = words.filter((word) => !folded.name.includes(word))
  const text = texts.find((each) => missing.some((word) => fold(each).includes(word)))
  return text === undefined ? undefined : excerptOf(text, missing)
}

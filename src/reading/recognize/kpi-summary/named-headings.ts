import type { PageMatch } from './page-match.ts'
import type { Heading } from './sections.ts'
import type { TitleItem } from './stream-items.ts'

/** 題のついた見出し。`apart` は番号と題が離れて印刷されていたもの。 */
export type NamedHeading = Heading & {
  readonly number: string
  readonly title: string
  readonly apart: boolean
  readonly at: number
  /** 離れていた題の、番号からの行の隔たり。 */
  readonly distance: number
  readonly place: PageMatch['parts']['headings'][number]['item']['place']
}

type Title = { readonly item: TitleItem }

/** 見比べる配り方の数の限り。 */
const waysLimit = 12

/** 題の離れた見出しに、離れた題を配る。配り方が二通り以上あれば、近いものどうしの方から返す。 */
export const titleReadings = (pages: readonly PageMatch[]): readonly (readonly NamedHeading[])[] => {
  let readings: readonly (readonly NamedHeading[])[] = [[]]
  pages.forEach(({ parts }, page) => {
    const bare = parts.headings.filter(({ item }) => item.title === null)
    const ways = deal(
      bare.map(({ item }) => item.line),
      parts.titles,
    )
    readings = readings
      .flatMap((before) =>
        ways.map((titles) => [...before, ...namedOn(page, parts.headings, (line) => titles.get(line))]),
      )
      .toSorted((a, b) => apartCost(a) - apartCost(b))
      .slice(0, waysLimit)
  })
  return readings
}

const namedOn = (
  page: number,
  headings: PageMatch['parts']['headings'],
  titleFor: (line: number) => Title | undefined,
): readonly NamedHeading[] =>
  headings.map(({ item, at }) => {
    const title = item.title === null ? titleFor(item.line) : undefined
    return {
      key: `${page}:${at}`,
      depth: item.depth,
      order: item.order,
      page,
      number: item.number,
      title: item.title ?? title?.item.title.text ?? '',
      apart: item.title === null,
      at,
      place: item.place,
      distance: title ? Math.abs(title.item.line - item.line) : 0,
    }
  })

/** 一頁で題を配る番号の数の限り（ふつうは一つか二つ）。残りは題のないまま知らせる。 */
const dealtHeadings = 8

/** 番号の行ごとに題を一つずつ配る配り方。題の候補は、どの番号からも近いものに限る。 */
const deal = (lines: readonly number[], titles: readonly Title[]): readonly ReadonlyMap<number, Title>[] => {
  let ways: readonly ReadonlyMap<number, Title>[] = [new Map()]
  for (const line of lines.slice(0, dealtHeadings)) {
    const near = titles.toSorted((a, b) => Math.abs(a.item.line - line) - Math.abs(b.item.line - line)).slice(0, 6)
    const dealt = ways.flatMap((way) =>
      near
        .filter((title) => ![...way.values()].includes(title))
        .map((title) => new Map([...way, [line, title] as const])),
    )
    if (dealt.length > 0) ways = dealt.slice(0, waysLimit * 4)
  }
  return ways
}

/** 離れた番号と題は、近いものどうしらしい。 */
export const apartCost = (headings: readonly NamedHeading[]): number =>
  headings.reduce((sum, { distance }) => sum + distance * 0.03, 0)

import {
  type ColumnChoice,
  type HeaderChoice,
  noChoices,
  type ReadingChoices,
  type TableKey,
} from '#domain/review/correction.ts'
import type { Era } from '#domain/year/read-year.ts'
import type { SourceDocument } from '../../document.ts'

/** 頁の中で表の見出しを探すときに要ること。 */
export type TableSearch = {
  readonly era: Era | undefined
  /** 人が示した見出し。行の番号 → 段の数。 */
  readonly headers: ReadonlyMap<number, number>
  /** 人が選んだ列。表の鍵 → 列。 */
  readonly columns: ReadonlyMap<TableKey, readonly ColumnChoice[]>
  /** 人が列を選んだ表と、見出しの同じ表に当てる選び。見出しの字 → 初めの列から数えた列。 */
  readonly alike: ReadonlyMap<string, readonly ColumnChoice[]>
  /** 語では見出しと分からない行で、人が列を選んだ表の見出しと同じ字の行 → 段の数。 */
  readonly headerTexts: ReadonlyMap<string, number>
}

/** 頁ごとの探しかた。`choices` の頁は 1 から数える。 */
export const tableSearches = (
  document: SourceDocument,
  choices: ReadingChoices = noChoices,
): readonly TableSearch[] => {
  const era = eraOf(document)
  const columns = Map.groupBy(choices.columns, ({ table }) => table)
  return document.pages.map((_, index) => ({
    era,
    headers: headersOn(choices.headers, index + 1),
    columns,
    alike: new Map(),
    headerTexts: new Map(),
  }))
}

/** 同じ行を二度示されたら、後のほう。段の数は 1 から 9 まで（でたらめな数で表を飲み込まない）。 */
const headersOn = (headers: readonly HeaderChoice[], page: number): ReadonlyMap<number, number> =>
  new Map(
    headers
      .filter((choice) => choice.page === page)
      .map(({ line, lines }) => [line, Math.min(9, Math.max(1, Math.trunc(lines) || 1))]),
  )

/** 元号のない見出し（「3年度」）のための、図書の元号。令和と平成のうち多く出るほう。 */
const eraOf = (document: SourceDocument): Era | undefined => {
  const text = document.pages.flatMap(({ lines }) => lines.slice(0, 2000).map((line) => line.text)).join('\n')
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const reiwa = count(/令和|[RＲ][0-9０-９元]/gu)
  const heisei = count(/平成|[HＨ][0-9０-９]/gu)
  if (reiwa + heisei === 0) return undefined
  return reiwa >= heisei ? '令和' : '平成'
}

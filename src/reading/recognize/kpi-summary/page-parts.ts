import type { NumberRow } from './number-rows.ts'
import type { Phrase } from './phrase.ts'
import type { Wanted } from './row-evidence.ts'
import { type RowValues, rowValues } from './row-values.ts'
import type {
  CommentItem,
  GoalItem,
  HeadingItem,
  Item,
  LabelItem,
  ProjectItem,
  TitleItem,
  Written,
} from './stream-items.ts'
import type { StreamPage, TableYears } from './stream-pages.ts'

/** 数の行を求めている升目。KPI か数値目標。`at` は文字の流れの中の順。 */
export type Label = Wanted & {
  readonly name: Written
  readonly class: 'KPI' | '数値目標'
  readonly at: number
  readonly line: number
  readonly lastLine: number
  readonly noTargetText: string | null
  /** 同じかたまりに印刷された事業名。 */
  readonly ownProject: Written | null
}

/** 数の行とその値。 */
export type ValuedRow = { readonly row: NumberRow; readonly values: RowValues }

/** 頁の部品。まだ組み合わさっていない。 */
export type PageParts = {
  readonly page: StreamPage
  readonly kpis: readonly Label[]
  readonly goals: readonly Label[]
  readonly rows: readonly ValuedRow[]
  readonly goalRows: readonly ValuedRow[]
  readonly projects: readonly { readonly item: ProjectItem; readonly at: number }[]
  readonly comments: readonly { readonly item: CommentItem; readonly at: number }[]
  readonly headings: readonly { readonly item: HeadingItem; readonly at: number }[]
  /** 見出しの番号から離れた題らしい字句。 */
  readonly titles: readonly { readonly item: TitleItem; readonly at: number }[]
}

const ofKind = <K extends Item['kind']>(items: readonly Item[], kind: K) =>
  items.flatMap((item, at) => (item.kind === kind ? [{ item: item as Extract<Item, { kind: K }>, at }] : []))

/**
 * 一頁で組む数の限り。印刷の一頁は多くて数十行なので、これを超えるのは頁の区切りが失われた壊れた図書。
 * 超えた数の行は名のない行として、超えた名と所見は相手のないものとして残る。
 */
export const pageLimit = 400

export const partsOf = (page: StreamPage, years: TableYears): PageParts => {
  const valued = (row: NumberRow): ValuedRow => ({ row, values: rowValues(row, years) })
  const titles = ofKind(page.items, 'title')
  const { goals, used } = goalLabels(ofKind(page.items, 'goal'), titles)
  return {
    page,
    kpis: ofKind(page.items, 'label')
      .slice(0, pageLimit)
      .map(({ item, at }) => kpiLabel(item, at)),
    goals,
    rows: page.rows.map(valued),
    goalRows: page.goalRows.map(valued),
    projects: ofKind(page.items, 'project'),
    comments: ofKind(page.items, 'comment'),
    headings: ofKind(page.items, 'heading'),
    titles: titles.filter((title) => !used.includes(title)),
  }
}

const kpiLabel = (item: LabelItem, at: number): Label => ({
  class: 'KPI',
  name: item.name,
  at,
  line: item.line,
  lastLine: item.lastLine,
  baseline: item.target?.baseline ?? null,
  target: item.target?.target ?? null,
  noTarget: item.noTarget !== null,
  noTargetText: item.noTarget?.text ?? null,
  ownProject: item.project,
})

type Placed<T> = { readonly item: T; readonly at: number }

/** 指標の名らしい終わり方。離れた題が指標名か施策名かを分ける。 */
const indicatorEnding = /(?:率|数|額|量|高|度|割合|人口|者|指数|面積|時間|減|増)(?:[（(][^）)]*[）)])?$/u

/**
 * 数値目標の升目を組む。名・基準値・目標値が別々の行に離れていることがあり、
 * 年の新しい方を目標値とする。名が離れていれば、指標らしい終わりの題を名とする。
 */
const goalLabels = (
  items: readonly Placed<GoalItem>[],
  titles: readonly Placed<TitleItem>[],
): { readonly goals: readonly Label[]; readonly used: readonly Placed<TitleItem>[] } => {
  const named = items.filter(({ item }) => item.name !== null)
  const loose = items.filter(({ item }) => item.name === null)
  const names = titles.filter(({ item }) => indicatorEnding.test(item.title.text))
  const complete = named.filter(({ item }) => item.phrases.length > 1)
  const half = named.filter(({ item }) => item.phrases.length === 1)
  const goals: Label[] = complete.flatMap(({ item, at }) => goalLabel(item.name, item.phrases, at))
  const used: Placed<TitleItem>[] = []
  const spare = [...loose]
  for (const { item, at } of half) {
    const other = takeNearest(spare, at, (each) => each.item.phrases.length === 1)
    goals.push(...goalLabel(item.name, [...item.phrases, ...(other?.item.phrases ?? [])], at))
  }
  while (spare.length > 0) {
    const first = spare.shift()
    if (!first) break
    const second =
      first.item.phrases.length > 1 ? null : takeNearest(spare, first.at, (each) => each.item.phrases.length === 1)
    const name = names
      .filter((each) => !used.includes(each))
      .toSorted((a, b) => Math.abs(a.at - first.at) - Math.abs(b.at - first.at))[0]
    if (name) used.push(name)
    goals.push(
      ...goalLabel(name?.item.title ?? null, [...first.item.phrases, ...(second?.item.phrases ?? [])], first.at),
    )
  }
  return { goals, used }
}

const takeNearest = <T extends { readonly at: number }>(
  from: T[],
  at: number,
  accept: (each: T) => boolean,
): T | null => {
  const best = from.filter(accept).toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
  if (!best) return null
  from.splice(from.indexOf(best), 1)
  return best
}

const goalLabel = (name: Written | null, phrases: readonly Phrase[], at: number): readonly Label[] => {
  const byYear = phrases.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
  const target = byYear.at(-1) ?? null
  const written = name ?? (target ? { text: '', line: lineOf(target), place: target.place } : null)
  if (!written) return []
  return [
    {
      class: '数値目標',
      name: written,
      at,
      line: written.line,
      lastLine: written.line,
      baseline: byYear.length > 1 ? (byYear[0] ?? null) : null,
      target,
      noTarget: false,
      noTargetText: null,
      ownProject: null,
    },
  ]
}

const lineOf = ({ place }: Phrase): number => ('line' in place ? place.line : 0)

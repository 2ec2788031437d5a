import { commentClues, pointsOf } from './comment-evidence.ts'
import { bestPairs, type Pairing } from './margins.ts'
import type { Label, PageParts } from './page-parts.ts'
import type { RowValues } from './row-values.ts'
import type { Item, Written } from './stream-items.ts'
import type { TableYears } from './stream-pages.ts'
import { nearness, type Weigh, type Words, wordsOf } from './words.ts'

/**
 * 近くに印刷されたもの同士、同じことばを使うもの同士を組む（事業名と指標、所見と指標）。
 * 文字の流れの順は欄の順と入り混じるので、隣り合うことは弱い手がかりにとどめる。
 */

/** 流れの中で `from` の直後（印だけを挟んで）に `to` があるか。 */
const nextTo = (items: readonly Item[], from: number, to: number): boolean => {
  if (from >= to) return false
  for (let at = from + 1; at < to; at++) if (items[at]?.kind !== 'marker') return false
  return true
}

const labelBetween = (items: readonly Item[], from: number, to: number): boolean => {
  for (let at = Math.min(from, to) + 1; at < Math.max(from, to); at++) if (items[at]?.kind === 'label') return true
  return false
}

/** 離れて印刷された事業名を、事業名のない升目に一つずつ組む。 */
export const pairProjects = (parts: PageParts, weigh: Weigh): readonly Pairing[] => {
  const free = freeLabels(parts)
  const points = parts.projects.map(({ item, at }) =>
    free.map((label) => projectPoints(parts, { name: item.name, at }, label, weigh)),
  )
  return bestPairs(points)
}

/** 事業名が同じかたまりに印刷されていない KPI の升目。 */
export const freeLabels = ({ kpis }: PageParts): readonly Label[] =>
  kpis.filter(({ ownProject }) => ownProject === null)

/** 事業名と指標名に、目立って共通することばがあるか。なければ、組は並びだけによる。 */
export const sharesWords = (project: Written, label: Label, weigh: Weigh): boolean =>
  nearness(wordsOf(project.text), wordsOf(label.name.text), weigh) >= 2.5

export const projectPoints = (
  { page }: PageParts,
  project: { readonly name: Written; readonly at: number },
  label: Label,
  weigh: Weigh,
): number => {
  const words = nearness(wordsOf(project.name.text), wordsOf(label.name.text), weigh)
  if (nextTo(page.items, project.at, label.at)) return words + 5
  return words + (labelBetween(page.items, project.at, label.at) ? 0 : project.at < label.at ? 2 : 1)
}

/** 所見を受ける升目。`words` は名と事業名、`values` は決まっていれば数の行。 */
export type Speaker = { readonly label: Label; readonly words: Words; readonly values: RowValues | null }

/** 所見と升目の、組ごとの点。`points[comment][speaker]`。`neighbours` が偽なら、流れの中で隣り合うことを見ない。 */
export const commentPoints = (
  parts: PageParts,
  speakers: readonly Speaker[],
  weigh: Weigh,
  years: TableYears,
  neighbours = true,
): readonly (readonly number[])[] =>
  parts.comments.map(({ item, at }) => {
    const words = wordsOf(item.text)
    return speakers.map(({ label, words: own, values }) => {
      const clues = values ? pointsOf(commentClues(item.text, label, values, years)) : 0
      return (
        nearness(own, words, weigh) +
        (neighbours ? besideComment(parts.page.items, label, at, item.afterTarget) : 0) +
        clues +
        columnPoints(label, item.text)
      )
    })
  })

const besideComment = (items: readonly Item[], label: Label, at: number, afterTarget: boolean): number => {
  if (nextTo(items, label.at, at)) return afterTarget ? 6 : 2
  return nextTo(items, at, label.at) ? 1 : 0
}

/** 数値目標の所見の欄は「所見」だけ、KPI の欄は「今後の取り組み」まで書く。 */
const columnPoints = (label: Label, text: string): number =>
  label.class === '数値目標' && /今後(?:は|も|に|の社会|とも)|引き続き/u.test(text) ? -1.5 : 0

export type Remark = {
  readonly comment: number
  readonly speaker: number
  readonly points: number
  readonly margin: number
}

export const pairComments = (points: readonly (readonly number[])[]): readonly Remark[] =>
  bestPairs(points).map(({ row, column, margin }) => ({
    comment: row,
    speaker: column,
    points: points[row]?.[column] ?? 0,
    margin,
  }))

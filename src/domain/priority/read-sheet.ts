import { type Problem, refused } from '../problem.ts'
import { itemMark } from './item-mark.ts'
import type { PrioritySheet, SheetGoal, SheetItem, SheetTarget } from './priority-sheet.ts'
import { readTarget } from './read-target.ts'
import { itemsOfSheet } from './sheet-facts.ts'

/** 打たれた項目。`details` と `targets` は一行に一つ。`links` は、行ごとの指標（行の文と、打たれた指標の名）。 */
export type TypedItem = {
  /** もとの項目の id。新しければ空。 */
  readonly id: string
  readonly title: string
  readonly details: string
  readonly targets: string
  readonly links: readonly TypedLink[]
}
export type TypedLink = { readonly text: string; readonly indicator: string }
export type TypedGoal = { readonly id: string; readonly title: string; readonly items: readonly TypedItem[] }
export type TypedSheet = readonly TypedGoal[]

/** 読むのに要るもの。`indicatorNamed` は、打たれた名から指標の id（なければ undefined）。 */
export type SheetReading = {
  readonly before: PrioritySheet
  readonly indicatorNamed: (name: string) => string | undefined
  readonly newId: () => string
}

export type SheetRead = { readonly goals: readonly SheetGoal[]; readonly troubles: readonly Problem[] }

/**
 * 打たれた調書を読む。目標の番号と項目の ①②… は並びの順に付き、何も書かれていない目標・項目は除く。
 * もとの項目の報告と引き継ぎは、id でついて来る。
 */
export const readSheet = (typed: TypedSheet, reading: SheetReading): SheetRead => {
  const troubles: Problem[] = []
  const goalIds = new Set(reading.before.goals.map(({ id }) => id))
  const goals = typed
    .filter((goal) => !isBlankGoal(goal))
    .map(
      ({ id, title, items }, at): SheetGoal => ({
        id: goalIds.has(id) ? id : reading.newId(),
        number: String(at + 1),
        title: oneLine(title),
        items: items
          .filter((item) => !isBlankItem(item))
          .map((item, nth) => readItem(item, itemMark(nth + 1), reading, troubles)),
      }),
    )
  return { goals, troubles }
}

/** 何も書かれていない、新しい項目の欄か。 */
export const isBlankItem = ({ id, title, details, targets }: TypedItem): boolean =>
  id === '' && `${title}${details}${targets}`.trim() === ''

/** 何も書かれていない、新しい目標の欄か。 */
export const isBlankGoal = ({ id, title, items }: TypedGoal): boolean =>
  id === '' && title.trim() === '' && items.every(isBlankItem)

const readItem = (typed: TypedItem, mark: string, reading: SheetReading, troubles: Problem[]): SheetItem => {
  const old = itemsOfSheet(reading.before).find(({ id }) => id === typed.id)
  return {
    id: old?.id ?? reading.newId(),
    mark,
    title: oneLine(typed.title).replace(leadingMark, ''),
    details: linesOf(typed.details),
    targets: linesOf(typed.targets).map((text, at) => readLine(text, at, typed, reading, troubles)),
    continues: old?.continues ?? null,
    reports: old?.reports ?? [],
  }
}

const readLine = (
  text: string,
  at: number,
  typed: TypedItem,
  { before, indicatorNamed }: SheetReading,
  troubles: Problem[],
): SheetTarget => {
  const name = linkFor(text, at, typed)
  const indicatorId = name === '' ? null : indicatorNamed(name)
  if (indicatorId === undefined)
    troubles.push(refused('priority-year.indicator-unknown', { given: name, target: text }).problem)
  return { ...readTarget(text, before.year), indicatorId: indicatorId ?? null }
}

/** 行の文が変わっていなければその行の指標、行の数が同じなら同じ順の指標。 */
const linkFor = (text: string, at: number, { links, targets }: TypedItem): string => {
  const same = links.find((link) => link.text === text)
  if (same) return same.indicator.trim()
  return links.length === linesOf(targets).length ? (links[at]?.indicator.trim() ?? '') : ''
}

/** 一行ずつ。行の頭の「・」と、空の行は除く。 */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s　]*[・●][\s　]*/u, '').trim())
    .filter((line) => line !== '')

/** 番号は並びから付くので、写した表の ①②… は除く。 */
const leadingMark = /^[①-⑳㉑-㉟][\s　]*/u

const oneLine = (text: string): string => text.replace(/\s*\r?\n\s*/g, ' ').trim()

/** 調書を、欄に入れる字に。`indicatorName` は id から名。 */
export const typedSheet = (
  { goals }: Pick<PrioritySheet, 'goals'>,
  indicatorName: (id: string) => string,
): TypedSheet =>
  goals.map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      details: item.details.join('\n'),
      targets: item.targets.map(({ text }) => text).join('\n'),
      links: item.targets.map(({ text, indicatorId }) => ({
        text,
        indicator: indicatorId === null ? '' : indicatorName(indicatorId),
      })),
    })),
  }))

import type { TypedGoal, TypedSheet } from './read-sheet.ts'

/** 並べ替え・消すの、何を。項目は目標の番号と項目の番号（どちらも 0 から）、目標は目標の番号だけ。 */
export type Arrangement = {
  readonly do: 'up' | 'down' | 'remove'
  readonly goal: number
  readonly item: number | null
}

/**
 * ボタンの符号を読む。知らない符号なら undefined。
 *
 * @example readArrangement('up:0:2') // → { do: 'up', goal: 0, item: 2 }
 */
export const readArrangement = (text: string): Arrangement | undefined => {
  const [, act, goal, item] = /^(up|down|remove):(\d{1,3})(?::(\d{1,3}))?$/.exec(text) ?? []
  if (act === undefined || goal === undefined) return undefined
  return { do: act as Arrangement['do'], goal: Number(goal), item: item === undefined ? null : Number(item) }
}

/** 打たれた調書の、目標か項目を一つ動かす・消す。端の項目は隣の目標へ移る。ほかは一字も変えない。 */
export const arranged = (typed: TypedSheet, { do: act, goal, item }: Arrangement): TypedSheet => {
  if (act === 'remove') return removed(typed, goal, item)
  const by = act === 'up' ? -1 : 1
  return item === null ? moved(typed, goal, goal + by) : movedItem(typed, goal, item, by)
}

const removed = (typed: TypedSheet, goal: number, item: number | null): TypedSheet =>
  item === null
    ? typed.filter((_, at) => at !== goal)
    : withItems(typed, goal, (items) => items.filter((_, at) => at !== item))

const movedItem = (typed: TypedSheet, goal: number, item: number, by: 1 | -1): TypedSheet => {
  const items = typed[goal]?.items ?? []
  const moving = items[item]
  const to = item + by
  if (!moving || (to >= 0 && to < items.length)) return withItems(typed, goal, () => moved(items, item, to))
  if (!typed[goal + by]) return typed
  const taken = withItems(typed, goal, () => items.filter((_, at) => at !== item))
  return withItems(taken, goal + by, (others) => (by < 0 ? [...others, moving] : [moving, ...others]))
}

const withItems = (typed: TypedSheet, goal: number, change: (items: TypedGoal['items']) => TypedGoal['items']) =>
  typed.map((each, at) => (at === goal ? { ...each, items: change(each.items) } : each))

const moved = <T>(all: readonly T[], from: number, to: number): readonly T[] => {
  const [one, other] = [all[from], all[to]]
  if (one === undefined || other === undefined) return all
  return all.map((each, at) => (at === from ? other : at === to ? one : each))
}

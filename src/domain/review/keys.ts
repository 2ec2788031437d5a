import type { Indicator, PlanDraft } from '../plan/draft.ts'
import type { Place } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'
import type { EntryKey, FigureKey, FigureRole } from './correction.ts'

/** 案の行一つと、その鍵。`index` は種類ごとの並びの中の番号。重点目標は案では id を持たない。 */
export type KeyedEntry = {
  readonly key: EntryKey
  readonly kind: 'indicator' | 'project' | 'priority-goal' | 'node'
  readonly index: number
  readonly id: string | null
  readonly name: string
  readonly place: Place
}

/** 案のすべての行の鍵。 */
export type DraftKeys = {
  /** 節・指標・事業・重点目標の順。 */
  readonly entries: readonly KeyedEntry[]
  /** 鍵の指す行。行の名の升目が変わって鍵が合わなくなっても、同じ行に一つだけなら、それとみる。なければ undefined。 */
  readonly find: (key: EntryKey) => KeyedEntry | undefined
  /** 案の id から鍵へ。 */
  readonly keyOf: (kind: KeyedEntry['kind'], id: string) => EntryKey | undefined
}

/**
 * 案の行の鍵を、種類と所在から作る。同じ所在の二つ目からは `#2` を添える。
 *
 * @example keysOf(draft).entries[0] // → { key: 'n:L12C1', kind: 'node', index: 0, … }
 */
export const keysOf = (draft: PlanDraft): DraftKeys => {
  const unique = uniquely()
  const entries = (
    [
      ...draft.nodes.map(({ id, title, place }, index) => ({ kind: 'node', index, id, name: title, place }) as const),
      ...draft.indicators.map(({ id, name, place }, index) => ({ kind: 'indicator', index, id, name, place }) as const),
      ...draft.projects.map(({ id, name, place }, index) => ({ kind: 'project', index, id, name, place }) as const),
      ...draft.priorityGoals.map(
        ({ title, place }, index) => ({ kind: 'priority-goal', index, id: null, name: title, place }) as const,
      ),
    ] as const
  ).map((entry): KeyedEntry => ({ ...entry, key: unique(`${letters[entry.kind]}:${placeKey(entry.place)}`) }))
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const byRow = Map.groupBy(entries, ({ kind, place }) => `${letters[kind]}:${rowKey(place)}`)
  const byId = new Map(entries.map(({ kind, id, key }) => [`${kind} ${id}`, key]))
  return {
    entries,
    find: (key) => byKey.get(key) ?? only(byRow.get(rowOfKey(key))),
    keyOf: (kind, id) => byId.get(`${kind} ${id}`),
  }
}

const letters = { indicator: 'i', node: 'n', project: 'p', 'priority-goal': 'g' } as const

const only = <T>(found: readonly T[] = []): T | undefined => (found.length === 1 ? found[0] : undefined)

/** 同じ鍵の二つ目からに番号を付ける。番号を付けたものがほかの鍵と同じにならないように確かめる。 */
const uniquely = (): ((key: string) => string) => {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  const unique = (key: string): string => {
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    const numbered = nth === 1 ? key : `${key}#${nth}`
    if (taken.has(numbered)) return unique(key)
    taken.add(numbered)
    return numbered
  }
  return unique
}

const placeKey = (place: Place): string => {
  if ('line' in place) return place.column === undefined ? `L${place.line}` : `L${place.line}C${place.column}`
  return 'cell' in place ? `${place.sheet}!${place.cell}` : `P${place.page}B${place.box.join(',')}`
}

const rowKey = (place: Place): string => rowOfKey(placeKey(place))

/** 鍵から、列を除く。`i:L49C3` → `i:L49`、`i:指標!B7` → `i:指標!7` */
const rowOfKey = (key: string): string => key.replace(/(L\d+)C\d+$/, '$1').replace(/![A-Z]+(\d+)$/, '!$1')

/** 行の中の値一つと、その鍵。 */
export type KeyedFigure = {
  readonly key: FigureKey
  readonly role: FigureRole
  readonly index: number
  readonly figure: Figure
}

/**
 * 指標の値の鍵。訂正した値も、訂正する前と同じ鍵になる。書き足した値は役と年で指す（`actual:+2024`）。
 *
 * @example figureKeysOf(indicator).map(({ key }) => key) // → ['baseline:指標!D7', 'target:指標!E7', 'actual:指標!F7']
 */
export const figureKeysOf = ({ baseline, targets, actuals }: Indicator): readonly KeyedFigure[] => {
  const unique = uniquely()
  const keyed =
    (role: FigureRole) =>
    (figure: Figure, index: number): KeyedFigure => ({ key: unique(figureKey(role, figure)), role, index, figure })
  return [
    ...(baseline ? [baseline] : []).map(keyed('baseline')),
    ...targets.map(keyed('target')),
    ...actuals.map(keyed('actual')),
  ]
}

const figureKey = (role: FigureRole, figure: Figure): FigureKey =>
  figure.printed === null ? addedKey(role, figure.year) : `${role}:${placeKey(figure.place)}`

/** 書き足した値の鍵。 */
export const addedKey = (role: FigureRole, year: number | null): FigureKey => `${role}:+${year ?? ''}`

/** 鍵が書き足した値を指すなら、その役と年。 */
export const readAddedKey = (
  key: FigureKey,
): { readonly role: FigureRole; readonly year: number | null } | undefined => {
  const found = /^(baseline|target|actual):\+(\d*)$/.exec(key)
  if (!found) return undefined
  return { role: found[1] as FigureRole, year: found[2] === '' ? null : Number(found[2]) }
}

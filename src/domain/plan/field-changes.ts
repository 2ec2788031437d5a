import { canonicalJson } from '../canonical-json.ts'

/**
 * 一つの欄の違い。年ごとの値（目標・実績・達成率・事業費）は年ごとに分けて言い、`year` が付く。
 * `before`・`after` は欄の値そのもの（なければ null）。
 */
export type FieldChange = {
  readonly field: string
  readonly year?: number | null
  readonly before: unknown
  readonly after: unknown
  /** ほかの行を指す欄なら、指す先の名（「創業の支援」）。 */
  readonly named?: { readonly before: string; readonly after: string }
}

const references = new Set(['parent', 'node', 'nodes', 'breakdownOf', 'repeatOf', 'project', 'indicators', 'sameAs'])

/** 指す先の名を添える。 */
export const withNames = (change: FieldChange, names: ReadonlyMap<string, string>): FieldChange => {
  if (!references.has(change.field) || !isReference(change.before) || !isReference(change.after)) return change
  const name = (value: Reference) =>
    [value ?? []]
      .flat()
      .map((id) => names.get(id) ?? id)
      .join('・')
  return { ...change, named: { before: name(change.before), after: name(change.after) } }
}

type Reference = string | readonly string[] | null

const isReference = (value: unknown): value is Reference =>
  value === null || typeof value === 'string' || (Array.isArray(value) && value.every((id) => typeof id === 'string'))

/** 所在と id、読みの確かさは、書かれたことではないので比べない。 */
const notWritten = new Set(['id', 'place', 'places', 'certainty'])

/** 値を直した跡（`Figure.printed`）も比べない。達成率の `printed` は書かれた字なので、値だけを見分ける。 */
const isTrace = (key: string, owner: object): boolean => key === 'printed' && 'raw' in owner

/** 二つの行の、書かれたことの違い。`fieldChanges({ name: '甲' }, { name: '乙' })` */
export const fieldChanges = (before: object, after: object): FieldChange[] => {
  const old = new Map(Object.entries(before))
  const now = new Map(Object.entries(after))
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !notWritten.has(field) && written(old.get(field)) !== written(now.get(field)))
    .flatMap((field) => changesIn(field, old.get(field) ?? null, now.get(field) ?? null))
}

/** 欄の中身の比べるための形。所在を除く。欄のないことと null は同じ。 */
const written = (value: unknown): string => canonicalJson(withoutPlaces(value ?? null))

/** 書かれたことが同じか（所在・直した跡は見ない）。`sameWritten(45件, 45件（直した跡つき）)` → true */
export const sameWritten = (before: unknown, after: unknown): boolean => written(before) === written(after)

const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !notWritten.has(key) && !isTrace(key, value) && inner !== undefined)
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  )
}

const changesIn = (field: string, before: unknown, after: unknown): FieldChange[] => {
  if (!isYearly(before) || !isYearly(after)) return [{ field, before, after }]
  const old = keyed(before)
  const now = keyed(after)
  const yearly = [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => ({ before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((pair) => written(pair.before) !== written(pair.after))
    .map((pair): FieldChange => ({ field, year: (pair.after ?? pair.before)?.year ?? null, ...pair }))
  // 並びだけが変わったときは、年ごとには違いがない。
  return yearly.length > 0 ? yearly : [{ field, before, after }]
}

type Yearly = { readonly year: number | null; readonly scope?: string; readonly label?: string }

const isYearly = (value: unknown): value is readonly Yearly[] =>
  Array.isArray(value) && value.every((entry) => entry !== null && typeof entry === 'object' && 'year' in entry)

/** 年・範囲・部分の名ごとに。同じ鍵が重なれば、何番目かを添える。 */
const keyed = (entries: readonly Yearly[]): Map<string, Yearly> => {
  const seen = new Map<string, number>()
  return new Map(
    entries.map((entry) => {
      const key = canonicalJson([entry.year, entry.scope ?? null, entry.label ?? null])
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      return [`${key} ${nth}`, entry]
    }),
  )
}

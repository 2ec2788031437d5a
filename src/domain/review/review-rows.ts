import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import type { Place } from '../provenance.ts'
import type { Applied } from './apply-corrections.ts'
import type { DraftKeys, KeyedEntry } from './keys.ts'
import type { ReviewEdit, ReviewRow } from './review.ts'

/** 見直しの行の数。 */
export type RowCounts = Readonly<Record<ReviewRow['state'], number>>

/**
 * 案の行を図書の順に並べ、訂正と気づきと確かさを添える。`sheets` は図書のシートの順（文章なら空でよい）。
 *
 * @example reviewRows(draft, keysOf(draft), applyCorrections(draft, edits), ['指標', '事業'])[0]?.state // → 'doubtful'
 */
export const reviewRows = (
  asRead: PlanDraft,
  keys: DraftKeys,
  applied: Applied,
  sheets: readonly string[] = [],
): readonly ReviewRow[] => {
  const inPlace = placeOrder(sheets)
  const noted = notesById(applied.whole.notes)
  const edited = editsByKey(keys, applied.placed)
  return keys.entries
    .toSorted((a, b) => inPlace(a.place, b.place))
    .map((entry, order): ReviewRow => {
      const indicator = entry.kind === 'indicator' ? applied.whole.indicators[entry.index] : undefined
      const notes = entry.id === null ? [] : (noted.get(entry.id) ?? [])
      const corrections = edited.get(entry.key) ?? []
      return {
        key: entry.key,
        id: entry.id,
        kind: entry.kind,
        name: nameIn(applied.whole, entry),
        indicator,
        asRead: entry.kind === 'indicator' ? asRead.indicators[entry.index] : undefined,
        order,
        place: entry.place,
        notes,
        state: stateOf(indicator, notes, corrections),
        corrections,
      }
    })
}

export const countRows = (rows: readonly ReviewRow[]): RowCounts => {
  const count = (state: ReviewRow['state']) => rows.filter((row) => row.state === state).length
  return {
    doubtful: count('doubtful'),
    likely: count('likely'),
    certain: count('certain'),
    checked: count('checked'),
    'left-out': count('left-out'),
  }
}

const nameIn = (draft: PlanDraft, { kind, index, name }: KeyedEntry): string => {
  if (kind === 'indicator') return draft.indicators[index]?.name ?? name
  if (kind === 'project') return draft.projects[index]?.name ?? name
  return (kind === 'node' ? draft.nodes[index]?.title : draft.priorityGoals[index]?.title) ?? name
}

const stateOf = (
  indicator: Indicator | undefined,
  notes: readonly Note[],
  corrections: readonly ReviewEdit[],
): ReviewRow['state'] => {
  const did = (what: string) => corrections.some(({ correction }) => correction.what === what)
  if (did('left-out')) return 'left-out'
  if (did('checked') || did('alternative')) return 'checked'
  if (indicator?.certainty?.level === 'doubtful' || (indicator && hasUnreadable(indicator))) return 'doubtful'
  if (notes.some(({ level, code }) => level === 'error' || code.endsWith('-doubtful'))) return 'doubtful'
  if (indicator?.certainty?.level === 'likely' || notes.some(({ level }) => level === 'warning')) return 'likely'
  return 'certain'
}

const hasUnreadable = ({ baseline, targets, actuals }: Indicator): boolean =>
  [...(baseline ? [baseline] : []), ...targets, ...actuals].some(({ status }) => status === 'unreadable')

const notesById = (notes: readonly Note[]): ReadonlyMap<string, readonly Note[]> => {
  const found = new Map<string, Note[]>()
  for (const note of notes)
    for (const id of note.about ?? []) {
      const known = found.get(id)
      if (known) known.push(note)
      else found.set(id, [note])
    }
  return found
}

const editsByKey = (keys: DraftKeys, edits: readonly ReviewEdit[]): ReadonlyMap<string, readonly ReviewEdit[]> =>
  Map.groupBy(edits, ({ correction }) =>
    correction.what === 'heading' ? '' : (keys.find(correction.entry)?.key ?? ''),
  )

/** 図書の順。頁・シート、行、列。 */
const placeOrder =
  (sheets: readonly string[]) =>
  (a: Place, b: Place): number => {
    const [left, right] = [positionOf(a, sheets), positionOf(b, sheets)]
    return left.map((value, at) => value - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  }

const positionOf = (place: Place, sheets: readonly string[]): readonly [number, number, number] => {
  if ('line' in place) return [0, place.line, place.column ?? 0]
  if ('page' in place) return [place.page, -place.box[3], place.box[0]]
  const [, letters = '', digits = '0'] = /^([A-Z]*)(\d*)/.exec(place.cell) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [sheets.indexOf(place.sheet), Number(digits), column]
}

import { canonicalJson } from '../canonical-json.ts'
import type { Indicator, PlanDraft } from '../plan/draft.ts'
import type { Correction } from './correction.ts'
import { addedKey, type DraftKeys, figureKeysOf, type KeyedEntry } from './keys.ts'

/**
 * 案がもうそのとおりで、加えても何も変わらない訂正か。頁は欄をまとめて送るので、触っていない欄を訂正にしないため。
 * `draft` は訂正を重ねた案（取り込まない行も入ったもの）、`keys` は読み取ったままの案の鍵。
 */
export const changesNothing = (draft: PlanDraft, keys: DraftKeys, correction: Correction): boolean => {
  if (correction.what === 'heading') return headingIs(draft, correction)
  const entry = keys.find(correction.entry)
  if (!entry) return false
  if (correction.what === 'name') return nameOf(draft, entry) === correction.name
  if (correction.what === 'node') return nodeOf(draft, entry, keys) === keyFound(keys, correction.node)
  const indicator = entry.kind === 'indicator' ? draft.indicators[entry.index] : undefined
  return indicator !== undefined && indicatorIs(indicator, keys, correction)
}

const headingIs = (draft: PlanDraft, correction: Extract<Correction, { what: 'heading' }>): boolean => {
  if (correction.field === 'municipality') return draft.municipality.name === correction.text
  return draft.plan[correction.field] === ('text' in correction ? correction.text : correction.year)
}

const nameOf = (draft: PlanDraft, { kind, index }: KeyedEntry): string | undefined => {
  if (kind === 'indicator') return draft.indicators[index]?.name
  if (kind === 'project') return draft.projects[index]?.name
  return kind === 'node' ? draft.nodes[index]?.title : draft.priorityGoals[index]?.title
}

/** いまの節の鍵。節を持たない行は undefined（どの訂正とも違う）。 */
const nodeOf = (draft: PlanDraft, { kind, index }: KeyedEntry, keys: DraftKeys): string | null | undefined => {
  const key = (id: string | null | undefined) => (id == null ? id : keys.keyOf('node', id))
  if (kind === 'indicator') return key(draft.indicators[index]?.node)
  if (kind === 'node') return key(draft.nodes[index]?.parent)
  const nodes = kind === 'project' ? draft.projects[index]?.nodes : undefined
  return nodes && nodes.length < 2 ? key(nodes[0] ?? null) : undefined
}

const keyFound = (keys: DraftKeys, key: string | null): string | null =>
  key === null ? null : (keys.find(key)?.key ?? key)

const indicatorIs = (indicator: Indicator, keys: DraftKeys, correction: Correction): boolean => {
  const figureAt = (at: string) => figureKeysOf(indicator).find(({ key }) => key === at)?.figure
  const reference = (id: string | null) => (id === null ? null : keys.keyOf('indicator', id))
  switch (correction.what) {
    case 'value':
      return figureAt(correction.at)?.raw.trim() === correction.raw.trim()
    case 'added-value': {
      const there = figureAt(addedKey(correction.role, correction.year))
      return (there?.raw ?? '').trim() === correction.raw.trim()
    }
    case 'year':
      return figureAt(correction.at)?.year === correction.year
    case 'unit':
      return indicator.unit === correction.unit
    case 'class':
      return indicator.class === correction.class
    case 'departments':
      return canonicalJson(indicator.departments) === canonicalJson(correction.departments)
    case 'accumulation':
      return canonicalJson(indicator.accumulation) === canonicalJson(correction.accumulation)
    case 'breakdown-of':
      return reference(indicator.breakdownOf) === keyFound(keys, correction.of)
    case 'repeat-of':
      return reference(indicator.repeatOf) === keyFound(keys, correction.of)
    default:
      return false
  }
}

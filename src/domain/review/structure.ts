import type { PlanDraft } from '../plan/draft.ts'
import type { WhyUnplaced } from './apply-corrections.ts'
import type { Correction, EntryKey } from './correction.ts'
import type { DraftKeys, KeyedEntry } from './keys.ts'

type Heading = Extract<Correction, { what: 'heading' }>

/** 計画の見出しを直す。市の名は、図書の字が読み違いだったときのもの。 */
export const withHeading = (draft: PlanDraft, correction: Heading): PlanDraft => {
  if (correction.field === 'municipality') return { ...draft, municipality: { name: correction.text, code: null } }
  const value = 'text' in correction ? correction.text : correction.year
  return { ...draft, plan: { ...draft.plan, [correction.field]: value } }
}

/** どの節の下に置くか。節そのものなら上の節。いくつもの節に属する事業は、一つの節には移さない。 */
export const withNode = (
  draft: PlanDraft,
  { kind, index, id }: KeyedEntry,
  under: EntryKey | null,
  keys: DraftKeys,
): PlanDraft | WhyUnplaced => {
  const target = under === null ? null : keys.find(under)
  if (target === undefined || (target && target.kind !== 'node')) return 'review-row-gone'
  const node = target?.id ?? null
  if (kind === 'indicator') return { ...draft, indicators: replaced(draft.indicators, index, { node }) }
  if (kind === 'project' && (draft.projects[index]?.nodes.length ?? 0) < 2)
    return { ...draft, projects: replaced(draft.projects, index, { nodes: node === null ? [] : [node] }) }
  if (kind !== 'node') return 'review-not-for-this-row'
  const parents = new Map(draft.nodes.map((each) => [each.id, [each.parent]]))
  if (node !== null && reaches(parents, node, id)) return 'review-in-a-circle'
  return { ...draft, nodes: replaced(draft.nodes, index, { parent: node }) }
}

type Reference = Extract<Correction, { what: 'breakdown-of' | 'repeat-of' }>

/** ほかの行の内訳・再掲にする。回りまわって自分を指すことになるなら断る。 */
export const withReference = (
  draft: PlanDraft,
  { kind, index, id }: KeyedEntry,
  { what, of }: Reference,
  keys: DraftKeys,
): PlanDraft | WhyUnplaced => {
  if (kind !== 'indicator') return 'review-not-for-this-row'
  const target = of === null ? null : keys.find(of)
  if (target === undefined || (target && target.kind !== 'indicator')) return 'review-row-gone'
  const to = target?.id ?? null
  const references = new Map(draft.indicators.map((each) => [each.id, [each.breakdownOf, each.repeatOf]]))
  if (to !== null && reaches(references, to, id)) return 'review-in-a-circle'
  const field = what === 'breakdown-of' ? { breakdownOf: to } : { repeatOf: to }
  return { ...draft, indicators: replaced(draft.indicators, index, field) }
}

const replaced = <T extends object>(entries: readonly T[], index: number, field: Partial<T>): readonly T[] =>
  entries.map((entry, at) => (at === index ? { ...entry, ...field } : entry))

/** `from` から指す先をたどると `goal` に着くか。 */
const reaches = (
  references: ReadonlyMap<string, readonly (string | null)[]>,
  from: string,
  goal: string | null,
): boolean => {
  const seen = new Set<string>()
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(references.get(at) ?? []).filter((next) => next !== null))
  }
  return false
}

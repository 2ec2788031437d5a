import { canonicalJson } from '../canonical-json.ts'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { retyped, withAdded, withFigure, withUnit } from './correct-figures.ts'
import type { Correction, FigureKey } from './correction.ts'
import { addedKey, type DraftKeys, figureKeysOf, type KeyedEntry, keysOf, readAddedKey } from './keys.ts'
import { leaveOut } from './leave-out.ts'
import type { ReviewEdit } from './review.ts'
import { effectiveEdits } from './same-target.ts'
import { withHeading, withNode, withReference } from './structure.ts'

/** 掛からなかった訂正と、そのわけ（目録の符号）。 */
export type Unplaced = { readonly edit: ReviewEdit; readonly why: WhyUnplaced }

export type WhyUnplaced =
  | 'review-row-gone'
  | 'review-figure-gone'
  | 'review-not-for-this-row'
  | 'review-in-a-circle'
  | 'review-baseline-there'
  | 'review-added-year'

export type Applied = {
  /** 訂正を重ねた案。 */
  readonly draft: PlanDraft
  /** 取り込まない行を除く前の案。行の並びは読み取ったままと同じ。 */
  readonly whole: PlanDraft
  /** 効いていて、掛かった訂正。番号の順。 */
  readonly placed: readonly ReviewEdit[]
  readonly unplaced: readonly Unplaced[]
}

/**
 * 読み取った案に訂正を重ねる。同じ所の訂正は後のものだけが効き、違う所の訂正は順によらない。
 * 掛かる先のないもの、輪になるものは `unplaced` に残す。投げない。
 *
 * @example applyCorrections(draft, [{ number: 1, at, by, correction: { what: 'unit', entry: 'i:L49C1', unit: '件' } }])
 */
export const applyCorrections = (
  draft: PlanDraft,
  edits: readonly ReviewEdit[],
  keys: DraftKeys = keysOf(draft),
): Applied => {
  const effective = effectiveEdits(edits)
  const unplaced: Unplaced[] = []
  const placed: ReviewEdit[] = []
  const leaving: KeyedEntry[] = []
  let whole = draft
  for (const edit of order.flatMap((what) => effective.filter(({ correction }) => correction.what === what))) {
    const next = place(whole, edit.correction, keys)
    if (typeof next === 'string') {
      unplaced.push({ edit, why: next })
      continue
    }
    whole = next
    placed.push(edit)
    const entry = edit.correction.what === 'left-out' ? keys.find(edit.correction.entry) : undefined
    if (entry) leaving.push(entry)
  }
  const inOrder = (a: ReviewEdit, b: ReviewEdit) => a.number - b.number
  return {
    draft: leaveOut(whole, leaving),
    whole,
    placed: placed.toSorted(inOrder),
    unplaced: unplaced.toSorted((a, b) => inOrder(a.edit, b.edit)),
  }
}

/** 掛ける順。別の読みを採ってから値を、単位を決めてから値を直す。 */
const order: readonly Correction['what'][] = [
  'heading',
  'alternative',
  'unit',
  'added-value',
  'value',
  'year',
  'name',
  'class',
  'departments',
  'accumulation',
  'node',
  'breakdown-of',
  'repeat-of',
  'checked',
  'left-out',
]

type Placed = PlanDraft | WhyUnplaced

const place = (draft: PlanDraft, correction: Correction, keys: DraftKeys): Placed => {
  if (correction.what === 'heading') return withHeading(draft, correction)
  const entry = keys.find(correction.entry)
  if (!entry) return 'review-row-gone'
  switch (correction.what) {
    case 'left-out':
      return draft
    case 'checked':
      return checked(draft, entry)
    case 'name':
      return named(draft, entry, correction.name)
    case 'node':
      return withNode(draft, entry, correction.node, keys)
    case 'breakdown-of':
    case 'repeat-of':
      return withReference(draft, entry, correction, keys)
    case 'value':
      return withoutSettled(draft, entry, correction.at, correctedIn(draft, entry, correction))
    default:
      return correctedIn(draft, entry, correction)
  }
}

const correctedIn = (draft: PlanDraft, entry: KeyedEntry, correction: OfIndicator): Placed =>
  inIndicator(draft, entry, (indicator) => correctIndicator(indicator, correction))

/** 升目の字を直したら、その字についての気づき（「######」は読めない、単位の印刷がない）は済んでいる。 */
const withoutSettled = (before: PlanDraft, { index }: KeyedEntry, at: FigureKey, after: Placed): Placed => {
  if (typeof after === 'string') return after
  const figureIn = (indicator: Indicator | undefined) =>
    indicator && figureKeysOf(indicator).find(({ key }) => key === at)?.figure
  const [old, now] = [figureIn(before.indicators[index]), figureIn(after.indicators[index])]
  if (!old || now?.printed === undefined) return after
  const place = canonicalJson(old.place)
  const isSettled = ({ params, places }: Note) =>
    params.raw === old.raw && places.some((each) => canonicalJson(each) === place)
  return { ...after, notes: after.notes.filter((note) => !isSettled(note)) }
}

/** その行が指標なら直す。 */
const inIndicator = (
  draft: PlanDraft,
  { kind, index }: KeyedEntry,
  correct: (indicator: Indicator) => Indicator | WhyUnplaced,
): Placed => {
  const indicator = kind === 'indicator' ? draft.indicators[index] : undefined
  if (!indicator) return 'review-not-for-this-row'
  const corrected = correct(indicator)
  return typeof corrected === 'string' ? corrected : { ...draft, indicators: draft.indicators.with(index, corrected) }
}

type OfIndicator = Extract<
  Correction,
  { what: 'alternative' | 'unit' | 'added-value' | 'value' | 'year' | 'class' | 'departments' | 'accumulation' }
>

const correctIndicator = (indicator: Indicator, correction: OfIndicator): Indicator | WhyUnplaced => {
  switch (correction.what) {
    case 'alternative':
      return withAlternative(indicator, correction.choice)
    case 'unit':
      return withUnit(indicator, correction.unit)
    case 'added-value':
      return added(indicator, addedKey(correction.role, correction.year), correction.raw)
    case 'value':
      return readAddedKey(correction.at)
        ? added(indicator, correction.at, correction.raw)
        : inFigure(indicator, correction.at, (figure) => retyped(figure, correction.raw, indicator.unit))
    case 'year':
      return readAddedKey(correction.at)
        ? 'review-added-year'
        : inFigure(indicator, correction.at, (figure) => ({ ...figure, year: correction.year }))
    case 'class':
      return { ...indicator, class: correction.class }
    case 'departments':
      return { ...indicator, departments: correction.departments }
    case 'accumulation':
      return { ...indicator, accumulation: correction.accumulation }
  }
}

const inFigure = (
  indicator: Indicator,
  at: FigureKey,
  correct: (figure: Indicator['targets'][number]) => Indicator['targets'][number],
): Indicator | WhyUnplaced => {
  const found = figureKeysOf(indicator).find(({ key }) => key === at)
  return found ? withFigure(indicator, found, correct(found.figure)) : 'review-figure-gone'
}

/** 書き足す。前に書き足してあれば、それを打ち直す。 */
const added = (indicator: Indicator, at: FigureKey, raw: string): Indicator | WhyUnplaced => {
  const found = figureKeysOf(indicator).find(({ key }) => key === at)
  if (found) return withFigure(indicator, found, retyped(found.figure, raw, indicator.unit))
  const asked = readAddedKey(at)
  if (!asked) return 'review-figure-gone'
  return withAdded(indicator, asked.role, asked.year, raw) ?? 'review-baseline-there'
}

const withAlternative = (indicator: Indicator, choice: number): Indicator | WhyUnplaced => {
  const chosen = indicator.certainty?.alternatives?.[choice]
  if (!chosen) return 'review-figure-gone'
  const { targets, actuals, reason } = chosen
  return { ...indicator, targets, actuals, certainty: { level: 'certain', evidence: [reason] } }
}

const named = (draft: PlanDraft, { kind, index }: KeyedEntry, name: string): PlanDraft => {
  const renamed = <T extends object>(entries: readonly T[], field: Partial<T>) =>
    entries.map((entry, at) => (at === index ? { ...entry, ...field } : entry))
  if (kind === 'indicator') return { ...draft, indicators: renamed(draft.indicators, { name }) }
  if (kind === 'project') return { ...draft, projects: renamed(draft.projects, { name }) }
  if (kind === 'node') return { ...draft, nodes: renamed(draft.nodes, { title: name }) }
  return { ...draft, priorityGoals: renamed(draft.priorityGoals, { title: name }) }
}

/** 人が図書と見くらべた行。疑いと、この行だけについての「おそらく」の気づきを除く。わけは残す。 */
const checked = (draft: PlanDraft, { kind, index, id }: KeyedEntry): PlanDraft => {
  const settled = { ...draft, notes: draft.notes.filter((each) => !isDoubtAbout(each, id)) }
  const certainty = kind === 'indicator' ? draft.indicators[index]?.certainty : undefined
  if (!certainty) return settled
  const { evidence } = certainty
  const indicators = draft.indicators.map((indicator, at) =>
    at === index ? { ...indicator, certainty: { level: 'certain' as const, evidence } } : indicator,
  )
  return { ...settled, indicators }
}

const isDoubtAbout = ({ code, about }: Note, id: string | null): boolean =>
  id !== null && about?.length === 1 && about[0] === id && /-(doubtful|likely)$/.test(code)

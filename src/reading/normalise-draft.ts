import type { FormName, Indicator, PlanDraft, PriorityGoal, Project } from '#domain/plan/draft.ts'
import { type Place, unstatedPlace } from '#domain/provenance.ts'
import type { Figure, FigureStatus } from '#domain/quantity/figure.ts'
import type { WrittenDraft, WrittenFigure } from './draft-schema.ts'

/**
 * 省かれた欄を補って、どこでも使える案にする。所在のない値は属する行の所在を、行にもなければ「所在の記載なし」を持つ。
 * 様式の名がなければ中身から、値の身分がなければ字面から決める。書かれているものは一つも変えない。
 */
export const normaliseDraft = ({ legends, ...written }: WrittenDraft): PlanDraft => ({
  ...written,
  plan: { ...written.plan, form: written.plan.form ?? likelyForm(written) },
  nodes: written.nodes.map(placed),
  indicators: written.indicators.map(indicator),
  projects: written.projects.map(project),
  priorityGoals: written.priorityGoals.map(priorityGoal),
  instructionPlaces: written.instructions.map((_, at) => written.instructionPlaces[at] ?? unstatedPlace),
  grades: written.grades.map(placed),
  revisionRules: written.revisionRules.map(placed),
  revisionItems: written.revisionItems.map(placed),
  subtotals: written.subtotals.map(placed),
  ...(legends ? { legends: legends.map(placed) } : {}),
})

const placed = <T extends { readonly place?: Place }>(entry: T): T & { readonly place: Place } => ({
  ...entry,
  place: entry.place ?? unstatedPlace,
})

const placedWithin =
  (place: Place) =>
  <T extends { readonly place?: Place }>(entry: T): T & { readonly place: Place } => ({
    ...entry,
    place: entry.place ?? place,
  })

const indicator = (written: WrittenDraft['indicators'][number]): Indicator => {
  const { certainty, rateMarks, printedGrades, comments, ...entry } = placed(written)
  const within = placedWithin(entry.place)
  const figures = (list: readonly WrittenFigure[]) => list.map((each) => figure(each, entry.place))
  return {
    ...entry,
    baseline: entry.baseline && figure(entry.baseline, entry.place),
    targets: figures(entry.targets),
    actuals: figures(entry.actuals),
    rates: entry.rates.map(within),
    costs: entry.costs.map(within),
    ...(rateMarks ? { rateMarks: rateMarks.map(within) } : {}),
    ...(printedGrades ? { printedGrades: printedGrades.map(within) } : {}),
    ...(comments ? { comments: comments.map(within) } : {}),
    ...(certainty ? { certainty: withFigures(certainty, figures) } : {}),
  }
}

type Certainty = NonNullable<WrittenDraft['indicators'][number]['certainty']>

const withFigures = (
  { alternatives, ...certainty }: Certainty,
  figures: (list: readonly WrittenFigure[]) => readonly Figure[],
): NonNullable<Indicator['certainty']> => ({
  ...certainty,
  ...(alternatives
    ? {
        alternatives: alternatives.map((each) => ({
          ...each,
          targets: figures(each.targets),
          actuals: figures(each.actuals),
        })),
      }
    : {}),
})

const figure = (written: WrittenFigure, place: Place): Figure => {
  const { parts, secondary, ...entry } = written
  const own = entry.place ?? place
  return {
    ...entry,
    status: entry.status ?? likelyStatus(written),
    place: own,
    ...(parts ? { parts: parts.map((part) => figure(part, own)) } : {}),
    ...(secondary ? { secondary: figure(secondary, own) } : {}),
  }
}

const likelyStatus = ({ value, parts, raw }: WrittenFigure): FigureStatus => {
  if (value !== null || (parts && parts.length > 0)) return 'given'
  if (raw.trim() === '') return 'blank'
  return /^[-－―—–‐ー…・*＊\s]+$/.test(raw) ? 'dash' : 'text'
}

const project = (written: WrittenDraft['projects'][number]): Project => {
  const { costs, ...entry } = placed(written)
  return {
    ...entry,
    shownIn: written.shownIn ?? 'table',
    ...(costs ? { costs: costs.map(placedWithin(entry.place)) } : {}),
  }
}

const priorityGoal = (written: WrittenDraft['priorityGoals'][number]): PriorityGoal => {
  const entry = placed(written)
  return { ...entry, items: entry.items.map(placedWithin(entry.place)) }
}

type Telling = Pick<WrittenDraft, 'priorityGoals' | 'revisionRules' | 'revisionItems' | 'grades' | 'projects'>

/** 何が書かれているかで様式を決める。どれでもなければ、指標の一覧とみて進捗状況一覧表。 */
const likelyForm = ({ priorityGoals, revisionRules, revisionItems, grades, projects }: Telling): FormName => {
  if (priorityGoals.length > 0) return 'priority-goals'
  if (revisionRules.length + revisionItems.length + grades.length > 0) return 'revision-overview'
  return projects.some(({ shownIn }) => shownIn !== undefined && shownIn !== 'table') ? 'action-plan' : 'progress-table'
}

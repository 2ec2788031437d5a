import { saysSomething } from '#domain/indicator/figures.ts'
import { say } from '#domain/language/say.ts'
import type { Note, PlanDraft } from '#domain/plan/draft.ts'
import { placeInWords } from '#domain/provenance.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { type Terminal, words } from './terminal.ts'

/** 一度に見せる気づきの数。残りは数だけ言う。 */
const shownNotes = 30

/** 読めたことの要約。人が読む。 */
export const summaryOf = (draft: PlanDraft, terminal: Terminal): string[] => [
  words(terminal, 'read-heading', { municipality: draft.municipality.name, title: draft.plan.title }),
  words(terminal, 'read-form', { form: words(terminal, `form-${draft.plan.form}`) }),
  words(terminal, 'read-period', { period: periodOf(draft, terminal) }),
  words(terminal, 'read-found'),
  ...countsOf(draft)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => words(terminal, 'read-count', { what: words(terminal, what), count })),
  ...doubtsOf(draft.notes, terminal),
  '',
]

const periodOf = ({ plan: { firstYear, lastYear } }: PlanDraft, terminal: Terminal): string => {
  if (firstYear === null && lastYear === null) return words(terminal, 'period-unknown')
  const word = (year: number | null) => (year === null ? '？' : yearWord(year, terminal))
  return firstYear === lastYear
    ? word(firstYear)
    : words(terminal, 'period-span', { first: word(firstYear), last: word(lastYear) })
}

const yearWord = (startYear: number, { language }: Terminal): string =>
  language === 'ja' ? fiscalYearInWords({ startYear }, 'era') : `FY${startYear}`

const countsOf = (draft: PlanDraft): [string, number][] => [
  ['count-nodes', draft.nodes.length],
  ['count-indicators', draft.indicators.length],
  ['count-breakdowns', draft.indicators.filter(({ breakdownOf }) => breakdownOf !== null).length],
  ['count-repeats', draft.indicators.filter(({ repeatOf }) => repeatOf !== null).length],
  ['count-actuals', sum(draft.indicators.map(({ actuals }) => actuals.filter(saysSomething).length))],
  ['count-rates', sum(draft.indicators.map(({ rates }) => rates.length))],
  ['count-projects', draft.projects.length],
  ['count-priority-goals', draft.priorityGoals.length],
  ['count-priority-items', sum(draft.priorityGoals.map(({ items }) => items.length))],
  ['count-instructions', draft.instructions.length],
  ['count-grades', draft.grades.length],
  ['count-revision-rules', draft.revisionRules.length],
  ['count-revision-items', draft.revisionItems.length],
]

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const weight = { error: 0, warning: 1, info: 2 } as const

const doubtsOf = (notes: readonly Note[], terminal: Terminal): string[] => {
  const doubts = notes.toSorted((a, b) => weight[a.level] - weight[b.level])
  if (doubts.length === 0) return [words(terminal, 'read-no-doubts')]
  const rest = doubts.length - shownNotes
  return [
    words(terminal, 'read-doubts', { count: doubts.length }),
    ...doubts.slice(0, shownNotes).map((each) => noteLine(each, terminal)),
    ...(rest > 0 ? [words(terminal, 'read-more-doubts', { count: rest })] : []),
  ]
}

/** 気づき一行。「【要確認】 580行目  …」 */
export const noteLine = ({ level, code, params, places }: Note, terminal: Terminal): string =>
  words(terminal, 'note-line', {
    mark: words(terminal, `mark-${level}`),
    place: places[0] ? placeInWords(places[0], terminal.language) : '',
    message: say({ code, params }, terminal.language),
  })

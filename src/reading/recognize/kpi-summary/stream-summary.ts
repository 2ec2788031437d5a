import type { SourceDocument } from '../../document.ts'
import { commentPoints, pairComments } from './company.ts'
import { type GoalMatch, matchGoal, type Others, othersIn } from './goal-match.ts'
import { pointsOfWay, type RowOf, type RowPuzzle } from './match-rows.ts'
import { matchPage, type PageMatch, speaker } from './page-match.ts'
import { type Label, type PageParts, partsOf, type ValuedRow } from './page-parts.ts'
import { cellsOf, rowWords, verdictOn } from './row-verdict.ts'
import {
  goalNotes,
  leftoverNotes,
  overflowNotes,
  projectNotes,
  rateNotes,
  remarkNotes,
  sectionNotes,
} from './stream-notes.ts'
import { streamPages, type TableYears } from './stream-pages.ts'
import type { SummaryParts } from './summary-draft.ts'
import type { EntryNote, GoalEntry, SectionEntry, TableEntry } from './table-entry.ts'
import { type Weigh, weighBy } from './words.ts'

/** 数が先に、名があとから順も乱れて来る文字の流れ（PDF の中身の順）を、元の表に組み立てる。 */
export const streamSummary = (document: SourceDocument): SummaryParts => {
  const { pages, years } = streamPages(document)
  const parts = pages.map((page) => partsOf(page, years))
  const weigh = weighBy(parts.flatMap(textsOf))
  const goals = groupByGoal(parts).map((group) => goalEntry(group, weigh, years))
  const totals = pages.flatMap(({ subtotals }) => subtotals.filter(({ kind }) => kind === '合計'))
  return { goals, totals: totals.map(({ kind: _, ...rest }) => rest), years, notes: [] }
}

const textsOf = (parts: PageParts): readonly string[] => [
  ...[...parts.kpis, ...parts.goals].map(({ name, ownProject }) => `${ownProject?.text ?? ''}　${name.text}`),
  ...parts.projects.map(({ item }) => item.name.text),
  ...parts.comments.map(({ item }) => item.text),
  ...parts.headings.map(({ item }) => item.title ?? ''),
  ...parts.titles.map(({ item }) => item.title.text),
]

/** 基本目標の見出しのない頁は、前の頁の続き。 */
const groupByGoal = (pages: readonly PageParts[]): readonly (readonly PageParts[])[] => {
  const groups: PageParts[][] = []
  for (const page of pages) {
    if (page.page.goal || groups.length === 0) groups.push([page])
    else groups.at(-1)?.push(page)
  }
  return groups
}

const goalEntry = (parts: readonly PageParts[], weigh: Weigh, years: TableYears): GoalEntry => {
  const match = matchGoal(
    parts.map((each) => matchPage(each, weigh, years)),
    weigh,
  )
  const goal = parts[0]?.page.goal ?? null
  const remarks = match.pages.map((page, at) => placeRemarks(page, match, at, weigh, years))
  const subtotals = parts.flatMap(({ page }) => page.subtotals).filter(({ kind }) => kind === '小計')
  const rows = [
    ...match.pages.flatMap((page, at) => goalRows(page, remarks[at] ?? noRemarks, years)),
    ...kpiRows(match, remarks, years),
  ]
  return {
    number: goal?.number ?? null,
    title: goal?.title ?? '',
    place: goal?.place ?? null,
    sections: sectionEntries(match),
    rows,
    subtotals: subtotals.map(({ kind: _, ...rest }) => rest),
    remarks: [
      ...goalNotes(goal, rows, subtotals),
      ...sectionNotes(match.sections, match.pages, match.projects),
      ...match.pages.flatMap((page, at) => projectNotes(page, match.projects[at] ?? [])),
      ...match.pages.flatMap((page) => [...leftoverNotes(page, match.sections), ...overflowNotes(page)]),
      ...remarks.flatMap((each) => each.unplaced),
    ],
  }
}

/** 親のあとに子、印刷の順。どこにも入らなかった見出しは、基本目標のすぐ下に置く。 */
const sectionEntries = ({ sections }: GoalMatch): readonly SectionEntry[] => {
  const entries: SectionEntry[] = []
  const add = (key: string, parent: string | null) => {
    const heading = sections.headings.find((each) => each.key === key)
    if (!heading || entries.some((each) => each.key === key)) return
    const { depth, number, title, place } = heading
    entries.push({ key, parent, depth, number, title, place })
  }
  for (const { parent, leaf } of sections.outline) {
    if (parent) add(parent.key, null)
    add(leaf.key, parent?.key ?? null)
  }
  for (const { key } of sections.headings) add(key, null)
  return entries
}

/** 頁の所見の付け先。`of[升目]`、KPI のあとに数値目標の順。 */
type PlacedRemarks = {
  readonly of: readonly (string | null)[]
  readonly notes: readonly (readonly EntryNote[])[]
  readonly unplaced: readonly EntryNote[]
}

const noRemarks: PlacedRemarks = { of: [], notes: [], unplaced: [] }

/** 付け先がはっきりした所見だけを付ける。差の小さいものは付けて気づきを添え、分からないものは付けない。 */
const placeRemarks = (
  page: PageMatch,
  match: GoalMatch,
  at: number,
  weigh: Weigh,
  years: TableYears,
): PlacedRemarks => {
  const { parts, puzzle, goalPuzzle, goalRowOf } = page
  const rowOf = match.rowOf[at] ?? []
  const labels = [...parts.kpis, ...parts.goals]
  const values = [
    ...parts.kpis.map((_, label) => valuesAt(puzzle, rowOf, label)),
    ...parts.goals.map((_, label) => valuesAt(goalPuzzle, goalRowOf, label)),
  ]
  const speakers = labels.map((label, index) => ({
    ...speaker(label, match.projects[at]?.[index] ?? null),
    values: values[index] ?? null,
  }))
  const points = commentPoints(parts, speakers, weigh, years)
  const sure = labels.map((label, index) => {
    const project = match.projects[at]?.[index] ?? null
    return { ...speaker(label, project?.shared ? project : null), values: values[index] ?? null }
  })
  const byWords = pairComments(commentPoints(parts, sure, weigh, years, false))
  return remarkNotes(parts, labels, match.projects[at] ?? [], points, pairComments(points), byWords)
}

const valuesAt = (puzzle: RowPuzzle, rowOf: RowOf, label: number) => {
  const row = rowOf[label]
  return row === null || row === undefined ? null : (puzzle.rows[row]?.values ?? null)
}

/** 数値目標の行。 */
const goalRows = (page: PageMatch, remarks: PlacedRemarks, years: TableYears): readonly TableEntry[] => {
  const { goalPuzzle, goalRowOf, goalTies, parts } = page
  const others = othersIn(goalPuzzle, goalTies, goalRowOf, (way) => pointsOfWay(goalPuzzle, way))
  const from = parts.kpis.length
  const entries = parts.goals.map((label, at) => ({
    row: goalRowOf[at] ?? null,
    entry: entry(label, goalPuzzle, at, goalRowOf[at] ?? null, others[at] ?? [], null, null, {
      text: remarks.of[from + at] ?? null,
      notes: remarks.notes[from + at] ?? [],
      years,
    }),
  }))
  return inRowOrder(entries, goalPuzzle.rows, '数値目標', years)
}

/** KPI の行を、印刷の順に。名のない数の行もその順に入れる。 */
const kpiRows = (match: GoalMatch, remarks: readonly PlacedRemarks[], years: TableYears): readonly TableEntry[] =>
  match.pages.flatMap((page, at) => {
    const rowOf = match.rowOf[at] ?? []
    const entries = page.parts.kpis.map((label, index) => {
      const row = rowOf[index] ?? null
      const project = match.projects[at]?.[index]?.name ?? null
      const made = entry(
        label,
        page.puzzle,
        index,
        row,
        match.others[at]?.[index] ?? [],
        project,
        sectionOf(match, at, index),
        {
          text: remarks[at]?.of[index] ?? null,
          notes: remarks[at]?.notes[index] ?? [],
          years,
        },
      )
      return { row, entry: made }
    })
    return inRowOrder(entries, page.puzzle.rows, 'KPI', years)
  })

const sectionOf = ({ sections }: GoalMatch, page: number, label: number): string | null => {
  const row = sections.order.findIndex((each) => each.page === page && each.label === label)
  return sections.outline[sections.placement.leafOf[row] ?? -1]?.leaf.key ?? null
}

type Given = { readonly text: string | null; readonly notes: readonly EntryNote[]; readonly years: TableYears }

const entry = (
  label: Label,
  puzzle: RowPuzzle,
  at: number,
  row: number | null,
  others: Others,
  project: TableEntry['project'],
  section: string | null,
  { text, notes, years }: Given,
): TableEntry => {
  const valued = row === null ? null : (puzzle.rows[row] ?? null)
  const { certainty, notes: doubts } = verdictOn(puzzle, at, row, others, text, years)
  const cells = valued ? cellsOf(valued, years) : { targets: [], actuals: [] }
  const made: TableEntry = {
    class: label.class,
    name: label.name.text === '' ? null : label.name,
    project,
    section,
    baseline: label.baseline,
    target: label.target,
    noTargetText: label.noTargetText,
    ...cells,
    remark: text,
    certainty,
    notes: [...doubts, ...notes],
    place: label.name.place,
  }
  return { ...made, notes: [...made.notes, ...rateNotes(made)] }
}

/** 印刷の順に並べ、名のない数の行を、名を空けて入れる。 */
const inRowOrder = (
  entries: readonly { readonly row: number | null; readonly entry: TableEntry }[],
  rows: readonly ValuedRow[],
  kind: TableEntry['class'],
  years: TableYears,
): readonly TableEntry[] => {
  const taken = new Set(entries.map(({ row }) => row))
  const nameless = rows.flatMap((valued, row) =>
    taken.has(row) ? [] : [{ row, entry: namelessEntry(valued, kind, years) }],
  )
  return [...entries, ...nameless]
    .toSorted((a, b) => (a.row ?? Number.POSITIVE_INFINITY) - (b.row ?? Number.POSITIVE_INFINITY))
    .map(({ entry: made }) => made)
}

const namelessEntry = (valued: ValuedRow, kind: TableEntry['class'], years: TableYears): TableEntry => ({
  class: kind,
  name: null,
  project: null,
  section: null,
  baseline: null,
  target: null,
  noTargetText: null,
  ...cellsOf(valued, years),
  remark: null,
  certainty: { level: 'doubtful', evidence: ['合う指標名が見つからない'], alternatives: [] },
  notes: [
    {
      level: 'error',
      code: 'kpi-summary-label-missing',
      params: { reading: rowWords(valued) },
      places: [valued.row.place],
    },
  ],
  place: valued.row.place,
})

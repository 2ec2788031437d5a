import type {
  Accumulation,
  Certainty,
  Indicator,
  Note,
  PlanDraft,
  PlanNode,
  Project,
  Subtotal,
} from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { type IdMaker, idMaker } from '../../assemble/ids.ts'
import { municipalityIn } from '../../assemble/municipality.ts'
import { planDraft } from '../../assemble/plan-draft.ts'
import { planKind, planTitle, titleLine } from '../../assemble/plan-heading.ts'
import type { SourceDocument } from '../../document.ts'
import type { Phrase } from './phrase.ts'
import { isRate } from './row-evidence.ts'
import { amountIn, phraseUnit } from './row-values.ts'
import type { TableYears } from './stream-pages.ts'
import type { EntryNote, GoalEntry, SubtotalEntry, TableEntry, YearCell } from './table-entry.ts'

/** 段の名。集計表には書かれていないので、総合戦略でふつうに使う名を当てる（「(1)」施策分野、「①」施策）。 */
const levels = { goal: '基本目標', 2: '施策分野', 3: '施策' } as const

export type SummaryParts = {
  readonly goals: readonly GoalEntry[]
  /** 全体の合計の行。 */
  readonly totals: readonly SubtotalEntry[]
  readonly years: TableYears
  readonly notes: readonly EntryNote[]
}

/** 組み上がった行を案にする。 */
export const summaryDraft = (document: SourceDocument, { goals, totals, years, notes }: SummaryParts): PlanDraft => {
  const id = idMaker()
  const read = goals.map((goal) => goalContent(goal, id))
  const title = titleLine(document)
  const named = (title?.text ?? '').replace(/[【［(（][^】］)）]*[】］)）]\s*$/u, '')
  return planDraft(document, 'kpi-summary', {
    municipality: municipalityIn(document, title),
    plan: {
      title: planTitle(named),
      kind: planKind(named),
      firstYear: years.years[0] ?? null,
      lastYear: years.years.at(-1) ?? null,
    },
    nodes: read.flatMap((each) => each.nodes),
    indicators: read.flatMap((each) => each.indicators),
    projects: read.flatMap((each) => each.projects),
    subtotals: [...read.flatMap((each) => each.subtotals), ...totals.map((total) => ({ node: null, ...total }))],
    notes: [...notes.map((each) => written(each)), ...read.flatMap((each) => each.notes)],
  })
}

const written = (each: EntryNote, about: readonly string[] = []): Note =>
  note(each.level, each.code, each.params, each.places, about)

type GoalContent = {
  readonly nodes: readonly PlanNode[]
  readonly indicators: readonly Indicator[]
  readonly projects: readonly Project[]
  readonly subtotals: readonly Subtotal[]
  readonly notes: readonly Note[]
}

const goalContent = (goal: GoalEntry, id: IdMaker): GoalContent => {
  const root: PlanNode | null = goal.place && {
    id: id('n', null, levels.goal, goal.number, goal.title),
    parent: null,
    level: levels.goal,
    number: goal.number,
    title: goal.title,
    text: null,
    place: goal.place,
  }
  const sections = sectionNodes(goal, root, id)
  const nodeOf = (row: TableEntry) => sections.get(row.section ?? '')?.id ?? root?.id ?? null
  const projectIds = new Map<string, string>()
  for (const row of goal.rows)
    if (row.project && !projectIds.has(projectKey(row))) projectIds.set(projectKey(row), id('p', row.project.text))
  const made = goal.rows.map((row) => {
    const project = row.project ? (projectIds.get(projectKey(row)) ?? null) : null
    const indicator = indicatorOf(
      row,
      id('i', row.class, goal.number, row.project?.text ?? null, row.name?.text ?? null),
      nodeOf(row),
      project,
    )
    return { row, indicator }
  })
  return {
    nodes: [...(root ? [root] : []), ...sections.values()],
    indicators: made.map(({ indicator }) => indicator),
    projects: projectsOf(made, nodeOf),
    subtotals: goal.subtotals.map((each) => ({ node: root?.id ?? null, ...each })),
    notes: [
      ...goal.remarks.map((each) => written(each, root ? [root.id] : [])),
      ...made.flatMap(({ row, indicator }) =>
        [...row.notes, ...unitNotes(row)].map((each) => written(each, [indicator.id])),
      ),
    ],
  }
}

/** 同じ事業の行は、同じ升目の事業名を持つ（同じ名でも別の升目なら別の事業）。 */
const projectKey = ({ project }: TableEntry): string => `${project?.line} ${project?.text}`

const sectionNodes = (goal: GoalEntry, root: PlanNode | null, id: IdMaker): ReadonlyMap<string, PlanNode> => {
  const nodes = new Map<string, PlanNode>()
  for (const { key, parent, depth, number, title, place } of goal.sections) {
    const over = (parent === null ? root : nodes.get(parent)) ?? null
    const level = levels[depth]
    nodes.set(key, {
      id: id('n', over?.id ?? null, level, number, title),
      parent: over?.id ?? null,
      level,
      // 番号のない帯もある。
      number: number === '' ? null : number,
      title,
      text: null,
      place,
    })
  }
  return nodes
}

const projectsOf = (
  made: readonly { readonly row: TableEntry; readonly indicator: Indicator }[],
  nodeOf: (row: TableEntry) => string | null,
): readonly Project[] =>
  [
    ...Map.groupBy(
      made.filter(({ indicator }) => indicator.project !== null),
      ({ indicator }) => indicator.project ?? '',
    ),
  ].flatMap(([id, rows]) => {
    const name = rows[0]?.row.project
    if (!name) return []
    return [
      {
        id,
        number: null,
        listNumber: null,
        name: name.text,
        nodes: [...new Set(rows.flatMap(({ row }) => nodeOf(row) ?? []))],
        tags: {},
        priority: false,
        implementers: [],
        period: null,
        content: null,
        years: [],
        indicators: rows.map(({ indicator }) => indicator.id),
        shownIn: 'table' as const,
        place: name.place,
      },
    ]
  })

const indicatorOf = (row: TableEntry, id: string, node: string | null, project: string | null): Indicator => {
  const unit = unitOf(row)
  return {
    id,
    node,
    class: row.class,
    name: row.name?.text ?? '（指標名の読めない行）',
    unit,
    accumulation: accumulationOf(row),
    ...(row.noTargetText && row.noTargetText !== row.name?.text ? { measured: row.noTargetText } : {}),
    baseline: row.baseline && phraseFigure(row.baseline, 'baseline'),
    targets: [
      ...row.targets.map((cell) => cellFigure(cell, unit)),
      ...(row.target ? [phraseFigure(row.target, targetScope(row))] : []),
    ],
    actuals: row.actuals.map((cell) => cellFigure(cell, unit)),
    rates: [],
    costs: [],
    departments: row.departments ?? [],
    remarks: row.remark,
    sheetNo: null,
    breakdownOf: null,
    repeatOf: null,
    project,
    ...(row.class === 'KPI' ? { counted: row.noTargetText === null } : {}),
    certainty: certaintyOf(row, unit),
    place: row.name?.place ?? row.place,
  }
}

const certaintyOf = ({ certainty }: TableEntry, unit: string | null): Certainty => ({
  level: certainty.level,
  evidence: certainty.evidence,
  ...(certainty.alternatives.length > 0
    ? {
        alternatives: certainty.alternatives.map(({ targets, actuals, reason }) => ({
          targets: targets.map((cell) => cellFigure(cell, unit)),
          actuals: actuals.map((cell) => cellFigure(cell, unit)),
          reason,
        })),
      }
    : {}),
})

const cellFigure = ({ raw, year, place }: YearCell, unit: string | null): Figure =>
  readFigure(raw, { year, place, unit, ...(year === null ? { scope: 'period' as const } : {}) })

/**
 * 「／基準→目標」の値。`raw` はかっこ書きまで書かれたとおり。
 * （5年間）は計画期間の合計、（各年度）は毎年同じ目標、（令和7年）は最終の水準。
 */
const phraseFigure = (phrase: Phrase, role: 'baseline' | 'period' | 'each-year' | 'final'): Figure => {
  const scope = role === 'baseline' ? {} : { scope: role }
  const year = role === 'period' || role === 'each-year' ? null : phrase.year
  const kind = phrase.span ? ('span' as const) : role === 'period' ? ('plan-period' as const) : null
  return {
    ...readFigure(phrase.amount, { year, place: phrase.place }),
    raw: phrase.raw,
    ...scope,
    ...(kind ? { periodKind: kind } : {}),
  }
}

const targetScope = (row: TableEntry): 'period' | 'each-year' | 'final' => {
  if (row.target?.meaning === 'each-year') return 'each-year'
  return row.target?.meaning === 'period' && !isRateOverPeriod(row) ? 'period' : 'final'
}

/** 「40.0％（5年間）」: 率は足せず、合計の欄も「―」なので、最終年度の水準として読む。 */
export const isRateOverPeriod = (row: Pick<TableEntry, 'target' | 'targets'>): boolean =>
  row.target?.meaning === 'period' &&
  isRate(phraseUnit(row.target)) &&
  amountIn(row.targets.find(({ year }) => year === null)?.raw) === null

const accumulationOf = (row: TableEntry): Accumulation => {
  if (!row.target || row.target.meaning === 'unstated') return { kind: 'unstated' }
  if (row.target.meaning === 'each-year') return { kind: 'single-year' }
  return row.target.meaning === 'period' && !isRateOverPeriod(row) ? { kind: 'period-total' } : { kind: 'level' }
}

/** 単位。基準と目標で違えば、指標名に入っている方、どちらも入っていなければ基準の方を取る（気づきを添える）。 */
const unitOf = (row: TableEntry): string | null => {
  const [before, after] = [phraseUnit(row.baseline), phraseUnit(row.target)]
  if (before === null || after === null || before === after) return after ?? before
  const name = row.name?.text ?? ''
  return !name.includes(before) && name.includes(after) ? after : before
}

const unitNotes = (row: TableEntry): readonly EntryNote[] => {
  const [before, after] = [phraseUnit(row.baseline), phraseUnit(row.target)]
  if (!row.baseline || !row.target || before === null || after === null || before === after) return []
  return [
    {
      level: 'warning',
      code: 'kpi-summary-unit-chosen',
      params: {
        name: row.name?.text ?? '',
        baseline: row.baseline.raw,
        target: row.target.raw,
        unit: unitOf(row) ?? '',
      },
      places: [row.baseline.place, row.target.place],
    },
  ]
}

import type { GradeCount, Note, PlanContent, PlanDraft, PlanNode, Subtotal } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { sameProjects } from '../plan/same-project.ts'

/** 印刷された小計・合計と、表の行の数。 */
export const countFindings = (draft: PlanDraft): Note[] => [
  ...draft.subtotals.flatMap((subtotal) => subtotalFindings(draft, subtotal)),
  ...gradeTotals(draft.grades),
  ...ruleCounts(draft),
]

const under = (nodes: readonly PlanNode[], root: string | null): ((id: string | null) => boolean) => {
  const parentOf = new Map(nodes.map(({ id, parent }) => [id, parent]))
  const within = (id: string | null): boolean =>
    root === null || (id !== null && (id === root || within(parentOf.get(id) ?? null)))
  return within
}

/** 節の下（null は計画の全体）の事業数と KPI 数。 */
export type Counted = { readonly projects: number; readonly indicators: number }

/**
 * 小計に数えるもの。何度も載る事業は一つに数える。指標は KPI だけで、数値目標（基本目標の指標）、再掲、数えないと断った行（KPIの設定が困難）は数えない。
 * `countUnder(砂川市の計画, 基本目標1)` → `{ projects: 9, indicators: 8 }`
 */
export const countUnder = (
  { nodes, projects, indicators }: Pick<PlanContent, 'nodes' | 'projects' | 'indicators'>,
  root: string | null,
): Counted => {
  const within = under(nodes, root)
  const counted = indicators.filter(
    ({ node, class: kind, counted: counts, repeatOf }) =>
      within(node) && !kind.includes('数値目標') && counts !== false && repeatOf === null,
  )
  return {
    // どの節にも印のない事業（伊万里市の一覧 No.10）も、計画の全体には数える。
    projects: sameProjects(projects.filter((project) => root === null || project.nodes.some(within))).length,
    indicators: counted.length,
  }
}

const subtotalFindings = (draft: PlanDraft, subtotal: Subtotal): Note[] => {
  const { projects, indicators } = countUnder(draft, subtotal.node)
  const where = draft.nodes.find(({ id }) => id === subtotal.node)?.title ?? '@what-whole'
  return [
    ...differs(where, '@what-projects', subtotal.projects, projects, subtotal),
    ...differs(where, '@what-indicators', subtotal.indicators, indicators, subtotal),
  ]
}

const differs = (where: string, what: string, printed: number | null, counted: number, { place }: Subtotal): Note[] =>
  printed === null || printed === counted
    ? []
    : [note('error', 'subtotal-differs', { where, what, printed, counted }, [place])]

/** クロス表の合計行。空欄は 0 件として足すが、合計の空欄は比べない。 */
const gradeTotals = (grades: readonly GradeCount[]): Note[] =>
  grades
    .filter(({ total }) => total)
    .flatMap((total) => {
      const rows = grades.filter((row) => !row.total && row.class === total.class)
      return Object.entries(total.counts).flatMap(([grade, printed]) => {
        const sum = rows.reduce((all, { counts }) => all + (counts[grade] ?? 0), 0)
        if (printed === null || rows.length === 0 || printed === sum) return []
        return [
          note('error', 'grade-total-differs', { what: total.class, grade, printed, sum }, [
            total.place,
            ...rows.map(({ place }) => place),
          ]),
        ]
      })
    })

/** 「目標値の修正 … 5指標」の数。 */
const indicatorsIn = (change: string): number | null => {
  const count = /([0-9０-９]+)\s*指標/.exec(change)?.[1]
  return count === undefined ? null : Number(count.normalize('NFKC'))
}

const ruleCounts = ({ revisionRules }: PlanDraft): Note[] =>
  revisionRules.flatMap(({ grade, count, changes, place }) => {
    const named = changes.map(indicatorsIn).filter((number) => number !== null)
    const sum = named.reduce((all, each) => all + each, 0)
    if (named.length === 0 || count === sum) return []
    return count === null
      ? [note('warning', 'rule-count-missing', { grade, sum }, [place])]
      : [note('error', 'rule-count-differs', { grade, printed: count, sum }, [place])]
  })

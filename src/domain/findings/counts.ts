import type { GradeCount, Note, PlanDraft, PlanNode, Subtotal } from '../plan/draft.ts'
import { note } from '../plan/note.ts'

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

/** 数えるのは KPI だけ。数値目標（基本目標の指標）と、数えないと断った行（KPIの設定が困難）は数えない。 */
const subtotalFindings = (draft: PlanDraft, subtotal: Subtotal): Note[] => {
  const within = under(draft.nodes, subtotal.node)
  const projects = draft.projects.filter(({ nodes }) => nodes.some(within))
  const indicators = draft.indicators.filter(
    ({ node, class: kind, counted, repeatOf }) =>
      within(node) && !kind.includes('数値目標') && counted !== false && repeatOf === null,
  )
  const where = draft.nodes.find(({ id }) => id === subtotal.node)?.title ?? '@what-whole'
  return [
    ...differs(where, '@what-projects', subtotal.projects, projects.length, subtotal),
    ...differs(where, '@what-indicators', subtotal.indicators, indicators.length, subtotal),
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

import type { Place } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'
import type { Indicator, PlanContent } from './draft.ts'

/** 出典のある場所から読み取ったもの一つ。`role` は何として読んだか。 */
export type Citation = {
  readonly place: Place
  readonly role: 'name' | 'baseline' | 'target' | 'actual' | 'rate' | 'cost' | 'node' | 'project' | 'priority' | 'other'
  readonly year: number | null
  readonly raw: string
  readonly about: {
    readonly kind: 'indicator' | 'project' | 'node' | 'plan'
    readonly id: string
    readonly name: string
  }
}

type Part = Pick<Citation, 'place' | 'role' | 'year' | 'raw'>

/** 中身のすべての値とその所在。図書の側から「ここから何を読んだか」を引くために並べる。 */
export const citationsIn = (content: PlanContent): readonly Citation[] => [
  ...content.nodes.map(({ id, title, place }) =>
    one('node', id, title, { place, role: 'node', year: null, raw: title }),
  ),
  ...content.indicators.flatMap(ofIndicator),
  ...content.projects.map(({ id, name, place }) =>
    one('project', id, name, { place, role: 'project', year: null, raw: name }),
  ),
  ...content.priorityGoals.flatMap((goal) =>
    [goal, ...goal.items].map(({ title, place }) =>
      one('plan', goal.number, goal.title, { place, role: 'priority', year: goal.year, raw: title }),
    ),
  ),
  ...[...content.grades, ...content.revisionRules, ...content.revisionItems].map((row) =>
    one('plan', '', '', { place: row.place, role: 'other', year: null, raw: words(row) }),
  ),
  ...content.instructions.flatMap((text, index) => {
    const place = content.instructionPlaces[index]
    return place ? [one('plan', '', '', { place, role: 'other', year: null, raw: text })] : []
  }),
]

const words = (row: { readonly class: string } | { readonly grade: string } | { readonly text: string }): string =>
  'text' in row ? row.text : 'grade' in row ? row.grade : row.class

const one = (kind: Citation['about']['kind'], id: string, name: string, part: Part): Citation => ({
  ...part,
  about: { kind, id, name },
})

const ofIndicator = (indicator: Indicator): readonly Citation[] => {
  const parts: readonly Part[] = [
    { place: indicator.place, role: 'name', year: null, raw: indicator.name },
    ...(indicator.baseline ? ofFigure('baseline', indicator.baseline) : []),
    ...indicator.targets.flatMap((figure) => ofFigure('target', figure)),
    ...indicator.actuals.flatMap((figure) => ofFigure('actual', figure)),
    ...indicator.rates.map(({ place, year, printed }) => ({ place, role: 'rate' as const, year, raw: printed })),
    ...indicator.costs
      .filter(({ round }) => round === undefined)
      .map(({ place, year, raw }) => ({ place, role: 'cost' as const, year, raw })),
  ]
  return parts.map((part) => one('indicator', indicator.id, indicator.name, part))
}

/** 図書の側から引くので、人の直した値は印刷されていた字で並べ、人の書き足した値は並べない。 */
const ofFigure = (role: Citation['role'], { place, year, raw, printed = raw }: Figure): readonly Part[] =>
  printed === null || printed === '' ? [] : [{ place, role, year, raw: printed }]

/** その行・そのセルから読んだもの。行は同じ行のすべて、セルは同じセルのすべて。 */
export const citedAt = (citations: readonly Citation[], place: Place): readonly Citation[] =>
  citations.filter((citation) => samePlace(citation.place, place))

const samePlace = (a: Place, b: Place): boolean => {
  if ('line' in a && 'line' in b) return a.line === b.line
  if ('cell' in a && 'cell' in b) return a.sheet === b.sheet && a.cell === b.cell
  return 'page' in a && 'page' in b && a.page === b.page
}

import type { Goal } from '#domain/plan/outline.ts'
import type { ProjectsView } from '#operations/view-projects.ts'

/** ことばで言う欄。 */
export type PlainColumn =
  | 'number'
  | 'list'
  | 'name'
  | 'content'
  | 'implementers'
  | 'period'
  | 'priority'
  | 'path'
  | 'indicators'
  | 'places'

/** 事業の表の欄一つ。`sort` は並べかえの鍵。 */
export type ProjectColumn = { readonly sort: string | undefined } & (
  | { readonly kind: 'goal'; readonly goal: Goal }
  | { readonly kind: 'tick'; readonly tag: string; readonly value: string }
  | { readonly kind: 'chips'; readonly tag: string }
  | { readonly kind: PlainColumn }
)

/** 見ている部の欄を、図書の表の順に。一つも値のない欄は出さない。 */
export const projectColumns = (view: ProjectsView): readonly ProjectColumn[] => {
  const { part, columns } = view
  const plain = (kind: PlainColumn, is: boolean, sort?: string) => (is ? [{ kind, sort } as const] : [])
  const name = plain('name', true, 'name')
  const number = plain('number', columns.number, 'number')
  const list = plain('list', columns.listNumber, 'list')
  const goals = isTree(view) ? plain('path', true) : goalColumns(view)
  const implementers = plain('implementers', columns.implementers, 'implementer')
  const content = plain('content', columns.content)
  if (part === 'matrix')
    return [...list, ...name, ...goals, ...markColumns(view), ...plain('priority', columns.priority, 'priority')]
  if (part === 'list') {
    // 図書のとおりに並べたときは、目標は帯で言う。
    const marks = view.once || view.sort.key !== undefined ? goals : []
    return [...number, ...name, ...marks, ...content, ...implementers, ...list]
  }
  if (part === 'sheet')
    return [
      ...number,
      ...name,
      ...goals,
      ...markColumns(view),
      ...plain('period', columns.period, 'period'),
      ...implementers,
    ]
  const indicators = plain('indicators', isTree(view) && view.rows.some((row) => row.indicators.length > 0))
  const places = plain('places', view.parts.length > 1)
  return [...list, ...name, ...goals, ...places, ...implementers, ...indicators]
}

/** どの事業も、目標の下の節（施策）一つにだけ属する計画か。そのときは印でなく道すじで言う。 */
const isTree = ({ rows }: ProjectsView): boolean =>
  rows.every(({ paths }) => paths.length === 1 && (paths[0]?.length ?? 0) > 1)

const goalColumns = ({ columns }: ProjectsView): readonly ProjectColumn[] =>
  columns.goals.map((goal) => ({ kind: 'goal', goal, sort: `goal:${goal.key}` }))

const markColumns = ({ columns }: ProjectsView): readonly ProjectColumn[] => [
  ...columns.ticks.flatMap(({ kind: tag, values }) =>
    values.map((value) => ({ kind: 'tick' as const, tag, value, sort: `mark:${tag}:${value}` })),
  ),
  ...columns.chips.map((tag) => ({ kind: 'chips' as const, tag, sort: `tag:${tag}` })),
]

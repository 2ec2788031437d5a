import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { ProjectRow } from '#domain/plan/project-rows.ts'
import type { Frames } from './scope.ts'
import { isUnder, type TemplateData } from './template-data.ts'

/** いまの繰り返しの中の指標。事業・施策・基本目標の中ならそのもの、外なら計画のすべて（選ばれた課・目標のもの）。 */
export const indicatorsIn = ({ goal, measure, project }: Frames, data: TemplateData): readonly Indicator[] => {
  if (project) return indicatorsOf(project, data)
  if (measure) return data.indicators.filter(({ node }) => node === measure.id)
  return goal ? data.indicators.filter(({ node }) => goal.nodes.has(node)) : data.indicators
}

/** 事業の指標。印刷されたどの行のものも、二度は並べない。 */
const indicatorsOf = ({ printed }: ProjectRow, { edition }: TemplateData): readonly Indicator[] => {
  const ids = new Set(printed.flatMap(({ indicators }) => indicators))
  return edition.content.indicators.filter(({ id, repeatOf }) => ids.has(id) && !(repeatOf && ids.has(repeatOf)))
}

/** 基本目標に直に付いた指標（数値目標・成果目標）。 */
export const directIndicators = ({ goal }: Frames, data: TemplateData): readonly Indicator[] =>
  goal ? data.indicators.filter(({ node }) => goal.own.has(node)) : []

/** いまの繰り返しの中の、指標か事業を直に持つ節。基本目標そのものは入らない。 */
export const measuresIn = ({ goal }: Frames, data: TemplateData): readonly PlanNode[] => {
  const held = new Set<string | null>([
    ...data.indicators.map(({ node }) => node),
    ...data.projects().flatMap(({ printed }) => printed.flatMap(({ nodes }) => nodes)),
  ])
  const heads = new Set(data.goals().flatMap(({ own }) => [...own]))
  return data.edition.content.nodes.filter(
    ({ id }) => held.has(id) && (goal ? goal.nodes.has(id) && !goal.own.has(id) : !heads.has(id)),
  )
}

/** いまの繰り返しの中の事業。 */
export const projectsIn = (
  { goal, measure }: Frames,
  data: TemplateData,
  rows: readonly ProjectRow[] = data.projects(),
): readonly ProjectRow[] => {
  const within = measure ? new Set([measure.id]) : goal?.nodes
  return within ? rows.filter((row) => isUnder(row, within)) : rows
}

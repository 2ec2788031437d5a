import { projectPoints, sharesWords } from './company.ts'
import type { RowOf } from './match-rows.ts'
import type { PageMatch, ProjectName } from './page-match.ts'
import { type InOrder, inOrder } from './section-clues.ts'
import type { Weigh } from './words.ts'

/** 頁ごと・升目ごとの事業名。 */
export type ProjectNames = readonly (readonly (ProjectName | null)[])[]

/** 事業名の離れた升目のうち、まだ名のないものを、印刷の順で隣の行の事業に入れる（一つの事業に KPI が二つ以上）。 */
export const joinProjects = (pages: readonly PageMatch[], rowOf: readonly RowOf[], weigh: Weigh): ProjectNames => {
  const names = pages.map(({ projectOf }) => [...projectOf])
  const order = inOrder(rowOf)
  for (let round = 0; round < order.length; round++) {
    const moved = order.flatMap(({ page, label }, at) => {
      const own = names[page]
      if (!own || own[label]) return []
      const near = [order[at - 1], order[at + 1]].flatMap((beside) =>
        neighbour(pages, names, beside, { page, label }, weigh),
      )
      const [best, next] = near.toSorted((a, b) => b.points - a.points)
      return best
        ? [
            {
              page,
              label,
              name: {
                name: best.name.name,
                margin: best.points - (next?.points ?? best.points - 9),
                shared: best.shared,
              },
            },
          ]
        : []
    })
    if (moved.length === 0) break
    for (const { page, label, name } of moved) {
      const own = names[page]
      if (own) own[label] = name
    }
  }
  return names
}

const neighbour = (
  pages: readonly PageMatch[],
  names: readonly (readonly (ProjectName | null)[])[],
  beside: InOrder | undefined,
  to: InOrder,
  weigh: Weigh,
) => {
  const name = beside && names[beside.page]?.[beside.label]
  const [page, label] = [pages[to.page], pages[to.page]?.puzzle.labels[to.label]]
  if (!beside || !name || !page || !label || beside.page !== to.page) return []
  const ownBlock = page.puzzle.labels[beside.label]?.ownProject ? 4 : 0
  const at =
    page.parts.projects.find(({ item }) => item.name === name.name)?.at ?? page.puzzle.labels[beside.label]?.at ?? 0
  return [
    {
      name,
      points: projectPoints(page.parts, { name: name.name, at }, label, weigh) - ownBlock,
      shared: sharesWords(name.name, label, weigh),
    },
  ]
}

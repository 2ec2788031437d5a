import type { ProjectsView } from '#operations/view-projects.ts'
import type { Frame } from '../../frame.ts'

type Change = Readonly<Record<string, string | number | undefined>>

/** いまの見方を少し変えた番地。変えたら初めの頁に戻る。 */
export const projectsHref = (
  frame: Frame,
  { edition, asked }: Pick<ProjectsView, 'edition' | 'asked'>,
  change: Change,
): string => frame.to.projects(edition.municipality.code, edition.id, { ...asked, page: undefined, ...change })

/** 並べかえの見出しの番地。昇順 → 降順 → 印刷された順。印の欄は、印のあるものが先 → 印刷された順。 */
export const sortHref = (frame: Frame, view: ProjectsView, key: string): string => {
  const { sort } = view
  const marks = /^(?:goal|mark):|^priority$/.test(key)
  if (sort.key !== key) return projectsHref(frame, view, { sort: key, dir: undefined })
  if (!marks && !sort.down) return projectsHref(frame, view, { sort: key, dir: 'desc' })
  return projectsHref(frame, view, { sort: undefined, dir: undefined })
}

import { departmentIn } from '#domain/people/implementer.ts'
import type { PlanNode, Project } from '#domain/plan/draft.ts'
import { type Goal, nodeInWords } from '#domain/plan/outline.ts'
import { differs, tagValues } from '#domain/plan/project-rows.ts'
import type { ProjectLine, ProjectsView } from '#operations/view-projects.ts'
import { type Frame, yearShort } from '../frame.ts'
import { escapeHtml as esc } from './escape.ts'
import { type PlainColumn, type ProjectColumn, projectColumns } from './project-columns.ts'
import { shape } from './shapes.ts'

/** 事業の表の本体。印の升目が多いので、部品でなく文字で作る。書かれた字はすべて esc を通る。 */
export const projectRows = (frame: Frame, view: ProjectsView, columns: readonly ProjectColumn[]): string => {
  const cell = cellMaker(frame, view)
  const banded = isBanded(view)
  let above: Goal | undefined
  const rows = view.rows.map((row) => {
    const [goal] = row.goals
    const band = banded && goal && goal !== above ? bandRow(goal, columns.length) : ''
    above = goal
    return `${band}<tr>${columns.map((column) => cell(row, column)).join('')}</tr>`
  })
  return `<tbody>${rows.join('')}</tbody>`
}

const bandRow = (goal: Goal, width: number): string =>
  `<tr class="goal-band"><th scope="colgroup" colspan="${width}"><span>${esc(goal.words)}</span></th></tr>`

const cellMaker = (frame: Frame, view: ProjectsView) => {
  const tick = `<td class="tick"><span aria-hidden="true">●</span><span class="unseen" lang="${frame.lang}">${esc(frame.t('projects.yes'))}</span></td>`
  const mark = (on: boolean) => (on ? tick : '<td class="tick"></td>')
  return (row: ProjectLine, column: ProjectColumn): string => {
    if (column.kind === 'name') return nameCell(frame, view, row)
    if (column.kind === 'goal') return mark(row.goals.has(column.goal))
    if (column.kind === 'tick') return mark(tagValues(row, column.tag).includes(column.value))
    if (column.kind === 'chips')
      return `<td class="chips">${chips(frame, view, column.tag, tagValues(row, column.tag))}</td>`
    if (column.kind === 'priority') return mark(row.priority)
    return `<td${classOf[column.kind] ?? ''}>${plainCell(frame, view, row, column.kind)}</td>`
  }
}

const classOf: Readonly<Partial<Record<PlainColumn, string>>> = {
  number: ' class="n"',
  list: ' class="n"',
  content: ' class="text"',
  period: ' class="period"',
  path: ' class="path"',
}

type PlainKind = Exclude<PlainColumn, 'name' | 'priority'>

const plainCell = (frame: Frame, view: ProjectsView, row: ProjectLine, kind: PlainKind): string => {
  const { edition } = view
  if (kind === 'number') return numbers(frame, view, row)
  if (kind === 'list')
    return distinct(row.printed.flatMap(({ listNumber }) => listNumber ?? []))
      .map(esc)
      .join('・')
  if (kind === 'content')
    return distinct(row.printed.flatMap(({ content }) => content ?? []))
      .map(esc)
      .join('<br>')
  if (kind === 'implementers') return implementersHtml(frame, edition.municipality, row.implementers)
  if (kind === 'period')
    return distinct(row.printed.flatMap((each) => periodShort(frame, each)))
      .map(esc)
      .join('<br>')
  if (kind === 'path') return row.paths.map((path) => esc(pathWords(view, path))).join('<br>')
  if (kind === 'indicators') return indicatorsHtml(frame, view, row)
  return placesHtml(frame, view, row.group.rows)
}

/** 「R2～R6」。欄が狭いので短く書く。 */
const periodShort = (frame: Frame, { period }: Project): readonly string[] => {
  if (!period) return []
  const [from, to] = [period.from, period.to].map((year) => (year === null ? '' : yearShort(frame, year)))
  return [from === to ? (from ?? '') : `${from}～${to}`]
}

/** 節の道すじ。帯が目標を言っているときは、その下から。 */
const pathWords = (view: ProjectsView, path: readonly PlanNode[]): string =>
  path
    .slice(isBanded(view) ? 1 : 0)
    .map(nodeInWords)
    .join(' ＞ ')

/** 図書の順に並べ、目標の印の欄がないときは、目標を帯で言う。 */
const isBanded = (view: ProjectsView): boolean =>
  view.goals.length > 1 && view.sort.key === undefined && projectColumns(view).every(({ kind }) => kind !== 'goal')

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** 実施主体。市の課なら、その課の頁へ。 */
export const implementersHtml = (
  frame: Frame,
  { code, name }: ProjectsView['edition']['municipality'],
  implementers: readonly string[],
): string =>
  implementers
    .map((each) => {
      const department = departmentIn(each, name)
      return department === undefined
        ? esc(each)
        : `<a href="${esc(frame.to.departments(code, department))}">${esc(each)}</a>`
    })
    .join('、')

const chips = (
  frame: Frame,
  { edition }: Pick<ProjectsView, 'edition'>,
  kind: string,
  values: readonly string[],
): string =>
  values
    .map((value) => {
      const href = frame.to.tags(edition.municipality.code, kind, value)
      return `<a class="chip" href="${esc(href)}">${esc(value)}</a>`
    })
    .join(' ')

const nameCell = (frame: Frame, { edition }: ProjectsView, { project, printed, group }: ProjectLine): string => {
  const href = frame.to.project(edition.municipality.code, edition.id, sheetFirst(printed, project).id)
  const sub = project.subName ? `<small>${esc(project.subName)}</small>` : ''
  const differing = differs(group)
    ? `<a class="tag doubt" lang="${frame.lang}" href="${esc(href)}#same">${shape('differs')}${esc(frame.t('projects.differs'))}</a>`
    : ''
  return `<th scope="row" class="name"><a href="${esc(href)}">${esc(project.name)}</a>${differing}${sub}</th>`
}

/** 一行が個票も表すなら個票へ。いちばん多くのことが書いてある。 */
const sheetFirst = (printed: readonly Project[], project: Project): Project =>
  printed.find(({ shownIn }) => shownIn === 'sheet') ?? project

/** 番号。いくつもの番号で載る事業は、番号ごとにその行へ。 */
const numbers = (frame: Frame, { edition }: ProjectsView, { printed }: ProjectLine): string => {
  const numbered = printed.filter(({ number }) => number !== null)
  const [only] = numbered
  if (only && numbered.length === 1) return esc(only.number ?? '')
  return numbered
    .map(({ id, number }) => {
      const href = frame.to.project(edition.municipality.code, edition.id, id)
      return `<a href="${esc(href)}">${esc(number ?? '')}</a>`
    })
    .join('・')
}

/** 載っているところ。「取組事業一覧 66　重点施策一覧 1・19　個票 1・19」 */
const placesHtml = (frame: Frame, { edition }: ProjectsView, rows: readonly Project[]): string =>
  [...Map.groupBy(rows, ({ shownIn }) => shownIn)]
    .map(([part, its]) => {
      const links = its.map((row) => {
        const href = frame.to.project(edition.municipality.code, edition.id, row.id)
        const number = part === 'matrix' ? row.listNumber : row.number
        return `<a href="${esc(href)}">${esc(number ?? frame.t('projects.no-number'))}</a>`
      })
      return `<span class="printed-in"><small lang="${frame.lang}">${esc(frame.t(`projects.${part}`))}</small> ${links.join('・')}</span>`
    })
    .join(' ')

const indicatorsHtml = (frame: Frame, { edition }: ProjectsView, { indicators }: ProjectLine): string =>
  indicators
    .map(({ indicator: { id, name }, standing }) => {
      const href = frame.to.indicator(edition.municipality.code, edition.id, id)
      return `<div class="with-state"><a href="${esc(href)}">${esc(name)}</a> <span class="state ${standing}" lang="${frame.lang}">${shape(standing)}${esc(frame.t(`standing.${standing}`))}</span></div>`
    })
    .join('')

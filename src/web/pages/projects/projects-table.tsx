import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ProjectsView } from '#operations/view-projects.ts'
import { type ProjectColumn, projectColumns } from '../../components/project-columns.ts'
import { projectRows } from '../../components/project-rows.ts'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'
import { sortHref } from './address.ts'

type Props = { frame: Frame; view: ProjectsView }

/** 事業の表。印の欄は、種類の見出しの下に値ごとに並ぶ（二段の見出し）。見出しを選ぶと並べかわる。 */
export const ProjectsTable = ({ frame, view }: Props) => {
  const columns = projectColumns(view)
  const title = frame.t(view.part ? `projects.${view.part}` : 'projects.all')
  return (
    <Scroll label={title}>
      <table class={`projects-table part-${view.part ?? 'all'}`} lang="ja">
        <caption class="unseen">{`${view.edition.title} ${title}`}</caption>
        <Head frame={frame} view={view} columns={columns} />
        {raw(projectRows(frame, view, columns))}
        {columns.some(isCounted) && <Tally frame={frame} view={view} columns={columns} />}
      </table>
    </Scroll>
  )
}

type ColumnProps = Props & { columns: readonly ProjectColumn[] }

const Head = ({ frame, view, columns }: ColumnProps) => {
  const groups = groupsOf(columns)
  const two = groups.some(({ its }) => isGrouped(its))
  return (
    <thead lang={frame.lang}>
      <tr>
        {groups.map(({ its, column }) =>
          isGrouped(its) ? (
            <th scope="colgroup" colspan={its.length} class="group">
              {groupName(frame, column)}
            </th>
          ) : (
            <Heading frame={frame} view={view} column={column} rowspan={two ? 2 : undefined} />
          ),
        )}
      </tr>
      {two && (
        <tr class="second">
          {groups.flatMap(({ its }) =>
            isGrouped(its) ? its.map((column) => <Heading frame={frame} view={view} column={column} />) : [],
          )}
        </tr>
      )}
    </thead>
  )
}

type Group = { readonly column: ProjectColumn; readonly its: readonly ProjectColumn[] }

/** となり合う同じ種類の印を、一つの見出しの下に。 */
const groupsOf = (columns: readonly ProjectColumn[]): readonly Group[] => {
  const keys = columns.map((column, index) => groupKey(column) ?? String(index))
  return columns.flatMap((column, index) => {
    if (keys[index - 1] === keys[index]) return []
    return [{ column, its: columns.filter((_, other) => keys[other] === keys[index]) }]
  })
}

const groupKey = (column: ProjectColumn): string | undefined =>
  column.kind === 'goal' ? 'goal' : column.kind === 'tick' ? `tick ${column.tag}` : undefined

const isGrouped = ([first]: readonly ProjectColumn[]): boolean => first !== undefined && groupKey(first) !== undefined

const groupName = (frame: Frame, column: ProjectColumn): Child =>
  column.kind === 'tick' ? <span lang="ja">{column.tag}</span> : frame.t('projects.goals')

type HeadingProps = Props & { column: ProjectColumn; rowspan?: number | undefined }

const Heading = ({ frame, view, column, rowspan }: HeadingProps) => {
  const { key, down } = view.sort
  const sorted = column.sort !== undefined && column.sort === key
  return (
    <th
      scope="col"
      rowspan={rowspan}
      class={headingClass(column)}
      aria-sort={sorted ? (down ? 'descending' : 'ascending') : undefined}
    >
      {column.sort === undefined ? (
        words(frame, column)
      ) : (
        <a href={sortHref(frame, view, column.sort)} title={longWords(frame, column)}>
          {words(frame, column)}
          {sorted && (
            <span class="sorted">
              <span aria-hidden="true">{down ? '▼' : '▲'}</span>
              <span class="unseen">{frame.t(sortedWords(column, down))}</span>
            </span>
          )}
        </a>
      )}
    </th>
  )
}

const sortedWords = (column: ProjectColumn, down: boolean) => {
  if (isCounted(column)) return 'projects.sorted-first'
  return down ? 'projects.sorted-down' : 'projects.sorted-up'
}

const headingClass = ({ kind }: ProjectColumn): string | undefined => {
  if (kind === 'goal' || kind === 'tick' || kind === 'priority') return 'tick'
  if (kind === 'number' || kind === 'list') return 'n'
  return kind === 'name' ? 'name' : undefined
}

const words = (frame: Frame, column: ProjectColumn): Child => {
  if (column.kind === 'goal') return column.goal.number ?? column.goal.key
  if (column.kind === 'tick') return column.value
  if (column.kind === 'chips') return <span lang="ja">{column.tag}</span>
  return frame.t(plainWords[column.kind])
}

const plainWords = {
  number: 'projects.number',
  list: 'projects.list-number',
  name: 'projects.name',
  content: 'projects.content',
  implementers: 'projects.implementers',
  period: 'projects.period',
  priority: 'projects.priority',
  path: 'projects.path',
  indicators: 'projects.indicators',
  places: 'projects.printed-in',
} as const

/** 番号だけの見出しを、選ぶ前に読めるように。 */
const longWords = (frame: Frame, column: ProjectColumn): string => {
  const column_ =
    column.kind === 'goal'
      ? column.goal.words
      : column.kind === 'tick'
        ? `${column.tag} ${column.value}`
        : column.kind === 'chips'
          ? column.tag
          : frame.t(plainWords[column.kind])
  return frame.t('projects.sort-by', { column: column_ })
}

const isCounted = ({ kind }: ProjectColumn): boolean => kind === 'goal' || kind === 'tick' || kind === 'priority'

/** 印の数の行。絞り込んだ行のすべてを数える（頁によらない）。 */
const Tally = ({ frame, view, columns }: ColumnProps) => (
  <tfoot>
    <tr>
      {columns.map((column) =>
        column.kind === 'name' ? (
          <th scope="row" class="name" lang={frame.lang}>
            {frame.t('projects.marked')}
          </th>
        ) : (
          <td class={isCounted(column) ? 'tick' : undefined}>
            {isCounted(column) && column.sort !== undefined ? (view.tally.get(column.sort) ?? 0) : ''}
          </td>
        ),
      )}
    </tr>
  </tfoot>
)

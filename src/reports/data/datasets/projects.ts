import { departmentIn } from '#domain/people/implementer.ts'
import type { Indicator, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { projectGroups } from '#domain/plan/project-rows.ts'
import { sdgGoal } from '#domain/plan/sdg.ts'
import type { Place } from '#domain/provenance.ts'
import { editionColumns, goalIn, nodeIn, numberOr, placeColumn, yearColumns, yesNo } from '../common-columns.ts'
import { type ColumnOf, column, datasetMaker } from '../dataset.ts'
import { linesOf } from '../lines.ts'

const projectColumns: readonly ColumnOf<{ readonly project: Project }>[] = [
  column('project_id', '事業ID', 'id', 'projects の表と結ぶ', ({ project }) => project.id),
  column('project_name', '事業名', 'name', '書かれたとおりの名', ({ project }) => project.name),
]

const order = (title: string, description: string): ColumnOf<{ readonly order: number }> =>
  column('item_number', title, 'integer', description, (row) => String(row.order), { unit: '番目' })

type Row = {
  readonly project: Project
  readonly order: number
  readonly same: string
  readonly first: boolean
  readonly place: Place
}

const projectNumber = '番号が書かれていない'
const noPeriod = '期間が書かれていないか、限りがない'

/** 事業。印刷された一行に一行で、同じ事業の行は同じ same_project_id を持つ。 */
export const projects = datasetMaker<Row>(
  {
    name: 'projects',
    title: '事業',
    description:
      '事業。一行が図書に印刷された一行。一覧と個票のように同じ事業がいくつもの行にあるとき、same_project_id が同じで、一つだけ counted が 1',
  },
  [
    ...editionColumns,
    ...projectColumns,
    order('並びの番号', '図書に書かれた順'),
    column(
      'sub_name',
      '事業名の下段',
      'name',
      '上段に事務事業名、下段に事業名があるときの下段',
      ({ project }) => project.subName ?? null,
      {
        blank: '下段がない',
      },
    ),
    column('shown_in', '図書の中の部分', 'code', '一覧・個票などの別', ({ project }) => project.shownIn, {
      codes: 'project-part',
    }),
    column(
      'same_project_id',
      '同じ事業の符号',
      'id',
      '同じ事業の行で同じになる符号（初めの行の事業ID）',
      ({ same }) => same,
    ),
    column(
      'counted',
      '一度だけ数える行か',
      'code',
      '同じ事業の行のうち、初めの一つだけ 1',
      ({ first }) => yesNo(first),
      {
        codes: 'yes-no',
      },
    ),
    column('list_number', '一覧の番号', 'raw', '一覧に書かれた通し番号', ({ project }) => project.listNumber, {
      blank: projectNumber,
    }),
    column('number', '事業の番号', 'raw', '個票などに書かれた番号', ({ project }) => project.number, {
      blank: projectNumber,
    }),
    column('priority', '重点施策か', 'code', '重点施策の印がある', ({ project }) => yesNo(project.priority), {
      codes: 'yes-no',
    }),
    column(
      'from_year',
      '事業の最初の年度（西暦）',
      'integer',
      '事業期間の初めの年度',
      ({ project }) => numberOr(project.period?.from),
      { blank: noPeriod, unit: '年' },
    ),
    column(
      'to_year',
      '事業の最後の年度（西暦）',
      'integer',
      '事業期間の終わりの年度',
      ({ project }) => numberOr(project.period?.to),
      { blank: noPeriod, unit: '年' },
    ),
    placeColumn,
  ],
  (edition) => {
    const groupOf = new Map(
      projectGroups(edition).flatMap(({ rows }) => rows.map(({ id }) => [id, rows[0]?.id ?? id] as const)),
    )
    return edition.content.projects.map((project, at) => {
      const same = groupOf.get(project.id) ?? project.id
      return { project, order: at + 1, same, first: same === project.id, place: project.place }
    })
  },
)

type Link<T> = T & { readonly project: Project; readonly order: number }

/** 事業の、いくつもある値を縦に。 */
const each = <T>(edition: Edition, values: (project: Project) => readonly T[]): readonly Link<T>[] =>
  edition.content.projects.flatMap((project) =>
    values(project).map((value, at) => ({ ...value, project, order: at + 1 })),
  )

/** 事業の属する節。 */
export const projectNodes = datasetMaker<Link<{ readonly node: string }>>(
  {
    name: 'project-nodes',
    title: '事業の属する節',
    description: '事業と、属する基本目標・施策。一行が事業と節の組一つ',
  },
  [
    ...editionColumns,
    ...projectColumns,
    order('並びの番号', '書かれた順'),
    column('node_id', '節ID', 'id', 'nodes の表と結ぶ', ({ node }) => node),
    column(
      'node_title',
      '節の題',
      'name',
      '書かれたとおりの題',
      ({ node }, edition) => nodeIn(edition, node)?.title ?? null,
    ),
    column(
      'goal_key',
      '基本目標の番号',
      'word',
      '節がある基本目標の番号',
      ({ node }, edition) => goalIn(edition, node)?.key ?? null,
      { blank: '基本目標の下にない' },
    ),
  ],
  (edition) => each(edition, ({ nodes }) => nodes.map((node) => ({ node }))),
)

/** 事業の印（視点・SDGs・上位計画の施策）。 */
export const projectTags = datasetMaker<Link<{ readonly kind: string; readonly tag: string }>>(
  {
    name: 'project-tags',
    title: '事業の印',
    description: '事業に付いた印（視点・SDGs・関連施策）。一行が事業と印の組一つ',
  },
  [
    ...editionColumns,
    ...projectColumns,
    order('並びの番号', '事業の印の、書かれた順'),
    column('tag_kind', '印の種類', 'word', '「新たな視点」「SDGs」など、図書のことば', ({ kind }) => kind),
    column('tag', '印', 'word', '書かれた番号か、ことば', ({ tag }) => tag),
    column(
      'sdg_goal',
      'SDGsのゴールの番号',
      'integer',
      '印が SDGs のゴールなら、その番号（1～17）',
      ({ kind, tag }) => numberOr(sdgGoal(kind, tag)),
      { blank: 'SDGs のゴールでない', unit: '番' },
    ),
  ],
  (edition) =>
    each(edition, ({ tags }) => Object.entries(tags).flatMap(([kind, values]) => values.map((tag) => ({ kind, tag })))),
)

/** 事業の実施主体。 */
export const projectImplementers = datasetMaker<Link<{ readonly implementer: string }>>(
  {
    name: 'project-implementers',
    title: '事業の実施主体',
    description: '事業を行う課・団体。一行が事業と主体の組一つ',
  },
  [
    ...editionColumns,
    ...projectColumns,
    order('並びの番号', '書かれた順'),
    column('implementer', '実施主体', 'name', '書かれたとおりの名', (row) => row.implementer),
    column(
      'department',
      '市の課',
      'word',
      '実施主体が市の課なら、課の名だけ',
      ({ implementer }, { municipality }) => departmentIn(implementer, municipality.name) ?? null,
      { blank: '市の課でない' },
    ),
  ],
  (edition) =>
    each(edition, ({ implementers }) =>
      implementers.filter((name) => name.trim() !== '').map((implementer) => ({ implementer })),
    ),
)

/** 年ごとの実績・予定。 */
export const projectYears = datasetMaker<Link<{ readonly year: number; readonly item: string }>>(
  {
    name: 'project-years',
    title: '事業の年ごとの実績・予定',
    description: '個票の、年度ごとの実績・予定。一行が一つの項目（縦持ち）',
  },
  [
    ...editionColumns,
    ...projectColumns,
    ...yearColumns<{ readonly year: number }>(({ year }) => year, '').map((each) => ({
      ...each,
      required: true,
      blank: null,
    })),
    order('項目の番号', '事業の項目の、書かれた順'),
    column('item', '実績・予定', 'text', '書かれた項目', (row) => row.item),
  ],
  (edition) =>
    each(edition, ({ years }) =>
      years.flatMap(({ year, items }) => items.flatMap(linesOf).map((item) => ({ year, item }))),
    ),
)

/** 事業の指標。 */
export const projectIndicators = datasetMaker<Link<{ readonly indicator: Indicator }>>(
  {
    name: 'project-indicators',
    title: '事業の指標',
    description: '事業と、その指標。一行が事業と指標の組一つ',
  },
  [
    ...editionColumns,
    ...projectColumns,
    order('並びの番号', '書かれた順'),
    column('indicator_id', '指標ID', 'id', 'indicators の表と結ぶ', ({ indicator }) => indicator.id),
    column('indicator_name', '指標名', 'name', '書かれたとおりの名', ({ indicator }) => indicator.name),
  ],
  (edition) => {
    const byId = new Map(edition.content.indicators.map((indicator) => [indicator.id, indicator]))
    return each(edition, ({ indicators }) =>
      indicators.flatMap((id) => {
        const indicator = byId.get(id)
        return indicator ? [{ indicator }] : []
      }),
    )
  },
)

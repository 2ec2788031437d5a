import type { Place } from '#domain/provenance.ts'
import type { Remark } from './company.ts'
import type { Sections } from './goal-match.ts'
import type { PageMatch, ProjectName } from './page-match.ts'
import { type Label, type PageParts, pageLimit } from './page-parts.ts'
import type { ProjectNames } from './shared-projects.ts'
import type { PrintedSubtotal, StreamPage } from './stream-pages.ts'
import { isRateOverPeriod } from './summary-draft.ts'
import type { EntryNote, TableEntry } from './table-entry.ts'

/** 組み立てるときの疑いを、人が確かめられる文にする。 */

const warning = (code: string, params: EntryNote['params'], places: readonly Place[]): EntryNote => ({
  level: 'warning',
  code,
  params,
  places,
})

/** 所見の付け先のはっきりさ。これより差が小さければ付けない／付けて気づきを添える。 */
const remarkMargin = { place: 2.5, clear: 4.5 } as const

/** 所見の付け先と、その気づき。 */
export const remarkNotes = (
  parts: PageParts,
  labels: readonly Label[],
  projects: readonly (ProjectName | null)[],
  points: readonly (readonly number[])[],
  pairs: readonly Remark[],
  byWords: readonly Remark[],
) => {
  const of: (string | null)[] = labels.map(() => null)
  const notes: EntryNote[][] = labels.map(() => [])
  const placed = new Set<number>()
  const everyone = parts.comments.length >= labels.length
  for (const pair of pairs) {
    const [comment, label] = [parts.comments[pair.comment]?.item, labels[pair.speaker]]
    if (
      !comment ||
      !label ||
      (pair.margin < remarkMargin.place && !twins(parts, pair.comment)) ||
      (pair.points < 2 && !everyone)
    )
      continue
    placed.add(pair.comment)
    of[pair.speaker] = comment.text
    // 同じ文の所見（「令和４年度新規事業」が二行）は、どちらに付けても同じ。
    // 流れの中で隣り合うことだけで付けた所見は、欄の入り混じりで違っていることがある。
    const worded = byWords.some(
      (each) => each.comment === pair.comment && each.speaker === pair.speaker && each.margin >= 1,
    )
    if (!twins(parts, pair.comment) && (pair.margin < remarkMargin.clear || pair.points < 2 || !worded))
      notes[pair.speaker]?.push(
        warning(
          'kpi-summary-remark-likely',
          { name: fullName(label, projects[pair.speaker]), remark: opening(comment.text) },
          [label.name.place, ...comment.places],
        ),
      )
  }
  const unplaced = parts.comments.flatMap(({ item }, at) =>
    placed.has(at)
      ? []
      : [
          warning(
            'kpi-summary-remark-unplaced',
            { remark: opening(item.text), names: candidates(points[at] ?? [], labels, projects, of) },
            item.places,
          ),
        ],
  )
  return { of, notes, unplaced }
}

const twins = ({ comments }: PageParts, comment: number): boolean =>
  comments.some(({ item }, at) => at !== comment && item.text === comments[comment]?.item.text)

const opening = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

/** 所見のない升目のうち、点の高い三つ。 */
const candidates = (
  points: readonly number[],
  labels: readonly Label[],
  projects: readonly (ProjectName | null)[],
  of: readonly (string | null)[],
): string =>
  labels
    .map((label, at) => ({ name: fullName(label, projects[at]), points: points[at] ?? 0, open: of[at] === null }))
    .filter(({ open }) => open)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(({ name }) => `「${name}」`)
    .join('・')

/** 同じ名の指標があっても分かる名。「数値目標 出生数」「補助金交付件数（住み替え支援事業）」 */
const fullName = (label: Label, project: ProjectName | null | undefined): string => {
  if (label.class === '数値目標') return `数値目標 ${label.name.text}`
  return project ? `${label.name.text}（${project.name.text}）` : label.name.text
}

/** 人に言う名。指標名のない行（「KPIの設定が困難…」だけ）は事業名で言う。 */
const spokenName = (label: Label, project: ProjectName | null | undefined): string =>
  label.noTargetText === label.name.text && project ? project.name.text : label.name.text

/** 見出しと行の置き方の疑い。 */
export const sectionNotes = (
  sections: Sections,
  pages: readonly PageMatch[],
  projects: ProjectNames,
): readonly EntryNote[] => {
  const { headings, outline, order, placement, margins, doubtful } = sections
  const heading = (key: string | undefined) => headings.find((each) => each.key === key)
  const words = (key: string | undefined) => {
    const found = heading(key)
    return found ? `${found.number} ${found.title}`.trim() : ''
  }
  return [
    ...headings
      .filter(({ apart }) => apart)
      .map(({ number, title, place }) => warning('kpi-summary-heading-apart', { number, title }, [place])),
    ...headings
      .filter(({ key }) => doubtful.has(key))
      .map(({ number, title, place }) =>
        warning('kpi-summary-heading-doubtful', { heading: `${number} ${title}` }, [place]),
      ),
    ...headings
      .filter(({ key }) => !outline.some(({ parent, leaf }) => leaf.key === key || parent?.key === key))
      .map(({ number, title, place }) =>
        warning('kpi-summary-heading-unplaced', { heading: `${number} ${title}` }, [place]),
      ),
    ...order.flatMap(({ page, label }, row) => {
      const item = pages[page]?.puzzle.labels[label]
      const leaf = outline[placement.leafOf[row] ?? -1]?.leaf.key
      if (!item || outline.length === 0 || (margins[row] ?? 0) >= sectionMargin) return []
      return [
        warning(
          'kpi-summary-section-doubtful',
          { name: spokenName(item, projects[page]?.[label]), section: words(leaf) },
          [item.name.place, ...(heading(leaf) ? [heading(leaf)?.place ?? item.name.place] : [])],
        ),
      ]
    }),
  ]
}

const sectionMargin = 2
const projectMargin = 1.5

/** 一頁に組める数を超えた指標名。 */
export const overflowNotes = ({ parts }: PageMatch): readonly EntryNote[] => {
  const over = parts.page.items.filter(({ kind }) => kind === 'label').slice(parts.kpis.length)
  const first = over[0]
  if (first?.kind !== 'label') return []
  return [
    {
      level: 'error',
      code: 'kpi-summary-page-too-long',
      params: { limit: pageLimit, count: over.length },
      places: [first.name.place],
    },
  ]
}

/** 見出しの題にも指標名にもならなかった短い字句。 */
export const leftoverNotes = (page: PageMatch, { headings }: Sections): readonly EntryNote[] =>
  page.parts.titles
    .filter(({ item }) => !headings.some(({ apart, title }) => apart && title === item.title.text))
    .map(({ item }) => warning('kpi-summary-text-unplaced', { text: item.title.text }, [item.title.place]))

/** 事業名と KPI の組の疑い。 */
export const projectNotes = (page: PageMatch, names: readonly (ProjectName | null)[]): readonly EntryNote[] => [
  ...page.parts.kpis.flatMap((label, at) => {
    const name = names[at]
    if (!name) return [warning('kpi-summary-project-missing', { name: label.name.text }, [label.name.place])]
    if (name.margin === null || (name.margin >= projectMargin && name.shared)) return []
    return [
      warning('kpi-summary-project-doubtful', { name: label.name.text, project: name.name.text }, [
        label.name.place,
        name.name.place,
      ]),
    ]
  }),
  ...page.parts.projects
    .filter(({ item }) => !names.some((name) => name?.name === item.name))
    .map(({ item }) => warning('kpi-summary-project-alone', { project: item.name.text }, [item.name.place])),
]

/** 組み立てた数と小計、基本目標の見出し。 */
export const goalNotes = (
  goal: StreamPage['goal'],
  rows: readonly TableEntry[],
  subtotals: readonly PrintedSubtotal[],
): readonly EntryNote[] => {
  const kpis = rows.filter((row) => row.class === 'KPI')
  const projects = new Set(kpis.flatMap(({ project }) => (project ? [`${project.line} ${project.text}`] : []))).size
  const counted = kpis.filter(({ noTargetText }) => noTargetText === null).length
  const first = rows[0]
  return [
    ...(goal || !first ? [] : [warning('kpi-summary-goal-missing', { count: rows.length }, [first.place])]),
    ...subtotals
      .filter((each) => (each.projects ?? projects) !== projects || (each.indicators ?? counted) !== counted)
      .map((each) =>
        warning(
          'kpi-summary-subtotal-unlike',
          {
            goal: goal?.title ?? '',
            projects,
            indicators: counted,
            printedProjects: each.projects ?? '―',
            printedIndicators: each.indicators ?? '―',
          },
          [each.place],
        ),
      ),
  ]
}

/** 率の目標に「5年間」とあるのは、足し合わせではなく最終年度の水準として読んだ。 */
export const rateNotes = (row: TableEntry): readonly EntryNote[] =>
  isRateOverPeriod(row) && row.target
    ? [
        {
          level: 'info',
          code: 'kpi-summary-rate-over-period',
          params: { name: row.name?.text ?? '', target: row.target.raw },
          places: [row.target.place],
        },
      ]
    : []

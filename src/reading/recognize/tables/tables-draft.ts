import type { FormName, Note, PlanDraft } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { municipalityIn } from '../../assemble/municipality.ts'
import { municipalityNotes } from '../../assemble/municipality-notes.ts'
import { planDraft } from '../../assemble/plan-draft.ts'
import { planKind, planTitle } from '../../assemble/plan-heading.ts'
import { rareCharacterNotes } from '../../assemble/rare-characters.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { onlyCell } from '../headings.ts'
import { blocksIn, type DocumentTables, documentTables } from './document-tables.ts'
import { linkNotes, unreadColumnNotes } from './notes.ts'
import { type PlanSpan, planSpan, statedSpan } from './plan-years.ts'
import { type ReadBlocks, readBlocks } from './read-tables.ts'
import { linkRows } from './repeats.ts'
import { sameIndicatorNotes } from './same-indicators.ts'
import { yearNotes } from './year-notes.ts'

/** 指標の表を上から読んで、案にする。進捗状況一覧表と、どの様式でもない指標の表が使う。 */
export const tablesDraft = (
  document: SourceDocument,
  form: FormName,
  choices: ReadingChoices = noChoices,
): PlanDraft => {
  const tables = documentTables(document, choices)
  const { title } = tables
  const blocks = readBlocks(blocksIn(tables), title, tables.pages[0]?.search.era)
  const linked = linkRows(blocks.rows)
  const stated = statedSpan(linesBefore(document, tables))
  const inferred = planSpan(linked.indicators)
  const span = stated ? { ...inferred, firstYear: stated.firstYear, lastYear: stated.lastYear } : inferred
  const municipality = municipalityIn(document, title)
  const name = planTitle(title?.text.trim() || document.source.file.replace(/\.\w{1,5}$/u, ''))
  return planDraft(document, form, {
    municipality,
    plan: { title: name, kind: planKind(name), firstYear: span.firstYear, lastYear: span.lastYear },
    nodes: blocks.nodes,
    indicators: linked.indicators,
    notes: [
      ...municipalityNotes(municipality),
      ...(stated ? [] : spanNotes(span)),
      ...costYearNotes(blocks),
      ...unreadColumnNotes(blocks.tables),
      ...blocks.notes,
      ...linkNotes(linked),
      ...sameIndicatorNotes(linked),
      ...yearNotes(linked.indicators, blocks.tables, span),
      ...nodeNotes(blocks),
      ...unlabelledNotes(blocks),
      ...sameYearNotes(blocks),
      ...strayNotes(blocks),
      ...blocks.footnotes.map((line) => note('info', 'table-footnote', { text: line.text.trim() }, [line.place])),
      ...rareCharacterNotes(linked.indicators),
    ],
  })
}

/** 初めの頁の、初めの表より前の行（升目一つの行だけ）。 */
const linesBefore = ({ pages }: SourceDocument, tables: DocumentTables): readonly Line[] => {
  const lines = pages[0]?.lines ?? []
  const header = tables.pages[0]?.blocks.find((block) => block.kind === 'table')?.header.lines[0]
  const before = header ? lines.slice(0, lines.indexOf(header)) : []
  return before.filter((line) => onlyCell(line) !== null).slice(0, mostTitleLines)
}

const mostTitleLines = 12

const spanNotes = ({ firstYear, lastYear, origins, finals }: PlanSpan): readonly Note[] => [
  firstYear === null
    ? note('info', 'plan-first-year-unknown', {}, [])
    : note('warning', 'plan-first-year-inferred', { year: firstYear, count: origins.length }, origins),
  lastYear === null
    ? note('info', 'plan-last-year-unknown', {}, [])
    : note('info', 'plan-last-year-inferred', { year: lastYear }, finals.slice(0, 1)),
]

/** 事業費の列に年度がないこと。値は year null で取り込む。 */
const costYearNotes = ({ tables }: ReadBlocks): readonly Note[] => {
  const columns = tables.flatMap(({ binding }) => binding.costs).filter(({ header }) => header.year === null)
  const [first] = columns
  if (!first) return []
  const heading = first.cell.text.replace(/\s+/g, '')
  return [note('warning', 'cost-year-unstated', { heading }, [...new Set(columns.map(({ cell }) => cell.place))])]
}

/** 目標か実績か分からない二段の値。まとめて一度だけ尋ねる。 */
const unlabelledNotes = ({ unlabelled }: ReadBlocks): readonly Note[] =>
  unlabelled.length === 0
    ? []
    : [
        note(
          'warning',
          'stack-unlabelled',
          { count: unlabelled.length },
          unlabelled.flatMap(({ places }) => places),
          unlabelled.map(({ id }) => id),
        ),
      ]

/** 同じ年の実績（または率）の列が二つ以上ある表（上期・下期など）。 */
const sameYearNotes = ({ tables }: ReadBlocks): readonly Note[] => {
  const headers = new Map(tables.map(({ header, binding }) => [header, binding]))
  const groups = [...headers.values()].flatMap(({ values }) => [
    ...Map.groupBy(
      values.filter(({ year }) => year !== null),
      ({ year, role }) => `${year?.year} ${role}`,
    ).values(),
  ])
  return groups
    .filter(({ length }) => length > 1)
    .map((columns) =>
      note(
        'warning',
        'same-year-columns',
        { year: columns[0]?.year?.year ?? 0, headings: columns.map(({ title }) => title).join('・') },
        columns.map(({ cell }) => cell.place),
      ),
    )
}

/** 見出しの分からない表の行。 */
const strayNotes = ({ stray }: ReadBlocks): readonly Note[] =>
  stray.length === 0
    ? []
    : [
        note(
          'warning',
          'row-outside-table',
          {},
          stray.map(({ place }) => place),
        ),
      ]

/** 節のある図書で、どの節の下にもない指標。 */
const nodeNotes = ({ nodes, rows }: ReadBlocks): readonly Note[] => {
  const alone = rows.filter(({ indicator }) => indicator.node === null).map(({ indicator }) => indicator)
  if (alone.length === 0) return []
  const level = nodes.length > 0 ? 'warning' : 'info'
  const places = alone.map(({ place }) => place)
  return [
    note(
      level,
      'indicator-without-node',
      { count: alone.length },
      places,
      alone.map(({ id }) => id),
    ),
  ]
}

import { plainText } from '#domain/language/plain-text.ts'
import type { Note, PlanDraft } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { municipalityIn } from '../../assemble/municipality.ts'
import { municipalityNotes } from '../../assemble/municipality-notes.ts'
import { planDraft } from '../../assemble/plan-draft.ts'
import { planKind, planTitle, titleLine } from '../../assemble/plan-heading.ts'
import { rareCharacterNotes } from '../../assemble/rare-characters.ts'
import type { SourceDocument } from '../../document.ts'
import { rowRole } from '../headers.ts'
import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import { type Block, blocksOf } from './blocks.ts'
import { linkNotes, unreadColumnNotes } from './notes.ts'
import { type PlanSpan, planSpan } from './plan-years.ts'
import { type ReadBlocks, readBlocks } from './read-tables.ts'
import { linkRows } from './repeats.ts'

/**
 * 進捗状況一覧表（指標 × 年度の実績値・達成率）の読み手。
 * 列の位置でなく見出しの語で読むので、列の順・余分の列・年度の違いを問わない。
 *
 * @example progressTable.read(document).indicators.length // 小千谷市の一覧表なら 84
 */
export const progressTable: Recognizer = {
  form: 'progress-table',
  recognise: (document) =>
    likeness(blocksOf(document, titleLine(document)), plainText(titleLine(document)?.text ?? '')),
  read: (document) => read(document),
}

/** 題名と、指標と年度の並ぶ見出し、実績値・達成率の重なる行が証拠。 */
const likeness = (blocks: readonly Block[], title: string): Likeness => {
  const tables = blocks.filter((block) => block.kind === 'table')
  const labels = new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => rowRole(text)))),
  )
  const roles = new Set(tables.flatMap(({ header }) => header.columns.flatMap((column) => column.header.roles)))
  const evidence: readonly (readonly [found: boolean, score: number, reason: string])[] = [
    [/進捗(?:状況|管理)?(?:の?一覧|表|報告)/.test(title), 0.3, 'form-why-progress-title'],
    [tables.length > 0, 0.4, 'form-why-table'],
    [labels.has('actual') && labels.has('rate'), 0.2, 'form-why-stacked'],
    [roles.has('target') && (roles.has('year') || roles.has('actual')), 0.1, 'form-why-target-year'],
  ]
  const found = evidence.filter(([is]) => is)
  return {
    score: Math.min(
      1,
      found.reduce((sum, [, score]) => sum + score, 0),
    ),
    reasons: found.map(([, , reason]) => why(reason)),
  }
}

const read = (document: SourceDocument): PlanDraft => {
  const title = titleLine(document)
  const blocks = readBlocks(blocksOf(document, title))
  const linked = linkRows(blocks.rows)
  const span = planSpan(linked.indicators)
  const municipality = municipalityIn(document, title)
  const name = planTitle(title?.text ?? document.source.file)
  return planDraft(document, 'progress-table', {
    municipality,
    plan: { title: name, kind: planKind(name), firstYear: span.firstYear, lastYear: span.lastYear },
    nodes: blocks.nodes,
    indicators: linked.indicators,
    notes: [
      ...municipalityNotes(municipality),
      ...spanNotes(span),
      ...costYearNotes(blocks),
      ...unreadColumnNotes(blocks.tables),
      ...blocks.notes,
      ...linkNotes(linked),
      ...nodeNotes(blocks),
      ...blocks.stray.map((line) => note('warning', 'row-outside-table', {}, [line.place])),
      ...rareCharacterNotes(linked.indicators),
    ],
  })
}

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

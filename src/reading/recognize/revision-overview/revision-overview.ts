import { plainText } from '#domain/language/plain-text.ts'
import type { GradeCount, Note, PlanDraft, PlanNode } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { type IdMaker, idMaker } from '../../assemble/ids.ts'
import { municipalityIn } from '../../assemble/municipality.ts'
import { municipalityNotes } from '../../assemble/municipality-notes.ts'
import { planDraft } from '../../assemble/plan-draft.ts'
import { planKind, planTitle, titleLine } from '../../assemble/plan-heading.ts'
import type { SourceDocument } from '../../document.ts'
import { lostFigureNotes } from '../lost-figures.ts'
import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import { type LabelledRow, labelRows } from './grade-labels.ts'
import { readGradeTable } from './grade-table.ts'
import { allLines } from './lines.ts'
import { packageHeader, readPackages } from './packages.ts'
import { isRuleHeader, readRules } from './rule-table.ts'

/**
 * 改訂概要（評価区分の集計、評価ごとの見直し基準、戦略パッケージごとの主な変更内容）の読み手。
 *
 * @example revisionOverview.read(document).revisionItems.length // 大仙市の概要なら 35
 */
export const revisionOverview: Recognizer = {
  form: 'revision-overview',
  recognise: (document) => likeness(document),
  read: (document) => read(document),
}

const likeness = (document: SourceDocument): Likeness => {
  const lines = allLines(document)
  const title = plainText(titleLine(document)?.text ?? '')
  const evidence: readonly (readonly [found: boolean, score: number, reason: string])[] = [
    [/(?:改訂|改定|見直し).*概要|概要.*(?:改訂|改定|見直し)/.test(title), 0.3, 'form-why-revision-title'],
    [(readGradeTable(lines)?.rows.length ?? 0) > 0, 0.25, 'form-why-grade-table'],
    [lines.some(isRuleHeader), 0.25, 'form-why-rule-table'],
    [lines.some((line) => packageHeader(line) !== null), 0.2, 'form-why-package-table'],
  ]
  const found = evidence.filter(([is]) => is)
  return { score: found.reduce((sum, [, score]) => sum + score, 0), reasons: found.map(([, , reason]) => why(reason)) }
}

const read = (document: SourceDocument): PlanDraft => {
  const lines = allLines(document)
  const title = titleLine(document)
  const id = idMaker()
  const packages = readPackages(lines, plainText(title?.text ?? ''), id)
  const table = readGradeTable(lines)
  const titles = packages.nodes.filter(({ parent }) => parent === null).map((node) => plainText(node.title))
  const labelled = labelRows(table?.rows ?? [], titles)
  const graded = gradeCounts(labelled.rows, packages.nodes, table?.year ?? null, id)
  const rules = readRules(lines)
  const municipality = municipalityIn(document, title)
  const name = planTitle(title?.text ?? document.source.file)
  return planDraft(document, 'revision-overview', {
    municipality,
    plan: { title: name, kind: planKind(name), firstYear: null, lastYear: null },
    nodes: [...packages.nodes, ...graded.nodes],
    grades: graded.grades,
    revisionRules: rules.rules,
    revisionItems: packages.items,
    notes: [
      ...municipalityNotes(municipality),
      note('info', 'plan-first-year-unknown', {}, []),
      note('info', 'plan-last-year-unknown', {}, []),
      ...(table?.notes ?? []),
      ...labelled.notes,
      ...graded.notes,
      ...rules.notes,
      ...packages.notes,
      ...lostFigureNotes(lines),
    ],
  })
}

type Graded = {
  readonly grades: readonly GradeCount[]
  readonly nodes: readonly PlanNode[]
  readonly notes: readonly Note[]
}

/** 評価の行を節に結び付ける。見出しのない目標には、題名のない節を作って知らせる。 */
const gradeCounts = (
  rows: readonly LabelledRow[],
  nodes: readonly PlanNode[],
  year: number | null,
  id: IdMaker,
): Graded => {
  const made: PlanNode[] = []
  const notes: Note[] = []
  const nodeFor = ({ row, owner }: LabelledRow): string | null => {
    if (owner.kind === 'total' || owner.kind === 'unknown') return null
    const known = [...nodes, ...made].find((node) => node.parent === null && isOwner(node, owner))
    if (known) return known.id
    const node = missingNode(owner, row, id)
    made.push(node)
    notes.push(note('warning', 'goal-node-missing', { label: row.label?.text ?? node.title }, [row.place], [node.id]))
    return node.id
  }
  const grades = rows.map((labelled) => ({
    node: nodeFor(labelled),
    class: labelled.row.kind,
    year,
    counts: labelled.row.counts,
    countPlaces: labelled.row.countPlaces,
    total: labelled.owner.kind === 'total',
    place: labelled.row.place,
  }))
  return { grades, nodes: made, notes }
}

const isOwner = (node: PlanNode, owner: LabelledRow['owner']): boolean =>
  (owner.kind === 'goal' && node.number === owner.number) ||
  (owner.kind === 'title' && plainText(node.title) === owner.title)

const missingNode = (owner: LabelledRow['owner'], { label, place }: LabelledRow['row'], id: IdMaker): PlanNode => {
  const number = owner.kind === 'goal' ? owner.number : null
  const title = owner.kind === 'title' ? (label?.text ?? owner.title) : ''
  return {
    id: id('n', null, '基本目標', number ?? title),
    parent: null,
    level: '基本目標',
    number,
    title,
    text: null,
    place: label?.place ?? place,
  }
}

import { plainText } from '#domain/language/plain-text.ts'
import type { Legend, Note, PlanDraft, PriorityGoal } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { municipalityIn } from '../../assemble/municipality.ts'
import { municipalityNotes } from '../../assemble/municipality-notes.ts'
import { planDraft } from '../../assemble/plan-draft.ts'
import { planTitle, titleLine } from '../../assemble/plan-heading.ts'
import type { Cell, Line, SourceDocument } from '../../document.ts'
import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import { buildItems, type ItemBuilder } from './goal-items.ts'
import { readGoalLine, type SectionColumns } from './goal-lines.ts'
import { type Instruction, instructionsIn } from './instructions.ts'

/**
 * 重点目標一覧表（部局ごとの重点目標、取組項目と期限・数値目標、進捗、市長指示事項）の読み手。
 *
 * @example priorityGoals.read(document).priorityGoals.length // 上田市の中間報告調書なら 5
 */
export const priorityGoals: Recognizer = {
  form: 'priority-goals',
  recognise: (document) => likeness(document),
  read: (document) => read(document),
}

const likeness = (document: SourceDocument): Likeness => {
  const kinds = new Set(bodyLines(document).map((line) => readGoalLine(line).kind))
  const title = plainText(titleLine(document)?.text ?? '')
  const evidence: readonly (readonly [found: boolean, score: number, reason: string])[] = [
    [/重点目標/.test(title), 0.3, 'form-why-goal-title'],
    [kinds.has('goal'), 0.3, 'form-why-goal-lines'],
    [kinds.has('sections'), 0.2, 'form-why-goal-headings'],
    [kinds.has('instructions') || kinds.has('legend'), 0.1, 'form-why-goal-instructions'],
    [kinds.has('department'), 0.1, 'form-why-goal-department'],
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

const bodyLines = (document: SourceDocument): readonly Line[] => document.pages.flatMap(({ lines }) => lines)

/** 組みかけの重点目標。 */
type Growing = {
  readonly title: Cell
  readonly department: string
  readonly year: number | null
  number: string | null
  readonly items: ItemBuilder
}

type Contents = {
  readonly goals: readonly Growing[]
  readonly instructions: readonly Instruction[]
  readonly legends: readonly Legend[]
  readonly heading: { readonly year: number; readonly title: string } | null
  readonly notes: readonly Note[]
}

/** 読みながら持つもの。`over` は表の頭に一度だけある見出しの列で、下の重点目標のどれにも効く。 */
type Reading = {
  department: string
  heading: Contents['heading']
  columns: SectionColumns | null
  over: SectionColumns | null
  /** 市長指示事項を読んでいるとき、対応の欄の列。読んでいなければ null。 */
  responses: readonly number[] | null
  /** 頁の頭（題・市の名）を読んでいるか。表が始まるまでの、升目一つの行は、前の頁の目標の続きではない。 */
  atHead: boolean
}

/** 行を上から読む。重点目標の行で新しい目標が始まり、市長指示事項から後は指示の文になる（次の頁・部局・目標まで）。 */
const readContents = (document: SourceDocument): Contents => {
  const goals: Growing[] = []
  const instructions: Cell[] = []
  const legends: Legend[] = []
  const notes: Note[] = []
  const at: Reading = { department: '', heading: null, columns: null, over: null, responses: null, atHead: true }
  const title = titleLine(document)
  const readLine = (line: Line): void => {
    const read = readGoalLine(line)
    const goal = goals.at(-1)
    if (read.kind === 'department' || read.kind === 'year' || read.kind === 'goal') at.responses = null
    if (read.kind === 'department') at.department = read.name
    if (read.kind === 'year') at.heading ??= { year: read.year, title: read.title }
    if (read.kind === 'legend') addLegend(legends, read, line)
    if (read.kind === 'footnote')
      notes.push(note('info', 'table-footnote', { text: read.cell.text }, [read.cell.place]))
    if (read.kind === 'goal') {
      at.columns = at.over
      const { department, heading } = at
      goals.push({
        title: read.title,
        department,
        year: heading?.year ?? null,
        number: read.number,
        items: buildItems(),
      })
    }
    if (read.kind === 'sections') {
      const fresh = goal !== undefined && goal.items.items().length === 0
      if (goal) goal.number ??= read.number
      if (read.columns && !fresh) at.over = read.columns
      at.columns = read.columns ?? at.columns
    }
    if (read.kind === 'instructions') {
      at.responses = read.responses
      instructions.push(...read.rest)
    }
    at.atHead &&= read.kind !== 'goal' && read.kind !== 'sections' && !(read.kind === 'row' && read.cells.length > 1)
    if (read.kind !== 'row' || line === title || at.atHead) return
    if (at.responses) {
      const { responses } = at
      const answers = read.cells.filter(({ column }) => responses.includes(column))
      instructions.push(...read.cells.filter((cell) => !answers.includes(cell)))
      notes.push(...answers.map(({ text, place }) => note('info', 'instruction-response-skipped', { text }, [place])))
    } else if (goal) goal.items.addRow(read.cells, at.columns)
    else if (read.cells.length > 1) notes.push(note('warning', 'row-without-goal', {}, [line.place]))
  }
  for (const { lines } of document.pages) {
    Object.assign(at, { responses: null, atHead: true })
    for (const line of lines) readLine(line)
  }
  return { goals, instructions: instructionsIn(instructions), legends, heading: at.heading, notes }
}

/** 部局ごとに同じ評価基準を繰り返す図書では、一度だけ取る。 */
const addLegend = (
  legends: Legend[],
  { marks, meanings }: Pick<Legend, 'marks' | 'meanings'>,
  { place }: Line,
): void => {
  const words = (legend: Pick<Legend, 'marks' | 'meanings'>) => JSON.stringify([legend.marks, legend.meanings])
  if (!legends.some((legend) => words(legend) === words({ marks, meanings }))) legends.push({ marks, meanings, place })
}

const read = (document: SourceDocument): PlanDraft => {
  const { goals, instructions, legends, heading, notes } = readContents(document)
  const title = titleLine(document)
  const municipality = municipalityIn(document, title)
  const year = heading?.year ?? null
  return planDraft(document, 'priority-goals', {
    municipality,
    plan: {
      title: heading?.title ?? planTitle(title?.text ?? document.source.file),
      kind: '重点目標',
      firstYear: year,
      lastYear: year,
    },
    priorityGoals: goals.map(goalOf),
    instructions: instructions.map(({ text }) => text),
    instructionPlaces: instructions.map(({ place }) => place),
    legends,
    notes: [...municipalityNotes(municipality), ...notes, ...goals.flatMap(goalNotes)],
  })
}

const goalOf = ({ title, department, year, number, items }: Growing, index: number): PriorityGoal => ({
  department,
  year,
  number: number ?? String(index + 1),
  title: title.text,
  items: items.items(),
  place: title.place,
})

const goalNotes = ({ title, department, year, number, items }: Growing, index: number): readonly Note[] => [
  ...(year === null ? [note('error', 'goal-year-unknown', { title: title.text }, [title.place])] : []),
  ...(department === '' ? [note('warning', 'goal-department-unknown', { title: title.text }, [title.place])] : []),
  ...(number === null
    ? [note('info', 'goal-number-assumed', { title: title.text, number: String(index + 1) }, [title.place])]
    : []),
  ...items.notes(),
]

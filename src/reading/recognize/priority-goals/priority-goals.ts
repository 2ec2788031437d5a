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

/** 行を上から読む。重点目標の行で新しい目標が始まり、市長指示事項から後は指示の文になる。 */
const readContents = (document: SourceDocument): Contents => {
  const goals: Growing[] = []
  const instructions: Cell[] = []
  const legends: Legend[] = []
  const notes: Note[] = []
  let heading: Contents['heading'] = null
  let department = ''
  let columns: SectionColumns | null = null
  let instructing = false
  const title = titleLine(document)
  for (const line of bodyLines(document)) {
    const read = readGoalLine(line)
    if (read.kind === 'department') department = read.name
    if (read.kind === 'year') heading ??= { year: read.year, title: read.title }
    if (read.kind === 'legend') legends.push({ marks: read.marks, meanings: read.meanings, place: line.place })
    if (read.kind === 'goal') {
      goals.push({
        title: read.title,
        department,
        year: heading?.year ?? null,
        number: read.number,
        items: buildItems(),
      })
      columns = null
      instructing = false
    }
    if (read.kind === 'sections') {
      const goal = goals.at(-1)
      if (goal) goal.number ??= read.number
      columns = read.columns ?? columns
    }
    if (read.kind === 'instructions') {
      instructing = true
      instructions.push(...read.rest)
    }
    if (read.kind !== 'row' || line === title) continue
    if (instructing) instructions.push(...read.cells)
    else if (goals.length > 0) goals.at(-1)?.items.addRow(read.cells, columns)
    else if (read.cells.length > 1) notes.push(note('warning', 'row-without-goal', {}, [line.place]))
  }
  return { goals, instructions: instructionsIn(instructions), legends, heading, notes }
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

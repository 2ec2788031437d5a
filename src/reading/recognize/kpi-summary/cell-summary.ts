import { plainText } from '#domain/language/plain-text.ts'
import { type Era, yearsIn } from '#domain/year/read-year.ts'
import { splitDepartments } from '../../assemble/departments.ts'
import type { Cell, Line, SourceDocument } from '../../document.ts'
import { rowRole } from '../headers.ts'
import { readHeading } from '../headings.ts'
import { type Columns, columnsOf, isHeaderLine } from './cell-columns.ts'
import { goalHeading, noTargetWords, remarksHeader, sectionHeading, subtotalWords } from './line-words.ts'
import { readPhrase, readTargetText, type TargetText } from './phrase.ts'
import type { Written } from './stream-items.ts'
import { goalNotes, rateNotes } from './stream-notes.ts'
import type { PrintedSubtotal, TableYears } from './stream-pages.ts'
import type { SummaryParts } from './summary-draft.ts'
import type { EntryNote, GoalEntry, SectionEntry, SubtotalEntry, TableEntry, YearCell } from './table-entry.ts'

/** 升目のある表（タブ区切り・表計算）か。年度の見出しが升目に分かれていればそう読む。 */
export const hasCells = (document: SourceDocument): boolean =>
  document.pages.some(({ lines }) => lines.some(isHeaderLine))

type OpenGoal = {
  readonly number: string | null
  readonly title: string
  readonly place: GoalEntry['place']
  readonly sections: SectionEntry[]
  readonly rows: OpenRow[]
  readonly subtotals: PrintedSubtotal[]
}

type OpenRow = {
  readonly class: TableEntry['class']
  readonly name: Written
  project: Written | null
  readonly section: string | null
  target: TargetText | null
  noTargetText: string | null
  targets: readonly YearCell[]
  actuals: readonly YearCell[]
  readonly remarks: string[]
  readonly departments: string[]
  labelled: boolean
}

type SectionHeading = NonNullable<ReturnType<typeof sectionHeading>>

/** 表の下の注。 */
const noteMark = /^\s*(?:[※＊*]|[(（]?注[)）]?[\s　0-9０-９:：)）])/u

/** 升目のある集計表を、上から読む。 */
export const cellSummary = (document: SourceDocument): SummaryParts => {
  const reader = new CellReader(eraIn(document), document)
  for (const { lines } of document.pages)
    reader.readPage(lines.filter(({ cells }) => cells.some(({ text }) => text !== '')))
  return reader.finish()
}

const eraIn = ({ pages }: SourceDocument): Era => {
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('')
  return text.split('平成').length > text.split('令和').length ? '平成' : '令和'
}

class CellReader {
  private readonly goals: OpenGoal[] = []
  private readonly totals: SubtotalEntry[] = []
  private readonly notes: EntryNote[] = []
  private columns: Columns | null = null
  private section: { readonly 2: string | null; readonly 3: string | null } = { 2: null, 3: null }
  private project: Written | null = null
  private row: OpenRow | null = null
  private readonly era: Era
  private readonly reported: number | null
  private years: readonly number[] = []

  constructor(era: Era, document: SourceDocument) {
    this.era = era
    const headers = document.pages.flatMap(({ lines }) =>
      lines.flatMap(({ cells }) => cells.filter(({ text }) => remarksHeader(text))),
    )
    this.reported = headers.flatMap(({ text }) => yearsIn(text, { era }).map(({ year }) => year))[0] ?? null
  }

  readPage(lines: readonly Line[]) {
    this.columns = null
    this.row = null
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]
      if (!line) continue
      const used = this.header(lines, at)
      if (used > 0) at += used - 1
      else if (!this.groupRow(line)) this.dataRow(line)
    }
  }

  /** 見出しの行を読み、使った行数を返す。年度の段が名の段の下に来る二段の見出しもある。 */
  private header(lines: readonly Line[], at: number): number {
    const first = lines[at]
    const second = lines[at + 1]
    if (!first) return 0
    const size = isHeaderLine(first) ? 1 : second && isHeaderLine(second) && isTitleOnly(first, this.era) ? 2 : 0
    if (size === 0) return 0
    const below = size === 1 && second && !isHeaderLine(second) && isHeaderTail(second) ? 1 : 0
    this.columns = columnsOf(lines.slice(at, at + size + below), this.era)
    this.row = null
    if (this.columns) this.years = this.columns.years.map(({ year }) => year)
    else
      this.notes.push({
        level: 'warning',
        code: 'kpi-summary-columns-unread',
        params: { page: first.text.trim().slice(0, 20) },
        places: [first.place],
      })
    return size + below
  }

  /** 基本目標・施策・小計の行。 */
  private groupRow(line: Line): boolean {
    const filled = line.cells.filter(({ text }) => text !== '')
    const first = filled[0]
    if (!first) return true
    const subtotal = subtotalWords(filled.map(({ text }) => text).join(''))
    if (subtotal) {
      if (subtotal.kind === '合計')
        this.totals.push({ projects: subtotal.projects, indicators: subtotal.indicators, place: line.place })
      else this.goal().subtotals.push({ ...subtotal, place: line.place })
      this.row = null
      return true
    }
    const goal = goalHeading(first.text)
    if (goal && this.continuesGoal(goal)) return true
    if (goal) {
      this.goals.push({ ...goal, place: first.place, sections: [], rows: [], subtotals: [] })
      this.section = { 2: null, 3: null }
      this.project = null
      this.row = null
      return true
    }
    const heading = sectionHeading(first.text) ?? (filled.length === 1 ? this.bandHeading(line) : null)
    if (heading) this.openSection(heading, first)
    return filled.length === 1 && (heading !== null || noteMark.test(first.text))
  }

  /** 番号のない施策の帯（「施策：キャリア教育の推進」）。年度の列まで結合した、升目一つの行。 */
  private bandHeading(line: Line): SectionHeading | null {
    const cell = line.cells.find(({ text }) => text !== '')
    const firstYear = this.columns?.years[0]?.column
    const crosses = cell?.span && firstYear !== undefined && cell.column + cell.span.columns > firstYear
    if (!cell || !crosses || noteMark.test(cell.text)) return null
    const heading = readHeading(line)
    return {
      depth: heading && heading.rank >= 3 ? 3 : 2,
      number: heading?.number ?? '',
      order: 0,
      title: heading?.title ?? cell.text,
    }
  }

  /** 表ごと、頁ごとに繰り返された同じ基本目標の見出し。その目標の続きとして読む。 */
  private continuesGoal({ number, title }: { readonly number: string | null; readonly title: string }): boolean {
    const open = this.goals.at(-1)
    return open !== undefined && open.number === number && plainText(open.title) === plainText(title)
  }

  private openSection(heading: SectionHeading, cell: Cell) {
    const { sections } = this.goal()
    const key = `${this.goals.length}:${sections.length}`
    const parent = heading.depth === 3 ? this.section[2] : null
    sections.push({
      key,
      parent,
      depth: heading.depth,
      number: heading.number,
      title: heading.title ?? '',
      place: cell.place,
    })
    this.section = heading.depth === 2 ? { 2: key, 3: null } : { ...this.section, 3: key }
    this.project = null
    this.row = null
  }

  private goal(): OpenGoal {
    const open = this.goals.at(-1)
    if (open) return open
    const goal: OpenGoal = { number: null, title: '', place: null, sections: [], rows: [], subtotals: [] }
    this.goals.push(goal)
    return goal
  }

  private dataRow(line: Line) {
    const columns = this.columns
    if (!columns) return
    const cell = (column: number | null) =>
      column === null ? undefined : line.cells.find((each) => each.column === column && each.text !== '')
    const label = cell(columns.label)
    const role = label ? rowRole(label.text) : undefined
    const name = cell(columns.name)
    const values = this.values(line, columns)
    const project = cell(columns.project)
    if (project && !sectionHeading(project.text)) this.takeProject(project, line)
    // 名の升目に「／基準→目標」だけがあるのは、上の指標の続き。
    const continues = name !== undefined && /^[／/]/u.test(name.text) && this.row !== null
    if (name && !continues && role !== 'actual') this.openRow(name, line, columns)
    else if (!this.row && name) this.openRow(name, line, columns)
    const row = this.row
    if (!row) return
    if (continues && name) row.target = readTargetText(name.text, name.place, this.era)
    this.columnsTarget(row, cell(columns.baseline), cell(columns.target))
    const actual = role ? role === 'actual' : row.targets.length > 0
    if (values.length > 0 && actual) row.actuals = values
    else if (values.length > 0) row.targets = values
    if (!role && values.length > 0) row.labelled = false
    row.departments.push(...splitDepartments(cell(columns.department)?.text ?? ''))
    row.remarks.push(...columns.remarks.flatMap((column) => cell(column)?.text ?? []))
  }

  /** 升目がつながっていない表では同じ事業名が行ごとに繰り返される。 */
  private takeProject(cell: Cell, line: Line) {
    if (this.project && plainText(this.project.text) === plainText(cell.text)) return
    this.project = { text: oneLine(cell.text), place: cell.place, line: line.number }
  }

  private openRow(cell: Cell, line: Line, columns: Columns) {
    const { name, target, noTarget } = splitName(cell, this.era)
    this.row = {
      class: columns.class,
      name: { text: name, place: cell.place, line: line.number },
      project: columns.class === 'KPI' ? this.project : null,
      section: columns.class === 'KPI' ? (this.section[3] ?? this.section[2]) : null,
      target,
      noTargetText: noTarget,
      targets: [],
      actuals: [],
      remarks: [],
      departments: [],
      labelled: true,
    }
    this.goal().rows.push(this.row)
  }

  /** 基準値・目標値の列があるとき（数値目標の表）。 */
  private columnsTarget(row: OpenRow, baseline: Cell | undefined, target: Cell | undefined) {
    if (!baseline && !target) return
    const before = baseline
      ? readPhrase(oneLine(baseline.text), baseline.place, this.era)
      : (row.target?.baseline ?? null)
    const after = target ? readPhrase(oneLine(target.text), target.place, this.era) : (row.target?.target ?? null)
    if (target && noTargetWords.test(target.text)) row.noTargetText = oneLine(target.text)
    else row.target = { baseline: before, target: after, place: (target ?? baseline)?.place ?? row.name.place }
  }

  private values(line: Line, { years, total }: Columns): readonly YearCell[] {
    const at = (column: number, year: number | null): readonly YearCell[] => {
      const cell = line.cells.find((each) => each.column === column && each.text !== '')
      return cell ? [{ raw: cell.text, place: cell.place, year }] : []
    }
    return [...years.flatMap(({ column, year }) => at(column, year)), ...(total === null ? [] : at(total, null))]
  }

  finish(): SummaryParts {
    const years: TableYears = { era: this.era, years: this.years, total: true, reported: this.reported }
    return { goals: this.goals.map(goalEntry), totals: this.totals, years, notes: this.notes }
  }
}

const goalEntry = (goal: OpenGoal): GoalEntry => {
  const rows = goal.rows.map(tableEntry)
  const heading = goal.place ? { number: goal.number ?? '', title: goal.title, place: goal.place } : null
  return {
    number: goal.number,
    title: goal.title,
    place: goal.place,
    sections: goal.sections,
    rows,
    subtotals: goal.subtotals.map(({ kind: _, ...rest }) => rest),
    remarks: goalNotes(heading, rows, goal.subtotals),
  }
}

const tableEntry = (row: OpenRow): TableEntry => {
  const entry: TableEntry = {
    class: row.class,
    name: row.name,
    project: row.project,
    section: row.section,
    baseline: row.target?.baseline ?? null,
    target: row.target?.target ?? null,
    noTargetText: row.noTargetText,
    targets: row.targets,
    actuals: row.actuals,
    remark: row.remarks.length > 0 ? row.remarks.map(oneLine).join('') : null,
    departments: row.departments,
    certainty: row.labelled
      ? { level: 'certain', evidence: ['表の同じ行に、名・区分・年度の見出しとともに書かれている'], alternatives: [] }
      : { level: 'likely', evidence: ['区分の書かれていない二段を、上から目標・実績と読んだ'], alternatives: [] },
    notes: [],
    place: row.name.place,
  }
  const unlabelled: readonly EntryNote[] = row.labelled
    ? []
    : [
        {
          level: 'warning',
          code: 'kpi-summary-row-label-missing',
          params: { name: row.name.text },
          places: [row.name.place],
        },
      ]
  const empty: readonly EntryNote[] =
    row.targets.length + row.actuals.length > 0
      ? []
      : [
          {
            level: 'warning',
            code: 'kpi-summary-row-missing',
            params: { name: row.name.text, target: row.target?.target?.raw ?? '―' },
            places: [row.name.place],
          },
        ]
  return { ...entry, notes: [...unlabelled, ...empty, ...rateNotes(entry)] }
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, '')

/** 名の升目を、名と「／基準→目標」と断りに分ける。 */
const splitName = (
  cell: Cell,
  era: Era,
): { readonly name: string; readonly target: TargetText | null; readonly noTarget: string | null } => {
  const text = oneLine(cell.text)
  const slash = /[／/](?=[^／]*(?:→|⇒))/u.exec(text)
  if (slash) {
    const target = readTargetText(text.slice(slash.index), cell.place, era)
    return { name: text.slice(0, slash.index).trim(), target, noTarget: null }
  }
  const refusal = noTargetWords.exec(text)
  if (!refusal) return { name: text, target: null, noTarget: null }
  const name = text.slice(0, refusal.index).trim()
  return { name: name === '' ? text : name, target: null, noTarget: name === '' ? text : text.slice(refusal.index) }
}

/** 二段の見出しの上の段（年度より上に、指標名や区分だけがある）。 */
const isTitleOnly = (line: Line, era: Era): boolean =>
  line.cells.filter(({ text }) => text !== '').length >= 2 &&
  line.cells.every(({ text }) => text === '' || !/[0-9０-９]{2,}/u.test(text) || yearsIn(text, { era }).length > 0) &&
  line.cells.some(({ text }) => /KPI|ＫＰＩ|数値目標|区分|指標/u.test(text))

/** 二段の見出しの下の段（「合計」だけなど）。 */
const isHeaderTail = (line: Line): boolean =>
  line.cells.every(
    ({ text }) => text === '' || /^(?:5年間の)?合計$|^（?単位|^[（(][^）)]*[）)]$/u.test(plainText(text)),
  )

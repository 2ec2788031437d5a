import type { Place } from '#domain/provenance.ts'
import { type Era, readYear, yearsIn } from '#domain/year/read-year.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { goalHeading, isPageHeading, isTableHeader, remarksHeader, subtotalWords, yearWords } from './line-words.ts'
import { type NumberLine, type NumberRow, numberLine, pairRows } from './number-rows.ts'
import { blocksOf, type Item, itemsOf } from './stream-items.ts'

export type PrintedSubtotal = {
  readonly kind: '小計' | '合計'
  readonly projects: number | null
  readonly indicators: number | null
  readonly place: Place
}

/** 印刷の一頁。数の行と、文字の流れ。 */
export type StreamPage = {
  readonly index: number
  readonly goal: { readonly number: string; readonly title: string; readonly place: Place } | null
  readonly goalRows: readonly NumberRow[]
  readonly rows: readonly NumberRow[]
  readonly items: readonly Item[]
  readonly subtotals: readonly PrintedSubtotal[]
}

/** 表の年度。`total` は「5年間の合計」の欄があるか、`reported` は実績の出ている年度。 */
export type TableYears = {
  readonly era: Era
  readonly years: readonly number[]
  readonly total: boolean
  readonly reported: number | null
}

/** 図書を印刷の頁に分ける。頭書き（…集計表）が頁の初め。 */
export const streamPages = (
  document: SourceDocument,
): { readonly pages: readonly StreamPage[]; readonly years: TableYears } => {
  const lines = document.pages.flatMap((page) => splitAtHeadings(page.lines))
  const years = tableYears(lines.flat())
  return { pages: lines.map((each, index) => readPage(each, index, years)), years }
}

const splitAtHeadings = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const starts = lines.flatMap((line, at) => (isPageHeading(line.text) ? [at] : []))
  if (starts.length === 0) return [lines]
  // 頭書きより前の行（空行のほか）があれば、初めの頁に含める。
  return starts.map((start, at) => lines.slice(at === 0 ? 0 : start, starts[at + 1]))
}

const tableYears = (lines: readonly Line[]): TableYears => {
  const era = eraOf(lines)
  const words = lines.map(({ text }) => yearWords(text)).find((found) => found !== null) ?? []
  const years = words.flatMap((word) => readYear(word, { era })?.year ?? [])
  const reported = lines
    .filter(({ text }) => remarksHeader(text) !== null)
    .flatMap(({ text }) => yearsIn(text, { era }).map(({ year }) => year))
  const total = lines.some(({ text }) => /年間の|^\s*合計\s*$|期間(?:の)?合計/u.test(text))
  return { era, years, total, reported: reported[0] ?? null }
}

const eraOf = (lines: readonly Line[]): Era => {
  const text = lines.map((line) => line.text).join('')
  const count = (word: string) => text.split(word).length - 1
  return count('令和') >= count('平成') ? '令和' : '平成'
}

type PageState = {
  section: 'goal' | 'kpi'
  goal: StreamPage['goal']
  readonly goalLines: NumberLine[]
  readonly kpiLines: NumberLine[]
  readonly subtotals: PrintedSubtotal[]
  readonly text: Line[]
}

const readPage = (lines: readonly Line[], index: number, years: TableYears): StreamPage => {
  const state: PageState = { section: 'kpi', goal: null, goalLines: [], kpiLines: [], subtotals: [], text: [] }
  for (const line of lines) sort(line, state)
  const full = years.years.length + (years.total ? 1 : 0)
  const at = years.reported === null ? 0 : Math.max(0, years.years.indexOf(years.reported))
  return {
    index,
    goal: state.goal,
    goalRows: pairRows(state.goalLines, full, at + 1),
    rows: pairRows(state.kpiLines, full, at + 1),
    items: itemsOf(blocksOf(state.text), years.era),
    subtotals: state.subtotals,
  }
}

/** 一行を、数・小計・見出し・文字の流れに仕分ける。 */
const sort = (line: Line, state: PageState) => {
  const { text } = line
  if (text.trim() === '' || isPageHeading(text) || yearWords(text) || isTableHeader(text)) return
  const goal = goalHeading(text)
  const section = remarksHeader(text)
  const numbers = numberLine(line)
  const subtotal = subtotalWords(text)
  if (goal && !state.goal) state.goal = { ...goal, place: line.place }
  else if (section) state.section = section
  else if (subtotal) state.subtotals.push({ ...subtotal, place: line.place })
  else if (numbers) (state.section === 'goal' ? state.goalLines : state.kpiLines).push(numbers)
  else state.text.push(line)
}

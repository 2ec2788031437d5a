import { plainText } from '#domain/language/plain-text.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { type GoalTitle, goalHeading, numberedTitles } from './goals.ts'
import { isListHeader, isMatrixHeader, isSheetHeader } from './header-rows.ts'
import { type LabelledSheet, labelledSheets } from './labelled-sheets.ts'
import { filled, headingOf, numberLine, wholeNumber, words } from './rows.ts'

/** 取組事業一覧の一つの表。`numbers` は印の列の番号を並べた二段目の見出し、`total` は計の行。 */
export type MatrixTable = {
  readonly header: Line
  readonly numbers: Line | null
  readonly rows: readonly Line[]
  readonly total: Line | null
}
/** 重点施策一覧の一つの表。`goal` は上にある基本目標の見出し（頁の切れ目で繰り返した見出しでは前のものが続く）。 */
export type ListTable = { readonly header: Line; readonly goal: GoalTitle | null; readonly rows: readonly Line[] }
/** 個票一枚。`number` は上に「No. n」と書いてあるとき。 */
export type SheetTable = {
  readonly header: Line
  readonly goal: GoalTitle | null
  readonly number: { readonly text: string; readonly line: Line } | null
  readonly rows: readonly Line[]
}

/** 図書の組み立て。`explanations` は「この表の見方」の例で、事業の行ではない。 */
export type Outline = {
  readonly titles: readonly GoalTitle[]
  readonly matrices: readonly MatrixTable[]
  readonly explanations: readonly MatrixTable[]
  readonly lists: readonly ListTable[]
  readonly sheets: readonly SheetTable[]
  /** 項目の名を左に置いた個票。 */
  readonly labelled: readonly LabelledSheet[]
}

type Table =
  | { kind: 'matrix'; header: Line; explains: boolean; numbers: Line | null; rows: Line[]; total: Line | null }
  | { kind: 'list'; header: Line; goal: GoalTitle | null; rows: Line[] }
  | { kind: 'sheet'; header: Line; goal: GoalTitle | null; number: SheetTable['number']; rows: Line[] }

/** 行を上から読み、見出しの語で表に分ける。表は、次の見出しか次の表で終わる（空行では終わらない）。 */
export const outlineOf = (document: SourceDocument): Outline => {
  const pages = document.pages.map((page) => page.lines.filter((line) => filled(line).length > 0))
  const labelled = labelledSheets(pages)
  const scan = new Scan()
  for (const lines of labelled.rest) {
    for (const [index, line] of lines.entries()) scan.take(line, lines[index - 1])
    scan.endPage()
  }
  return { ...scan.outline(), labelled: labelled.sheets }
}

class Scan {
  readonly #tables: Table[] = []
  readonly #titles: GoalTitle[] = []
  #goal: GoalTitle | null = null
  #number: SheetTable['number'] = null
  #explaining = false
  #open = false
  /** 計の行のあと。字が一つだけの行は、表の下の注。 */
  #totalled = false

  take(line: Line, before: Line | undefined): void {
    if (isMatrixHeader(line))
      this.#begin({ kind: 'matrix', explains: this.#explaining, header: line, numbers: null, rows: [], total: null })
    else if (isListHeader(line)) this.#begin({ kind: 'list', header: line, goal: this.#goal, rows: [] })
    else if (isSheetHeader(line)) this.#sheet(line)
    else if (!this.#heading(line) && !this.#legend(line, before)) this.#row(line)
  }

  /** 表計算の次のシートへ。表も見出しも、シートをまたいで続かない。 */
  endPage(): void {
    this.#close(false)
  }

  outline(): Omit<Outline, 'labelled'> {
    const of = <K extends Table['kind']>(kind: K) =>
      this.#tables.filter((table): table is Extract<Table, { kind: K }> => table.kind === kind)
    return {
      titles: this.#titles,
      matrices: of('matrix').filter(({ explains }) => !explains),
      explanations: of('matrix').filter(({ explains }) => explains),
      lists: of('list'),
      sheets: of('sheet'),
    }
  }

  #begin(table: Table): void {
    this.#tables.push(table)
    this.#open = true
    this.#totalled = false
  }

  #sheet(line: Line): void {
    this.#begin({ kind: 'sheet', header: line, goal: this.#goal, number: this.#number, rows: [] })
    this.#number = null
  }

  /** 見出しなら表を閉じる。 */
  #heading(line: Line): boolean {
    if (this.#band(line)) return true
    const number = numberLine(line)
    if (number !== undefined) {
      this.#number = { text: number, line }
      this.#open = false
      return true
    }
    const heading = headingOf(line)
    if (!heading) return false
    const goal = goalHeading(heading)
    if (goal) {
      this.#titles.push(goal)
      this.#goal = goal
      this.#open = false
      return true
    }
    const word = plainText(heading.text)
    if (/見方|記入例|記載例/u.test(word) && word.length < 20) return this.#close(true)
    if (/一覧|個票/u.test(word) && word.length < 30) return this.#close(false)
    return false
  }

  /** 重点施策一覧の中の、結合した帯（「基本目標1：…」）。見出しの行は繰り返さず、同じ表が続く。 */
  #band(line: Line): boolean {
    const table = this.#tables.at(-1)
    const [cell, ...others] = filled(line)
    if (!cell || others.length > 0 || !this.#open || table?.kind !== 'list') return false
    const goal = cell.span || line.cells.length > 1 ? goalHeading(cell) : undefined
    if (!goal) return false
    this.#titles.push(goal)
    this.#goal = goal
    this.#begin({ ...table, goal, rows: [] })
    return true
  }

  #close(explaining: boolean): true {
    this.#explaining = explaining
    this.#open = false
    this.#goal = null
    return true
  }

  /** 表の上の凡例（「1:産業振興により… 2:地域資源を…」）。上の升目が「基本目標」なら節の題。 */
  #legend(line: Line, before: Line | undefined): boolean {
    if (!before || filled(line).length < 2) return false
    const goals = filled(line).flatMap((cell) => {
      const above = before.cells.find(({ column }) => column === cell.column)
      return above && /基本目標$/u.test(plainText(above.text)) ? numberedTitles(cell) : []
    })
    if (goals.length < 2 || isSheetHeader(before)) return false
    this.#titles.push(...goals)
    this.#open = false
    return true
  }

  #row(line: Line): void {
    const table = this.#tables.at(-1)
    if (table?.kind === 'matrix' && isLegendHeader(line)) this.#open = false
    if (!table || !this.#open) return
    // 個票はこれほど長くない（時間の限り）。
    if (table.kind === 'sheet' && table.rows.length > 200) return
    if (table.kind !== 'sheet' && isTotalRow(line)) {
      this.#totalled = true
      if (table.kind === 'matrix') table.total = line
      return
    }
    if (this.#totalled && filled(line).length === 1) return
    const first = table.kind === 'matrix' && table.numbers === null && table.rows.length === 0
    if (first && isNumbersRow(line)) table.numbers = line
    else table.rows.push(line)
  }
}

/** 凡例の見出し（「総合戦略4つの基本目標」「新たな視点」…）。次の頁の表の上に立つ。 */
const isLegendHeader = (line: Line): boolean => {
  const found = words(line)
  return found.length > 1 && found.every((word) => /(?:基本目標|視点)$/u.test(word))
}

/** 表の終わりや帯の終わりの、計の行（「計（54事業）」）。 */
const isTotalRow = (line: Line): boolean => /^(?:合計|総計|小計|計)(?:\(.*\))?$/u.test(words(line)[0] ?? '')

/** 印の列の番号だけの行（No. と名の升目は空）。 */
const isNumbersRow = (line: Line): boolean =>
  filled(line).length >= 2 && filled(line).every(({ text, column }) => column >= 2 && wholeNumber(text) !== undefined)

import { readFigure } from '#domain/quantity/read-figure.ts'
import type { Cell, Line, Page } from '../../document.ts'
import { rowRole } from '../headers.ts'
import { type Heading, onlyCell, type Passage, readHeading, readPassage } from '../headings.ts'
import { contentsLines } from './contents-list.ts'
import { isTotal } from './entries.ts'
import { type Column, valueRoles } from './header-columns.ts'
import { headersAt, type TableHeader } from './table-header.ts'
import type { TableSearch } from './table-search.ts'

/** 図書を上から読んだまとまり。見出し、文、表（見出しの行と中身の行）。`stray` は表の外にある表らしい行。 */
export type Block =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'passage'; readonly passage: Passage }
  | {
      readonly kind: 'table'
      readonly header: TableHeader
      readonly rows: readonly Line[]
      /** 見出しの上の、前の表よりあとの行（題名・単位・上段下段の断り）。 */
      readonly above: readonly Line[]
      readonly page: Page
    }
  /** 表の中の帯（「子育て」のように、一つの升目だけの行）。次の帯か小計まで、下の行にかかる。 */
  | { readonly kind: 'group'; readonly cell: Cell }
  /** 表の下の注（「※…」）。 */
  | { readonly kind: 'footnote'; readonly line: Line }
  | { readonly kind: 'stray'; readonly line: Line }
  /** 次の頁（シート）の初め。 */
  | { readonly kind: 'page' }

/** 頁の番号だけの行、Markdown の罫線、空行。 */
const isNothing = (line: Line): boolean =>
  line.text.trim() === '' ||
  (/^[\s\-－―─|:：\d]*$/u.test(line.text.replace(/\t/g, ' ')) &&
    line.cells.every(({ text }) => !/\d[%％]/u.test(text)) &&
    onlyCellOrRule(line))

const onlyCellOrRule = (line: Line): boolean =>
  onlyCell(line) !== null || line.cells.every(({ text }) => /^:?-{2,}:?$|^$/.test(text))

/** 公開データの断り（#LINK、#lang、#license）の行。 */
const isMetadata = ({ text }: Line): boolean => /^#[a-z]{2,12}(?:[\t\s]|$)/iu.test(text)

type Open = { readonly headers: readonly TableHeader[]; readonly above: readonly Line[]; rows: Line[] }

/** 頁一つをまとまりに分ける。`title` の行は見出しと数えない。 */
export const pageBlocks = (page: Page, title: Line | null, search: TableSearch): readonly Block[] => {
  const { lines } = page
  const headers = headersOn(lines, search)
  const first = lines.findIndex((line) => headers.has(line))
  const contents = contentsLines(lines, first < 0 ? lines.length : first)
  const blocks: Block[] = []
  let open: Open | null = null
  let above: Line[] = []
  const close = () => {
    if (open && open.rows.length > 0) blocks.push(...tablesOf(open, page))
    if (open) open.rows = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line || contents.has(line) || isNothing(line) || isMetadata(line)) continue
    const next = headers.get(line)
    if (next) {
      close()
      open = { headers: next, above, rows: [] }
      above = []
      at += (next[0]?.lines.length ?? 1) - 1
      continue
    }
    if (line === title) {
      above.push(line)
      continue
    }
    const heading = readHeading(line)
    if (heading) {
      close()
      blocks.push({ kind: 'heading', heading })
      above.push(line)
    } else if (open && isRow(line, open.headers) && !(apart(lines, at) && startsOther(line, open.headers)))
      open.rows.push(line)
    else if (open && namesStack(line, lines[at + 1], open.headers)) open.rows.push(line)
    else if (open && isRow(line, open.headers)) {
      // 見出しの語を知らない別の表が始まった。前の表の列では読まない。
      close()
      open = null
      blocks.push({ kind: 'stray', line })
    } else {
      above.push(line)
      if (onlyCell(line)) {
        close()
        blocks.push(...alone(line, lines[at + 1], open))
      } else blocks.push({ kind: 'stray', line })
    }
  }
  close()
  return blocks
}

/** 頁の中の表の見出し（初めの行から引く）。見出しに使った行からは、次の見出しを探さない。 */
export const headersOn = (lines: readonly Line[], search: TableSearch): ReadonlyMap<Line, readonly TableHeader[]> => {
  const found = new Map<Line, readonly TableHeader[]>()
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    const headers = headersAt(lines, at, search)
    const [first] = headers
    if (!line || !first) continue
    found.set(line, headers)
    at += first.lines.length - 1
  }
  return found
}

/** 横に並んだ表は、それぞれの列の範囲の行にする。 */
const tablesOf = ({ headers, above, rows }: Open, page: Page): readonly Block[] =>
  headers.flatMap((header): readonly Block[] => {
    const own = headers.length === 1 ? rows : rows.flatMap((line) => within(line, header))
    return own.length > 0 ? [{ kind: 'table', header, rows: own, above, page }] : []
  })

const within = (line: Line, { from, to }: TableHeader): readonly Line[] => {
  const cells = line.cells.filter(({ column }) => column >= from && column <= to)
  return cells.some(({ text }) => text !== '') ? [{ ...line, cells }] : []
}

/** 升目一つの行。表の行のすぐ上なら帯、注の印で始まれば注、ほかは文。 */
const alone = (line: Line, next: Line | undefined, open: Open | null): readonly Block[] => {
  const cell = onlyCell(line)
  if (!cell || !open) return passageOf(line)
  if (noteMark.test(cell.text)) return [{ kind: 'footnote', line }]
  // 「事業等：…」「〈基本方針〉…」は、短くても節の文であって帯ではない。
  const isBand =
    cell.text.length <= longestBand && !/[。：:]\s*$/u.test(cell.text) && readPassage(line)?.kind === 'plain'
  return isBand && next && isRow(next, open.headers) && !startsOther(next, open.headers)
    ? [{ kind: 'group', cell }]
    : passageOf(line)
}

const noteMark = /^\s*(?:[※＊*]|[(（]?注[)）]?[\s　0-9０-９:：)）]|(?:資料|出典)[:：])/u
const longestBand = 40

const passageOf = (line: Line): readonly Block[] => {
  const passage = readPassage(line)
  return passage ? [{ kind: 'passage', passage }] : []
}

/** 名だけの行で、すぐ下の行の名の列に「目標」「実績」が立つもの。帯ではなく、下の段の名。 */
const namesStack = (line: Line, next: Line | undefined, headers: readonly TableHeader[]): boolean => {
  const cell = onlyCell(line)
  const below = next?.cells.find(({ column }) => column === cell?.column)
  if (!cell || !next || !below || rowRole(below.text) === undefined || !isRow(next, headers)) return false
  return headers.some(({ columns }) =>
    columns.some(({ column, header }) => column === cell.column && header.roles.includes('name')),
  )
}

/** すぐ上の行が空か、升目一つの行（題名や注）。 */
const apart = (lines: readonly Line[], at: number): boolean =>
  (lines[at - 1]?.cells.filter(({ text }) => text !== '').length ?? 0) < 2

/** 別の表の見出しらしい行。三つより多い升目がどれも短いことばで、値の列に値（数・横棒・わけ）が一つもない。 */
const startsOther = (line: Line, headers: readonly TableHeader[]): boolean => {
  const cells = line.cells.filter(({ text }) => text !== '')
  if (cells.length < 3 || cells.some(({ text }) => text.length > 20 || /^[\d\s.,%％△▲]*$/u.test(text))) return false
  const valued = new Set(headers.flatMap(({ columns }) => columns.filter(isValued).map(({ column }) => column)))
  const texts = cells.filter(({ column }) => valued.has(column)).map(({ text }) => text)
  return (
    texts.length >= 2 && texts.every((text) => readFigure(text, { year: null, place: line.place }).status === 'text')
  )
}

const isValued = ({ header: { roles } }: Column): boolean =>
  roles.some((role) => valueRoles.has(role)) && !roles.includes('name')

/** 空でない升目が二つ以上あるか、値の列にだけ字がある行は、表の中身。 */
const isRow = (line: Line, headers: readonly TableHeader[]): boolean => {
  const cells = line.cells.filter(({ text }) => text !== '')
  if (cells.length >= 2) return true
  const column = headers.flatMap(({ columns }) => columns).find((each) => each.column === cells[0]?.column)
  if (column === undefined || line.cells.length < 2) return false
  return isTotal(cells[0]?.text ?? '') || !column.header.roles.some((role) => leadRoles.has(role))
}

/** 帯や注の立つ列。ここにだけ字のある行は、中身ではない。 */
const leadRoles: ReadonlySet<string> = new Set(['name', 'level', 'project', 'number'])

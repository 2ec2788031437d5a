import type { Era } from '#domain/year/read-year.ts'
import type { Line, Page, SourceDocument } from '../../document.ts'
import { type Heading, onlyCell, type Passage, readHeading, readPassage } from '../headings.ts'
import { contentsLines } from './contents-list.ts'
import { type TableHeader, tableHeader } from './table-header.ts'

/** 図書を上から読んだまとまり。見出し、文、表（見出しの行と中身の行）。`stray` は表の外にある表らしい行。 */
export type Block =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'table'; readonly header: TableHeader; readonly rows: readonly Line[] }
  | { readonly kind: 'stray'; readonly line: Line }

/** 頁の番号だけの行、Markdown の罫線、空行。 */
const isNothing = (line: Line): boolean =>
  line.text.trim() === '' ||
  (/^[\s\-－―─|:：\d]*$/u.test(line.text.replace(/\t/g, ' ')) &&
    line.cells.every(({ text }) => !/\d[%％]/u.test(text)) &&
    onlyCellOrRule(line))

const onlyCellOrRule = (line: Line): boolean =>
  onlyCell(line) !== null || line.cells.every(({ text }) => /^:?-{2,}:?$|^$/.test(text))

/** 図書をまとまりに分ける。`title` の行は見出しと数えない。 */
export const blocksOf = (document: SourceDocument, title: Line | null): readonly Block[] => {
  const era = eraOf(document)
  return document.pages.flatMap((page) => pageBlocks(page, title, era))
}

const pageBlocks = (page: Page, title: Line | null, era: Era | undefined): readonly Block[] => {
  const { lines } = page
  const first = lines.findIndex((_, at) => tableHeader(lines, at, era) !== null)
  const contents = contentsLines(lines, first < 0 ? lines.length : first)
  const blocks: Block[] = []
  let header: TableHeader | null = null
  let rows: Line[] = []
  const close = () => {
    if (header && rows.length > 0) blocks.push({ kind: 'table', header, rows })
    rows = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line || line === title || contents.has(line) || isNothing(line)) continue
    const next = tableHeader(lines, at, era)
    if (next) {
      close()
      header = next
      at += next.lines.length - 1
      continue
    }
    const heading = readHeading(line)
    if (heading) {
      close()
      blocks.push({ kind: 'heading', heading })
    } else if (header && isRow(line, header)) rows.push(line)
    else if (onlyCell(line)) {
      close()
      blocks.push(...passageOf(line))
    } else blocks.push({ kind: 'stray', line })
  }
  close()
  return blocks
}

const passageOf = (line: Line): readonly Block[] => {
  const passage = readPassage(line)
  return passage ? [{ kind: 'passage', passage }] : []
}

/** 空でない升目が二つ以上あるか、値の列にだけ字がある行は、表の中身。 */
const isRow = (line: Line, header: TableHeader): boolean => {
  const cells = line.cells.filter(({ text }) => text !== '')
  if (cells.length >= 2) return true
  const column = header.columns.find((each) => each.column === cells[0]?.column)
  return column !== undefined && line.cells.length > 1 && !column.header.roles.includes('name')
}

/** 元号のない見出し（「3年度」）のための、図書の元号。令和と平成のうち多く出るほう。 */
const eraOf = (document: SourceDocument): Era | undefined => {
  const text = document.pages.flatMap(({ lines }) => lines.slice(0, 2000).map((line) => line.text)).join('\n')
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const reiwa = count(/令和|[RＲ][0-9０-９元]/gu)
  const heisei = count(/平成|[HＨ][0-9０-９]/gu)
  if (reiwa + heisei === 0) return undefined
  return reiwa >= heisei ? '令和' : '平成'
}

import { placedCells } from '../../grid.ts'
import type { Block, ReportNote, Section, Table } from '../../report.ts'
import { rowHeights, wrappedLines } from '../wrapped-lines.ts'
import { chartHeight } from './chart.ts'
import { textArea } from './page.ts'
import { bodySize, lineHeight } from './styles.ts'
import { cellPadding, columnWidths, fontSize } from './table-size.ts'

/** 表の字を小さくする段（pt）。小さくしても一枚に入らなければ、もとの大きさで頁を重ねる。 */
const steps = [0, 0.5, 1, 1.5] as const

/**
 * 一枚に少しだけ入らない章（個票）の、表の字をどれだけ小さくするか（pt）。表のない章と、何枚にもなる章は 0。
 * 高さは見積りで、Word が実際に割る頁と一行ほど違うことがある。
 */
export const tableShrink = (section: Section): number => {
  const { width, height } = textArea(section.paper)
  const fits = (shrink: number) => sectionHeight(section, width / 20, shrink) <= height / 20 - safety
  return steps.find(fits) ?? 0
}

/** 見積りの外れの分（pt）。 */
const safety = 12

/** 章の高さ（pt）。 */
const sectionHeight = (section: Section, width: number, shrink: number): number =>
  (section.title === null && section.outline === 0 ? 0 : prose(section.title ?? section.name, width, 15) + 4) +
  (section.title === null ? 0 : lineHeight(9.5)) +
  sum(section.lead.map((text) => prose(text, width, 9.5) + 2)) +
  sum(section.blocks.map((block) => blockHeight(block, width, shrink))) +
  sum(section.notes.map((note) => noteHeight(note, width)))

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0)

const prose = (text: string, width: number, size: number): number => wrappedLines(text, width / size) * lineHeight(size)

const noteHeight = ({ mark, text }: ReportNote, width: number): number =>
  prose(text, width - (mark === null ? 0 : 27), 9) + 1

const blockHeight = (block: Block, width: number, shrink: number): number => {
  switch (block.kind) {
    case 'table':
      return (block.table.showCaption ? lineHeight(11) + 9 : 0) + tableHeight(block.table, width, shrink) + 4
    case 'heading':
      return prose(block.text, width, 12) + 13
    case 'paragraphs':
      return sum(block.paragraphs.map((text) => prose(`　${text}`, width, bodySize) + 3))
    case 'list':
      return sum(block.items.map((text) => prose(text, width - 21, bodySize)))
    case 'chart':
      return chartHeight(width * 20) + 4 + prose(block.chart.summary, width, 9) + 11
    case 'cover':
    case 'contents':
      // 表紙と目次は、表と同じ章に置かれない。
      return 0
  }
}

const tableHeight = (table: Table, width: number, shrink: number): number => {
  const widths = columnWidths(table, width * 20)
  const size = fontSize(table, widths, shrink)
  const rows = [...table.header, ...table.groups.flatMap((group) => group.rows)]
  const cells = placedCells(rows).map(({ cell, row, rows: deep, column, columns }) => {
    const room = sum(widths.slice(column, column + columns)) / 20 - 2 * (cellPadding.side / 20)
    const lines = cell.vertical ? 1 : wrappedLines(cell.text, room / size)
    return { row, rows: deep, height: lines * lineHeight(size) + (2 * cellPadding.end) / 20 + 0.5 }
  })
  return sum(rowHeights(rows.length, cells, lineHeight(size)))
}

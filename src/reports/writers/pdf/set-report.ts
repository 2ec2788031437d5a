import { chartSvg } from '../../charts/chart.ts'
import type { Block, Chart, Report, Section } from '../../report.ts'
import { type Composing, setText } from './pieces.ts'
import { printable } from './printable.ts'
import { setCover } from './set-cover.ts'
import { setTable } from './set-table.ts'
import { bodyOf, sheetOf } from './sheets.ts'
import type { TypstBlock, TypstDocument, TypstSection } from './typst-data.ts'

/** 章ごとの組む道具。紙に出せない字が、どの章にあったかを言うため。 */
export type ComposingFor = (section: Section | null) => Composing

/** 帳票を、組版の型紙に渡す値にする。 */
export const setReport = (report: Report, fonts: readonly string[], composingFor: ComposingFor): TypstDocument => {
  const outside = composingFor(null)
  const levels = headingLevels()
  return {
    title: [report.municipality, report.title].join('　'),
    author: report.municipality,
    fonts,
    running: setText(runningTitle(report), outside),
    number: report.documentNumber === null ? null : setText(report.documentNumber, outside),
    sections: report.sections.map((section) => setSection(section, composingFor(section), levels)),
  }
}

/** 頁の左上の小さな題。「見本市　総合戦略 進捗状況一覧表（令和6年3月末現在）」 */
const runningTitle = ({ municipality, title, asOf }: Report): string =>
  `${title.startsWith(municipality) ? '' : `${municipality}　`}${title}${asOf === null ? '' : `（${asOf}）`}`

/** 見出しの段。飛ばさず、1 から始める（PDF/UA-1 の 7.4.2。飛ぶと、読み上げで章を落としたように聞こえる）。 */
const headingLevels = (): ((wished: number) => number) => {
  let before = 0
  return (wished) => {
    before = Math.min(wished, before + 1)
    return before
  }
}

const setSection = (section: Section, composing: Composing, levels: (wished: number) => number): TypstSection => {
  const sheet = sheetOf(section.paper)
  const title = isBlank(section.title) ? null : section.title
  const name = title ?? section.name
  const hasHeading = title !== null || (section.outline > 0 && !isBlank(name))
  const { width } = bodyOf(sheet)
  // 字の大きさは型紙（template）と同じ。長い語も本文の幅に入れる。
  const text = (words: string, points: number) => setText(words, composing, width / points - 3)
  return {
    ...sheet,
    isCover: section.blocks.some(({ kind }) => kind === 'cover'),
    title: title === null ? null : text(title, 15),
    name: printable(name, composing.letters, composing.tell),
    level: hasHeading ? levels(Math.max(section.outline, 1)) : 0,
    listed: section.outline > 0,
    lead: section.lead.map((line) => ({ text: text(line, 9), align: /^[（(]単位/.test(line) ? 'end' : 'start' })),
    blocks: section.blocks
      .filter((block) => block.kind !== 'heading' || !isBlank(block.text))
      .map((block) => setBlock(block, section, composing, levels)),
    notes: section.notes.map(({ mark, text: note }) => ({ mark: text(mark ?? '', 8), text: text(note, 8) })),
  }
}

/** 題のない見出しは置かない（規格の PDF は、空の見出しを許さない）。 */
const isBlank = (text: string | null): boolean => text === null || /^[\s\p{C}]*$/u.test(text)

const setBlock = (
  block: Block,
  section: Section,
  composing: Composing,
  levels: (wished: number) => number,
): TypstBlock => {
  const body = bodyOf(sheetOf(section.paper))
  const text = (words: string) => setText(words, composing, body.width / 13)
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: levels(block.level), listed: section.outline > 0, text: text(block.text) }
    case 'paragraphs':
      return { kind: 'paragraphs', paragraphs: block.paragraphs.map(text) }
    case 'list':
      return { kind: 'list', items: block.items.map(text) }
    case 'table':
      return setTable(block.table, body, composing)
    case 'chart':
      return { kind: 'chart', ...setChart(block.chart, composing) }
    case 'cover':
      return setCover(block.lines, body.width, composing)
    case 'contents':
      return { kind: 'contents', title: text(block.title), level: levels(1) }
  }
}

const setChart = (chart: Chart, composing: Composing) => {
  const plain = (text: string) => printable(text, composing.letters, composing.tell)
  return {
    title: setText(chart.title, composing),
    summary: plain(isBlank(chart.summary) ? chart.title : chart.summary),
    svg: chartSvg({
      ...chart,
      title: plain(chart.title),
      summary: plain(chart.summary),
      unit: chart.unit === null ? null : plain(chart.unit),
      labels: chart.labels.map(plain),
      series: chart.series.map((one) => ({ ...one, name: plain(one.name) })),
      lines: chart.lines.map((one) => ({ ...one, name: plain(one.name) })),
    }),
  }
}

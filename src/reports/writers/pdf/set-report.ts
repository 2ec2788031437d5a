import { chartSvg } from '../../charts/chart.ts'
import type { Block, Chart, Report, ReportNote, Section } from '../../report.ts'
import { type Composing, setText } from './pieces.ts'
import { printable } from './printable.ts'
import { setCover } from './set-cover.ts'
import { setTable, type TableManner } from './set-table.ts'
import { bodyOf, sheetOf } from './sheets.ts'
import type { TypstBlock, TypstDocument, TypstSection } from './typst-data.ts'

/** 章ごとの組む道具。紙に出せない字が、どの章にあったかを言うため。 */
export type ComposingFor = (section: Section | null) => Composing

/** 章ごとの、表の字を小さくする割合。書かない章は、紙に合わせた大きさのまま。 */
export type Scales = ReadonlyMap<number, number>

/** 組み方。 */
export type Manner = { readonly scales: Scales; readonly repeatsBands: boolean }

/** 帳票を、組版の型紙に渡す値にする。 */
export const setReport = (
  report: Report,
  fonts: readonly string[],
  composingFor: ComposingFor,
  { scales, repeatsBands }: Manner,
): TypstDocument => {
  const outside = composingFor(null)
  const levels = headingLevels()
  return {
    title: [report.municipality, report.title].join('　'),
    author: report.municipality,
    fonts,
    running: setText(runningTitle(report), outside),
    number: report.documentNumber === null ? null : setText(report.documentNumber, outside),
    sections: report.sections.map((section, index) => ({
      ...setSection(section, composingFor(section), levels, { scale: scales.get(index) ?? 1, repeatsBands }),
      continued: isBlank(section.title) ? null : setText(continuedTitle(section.title ?? '', report), outside),
    })),
  }
}

/** 頁の左上の小さな題。「見本市　総合戦略 進捗状況一覧表（令和6年3月末現在）」 */
const runningTitle = ({ municipality, title, asOf }: Report): string =>
  `${title.startsWith(municipality) ? '' : `${municipality}　`}${title}${asOf === null ? '' : `（${asOf}）`}`

/** 続きの頁の左上の小さな題。章の題まで言う。「見本市　個票 No. 7　市街地活性化事業（続き）」 */
const continuedTitle = (own: string, { municipality, title, asOf }: Report): string => {
  const whole = own.includes(title) ? [own] : title.includes(own) ? [title] : [title, own]
  const words = whole[0]?.startsWith(municipality) ? whole : [municipality, ...whole]
  return `${words.join('　')}${asOf === null ? '' : `（${asOf}）`}（続き）`
}

/** 見出しの段。飛ばさず、1 から始める（PDF/UA-1 の 7.4.2。飛ぶと、読み上げで章を落としたように聞こえる）。 */
const headingLevels = (): ((wished: number) => number) => {
  let before = 0
  return (wished) => {
    before = Math.min(wished, before + 1)
    return before
  }
}

const setSection = (
  section: Section,
  composing: Composing,
  levels: (wished: number) => number,
  manner: TableManner,
): Omit<TypstSection, 'continued'> => {
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
    title: title === null ? null : text(brokenAtSpace(title, width / 15, composing), 15),
    name: printable(name, composing.letters, composing.tell),
    level: hasHeading ? levels(Math.max(section.outline, 1)) : 0,
    listed: section.outline > 0,
    lead: section.lead.map((line) => ({ text: text(line, 9), align: /^[（(]単位/.test(line) ? 'end' : 'start' })),
    blocks: section.blocks
      .filter((block) => block.kind !== 'heading' || !isBlank(block.text))
      .map((block) => setBlock(block, section, composing, levels, manner)),
    notes: section.notes.map((note) => {
      const { mark, rest } = markOf(note)
      return { mark: text(mark, 8), text: text(rest, 8) }
    }),
  }
}

/** 一行に入らない題は、語の途中でなく、空白のところで折る。 */
const brokenAtSpace = (title: string, width: number, { letters }: Composing): string => {
  if (letters.width(title, 'bold') <= width) return title
  const at = [...title.matchAll(/[ 　]/gu)].map(({ index }) => index)
  const last = at.findLast((index) => letters.width(title.slice(0, index), 'bold') <= width)
  return last === undefined ? title : `${title.slice(0, last)}\n${title.slice(last + 1)}`
}

/** 注の印と文。印のない注の頭の「注　」「※　」も印として、二行目からを文の頭にそろえる。 */
const markOf = ({ mark, text }: ReportNote): { readonly mark: string; readonly rest: string } => {
  const [, head, rest] = mark === null ? (/^([注※])\u3000(.*)$/su.exec(text) ?? []) : []
  return head === undefined || rest === undefined ? { mark: mark ?? '', rest: text } : { mark: head, rest }
}

/** 題のない見出しは置かない（規格の PDF は、空の見出しを許さない）。 */
const isBlank = (text: string | null): boolean => text === null || /^[\s\p{C}]*$/u.test(text)

const setBlock = (
  block: Block,
  section: Section,
  composing: Composing,
  levels: (wished: number) => number,
  manner: TableManner,
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
      return setTable(block.table, body, composing, manner)
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

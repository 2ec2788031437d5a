import {
  AlignmentType,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, Report, ReportNote, Section } from '../../report.ts'
import { wrappedLines } from '../wrapped-lines.ts'
import { wordChart } from './chart.ts'
import { tableShrink } from './fit.ts'
import { pageMargin, pageSize, textArea } from './page.ts'
import { runs } from './runs.ts'
import { tablePlaceStyle } from './settled.ts'
import { blockHeadingIds, bodySize, lineOf, listNumbering, styleIds } from './styles.ts'
import { tableXml } from './table.ts'

/**
 * 章を Word の節にする。紙の大きさと向きは節ごとに違ってよい。頁の上下は、前の章（`previous`）と同じなら
 * 前の節を引きつぐ（Word の「前と同じ」）。
 */
export const wordSection = (section: Section, previous: Section | undefined, report: Report): ISectionOptions => {
  const area = textArea(section.paper)
  const alike = previous !== undefined && textArea(previous.paper).width === area.width
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: pageSize(section.paper), margin: pageMargin },
    },
    ...(!alike && { headers: { default: header(report, area.width) } }),
    ...((previous === undefined || isCover(section) !== isCover(previous)) && {
      footers: { default: isCover(section) ? new Footer({ children: [new Paragraph({})] }) : footer() },
    }),
    children: [
      ...topParagraphs(section, report),
      ...section.blocks.flatMap((block, at) => blockChildren(block, section.blocks[at + 1], section, area)),
      ...notes(section.notes),
    ],
  }
}

/** 表紙には頁の番号を出さない。 */
const isCover = ({ blocks }: Section): boolean => blocks.some(({ kind }) => kind === 'cover')

/** 左に計画の名、右に資料番号。 */
const header = ({ plan, documentNumber }: Report, width: number): Header =>
  new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...runs(plan.replace(/\s+/g, ' '), { size: 16 }),
          ...(documentNumber === null ? [] : [new TextRun({ text: '\t' }), ...runs(documentNumber, { size: 21 })]),
        ],
      }),
    ],
  })

/** 「2 / 5」。 */
const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 18, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/**
 * 章の題・いつ時点か・題の下の小さな行。題のない章も、目次に載るなら短い名を見出しに立てる
 * （扉では、大きな題そのものが見出しになる）。
 */
const topParagraphs = (section: Section, report: Report): readonly Paragraph[] => {
  const { title, outline, name } = section
  const words = title ?? (outline === 0 || isCover(section) ? null : name)
  const asOf = [report.municipality, report.asOf ?? ''].join('　').trim()
  return [
    ...(words === null ? [] : [headline(section, words)]),
    ...(title === null ? [] : [new Paragraph({ style: styleIds.asOf, children: runs(asOf) })]),
    ...section.lead.map(
      (text) =>
        new Paragraph({
          style: styleIds.lead,
          ...(/^[（(]単位/.test(text) && { alignment: AlignmentType.END }),
          children: runs(text),
        }),
    ),
  ]
}

/** 見出し１～３は Word の見出しの様式で、目次とナビゲーションに載る。 */
const headline = ({ outline }: Section, words: string): Paragraph =>
  new Paragraph({
    ...(outline === 0 ? { style: styleIds.title } : { heading: headingLevels[outline] }),
    children: runs(words),
  })

/** 表で終わり、注の付く章か。注だけの頁ができないように、表の終わりの行と注を離さない。 */
const endsInTable = ({ blocks, notes: { length } }: Section): boolean => length > 0 && blocks.at(-1)?.kind === 'table'

/** 章の表の XML を、置く順に。 */
export const sectionTables = (section: Section): readonly string[] => {
  const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const shrink = tables.length === 0 ? 0 : tableShrink(section)
  const { width } = textArea(section.paper)
  return tables.map((table, at) => tableXml(table, width, shrink, at === tables.length - 1 && endsInTable(section)))
}

type Area = { readonly width: number; readonly height: number }

/** `next` は、次に置くもの。図の言うことは、そのすぐ下の値の表と頁を分けない。 */
const blockChildren = (
  block: Block,
  next: Block | undefined,
  { outline }: Section,
  area: Area,
): readonly FileChild[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: blockHeadingIds[block.level], children: runs(block.text) })]
    case 'paragraphs':
      return block.paragraphs.map(
        (text) => new Paragraph({ indent: { firstLine: bodySize * 20 }, spacing: { after: 60 }, children: runs(text) }),
      )
    case 'list':
      return block.items.map(listItem)
    case 'table':
      return [
        ...(block.table.showCaption
          ? [new Paragraph({ style: blockHeadingIds[3], children: runs(block.table.caption) })]
          : []),
        new Paragraph({ style: tablePlaceStyle }),
        spacer(),
      ]
    case 'chart': {
      const chart = wordChart(block.chart, area.width)
      return [
        ...(chart
          ? [new Paragraph({ keepNext: true, spacing: { line: 240, lineRule: 'auto' }, children: [chart] })]
          : []),
        new Paragraph({
          style: styleIds.note,
          keepNext: next?.kind === 'table',
          spacing: { after: 200 },
          children: runs(block.chart.summary),
        }),
      ]
    }
    case 'cover':
      return coverParagraphs(block.lines, outline, area)
    case 'contents':
      return [
        new Paragraph({ style: styleIds.contentsTitle, children: runs(block.title) }),
        new TableOfContents(block.title, { hyperlink: true, headingStyleRange: '1-3', beginDirty: true }),
      ]
  }
}

/** 表の後のすきま。表と表がつながらないようにも要る。 */
const spacer = (): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { line: 80, lineRule: 'exact' }, children: [] })

/** 「◎」「□」「①」などで始まる箇条には、印を重ねない。 */
const listItem = (text: string): Paragraph =>
  new Paragraph({
    ...(/^[\p{L}\p{Nd}「『（〔]/u.test(text)
      ? { numbering: { reference: listNumbering.reference, level: 0 } }
      : { indent: { left: 420, hanging: 210 } }),
    children: runs(text),
  })

const coverSizes = { large: 26, middle: 18, small: 14 } as const

/** 表紙の字の大きさ（pt）。長い題は、語の途中で折れないように小さくする。 */
const coverSize = (text: string, size: keyof typeof coverSizes, { width }: Area): number => {
  const fitting = [coverSizes[size], 22, 20, 18].find(
    (points) => wrappedLines(text, width / 20 / points) <= text.split('\n').length,
  )
  return Math.min(coverSizes[size], fitting ?? 18)
}

/** 表紙の題は、紙の三分の一ほど下げる。目次に載る扉では、初めの行が見出しになる。 */
const coverParagraphs = (
  lines: Extract<Block, { kind: 'cover' }>['lines'],
  outline: Section['outline'],
  area: Area,
): readonly Paragraph[] =>
  lines.map(({ text, size }, at) => {
    const points = coverSize(text, size, area)
    return new Paragraph({
      ...(at === 0 && outline !== 0 && { heading: headingLevels[outline] }),
      alignment: AlignmentType.CENTER,
      spacing: {
        before: at === 0 ? Math.round(area.height * 0.28) : 0,
        after: size === 'large' ? 720 : 360,
        ...lineOf(points),
      },
      children: runs(text, { size: points * 2, bold: size !== 'small' }),
    })
  })

const notes = (list: readonly ReportNote[]): readonly Paragraph[] =>
  list.map(
    ({ mark, text }, at) =>
      new Paragraph({
        style: styleIds.note,
        keepNext: at < list.length - 1,
        ...(mark !== null && {
          indent: { left: 540, hanging: 540 },
          tabStops: [{ type: TabStopType.LEFT, position: 540 }],
        }),
        children: runs(mark === null ? text : `${mark}\t${text}`),
      }),
  )

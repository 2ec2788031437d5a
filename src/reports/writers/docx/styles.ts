import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import type { ReportFont } from '../writer.ts'

/** Word のファイルに書体は入らず、名だけが書かれる。PC にないときに代わる書体は `font-table.ts` に書く。 */
export const fontNames = { 'noto-sans': 'Noto Sans JP', 'biz-ud': 'BIZ UDPゴシック' } as const satisfies Record<
  ReportFont,
  string
>

/** 本文の字の大きさ（pt）。 */
export const bodySize = 10.5

/** 一行の高さ（pt）。書体が代わっても頁の割り方が変わらないように、字の大きさから決める。 */
export const lineHeight = (size: number): number => Math.round(size * 1.4 * 20) / 20

/** Word の行送り（1/20 pt）。 */
export const lineOf = (size: number) => ({ line: Math.round(lineHeight(size) * 20), lineRule: LineRuleType.EXACT })

/** 段落の様式の名。 */
export const styleIds = {
  asOf: 'ReportAsOf',
  lead: 'ReportLead',
  title: 'ReportTitle',
  note: 'ReportNote',
  cell: 'ReportCell',
  contentsTitle: 'ReportContentsTitle',
} as const

/** 小見出しの様式。目次には章だけを載せるので、見出し１～３とは別の様式にし、見出しの段だけを受けつぐ。 */
export const blockHeadingIds = { 2: 'ReportHeading2', 3: 'ReportHeading3' } as const

export const documentStyles = (font: ReportFont): IStylesOptions => {
  const name = fontNames[font]
  const heading = (level: number, size: number) => ({
    run: { size: size * 2, bold: true, color: '000000' },
    paragraph: {
      keepNext: true,
      alignment: AlignmentType.CENTER,
      outlineLevel: level - 1,
      spacing: { before: 0, after: 80, ...lineOf(size) },
    },
  })
  return {
    default: {
      document: {
        run: {
          font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
          size: bodySize * 2,
          language: { value: 'ja-JP', eastAsia: 'ja-JP' },
        },
        paragraph: { spacing: { before: 0, after: 0, ...lineOf(bodySize) } },
      },
      heading1: heading(1, 15),
      heading2: heading(2, 14),
      heading3: heading(3, 13),
    },
    paragraphStyles: [
      style(styleIds.title, '章の題', { size: 15, bold: true, align: AlignmentType.CENTER, after: 80, keepNext: true }),
      style(styleIds.contentsTitle, '目次の題', { size: 15, bold: true, align: AlignmentType.CENTER, after: 240 }),
      style(styleIds.asOf, '資料の時点', { size: 9.5, align: AlignmentType.END, keepNext: true }),
      style(styleIds.lead, '題の下の行', { size: 9.5, after: 40, keepNext: true }),
      style(styleIds.note, '注', { size: 9, before: 20 }),
      style(styleIds.cell, '升目', { size: 9 }),
      {
        ...style(blockHeadingIds[2], '小見出し２', { size: 12, bold: true, before: 200, after: 60, keepNext: true }),
        basedOn: 'Heading2',
      },
      {
        ...style(blockHeadingIds[3], '小見出し３', { size: 11, bold: true, before: 140, after: 40, keepNext: true }),
        basedOn: 'Heading3',
      },
      ...[1, 2, 3].map((level) => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: 'Normal',
        next: 'Normal',
        paragraph: {
          spacing: { before: level === 1 ? 80 : 0, ...lineOf(bodySize) },
          indent: { left: 240 * (level - 1) },
        },
      })),
    ],
  }
}

type Given = {
  readonly size: number
  readonly bold?: boolean
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

const style = (id: string, name: string, { size, bold, align, before = 0, after = 0, keepNext }: Given) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { size: size * 2, ...(bold && { bold }) },
  paragraph: {
    alignment: align ?? AlignmentType.START,
    spacing: { before, after, ...lineOf(size) },
    ...(keepNext && { keepNext }),
  },
})

/** 箇条の印。 */
export const listNumbering = {
  reference: 'report-list',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '・',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 420, hanging: 210 } } },
    },
  ],
} as const

import type { RowGroup, Table } from '../../report.ts'
import { type NoteAddress, rowWriter } from './cells.ts'
import { escaped } from './markup.ts'
import { type TablePart, tableParts } from './table-parts.ts'
import { screenWidth, units } from './widths.ts'

/** 表。帯ごとに分けた表を続けて置く。二つめからの名は、画面の読み上げのためにだけ置く。 */
export const tableHtml = (table: Table, noteOf: NoteAddress): string =>
  tableParts(table)
    .map((part, index) => partHtml(part, captionOf(table, part, index), noteOf))
    .join('\n')

type Caption = { readonly text: string; readonly shown: boolean }

const captionOf = (table: Table, { bands }: TablePart, index: number): Caption => {
  const under = bands.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
  if (index === 0 && table.showCaption) return { text: table.caption, shown: true }
  return { text: [table.caption, ...under].join('　').replaceAll('\n', ' '), shown: false }
}

const partHtml = (part: TablePart, caption: Caption, noteOf: NoteAddress): string => {
  const write = rowWriter(part.columns, noteOf)
  const name = escaped(caption.text)
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="${name}">`,
    `<table width="${screenWidth(part.columns)}">`,
    `<caption${caption.shown ? '' : ' class="unseen"'}>${name}</caption>`,
    columnsHtml(part),
    `<thead>${write(part.header, 'header')}${part.bands.map(({ rows }) => write(rows, 'band')).join('')}</thead>`,
    ...part.groups.map((group) => groupHtml(group, part, write)),
    '</table></div>',
  ].join('\n')
}

const columnsHtml = ({ columns }: TablePart): string => {
  const all = units(columns)
  // 幅は属性で。番地で見る頁では、升目ごとの様式（style=…）は守り（CSP）に止められる。
  const widths = columns.map(({ width }) => `<col width="${(((width + 1) / all) * 100).toFixed(2)}%">`)
  return `<colgroup>${widths.join('')}</colgroup>`
}

const groupHtml = (group: RowGroup, part: TablePart, write: ReturnType<typeof rowWriter>): string => {
  const name = classOf(group, part)
  const rows = write(group.rows, group.kind === 'band' ? 'band' : 'body')
  return `<tbody${name === '' ? '' : ` class="${name}"`}>${rows}</tbody>`
}

const classOf = (group: RowGroup, { columns }: TablePart): string => {
  if (group.kind === 'band') return `band band${group.level}`
  if (group.kind !== 'entry') return group.kind
  // 帯に続く文の行（幅いっぱいの一升）は、次の行と離さない。
  const [row, ...others] = group.rows
  const [cell] = row?.cells ?? []
  return others.length === 0 && cell?.columns === columns.length ? 'line' : ''
}

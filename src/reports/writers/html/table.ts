import type { Paper, Table } from '../../report.ts'
import { type NoteAddress, rowWriter } from './cells.ts'
import { escaped } from './markup.ts'
import { type TablePart, tableParts } from './table-parts.ts'
import { printSize, screenWidth, units } from './widths.ts'

/** 表。帯ごとに分けた表を続けて置く。二つめからの名は、画面の読み上げのためにだけ置く。 */
export const tableHtml = (table: Table, paper: Paper, noteOf: NoteAddress): string =>
  tableParts(table)
    .map((part, index) => partHtml(part, captionOf(table, part, index), paper, noteOf))
    .join('\n')

type Caption = { readonly text: string; readonly shown: boolean }

const captionOf = (table: Table, { bands }: TablePart, index: number): Caption => {
  const under = bands.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
  if (index === 0 && table.showCaption) return { text: table.caption, shown: true }
  return { text: [table.caption, ...under].join('　').replaceAll('\n', ' '), shown: false }
}

const partHtml = (part: TablePart, caption: Caption, paper: Paper, noteOf: NoteAddress): string => {
  const write = rowWriter(part.columns, noteOf)
  const name = escaped(caption.text)
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="${name}">`,
    `<table class="${printSize(part.columns, paper)}" width="${screenWidth(part.columns)}">`,
    `<caption${caption.shown ? '' : ' class="unseen"'}>${name}</caption>`,
    columnsHtml(part),
    `<thead>${write(part.header, 'header')}${part.bands.map(({ rows }) => write(rows, 'band')).join('')}</thead>`,
    ...part.groups.map((group) => groupHtml(group, write)),
    '</table></div>',
  ].join('\n')
}

const columnsHtml = ({ columns }: TablePart): string => {
  const all = units(columns)
  // 幅は属性で。番地で見る頁では、升目ごとの様式（style=…）は守り（CSP）に止められる。
  const widths = columns.map(({ width }) => `<col width="${(((width + 1) / all) * 100).toFixed(2)}%">`)
  return `<colgroup>${widths.join('')}</colgroup>`
}

const groupHtml = (group: TablePart['groups'][number], write: ReturnType<typeof rowWriter>): string => {
  const name = group.kind === 'band' ? `band band${group.level}` : group.kind
  return `<tbody${name === 'entry' ? '' : ` class="${name}"`}>${write(group.rows, group.kind === 'band' ? 'band' : 'body')}</tbody>`
}

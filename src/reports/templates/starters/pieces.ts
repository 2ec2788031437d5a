import { headingRow, textCell } from '../../forms/cells.ts'
import type { Block, Column, Paper, Row, RowGroup, Section, Table } from '../../report.ts'

/** ひな形の一列。`heading` は見出し、`mark` は升目に入れる印。 */
export type StarterColumn = {
  readonly key: string
  readonly width: number
  readonly align: Column['align']
  readonly heading: string
  readonly mark: string
}

export const a3Landscape: Paper = { size: 'A3', orientation: 'landscape' }
export const a4Portrait: Paper = { size: 'A4', orientation: 'portrait' }

export const columnsOf = (columns: readonly StarterColumn[]): readonly Column[] =>
  columns.map(({ key, width, align }) => ({ key, width, align }))

export const headingsOf = (columns: readonly StarterColumn[]): Row =>
  headingRow(columns.map(({ heading }) => textCell(heading)))

/** 一件ごとに繰り返す行。繰り返しの印は前後の行に書く（印で行が高くならず、どこまで繰り返すかも見える）。 */
export const loopRows = (loop: string, columns: readonly StarterColumn[]): readonly RowGroup[] => [
  tagRow(`{{#${loop}}}`, columns.length),
  { kind: 'entry', rows: [{ cells: columns.map(({ mark }) => textCell(mark)) }] },
  tagRow(`{{/${loop}}}`, columns.length),
]

/** 印だけの行。差し込むと消える。 */
export const tagRow = (text: string, columns: number): RowGroup => ({
  kind: 'entry',
  rows: [{ cells: [textCell(text, { columns, tone: 'quiet' })] }],
})

export const bandRow = (text: string, columns: number, level: 1 | 2 = 1): RowGroup => ({
  kind: 'band',
  level,
  rows: [{ cells: [textCell(text, { columns })] }],
})

/** 施策の帯。施策分野のある計画では、その名を前に置く。 */
export const measureBand = '{{?施策分野}}{{施策分野}}　{{/?}}{{施策}}'

export const tableBlock = (table: Table): Block => ({ kind: 'table', table })

export const tagParagraph = (text: string): Block => ({ kind: 'paragraphs', paragraphs: [text] })

export const labelRow = (label: string, mark: string, columns: number): RowGroup => ({
  kind: 'entry',
  rows: [{ cells: [textCell(label, { heading: true }), textCell(mark, { columns })] }],
})

/** ひな形の章。題には市町村名と計画名の印が入る。 */
export const starterSection = (
  title: string,
  name: string,
  paper: Paper,
  blocks: readonly Block[],
  lead: readonly string[] = ['{{時点|空白}}'],
): Section => ({
  key: 'form',
  name,
  paper,
  title: `{{市町村名}}　{{計画名}}　${title}`,
  lead,
  outline: 0,
  blocks,
  notes: [{ mark: null, text: '「―」は、値のないもの（未測定・未公表など）です。ゼロではありません。' }],
})

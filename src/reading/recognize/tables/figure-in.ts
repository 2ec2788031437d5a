import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Cell } from '../../document.ts'
import { type Binding, textAt } from './binding.ts'
import type { EntryLine } from './entries.ts'
import type { Column } from './header-columns.ts'

/** 値の立つ升目と、その列と行。 */
export type FigureCell = {
  readonly cell: Cell
  readonly column: Pick<Column, 'column' | 'header'>
  readonly line: EntryLine
}

/** 升目のまわりから決まること。`titleYear` は、年がどこにもないとき題名の年を採るか（実績と達成率）。 */
type Around = { readonly unit: string | null; readonly scope?: Figure['scope']; readonly titleYear?: boolean }

/**
 * 値の升目を読む。年は、列の見出し、その列の年度の列、行の年度、升目のかっこ、題名の順。
 * 単位は、升目、単位の列や名のかっこ、見出し、（単位：…）の順。
 */
export const figureIn = (at: FigureCell, binding: Binding, { unit, scope, titleYear = false }: Around): Figure => {
  const { cell, column } = at
  const year = yearAt(at, binding)
  if (markup.test(cell.text)) return damaged(cell, year)
  const read = readFigure(cell.text, {
    year,
    place: cell.place,
    unit: at.line.role === 'share' ? '％' : (unit ?? column.header.unit ?? binding.around.unit),
    ...(scope === undefined ? {} : { scope }),
  })
  const dated =
    read.year === null
      ? { ...read, year: bracketYear(read, binding) ?? (titleYear ? aroundYear(binding) : null) }
      : read
  return withHeading(dated, column.header.text)
}

/** 升目の年。列の見出し、その列の年度の列、行の年度の順。どこにもなければ null。 */
export const yearAt = ({ column, line }: Pick<FigureCell, 'column' | 'line'>, binding: Binding): number | null => {
  const beside = binding.yearOf.get(column.column)
  const written = beside && readYear(textAt(line.line, beside.column), eraOf(binding))?.year
  return column.header.year?.year ?? written ?? line.year?.year ?? null
}

const eraOf = ({ era }: Binding) => (era ? { era } : {})

export const aroundYear = ({ around }: Binding): number | null => around.year?.read.year ?? null

/** 「45件（26年度）」: 元号のないかっこの年は、図書の元号で読む。 */
const bracketYear = ({ remark }: Figure, binding: Binding): number | null =>
  remark && /^\d{1,2}年度?$/u.test(remark.normalize('NFKC')) ? (readYear(remark, eraOf(binding))?.year ?? null) : null

/** 升目に残った HTML。数があっても、どこまでが値か分からない。 */
const markup = /<\/?[a-z][^<>]*>/iu

const damaged = (cell: Cell, year: number | null): Figure => ({
  year,
  raw: cell.text,
  value: null,
  unit: null,
  qualifier: null,
  status: 'unreadable',
  text: cell.text,
  place: cell.place,
})

/** 「R6見込」「R6速報値」の列の値は、見込み・暫定値。 */
const withHeading = (figure: Figure, heading: string): Figure => {
  if (figure.status !== 'given' || figure.value === null) return figure
  if (/見込/u.test(heading)) return { ...figure, status: 'estimated' }
  return /速報|暫定/u.test(heading) ? { ...figure, status: 'provisional' } : figure
}

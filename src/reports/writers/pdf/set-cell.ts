import type { Cell } from '../../report.ts'
import { insets } from './fit.ts'
import { type Weight, weightOfCell } from './lettering.ts'
import { type Composing, setCellText } from './pieces.ts'
import type { SlicedCell } from './sliced-rows.ts'
import type { CellArguments, CellLook, CellStyle, TypstCell } from './typst-data.ts'

/** 表に出てくる升目の様式。同じ様式には同じ番号を付ける。 */
export type StyleBook = { readonly styles: readonly CellStyle[]; readonly numberOf: (style: CellStyle) => number }

export const styleBook = (): StyleBook => {
  const styles: CellStyle[] = []
  const numbers = new Map<string, number>()
  return {
    styles,
    numberOf: (style) => {
      const key = JSON.stringify(style)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, styles.length)
      return styles.push(style) - 1
    },
  }
}

/** 升目のあるところ。`strut` は、行を少なくともその高さにする（字の大きさに対して）。0 なら組んだとおり。 */
export type CellPlace = {
  readonly fill: CellArguments['fill']
  readonly breakable: boolean
  readonly strut: number
}

/** 升目を組む。`breakable` なら、紙より高いので途中で切ってよい。 */
export const setCell = (
  { cell, columns, rows, width }: SlicedCell,
  { fill, breakable, strut }: CellPlace,
  composing: Composing,
  { numberOf }: StyleBook,
): TypstCell => {
  const weight = weightOfCell(cell, weightOf(fill))
  const text = setCellText(cell, composing, cell.vertical ? Number.POSITIVE_INFINITY : width, weight)
  const look = lookOf(cell, fill)
  const given: CellArguments = {
    ...(columns > 1 && { colspan: columns }),
    ...(rows > 1 && { rowspan: rows }),
    ...alignOf(cell, columns, fill),
    ...(fill && (fill !== 'label' || cell.heading) && { fill }),
    ...(breakable && { breakable: true }),
    ...(strut > 0 && rows === 1 && { strut: Math.round(100 * (strut - 2 * insets.down)) / 100 }),
  }
  const isOrdinary = look === '' && Object.keys(given).length === 0
  return isOrdinary && typeof text === 'string' ? text : [text, numberOf({ look, given })]
}

/** 見出しは中央に、いくつもの列に広がる升目は（一つ目の列の寄せではなく）左に寄せる。 */
const alignOf = ({ align }: Cell, columns: number, fill: CellArguments['fill']): Pick<CellArguments, 'align'> => {
  if (align) return { align }
  if (fill === 'header') return { align: 'center' }
  return columns > 1 ? { align: 'start' } : {}
}

const lookOf = (cell: Cell, fill: CellArguments['fill']): CellLook | '' => {
  if (cell.vertical) return 'vertical'
  if (cell.tone) return cell.tone
  return weightOf(fill) === 'bold' ? 'strong' : ''
}

/** 上の帯と合計は太く。 */
export const weightOf = (fill: CellArguments['fill']): Weight =>
  fill === 'band-1' || fill === 'total' ? 'bold' : 'regular'

import { attributeOf, childOf, childrenOf, type XmlElement } from '../package/xml.ts'

/** シートの列の幅（pt）と、行の普通の高さ（pt）。 */
export type SheetMeasure = {
  readonly columnWidth: (column: number) => number
  readonly defaultHeight: number
}

/** 列の幅は「標準の書体の 0 が何字入るか」で書かれる。0 は 7 画素、左右に 5 画素の余白（ECMA-376 18.3.1.13）。 */
const inPoints = (width: number): number => (width * 7 + 5) * 0.75

export const measureOf = (sheet: XmlElement): SheetMeasure => {
  const format = childOf(sheet, 'sheetFormatPr')
  const usual = Number((format && attributeOf(format, 'defaultColWidth')) ?? '8.43')
  const cols = childOf(sheet, 'cols')
  const widths = (cols ? childrenOf(cols, 'col') : []).map((col) => ({
    min: Number(attributeOf(col, 'min')),
    max: Number(attributeOf(col, 'max')),
    width: Number(attributeOf(col, 'width') ?? usual),
  }))
  return {
    columnWidth: (column) => inPoints(widths.find(({ min, max }) => min <= column && column <= max)?.width ?? usual),
    defaultHeight: Number((format && attributeOf(format, 'defaultRowHeight')) ?? '15'),
  }
}

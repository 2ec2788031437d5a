import { columnName } from '#domain/column-name.ts'
import { parseCellAddress } from './cell-address.ts'
import { elementNamed, tagsNamed } from './xml-tags.ts'

/** シートのうち読むもの。`worksheet` は列・升目・結合だけにした XML。 */
export type ReducedSheet = {
  readonly worksheet: string
  readonly rows: number
  readonly columns: number
  /** 中身のある升目の数。 */
  readonly cells: number
  /** 右下の端の升目（断りの文で示す）。 */
  readonly farthest: string
  readonly merges: readonly MergedRange[]
  readonly hiddenColumns: readonly (readonly [from: number, to: number])[]
  /** 図・画像・グラフがある。 */
  readonly hasDrawing: boolean
  /** 使っている共有文字列の番号の最大と、その升目。 */
  readonly lastString: { readonly index: number; readonly cell: string } | null
}

export type MergedRange = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** 表計算の列の数。列の定義は重ならないので、これより多くは意味がない。 */
const mostColumns = 16_384

/**
 * シートの XML から、読むものだけを抜き出して測る。書式だけの空の升目（罫線を広く引いた表）は落とし、
 * 条件付き書式・入力規則・図形などは渡さない。列の定義と結合はここで読み、読み手の道具には升目だけを渡す。
 */
export const reduceSheet = (xml: string): ReducedSheet => {
  const data = withoutEmptyCells(elementNamed(xml, 'sheetData'))
  return {
    worksheet: `<worksheet>${data === '' ? '<sheetData/>' : data}</worksheet>`,
    ...extentOf(data),
    merges: tagsNamed(elementNamed(xml, 'mergeCells'), 'mergeCell').flatMap(({ ref }) => mergedRange(ref ?? '')),
    hiddenColumns: tagsNamed(elementNamed(xml, 'cols'), 'col')
      .slice(0, mostColumns)
      .filter(({ hidden }) => hidden === '1' || hidden === 'true')
      .map(({ min, max }) => [Number(min) - 1, Number(max) - 1] as const),
    hasDrawing: drawing.test(xml),
    lastString: lastStringIn(data),
  }
}

const drawing = /<(?:\w{1,20}:)?(?:drawing|legacyDrawing|picture)[\s/>]/

const emptyCell = /<((?:\w{1,20}:)?c)\s[^<>]{0,1000}(?:\/>|>\s{0,99}<\/\1>)/g
const emptyRow = /<((?:\w{1,20}:)?row)\s[^<>]{0,1000}(?:\/>|>\s{0,99}<\/\1>)/g
const unaddressed = /<(?:\w{1,20}:)?(?:c|row)(?=[\s/>])(?![^<>]{0,1000}\sr=)/

/** 番地を省いた升目は並びの順で番地が決まるので、その表からは何も落とさない。 */
const withoutEmptyCells = (data: string): string =>
  unaddressed.test(data) ? data : data.replace(emptyCell, '').replace(emptyRow, '')

type Extent = Pick<ReducedSheet, 'rows' | 'columns' | 'cells' | 'farthest'>

/** 行と升目を順にたどって端を測る。番地を省いた升目は、前の次とみなす（表計算の読み方と同じ）。 */
const extentOf = (data: string): Extent => {
  let row = -1
  let column = -1
  let rows = 0
  let columns = 0
  let cells = 0
  for (const [, name, written = ''] of data.matchAll(/<(?:\w{1,20}:)?(row|c)(\s[^<>]{0,1000})?>/g)) {
    const address = /\sr\s{0,9}=\s{0,9}["']([A-Za-z]{0,3}\d{0,10})["']/.exec(written)?.[1] ?? ''
    if (name === 'row') {
      row = address === '' ? row + 1 : Number(address) - 1
      column = -1
      continue
    }
    const at = parseCellAddress(address) ?? { row, column: column + 1 }
    column = at.column
    cells += 1
    rows = Math.max(rows, at.row + 1)
    columns = Math.max(columns, at.column + 1)
  }
  return { rows, columns, cells, farthest: cells === 0 ? 'A1' : `${columnName(columns - 1)}${rows}` }
}

const mergedRange = (ref: string): MergedRange[] => {
  const [first, last] = ref.split(':').map(parseCellAddress)
  if (!first || !last || last.row < first.row || last.column < first.column) return []
  return [{ ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 }]
}

const stringCell = /<(?:\w{1,20}:)?c\s([^<>]{0,1000})>\s{0,99}<(?:\w{1,20}:)?v>\s{0,99}(\d{1,15})\s{0,99}</g

const lastStringIn = (data: string): ReducedSheet['lastString'] => {
  let last: ReducedSheet['lastString'] = null
  for (const [, attributes = '', digits = ''] of data.matchAll(stringCell)) {
    const index = Number(digits)
    if (!/\st=["']s["']/.test(` ${attributes}`) || index <= (last?.index ?? -1)) continue
    last = { index, cell: /(?:^|\s)r=["']([A-Za-z]{1,3}\d{1,7})["']/.exec(attributes)?.[1] ?? 'A1' }
  }
  return last
}

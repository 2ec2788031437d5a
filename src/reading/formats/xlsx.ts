import type { Cell as RawCell, Sheet, Workbook } from 'hucre/xlsx'
import { columnName } from '#domain/column-name.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Cell, Line, Page } from '../document.ts'
import { cellAddress } from './cell-address.ts'
import { type DisplayedCell, displayedCell } from './cell-display.ts'
import type { Contents } from './read-text.ts'
import { type Remark, remark } from './remark.ts'
import { type SafeSheet, type SafeWorkbook, safeWorkbook } from './safe-workbook.ts'
import type { MergedRange } from './sheet-xml.ts'

/**
 * xlsx を開く。シート一枚が頁一つ、行は 1 行目から終わりまで（空の行も）、升目は A 列から右端まで。
 * 字面は表計算の画面に出ている字（表示形式を当てたもの）で、元の数は `value` に持つ。
 * 結合は左上だけが字を持つ。隠れた行・列・シートは読んで印を付け、気づきに書く。
 */
export const readWorkbook = async (file: string, bytes: Uint8Array): Promise<Result<Contents>> => {
  const safe = safeWorkbook(file, bytes)
  if (!safe.ok) return safe
  const workbook = await parse(safe.value.packed)
  if (workbook === null) return refused('workbook-damaged', { file })
  const read = safe.value.sheets.map((safeSheet, at) => readSheet(safeSheet, workbook.sheets[at]))
  const blank = read.every(({ page }) => page.lines.every((line) => line.text.trim() === ''))
  if (blank) return blankWorkbook(file, safe.value)
  return done({
    format: 'xlsx',
    encoding: null,
    pages: read.map(({ page }) => page),
    remarks: read.flatMap(({ remarks }) => remarks),
  })
}

/** 読み手の道具は、表計算を開くときにだけ読み込む。道具が投げるのは XML の形の崩れだけなので、ここで受ける。 */
const parse = async (packed: Uint8Array): Promise<Workbook | null> => {
  const { readXlsx } = await import('hucre/xlsx')
  try {
    return await readXlsx(packed, { readStyles: true })
  } catch {
    return null
  }
}

/** 字のないブック。図や画像のあるシートがあれば、そう言う。 */
const blankWorkbook = (file: string, { sheets }: SafeWorkbook): Result<never> => {
  const drawn = sheets.filter(({ hasDrawing }) => hasDrawing).map(({ name }) => name)
  return drawn.length > 0
    ? refused('sheet-of-pictures', { file, sheets: drawn.slice(0, 5).join('・') })
    : refused('file-blank', { file })
}

type SheetRead = { readonly page: Page; readonly remarks: readonly Remark[] }

type Grid = {
  readonly sheet: SafeSheet
  readonly raw: Sheet | undefined
  readonly spans: ReadonlyMap<string, MergedRange>
  readonly covered: ReadonlySet<string>
  readonly hiddenColumns: ReadonlySet<number>
}

const readSheet = (sheet: SafeSheet, raw: Sheet | undefined): SheetRead => {
  const grid = gridOf(sheet, raw)
  const displayed: { readonly cell: Cell; readonly shown: DisplayedCell }[] = []
  const lines = (raw?.rows ?? []).map((_, row) => lineOf(grid, row, (cell, shown) => displayed.push({ cell, shown })))
  const page: Page = { name: sheet.name, lines, ...(sheet.hidden ? { hidden: true } : {}) }
  return { page, remarks: [...hiddenRemarks(grid, lines), ...cellRemarks(sheet.name, displayed)] }
}

const gridOf = (sheet: SafeSheet, raw: Sheet | undefined): Grid => {
  const covered = new Set<string>()
  const spans = new Map<string, MergedRange>()
  for (const range of sheet.merges) {
    spans.set(`${range.row},${range.column}`, range)
    for (let row = range.row; row < Math.min(range.row + range.rows, sheet.rows); row += 1)
      for (let column = range.column; column < Math.min(range.column + range.columns, sheet.columns); column += 1)
        if (row !== range.row || column !== range.column) covered.add(`${row},${column}`)
  }
  const columns = Array.from({ length: sheet.columns }, (_, column) => column)
  const hiddenColumns = new Set(
    columns.filter((column) => sheet.hiddenColumns.some(([from, to]) => column >= from && column <= to)),
  )
  return { sheet, raw, spans, covered, hiddenColumns }
}

type Seen = (cell: Cell, shown: DisplayedCell) => void

const lineOf = (grid: Grid, row: number, seen: Seen): Line => {
  const hidden = grid.raw?.rowDefs?.get(row)?.hidden === true
  const cells = Array.from({ length: widthOf(grid, row) }, (_, column) => cellOf(grid, row, column, seen))
  return {
    number: row + 1,
    text: cells.map(({ text }) => text.replace(/[\t\r\n]+/g, ' ')).join('\t'),
    cells,
    place: { sheet: grid.sheet.name, cell: cellAddress(row, 0) },
    ...(hidden ? { hidden } : {}),
  }
}

/** 右端は、字のある升目か結合の左上まで。 */
const widthOf = (grid: Grid, row: number): number => {
  const values = grid.raw?.rows[row] ?? []
  let width = values.length
  while (width > 0 && values[width - 1] === null && !grid.spans.has(`${row},${width - 1}`)) width -= 1
  return width
}

const cellOf = (grid: Grid, row: number, column: number, seen: Seen): Cell => {
  const key = `${row},${column}`
  const place = { sheet: grid.sheet.name, cell: cellAddress(row, column) }
  const hidden = grid.hiddenColumns.has(column) ? { hidden: true } : {}
  if (grid.covered.has(key)) return { column, text: '', place, ...hidden }
  const detail: RawCell | undefined = grid.raw?.cells?.get(key)
  const shown = displayedCell(grid.raw?.rows[row]?.[column] ?? null, detail)
  const span = grid.spans.get(key)
  const cell: Cell = {
    column,
    text: shown.text,
    place,
    ...(shown.value === null ? {} : { value: shown.value }),
    ...(span ? { span: { rows: span.rows, columns: span.columns } } : {}),
    ...hidden,
  }
  seen(cell, shown)
  return cell
}

const hiddenRemarks = ({ sheet, hiddenColumns }: Grid, lines: readonly Line[]): readonly Remark[] => {
  const rows = lines.filter(({ hidden, text }) => hidden && text.trim() !== '')
  const columns = [...hiddenColumns].filter((column) => lines.some(({ cells }) => cells[column]?.text))
  const top = { sheet: sheet.name, cell: 'A1' }
  return [
    ...(sheet.hidden ? [remark('hidden-sheet', { sheet: sheet.name }, [top])] : []),
    ...(rows.length > 0
      ? [remark('hidden-rows', { sheet: sheet.name, count: rows.length }, firstOf(rows.map(({ place }) => place)))]
      : []),
    ...(columns.length > 0
      ? [
          remark(
            'hidden-columns',
            { sheet: sheet.name, count: columns.length },
            firstOf(columns.map((column) => ({ sheet: sheet.name, cell: `${columnName(column)}1` }))),
          ),
        ]
      : []),
  ]
}

const cellRemarks = (
  sheet: string,
  cells: readonly { readonly cell: Cell; readonly shown: DisplayedCell }[],
): readonly Remark[] =>
  (['cell-error', 'unknown-format', 'unreadable-characters', 'formula-without-value'] as const).flatMap((code) => {
    const places = cells.filter(({ shown }) => shown.doubts.includes(code)).map(({ cell }) => cell.place)
    return places.length > 0 ? [remark(code, { sheet, count: places.length }, firstOf(places))] : []
  })

const firstOf = <T>(places: readonly T[]): readonly T[] => places.slice(0, 100)

import type { CellStyle, DataValidation, Cell as SheetCell, WriteSheet } from 'hucre/xlsx'
import {
  type AnswerColumn,
  answerMark,
  type FixedColumn,
  provisionalWord,
  type ResponseSheet,
  type SheetColumn,
  type SheetRow,
  sheetAbsences,
  sheetTitles,
} from '#domain/collection/response-sheet.ts'
import { columnName } from '#domain/column-name.ts'
import { heightOf, lineCount } from '../writers/xlsx/measure.ts'
import { marginInches } from '../writers/xlsx/page.ts'
import { storedText } from '../writers/xlsx/stored-text.ts'
import { standardDigit } from '../writers/xlsx/styles.ts'
import { sheetLook } from './sheet-look.ts'
import { cellValue, isPlainNumber, numberFormat } from './sheet-values.ts'

/** 見出しの行（0 から）。上に題と、記入のしかたを一行ずつ置く。 */
const headRow = 2

/** 列の広さ（標準の数字の幅）。文の欄は広く、整理番号は狭い。 */
const widths: Readonly<
  Record<FixedColumn | 'actual' | 'absence' | 'expected' | 'provisional' | 'money' | 'key', number>
> = {
  number: 5,
  name: 30,
  unit: 8,
  target: 13,
  last: 13,
  'last-rate': 10,
  actual: 15,
  absence: 12,
  expected: 13,
  provisional: 9,
  money: 13,
  key: 9,
}
const textWidth = 34

const widthOf = ({ name }: SheetColumn): number =>
  name === 'items' || name.startsWith('text-') ? textWidth : widths[name as keyof typeof widths]

/** 長い文の書ける高さ（pt）。初めから三行は見える。 */
const leastHeight = heightOf(2)
const leastTextHeight = heightOf(3)

/** 回答のシート。記入する欄だけに鍵がかからず、ほかは変えられない（合言葉はない。広げるのは自由）。 */
export const answerSheet = (sheet: ResponseSheet, deadline: string): WriteSheet => {
  const { columns, rows } = sheet
  const cells = new Map<string, Partial<SheetCell>>()
  const put = (row: number, column: number, value: string | number | null, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style })
  put(0, 0, storedText(`${sheet.round.title}　${sheet.response.department}`), sheetLook.title)
  put(
    1,
    0,
    `色の付いた欄に記入してください。締切 ${deadline}。くわしくは「${sheetTitles.guide}」のシートにあります。`,
    {
      ...sheetLook.lead,
      alignment: { vertical: 'center' },
    },
  )
  columns.forEach((column, at) => {
    const asked = column.kind === 'answer'
    put(
      headRow,
      at,
      asked ? storedText(`${column.heading}\n${answerMark}`) : storedText(column.heading),
      asked ? sheetLook.answerHead : sheetLook.head,
    )
  })
  rows.forEach((row, at) => {
    columns.forEach((column, index) => {
      const { value, style } = cellOf(row, column)
      put(headRow + 1 + at, index, value, style)
    })
  })
  const wide = columns.reduce((sum, column) => sum + widthOf(column), 0)
  return {
    name: sheetTitles.answers,
    columns: columns.map((column) => ({ width: widthOf(column) })),
    rowDefs: new Map([
      [0, { height: heightOf(1, 14) }],
      [1, { height: heightOf(1, 11) }],
      [headRow, { height: heightOf(3) }],
      ...rows.map((row, at) => [headRow + 1 + at, { height: rowHeight(row, columns) }] as const),
    ]),
    cells,
    dataValidations: validations(columns, rows.length),
    protection: { sheet: true, formatColumns: true, formatRows: true, formatCells: true },
    freezePane: { rows: headRow + 1, columns: 2 },
    pageSetup: {
      paperSize: wide > 190 ? 'a3' : 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: marginInches,
      printArea: `$A$1:$${columnName(columns.length - 2)}$${headRow + 1 + rows.length}`,
      printTitlesRow: `$${headRow + 1}:$${headRow + 1}`,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  }
}

const cellOf = (row: SheetRow, column: SheetColumn): { value: string | number | null; style: CellStyle } => {
  if (column.kind === 'key') return { value: row.key, style: sheetLook.key }
  if (column.kind === 'fixed') return fixedCell(row.fixed[column.name], column.name)
  const field = row.fields.find((each) => each.field === column.field)
  if (!field) return { value: '―', style: sheetLook.notAsked }
  return { value: cellValue(field.cells[column.name] ?? ''), style: answerStyle(column.name) }
}

const fixedCell = (text: string, name: FixedColumn) => {
  const numeric = name !== 'name' && name !== 'unit'
  const style: CellStyle = numeric ? sheetLook.fixedNumber : sheetLook.fixed
  return {
    value: numeric ? cellValue(text) : text === '' ? null : storedText(text),
    style: numeric && isPlainNumber(text) ? { ...style, numFmt: numberFormat(text) } : style,
  }
}

/** 値と事業費は、打った数がそのまま見える「標準」。文・選ぶ欄・公表の見込みは、化けないように「文字列」。 */
const answerStyle = (name: AnswerColumn): CellStyle =>
  name === 'actual' || name === 'money' ? sheetLook.answer : sheetLook.answerText

const rowHeight = (row: SheetRow, columns: readonly SheetColumn[]): number => {
  const texts = row.fields.some(({ field }) => field.startsWith('text-') || field === 'items')
  const heights = columns.map((column) =>
    heightOf(lineCount(textIn(row, column), (widthOf(column) - 2) * standardDigit)),
  )
  return Math.min(400, Math.max(texts ? leastTextHeight : leastHeight, ...heights))
}

const textIn = (row: SheetRow, column: SheetColumn): string => {
  if (column.kind === 'key') return ''
  if (column.kind === 'fixed') return row.fixed[column.name]
  return row.fields.find(({ field }) => field === column.field)?.cells[column.name] ?? ''
}

type Rule = Omit<DataValidation, 'range'>

/** 欄ごとの、入力のときの助けと断り。値の欄は「4校・13回」のような字も受けるので、長さだけを見る。 */
const ruleOf = (name: AnswerColumn): Rule => {
  if (name === 'absence')
    return listRule(
      Object.values(sheetAbsences),
      '値がないわけ',
      '値がないときだけ、わけを選んでください。値があれば空のままにします。',
    )
  if (name === 'provisional')
    return listRule([provisionalWord], '暫定値', 'あとで確定する値（速報）のときだけ、選んでください。')
  if (name === 'expected')
    return lengthRule(
      20,
      '公表の見込み',
      '「未公表」のときに、公表される月か日を入れてください。例：2026-12、令和8年12月',
    )
  if (name === 'actual')
    return lengthRule(200, '実績', '数を入れてください。単位は左の欄のとおりで、書かなくてもかまいません。')
  if (name === 'money') return lengthRule(60, '事業費（千円）', '決算額を、千円を単位として入れてください。')
  if (name === 'items')
    return lengthRule(25_000, '取組', '一つの取組を一行に書いてください。改行は Alt を押しながら Enter。')
  return lengthRule(2000, '文', '2000字まで書けます。改行は Alt を押しながら Enter。')
}

const listRule = (values: string[], title: string, message: string): Rule => ({
  type: 'list',
  values,
  allowBlank: true,
  showInputMessage: true,
  inputTitle: title,
  inputMessage: message,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: title,
  errorMessage: `一覧（${values.join('・')}）から選ぶか、空にしてください。`,
})

const lengthRule = (most: number, title: string, message: string): Rule => ({
  type: 'textLength',
  operator: 'lessThanOrEqual',
  formula1: String(most),
  allowBlank: true,
  showInputMessage: true,
  inputTitle: title,
  inputMessage: message,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: title,
  errorMessage: `${most}字までで入れてください。`,
})

const validations = (columns: readonly SheetColumn[], rows: number): DataValidation[] =>
  columns.flatMap((column, at) =>
    column.kind === 'answer' && rows > 0
      ? [{ ...ruleOf(column.name), range: `${columnName(at)}${headRow + 2}:${columnName(at)}${headRow + 1 + rows}` }]
      : [],
  )

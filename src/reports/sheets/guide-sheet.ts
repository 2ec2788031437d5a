import type { CellStyle, Cell as SheetCell, WriteSheet } from 'hucre/xlsx'
import { type ResponseSheet, sheetTitles } from '#domain/collection/response-sheet.ts'
import { heightOf, lineCount } from '../writers/xlsx/measure.ts'
import { storedText } from '../writers/xlsx/stored-text.ts'
import { standardDigit } from '../writers/xlsx/styles.ts'
import { sheetLook } from './sheet-look.ts'

const widths = [16, 70] as const

/** 初めのシート：だれの、何の、いつまでの用紙か。どう書いて、どう返すか。 */
export const guideSheet = (sheet: ResponseSheet, deadline: string): WriteSheet => {
  const lines = guideLines(sheet, deadline)
  const cells = new Map<string, Partial<SheetCell>>()
  lines.forEach(({ left, right, look }, row) => {
    cells.set(`${row},0`, { value: left === '' ? null : storedText(left), style: look ?? sheetLook.strong })
    if (right !== '') cells.set(`${row},1`, { value: storedText(right), style: sheetLook.plain })
  })
  return {
    name: sheetTitles.guide,
    columns: widths.map((width) => ({ width })),
    cells,
    rowDefs: new Map(
      lines.map(({ right, look }, row) => [
        row,
        {
          height:
            look === sheetLook.title ? heightOf(1, 16) : heightOf(lineCount(right, widths[1] * standardDigit, 11), 11),
        },
      ]),
    ),
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
  }
}

type GuideLine = { readonly left: string; readonly right: string; readonly look?: CellStyle }

const guideLines = (
  { municipality, round, response, columns, rows }: ResponseSheet,
  deadline: string,
): readonly GuideLine[] => {
  const asks = new Set(columns.flatMap((column) => (column.kind === 'answer' ? [column.name] : [])))
  return [
    { left: round.title, right: '', look: sheetLook.title },
    { left: '', right: '' },
    { left: '市町村', right: municipality.name },
    { left: '課', right: response.department },
    { left: '締切', right: deadline },
    { left: '項目の数', right: `${rows.length}件` },
    ...(round.guidance.trim() === '' ? [] : [{ left: '企画課から', right: round.guidance }]),
    { left: '', right: '' },
    {
      left: '記入のしかた',
      right: `「${sheetTitles.answers}」のシートの、色の付いた欄だけに記入します。ほかの欄は変えられません。`,
    },
    ...(asks.has('actual')
      ? [
          {
            left: '実績',
            right: '数だけを入れます（例：1234、61.5）。数でない実績は、そのまま書けます（例：4校・13回）。',
          },
          {
            left: '値がないとき',
            right:
              '実績を空にして、「値がないわけ」を選びます。0 とは違います。「未公表」なら、公表の見込みも入れます。',
          },
          { left: '暫定値', right: 'あとで確定する値（速報）なら、「暫定値」を選びます。' },
        ]
      : []),
    {
      left: '行と列',
      right: '行を消したり、並べ替えたり、足したりしないでください。右端の整理番号で、どの項目かを見分けています。',
    },
    {
      left: '保存',
      right: '形式を変えずに、Excel ブック（.xlsx）のまま保存します。LibreOffice で記入しても構いません。',
    },
    {
      left: '返しかた',
      right:
        'しるべの、この課の入力の頁の「Excelで入力する」から送るか、企画課に送ります。取り込む前に、変わるところを画面で確かめます。',
    },
    { left: 'わからないとき', right: '企画課にお尋ねください。' },
  ]
}

import type { Cell as SheetCell, WriteSheet } from 'hucre/xlsx'
import { type SheetTag, sheetTagLabels, sheetTitles } from '#domain/collection/response-sheet.ts'
import { storedText } from '../writers/xlsx/stored-text.ts'
import { sheetLook } from './sheet-look.ts'

/** 名札のシート。どの市・照会・課の用紙で、書き出したときの値が何だったかを、取り込むときに確かめるため。 */
export const tagSheet = (tag: SheetTag): WriteSheet => {
  const facts = [
    [sheetTagLabels.format, tag.format],
    [sheetTagLabels.municipality, tag.municipality],
    [sheetTagLabels.round, tag.round],
    [sheetTagLabels.response, tag.response],
    [sheetTagLabels.department, tag.department],
    [sheetTagLabels.madeAt, tag.madeAt],
    [sheetTagLabels.check, tag.check],
  ]
  const rows = [
    ['しるべがこの用紙を見分けるための名札です。消したり変えたりしないでください。'],
    ...facts,
    [...sheetTagLabels.entries],
    ...tag.entries.map(({ key, name, revision, text }) => [key, name, revision === null ? '' : String(revision), text]),
  ]
  const cells = new Map<string, Partial<SheetCell>>()
  rows.forEach((row, at) => {
    row.forEach((text, column) => {
      if (text !== '')
        cells.set(`${at},${column}`, {
          value: storedText(text),
          style: { ...sheetLook.lead, numFmt: '@', alignment: {} },
        })
    })
  })
  return {
    name: sheetTitles.tag,
    columns: [{ width: 40 }, { width: 40 }, { width: 6 }, { width: 40 }],
    cells,
    protection: { sheet: true },
    // ブックごと印刷されても、名札は一枚だけ。
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  }
}

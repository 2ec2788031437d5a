import type { CellStyle } from 'hucre/xlsx'
import { bookFont } from '../writers/xlsx/styles.ts'

/** 記入する欄の色（薄い黄）。白黒で刷っても、太い枠と見出しの「記入」で分かる。 */
const answerFill = 'FFF7CC'
const fixedFill = 'F1F1F1'
const headFill = 'E3E9EF'

const thin = { style: 'thin' } as const
const box = { top: thin, bottom: thin, left: thin, right: thin }

const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } })

const font = (size: number, more: Partial<NonNullable<CellStyle['font']>> = {}): NonNullable<CellStyle['font']> => ({
  ...bookFont,
  size,
  ...more,
})

/** 回答用紙の升目の見た目。鍵のかからない（`locked: false`）のは、記入する欄だけ。 */
export const sheetLook = {
  title: { font: font(14, { bold: true }), alignment: { vertical: 'center' } },
  lead: { font: font(10), alignment: { vertical: 'center', wrapText: true } },
  plain: { font: font(11), alignment: { vertical: 'top', wrapText: true } },
  strong: { font: font(11, { bold: true }), alignment: { vertical: 'top', wrapText: true } },
  head: {
    font: font(10, { bold: true }),
    fill: solid(headFill),
    border: box,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  answerHead: {
    font: font(10, { bold: true }),
    fill: solid(answerFill),
    border: { top: { style: 'medium' }, bottom: thin, left: thin, right: thin },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  fixed: {
    font: font(10),
    border: box,
    alignment: { horizontal: 'left', indent: 1, vertical: 'center', wrapText: true },
  },
  fixedNumber: {
    font: font(10),
    border: box,
    alignment: { horizontal: 'right', indent: 1, vertical: 'center', wrapText: true },
  },
  notAsked: { font: font(10), fill: solid(fixedFill), border: box, alignment: { horizontal: 'center' } },
  key: {
    font: font(6, { color: { rgb: '595959' } }),
    border: box,
    alignment: { horizontal: 'fill', vertical: 'center' },
  },
  answer: {
    font: font(11),
    fill: solid(answerFill),
    border: box,
    alignment: { horizontal: 'right', indent: 1, vertical: 'center', wrapText: true },
    protection: { locked: false },
  },
  answerText: {
    font: font(10),
    fill: solid(answerFill),
    border: box,
    alignment: { horizontal: 'left', indent: 1, vertical: 'center', wrapText: true },
    protection: { locked: false },
    // 「=1+1」や「2026-12」を打っても、式や日付に化けない。
    numFmt: '@',
  },
} as const satisfies Record<string, CellStyle>

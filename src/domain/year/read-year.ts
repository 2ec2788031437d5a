/** 年の見出しを読む。`readYear('R5')` → `{ year: 2023, kind: 'fiscal-year' }`、読めなければ undefined。 */
export type Era = '明治' | '大正' | '昭和' | '平成' | '令和'
export type YearKind = 'fiscal-year' | 'calendar-year'
export type ReadYear = { readonly year: number; readonly kind: YearKind }

/** `era` は「3年度」のように元号のない見出しのための、計画の元号。 */
export const readYear = (_label: string, _context: { readonly era?: Era } = {}): ReadYear | undefined => {
  throw new Error('being written')
}

import { fiscalYearInWords } from '../year/fiscal-year.ts'

/** 気づきの中の年度。日英どちらの文でも通じる短い形（R5）。 */
export const when = (year: number | null): string =>
  year === null ? '―' : fiscalYearInWords({ startYear: year }, 'short')

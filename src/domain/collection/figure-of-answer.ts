import type { Indicator } from '../plan/draft.ts'
import type { Figure } from '../quantity/figure.ts'
import { printFigure } from '../quantity/print-figure.ts'
import { readFigure } from '../quantity/read-figure.ts'
import { calendarYearInWords } from '../year/fiscal-year.ts'
import type { AnswerValue } from './answer.ts'

export type ActualAnswer = Extract<AnswerValue, { kind: 'actual' }>

/**
 * 実績の答えを、図書の升目に書く値にする。字は打たれたまま。暫定値には図書と同じ「暫定値」を、値がなければそのわけを書き、
 * 未公表なら公表の見込みを断り書きにする（「未公表（令和8年12月公表予定）」）。所在は指標の行で、`printed` は null（人の書き足した値）。
 */
export const figureOfAnswer = (
  { raw, absence, expected, provisional }: ActualAnswer,
  { place, unit }: Pick<Indicator, 'place' | 'unit'>,
  year: number,
): Figure => {
  const at = { year, place, unit }
  if (absence !== null) {
    const words = printFigure({ ...readFigure('', at), status: absence, unit: null })
    const written = expected === null ? words : `${words}（${expectedInWords(expected)}公表予定）`
    return { ...readFigure(written, at), status: absence, value: null, printed: null }
  }
  const read = readFigure(raw, at)
  if (!provisional || read.status === 'provisional') return { ...read, printed: null }
  const written = `暫定値${raw.trim()}${/^[\s\d０-９.,，．△▲+\-－−]+$/.test(raw) ? (unit ?? '') : ''}`
  return { ...readFigure(written, at), printed: null }
}

/** 公表の見込み。`2026-12` → 「令和8年12月」、`2026-12-20` → 「令和8年12月20日」 */
export const expectedInWords = (expected: string): string => {
  const [year = '', month = '', day] = expected.split('-')
  return `${calendarYearInWords(Number(year))}${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}

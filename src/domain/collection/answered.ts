import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { AnswerValue } from './answer.ts'

/** 実績の欄の値。 */
export type ActualAnswer = Extract<AnswerValue, { kind: 'actual' }>

/** 回答を、その指標のその年度の値として読む。年・単位・所在は指標のもの。図書に印刷されていないので `printed` は null。 */
export const figureAnswered = (answer: ActualAnswer, indicator: Indicator, year: number): Figure => {
  const at = { year, place: indicator.place, unit: indicator.unit }
  const read = readFigure(answer.raw, at)
  const figure = { ...read, year, printed: null }
  if (answer.absence !== null)
    return { ...figure, value: null, status: answer.absence, text: answer.raw === '' ? null : answer.raw }
  return answer.provisional && figure.status === 'given' ? { ...figure, status: 'provisional' } : figure
}

/** その年度の実績を、この値に置いた指標（なければ足す）。率を確かめるためで、計画そのものは変えない。 */
export const withActual = (indicator: Indicator, figure: Figure): Indicator => ({
  ...indicator,
  actuals: [...indicator.actuals.filter(({ year, scope }) => year !== figure.year || scope === 'period'), figure],
})

import { expectedInWords, figureOfAnswer } from '#domain/collection/figure-of-answer.ts'
import type { ItemRow } from '#domain/collection/item-row.ts'
import type { Frame } from '../../frame.ts'
import { shownFigure, withUnit } from '../figure-words.ts'

type ActualValue = Extract<ItemRow['answers'][number]['value'], { kind: 'actual' }>

export const actualOf = ({ answers }: ItemRow): ActualValue | undefined => {
  const value = answers.find(({ field }) => field === 'actual')?.value
  return value?.kind === 'actual' ? value : undefined
}

/** 今年度の値。値がなければ、そのわけ（と公表の見込み）。 */
export const actualWords = (frame: Frame, row: ItemRow, year: number): string => {
  const value = actualOf(row)
  if (!value) return '―'
  if (value.absence !== null) {
    const why = frame.t(`absence.${value.absence}`)
    if (value.expected === null) return why
    return frame.t('flow.expected', {
      why,
      when: frame.lang === 'ja' ? expectedInWords(value.expected) : value.expected,
    })
  }
  const words = row.indicator
    ? withUnit(figureOfAnswer({ ...value, provisional: false }, row.indicator, year))
    : value.raw
  return value.provisional ? frame.t('flow.provisional', { value: words }) : words
}

export const lastWords = (frame: Frame, row: ItemRow): string => shownFigure(frame, row.last?.figure).words

import { changeFromLast, type ItemRow } from '#domain/collection/item-row.ts'
import { numberInWords } from '#domain/indicator/amounts.ts'
import { isNegative, isZero } from '#domain/quantity/decimal.ts'
import { sameUnit } from '#domain/quantity/unit.ts'
import type { Frame } from '../frame.ts'

/**
 * 前の年度からの増減（「＋5件」）。どちらかに数がないか、単位が違えば undefined。
 * 割合の増減は「％」と書かない（46.7％と45.7％の差は1ポイントで、1％ではない）。
 */
export const changeInWords = (frame: Frame, row: ItemRow, year: number): string | undefined => {
  const change = changeFromLast(row, year)
  if (change === undefined) return undefined
  const signed = `${isZero(change) ? '±' : isNegative(change) ? '' : '＋'}${numberInWords(change)}`
  const unit = row.item.unit ?? row.indicator?.unit ?? ''
  return sameUnit(unit, '%') ? frame.t('start.points', { points: signed }) : `${signed}${unit}`
}

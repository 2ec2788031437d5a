import { hasYearlyTargets } from '#domain/indicator/figures.ts'
import type { TargetInEdition } from '#domain/plan/target-history.ts'
import { sameUnit } from '#domain/quantity/unit.ts'
import { dateInWords } from '#domain/year/calendar.ts'
import type { Frame } from '../../frame.ts'
import { type Point, pointsOf, positionOf, type Series } from '../series-chart.ts'

type Earlier = Required<Pick<Series, 'earlier' | 'changes'>>

/**
 * 図に描く、改める前の目標と、改めた日の線。見ている版より前の版の目標だけを、古い順に。
 * 単位の違う版の目標は、同じ軸に描かない。
 */
export const earlierTargets = (frame: Frame, editionId: string, history: readonly TargetInEdition[]): Earlier => {
  const here = history.findIndex(({ edition }) => edition.id === editionId)
  const standing = history[here]
  if (!standing) return { earlier: [], changes: [] }
  const before = history
    .slice(0, here)
    .filter((each, index) => history[index + 1]?.changed && sameUnit(each.unit, standing.unit))
  const dated = history
    .slice(1, here + 1)
    .flatMap(({ changed, edition }) => (changed ? (edition.history?.decidedOn ?? []) : []))
  return {
    earlier: before
      .map((each) => ({ points: chartTargets(each), words: frame.t('lineage.earlier-target') }))
      .filter(({ points }) => points.length > 0),
    changes: dated.map((day) => ({
      at: positionOf(day),
      words: frame.t('lineage.changed-on', { date: dateInWords(day, frame.lang) }),
    })),
  }
}

/** 図に置く目標。年ごとに置く計画はその並び、そうでなければ最終目標。 */
export const chartTargets = ({ target, targets }: Pick<TargetInEdition, 'target' | 'targets'>): readonly Point[] => {
  if (hasYearlyTargets({ targets }))
    return pointsOf(
      targets.filter(({ scope }) => scope !== 'period'),
      null,
    )
  return target && target.scope !== 'period' ? pointsOf([target], null) : []
}

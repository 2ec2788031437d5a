import { directionWord } from '../indicator/direction.ts'
import { finalTarget } from '../indicator/figures.ts'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { compare } from '../quantity/decimal.ts'
import { amountOf, fallInWords, falls } from './figures.ts'

/**
 * 目標の向き。名のことばが「増やす」なのに、基準を下回る目標と、年ごとに下がる目標。
 * みなかみ町の転入者数（成り行きより減らさない）のように意図したものもあるので、確かめてもらう。
 */
export const targetFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators
    .filter(({ repeatOf }) => repeatOf === null)
    .flatMap((indicator) => [
      ...(directionWord(indicator.name)?.better === 'more' ? belowBaseline(indicator) : []),
      // 合計を目標とする指標の年度の予定は、一年分の数なので、減ってもよい。
      ...(shouldRise(indicator) && !isTotal(indicator) ? fallingTargets(indicator) : []),
    ])

const isTotal = ({ accumulation, targets }: Indicator): boolean =>
  accumulation.kind === 'period-total' ||
  targets.some((target) => target.scope === 'period' && amountOf(target) !== null)

/** 増やす指標か。名のことばで、ことばがなければ基準より上の目標で分かる。 */
const shouldRise = ({ name, baseline, targets }: Indicator): boolean => {
  const word = directionWord(name)
  if (word) return word.better === 'more'
  const [from, to] = [amountOf(baseline), amountOf(targets.findLast((figure) => amountOf(figure) !== null))]
  return from !== null && to !== null && compare(to, from) > 0
}

const limits = new Set(['at-most', 'below', 'within'])

const belowBaseline = (indicator: Indicator): Note[] => {
  const target = finalTarget(indicator)
  const from = amountOf(indicator.baseline)
  const to = amountOf(target)
  // 計画期間の合計と、ある年の水準は比べるものではない（基準 692 に期間の目標 3,600）。
  if (!target || !indicator.baseline || from === null || to === null || target.scope === 'period') return []
  if (compare(to, from) >= 0 || target.unit !== indicator.baseline.unit || limits.has(target.qualifier ?? '')) return []
  return [
    note(
      'info',
      'target-below-baseline',
      { name: indicator.name, target: target.raw, baseline: indicator.baseline.raw },
      [indicator.baseline.place, target.place],
      [indicator.id],
    ),
  ]
}

const fallingTargets = ({ id, name, targets }: Indicator): Note[] => {
  const plain = targets
    .filter(({ scope, qualifier }) => scope !== 'final' && !limits.has(qualifier ?? ''))
    // 「2,600人（民営化による）」のように、わけの書かれた目標は、意図して下げたもの。
    .filter(({ remark, raw }) => remark === undefined && !/[(（].*(による|のため)/.test(raw))
  return falls(plain).map((fall) =>
    note('warning', 'target-falls', fallInWords(name, fall), [fall.before.place, fall.after.place], [id]),
  )
}

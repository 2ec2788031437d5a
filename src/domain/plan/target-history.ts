import { finalTarget } from '../indicator/figures.ts'
import type { Figure } from '../quantity/figure.ts'
import { sameUnit } from '../quantity/unit.ts'
import type { Indicator } from './draft.ts'
import type { Edition } from './edition.ts'

/** ある版での目標。載っていない版は入らない。 */
export type TargetInEdition = {
  readonly edition: Pick<Edition, 'id' | 'title' | 'history'>
  readonly name: string
  readonly unit: string | null
  /** 最終目標。目標のない版では undefined。 */
  readonly target: Figure | undefined
  /** 年ごとの目標も含めた、その版の目標すべて。 */
  readonly targets: readonly Figure[]
  /** 一つ前の版から目標が改められたか（初めの版は false）。 */
  readonly changed: boolean
  /** 単位が一つ前の版と違うか。違えば、同じ軸の図には描かない。 */
  readonly unitChanged: boolean
}

/**
 * 指標の目標の移り変わり。同じ計画の版を番号の順に渡すと、版ごとの目標と、どこで改められたかを返す。
 * 目標を改めた日と決めたところは、その版の来歴（`history.decidedOn`・`decidedBy`）にある。
 *
 * @example targetHistory(新規創業件数.id, [第2期, 第2期改訂版]).map(({ changed }) => changed) // → [false, true]
 */
export const targetHistory = (indicatorId: string, editions: readonly Edition[]): readonly TargetInEdition[] => {
  const found = editions.flatMap((edition) => {
    const indicator = edition.content.indicators.find(({ id }) => id === indicatorId)
    return indicator ? [{ edition, indicator }] : []
  })
  return found.map(({ edition, indicator }, index) => {
    const before = found[index - 1]?.indicator
    const { id, title, history } = edition
    return {
      edition: { id, title, ...(history && { history }) },
      name: indicator.name,
      unit: indicator.unit,
      target: finalTarget(indicator),
      targets: indicator.targets,
      changed: before !== undefined && !sameTargets(before, indicator),
      unitChanged: before !== undefined && !sameUnit(before.unit, indicator.unit),
    }
  })
}

/** 目標が一度でも改められたか。 */
export const hasChangedTarget = (history: readonly TargetInEdition[]): boolean => history.some(({ changed }) => changed)

const sameTargets = (a: Indicator, b: Indicator): boolean =>
  a.targets.length === b.targets.length &&
  a.targets.every((target, index) => {
    const other = b.targets[index]
    return other !== undefined && meaning(target) === meaning(other)
  })

/** 字のゆれを除いた目標の意味。数でなければ、書かれたことば。 */
const meaning = ({ year, value, unit, qualifier, upTo, text, raw, scope }: Figure): string =>
  JSON.stringify([year, value, unit, qualifier, upTo, value === null ? (text ?? raw) : null, scope])

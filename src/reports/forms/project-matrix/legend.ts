import type { Edition } from '#domain/plan/edition.ts'
import { editionGoals, type ProjectRow, tagValues } from '#domain/plan/project-rows.ts'
import { isSdgKind, sdgGoal } from '#domain/plan/sdg.ts'
import { goalHeading } from '../goal-heading.ts'
import { sdgTitle } from '../sdg-title.ts'

/**
 * 表の上の凡例。番号の意味のうち、計画から分かるもの（基本目標の題、SDGs の題）だけを書く。
 * 帯が基本目標を言う表では、目標の題は繰り返さない。視点の番号の意味は図書の凡例にあり、版は番号だけを持つので、ここでは作らない。
 */
export const legend = (edition: Edition, rows: readonly ProjectRow[], banded: boolean): readonly string[] => [
  ...(banded ? [] : editionGoals(edition).map(goalHeading)),
  ...sdgLine(rows),
]

const sdgLine = (rows: readonly ProjectRow[]): readonly string[] => {
  const numbers = rows.flatMap((row) =>
    Object.keys(row.tags)
      .filter(isSdgKind)
      .flatMap((kind) => tagValues(row, kind).flatMap((value) => sdgGoal(kind, value) ?? [])),
  )
  const words = [...new Set(numbers)].toSorted((a, b) => a - b).map((goal) => `${goal} ${sdgTitle(goal)}`)
  return words.length === 0 ? [] : [`SDGs：${words.join('、')}`]
}

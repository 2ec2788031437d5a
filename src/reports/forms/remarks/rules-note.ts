import type { AchievementRules } from '#domain/indicator/achievement.ts'
import { say } from '#domain/language/say.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReportChoices } from '../../choices.ts'
import type { ReportNote } from '../../report.ts'
import { plainNote } from './footnotes.ts'

const roundings = { 'half-up': '四捨五入', down: '切捨て', up: '切上げ' } as const

/** 「実績÷最終目標、小数第1位まで（四捨五入）」 */
export const rulesInWords = ({ formula, rounding, floor, cap }: AchievementRules): string =>
  [
    say({ code: `formula-${formula}`, params: {} }),
    `${rounding.places === 0 ? '整数' : `小数第${rounding.places}位`}まで（${roundings[rounding.mode]}）`,
    ...(floor === null ? [] : [`${floor}％を下限とする`]),
    ...(cap === null ? [] : [`${cap}％を上限とする`]),
  ].join('、')

/** 達成率の式の注。版の決まりと違う式を選んだときは、そのことを言う。 */
export const rulesNotes = (edition: Edition, { rules }: ReportChoices): readonly ReportNote[] => {
  const own = rulesInWords(edition.rules)
  const chosen = rulesInWords(rules ?? edition.rules)
  return own === chosen
    ? [plainNote(`達成率は、${own}。`)]
    : [plainNote(`達成率は、この資料のために選んだ式による：${chosen}。計画の決まりは、${own}。`)]
}

import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator, Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Linked } from './repeats.ts'

/**
 * 同じ名・同じ単位・同じ担当課の指標が二度以上あり、値が違うもの。合わせずに別の行として持ち、まとめて一度だけ尋ねる。
 * 値まで同じ組は「再掲と書かれていない」と言う（same-row-unmarked）ので、ここでは言わない。
 */
export const sameIndicatorNotes = ({ indicators, unmarkedTwins }: Linked): readonly Note[] => {
  const twins = new Set(unmarkedTwins.flatMap((pair) => pair.map(({ id }) => id)))
  const alone = indicators.filter(({ repeatOf, breakdownOf }) => repeatOf === null && breakdownOf === null)
  return [...Map.groupBy(alone, identity).values()]
    .filter((same) => same.length > 1 && !same.every(({ id }) => twins.has(id)))
    .map((same) =>
      note(
        'warning',
        'same-indicator-twice',
        { name: same[0]?.name ?? '', count: same.length },
        same.map(({ place }) => place),
        same.map(({ id }) => id),
      ),
    )
}

const identity = ({ name, unit, departments }: Indicator): string =>
  [name, unit ?? '', ...departments.toSorted()].map(plainText).join('\t')

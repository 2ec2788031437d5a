import type { Grade, Scale } from '../evaluation/scale.ts'

const grade = (code: string, label: string): Grade => ({
  code,
  label,
  meaning: label,
  symbol: code,
  rule: { on: 'human' },
})

/** 取組項目の評価（上田市「重点目標一覧表」の評価基準）。人が選ぶ。 */
export const itemScale: Scale = {
  id: 'ueda-items',
  name: '重点目標の評価',
  grades: [
    grade('◎', '目標を上回る進捗'),
    grade('○', '目標どおり進捗'),
    grade('△', '未進捗の部分あり'),
    grade('×', '全て目標未進捗'),
  ],
  outside: [],
}

export const itemGrades: readonly string[] = itemScale.grades.map(({ code }) => code)

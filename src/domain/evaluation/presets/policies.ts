import type { FutureDirection, RevisionPolicy } from '../evaluation.ts'

/** 大仙市の、評価ごとの見直しの決まり（改訂概要の「見直し基準」を、短く言いかえた）。 */
export const daisenPolicies: readonly RevisionPolicy[] = [
  {
    grade: 'A',
    action: 'raise-target',
    words: '目標値の引き上げを基本とする（単年度の実績を目標とする指標は、実績を見て決める）',
  },
  { grade: 'B', action: 'as-needed', words: '個別に判断する' },
  {
    grade: 'C',
    action: 'change-indicator',
    words: '前提が変わった指標は改める（遅れていても持ち直しが見込める指標は、個別に判断する）',
  },
  { grade: 'D', action: 'replace-indicator', words: '別の指標に置き換える' },
]

/** 今後の方向性の、実際に使われている並び。 */
export const directionPresets: readonly {
  readonly id: string
  readonly body: string
  readonly directions: readonly FutureDirection[]
}[] = [
  {
    id: 'ako',
    body: '赤穂市 事務事業評価（8区分）',
    directions: words([
      ['拡充', '内容や規模を広げて続ける'],
      ['現状維持', '今のまま続ける'],
      ['改善', 'やり方を改めて続ける'],
      ['縮小', '規模を縮める'],
      ['統合', 'ほかの事業とまとめる'],
      ['休止', 'しばらく休む'],
      ['廃止', 'やめる'],
      ['終了', '予定どおり終える'],
    ]),
  },
  {
    id: 'grant',
    body: '地方創生の交付金 今後の方針（5区分）',
    directions: words([
      ['発展', '追加等更に発展させる'],
      ['改善', '事業内容の見直し（改善）'],
      ['継続', '事業の継続'],
      ['中止', '事業の中止'],
      ['終了', '予定通り事業終了'],
    ]),
  },
  {
    id: 'nagoya-port',
    body: '名古屋港管理組合 行政評価',
    directions: words([
      ['継続', '続ける'],
      ['完了', '終えた'],
      ['延伸', '期間を延ばす'],
      ['統合', 'ほかの事業とまとめる'],
    ]),
  },
]

function words(pairs: readonly (readonly [string, string])[]): readonly FutureDirection[] {
  return pairs.map(([label, meaning]) => ({ code: label, label, meaning }))
}

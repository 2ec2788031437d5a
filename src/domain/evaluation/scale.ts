import type { NoRate } from '#domain/indicator/achievement.ts'
import type { Message } from '#domain/language/message.ts'
import type { Absence } from '#domain/quantity/figure.ts'

/**
 * 評価区分（scale）。順位のある区分（よい方から）と、順位の外の区分。版が値として持つ：
 * 同じ町でも計画が替わると区分が替わる（長与町 S/A/B/C → A/B/C）。
 */
export type Scale = {
  readonly id: string
  readonly name: string
  /** よい方から順に。上から見て、初めに当てはまった区分になる。 */
  readonly grades: readonly Grade[]
  readonly outside: readonly OutsideGrade[]
  /** 点数で決める区分の、観点（佐野市・相生市）。合計した点を、区分の `points` の条件が見る。 */
  readonly points?: readonly PointCriterion[] | undefined
}

/** 区分一つ。`symbol` は色に頼らない印で、必ずことば（label）を添えて見せる。 */
export type Grade = {
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly symbol: string
  readonly rule: GradeRule
  /** 色。省けば、順位からの色（`colourOf`）。 */
  readonly colour?: GradeColour | undefined
  /** 率や比べによらず、実績がこの身分のときもこの区分にする（いの町の × は「進捗なし」と「事業終了」）。 */
  readonly absences?: readonly Absence[] | undefined
}

/**
 * 区分の条件。
 * - rate 達成率（丸めない値）が `from` 以上、または `above` を超える。どちらもなければ残り全部。
 * - comparison 実績と目標・基準値の比べ。`tolerance` は「基準値と同水準」の幅（基準値の何％か、何ポイントか）。
 * - expected 期間の見込みとの比べ。share は目標の n/N（多摩市の 20/40/60/80/100％）に対する達成度、
 *   line は始まりから最終目標へ毎年同じだけ進む線に届いたか（国の成長戦略のKPI）。
 * - reached 目標に達したか。`settled` は値が確定しているか（福島県の「達成見込み」は確定前）。
 * - points 観点ごとの点の合計が `from` 以上。なければ残り全部。
 * - human 人が選ぶ。
 */
export type GradeRule =
  | { readonly on: 'rate'; readonly from?: string | undefined; readonly above?: string | undefined }
  | { readonly on: 'comparison'; readonly when: ComparisonCase; readonly tolerance?: Tolerance | undefined }
  | {
      readonly on: 'expected'
      readonly by: 'share'
      readonly from?: string | undefined
      readonly above?: string | undefined
    }
  | { readonly on: 'expected'; readonly by: 'line'; readonly reaches: boolean }
  | { readonly on: 'reached'; readonly met: boolean; readonly settled: boolean }
  | { readonly on: 'points'; readonly from?: string | undefined }
  | { readonly on: 'human' }

/** 目標を超える・目標以上・基準値を超える・基準値と同水準・基準値より悪くない・残り全部（基準値より悪い）。 */
export const comparisonCases = [
  'beyond-target',
  'at-target',
  'above-baseline',
  'around-baseline',
  'no-worse-than-baseline',
  'otherwise',
] as const
export type ComparisonCase = (typeof comparisonCases)[number]

/** 「同水準」の幅。基準値の何％以内か（長与町 △10％以内）、何ポイント未満か（福岡市 ±3ポイント未満。率・点の指標だけ）。 */
export type Tolerance = { readonly percent: string } | { readonly points: string }

/**
 * 順位の外の区分（完了・未着手・中止・評価困難・対象外・未公表）。`for` のわけで率がないとき、または実績が
 * `absences` の身分のとき、機械が選んでよい。どちらも空なら、人だけが選ぶ。
 */
export type OutsideGrade = {
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly symbol: string
  readonly for: readonly NoRate[]
  readonly absences?: readonly Absence[] | undefined
}

/** 点を付ける観点一つ。選びに `from` があれば、達成率（丸めない値）から機械が初めの選びを示す（佐野市の 7 段階）。 */
export type PointCriterion = {
  readonly code: string
  readonly label: string
  readonly choices: readonly PointChoice[]
}

export type PointChoice = {
  readonly code: string
  readonly label: string
  readonly points: string
  readonly from?: string | undefined
}

/** 区分の色。決まった名だけ（意匠変数の色で、白地に 4.5 対 1 以上）。色はいつも印とことばに添えるだけ。 */
export const gradeColours = ['blue', 'cyan', 'green', 'lime', 'yellow', 'orange', 'red', 'purple', 'grey'] as const
export type GradeColour = (typeof gradeColours)[number]

/** 機械の判定。graded 順位の中、outside 順位の外、ask 人が決める。 */
export type GradeAnswer =
  | { readonly kind: 'graded'; readonly grade: Grade; readonly working: Message }
  | { readonly kind: 'outside'; readonly grade: OutsideGrade; readonly working: Message }
  | { readonly kind: 'ask'; readonly working: Message }

const orders: readonly (readonly GradeColour[])[] = [
  ['green'],
  ['green', 'red'],
  ['green', 'yellow', 'red'],
  ['blue', 'green', 'yellow', 'red'],
  ['blue', 'green', 'yellow', 'orange', 'red'],
]

/**
 * 区分の色。書かれていなければ順位から（四段階なら青・緑・黄・赤）、順位の外は灰色。
 *
 * @example colourOf(大仙市のA～D, 'A') // → 'blue'
 */
export const colourOf = ({ grades }: Scale, code: string): GradeColour => {
  const rank = grades.findIndex((grade) => grade.code === code)
  const grade = grades[rank]
  if (!grade) return 'grey'
  const order = orders[Math.min(grades.length, orders.length) - 1] ?? []
  return grade.colour ?? order[rank] ?? 'red'
}

/** 符号の区分。順位の中でも外でも。なければ undefined。 */
export const gradeOf = ({ grades, outside }: Scale, code: string): Grade | OutsideGrade | undefined =>
  grades.find((grade) => grade.code === code) ?? outside.find((grade) => grade.code === code)

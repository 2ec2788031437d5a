import type { Place } from '#domain/provenance.ts'

/** 数の前後に付く語。以上 at-least、以下 at-most、未満 below、超 above、以内 within、約・おおむね about、維持 keep。 */
export type Qualifier = 'at-least' | 'at-most' | 'below' | 'above' | 'within' | 'about' | 'keep'

/**
 * 値がないわけ。ゼロではない。dash は「―」だけがあって訳の書かれていないもの。
 * 未測定・未公表・未開始・終了・中止・対象外・未定・秘匿・空欄・読めない。
 */
export type Absence =
  | 'not-measured'
  | 'not-published'
  | 'not-started'
  | 'ended'
  | 'cancelled'
  | 'not-applicable'
  | 'undecided'
  | 'withheld'
  | 'blank'
  | 'dash'
  | 'unreadable'

/**
 * 値の身分。given は確定・通常、provisional は暫定値・速報、estimated は見込み、text は数でないことば（「計画策定」）。
 * reference は全体がかっこに入った参考値（小千谷の「(1件)」。その年の率は「-」）で、達成率には使わない。
 */
export type FigureStatus = 'given' | 'provisional' | 'estimated' | 'reference' | 'text' | Absence

/** 測った期間の種類。年度・暦年・ずれた一年（前年10～9月）・時点・複数年・調査年・計画期間。 */
export type PeriodKind = 'fiscal-year' | 'calendar-year' | 'shifted-year' | 'as-of' | 'span' | 'survey' | 'plan-period'

/**
 * 値一つ（書かれたとおり）。数は十進の文字列で持ち、二進の浮動小数にしない。
 * 「112万人」は value "112"・unit "万人"。「4校・13回」は parts に二つ。
 * `year` は西暦の始まりの年（R5 = 2023）。計画期間の合計は year null・scope "period"。
 */
export type Figure = {
  readonly year: number | null
  readonly raw: string
  readonly value: string | null
  readonly unit: string | null
  readonly qualifier: Qualifier | null
  readonly status: FigureStatus
  readonly text: string | null
  readonly parts?: readonly Figure[]
  /** 部分の名（「小学校」「①」）。 */
  readonly label?: string
  /** かっこ書きの副の値（「23(8)」の 8、「81.9％[82.4％]」の 82.4％）。 */
  readonly secondary?: Figure
  /** 幅のある値（20～30）の上の端。value は下の端。 */
  readonly upTo?: string
  /** 全体のうちの値（「9.4/14問」「４科目中０科目」）の全体。 */
  readonly outOf?: string
  /** 値ではない断り書き（「（令和元年）」「累計」「※1」）。書かれたとおり。 */
  readonly remark?: string
  readonly scope?: 'period' | 'each-year' | 'final'
  readonly periodKind?: PeriodKind
  /** 人が直した値の、図書に印刷されていた字。図書になく人が書き足した値では null。直していなければ欄ごとない。 */
  readonly printed?: string | null
  /** 照会で受け取った（か、企画課が直した）実績の、版の番号と種類（`ActualVersion`）。図書のままの値では欄ごとない。 */
  readonly version?: { readonly number: number; readonly kind: 'preliminary' | 'final' | 'revised' }
  readonly place: Place
}

/**
 * 改訂の案（草案の版）。もとの版に、変更（`RevisionChange`）を重ねたもの。決めると新しい版になり、もとの版は旧版として残る。
 * kind: revision 改訂（同じ期の計画を改める）、next-period 次の期の計画（第2期から第3期を作る）。
 */
export type Revision = {
  readonly id: string
  readonly kind: 'revision' | 'next-period'
  readonly baseEditionId: string
  /** 改訂後の題と期間。 */
  readonly title: string
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** 勘案した国の総合戦略の代（`national-frame.ts` の符号）。 */
  readonly frame: string | null
  /** 見直しのもとにした評価の年度（実績の年度）。 */
  readonly gradedYear: number | null
  /** 改訂の趣旨。 */
  readonly purpose: string
  readonly status: 'open' | 'adopted' | 'withdrawn'
  readonly decidedOn: string | null
  readonly decidedBy: string | null
  readonly adoptedEditionId: string | null
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** 案の見出し：人が欄で改めるところ。 */
export type RevisionHeading = Pick<Revision, 'title' | 'firstYear' | 'lastYear' | 'frame' | 'gradedYear' | 'purpose'>

/** 変更の掛かるもの。plan は計画の見出し（題・期間）。 */
export type ChangedKind = 'plan' | 'node' | 'indicator' | 'project'

/**
 * 変更一つ。もの・欄ごとに一つで、直せば置きかわる（前のものは監査記録に残る）。
 * set 欄を改める、add 新しく入れる（`after` は一件そのもの）、remove 載せなくする（`before` は一件そのもの）。
 */
export type RevisionChange = {
  readonly id: string
  readonly on: ChangedKind
  readonly subjectId: string
  readonly op: 'set' | 'add' | 'remove'
  /** set の欄の名（indicator: name・targets・unit…、node: title・text…）。add・remove では '*'。 */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string
  readonly ground: Ground
  /** 代替指標なら、置きかわる指標。 */
  readonly replaces: string | null
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** 変更のよりどころ。評価（年度と区分）、外部委員の意見、市長指示、パブリックコメント、その他。 */
export type Ground =
  | { readonly kind: 'grade'; readonly year: number; readonly grade: string }
  | { readonly kind: 'opinion'; readonly opinionId: string }
  | { readonly kind: 'instruction'; readonly instructionId: string }
  | { readonly kind: 'public-comment' | 'other' }

/**
 * 変更の種類（改訂概要で数える）。目標値の修正・指標名の変更・定義や単位などの変更・指標の新規・廃止・差替え・移動、
 * 節の新規・廃止・改称・移動・本文、事業の新規・廃止・変更、計画の見出し。
 */
export const changeKinds = [
  'target-changed',
  'indicator-renamed',
  'indicator-redefined',
  'indicator-added',
  'indicator-removed',
  'indicator-replaced',
  'indicator-moved',
  'node-added',
  'node-removed',
  'node-renamed',
  'node-moved',
  'text-changed',
  'project-added',
  'project-removed',
  'project-changed',
  'heading-changed',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** 見直しの案への決め。評価と決まりから出た案を、人が受け入れる・変えて受け入れる・退ける（わけを添えて）。 */
export type ProposalDecision = {
  readonly indicatorId: string
  readonly decision: 'accepted' | 'changed' | 'refused'
  readonly reason: string
  readonly revision: number
  readonly at: string
  readonly by: string
}

import type { Params } from '../language/message.ts'
import type { Place, Source } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'

/** 計画案（取り込み案）。交換様式 `shirube-draft/1`。印刷された行をすべて、印刷されたとおりに持つ。 */
export type PlanDraft = {
  readonly format: 'shirube-draft/1'
  readonly source: Source
  readonly municipality: { readonly name: string; readonly code: string | null }
  readonly plan: PlanHeading
} & PlanContent

export type PlanHeading = {
  readonly title: string
  /** 計画の種類（総合戦略・総合計画・重点目標…）。 */
  readonly kind: string
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** どの様式として読んだか。 */
  readonly form: FormName
}

/** 六つの様式。進捗状況一覧表・集計表・改訂概要・アクションプラン・重点目標一覧表と、そのどれでもない指標の表。 */
export type FormName =
  | 'progress-table'
  | 'kpi-summary'
  | 'revision-overview'
  | 'action-plan'
  | 'priority-goals'
  | 'indicator-table'

/** 計画の中身。案も、取り込んだ版も、同じ形で持つ。 */
export type PlanContent = {
  readonly nodes: readonly PlanNode[]
  readonly indicators: readonly Indicator[]
  readonly projects: readonly Project[]
  readonly priorityGoals: readonly PriorityGoal[]
  /** 市長指示事項。所在は同じ順で `instructionPlaces` に置く。 */
  readonly instructions: readonly string[]
  readonly instructionPlaces: readonly Place[]
  readonly grades: readonly GradeCount[]
  readonly revisionRules: readonly RevisionRule[]
  readonly revisionItems: readonly RevisionItem[]
  /** 印刷された小計・合計（事業数・KPI数）。 */
  readonly subtotals: readonly Subtotal[]
  /** 評価の凡例（「◎：目標を上回る進捗」）。印が使われているかは突合で見る。 */
  readonly legends?: readonly Legend[]
  readonly notes: readonly Note[]
}

/** 評価の凡例。 */
export type Legend = { readonly marks: readonly string[]; readonly meanings: readonly string[]; readonly place: Place }

/** 計画の木の一節（基本目標・施策分野・施策）。段の名は計画ごとに違うので値で持つ。 */
export type PlanNode = {
  readonly id: string
  readonly parent: string | null
  readonly level: string
  readonly number: string | null
  readonly title: string
  readonly text: string | null
  readonly place: Place
}

/** 指標の累計の仕方。単年・起点つき累計・ある時点の水準・計画期間の合計・不明。 */
export type Accumulation =
  | { readonly kind: 'single-year' }
  | { readonly kind: 'cumulative'; readonly since: number | null }
  | { readonly kind: 'level' }
  | { readonly kind: 'period-total' }
  | { readonly kind: 'unstated' }

/** 読みの確かさ。certain 以外は、その理由と、ほかの読み方（あれば）を添える。 */
export type Certainty = {
  readonly level: 'certain' | 'likely' | 'doubtful'
  /** なぜそう読んだか（人が読む短い句）。 */
  readonly evidence: readonly string[]
  /** ほかに成り立つ読み方。人が選ぶ。 */
  readonly alternatives?: readonly {
    readonly targets: readonly Figure[]
    readonly actuals: readonly Figure[]
    readonly reason: string
  }[]
}

/** 指標の一行。再掲も一行で、`repeatOf` が元を指す。 */
export type Indicator = {
  readonly id: string
  readonly node: string | null
  /** 数値目標・KPI・成果目標・設定指標…（印刷されたことば）。 */
  readonly class: string
  readonly name: string
  readonly unit: string | null
  readonly accumulation: Accumulation
  /** 測り方の断り（「県人口移動調査(前年10～9月)」）。 */
  readonly measured?: string | null
  readonly baseline: Figure | null
  readonly targets: readonly Figure[]
  readonly actuals: readonly Figure[]
  readonly rates: readonly PrintedRate[]
  /** 達成率の欄に印刷された、率でないもの（「-」）。 */
  readonly rateMarks?: readonly PrintedRate[]
  /** 判定・評価の欄に印刷された字（「A」「◎」「順調」）。率から決めた評価とは別に、書かれたとおり持つ。 */
  readonly printedGrades?: readonly PrintedGrade[]
  /** 行に添えられた文（増減理由・所見・今後の方針・出典…）。備考は `remarks`。 */
  readonly comments?: readonly Comment[]
  /** 人が理由を添えて入れた達成率（「2校／全14校」）。式より優先する。 */
  readonly manualRates?: readonly ManualRate[]
  readonly costs: readonly Cost[]
  readonly departments: readonly string[]
  readonly remarks: string | null
  readonly sheetNo: string | null
  readonly breakdownOf: string | null
  readonly repeatOf: string | null
  readonly project: string | null
  /** KPI 数に数えるか。「KPIの設定が困難」は false。 */
  readonly counted?: boolean
  readonly certainty?: Certainty
  readonly place: Place
}

/** 印刷された達成率。再計算とは別に、書かれたとおり持つ。 */
export type PrintedRate = { readonly year: number | null; readonly printed: string; readonly place: Place }

/** 印刷された判定。`heading` は欄の見出し（「一次評価」）。 */
export type PrintedGrade = {
  readonly year: number | null
  readonly heading: string
  readonly printed: string
  readonly place: Place
}

/** 行に添えられた文。`heading` は欄の見出し（「増減理由」「出典」）で、印刷されたことば。 */
export type Comment = {
  readonly year: number | null
  readonly heading: string
  readonly text: string
  /** 照会で受け取った文なら、その照会の id。図書の文では欄ごとない。 */
  readonly round?: string
  readonly place: Place
}

/** 手で入れた達成率。`shown` は「14.3」の形の十進、`reason` はその計算や事情。 */
export type ManualRate = { readonly year: number; readonly shown: string; readonly reason: string }

/** 事業費。`raw` は書かれたとおり、`value` は `unit` での数。 */
export type Cost = {
  readonly year: number | null
  readonly raw: string
  readonly value: string | null
  readonly unit: string | null
  /** 照会で受け取った額なら、その照会の id。 */
  readonly round?: string
  readonly place: Place
}

/** 事業。いくつかの節に属し、印（視点・SDGs）を持つ。 */
export type Project = {
  readonly id: string
  readonly number: string | null
  readonly listNumber: string | null
  readonly name: string
  /** 上段：事務事業名、下段：事業名 の下段。 */
  readonly subName?: string | null
  readonly nodes: readonly string[]
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly priority: boolean
  readonly implementers: readonly string[]
  readonly period: { readonly from: number | null; readonly to: number | null } | null
  readonly content: string | null
  readonly years: readonly ProjectYear[]
  /** 照会で受け取った事業費（図書の事業費は、指標の行にある）。 */
  readonly costs?: readonly Cost[]
  readonly indicators: readonly string[]
  /** 同じ図書のどの部分から（matrix 取組事業一覧・list 重点施策一覧・sheet 個票・table 集計表）。 */
  readonly shownIn: 'matrix' | 'list' | 'sheet' | 'table'
  /** 同じ事業の、ほかの部分の行。 */
  readonly sameAs?: readonly string[]
  readonly place: Place
}

/** 年ごとの実績・予定。 */
export type ProjectYear = {
  readonly year: number
  readonly items: readonly string[]
  /** 照会で受け取った実績なら、その照会の id。 */
  readonly round?: string
  readonly place?: Place
}

/** 部局の重点目標。 */
export type PriorityGoal = {
  /** 取り込んだ版では必ずある（版をまたいで変わらない）。案では書かない。 */
  readonly id?: string
  readonly department: string
  /** 年度。図書から分からなければ null。 */
  readonly year: number | null
  readonly number: string
  readonly title: string
  readonly items: readonly PriorityItem[]
  readonly place: Place
}

/** 重点取組項目と、期限・数値目標、進捗、◎○△×。 */
export type PriorityItem = {
  /** 取り込んだ版では必ずある（版をまたいで変わらない）。案では書かない。 */
  readonly id?: string
  readonly mark: string
  readonly title: string
  /** 取組項目の名の下に並ぶ細目。 */
  readonly details?: readonly string[]
  readonly targets: readonly string[]
  readonly progress: readonly string[]
  /** `targets`・`progress` と同じ順の所在。 */
  readonly targetPlaces?: readonly Place[]
  readonly progressPlaces?: readonly Place[]
  readonly grade: string | null
  readonly place: Place
}

/** 評価区分ごとの数（A～D のクロス表の一行）。空欄は null で、ゼロではない。 */
export type GradeCount = {
  readonly node: string | null
  readonly class: string
  /** どの年度の実績を評価したか（「令和4年度実績における評価」なら 2022）。書かれていなければ null。 */
  readonly year?: number | null
  readonly counts: Readonly<Record<string, number | null>>
  /** 評価ごとの升目の所在。 */
  readonly countPlaces?: Readonly<Record<string, Place>>
  /** 合計の行か。 */
  readonly total: boolean
  readonly place: Place
}

/** 評価ごとの見直し基準。 */
export type RevisionRule = {
  readonly grade: string
  readonly rule: readonly string[]
  readonly count: number | null
  /** 修正指標数の升目の所在。 */
  readonly countPlace?: Place
  readonly changes: readonly string[]
  readonly place: Place
}

/** 戦略パッケージごとの主な変更内容の一つ。 */
export type RevisionItem = {
  readonly node: string | null
  readonly package: string
  readonly text: string
  readonly place: Place
}

/** 印刷された小計・合計。`projects` は事業数、`indicators` は KPI 数。 */
export type Subtotal = {
  readonly node: string | null
  readonly projects: number | null
  readonly indicators: number | null
  readonly place: Place
}

/** 読み手・突合の気づき。`message` は日本語の一文、`code` と `params` から別の言語でも言える。 */
export type Note = {
  readonly level: 'error' | 'warning' | 'info'
  readonly code: string
  readonly message: string
  readonly params: Params
  readonly places: readonly Place[]
  /** どの指標・事業・節についてか（draft の id）。 */
  readonly about?: readonly string[]
}

import { z } from 'zod'
import type { Accumulation, PlanDraft, Project } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/**
 * 交換様式 `shirube-draft/1` の形。印刷された行をすべて、印刷されたとおりに持つ。
 * 決まった欄のほかは自由に足してよく（読み手は残す）、並びや所在は省ける。
 * 公開する JSON Schema（schema/shirube-draft-1.schema.json）はここから作る。
 */

const year = z
  .int()
  .min(1868)
  .max(2200)
  .describe('西暦の始まりの年（R5 = 2023） — western year in which the period starts')
const words = z.array(z.string())
const list = <T extends z.ZodType>(entry: T) => z.array(entry).default([])
const orNull = <T extends z.ZodType>(value: T) => value.nullable().default(null as never)
const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe('十進の数（文字列） — exact decimal as a string')
const ids = list(z.string())

const linePlace = z.looseObject({
  line: z.int().min(0).describe('行（1 から） — line from 1; 0: not stated'),
  column: z.int().min(1).exactOptional().describe('行頭からの文字位置（1 から、UTF-16）'),
  length: z.int().min(0).exactOptional().describe('文字数（UTF-16）'),
})
const cellPlace = z.looseObject({ sheet: z.string(), cell: z.string().describe('セル番地（D7）') })
const boxPlace = z.looseObject({
  page: z.int().min(1).describe('頁'),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('枠（左下が原点、ポイント）'),
})
const place = z.union([cellPlace, boxPlace, linePlace]).meta({
  id: 'Place',
  description: '所在。行、セル、または頁の枠 — where it is printed: line, sheet and cell, or page and box',
})
const at = { place: place.exactOptional() }

const figureShape = {
  year: orNull(year).describe('値の年。計画期間の合計は null'),
  raw: z.string().describe('書かれたとおりの字面 — as printed'),
  value: orNull(decimal),
  unit: orNull(z.string()).describe('単位（件・人・％…）'),
  qualifier: orNull(z.enum(['at-least', 'at-most', 'below', 'above', 'within', 'about', 'keep'])).describe(
    '以上・以下・未満・超・以内・約・維持',
  ),
  status: z
    .enum([
      'given',
      'provisional',
      'estimated',
      'reference',
      'text',
      'not-measured',
      'not-published',
      'not-started',
      'ended',
      'cancelled',
      'not-applicable',
      'undecided',
      'withheld',
      'blank',
      'dash',
      'unreadable',
    ])
    .exactOptional()
    .describe('値の身分。値のないわけはゼロではない — absence is never zero'),
  text: orNull(z.string()).describe('数でないことば（「計画策定」）'),
  label: z.string().exactOptional().describe('部分の名（「小学校」「①」）'),
  upTo: decimal.exactOptional().describe('幅のある値の上の端'),
  outOf: decimal.exactOptional().describe('全体のうちの値の全体（9.4/14問 の 14）'),
  remark: z.string().exactOptional().describe('値ではない断り書き（「累計」「※1」）'),
  scope: z.enum(['period', 'each-year', 'final']).exactOptional().describe('計画期間の合計・毎年・最終'),
  periodKind: z
    .enum(['fiscal-year', 'calendar-year', 'shifted-year', 'as-of', 'span', 'survey', 'plan-period'])
    .exactOptional()
    .describe('年度・暦年・ずれた一年・時点・複数年・調査年・計画期間'),
  printed: z
    .string()
    .nullable()
    .exactOptional()
    .describe('人が直した値の、印刷されていた字。書き足した値では null — as printed, where a person corrected it'),
  version: z
    .looseObject({ number: z.int(), kind: z.enum(['preliminary', 'final', 'revised']) })
    .exactOptional()
    .describe('照会で受け取った実績の版（速報・確定・遡及修正） — version of a collected actual'),
  ...at,
}
/** 案に書かれた値。所在と身分は省ける。 */
export type WrittenFigure = z.output<z.ZodObject<typeof figureShape, z.core.$loose>> & {
  readonly parts?: WrittenFigure[]
  readonly secondary?: WrittenFigure
}
const figure: z.ZodType<WrittenFigure> = z
  .looseObject({
    ...figureShape,
    get parts() {
      return z.array(figure).exactOptional().describe('いくつかの値からなる升目（「4校・13回」）')
    },
    get secondary() {
      return figure.exactOptional().describe('かっこ書きの副の値（「23(8)」の 8）')
    },
  })
  .meta({ id: 'Figure', description: '値一つ（書かれたとおり） — one value as printed' })

const accumulation = z
  .union([
    z.looseObject({ kind: z.literal('cumulative'), since: orNull(year).describe('累計の起点') }),
    z.looseObject({ kind: z.enum(['single-year', 'level', 'period-total', 'unstated']) }),
  ])
  .describe('単年・累計・ある時点の水準・計画期間の合計・不明')

const nodeShape = {
  id: z.string().min(1),
  parent: orNull(z.string()).describe('上の節の id'),
  level: z.string().describe('段の名（基本目標・施策分野・施策…）'),
  number: orNull(z.string()),
  title: z.string(),
  text: orNull(z.string()).describe('基本方針などの文'),
  ...at,
}

const printedRateShape = { year: orNull(year), printed: z.string().describe('印刷された達成率'), ...at }
const printedRate = z.looseObject(printedRateShape)
const beside = { year: orNull(year), heading: z.string().describe('欄の見出し'), ...at }
const printedGrade = z.looseObject({ ...beside, printed: z.string().describe('印刷された判定') })
const collected = {
  round: z.string().exactOptional().describe('照会で受け取ったものなら、その照会の id — the round it was collected in'),
}
const comment = z.looseObject({ ...beside, text: z.string(), ...collected })
const costShape = {
  year: orNull(year),
  raw: z.string(),
  value: orNull(decimal),
  unit: orNull(z.string()),
  ...collected,
  ...at,
}
const manualRate = z.looseObject({ year, shown: decimal, reason: z.string() })
const certaintyShape = {
  level: z.enum(['certain', 'likely', 'doubtful']),
  evidence: words.default([]),
  alternatives: z
    .array(z.looseObject({ targets: list(figure), actuals: list(figure), reason: z.string() }))
    .exactOptional(),
}

const indicatorShape = {
  id: z.string().min(1),
  node: orNull(z.string()).describe('属する節の id'),
  class: z.string().describe('数値目標・KPI・成果目標・設定指標…（印刷されたことば）'),
  name: z.string().min(1).describe('指標の名'),
  unit: orNull(z.string()).describe('単位'),
  accumulation: accumulation.default({ kind: 'unstated' }),
  measured: z.string().nullable().exactOptional().describe('測り方の断り'),
  baseline: orNull(figure).describe('基準値'),
  targets: list(figure).describe('目標値（年ごと・最終・期間の合計）'),
  actuals: list(figure).describe('実績値'),
  rates: list(printedRate).describe('印刷された達成率'),
  rateMarks: z.array(printedRate).exactOptional().describe('達成率の欄に印刷された、率でないもの'),
  printedGrades: z.array(printedGrade).exactOptional().describe('判定・評価の欄に印刷された字'),
  comments: z.array(comment).exactOptional().describe('行に添えられた文（増減理由・所見・今後の方針・出典…）'),
  manualRates: z.array(manualRate).exactOptional().describe('手で入れた達成率と、その理由'),
  costs: list(z.looseObject(costShape)).describe('事業費'),
  departments: ids.describe('担当課'),
  remarks: orNull(z.string()).describe('備考'),
  sheetNo: orNull(z.string()).describe('シート番号・整理番号'),
  breakdownOf: orNull(z.string()).describe('内訳の元の指標の id'),
  repeatOf: orNull(z.string()).describe('再掲の元の指標の id'),
  project: orNull(z.string()).describe('属する事業の id'),
  counted: z.boolean().exactOptional().describe('KPI 数に数えるか'),
  certainty: z.looseObject(certaintyShape).exactOptional().describe('読みの確かさ'),
  ...at,
}

const projectYearShape = { year, items: words.default([]).describe('実績・予定'), ...collected, ...at }
const projectShape = {
  id: z.string().min(1),
  number: orNull(z.string()),
  listNumber: orNull(z.string()).describe('一覧の番号'),
  name: z.string().min(1).describe('事業名'),
  subName: z.string().nullable().exactOptional(),
  nodes: ids.describe('属する節の id'),
  tags: z.record(z.string(), words).default({}).describe('印（視点・SDGs…）'),
  priority: z.boolean().default(false).describe('重点施策か'),
  implementers: ids.describe('実施主体'),
  period: orNull(z.looseObject({ from: orNull(year), to: orNull(year) })).describe('実施期間'),
  content: orNull(z.string()).describe('事業内容'),
  years: list(z.looseObject(projectYearShape)),
  costs: z.array(z.looseObject(costShape)).exactOptional().describe('照会で受け取った事業費'),
  indicators: ids.describe('指標の id'),
  shownIn: z.enum(['matrix', 'list', 'sheet', 'table']).exactOptional().describe('図書のどの部分から'),
  sameAs: words.exactOptional().describe('同じ事業の、ほかの部分の行の id'),
  ...at,
}

const priorityItemShape = {
  id: z.string().exactOptional(),
  mark: z.string().describe('①②…'),
  title: z.string().describe('重点取組項目'),
  details: words.exactOptional().describe('取組項目の下に並ぶ細目'),
  targets: ids.describe('期限・数値目標'),
  progress: ids.describe('進捗状況'),
  targetPlaces: z.array(place).exactOptional().describe('targets と同じ順の所在'),
  progressPlaces: z.array(place).exactOptional().describe('progress と同じ順の所在'),
  grade: orNull(z.string()).describe('◎○△×'),
  ...at,
}
const priorityGoalShape = {
  id: z.string().exactOptional(),
  department: z.string().describe('担当部局'),
  year: orNull(year),
  number: z.string(),
  title: z.string().describe('重点目標'),
  items: list(z.looseObject(priorityItemShape)),
  ...at,
}

const gradeCountShape = {
  node: orNull(z.string()),
  class: z.string(),
  year: year.nullable().exactOptional().describe('評価した実績の年度'),
  counts: z.record(z.string(), z.int().min(0).nullable()).describe('評価区分ごとの数。空欄は null（ゼロではない）'),
  countPlaces: z.record(z.string(), place).exactOptional().describe('評価ごとの升目の所在'),
  total: z.boolean().default(false).describe('合計の行か'),
  ...at,
}
const revisionRuleShape = {
  grade: z.string(),
  rule: words.default([]).describe('見直し基準'),
  count: orNull(z.int().min(0)).describe('修正指標数'),
  countPlace: place.exactOptional().describe('修正指標数の升目の所在'),
  changes: words.default([]),
  ...at,
}
const revisionItemShape = {
  node: orNull(z.string()),
  package: z.string().describe('戦略パッケージ'),
  text: z.string(),
  ...at,
}
const subtotalShape = {
  node: orNull(z.string()),
  projects: orNull(z.int().min(0)).describe('事業数'),
  indicators: orNull(z.int().min(0)).describe('KPI 数'),
  ...at,
}
const legendShape = { marks: words, meanings: words, ...at }

const noteShape = {
  level: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  places: list(place),
  about: words.exactOptional().describe('どの指標・事業・節についてか（id）'),
}

const headingShape = {
  title: z.string(),
  kind: z.string().describe('総合戦略・総合計画・重点目標…'),
  firstYear: orNull(year).describe('計画期間の最初の年度'),
  lastYear: orNull(year).describe('計画期間の最後の年度'),
  form: z
    .enum(['progress-table', 'kpi-summary', 'revision-overview', 'action-plan', 'priority-goals', 'indicator-table'])
    .exactOptional()
    .describe('進捗状況一覧表・集計表・改訂概要・アクションプラン・重点目標一覧表'),
}

const draftShape = {
  format: z.literal('shirube-draft/1'),
  source: z.looseObject({
    file: z.string().describe('図書のファイル名'),
    sha256: z.string().min(1).describe('図書のバイト列の指紋（16 進 64 桁）'),
  }),
  municipality: z.looseObject({
    name: z.string().min(1).describe('地方公共団体の名'),
    code: orNull(z.string().regex(/^\d{6}$/)).describe('団体コード（検査数字つき 6 桁）。分からなければ null'),
  }),
  plan: z.looseObject(headingShape),
  nodes: list(z.looseObject(nodeShape)).describe('計画の木（基本目標・施策分野・施策）'),
  indicators: list(z.looseObject(indicatorShape)).describe('指標。再掲・内訳も一行ずつ'),
  projects: list(z.looseObject(projectShape)).describe('事業'),
  priorityGoals: list(z.looseObject(priorityGoalShape)).describe('部局の重点目標'),
  instructions: ids.describe('市長指示事項'),
  instructionPlaces: list(place),
  grades: list(z.looseObject(gradeCountShape)).describe('評価区分ごとの数'),
  revisionRules: list(z.looseObject(revisionRuleShape)).describe('評価ごとの見直し基準'),
  revisionItems: list(z.looseObject(revisionItemShape)).describe('主な変更内容'),
  subtotals: list(z.looseObject(subtotalShape)).describe('印刷された小計・合計'),
  legends: z.array(z.looseObject(legendShape)).exactOptional().describe('凡例'),
  notes: list(z.looseObject(noteShape)).describe('読み手の気づき'),
}

/** 案の形。`z.toJSONSchema(draftSchema, { io: 'input' })` が公開する JSON Schema になる。 */
export const draftSchema = z.looseObject(draftShape).meta({
  title: 'shirube-draft/1',
  description: '計画案（取り込み案） — a plan draft: what a document prints, with places',
})

/** 案に書かれたもの（既定の値を補ったあと）。 */
export type WrittenDraft = z.output<typeof draftSchema>

// 案の型（domain/plan/draft.ts）と様式が食い違えば、ここで型の検査が止まる。
type Entry<K extends keyof PlanDraft> = PlanDraft[K] extends readonly (infer T)[] | undefined ? T : never
type Missing<Type, Shape> = Exclude<keyof Type, keyof Shape>
type NothingMissing = [
  Missing<PlanDraft, typeof draftShape>,
  Missing<PlanDraft['plan'], typeof headingShape>,
  Missing<Entry<'nodes'>, typeof nodeShape>,
  Missing<Entry<'indicators'>, typeof indicatorShape>,
  Missing<NonNullable<Entry<'indicators'>['certainty']>, typeof certaintyShape>,
  Missing<Entry<'indicators'>['rates'][number], typeof printedRateShape>,
  Missing<Entry<'indicators'>['costs'][number], typeof costShape>,
  Missing<Project, typeof projectShape>,
  Missing<Project['years'][number], typeof projectYearShape>,
  Missing<Entry<'priorityGoals'>, typeof priorityGoalShape>,
  Missing<Entry<'priorityGoals'>['items'][number], typeof priorityItemShape>,
  Missing<Entry<'grades'>, typeof gradeCountShape>,
  Missing<Entry<'revisionRules'>, typeof revisionRuleShape>,
  Missing<Entry<'revisionItems'>, typeof revisionItemShape>,
  Missing<Entry<'subtotals'>, typeof subtotalShape>,
  Missing<NonNullable<PlanDraft['legends']>[number], typeof legendShape>,
  Missing<Entry<'notes'>, typeof noteShape>,
  Missing<Omit<Figure, 'parts' | 'secondary'>, typeof figureShape>,
  Exclude<Accumulation['kind'], z.output<typeof accumulation>['kind']>,
][number]
type Thawed<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [K in keyof T]: Thawed<T[K]> }
/** どの案も、この様式の入力として通る。欠けた欄があれば、その名が型の誤りに出る。 */
type EveryDraftIsAccepted = [NothingMissing] extends [never]
  ? Thawed<PlanDraft> extends z.input<typeof draftSchema>
    ? true
    : 'a field of PlanDraft has another type'
  : { readonly missing: NothingMissing }
export const everyDraftIsAccepted: EveryDraftIsAccepted = true

import type { OpinionAnswer } from '#domain/committee/referral.ts'
import type { StandingGrade, SubjectKind } from '#domain/evaluation/evaluation.ts'
import type { Formula, NoRate } from '#domain/indicator/achievement.ts'
import type { Accumulation, Certainty, FormName, Project } from '#domain/plan/draft.ts'
import type { InstructionStage, InstructionState } from '#domain/priority/instruction.ts'
import type { Rounding } from '#domain/quantity/decimal.ts'
import type { FigureStatus, PeriodKind, Qualifier } from '#domain/quantity/figure.ts'
import { reportTitles } from '../report-name.ts'
import type { ColumnKind } from './column-kind.ts'

/** 符号一つの意味。`[ことば, 説明]` */
type Meaning = readonly [label: string, description: string]

const table = <Code extends string>(title: string, codes: Record<Code, Meaning>) => ({ title, codes })

/** 値の種類。一つの升目が何の値か。 */
export type FigureKind = 'baseline' | 'target' | 'actual' | 'printed-rate' | 'computed-rate'
/** 升目のどこの値か。 */
export type Component = 'main' | 'part' | 'secondary'
/** 値の身分に、計算した率の身分を足したもの。 */
export type ValueStatus = FigureStatus | 'computed' | 'judged' | 'not-computed' | 'by-hand'
/** その年度の値・毎年度同じ・期間の合計・最終。 */
export type FigureScope = 'year' | 'each-year' | 'period' | 'final' | 'unstated'
/** 期間の初日・末日が何によるか。 */
export type PeriodBasis = 'stated' | 'column' | 'unknown'
/** 何に付いた文章か。 */
export type TextOwner = 'node' | 'indicator' | 'project'
/** 重点取組項目の、期限・数値目標か、進捗か。見直し基準の、基準か、変更か。 */
export type PriorityEntry = 'target' | 'progress'
export type RuleEntry = 'rule' | 'change'
/** 改訂で改めたものと、改めかた。 */
export type RevisedThing = 'plan' | 'node' | 'indicator' | 'project'
export type RevisedState = 'new' | 'removed' | 'replaced' | 'changed' | 'moved'

/** 符号表のすべて。データ辞書とともにどの形式にも添える（L3-02）。 */
export const codeTables = {
  'yes-no': table<'1' | '0'>('はい・いいえ', { 1: ['はい', 'そうである'], 0: ['いいえ', 'そうでない'] }),
  'as-written': table<'1' | '0'>('字の扱い', {
    1: ['書かれたとおり', '名と書かれたままの字。改行と余りの空白だけを除いた'],
    0: ['読みかえ', '機種依存文字と全角・半角をそろえた'],
  }),
  'column-kind': table<ColumnKind>('列の種類', {
    id: ['符号（結び）', '表どうしを結ぶ符号。文字として扱う'],
    code: ['符号', '符号表にある符号'],
    name: ['名', '固有名詞。字は書かれたとおり'],
    word: ['語', '市のことばで選ばれる語。全角・半角をそろえた'],
    text: ['文章', '文章の一行'],
    raw: ['書かれたままの字', '図書の升目の字'],
    integer: ['整数', '整数'],
    decimal: ['数', '小数のある数'],
    date: ['日', '西暦の日（ISO 8601）'],
    moment: ['日時', '西暦の日時（ISO 8601、UTC）'],
  }),
  'figure-kind': table<FigureKind>('値の種類', {
    baseline: ['基準値', '計画を始めるときの値（現状値・当初値）'],
    target: ['目標値', '年度ごとの目標、最終目標、期間の目標'],
    actual: ['実績値', '年度ごとの実績'],
    'printed-rate': ['印刷された達成率', '図書の達成率の欄に書かれた率。計算し直していない'],
    'computed-rate': ['計算した達成率', '計画の式と丸め（plan の表）で計算し直した率'],
  }),
  component: table<Component>('升目の中の部分', {
    main: ['升目の値', '升目にある一つの値'],
    part: ['内わけの値', '一つの升目に並んだいくつかの値（「4校・13回」）の一つ'],
    secondary: ['副の値', 'かっこ書きなどで添えられた値（「23(8)」の 8）'],
  }),
  'value-status': table<ValueStatus>('値の状態', {
    given: ['通常', '書かれた値。暫定・見込みの断りのないもの'],
    provisional: ['暫定値・速報', 'のちに改められる値'],
    estimated: ['見込み', '見込みの値'],
    reference: ['参考値', '全体がかっこに入った値。達成率の計算に使わない'],
    text: ['ことば', '数でないことば（「計画策定」）。raw の列に字がある'],
    'not-measured': ['未測定', 'その年に測っていない'],
    'not-published': ['未公表', 'まだ公表・集計されていない'],
    'not-started': ['未開始', '事業・制度がまだ始まっていない'],
    ended: ['終了', '事業・調査が終わった'],
    cancelled: ['中止', '中止・休止した'],
    'not-applicable': ['対象外', '対象でない、目標を置いていない'],
    undecided: ['未定', '決まっていない'],
    withheld: ['秘匿', '公表していない'],
    blank: ['空欄', '升目に何も書かれていない。ゼロではない'],
    dash: ['横棒のみ', '「―」だけがあり、わけが書かれていない。ゼロではない'],
    unreadable: ['読めない', '桁あふれ・参照誤り・文字化けで読めない'],
    computed: ['計算', '計画の式で計算した率'],
    'by-hand': ['人が入れた率', '式によらず、理由を添えて人が入れた率'],
    judged: ['判定のみ', '率の意味がなく、目標に届いたかどうかだけを言う（reached の列）'],
    'not-computed': ['率なし', '率を計算できない。わけは no_rate_reason の列'],
  }),
  'no-rate-reason': table<NoRate>('率のないわけ', {
    'no-actual': ['実績なし', '数の実績がない'],
    'no-target': ['目標なし', '目標がない'],
    'no-baseline': ['基準値なし', '基準値が要る式で、基準値がない'],
    'no-period': ['期間なし', '計画の期間が要る式で、期間が分からない'],
    qualitative: ['数でない', '目標か実績がことばで書かれている'],
    'units-differ': ['単位違い', '目標と実績の単位が合わない'],
    'several-series': ['系列が複数', '一つの升目にいくつもの値がある'],
    'relative-target': ['相対の目標', '「前年度以上」のように、ほかの値と比べる目標'],
    doubtful: ['読みが不確か', '図書の読みが定まらず、人が決めるまで計算しない'],
  }),
  qualifier: table<Qualifier>('数に付く語', {
    'at-least': ['以上', 'その値を含んで多い'],
    'at-most': ['以下', 'その値を含んで少ない'],
    below: ['未満', 'その値を含まず少ない'],
    above: ['超', 'その値を含まず多い'],
    within: ['以内', 'その値を含んで少ない'],
    about: ['約', 'およその値'],
    keep: ['維持', 'その値を保つ'],
  }),
  'figure-scope': table<FigureScope>('値の及ぶ範囲', {
    year: ['その年度', 'year の列の年度の値'],
    'each-year': ['毎年度', '計画期間のどの年度にも当てはまる値'],
    period: ['計画期間の合計', '計画期間を通した値'],
    final: ['最終', '最終の目標'],
    unstated: ['記載なし', 'いつの値か書かれていない'],
  }),
  'period-kind': table<PeriodKind | 'unstated'>('測った期間の種類', {
    'fiscal-year': ['年度', '4月1日から翌年3月31日'],
    'calendar-year': ['暦年', '1月1日から12月31日'],
    'shifted-year': ['ずれた一年', '前年10月から9月のような十二か月'],
    'as-of': ['時点', 'ある日、ある月の値'],
    span: ['複数年', 'いくつかの年にわたる値'],
    survey: ['調査年', '調査のあった年の値'],
    'plan-period': ['計画期間', '計画の始まりから終わりまで'],
    unstated: ['記載なし', '測った期間が書かれていない。year の列は表の欄の年度'],
  }),
  'period-basis': table<PeriodBasis>('期間の日のよりどころ', {
    stated: ['書かれた期間', '図書に書かれた期間から求めた日'],
    column: ['欄の年度', '測った期間が書かれていないので、表の欄の年度の初日と末日'],
    unknown: ['不明', '日が分からない'],
  }),
  accumulation: table<Accumulation['kind']>('累計の仕方', {
    'single-year': ['単年', '一年ごとの値'],
    cumulative: ['起点つき累計', '起点の年から積み上げた値。年度どうしを足すと二重になる'],
    level: ['水準', 'ある時点の値。年度どうしを足さない'],
    'period-total': ['期間の合計', '計画期間を通して数える値'],
    unstated: ['記載なし', '図書に書かれていない'],
  }),
  certainty: table<Certainty['level']>('読みの確かさ', {
    certain: ['確か', '図書からそのまま読んだ'],
    likely: ['おそらく', '配置などから推し量って読んだ'],
    doubtful: ['不確か', 'ほかの読み方もあり、人が決めるまで数を使わない'],
  }),
  'project-part': table<Project['shownIn']>('図書の中の部分', {
    matrix: ['取組事業一覧', '事業と印の一覧'],
    list: ['重点施策一覧', '重点施策の一覧'],
    sheet: ['個票', '事業一つずつの表'],
    table: ['集計表', '指標の表の中の事業'],
  }),
  'text-owner': table<TextOwner>('文章の付いたもの', {
    node: ['節', '基本目標・施策など、計画の木の節（nodes の表）'],
    indicator: ['指標', '指標（indicators の表）'],
    project: ['事業', '事業（projects の表）'],
  }),
  'priority-entry': table<PriorityEntry>('重点取組項目の記載', {
    target: ['期限・数値目標', '期限と数値目標'],
    progress: ['進捗状況', '中間・期末の報告'],
  }),
  'rule-entry': table<RuleEntry>('見直しの記載', {
    rule: ['見直し基準', '評価ごとの見直しの考え方'],
    change: ['修正の内容', 'その評価の指標に行った修正'],
  }),
  'revised-thing': table<RevisedThing>('改めたもの', {
    plan: ['計画の見出し', '計画の名称と期間'],
    node: ['節', '基本目標・施策などの節'],
    indicator: ['指標', '数値目標・KPI'],
    project: ['事業', '取組事業'],
  }),
  'revised-state': table<RevisedState>('改めかた', {
    new: ['新設', '新しく入れた'],
    removed: ['廃止', '載せなくした'],
    replaced: ['代替指標の設定', '指標を別の指標に置きかえた'],
    changed: ['変更', '欄を改めた'],
    moved: ['移動', 'よその節へ移したか、順を入れ替えた'],
  }),
  'evaluated-kind': table<SubjectKind>('評価したもの', {
    indicator: ['指標', '数値目標・KPI'],
    project: ['事業', '取組事業'],
    node: ['節', '基本目標・施策などの節'],
  }),
  'evaluation-stage': table<StandingGrade['from']>('評価の段', {
    mechanical: ['機械の判定', '達成率などから、市の決まりのとおりに求めた区分'],
    printed: ['図書の判定', '図書に印刷された判定'],
    self: ['担当課', '担当課の評価'],
    head: ['課長・部長', '課長・部長の評価'],
    office: ['企画課', '企画課の評価'],
    headquarters: ['推進本部', '推進本部の評価'],
    committee: ['外部の会議', '外部の推進会議などの評価'],
  }),
  'opinion-about': table<'plan' | 'node' | 'indicator' | 'project'>('何についての意見か', {
    plan: ['計画全体', '計画の全体について'],
    node: ['節', '基本目標・施策などの節について'],
    indicator: ['指標', '数値目標・KPI について'],
    project: ['事業', '取組事業について'],
  }),
  'instruction-stage': table<InstructionStage>('指示の時期', {
    spring: ['設定時', '重点目標を決めるとき'],
    interim: ['中間', '中間のヒアリング'],
    final: ['期末', '期末のヒアリング'],
    other: ['随時', 'そのほかのとき'],
  }),
  'instruction-state': table<InstructionState>('指示への対応の状態', {
    open: ['対応待ち', '部局の対応を待っている'],
    answered: ['報告あり', '部局が対応を報告し、市長の確認を待っている'],
    'asked-again': ['再度の求め', '報告を見て、もう一度求めた'],
    accepted: ['了', '対応を了とした'],
    withdrawn: ['取消し', '指示を取り消した'],
  }),
  'answer-kind': table<OpinionAnswer['kind']>('対応の区分', {
    adopted: ['反映する', '意見のとおりに改める'],
    partly: ['一部反映する', '意見の一部を取り入れる'],
    considered: ['今後の検討とする', 'これからの検討に用いる'],
    already: ['既に実施している', '意見のことは、もう行っている'],
    noted: ['参考とする', '参考として承る'],
    declined: ['反映しない', 'わけを示して、取り入れない'],
  }),
  'plan-form': table<FormName>('読んだ様式', {
    'progress-table': [reportTitles['progress-table'], '指標ごとに年度の実績と達成率を並べた表'],
    'kpi-summary': [reportTitles['kpi-summary'], '年度ごとの目標・実績と所見の表'],
    'revision-overview': [reportTitles['revision-overview'], '評価ごとの数と見直しの表'],
    'action-plan': ['アクションプラン', '取組事業一覧・重点施策一覧・個票からなる図書'],
    'priority-goals': [reportTitles['priority-goals'], '部局の重点目標と進捗の表'],
    'indicator-table': ['指標の表', '見出しに指標名と値のある表'],
  }),
  formula: table<Formula>('達成率の式', {
    'ratio-to-final': ['最終目標比', '実績÷最終目標。少ないほどよい指標では最終目標÷実績'],
    'ratio-to-year': ['年度目標比', '実績÷その年度の目標。少ないほどよい指標では年度の目標÷実績'],
    progress: ['基準比', '（実績－基準値）÷（目標－基準値）'],
    'pro-rata': ['年度按分', '経過した年数で按分した目標との比'],
    'period-total': ['期間合計', '期間の実績の合計÷期間の目標'],
    cumulative: ['累計', '起点からの累計÷最終目標'],
  }),
  rounding: table<Rounding['mode']>('端数の扱い', {
    'half-up': ['四捨五入', '半分は零から遠い方へ'],
    down: ['切捨て', '零に近い方へ'],
    up: ['切上げ', '零から遠い方へ、必ず上げる'],
  }),
} as const

export type CodeTableName = keyof typeof codeTables

export type CodeRow = {
  readonly table: CodeTableName
  readonly title: string
  readonly code: string
  readonly label: string
  readonly description: string
}

/** 符号表を一つの縦の表に。 */
export const codeRows: readonly CodeRow[] = Object.entries(codeTables).flatMap(([name, { title, codes }]) =>
  Object.entries<Meaning>(codes).map(([code, [label, description]]) => ({
    table: name as CodeTableName,
    title,
    code,
    label,
    description,
  })),
)

/** 符号のことば。`codeLabel('figure-kind', 'actual')` → '実績値' */
export const codeLabel = (name: CodeTableName, code: string): string => {
  const meanings: Readonly<Record<string, Meaning>> = codeTables[name].codes
  const meaning = meanings[code]
  if (!meaning) throw new Error(`code table ${name} has no "${code}"`)
  return meaning[0]
}

import type { AchievementRules } from '#domain/indicator/achievement.ts'
import type { Paper } from './report.ts'

/**
 * 帳票の選び。どれも「名を付けた帳票」として残せる JSON の値で、画面・端末・公表の記録が同じ形で持つ。
 * null は、その様式の普通（全部・版の決まり・様式の紙）。様式に関わりのない選びは読み捨てる。
 */
export type ReportChoices = {
  /** 載せる年度（西暦の始まり）。null は計画の期間すべて（値のない年度も「―」で並べる）。 */
  readonly years: readonly number[] | null
  /** どの年度の実績・評価についての資料か。null は値のあるいちばん新しい年度。 */
  readonly year: number | null
  /** 基本目標（`Goal.key`）。 */
  readonly goals: readonly string[] | null
  /** 担当課・部局（書かれたとおりの名）。 */
  readonly departments: readonly string[] | null
  /** 達成率の式と丸めを、版の決まりと違えるとき。違えたことは帳票の注に書かれる。 */
  readonly rules: AchievementRules | null
  /** 一件の行：1 は実績だけ、2 は `pair`、4 は 目標・実績・達成率・評価。 */
  readonly rows: 1 | 2 | 4
  readonly pair: 'actual-rate' | 'target-actual'
  readonly yearStyle: 'era' | 'both' | 'western'
  readonly money: boolean
  readonly grades: boolean
  /** 備考・所見・増減理由。 */
  readonly comments: boolean
  /** 突合の気づきを注に載せる。 */
  readonly findings: boolean
  /** 意見を言った委員の名。 */
  readonly names: boolean
  /** 重点目標：春の一覧表（期限・数値目標まで）か、中間報告調書か、期末報告調書か。 */
  readonly stage: 'goals' | 'interim' | 'final'
  /** 新旧対照表：改めたところだけか、改めていないところも並べるか。 */
  readonly extent: 'changed' | 'all'
  /** 新旧対照表：庁内の資料か、市民に見せる資料か（市長指示など、庁内のよりどころを載せない）。 */
  readonly audience: 'office' | 'public'
  /** 意見募集：期間と、提出先（書かれたとおり）。 */
  readonly commentPeriod: string | null
  readonly commentTo: string | null
  readonly documentNumber: string | null
  readonly asOf: string | null
  readonly paper: Paper | null
}

export const ordinaryChoices: ReportChoices = {
  years: null,
  year: null,
  goals: null,
  departments: null,
  rules: null,
  rows: 2,
  pair: 'actual-rate',
  yearStyle: 'era',
  money: true,
  grades: true,
  comments: true,
  findings: false,
  names: false,
  stage: 'interim',
  extent: 'changed',
  audience: 'office',
  commentPeriod: null,
  commentTo: null,
  documentNumber: null,
  asOf: null,
  paper: null,
}

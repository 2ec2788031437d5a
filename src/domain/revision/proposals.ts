import type { RevisionPolicy, StandingGrade } from '../evaluation/evaluation.ts'
import type { GradedPlan } from '../evaluation/graded-plan.ts'
import { achievementIn, targetShown } from '../indicator/achievement.ts'
import { amountInWords } from '../indicator/amounts.ts'
import { comparisonIn } from '../indicator/comparison.ts'
import { actualFor, isAbsent } from '../indicator/figures.ts'
import type { Message } from '../language/message.ts'
import type { Indicator } from '../plan/draft.ts'
import type { Edition } from '../plan/edition.ts'
import { countsOnce } from '../plan/outline.ts'

/**
 * 評価から出る見直しの案。決まり（版の値）の行いとことば、その根拠の数、目標を直すときの目安。
 * 案は何も変えない。受け入れるかどうかと、新しい値は、人が決める。
 */
export type Proposal = {
  readonly indicator: Indicator
  readonly grade: StandingGrade
  readonly policy: RevisionPolicy
  /** 人の答えを待つ案か。「必要に応じて」「そのまま」は、答えがなくてもよい。 */
  readonly asks: boolean
  /** 「令和4年度の実績：47件。目標45件に対し104.4％で、評価はA。」 */
  readonly ground: Message
  /** 目標を直すときの目安（「実績の47件を超える目標にします」）。数は作らない。 */
  readonly candidate: Message | null
}

/**
 * 数える指標（再掲・内訳を除く）で、評価が立ち、その評価に決まりのあるものの案。計画の並びのまま。
 *
 * @example proposalsFor(edition, graded, policies).filter(({ asks }) => asks)
 */
export const proposalsFor = (
  edition: Pick<Edition, 'rules' | 'firstYear' | 'lastYear' | 'content'>,
  graded: GradedPlan,
  policies: readonly RevisionPolicy[],
): readonly Proposal[] => {
  const byGrade = new Map(policies.map((policy) => [policy.grade, policy]))
  return edition.content.indicators.filter(countsOnce).flatMap((indicator) => {
    const grade = graded.subjects.get(indicator.id)?.standing
    const policy = grade ? byGrade.get(grade.code) : undefined
    if (!grade || !policy) return []
    return [
      {
        indicator,
        grade,
        policy,
        asks: policy.action !== 'as-needed' && policy.action !== 'keep',
        ground: groundOf(edition, indicator, graded.year, grade),
        candidate: policy.action === 'raise-target' ? candidateOf(edition, indicator, graded.year) : null,
      },
    ]
  })
}

type Plan = Pick<Edition, 'rules' | 'firstYear' | 'lastYear'>

/** 評価の根拠を一文で。率が出せないときは、目標と実績を書かれたとおりに言う。 */
const groundOf = (plan: Plan, indicator: Indicator, year: number, { label }: StandingGrade): Message => {
  const actual = actualFor(indicator, year)
  const target = targetShown(indicator, year, plan.rules)
  const params = {
    year: `@fiscal-year-${year}`,
    grade: label,
    actual: actual && !isAbsent(actual) ? amountInWords(actual, indicator) : '―',
    target: target ? (target.qualifier ? target.raw.trim() : amountInWords(target, indicator)) : '―',
  }
  const achievement = achievementIn(indicator, year, plan.rules, plan)
  return 'shown' in achievement
    ? { code: 'revision-ground-rate', params: { ...params, shown: achievement.shown } }
    : { code: 'revision-ground', params }
}

/** 上方修正の目安。実績よりよい側でなければ、直したことにならない。 */
const candidateOf = (plan: Plan, indicator: Indicator, year: number): Message | null => {
  const compared = comparisonIn(indicator, year, plan.rules, plan)
  return compared ? { code: `revision-candidate-${compared.better}`, params: { actual: compared.words.actual } } : null
}

import {
  type Evaluation,
  type EvaluationStage,
  type FutureDirection,
  type Subject,
  type SubjectKind,
  subjectKinds,
} from '#domain/evaluation/evaluation.ts'
import type { GradedSubject } from '#domain/evaluation/graded-plan.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { departmentsOver } from '#domain/evaluation/subject-departments.ts'
import { type Achievement, achievementIn, targetShown } from '#domain/indicator/achievement.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import type { Person } from '#domain/people/person.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodeInWords, nodesById, pathTo } from '#domain/plan/outline.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { mayEvaluate } from './evaluate.ts'
import { evaluationAt } from './evaluation-at.ts'
import { type StandingInYear, standingHistory } from './standing-history.ts'
import { stagesOf } from './view-grades.ts'

export type { StandingInYear } from './standing-history.ts'

/** 評価するものの中身。 */
type SubjectOf =
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'node'; readonly node: PlanNode }

/** 一緒に見る指標の一行。 */
export type IndicatorInView = {
  readonly indicator: Indicator
  readonly target: Figure | undefined
  readonly actual: Figure | undefined
  readonly achievement: Achievement
  readonly graded: GradedSubject | undefined
}

/** 評価調書の頁に要るもの。 */
export type EvaluationView = {
  readonly edition: Edition
  readonly year: number
  readonly years: readonly number[]
  readonly inBase: string | null
  readonly subject: Subject
  readonly name: string
  readonly path: readonly PlanNode[]
  readonly scale: Scale | null
  readonly indicatorScale: Scale | null
  readonly graded: GradedSubject
  /** 事業・節では、一緒に見る指標。指標では、自分の行。 */
  readonly indicators: readonly IndicatorInView[]
  readonly directions: readonly FutureDirection[]
  readonly stage: EvaluationStage | null
  readonly stages: readonly EvaluationStage[]
  readonly mine: Evaluation | null
  readonly history: readonly StandingInYear[]
  /** 一覧の並びで前と後の、同じ種類のもの。 */
  readonly before: Subject | undefined
  readonly after: Subject | undefined
}

export type EvaluationAsked = { readonly year?: number | undefined; readonly stage?: string | undefined }

export const isSubjectKind = (text: string): text is SubjectKind => subjectKinds.some((each) => each === text)

/** 評価調書。断る符号: `not-permitted`・`grades.subject-absent`。 */
export const evaluationView = async (
  { store, now }: App,
  person: Person,
  edition: Edition,
  kind: string,
  id: string,
  asked: EvaluationAsked = {},
): Promise<Result<EvaluationView>> => {
  const allowed = permitted(person, 'evaluation-read')
  if (!allowed.ok) return allowed
  const of = isSubjectKind(kind) ? subjectOf(edition, kind, id) : undefined
  if (!of) return refused('grades.subject-absent')
  const subject = { kind: of.kind, id }
  const day = dayInJapan(now())
  const found = await store.read(
    edition.municipality.code,
    async (tx) => ({
      ...(await evaluationAt(tx, edition, asked.year, day)),
      history: await standingHistory(tx, edition, id),
    }),
    reachOf(person),
  )
  const { year, evaluationYear, graded: plan } = found
  const graded = plan.subjects.get(id)
  if (!graded) return refused('grades.subject-absent')
  const departments = departmentsOver(edition, found.facts)(subject)
  const stages =
    evaluationYear?.status === 'open' ? stagesOf(person).filter((each) => mayEvaluate(person, each, departments)) : []
  const stage = stages.find((each) => each === asked.stage) ?? (stages.includes('office') ? 'office' : stages.at(-1))
  const order = orderOf(edition, subject.kind)
  const at = order.indexOf(id)
  const beside = (index: number) => (order[index] === undefined ? undefined : { kind: subject.kind, id: order[index] })
  return done({
    edition,
    year,
    years: found.evaluationYears.map((each) => each.year).toSorted((a, b) => a - b),
    inBase: found.inBase,
    subject,
    name: nameOf(of),
    path: pathTo(nodesById(edition.content), nodeOf(of)),
    scale: plan.scales[subject.kind],
    indicatorScale: plan.scales.indicator,
    graded,
    indicators: indicatorsWith(edition, of).map((indicator) => ({
      indicator,
      target: targetShown(indicator, year, edition.rules),
      actual: actualFor(indicator, year),
      achievement: achievementIn(indicator, year, edition.rules, edition),
      graded: plan.subjects.get(indicator.id),
    })),
    directions: found.directions,
    stage: stage ?? null,
    stages,
    mine: graded.evaluations.find((each) => each.stage === stage) ?? null,
    history: found.history,
    before: at > 0 ? beside(at - 1) : undefined,
    after: beside(at + 1),
  })
}

/** その id のもの。再掲の指標は、元の行で評価するのでない。 */
const subjectOf = ({ content }: Edition, kind: SubjectKind, id: string): SubjectOf | undefined => {
  if (kind === 'node') {
    const node = content.nodes.find((each) => each.id === id)
    return node && { kind, node }
  }
  if (kind === 'project') {
    const project = content.projects.find((each) => each.id === id)
    return project && { kind, project }
  }
  const indicator = content.indicators.find((each) => each.id === id && each.repeatOf === null)
  return indicator && { kind, indicator }
}

const nameOf = (of: SubjectOf): string => {
  if (of.kind === 'node') return nodeInWords(of.node)
  return of.kind === 'project' ? of.project.name : of.indicator.name
}

const nodeOf = (of: SubjectOf): string | null => {
  if (of.kind === 'node') return of.node.parent
  return of.kind === 'project' ? (of.project.nodes[0] ?? null) : of.indicator.node
}

/** 一緒に見る指標。節なら下にあるもの、事業なら事業のもの。 */
const indicatorsWith = ({ content }: Edition, of: SubjectOf): readonly Indicator[] => {
  if (of.kind === 'indicator') return [of.indicator]
  if (of.kind === 'project')
    return content.indicators.filter(
      ({ id, project }) => project === of.project.id || of.project.indicators.includes(id),
    )
  const nodes = nodesById(content)
  return content.indicators.filter(({ node, repeatOf }) => repeatOf === null && pathTo(nodes, node).includes(of.node))
}

const orderOf = ({ content }: Edition, kind: SubjectKind): readonly string[] => {
  if (kind === 'node') return content.nodes.map(({ id }) => id)
  if (kind === 'project') return content.projects.map(({ id }) => id)
  return content.indicators.filter(({ repeatOf }) => repeatOf === null).map(({ id }) => id)
}

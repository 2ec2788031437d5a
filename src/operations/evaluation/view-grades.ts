import { earlier } from '#domain/evaluation/check-evaluation.ts'
import {
  countedByNode,
  countedCodes,
  countedGrades,
  countedWhole,
  ungradedCode,
} from '#domain/evaluation/counted-grades.ts'
import { editionFacts } from '#domain/evaluation/edition-facts.ts'
import {
  type Evaluation,
  type EvaluationStage,
  type EvaluationYear,
  evaluationStages,
  type FutureDirection,
} from '#domain/evaluation/evaluation.ts'
import type { GradedPlan, GradedSubject } from '#domain/evaluation/graded-plan.ts'
import { rateAverages } from '#domain/evaluation/rate-averages.ts'
import { mechanicalCode } from '#domain/evaluation/standing-grade.ts'
import { type DepartmentFacts, departmentsOver } from '#domain/evaluation/subject-departments.ts'
import { type Achievement, achievementIn, targetShown } from '#domain/indicator/achievement.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import { permits } from '#domain/people/permission.ts'
import { departmentsOf, type Person } from '#domain/people/person.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { actualYears, countsOnce, type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { sameProjects } from '#domain/plan/same-project.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { acceptable, actOfStage, mayEvaluate } from './evaluate.ts'
import { evaluationAt } from './evaluation-at.ts'

/** 絞り込み。`department` は課の id か、own 自分の課、all すべて。`only: 'differs'` は機械の判定と人の区分の違うもの。 */
export type GradesAsked = {
  readonly year?: number | undefined
  readonly stage?: string | undefined
  readonly goal?: string | undefined
  readonly grade?: string | undefined
  readonly department?: string | undefined
  readonly only?: string | undefined
}

/** 一覧の一行。`mine` はいまの段の評価、`former` は前の段のうち、いちばんあとのもの。 */
export type GradeRow = {
  readonly indicator: Indicator
  readonly node: PlanNode | undefined
  readonly target: Figure | undefined
  readonly actual: Figure | undefined
  readonly achievement: Achievement
  readonly graded: GradedSubject
  readonly mine: Evaluation | null
  readonly former: Evaluation | null
  readonly editable: boolean
  readonly differs: boolean
}

/** 節・事業の一行。 */
export type HumanRow = {
  readonly kind: 'node' | 'project'
  readonly id: string
  readonly of: PlanNode | Project
  readonly graded: GradedSubject | undefined
}

/** 評価の一覧の頁に要るもの。 */
export type GradesView = {
  readonly edition: Edition
  readonly year: number
  readonly years: readonly number[]
  readonly evaluationYear: EvaluationYear | null
  /** その年度の評価を持つ、改訂のもとの版。 */
  readonly inBase: string | null
  readonly graded: GradedPlan
  readonly directions: readonly FutureDirection[]
  readonly codes: readonly string[]
  readonly counts: ReturnType<typeof countedGrades>
  readonly whole: ReturnType<typeof countedWhole>
  readonly byNode: ReturnType<typeof countedByNode>
  readonly averages: ReturnType<typeof rateAverages>
  /** いま書ける段。閉じた年や、書けない人では null。 */
  readonly stage: EvaluationStage | null
  readonly stages: readonly EvaluationStage[]
  /** 段ごとの、区分の付いた指標の数（数える指標のうち）。一つも付いていない外部の会議は出さない。 */
  readonly progress: readonly { readonly stage: EvaluationStage; readonly graded: number; readonly of: number }[]
  readonly groups: readonly { readonly goal: Goal | undefined; readonly rows: readonly GradeRow[] }[]
  readonly human: readonly HumanRow[]
  readonly shown: { readonly rows: number; readonly of: number }
  readonly filter: GradesAsked
  readonly choices: {
    readonly goals: readonly Goal[]
    readonly departments: readonly { readonly id: string; readonly name: string }[]
    /** 自分の課があるか（担当者・課長）。 */
    readonly own: boolean
  }
  /** 機械の判定のとおりにまとめて評価できる数（企画課の段）。 */
  readonly acceptable: number
  readonly manages: boolean
}

/** 一度に並べる行の限り。これより多ければ、目標を一つ選んで見せる。 */
const mostRows = 150

/** 評価の一覧。倉庫から読むのは評価だけで、版は呼び手の手もとのもの。 */
export const gradesView = async (
  { store, now }: App,
  person: Person,
  edition: Edition,
  asked: GradesAsked = {},
): Promise<GradesView> => {
  const day = dayInJapan(now())
  const found = await store.read(edition.municipality.code, (tx) => evaluationAt(tx, edition, asked.year, day))
  const { year, evaluationYears, evaluationYear, graded, directions, inBase, facts } = found
  const stages = evaluationYear?.status === 'open' ? stagesOf(person) : []
  const stage = stages.find((each) => each === asked.stage) ?? firstStage(stages)
  const departmentsOfSubject = departmentsOver(edition, facts)
  const own = ownDepartments(person)
  const filter = { ...asked, year, department: asked.department ?? (own.length > 0 ? 'own' : undefined) }
  const rowOf = rowMaker({ edition, year, graded, stage, person, departmentsOfSubject })
  const goals = goalsOf(edition.content)
  const goalOf = goalFinder(edition, goals)
  const all = edition.content.indicators.filter(({ repeatOf }) => repeatOf === null)
  const inDepartment = departmentFilter(filter.department, own, departmentsOfSubject)
  const kept = all.filter((each) => inDepartment(each) && fits(graded, each, filter))
  const goal = goals.find(({ key }) => key === asked.goal) ?? (kept.length > mostRows ? goalOf(kept[0]) : undefined)
  const shown = goal ? kept.filter((each) => goalOf(each) === goal) : kept
  return {
    edition,
    year,
    years: yearsOf(edition, evaluationYears),
    evaluationYear,
    inBase,
    graded,
    directions,
    codes: countedCodes(edition, graded),
    counts: countedGrades(edition, graded),
    whole: countedWhole(edition, graded),
    byNode: countedByNode(edition, graded),
    averages: rateAverages(edition, year),
    stage,
    stages,
    progress: progressIn(edition, graded),
    groups: [...goals, undefined].flatMap((each) => {
      const rows = shown.filter((indicator) => goalOf(indicator) === each).map(rowOf)
      return rows.length > 0 ? [{ goal: each, rows }] : []
    }),
    human: humanRows(edition, graded),
    shown: { rows: shown.length, of: all.length },
    filter: { ...filter, goal: goal?.key },
    choices: { goals, departments: choosable(all, facts, departmentsOfSubject), own: own.length > 0 },
    acceptable: stage === 'office' ? acceptable(edition, graded).length : 0,
    manages: permits(person, 'evaluation-manage'),
  }
}

const yearsOf = ({ content }: Edition, years: readonly EvaluationYear[]): readonly number[] =>
  [...new Set([...actualYears(content), ...years.map(({ year }) => year)])].toSorted((a, b) => a - b)

/** この人の書ける段。 */
export const stagesOf = (person: Person): readonly EvaluationStage[] =>
  evaluationStages.filter((stage) => permits(person, actOfStage[stage]))

/** はじめに見せる段。企画課は企画課の段、市長は本部の段、課長は課長の段。 */
const firstStage = (stages: readonly EvaluationStage[]): EvaluationStage | null =>
  (['office', 'headquarters', 'head', 'self', 'committee'] as const).find((stage) => stages.includes(stage)) ?? null

/** 課の役だけの人の、自分の課。市の全体に働く人は空。 */
const ownDepartments = (person: Person): readonly string[] => {
  const departments = person.kind === 'workbench' || person.kind === 'terminal' ? 'all' : departmentsOf(person)
  return departments === 'all' ? [] : departments
}

type DepartmentsOf = ReturnType<typeof departmentsOver>

const progressIn = ({ content }: Edition, { subjects }: GradedPlan): GradesView['progress'] => {
  const counted = content.indicators.filter(countsOnce).map(({ id }) => subjects.get(id)?.evaluations ?? [])
  const found = evaluationStages.map((stage) => ({
    stage,
    graded: counted.filter((its) => its.some((each) => each.stage === stage && each.grade !== null)).length,
    of: counted.length,
  }))
  return found.filter(({ stage, graded }) => stage !== 'committee' || graded > 0)
}

const departmentFilter = (asked: string | undefined, own: readonly string[], departmentsOfSubject: DepartmentsOf) => {
  if (asked === undefined || asked === '' || asked === 'all') return () => true
  const wanted = asked === 'own' ? own : [asked]
  return ({ id }: Indicator) => departmentsOfSubject({ kind: 'indicator', id }).some((each) => wanted.includes(each))
}

const choosable = (all: readonly Indicator[], { units }: DepartmentFacts, departmentsOfSubject: DepartmentsOf) => {
  const holding = new Set(all.flatMap(({ id }) => departmentsOfSubject({ kind: 'indicator', id })))
  return units.filter(({ id }) => holding.has(id)).map(({ id, name }) => ({ id, name }))
}

const fits = (graded: GradedPlan, { id }: Indicator, { grade, only }: GradesAsked): boolean => {
  const subject = graded.subjects.get(id)
  if (!subject) return false
  const code = subject.standing?.code ?? ungradedCode
  return (!grade || code === grade) && (only !== 'differs' || differs(subject))
}

/** 機械の判定と、立っている区分が違うか。 */
export const differs = ({ mechanical, standing }: GradedSubject): boolean => {
  const code = mechanicalCode(mechanical)
  return code !== null && standing !== null && standing.code !== code
}

/** 同じ節の指標は多いので、節ごとに一度だけたどる。 */
const goalFinder = (edition: Edition, goals: readonly Goal[]) => {
  const nodes = nodesById(edition.content)
  const known = new Map<string | null, Goal | undefined>()
  return (indicator: Indicator | undefined): Goal | undefined => {
    if (!indicator) return undefined
    const { node } = indicator
    if (!known.has(node)) known.set(node, goalOver(goals, nodes, node))
    return known.get(node)
  }
}

type RowFacts = {
  readonly edition: Edition
  readonly year: number
  readonly graded: GradedPlan
  readonly stage: EvaluationStage | null
  readonly person: Person
  readonly departmentsOfSubject: DepartmentsOf
}

const rowMaker = ({ edition, year, graded, stage, person, departmentsOfSubject }: RowFacts) => {
  const nodes = nodesById(edition.content)
  const facts = editionFacts(edition, year)
  return (indicator: Indicator): GradeRow => {
    const subject = { kind: 'indicator', id: indicator.id } as const
    const its = graded.subjects.get(indicator.id) ?? { subject, mechanical: null, evaluations: [], standing: null }
    return {
      indicator,
      node: indicator.node === null ? undefined : nodes.get(indicator.node),
      target: targetShown(indicator, year, edition.rules),
      actual: actualFor(indicator, year),
      achievement: facts.get(indicator.id)?.achievement ?? achievementIn(indicator, year, edition.rules, edition),
      graded: its,
      mine: its.evaluations.find((each) => each.stage === stage) ?? null,
      former: (stage ? earlier(its.evaluations, stage) : its.evaluations).at(-1) ?? null,
      editable: stage !== null && mayEvaluate(person, stage, departmentsOfSubject(subject)),
      differs: differs(its),
    }
  }
}

/** 人が区分を選ぶもの。区分を置いた節と事業、または、もう評価のあるもの。 */
const humanRows = ({ content }: Edition, { scales, subjects }: GradedPlan): readonly HumanRow[] => {
  const first = new Set(sameProjects(content.projects).map(({ rows }) => rows[0]?.id))
  const has = (id: string) => (subjects.get(id)?.evaluations.length ?? 0) > 0
  return [
    ...content.nodes
      .filter(({ id }) => scales.node !== null || has(id))
      .map((of) => ({ kind: 'node' as const, id: of.id, of, graded: subjects.get(of.id) })),
    ...content.projects
      .filter(({ id }) => (scales.project !== null && first.has(id)) || has(id))
      .map((of) => ({ kind: 'project' as const, id: of.id, of, graded: subjects.get(of.id) })),
  ]
}

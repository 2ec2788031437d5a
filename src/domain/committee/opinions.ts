import type { Subject } from '#domain/evaluation/evaluation.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { goalOver, goalsOf, nodeInWords, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { Opinion, OpinionAnswer, Referral } from './referral.ts'
import type { ReferredGoal, ReferredMeasure } from './referred.ts'
import { subjectKey } from './subject-key.ts'

type Content = Pick<PlanContent, 'nodes' | 'indicators' | 'projects'>

/** 意見の長さの限り。これより長いものは、別の資料として渡してもらう。 */
export const longestOpinion = 5000

/** 見てよい意見。締め切るまでは自分の意見だけ（企画課はすべて）。ほかの委員に引かれずに書けるように。 */
export const visibleOpinions = (
  opinions: readonly Opinion[],
  { status }: Pick<Referral, 'status'>,
  { memberId, manages }: { readonly memberId: string | null; readonly manages: boolean },
): readonly Opinion[] =>
  manages || status === 'closed' ? opinions : opinions.filter((each) => memberId !== null && each.memberId === memberId)

/**
 * 意見のある施策の数。施策の指標についての意見も、その施策への意見とする。
 * 目標に直に付いた指標（数値目標）は、施策のある目標では数えない。
 */
export const opinionProgress = (
  goals: readonly ReferredGoal[],
  opinions: readonly Pick<Opinion, 'subject'>[],
): { readonly of: number; readonly count: number } => {
  const said = new Set(opinions.map(({ subject }) => subjectKey(subject)))
  const counted = countedMeasures(goals)
  const has = ({ node, indicators }: ReferredMeasure): boolean =>
    said.has(subjectKey({ kind: 'node', id: node.id })) ||
    indicators.some(({ id }) => said.has(subjectKey({ kind: 'indicator', id })))
  return { of: counted.length, count: counted.filter(has).length }
}

/** 数える施策。施策のない目標では、目標に直に付いたもの。 */
export const countedMeasures = (goals: readonly ReferredGoal[]): readonly ReferredMeasure[] =>
  goals.flatMap(({ goal, measures }) => {
    const below = measures.filter(({ node }) => !goal?.nodes.includes(node))
    return below.length > 0 ? below : measures
  })

/** 該当箇所：基本目標の名と、その下の道すじ（指標・事業の名まで）。目標の下にないものでは `goal` が null。 */
export type OpinionPlace = { readonly goal: string | null; readonly below: readonly string[] }

/**
 * 該当箇所を、計画のことばで。「基本目標1 働く場をつくる」の下の「施策1 起業の支援」「起業件数」。
 * 計画の全体なら null、いまの計画にないものなら undefined。
 */
export const placeOfOpinion = (content: Content, subject: Subject | null): OpinionPlace | null | undefined => {
  if (subject === null) return null
  const { kind, id } = subject
  if (kind === 'node') return content.nodes.some((node) => node.id === id) ? placeIn(content, id) : undefined
  if (kind === 'project') {
    const project = content.projects.find((each) => each.id === id)
    return project && placeIn(content, project.nodes[0] ?? null, project.name)
  }
  const indicator = content.indicators.find((each) => each.id === id)
  return indicator && placeIn(content, indicator.node, indicator.name)
}

/** 「全体目標」「個別目標」のような、基本目標の上の段は言わない。 */
const placeIn = (content: Content, node: string | null, ...name: readonly string[]): OpinionPlace => {
  const nodes = nodesById(content)
  const goal = goalOver(goalsOf(content), nodes, node)
  const path = pathTo(nodes, node)
  const from = path.findIndex((each) => goal?.nodes.includes(each)) + 1
  return { goal: goal?.words ?? null, below: [...path.slice(from).map(nodeInWords), ...name] }
}

/** 該当箇所を一行に。計画の全体なら null、いまの計画になければ undefined。 */
export const placeInWords = (place: OpinionPlace | null | undefined): string | null | undefined =>
  place && [...(place.goal === null ? [] : [place.goal]), ...place.below].join('／')

/** 意見を、計画に出てくる順に（全体が先、いまの計画にないものは後）。同じところでは、言われた順。 */
export const inPlanOrder = <T extends Pick<Opinion, 'subject' | 'at'>>(
  content: Content,
  opinions: readonly T[],
): readonly T[] => {
  const order = orderOf(content)
  const at = ({ subject }: T): number => (subject === null ? -1 : (order.get(subjectKey(subject)) ?? order.size))
  return opinions.toSorted((a, b) => at(a) - at(b) || a.at.localeCompare(b.at))
}

/** 節の木を上から、節・その指標・その事業の順に。 */
const orderOf = ({ nodes, indicators, projects }: Content): ReadonlyMap<string, number> => {
  const children = Map.groupBy(nodes, ({ parent }) => parent)
  const ofNode = Map.groupBy(indicators, ({ node }) => node)
  const projectsOf = Map.groupBy(projects, (project) => project.nodes[0] ?? null)
  const keys: string[] = []
  const add = (node: string | null): void => {
    keys.push(...(ofNode.get(node) ?? []).map(({ id }) => subjectKey({ kind: 'indicator', id })))
    keys.push(...(projectsOf.get(node) ?? []).map(({ id }) => subjectKey({ kind: 'project', id })))
    for (const each of children.get(node) ?? []) {
      keys.push(subjectKey({ kind: 'node', id: each.id }))
      add(each.id)
    }
  }
  add(null)
  return new Map(keys.map((key, index) => [key, index]))
}

/** まだ対応を書いていない意見。 */
export const unanswered = (opinions: readonly Opinion[], answers: readonly OpinionAnswer[]): readonly Opinion[] => {
  const answered = new Set(answers.map(({ opinionId }) => opinionId))
  return opinions.filter(({ id }) => !answered.has(id))
}

/** 対応の区分。並びは、反映の大きい順。 */
export const answerKinds = [
  'adopted',
  'partly',
  'considered',
  'already',
  'noted',
  'declined',
] as const satisfies readonly OpinionAnswer['kind'][]

export const isAnswerKind = (text: string): text is OpinionAnswer['kind'] => answerKinds.some((each) => each === text)

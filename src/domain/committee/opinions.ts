import type { Subject } from '#domain/evaluation/evaluation.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { nodeInWords, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { Opinion, OpinionAnswer, Referral } from './referral.ts'
import type { ReferredGoal } from './referred.ts'
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

/** 意見のある施策の数。施策の指標についての意見も、その施策への意見とする。 */
export const opinionProgress = (
  goals: readonly ReferredGoal[],
  opinions: readonly Pick<Opinion, 'subject'>[],
): { readonly of: number; readonly count: number } => {
  const said = new Set(opinions.map(({ subject }) => subjectKey(subject)))
  const measures = goals.flatMap((goal) => goal.measures)
  const has = ({ node, indicators }: (typeof measures)[number]): boolean =>
    said.has(subjectKey({ kind: 'node', id: node.id })) ||
    indicators.some(({ id }) => said.has(subjectKey({ kind: 'indicator', id })))
  return { of: measures.length, count: measures.filter(has).length }
}

/**
 * 該当箇所を、計画のことばで。「基本目標1 働く場をつくる／施策1 起業の支援／起業件数」。
 * 計画の全体なら null、いまの計画にないものなら undefined。
 */
export const placeOfOpinion = (content: Content, subject: Subject | null): readonly string[] | null | undefined => {
  if (subject === null) return null
  const nodes = nodesById(content)
  if (subject.kind === 'node') return nodes.has(subject.id) ? pathTo(nodes, subject.id).map(nodeInWords) : undefined
  if (subject.kind === 'project') {
    const project = content.projects.find(({ id }) => id === subject.id)
    return project && [...pathTo(nodes, project.nodes[0] ?? null).map(nodeInWords), project.name]
  }
  const indicator = content.indicators.find(({ id }) => id === subject.id)
  return indicator && [...pathTo(nodes, indicator.node).map(nodeInWords), indicator.name]
}

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

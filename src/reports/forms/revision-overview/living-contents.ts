import { countedGrades } from '#domain/evaluation/counted-grades.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { type GradeName, gradesIn } from '#domain/evaluation/standing-grade.ts'
import { say } from '#domain/language/say.ts'
import type { GradeCount, PlanNode, RevisionItem, RevisionRule } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import { packageName } from '#domain/plan/revision-packages.ts'
import { changeLines } from '#domain/revision/change-lines.ts'
import { type ComparedChange, type ComparedNode, comparisonOf } from '#domain/revision/comparison.ts'
import { countedChanges, kindOfChange } from '#domain/revision/kind-of-change.ts'
import type { ChangeKind } from '#domain/revision/revision.ts'
import type { Alongside } from '../../alongside.ts'

/** 改訂概要の中身を、評価と変更から作ったもの。形は、図書から読んだものと同じ。 */
export type LivingContents = {
  readonly nodes: readonly PlanNode[]
  readonly grades: readonly GradeCount[]
  readonly revisionRules: readonly RevisionRule[]
  readonly revisionItems: readonly RevisionItem[]
  readonly year: number | null
}

/**
 * 改訂した版の、評価の集計・見直し基準・主な変更内容を数える。改訂でなければ undefined（図書に書かれたものを使う）。
 *
 * @example livingContents(改訂後の版, { graded, revised: { base, changes, policies } })?.revisionRules[0]
 * // → { grade: 'A', rule: ['上方修正を基本として…'], count: 14, changes: ['目標値の修正 ・・・ 14指標'], … }
 */
export const livingContents = (edition: Edition, { revised, graded }: Alongside): LivingContents | undefined => {
  if (!revised) return undefined
  const { base, changes, policies = [] } = revised
  const rows = comparisonOf({ base, revised: edition, changes }).nodes
  const nodes = packagesIn(base, edition)
  return {
    nodes,
    grades: graded ? countedGrades(base, graded).map((row) => inLetters(row, graded)) : [],
    revisionRules: graded ? policies.map((policy) => ruleOf(policy, graded, changes)) : [],
    revisionItems: itemsIn(rows, nodes),
    year: graded?.year ?? null,
  }
}

const place = { line: 1 }

/** 表に印刷する評価の字。符号が英字の名（reached）なら呼び名で。 */
const letterOf = ({ code, label }: Pick<GradeName, 'code' | 'label'>): string => (/^[a-z]/.test(code) ? label : code)

const inLetters = (row: GradeCount, { scales }: GradedPlan): GradeCount => {
  const names = new Map(gradesIn(scales.indicator).map((grade) => [grade.code, letterOf(grade)]))
  return {
    ...row,
    counts: Object.fromEntries(Object.entries(row.counts).map(([code, count]) => [names.get(code) ?? code, count])),
  }
}

/** その評価の指標のうち、改めたものの数と、改めた種類ごとの数。差し替えた指標は、もとの指標の評価に数える。 */
const ruleOf = (
  { grade, words }: NonNullable<NonNullable<Alongside['revised']>['policies']>[number],
  graded: GradedPlan,
  changes: readonly ComparedChange[],
): RevisionRule => {
  const own = countedChanges(changes).filter(
    ({ on, subjectId, replaces }) => on === 'indicator' && gradeOf(graded, replaces ?? subjectId) === grade,
  )
  const byKind = Map.groupBy(own, kindOfChange)
  const subjects = (its: readonly ComparedChange[]) => new Set(its.map(({ subjectId }) => subjectId)).size
  const name = gradesIn(graded.scales.indicator).find(({ code }) => code === grade)
  return {
    grade: name ? letterOf(name) : grade,
    rule: words.split('\n').filter((line) => line.trim() !== ''),
    count: subjects(own),
    changes: [...byKind].map(([kind, its]) => `${kindInWords(kind)} ・・・ ${subjects(its)}指標`),
    place,
  }
}

const gradeOf = ({ subjects }: GradedPlan, id: string): string | undefined => subjects.get(id)?.standing?.code

export const kindInWords = (kind: ChangeKind): string => say({ code: `change-kind.${kind}`, params: {} })

/** 基本目標とその下の節（戦略パッケージ）。廃止したものも。本文は新旧対照表にあるので、ここには置かない。 */
const packagesIn = (base: Edition, edition: Edition): readonly PlanNode[] => {
  const now = nodesById(edition.content)
  const all = [...edition.content.nodes, ...base.content.nodes.filter(({ id }) => !now.has(id))]
  const goals = new Set(goalsOf({ nodes: all }).flatMap((goal) => goal.nodes.map(({ id }) => id)))
  return all
    .filter(({ id, parent }) => goals.has(id) || (parent !== null && goals.has(parent)))
    .map((node) => ({ ...node, text: null }))
}

const itemsIn = (rows: readonly ComparedNode[], packages: readonly PlanNode[]): readonly RevisionItem[] => {
  const byId = new Map(packages.map((node) => [node.id, node]))
  const nodes = new Map(rows.map(({ node }) => [node.id, node]))
  const byPackage = Map.groupBy(rows, ({ node }) => pathTo(nodes, node.id).findLast(({ id }) => byId.has(id))?.id)
  return packages.flatMap((node) => {
    const { id, parent } = node
    const isGoal = parent === null || !byId.has(parent)
    return changeLines(byPackage.get(id) ?? [], node).map((text) => ({
      node: isGoal ? id : parent,
      package: isGoal ? '（基本目標の全体）' : packageName(node),
      text,
      place,
    }))
  })
}

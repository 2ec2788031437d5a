import { type GradeShares, goalShares, gradeLetters, wholeShares } from '#domain/evaluation/goal-shares.ts'
import { type CrossTable, crossTables } from '#domain/evaluation/grade-counts.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator, PlanContent, PlanNode, RevisionRule } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { sameSeries } from '#domain/plan/plan-series.ts'
import { changesByGoal, type RevisionPackage } from '#domain/plan/revision-packages.ts'

/** 基本目標一つの、種類（数値目標・KPI）を合わせた評価の数と構成比（％）。 */
export type GoalShare = GradeShares & { readonly node: PlanNode | undefined }

/** 改訂概要の頁。 */
export type RevisionView = {
  readonly edition: Edition
  /** 評価の符号（A～D）。表に出てきた順。 */
  readonly letters: readonly string[]
  readonly tables: readonly CrossTable[]
  readonly goals: readonly GoalShare[]
  readonly whole: GradeShares
  /** 絞り込みに合う見直しの基準と変更。評価の集計は絞らない（合計が合わなくなるため）。 */
  readonly rules: readonly RevisionRule[]
  readonly changes: readonly { readonly node: PlanNode | undefined; readonly packages: readonly RevisionPackage[] }[]
  readonly filter: RevisionFilter
  readonly choices: { readonly goals: readonly Goal[]; readonly grades: readonly string[] }
  /** 同じ計画のほかの版と、変更の文に名の出てくるその指標。 */
  readonly others: readonly { readonly edition: Edition; readonly named: readonly Indicator[] }[]
}

/** 絞り込み。`goal` は基本目標の番号、`grade` は評価の符号。 */
export type RevisionFilter = { readonly goal?: string | undefined; readonly grade?: string | undefined }

/** @param editions その市のすべての版（自分も入っていてよい）。 */
export const revisionView = (
  edition: Edition,
  editions: readonly Edition[] = [],
  asked: RevisionFilter = {},
): RevisionView => {
  const { grades, revisionRules, revisionItems } = edition.content
  const nodes = nodesById(edition.content)
  const nodeOf = (id: string | null) => (id === null ? undefined : nodes.get(id))
  const goals = goalsOf(edition.content)
  const choices = {
    goals: goals.filter((goal) => revisionItems.some(({ node }) => goalOver(goals, nodes, node) === goal)),
    grades: [...new Set(revisionRules.map(({ grade }) => grade))],
  }
  const goal = choices.goals.find(({ key }) => key === asked.goal)
  const grade = choices.grades.find((each) => each === asked.grade)
  const items = revisionItems.filter(({ node }) => goal === undefined || goalOver(goals, nodes, node) === goal)
  return {
    edition,
    letters: gradeLetters(grades),
    tables: crossTables(grades),
    goals: goalShares(grades).map(({ node, ...shares }) => ({ node: nodeOf(node), ...shares })),
    whole: wholeShares(grades),
    rules: revisionRules.filter((rule) => grade === undefined || rule.grade === grade),
    changes: changesByGoal(items).map(({ node, packages }) => ({ node: nodeOf(node), packages })),
    filter: { goal: goal?.key, grade },
    choices,
    others: editions
      .filter((other) => other.id !== edition.id && sameSeries(other, edition))
      .map((other) => ({ edition: other, named: namedIn(edition.content, other.content) })),
  }
}

/** 変更の文に名の出てくる指標。短い名は、ほかの語の一部かもしれないので見ない。 */
const namedIn = ({ revisionItems, revisionRules }: PlanContent, { indicators }: PlanContent): readonly Indicator[] => {
  const texts = [...revisionItems.map(({ text }) => text), ...revisionRules.flatMap(({ changes }) => changes)].map(
    plainText,
  )
  return indicators.filter((indicator) => {
    const name = plainText(indicator.name)
    return countsOnce(indicator) && name.length >= 4 && texts.some((text) => text.includes(name))
  })
}

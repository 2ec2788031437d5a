import { type CrossTable, crossTables, sharesOf, sumOfCounts, totalOf } from '#domain/evaluation/grade-counts.ts'
import type { PlanNode, RevisionItem, RevisionRule } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById } from '#domain/plan/outline.ts'

type Counts = Readonly<Record<string, number | null>>

/** 基本目標一つの、種類（数値目標・KPI）を合わせた評価の数と構成比（％）。 */
export type GoalShare = {
  readonly node: PlanNode | undefined
  readonly counts: Counts
  readonly total: number | null
  readonly shares: Readonly<Record<string, string | null>>
}

/** パッケージ一つの変更。 */
export type RevisionPackage = { readonly name: string; readonly items: readonly RevisionItem[] }

/** 改訂概要の頁。 */
export type RevisionView = {
  readonly edition: Edition
  /** 評価の符号（A～D）。表に出てきた順。 */
  readonly letters: readonly string[]
  readonly tables: readonly CrossTable[]
  readonly goals: readonly GoalShare[]
  readonly whole: Omit<GoalShare, 'node'>
  readonly rules: readonly RevisionRule[]
  readonly changes: readonly { readonly node: PlanNode | undefined; readonly packages: readonly RevisionPackage[] }[]
}

export const revisionView = (edition: Edition): RevisionView => {
  const { grades, revisionRules, revisionItems } = edition.content
  const parts = grades.filter(({ total }) => !total)
  const nodes = nodesById(edition.content)
  const nodeOf = (id: string | null) => (id === null ? undefined : nodes.get(id))
  return {
    edition,
    letters: [...new Set(grades.flatMap(({ counts }) => Object.keys(counts)))],
    tables: crossTables(grades),
    goals: [...Map.groupBy(parts, ({ node }) => node)].map(([id, rows]) => ({
      node: nodeOf(id),
      ...sharedOut(sumOfCounts(rows)),
    })),
    whole: sharedOut(sumOfCounts(parts)),
    rules: revisionRules,
    changes: [...Map.groupBy(revisionItems, ({ node }) => node)].map(([id, items]) => ({
      node: nodeOf(id),
      packages: packagesOf(items),
    })),
  }
}

const sharedOut = (counts: Counts): Omit<GoalShare, 'node'> => ({
  counts,
  total: totalOf(counts),
  shares: sharesOf(counts),
})

const packagesOf = (items: readonly RevisionItem[]): readonly RevisionPackage[] =>
  [...Map.groupBy(items, (item) => item.package)].map(([name, its]) => ({ name, items: its }))

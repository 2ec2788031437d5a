import type { PlanNode, RevisionItem } from './draft.ts'

/** 戦略パッケージ一つの主な変更。`name` は印刷された名（「(1)移住・定住の促進」）。 */
export type RevisionPackage = { readonly name: string; readonly items: readonly RevisionItem[] }

/** 基本目標一つの、パッケージごとの主な変更。`node` は目標の id で、目標の見出しのない変更は null。 */
export type GoalChanges = { readonly node: string | null; readonly packages: readonly RevisionPackage[] }

/** 主な変更内容を、印刷された順に、基本目標とパッケージでまとめる。 */
export const changesByGoal = (items: readonly RevisionItem[]): readonly GoalChanges[] =>
  [...Map.groupBy(items, ({ node }) => node)].map(([node, own]) => ({
    node,
    packages: [...Map.groupBy(own, (item) => item.package)].map(([name, its]) => ({ name, items: its })),
  }))

/** 節を、主な変更内容の表に印刷される名で言う。「(1)移住・定住の促進」 */
export const packageName = ({ number, title }: Pick<PlanNode, 'number' | 'title'>): string =>
  number === null ? title : `(${number})${title}`

import type { PlanContent, PlanDraft } from '#domain/plan/draft.ts'

/** 案のうち、版の中身になるところ。 */
export const contentOf = ({ format, source, municipality, plan, ...content }: PlanDraft): PlanContent => content

/** 版の id を案の id に戻す（印刷順が同じなので、順に対応する）。重点目標の id は案にはない。 */
export const withDraftIds = (content: PlanContent, draft: PlanContent): PlanContent => {
  const pairs = (['nodes', 'indicators', 'projects'] as const).flatMap((key) =>
    content[key].map(({ id }, index) => [id, draft[key][index]?.id ?? id] as const),
  )
  const replaced = pairs.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(content))
  return withoutGoalIds(JSON.parse(replaced))
}

const withoutGoalIds = (content: PlanContent): PlanContent => ({
  ...content,
  priorityGoals: content.priorityGoals.map(({ id: _, items, ...goal }) => ({
    ...goal,
    items: items.map(({ id: __, ...item }) => item),
  })),
})

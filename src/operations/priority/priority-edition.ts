import { defaultRules } from '#domain/indicator/rules.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'

/** 生きている重点目標・市長指示事項を帳票にするときの、版の形。図書の出典はない。 */
export const priorityEdition = (
  municipality: Municipality,
  title: string,
  { first, last }: { readonly first: number; readonly last: number },
  content: Partial<PlanContent> = {},
): Edition => ({
  id: `priority-${first}`,
  municipality,
  title,
  kind: '重点目標',
  form: 'priority-goals',
  firstYear: first,
  lastYear: last,
  rules: defaultRules,
  sources: [],
  content: { ...emptyContent, ...content },
})

import type { FormName, PlanContent, PlanDraft, PlanHeading } from '#domain/plan/draft.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import type { SourceDocument } from '../document.ts'

/** 読み手が分かったところ。書かれていないもの（ほかの様式の中身）は空になる。 */
export type DraftParts = Partial<PlanContent> & {
  readonly municipality: { readonly name: string; readonly code: string | null } | null
  readonly plan: Omit<PlanHeading, 'form'>
}

/**
 * 計画案を組み立てる。市区町村が分からないときの名は空にする（気づきは読み手が書く）。
 *
 * @example planDraft(document, 'priority-goals', { municipality: null, plan, priorityGoals })
 */
export const planDraft = (document: SourceDocument, form: FormName, parts: DraftParts): PlanDraft => {
  const { municipality, plan, ...content } = parts
  return {
    format: 'shirube-draft/1',
    source: document.source,
    municipality: { name: municipality?.name ?? '', code: municipality?.code ?? null },
    plan: { ...plan, form },
    ...emptyContent,
    ...content,
  }
}

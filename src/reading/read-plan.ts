import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Result } from '#domain/problem.ts'
import { noChoices } from '#domain/review/correction.ts'
import type { SourceDocument } from './document.ts'
import { draftOf } from './read-with-choices.ts'
import { likeliest } from './recognizers.ts'

/**
 * 図書を計画案にする。様式が分からない、または何も書かれていないときは断る。
 *
 * @example readPlan(document) // → { ok: true, value: { format: 'shirube-draft/1', … } }
 */
export const readPlan = (document: SourceDocument): Result<PlanDraft> =>
  draftOf(document, noChoices, likeliest(document))

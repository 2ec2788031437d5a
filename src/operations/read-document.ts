import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Result } from '#domain/problem.ts'
import { openFile } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'

/** 図書を読む。ファイルを開き、様式を見分け、計画案にする。何も書き換えない。 */
export const readDocument = async (path: string): Promise<Result<PlanDraft>> => {
  const opened = await openFile(path)
  return opened.ok ? readPlan(opened.value) : opened
}

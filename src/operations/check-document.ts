import { findingsIn } from '#domain/findings/findings-in.ts'
import type { Note } from '#domain/plan/draft.ts'
import { done, type Result } from '#domain/problem.ts'
import { readDocument } from './read-document.ts'

/** 図書を突き合わせる。一つの図書の中の食い違いを、重いものから。 */
export const checkDocument = async (path: string): Promise<Result<readonly Note[]>> => {
  const draft = await readDocument(path)
  return draft.ok ? done(findingsIn(draft.value)) : draft
}

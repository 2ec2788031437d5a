import { type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'

export const openReviewOfEdition = async (
  _app: App,
  _code: string,
  editionId: string,
  _who: string,
): Promise<Result<{ readonly id: string }>> => refused('file-empty', { file: editionId })

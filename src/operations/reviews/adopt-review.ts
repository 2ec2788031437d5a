import { type Result, refused } from '#domain/problem.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import type { App } from '../app.ts'

export const adoptReview = async (
  _app: App,
  _code: string,
  id: string,
  _seen: number,
  _who: string,
): Promise<Result<AdoptionRecord>> => refused('file-empty', { file: id })

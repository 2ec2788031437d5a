import { type Result, refused } from '#domain/problem.ts'
import type { ReviewComparison } from '#domain/review/review.ts'
import type { App } from '../app.ts'

export const compareReview = async (_app: App, _code: string, id: string): Promise<Result<ReviewComparison>> =>
  refused('file-empty', { file: id })

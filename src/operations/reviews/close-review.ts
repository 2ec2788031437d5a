import { type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'

export const discardReview = async (
  _app: App,
  _code: string,
  id: string,
  _who: string,
): Promise<Result<{ readonly revision: number }>> => refused('file-empty', { file: id })

export const reopenReview = async (
  _app: App,
  _code: string,
  id: string,
  _who: string,
): Promise<Result<{ readonly revision: number }>> => refused('file-empty', { file: id })

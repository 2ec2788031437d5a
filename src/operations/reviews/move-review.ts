import { type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'

/** 「これは別の市の図書」。取込みを、訂正ごと、正しい市に移す。`name` は初めての市の名。 */
export const moveReview = async (
  _app: App,
  _from: string,
  id: string,
  _to: string,
  _who: string,
  _name?: string,
): Promise<Result<{ readonly id: string }>> => refused('file-empty', { file: id })

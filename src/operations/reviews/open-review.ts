import { type Result, refused } from '#domain/problem.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import type { App } from '../app.ts'

/** 送られたファイル。`file` は人に見せる名前。 */
export type SentFile = { readonly file: string; readonly bytes: Uint8Array }

/** 送るときに添えるもの。`name` は、初めての団体コードで図書に市の名がないときの名。 */
export type SentWith = { readonly choices?: ReadingChoices; readonly name?: string }

export const openReview = async (
  _app: App,
  _code: string,
  { file }: SentFile,
  _who: string,
  _sentWith: SentWith = {},
): Promise<Result<{ readonly id: string }>> => refused('file-empty', { file })

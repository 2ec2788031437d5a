import { type Result, refused } from '#domain/problem.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import type { App } from '../app.ts'

export const viewAdoption = async (_app: App, _code: string, _id: string): Promise<AdoptionRecord | undefined> =>
  undefined

/** 取り込んだ記録。新しい順。 */
export const listAdoptions = async (
  _app: App,
  _code: string,
  _editionId?: string,
): Promise<readonly AdoptionRecord[]> => []

export const undoAdoption = async (
  _app: App,
  _code: string,
  id: string,
  _who: string,
): Promise<Result<AdoptionRecord>> => refused('file-empty', { file: id })

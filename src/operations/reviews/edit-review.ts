import { type Result, refused } from '#domain/problem.ts'
import type { Correction, ReadingChoices } from '#domain/review/correction.ts'
import type { ReviewEdit } from '#domain/review/review.ts'
import type { App } from '../app.ts'

export const editReview = async (
  _app: App,
  _code: string,
  id: string,
  _seen: number,
  _corrections: readonly Correction[],
  _who: string,
): Promise<Result<{ readonly revision: number; readonly others: readonly ReviewEdit[] }>> =>
  refused('file-empty', { file: id })

export const undoEdit = async (
  _app: App,
  _code: string,
  id: string,
  _number: number,
  _who: string,
): Promise<Result<{ readonly revision: number }>> => refused('file-empty', { file: id })

export const chooseReading = async (
  _app: App,
  _code: string,
  id: string,
  _seen: number,
  _choices: ReadingChoices,
  _who: string,
): Promise<Result<{ readonly revision: number }>> => refused('file-empty', { file: id })

import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import { type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'

export const answerFinding = async (
  _app: App,
  _code: string,
  editionId: string,
  _answered: Pick<FindingAnswer, 'key' | 'answer' | 'reason'>,
  _who: string,
): Promise<Result<FindingAnswer>> => refused('file-empty', { file: editionId })

export const withdrawAnswer = async (
  _app: App,
  _code: string,
  editionId: string,
  _key: string,
  _who: string,
): Promise<Result<null>> => refused('file-empty', { file: editionId })

/** 版の突合結果への答え。鍵（`findingKey`）→ 答え。 */
export const answersOf = async (
  _app: App,
  _code: string,
  _editionId: string,
): Promise<ReadonlyMap<string, FindingAnswer>> => new Map()

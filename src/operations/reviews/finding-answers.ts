import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actOf, storable, type Who } from './acting.ts'

/**
 * 突合結果に答える。前の答えがあれば置きかえる。「印刷のまま」には、わけが要る。
 * 断る符号: `edition-absent`・`answer-reason-empty`・`review-text-too-long`。
 */
export const answerFinding = (
  app: App,
  code: string,
  editionId: string,
  { key, answer, reason }: Pick<FindingAnswer, 'key' | 'answer' | 'reason'>,
  who: Who,
): Promise<Result<FindingAnswer>> =>
  app.store.write(code, actOf(app, who), async (tx): Promise<Result<FindingAnswer>> => {
    const told = storable(reason.trim())
    if (answer === 'leave' && told === '') return refused('answer-reason-empty')
    if (told.length > longestReason)
      return refused('review-text-too-long', { text: `${told.slice(0, 20)}…`, limit: longestReason })
    if ((await tx.editions.headings()).every(({ id }) => id !== editionId)) return refused('edition-absent')
    return done(await tx.answers.put(editionId, { key: storable(key), answer, reason: told }))
  })

/** わけの字数の限り（原稿用紙五枚）。 */
const longestReason = 2000

/** 答えを取り下げる。ないものは `answer-absent`。 */
export const withdrawAnswer = (
  app: App,
  code: string,
  editionId: string,
  key: string,
  who: Who,
): Promise<Result<null>> =>
  app.store.write(
    code,
    actOf(app, who),
    async (tx): Promise<Result<null>> =>
      (await tx.answers.remove(editionId, key)) ? done(null) : refused('answer-absent'),
  )

/** 版の突合結果への答え。鍵（`findingKey`）→ 答え。 */
export const answersOf = async (
  app: App,
  code: string,
  editionId: string,
): Promise<ReadonlyMap<string, FindingAnswer>> => {
  const answers = await app.store.read(code, (tx) => tx.answers.of(editionId))
  return new Map(answers.map((answer) => [answer.key, answer]))
}

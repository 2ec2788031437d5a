import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actAs } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { itemAmong, responseAtHand } from './enterable-response.ts'
import type { ItemAsked } from './evidence.ts'

const longest = 1000

/**
 * 項目に書き込む（課と企画課のやりとり）。回答を読んでよい人なら、照会が閉じるまで書ける。消せない。
 * 続けて同じ人が同じことを書いたもの（二度押し）は一つ。
 */
export const commentOnItem = async (
  app: App,
  person: Person,
  { code, responseId, itemId }: ItemAsked,
  typed: string,
): Promise<Result<null>> => {
  const text = storable(typed).trim()
  if (text === '') return refused('comment-empty')
  if ([...text].length > longest) return refused('answer-too-long', { length: [...text].length, most: longest })
  return app.store.write(code, actAs(app, person), async (tx) => {
    const found = await responseAtHand(tx, person, responseId, 'answer-read')
    if (!found.ok) return found
    if (found.value.round.status === 'closed') return refused('entry-round-not-open')
    const item = itemAmong(found.value.items, itemId)
    if (!item.ok) return item
    const last = (await tx.responses.comments(responseId)).filter((each) => each.itemId === itemId).at(-1)
    if (last?.text === text && last.by === storable(person.name)) return done(null)
    await tx.responses.comment(item.value, app.newId(), text)
    return done(null)
  })
}

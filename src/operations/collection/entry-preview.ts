import { type ItemRow, itemRow } from '#domain/collection/item-row.ts'
import { readAnswer } from '#domain/collection/read-answer.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { itemAmong, responseAtHand } from './enterable-response.ts'
import type { EditionSource } from './entry-view.ts'
import type { TypedChange } from './save-answers.ts'

type Preview = { readonly row: ItemRow; readonly fiscalYear: number }

/** 打っている途中の値での一行（達成率・尋ね）。何も書かない。読めない値は、わけを言って断る。 */
export const entryPreview = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
  { itemId, field, typed }: Omit<TypedChange, 'base'>,
  editionOf: EditionSource,
): Promise<Result<Preview>> => {
  const found = await app.store.read(
    code,
    async (tx) => {
      const at = await responseAtHand(tx, person, responseId, 'answer-enter')
      return at.ok ? done({ ...at.value, answers: await tx.responses.answers(responseId) }) : at
    },
    reachOf(person),
  )
  if (!found.ok) return found
  const { round, items, answers } = found.value
  const item = itemAmong(items, itemId)
  if (!item.ok) return item
  const value = readAnswer(field, typed, item.value)
  if (!value.ok) return value
  const others = answers.filter((answer) => answer.itemId === itemId && answer.field !== field)
  const now = value.value === null ? [] : [{ itemId, field, value: value.value, revision: 0, at: '', by: '' }]
  const edition = await editionOf(item.value.editionId)
  const row = itemRow({ round, item: item.value, edition, answers: [...others, ...now], evidence: 0 })
  return done({ row, fiscalYear: round.fiscalYear })
}

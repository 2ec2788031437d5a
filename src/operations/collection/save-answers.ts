import type { AnswerField } from '#domain/collection/answer.ts'
import { fieldsAsked } from '#domain/collection/asked-fields.ts'
import { stateAfter } from '#domain/collection/flow.ts'
import { readAnswer, type TypedAnswer } from '#domain/collection/read-answer.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { AnswerChange, AnswersWritten } from '#store/answers.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs } from '../people/acting-person.ts'
import { enterableResponse, type ResponseAtHand } from './enterable-response.ts'

export type { AnswerChange, AnswersWritten } from '#store/answers.ts'

/** 打たれた字での変更。`base` は、打つ人が見ていた版（まだなければ 0）。 */
export type TypedChange = {
  readonly itemId: string
  readonly field: AnswerField
  readonly typed: TypedAnswer
  readonly base: number
}

/** 書いた結果と、読めずに断った欄。断った欄も、ほかの欄は書いてある。 */
export type TypedWritten = AnswersWritten & {
  readonly refused: readonly { readonly change: TypedChange; readonly problem: Problem }[]
}

/**
 * 欄をまとめて書く。見ていたあいだにほかの人が変えた欄は、書かずに `stale` で今の値を返す（ほかの欄は書く）。
 * 初めの一字で、回答は「入力中」になる。断る符号: `entry-absent`・`not-permitted`・`entry-round-not-open`・
 * `entry-submitted`・`entry-item-absent`。
 *
 * @example saveAnswers(app, 担当者, '152501', response.id, [{ itemId, field: 'actual', value, base: 0 }])
 */
export const saveAnswers = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
  changes: readonly AnswerChange[],
): Promise<Result<AnswersWritten>> =>
  app.store.write(code, actAs(app, person), async (tx) => {
    const found = await enterableResponse(tx, person, responseId)
    return found.ok ? answersWrittenIn(tx, found.value, changes) : found
  })

/** 打たれた字のまま渡して書く（頁から）。読めない欄だけを断り、ほかは書く。 */
export const saveTyped = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
  changes: readonly TypedChange[],
): Promise<Result<TypedWritten>> =>
  app.store.write(code, actAs(app, person), async (tx) => {
    const found = await enterableResponse(tx, person, responseId)
    if (!found.ok) return found
    const read = changes.map((change) => {
      const unit = found.value.items.find(({ id }) => id === change.itemId)?.unit ?? null
      return { change, value: readAnswer(change.field, change.typed, { unit }) }
    })
    const good = read.flatMap(({ change: { itemId, field, base }, value }) =>
      value.ok ? [{ itemId, field, base, value: value.value }] : [],
    )
    const written = await answersWrittenIn(tx, found.value, good)
    if (!written.ok) return written
    const bad = read.flatMap(({ change, value }) => (value.ok ? [] : [{ change, problem: value.problem }]))
    return done({ ...written.value, refused: bad })
  })

/** 取引の中で書く（権限と状態を確かめたあと）。照会が尋ねていない欄は断る。 */
export const answersWrittenIn = async (
  tx: WriteTransaction,
  { response, round, items }: ResponseAtHand,
  changes: readonly AnswerChange[],
): Promise<Result<AnswersWritten>> => {
  const isAsked = ({ itemId, field }: AnswerChange): boolean => {
    const item = items.find(({ id }) => id === itemId)
    return item !== undefined && fieldsAsked(round.asks, item.kind).includes(field)
  }
  if (!changes.every(isAsked)) return refused('entry-item-absent')
  const result = await tx.responses.write(items, changes)
  if (result.written.length + result.removed.length === 0) return done(result)
  if (response.state === 'not-started')
    await tx.responses.move(response, { step: 'begin', to: stateAfter('begin', response.state) })
  else await tx.responses.touch(response.id)
  return done(result)
}

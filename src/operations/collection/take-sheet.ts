import type { AnswerField } from '#domain/collection/answer.ts'
import type { SheetDifference } from '#domain/collection/compare-sheet.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { AnswerChange } from '#store/answers.ts'
import type { App } from '../app.ts'
import { actAs } from '../people/acting-person.ts'
import { enterableResponse } from './enterable-response.ts'
import { answersWrittenIn } from './save-answers.ts'
import { comparedWithNow, openedSheet } from './sheet-at-hand.ts'

/** 違いの一つを、どちらにするか。file 用紙の値、now いまの値のまま。 */
export type SheetPick = 'file' | 'now'

/** 確かめた人の選び。`seen` は見ていた頁の指紋。 */
export type SheetChoices = {
  readonly seen: string
  readonly pickOf: (itemId: string, field: AnswerField) => SheetPick | undefined
  /** その値のままでよいと答えた、尋ねの符号。 */
  readonly confirmedOf: (itemId: string, field: AnswerField) => readonly string[]
}

/** changed 見ているあいだに値が変わった（選び直す）、undecided 選んでいないところがある、taken 取り込んだ。 */
export type SheetTaken =
  | { readonly kind: 'changed' }
  | { readonly kind: 'undecided'; readonly count: number }
  | { readonly kind: 'taken'; readonly count: number }

/**
 * 選んだとおりに取り込む。比べ直し、書き込み、取り込んだ印は、一つの取引の中で。
 * 見ていたあいだに値が変わっていれば何も書かず、選ばれていない食い違いがあっても何も書かない。
 */
export const takeSheet = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  choices: SheetChoices,
): Promise<Result<SheetTaken>> => {
  const opened = await openedSheet(app, person, code, id, 'answer-enter')
  if (!opened.ok) return opened
  const { read } = opened.value
  return app.store.write(code, actAs(app, person), async (tx) => {
    const sheet = await tx.sheets.get(id)
    if (sheet?.status !== 'open') return refused('sheet-ended')
    const found = await enterableResponse(tx, person, sheet.responseId)
    if (!found.ok) return found
    const { comparison, seen } = await comparedWithNow(tx, found.value, read)
    if (seen !== choices.seen) return done<SheetTaken>({ kind: 'changed' })
    const picked = comparison.differences.map((each) => ({ each, pick: pickFor(each, choices) }))
    const undecided = picked.filter(({ pick }) => pick === undefined).length
    if (undecided > 0) return done<SheetTaken>({ kind: 'undecided', count: undecided })
    const changes = picked.flatMap(({ each, pick }) => (pick === 'file' ? [changeOf(each, choices)] : []))
    const written = await answersWrittenIn(tx, found.value, changes)
    if (!written.ok) return written
    if (written.value.stale.length > 0) throw new Error('answers changed within the transaction that compared them')
    await tx.sheets.end(id, 'taken', { taken: changes.length, kept: picked.length - changes.length })
    return done<SheetTaken>({ kind: 'taken', count: changes.length })
  })
}

/** だれも触れていない欄は、印を外されていなければ用紙の値に。ほかは、選ばれるまで決めない。 */
const pickFor = ({ itemId, field, why }: SheetDifference, { pickOf }: SheetChoices): SheetPick | undefined =>
  pickOf(itemId, field) ?? (why === 'change' ? 'now' : undefined)

const changeOf = ({ itemId, field, value, now }: SheetDifference, { confirmedOf }: SheetChoices): AnswerChange => ({
  itemId,
  field,
  value: value?.kind === 'actual' ? { ...value, confirmed: confirmedOf(itemId, field) } : value,
  base: now?.revision ?? 0,
})

/** 取り込まずにやめる。値は何も変わらない。 */
export const discardSheet = async (
  app: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<{ readonly responseId: string }>> => {
  const opened = await openedSheet(app, person, code, id, 'answer-enter')
  if (!opened.ok) return opened
  const { responseId } = opened.value.sheet
  await app.store.write(code, actAs(app, person), (tx) => tx.sheets.end(id, 'discarded'))
  return done({ responseId })
}

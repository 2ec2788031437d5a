import type {
  SheetAltered,
  SheetComparison,
  SheetDifference,
  SheetUnreadable,
} from '#domain/collection/compare-sheet.ts'
import { openQuestions, type Question } from '#domain/collection/plausibility.ts'
import type { Response, ResponseItem } from '#domain/collection/response.ts'
import { sheetColumns } from '#domain/collection/response-sheet.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Problem, type Result } from '#domain/problem.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { notEnterable, responseAtHand } from './enterable-response.ts'
import { departmentNames, editionsOf } from './response-sheet.ts'
import { comparedWithNow, type OpenedSheet, openedSheet, type ReceivedSheet } from './sheet-at-hand.ts'
import { tagState } from './sheet-origin.ts'

type OfItem<T> = T & { readonly item: ResponseItem; readonly heading: string }

/** 違いの一つと、その値で尋ねること。 */
export type SheetDifferenceShown = OfItem<SheetDifference> & { readonly questions: readonly Question[] }

/** 届いた用紙を確かめる頁に要るもの。 */
export type SheetReview = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: CollectionRound
  readonly response: Response
  readonly department: string
  readonly sheet: ReceivedSheet
  /** 名札の様子と、用紙を書き出した時。 */
  readonly tag: 'good' | 'missing' | 'altered'
  readonly madeAt: string | null
  readonly seen: string
  readonly differences: readonly SheetDifferenceShown[]
  readonly unreadable: readonly OfItem<SheetUnreadable>[]
  readonly altered: readonly OfItem<SheetAltered>[]
  readonly missing: readonly ResponseItem[]
  readonly repeated: readonly { readonly item: ResponseItem; readonly lines: readonly number[] }[]
  readonly rest: Pick<SheetComparison, 'unknownLines' | 'missingColumns' | 'same'>
  /** 前に取り込んだ、同じファイル。 */
  readonly takenBefore: ReceivedSheet | null
  /** いま取り込めないわけ（閉じた、提出した、役が違う）。 */
  readonly blocked: Problem | null
}

/** 届いた用紙を、いまの値と比べて見せる。断る符号: `sheet-absent`・`not-permitted`・読めないファイルの符号。 */
export const sheetReview = async (app: App, person: Person, code: string, id: string): Promise<Result<SheetReview>> => {
  const opened = await openedSheet(app, person, code, id, 'answer-read')
  if (!opened.ok) return opened
  return app.store.read(code, (tx) => reviewIn(tx, person, code, opened.value), reachOf(person))
}

const reviewIn = async (
  tx: ReadTransaction,
  person: Person,
  code: string,
  { sheet, read }: OpenedSheet,
): Promise<Result<SheetReview>> => {
  const found = await responseAtHand(tx, person, sheet.responseId, 'answer-read')
  if (!found.ok) return found
  const { round, response, items } = found.value
  const { comparison, seen } = await comparedWithNow(tx, found.value, read)
  const ofItem = itemsIn(round, items)
  const editions = await editionsOf(tx, items)
  const earlier = await tx.sheets.ofResponse(response.id)
  const refusal = notEnterable(found.value)
  return done({
    municipality: { code, name: (await tx.name()) ?? '' },
    round,
    response,
    department: (await departmentNames(tx)).get(response.departmentId) ?? '',
    sheet,
    tag: tagState(read),
    madeAt: read.tag?.madeAt ?? null,
    seen,
    differences: comparison.differences.flatMap((each) =>
      ofItem(each, each.field).map((shown) => ({ ...shown, questions: questionsFor(shown, round, editions) })),
    ),
    unreadable: comparison.unreadable.flatMap((each) => ofItem(each, each.field)),
    altered: comparison.altered.flatMap((each) => ofItem(each, each.column)),
    missing: items.filter((item) => comparison.missing.includes(item.id)),
    repeated: comparison.repeated.flatMap(({ itemId, lines }) => {
      const item = items.find((each) => each.id === itemId)
      return item ? [{ item, lines }] : []
    }),
    rest: comparison,
    takenBefore: earlier.find((each) => each.status === 'taken' && each.sha256 === sheet.sha256) ?? null,
    blocked: blockedBy(person, response, refusal?.problem),
  })
}

/** 項目と、用紙での見出しを添える。 */
const itemsIn = (round: CollectionRound, items: readonly ResponseItem[]) => {
  const columns = sheetColumns(round.asks, round.fiscalYear)
  return <T extends { readonly itemId: string }>(each: T, name: string): readonly OfItem<T>[] => {
    const item = items.find(({ id }) => id === each.itemId)
    const heading = columns.find((column) => column.name === name)?.heading ?? ''
    return item ? [{ ...each, item, heading }] : []
  }
}

const questionsFor = (
  { item, field, value }: OfItem<SheetDifference>,
  { fiscalYear }: CollectionRound,
  editions: ReadonlyMap<string, Edition>,
): readonly Question[] => {
  const indicator = editions.get(item.editionId)?.content.indicators.find(({ id }) => id === item.subjectId)
  return indicator && field === 'actual' ? openQuestions({ indicator, fiscalYear, value }) : []
}

const blockedBy = (person: Person, response: Response, problem: Problem | undefined): Problem | null => {
  if (problem) return problem
  return permits(person, 'answer-enter', response.departmentId)
    ? null
    : { kind: 'not-permitted', code: 'not-permitted', params: {} }
}

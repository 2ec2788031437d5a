import type { Response } from '#domain/collection/response.ts'
import { type ReadSheet, type SheetTag, sheetFormat } from '#domain/collection/response-sheet.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { departmentNames } from './response-sheet.ts'
import { checkOf } from './sheet-contents.ts'

/** 送り先。課の回答か、照会全体（どの課の用紙かは、用紙が言う）。 */
export type SheetTarget = { readonly responseId: string } | { readonly roundId: string }

type Origin = { readonly code: string; readonly read: ReadSheet; readonly file: string }

/**
 * 用紙が、どの回答のものか。行の整理番号で決め、名札は、合わないわけを言うのに使う
 * （機構改革で項目が別の課に移っていても、整理番号の移った先に届く）。
 */
export const responseOfSheet = async (
  tx: ReadTransaction,
  origin: Origin,
  target: SheetTarget,
): Promise<Result<Response>> => {
  const { code, read, file } = origin
  const { tag } = read
  if (tag && tag.municipality !== code) return refused('sheet-other-city', { file, code: tag.municipality })
  if (tag && tag.format !== sheetFormat) return refused('sheet-newer', { file, format: tag.format })
  const found = await tx.sheets.itemsWithKeys([...new Set(read.rows.map(({ key }) => key))])
  const counts = Map.groupBy(found, ({ responseId }) => responseId)
  const wanted = 'responseId' in target ? target.responseId : mostIn(counts)
  if (wanted === undefined || !counts.has(wanted)) return notFor(tx, origin, target, mostIn(counts))
  const response = await tx.responses.get(wanted)
  if (!response) return refused('sheet-no-response')
  const round = 'roundId' in target ? target.roundId : response.roundId
  return response.roundId === round ? done(response) : otherRound(tx, file, response.roundId)
}

const mostIn = (counts: ReadonlyMap<string, readonly unknown[]>): string | undefined =>
  [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]

/** 送り先のものでない用紙の、何が違うか。 */
const notFor = async (
  tx: ReadTransaction,
  { read: { tag, rows }, file }: Origin,
  target: SheetTarget,
  ofKeys: string | undefined,
): Promise<Result<never>> => {
  const theirs = await tx.responses.get(ofKeys ?? tag?.response ?? '')
  const roundId = theirs?.roundId ?? tag?.round
  const expected = 'roundId' in target ? target.roundId : (await tx.responses.get(target.responseId))?.roundId
  if (roundId !== undefined && roundId !== expected) return otherRound(tx, file, roundId)
  const departmentId = theirs?.departmentId ?? tag?.department
  if (
    departmentId !== undefined &&
    ofThisCity(tag, theirs) &&
    'responseId' in target &&
    theirs?.id !== target.responseId
  )
    return refused('sheet-other-department', { file, department: (await departmentNames(tx)).get(departmentId) ?? '―' })
  return refused(rows.some(({ key }) => key !== '') ? 'sheet-keys-unknown' : 'sheet-keys-gone', { file })
}

const ofThisCity = (tag: SheetTag | null, theirs: Response | undefined): boolean => theirs !== undefined || tag !== null

const otherRound = async (tx: ReadTransaction, file: string, roundId: string): Promise<Result<never>> => {
  const round = await tx.rounds.get(roundId)
  return round ? refused('sheet-other-round', { file, round: round.title }) : refused('sheet-round-unknown', { file })
}

/** 名札を信じてよいか。書き換えられていれば altered で、書き出したときの値は分からないものとする。 */
export const tagState = ({ tag }: ReadSheet): 'good' | 'missing' | 'altered' =>
  tag === null ? 'missing' : tag.check === checkOf(tag) ? 'good' : 'altered'

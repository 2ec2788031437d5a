import type { Response } from '#domain/collection/response.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { readResponseSheet } from '#reading/sheets/read-response-sheet.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted, reachOf } from '../people/acting-person.ts'
import { sha256Of } from '../sha256.ts'
import { notEnterable } from './enterable-response.ts'
import { responseOfSheet, type SheetTarget } from './sheet-origin.ts'
import { countUpload, uploadLimit } from './upload-limit.ts'

/** 届いたファイル。 */
export type SentSheet = { readonly name: string; readonly bytes: Uint8Array }

/**
 * 届いた回答用紙を受け取る。まだ何も取り込まない（確かめる頁に進む）。
 * 同じファイルをまだ確かめている途中なら、その続きになる。
 * 断る符号: `upload-too-often`、読めないファイルの符号、`sheet-not-ours`・`sheet-not-excel`・`sheet-other-city`・
 * `sheet-other-round`・`sheet-other-department`・`sheet-keys-gone` など、`entry-round-not-open`・`entry-submitted`。
 */
export const receiveSheet = async (
  app: App,
  person: Person,
  code: string,
  target: SheetTarget,
  sent: SentSheet,
): Promise<Result<{ readonly id: string }>> => {
  const gate = await app.store.read(code, (tx) => mayReceive(tx, person, target), reachOf(person))
  if (!gate.ok) return gate
  const most = 'roundId' in target ? uploadLimit.mostForRound : uploadLimit.most
  const counted = countUpload(app, person, code, most)
  if (!counted.ok) return counted
  const file = sent.name.toWellFormed().replaceAll('\0', '').slice(0, 200) || 'file.xlsx'
  const read = await readResponseSheet(file, sent.bytes)
  if (!read.ok) return read
  return app.store.write(code, actAs(app, person), async (tx) => {
    const found = await responseOfSheet(tx, { code, read: read.value, file }, target)
    if (!found.ok) return found
    const refusal = await whyNotNow(tx, person, found.value)
    if (refusal) return refusal
    const { id: responseId, departmentId } = found.value
    const sha256 = sha256Of(sent.bytes)
    const same = (await tx.sheets.ofResponse(responseId)).find(
      (each) => each.status === 'open' && each.sha256 === sha256,
    )
    if (same) return done({ id: same.id })
    const id = app.newId()
    await tx.sheets.add({ id, responseId, departmentId, fileName: file, sha256, content: sent.bytes })
    return done({ id })
  })
}

/** ファイルを読む前に、送ってよい人かを見る。 */
const mayReceive = async (tx: ReadTransaction, person: Person, target: SheetTarget): Promise<Result<null>> => {
  if ('roundId' in target) {
    if (!(await tx.rounds.get(target.roundId))) return refused('sheet-no-round')
    return permitted(person, 'round-manage')
  }
  const response = await tx.responses.get(target.responseId)
  return response ? permitted(person, 'answer-enter', response.departmentId) : refused('sheet-no-response')
}

const whyNotNow = async (tx: ReadTransaction, person: Person, response: Response) => {
  const may = permitted(person, 'answer-enter', response.departmentId)
  if (!may.ok) return may
  const round = await tx.rounds.get(response.roundId)
  return round ? notEnterable({ round, response }) : refused('sheet-no-response')
}

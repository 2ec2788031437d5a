import { compareSheet, type SheetComparison } from '#domain/collection/compare-sheet.ts'
import type { ReadSheet } from '#domain/collection/response-sheet.ts'
import type { PermittedAct } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { readResponseSheet } from '#reading/sheets/read-response-sheet.ts'
import type { ReceivedSheet } from '#store/response-sheets.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { sha256Of } from '../sha256.ts'
import { type ResponseAtHand, responseAtHand } from './enterable-response.ts'
import { fingerprintOf } from './sheet-contents.ts'
import { tagState } from './sheet-origin.ts'

export type { ReceivedSheet } from '#store/response-sheets.ts'

/** 届いた用紙を、中身まで読んだもの。 */
export type OpenedSheet = { readonly sheet: ReceivedSheet; readonly read: ReadSheet }

/** 届いた用紙を開く。読むのは取引の外（ほかの人の書き込みを待たせない）。 */
export const openedSheet = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  act: PermittedAct,
): Promise<Result<OpenedSheet>> => {
  const kept = await app.store.read(
    code,
    async (tx) => {
      const sheet = await tx.sheets.get(id)
      if (!sheet) return refused('sheet-absent')
      const at = await responseAtHand(tx, person, sheet.responseId, act)
      return at.ok ? done({ sheet, content: (await tx.sheets.content(id)) ?? new Uint8Array() }) : at
    },
    reachOf(person),
  )
  if (!kept.ok) return kept
  const read = await readResponseSheet(kept.value.sheet.fileName, kept.value.content)
  return read.ok ? done({ sheet: kept.value.sheet, read: read.value }) : read
}

/** いまの値と比べたもの。`seen` は比べたときの様子の指紋で、確かめてから取り込むまでに変わったことを知る。 */
export type ComparedSheet = { readonly comparison: SheetComparison; readonly seen: string }

export const comparedWithNow = async (
  tx: Pick<ReadTransaction, 'responses'>,
  { round, items, response }: ResponseAtHand,
  read: ReadSheet,
): Promise<ComparedSheet> => {
  const answers = await tx.responses.answers(response.id)
  const tag = tagState(read) === 'good' ? read.tag : null
  const comparison = compareSheet({ round, items, answers, read, tag, fingerprint: fingerprintOf })
  const told = comparison.differences.map(({ itemId, field, why, now }) => [itemId, field, why, now?.revision ?? 0])
  return { comparison, seen: sha256Of(new TextEncoder().encode(JSON.stringify(told))) }
}

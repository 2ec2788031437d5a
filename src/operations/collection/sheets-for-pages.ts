import type { Response } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { notEnterable, responseAtHand } from './enterable-response.ts'
import { departmentNames, type SheetFile } from './response-sheet.ts'
import type { ReceivedSheet } from './sheet-at-hand.ts'

/** 課の「Excelで入力する」頁に要るもの。 */
export type SheetsOfResponse = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: CollectionRound
  readonly response: Response
  readonly department: string
  readonly items: number
  readonly received: readonly ReceivedSheet[]
  /** いま送れないわけ。 */
  readonly blocked: Problem | null
}

export const sheetsOfResponse = (
  app: App,
  person: Person,
  code: string,
  responseId: string,
): Promise<Result<SheetsOfResponse>> =>
  app.store.read(
    code,
    async (tx) => {
      const found = await responseAtHand(tx, person, responseId, 'answer-read')
      if (!found.ok) return found
      const { round, response, items } = found.value
      const may = permitted(person, 'answer-enter', response.departmentId)
      return done({
        municipality: { code, name: (await tx.name()) ?? '' },
        round,
        response,
        department: (await departmentNames(tx)).get(response.departmentId) ?? '',
        items: items.length,
        received: await tx.sheets.ofResponse(responseId),
        blocked: notEnterable(found.value)?.problem ?? (may.ok ? null : may.problem),
      })
    },
    reachOf(person),
  )

/** 企画課の「Excel の用紙」の頁に要るもの。 */
export type SheetsOfRound = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: CollectionRound
  readonly departments: readonly { readonly response: Response; readonly name: string }[]
  /** まだ取り込んでいない、届いた用紙。 */
  readonly waiting: readonly { readonly sheet: ReceivedSheet; readonly department: string }[]
}

export const sheetsOfRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
): Promise<Result<SheetsOfRound>> => {
  const may = permitted(person, 'round-manage')
  if (!may.ok) return may
  return app.store.read(code, async (tx) => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('sheet-no-round')
    const names = await departmentNames(tx)
    const order = [...names.keys()]
    const responses = (await tx.responses.ofRound(roundId)).toSorted(
      (a, b) => order.indexOf(a.departmentId) - order.indexOf(b.departmentId),
    )
    const waiting = await tx.sheets.openOfRound(roundId)
    return done({
      municipality: { code, name: (await tx.name()) ?? '' },
      round,
      departments: responses.map((response) => ({ response, name: names.get(response.departmentId) ?? '' })),
      waiting: waiting.map((sheet) => ({ sheet, department: names.get(sheet.departmentId) ?? '' })),
    })
  })
}

/** 届いたファイルそのもの。 */
export const receivedFile = (app: App, person: Person, code: string, id: string): Promise<Result<SheetFile>> =>
  app.store.read(
    code,
    async (tx) => {
      const sheet = await tx.sheets.get(id)
      const content = sheet && (await tx.sheets.content(id))
      if (!sheet || !content) return refused('sheet-absent')
      if (!permits(person, 'answer-read', sheet.departmentId)) return refused('not-permitted')
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return done({ fileName: sheet.fileName, mediaType, bytes: content })
    },
    reachOf(person),
  )

import { type Problem, type Result, refused } from '#domain/problem.ts'
import { responseSheetFile, roundSheetsZip, type SheetFile } from '#operations/collection/response-sheet.ts'
import { sheetReview } from '#operations/collection/sheet-review.ts'
import { receiveSheet } from '#operations/collection/sheet-upload.ts'
import { receivedFile, sheetsOfResponse, sheetsOfRound } from '#operations/collection/sheets-for-pages.ts'
import { discardSheet, type SheetPick, takeSheet } from '#operations/collection/take-sheet.ts'
import { confirmName, pickName } from '../components/sheets/difference-parts.tsx'
import type { Form } from '../form.ts'
import { roundSheetsPage, sendPage, sheetReviewPage } from '../pages/sheets/sheets-pages.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 回答の Excel の出し入れの頁。 */
export const sheetsRoutes: readonly Route[] = [
  ['/:code/responses/:response/sheet.xlsx', sheetFile],
  ['/:code/responses/:response/upload', send],
  ['/:code/rounds/:round/sheets.zip', zipFile],
  ['/:code/rounds/:round/sheets', roundSheets],
  ['/:code/sheets/:id', review],
  ['/:code/sheets/:id/file', original],
]

export const sheetsActs: readonly Act[] = [
  ['/:code/responses/:response/upload', receiveForResponse, tooLargeForResponse],
  ['/:code/rounds/:round/sheets', receiveForRound, tooLargeForRound],
  ['/:code/sheets/:id/take', take],
  ['/:code/sheets/:id/discard', discard],
]

const file = (made: Result<SheetFile>): Shown => (made.ok ? { file: made.value } : { problem: made.problem })

async function sheetFile({ app, person, param }: Visit): Promise<Shown> {
  return file(await responseSheetFile(app, person, param('code'), param('response')))
}

async function zipFile({ app, person, param }: Visit): Promise<Shown> {
  return file(await roundSheetsZip(app, person, param('code'), param('round')))
}

async function original({ app, person, param }: Visit): Promise<Shown> {
  return file(await receivedFile(app, person, param('code'), param('id')))
}

async function send(visit: Visit): Promise<Shown> {
  return sendShown(visit)
}

/** 断るときは、同じ頁の欄の上に、わけを出す。 */
const sendShown = async (visit: Visit, problem?: Problem, status: 200 | 413 | 422 = 200): Promise<Shown> => {
  const { app, person, param, frame } = visit
  const view = await sheetsOfResponse(app, person, param('code'), param('response'))
  return view.ok ? { html: sendPage(frame, view.value, problem), status } : { problem: view.problem }
}

async function roundSheets(visit: Visit): Promise<Shown> {
  return roundShown(visit)
}

const roundShown = async (
  visit: Visit,
  problems: readonly Problem[] = [],
  status: 200 | 413 | 422 = 200,
): Promise<Shown> => {
  const { app, person, param, frame } = visit
  const view = await sheetsOfRound(app, person, param('code'), param('round'))
  return view.ok ? { html: roundSheetsPage(frame, view.value, problems), status } : { problem: view.problem }
}

async function receiveForResponse(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const sent = await form.file('file')
  if (!sent) return sendShown(visit, refused('sheet-needed').problem, 422)
  const kept = await receiveSheet(app, person, param('code'), { responseId: param('response') }, sent)
  return kept.ok ? { see: frame.to.sheet(param('code'), kept.value.id) } : sendShown(visit, kept.problem, 422)
}

/** まとめて送られたものを、一つずつ受け取る。受け取れなかったものだけを、わけとともに見せる。 */
async function receiveForRound(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const sent = await form.files('file')
  if (sent.length === 0) return roundShown(visit, [refused('sheet-needed').problem], 422)
  const kept: Result<{ readonly id: string }>[] = []
  for (const each of sent) kept.push(await receiveSheet(app, person, param('code'), { roundId: param('round') }, each))
  const problems = kept.flatMap((each) => (each.ok ? [] : [each.problem]))
  if (problems.length > 0) return roundShown(visit, problems, 422)
  const [only, ...others] = kept.flatMap((each) => (each.ok ? [each.value.id] : []))
  return only !== undefined && others.length === 0
    ? { see: frame.to.sheet(param('code'), only) }
    : { see: `${frame.to.roundPart(param('code'), param('round'), 'sheets')}#waiting` }
}

const tooLarge = refused('upload-too-large', { limit: '50MB' }).problem

async function tooLargeForResponse(visit: Visit): Promise<Acted> {
  return sendShown(visit, tooLarge, 413)
}

async function tooLargeForRound(visit: Visit): Promise<Acted> {
  return roundShown(visit, [tooLarge], 413)
}

async function review(visit: Visit): Promise<Shown> {
  return reviewShown(visit)
}

const reviewShown = async (
  { app, person, param, frame }: Visit,
  notice?: string,
  given?: Form,
  status: 200 | 409 | 422 = 200,
): Promise<Shown> => {
  const found = await sheetReview(app, person, param('code'), param('id'))
  return found.ok ? { html: sheetReviewPage(frame, found.value, notice, given), status } : { problem: found.problem }
}

async function take(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const taken = await takeSheet(app, person, param('code'), param('id'), {
    seen: form.text('seen'),
    pickOf: (itemId, field) => pickIn(form.text(pickName({ itemId, field }))),
    confirmedOf: (itemId, field) => form.all(confirmName({ itemId, field })),
  })
  // 二度押しや、もう終わった用紙は、どうなったかを頁が言う。
  if (!taken.ok) return taken.problem.kind === 'sheet-ended' ? seen(visit) : { problem: taken.problem }
  const { value } = taken
  if (value.kind === 'changed') return reviewShown(visit, frame.t('sheets.changed-meanwhile'), form, 409)
  if (value.kind === 'undecided')
    return reviewShown(visit, frame.t('sheets.undecided', { count: value.count }), form, 422)
  return seen(visit)
}

const pickIn = (text: string): SheetPick | undefined => (text === 'file' || text === 'now' ? text : undefined)

const seen = ({ frame, param }: Visit): Acted => ({ see: frame.to.sheet(param('code'), param('id')) })

async function discard(visit: Visit): Promise<Acted> {
  const { app, person, param } = visit
  const discarded = await discardSheet(app, person, param('code'), param('id'))
  return discarded.ok ? seen(visit) : { problem: discarded.problem }
}

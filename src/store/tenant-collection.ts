import type { NewVersion } from '#domain/collection/next-version.ts'
import type { Response, ResponseItem } from '#domain/collection/response.ts'
import type { RoundStep } from '#domain/collection/round.ts'
import { actualVersions, addActualVersions, unpublishedActuals } from './actual-versions.ts'
import { type AnswerChange, answersOf, answersOfRound, writeAnswers } from './answers.ts'
import { boardRows, unaskedIndicators } from './board.ts'
import { moveResponses } from './department-changes.ts'
import { addEvidence, evidenceContent, evidenceOf, removeEvidence } from './evidence.ts'
import { addComment, commentsOf } from './item-comments.ts'
import {
  addReceivedSheet,
  endReceivedSheet,
  itemsWithKeys,
  openSheetsOfRound,
  receivedContent,
  receivedSheet,
  sheetsOfResponse,
} from './response-sheets.ts'
import {
  type addItems,
  addLateItems,
  addResponse,
  extendResponse,
  itemsOf,
  itemsOfRound,
  moveResponse,
  responseOf,
  responsesOf,
  stepsOf,
  touchResponse,
} from './responses.ts'
import { addRoundStep, putRound, removeRound, roundOf, roundSteps, rounds } from './rounds.ts'
import type { Transaction } from './transaction.ts'
import { doubtfulIndicators, unseenStandIns, unstaffedDepartments } from './waiting.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、待っているもの・実績の版・届いた用紙・照会・回答を読む口。 */
export const collectionReads = (tx: Transaction) => ({
  /** 人を待っているもの（あなたの仕事）。 */
  waiting: {
    unseenStandIns: (roundId: string) => unseenStandIns(tx, roundId),
    doubtful: () => doubtfulIndicators(tx),
    unstaffed: (day: string) => unstaffedDepartments(tx, day),
  },
  /** 実績の版。 */
  actuals: {
    of: (indicatorIds: readonly string[]) => actualVersions(tx, indicatorIds),
    unpublished: () => unpublishedActuals(tx),
  },
  sheets: {
    get: (id: string) => receivedSheet(tx, id),
    content: (id: string) => receivedContent(tx, id),
    ofResponse: (responseId: string) => sheetsOfResponse(tx, responseId),
    openOfRound: (roundId: string) => openSheetsOfRound(tx, roundId),
    itemsWithKeys: (keys: readonly string[]) => itemsWithKeys(tx, keys),
  },
  rounds: {
    list: () => rounds(tx),
    get: (id: string) => roundOf(tx, id),
    steps: (id: string) => roundSteps(tx, id),
    board: (id: string, fields: readonly string[]) => boardRows(tx, id, fields),
    unasked: (id: string, day: string) => unaskedIndicators(tx, id, day),
  },
  responses: {
    ofRound: (roundId: string) => responsesOf(tx, roundId),
    get: (id: string) => responseOf(tx, id),
    items: (responseId: string) => itemsOf(tx, responseId),
    itemsOfRound: (roundId: string) => itemsOfRound(tx, roundId),
    steps: (responseId: string) => stepsOf(tx, responseId),
    answers: (responseId: string) => answersOf(tx, responseId),
    answersOfRound: (roundId: string) => answersOfRound(tx, roundId),
    /** 根拠の資料（中身を除く）。 */
    evidence: (responseId: string) => evidenceOf(tx, responseId),
    evidenceContent: (itemId: string, id: string) => evidenceContent(tx, itemId, id),
    /** 項目への書き込み。 */
    comments: (responseId: string) => commentsOf(tx, responseId),
  },
})

/** 団体一つの、待っているもの・実績の版・届いた用紙・照会・回答に書く口。書いたことにはみな監査記録が付く。 */
export const collectionWrites = (tx: Writing, readable: ReturnType<typeof collectionReads>) => ({
  actuals: {
    ...readable.actuals,
    add: (versions: readonly NewVersion[]) => addActualVersions(tx, versions),
  },
  sheets: {
    ...readable.sheets,
    add: (sheet: Parameters<typeof addReceivedSheet>[1]) => addReceivedSheet(tx, sheet),
    end: (id: string, status: 'taken' | 'discarded', told?: unknown) => endReceivedSheet(tx, id, status, told),
  },
  rounds: {
    ...readable.rounds,
    put: (round: Parameters<typeof putRound>[1]) => putRound(tx, round),
    remove: (id: string) => removeRound(tx, id),
    step: (id: string, step: RoundStep['step'], reason?: string) => addRoundStep(tx, id, step, reason),
  },
  responses: {
    ...readable.responses,
    open: (response: Parameters<typeof addResponse>[1], items: Parameters<typeof addResponse>[2]) =>
      addResponse(tx, response, items),
    addLate: (response: Response, items: Parameters<typeof addItems>[2]) => addLateItems(tx, response, items),
    move: (before: Parameters<typeof moveResponse>[1], move: Parameters<typeof moveResponse>[2]) =>
      moveResponse(tx, before, move),
    extend: (before: Parameters<typeof extendResponse>[1], to: string | null, reason: string) =>
      extendResponse(tx, before, to, reason),
    touch: (id: string) => touchResponse(tx, id),
    addEvidence: (item: ResponseItem, file: Parameters<typeof addEvidence>[2]) => addEvidence(tx, item, file),
    removeEvidence: (item: ResponseItem, id: string) => removeEvidence(tx, item, id),
    comment: (item: ResponseItem, id: string, text: string) => addComment(tx, item, id, text),
    /** 機構改革で、後継の課へ移す。 */
    moveToSuccessors: (moves: Parameters<typeof moveResponses>[1]) => moveResponses(tx, moves),
    write: (items: readonly ResponseItem[], changes: readonly AnswerChange[]) => writeAnswers(tx, items, changes),
  },
})

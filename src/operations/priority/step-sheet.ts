import { isSameStepAgain } from '#domain/collection/steps-taken.ts'
import type { Person } from '#domain/people/person.ts'
import {
  returningSteps,
  type SheetCheck,
  type SheetStep,
  sheetBlockedBy,
  sheetFlow,
  sheetStateAfter,
} from '#domain/priority/flow.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { sheetChecks } from '#domain/priority/sheet-facts.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { longestReason } from '../collection/flow-facts.ts'
import { actAs } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { sheetAtHand, sheetMovedMeanwhile } from './sheet-at-hand.ts'

/** 進める人が見ていた調書の revision と、添えたわけ。 */
export type SheetStepAsked = { readonly revision: number; readonly reason?: string | null }

/**
 * 調書を一歩進める（提出・確認・報告・ヒアリング・差戻し・取り下げ・開け直し）。進めてよいかは、権限の表と流れの表が決める。
 * 同じ人の二度押しは一歩で、二度目にも今の調書を返す。
 * 断る符号: `not-permitted`・`priority-year.sheet-absent`・`priority-year.moved-meanwhile`・`priority-year.blocked-…`。
 */
export const stepSheet = async (
  app: App,
  person: Person,
  code: string,
  sheetId: string,
  step: SheetStep,
  asked: SheetStepAsked,
): Promise<Result<PrioritySheet>> => {
  const reason = storable((asked.reason ?? '').trim()) || null
  if ((reason ?? '').length > longestReason) return refused('flow.reason-too-long', { limit: longestReason })
  return app.store.write(code, actAs(app, person), (tx) =>
    stepSheetIn(tx, person, sheetId, step, { revision: asked.revision, reason }),
  )
}

/** 取引の中で一歩進める（ヒアリングの画面で、指示を書くのと一緒に終えるときなど）。 */
export const stepSheetIn = async (
  tx: WriteTransaction,
  person: Person,
  sheetId: string,
  step: SheetStep,
  { revision, reason = null }: SheetStepAsked,
): Promise<Result<PrioritySheet>> => {
  const found = await sheetAtHand(tx, person, sheetId, sheetFlow[step].act)
  if (!found.ok) return found
  const { sheet, year } = found.value
  const steps = await tx.prioritySheets.steps(sheet.id)
  if (sheet.revision !== revision) {
    const by = storable(person.name)
    return isSameStepAgain(steps, { revision, now: sheet.revision, step, by })
      ? done(sheet)
      : sheetMovedMeanwhile(sheet)
  }
  const blocked = sheetBlockedBy(step, sheet.state, sheetChecks(sheet, year, reason))
  if (blocked.length > 0) return { ok: false, problem: sheetBlocked(step, sheet, blocked) }
  const to = sheetStateAfter(step, sheet.state, steps)
  const moved = await tx.prioritySheets.move(sheet, { step, to, reason, returned: returningSteps.includes(step) })
  return moved ? done(moved) : sheetMovedMeanwhile(sheet)
}

/** 流れの表が通さなかったわけを、ことばに。わけがいくつもあれば、続けてすべて言う。 */
export const sheetBlocked = (
  step: SheetStep,
  { state }: Pick<PrioritySheet, 'state'>,
  blocks: readonly (SheetCheck | 'wrong-state')[],
): Problem => {
  const params = { state: `@what-sheet-${state}`, step: `@what-sheet-step-${step}` }
  const [first, ...rest] = blocks.map((block) => ({ code: `priority-year.blocked-${block}`, params }))
  if (!first) throw new Error(`${step} was not blocked`)
  return { kind: first.code, ...first, also: rest }
}

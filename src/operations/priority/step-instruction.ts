import { isSameStepAgain } from '#domain/collection/steps-taken.ts'
import type { NoticeKind } from '#domain/notices/notice.ts'
import { isValidOn, type OrganisationUnit } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import type { PlacedInstruction } from '#domain/priority/instruction.ts'
import { type InstructionStepName, instructionBlocks, instructionFlow } from '#domain/priority/instruction-flow.ts'
import { instructionTrail } from '#domain/priority/open-instructions.ts'
import { readDue, withinLimit } from '#domain/priority/read-instruction.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { blockedInstruction, departmentGone, instructionMoved } from './instruction-problems.ts'
import { tellInstruction } from './tell-instruction.ts'

/** 進める人が見ていた指示の revision と、添えたことば・期限・引き継ぐ部局（id）。`together` は、同じ部局のほかの終わらない指示も引き継ぐ。 */
export type InstructionStepAsked = {
  readonly revision: number
  readonly text: string
  readonly due?: string
  readonly departmentId?: string
  readonly together?: boolean
}

/** 一歩ごとの知らせ。了と取消しと期限は、部局の仕事を増やさないので知らせない（頁には出る）。 */
const kinds: Readonly<Partial<Record<InstructionStepName, NoticeKind>>> = {
  answer: 'instruction-answered',
  'ask-again': 'instruction-asked-again',
  'hand-over': 'instruction-given',
}

/**
 * 指示を一歩進める（対応・了・再度・取消し・引継ぎ・期限）。進めてよいかは、権限の表と流れの表が決める。
 * 同じ人の二度押しは一歩。ほかの人が先に進めていれば `instructions.moved-meanwhile` で、何も書かない。
 * 断る符号: `not-permitted`・`instructions.absent`・`instructions.wrong-state`・`instructions.…-needed…`・
 * `instructions.due-unreadable`・`instructions.same-due`・`instructions.same-department`・`instructions.department-…`。
 */
export const stepInstruction = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  step: InstructionStepName,
  asked: InstructionStepAsked,
): Promise<Result<PlacedInstruction>> => {
  const { act } = instructionFlow[step]
  const allowed = permitted(person, act)
  if (!allowed.ok) return allowed
  const text = storable(asked.text.trim())
  const [short, due] = [withinLimit(text), readDue(asked.due ?? '')]
  if (!short.ok) return short
  if (!due.ok) return due
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<PlacedInstruction>> => {
    const before = await tx.instructions.get(id)
    if (!before) return refused('instructions.absent')
    const own = permitted(person, act, before.departmentId)
    if (!own.ok) return own
    if (before.revision !== asked.revision)
      return meanwhile(tx, before, { step, text, revision: asked.revision, by: storable(person.name) })
    const departmentId = asked.departmentId ?? ''
    const given = { text: text !== '', date: due.value !== null, department: departmentId !== '' }
    const blocks = instructionBlocks(step, before.state, given)
    if (blocks.length > 0) return { ok: false, problem: blockedInstruction(step, before, blocks) }
    const fits = await fitsStep(tx, before, step, due.value, departmentId, dayInJapan(app.now()))
    if (!fits.ok) return fits
    const moved = await moveOn(tx, before, step, { text, dueOn: due.value, departmentId })
    if (moved.ok && step === 'hand-over' && asked.together) await handOverOthers(tx, before, { text, departmentId })
    return moved
  })
}

/** 部局として対応を報告する。 */
export const answerInstruction = (app: App, person: Person, code: string, id: string, asked: InstructionStepAsked) =>
  stepInstruction(app, person, code, id, 'answer', asked)

/** 市長として了とする。 */
export const closeInstruction = (app: App, person: Person, code: string, id: string, asked: InstructionStepAsked) =>
  stepInstruction(app, person, code, id, 'accept', asked)

/** 引き継ぐ部局と期限が、いまのものと違い、使えるものか。 */
const fitsStep = async (
  tx: WriteTransaction,
  before: PlacedInstruction,
  step: InstructionStepName,
  dueOn: string | null,
  departmentId: string,
  today: string,
): Promise<Result<null>> => {
  if (step === 'extend' && dueOn === before.dueOn) return refused('instructions.same-due', { day: `@day-${dueOn}` })
  if (step !== 'hand-over') return done(null)
  if (departmentId === before.departmentId) return refused('instructions.same-department')
  const units = await tx.organisation.units()
  const unit: OrganisationUnit | undefined = units.find((each) => each.id === departmentId)
  if (!unit) return refused('instructions.department-needed')
  return isValidOn(unit, today) ? done(null) : departmentGone(units, unit, today)
}

/** 同じ部局の、ほかの終わらない指示も（なくなった部局のものを、一つずつ引き継がなくてよいように）。 */
const handOverOthers = async (
  tx: WriteTransaction,
  { departmentId: from }: PlacedInstruction,
  { text, departmentId }: Omit<Moving, 'dueOn'>,
): Promise<void> => {
  for (const other of await tx.instructions.of({ departmentId: from, open: true }))
    await moveOn(tx, other, 'hand-over', { text, dueOn: null, departmentId })
}

type Moving = { readonly text: string; readonly dueOn: string | null; readonly departmentId: string }

const moveOn = async (
  tx: WriteTransaction,
  before: PlacedInstruction,
  step: InstructionStepName,
  { text, dueOn, departmentId }: Moving,
): Promise<Result<PlacedInstruction>> => {
  const dated = dueOn !== null && (step === 'extend' || step === 'ask-again') ? { dueOn } : {}
  const handed = step === 'hand-over' ? { departmentId } : {}
  const to = instructionFlow[step].to ?? before.state
  const moved = await tx.instructions.step(before, { step, text, to, ...dated, ...handed })
  if (!moved) return instructionMoved(undefined)
  const kind = kinds[step]
  if (kind) await tellInstruction(tx, kind, moved, step === 'hand-over' ? moved.text : text)
  return done(moved)
}

type Pressed = { readonly step: string; readonly text: string; readonly revision: number; readonly by: string }

/** 見ていたものから変わっていた。同じ人が同じことばで二度押したなら今のものを、そうでなければ、だれが何をしたかを。 */
const meanwhile = async (
  tx: WriteTransaction,
  now: PlacedInstruction,
  { text, ...pressed }: Pressed,
): Promise<Result<PlacedInstruction>> => {
  const steps = await tx.instructions.steps([now.id])
  const again = isSameStepAgain(steps, { ...pressed, now: now.revision }) && steps.at(-1)?.text === text
  return again ? done(now) : instructionMoved(instructionTrail(now, steps).at(-1))
}

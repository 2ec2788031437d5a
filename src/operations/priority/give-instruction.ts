import { isValidOn } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import { isInstructionStage, type PlacedInstruction } from '#domain/priority/instruction.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { readInstruction, type TypedInstruction } from '#domain/priority/read-instruction.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import { isUuid } from '#store/editions.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { departmentGone } from './instruction-problems.ts'
import { tellInstruction } from './tell-instruction.ts'

/**
 * 出す指示。調書に付けるなら `sheetId` と、目標か項目の id（`on`、空なら調書全体）。付けないなら `departmentId`。
 * `id` は、書く欄が持っている新しい指示の id。二度押しても、一つの指示になる。
 */
export type InstructionGiven = TypedInstruction & {
  readonly id: string
  readonly sheetId: string
  readonly on: string
  readonly departmentId: string
  readonly year: number | undefined
  readonly stage: string
}

/**
 * 市長の指示を記す。部局に知らせる。
 * 断る符号: `not-permitted`・`instructions.text-…`・`instructions.due-unreadable`・`instructions.sheet-absent`・
 * `instructions.place-gone`・`instructions.department-needed`・`instructions.department-gone`。
 */
export const giveInstruction = async (
  app: App,
  person: Person,
  code: string,
  given: InstructionGiven,
): Promise<Result<PlacedInstruction>> => {
  const allowed = permitted(person, 'instruct')
  if (!allowed.ok) return allowed
  const read = readInstruction(given)
  if (!read.ok) return read
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<PlacedInstruction>> => {
    const already = await tx.instructions.get(given.id)
    if (already) return done(already)
    const owner = await ownerOf(tx, given, today)
    if (!owner.ok) return owner
    const told = await tx.instructions.add({
      id: isUuid(given.id) ? given.id : app.newId(),
      ...owner.value,
      stage: isInstructionStage(given.stage) ? given.stage : 'other',
      text: storable(read.value.text),
      dueOn: read.value.dueOn,
    })
    await tellInstruction(tx, 'instruction-given', told, told.text)
    return done(told)
  })
}

type Owner = Pick<PlacedInstruction, 'departmentId' | 'year' | 'sheetId' | 'goalId' | 'itemId'>

/** だれへの、どこに付く指示か。 */
const ownerOf = async (tx: WriteTransaction, given: InstructionGiven, today: string): Promise<Result<Owner>> => {
  const placed = await placeOf(tx, given, today)
  if (!placed.ok) return placed
  const { departmentId } = placed.value
  const units = await tx.organisation.units()
  const unit = units.find(({ id }) => id === departmentId)
  if (!unit) return refused('instructions.department-needed')
  return isValidOn(unit, today) ? placed : departmentGone(units, unit, today)
}

const placeOf = async (tx: WriteTransaction, given: InstructionGiven, today: string): Promise<Result<Owner>> => {
  const { sheetId, on, departmentId } = given
  if (sheetId === '') {
    const year = given.year ?? fiscalYearOf(today).startYear
    return done({ departmentId, year, sheetId: null, goalId: null, itemId: null })
  }
  const sheet = await tx.prioritySheets.get(sheetId)
  return sheet ? withinSheet(sheet, on) : refused('instructions.sheet-absent')
}

const withinSheet = ({ id, departmentId, year, goals }: PrioritySheet, on: string): Result<Owner> => {
  const whole = { departmentId, year, sheetId: id, goalId: null, itemId: null }
  if (on === '') return done(whole)
  const goal = goals.find((each) => each.id === on || each.items.some((item) => item.id === on))
  if (!goal) return refused('instructions.place-gone')
  return done({ ...whole, goalId: goal.id, itemId: goal.id === on ? null : on })
}

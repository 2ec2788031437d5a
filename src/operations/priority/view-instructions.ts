import { treeOn, type UnitLine } from '#domain/people/organisation.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { type InstructionState, isInstructionState, type PlacedInstruction } from '#domain/priority/instruction.ts'
import {
  type InstructionStepName,
  instructionFlow,
  instructionStepsFrom,
  isUnfinished,
} from '#domain/priority/instruction-flow.ts'
import {
  byDue,
  type InstructionCounts,
  instructionCounts,
  instructionTrail,
  type TrailEntry,
} from '#domain/priority/open-instructions.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { type InstructionLine, instructionLines, lineOf } from './instruction-lines.ts'

export type { InstructionLine } from './instruction-lines.ts'

/** 絞り込み。state は open（まだ終わらないもの。はじめの見え方）、all、overdue か、状態の一つ。 */
export type InstructionsAsked = {
  readonly year?: number | undefined
  readonly departmentId?: string | undefined
  readonly state?: string | undefined
}

export type InstructionsShown = 'open' | 'all' | 'overdue' | InstructionState

export type InstructionsView = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly today: string
  readonly thisYear: number
  readonly lines: readonly InstructionLine[]
  /** 年度と部局で絞った中の数。 */
  readonly counts: InstructionCounts
  readonly filter: {
    readonly year: number | null
    readonly departmentId: string | null
    readonly state: InstructionsShown
  }
  /** 指示のある年度（新しい順）と部局。 */
  readonly years: readonly number[]
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly mayGive: boolean
  /** 指示を書けるいまの課の木。書けない人には空。 */
  readonly units: readonly UnitLine[]
  /** 書く欄に入れておく、新しい指示の id。 */
  readonly newId: string
}

/** 市長指示事項の一覧。はじめは、まだ終わらないものだけを期限の早い順に。 */
export const instructionsView = async (
  { store, now, newId }: App,
  person: Person,
  code: string,
  asked: InstructionsAsked = {},
): Promise<Result<InstructionsView>> => {
  const allowed = permitted(person, 'priority-read')
  if (!allowed.ok) return allowed
  const today = dayInJapan(now())
  return store.read(
    code,
    async (tx) => {
      const units = await tx.organisation.units()
      const all = await tx.instructions.of()
      const within = all.filter(
        ({ year, departmentId }) =>
          (asked.year ?? year) === year && (asked.departmentId ?? departmentId) === departmentId,
      )
      const state = shownOf(asked.state)
      const lines = await instructionLines(tx, byDue(within.filter((each) => isShown(each, state))), units, today)
      const mayGive = permits(person, 'instruct')
      const known = new Set(all.map(({ departmentId }) => departmentId))
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        today,
        thisYear: fiscalYearOf(today).startYear,
        lines: state === 'overdue' ? lines.filter(({ overdue }) => overdue) : lines,
        counts: instructionCounts(within, today),
        filter: { year: asked.year ?? null, departmentId: asked.departmentId ?? null, state },
        years: [...new Set(all.map(({ year }) => year))].toSorted((a, b) => b - a),
        departments: units.filter(({ id }) => known.has(id)).map(({ id, name }) => ({ id, name })),
        mayGive,
        units: mayGive ? treeOn(units, today) : [],
        newId: newId(),
      })
    },
    reachOf(person),
  )
}

const shownOf = (state: string | undefined): InstructionsShown =>
  state !== undefined && (state === 'all' || state === 'overdue' || isInstructionState(state)) ? state : 'open'

const isShown = (instruction: PlacedInstruction, state: InstructionsShown): boolean => {
  if (state === 'all') return true
  return state === 'open' || state === 'overdue' ? isUnfinished(instruction) : instruction.state === state
}

/** 指示一つの頁。`choices` は、この人が進められる一歩。 */
export type InstructionView = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly line: InstructionLine
  readonly trail: readonly TrailEntry[]
  /** 経過に出る部局の名。 */
  readonly names: ReadonlyMap<string, string>
  readonly choices: readonly InstructionStepName[]
  /** 引き継ぐ先に選べる課の木。 */
  readonly units: readonly UnitLine[]
  /** 同じ部局の、ほかの終わらない指示の数（引き継げる人だけ）。 */
  readonly others: number
  /** 付いている調書を見られるか。 */
  readonly sheetSeen: boolean
}

/** 断る符号: `not-permitted`・`instructions.absent`（ほかの部局のものも、ないものに見える）。 */
export const instructionView = async (
  { store, now }: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<InstructionView>> => {
  const allowed = permitted(person, 'priority-read')
  if (!allowed.ok) return allowed
  const today = dayInJapan(now())
  return store.read(
    code,
    async (tx): Promise<Result<InstructionView>> => {
      const instruction = await tx.instructions.get(id)
      if (!instruction || !permits(person, 'priority-read', instruction.departmentId))
        return refused('instructions.absent')
      const steps = await tx.instructions.steps([id])
      const units = await tx.organisation.units()
      const { sheetId, departmentId, state } = instruction
      const choices = instructionStepsFrom(state).filter((step) =>
        permits(person, instructionFlow[step].act, departmentId),
      )
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        line: lineOf(instruction, steps, units, today),
        trail: instructionTrail(instruction, steps),
        names: new Map(units.map((unit) => [unit.id, unit.name])),
        choices,
        units: choices.includes('hand-over') ? treeOn(units, today) : [],
        others: choices.includes('hand-over')
          ? (await tx.instructions.of({ departmentId, open: true })).filter((each) => each.id !== id).length
          : 0,
        sheetSeen: sheetId !== null && (await tx.prioritySheets.get(sheetId)) !== undefined,
      })
    },
    reachOf(person),
  )
}

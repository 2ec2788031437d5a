import type { Instruction } from '#domain/priority/instruction.ts'
import type { PrioritySheet, PriorityYear, SheetGoal } from '#domain/priority/priority-sheet.ts'
import {
  addInstruction,
  type InstructionFilter,
  type InstructionMove,
  instructionOf,
  instructionStepsOf,
  instructionsOf,
  type NewInstruction,
  stepInstruction,
} from './instructions.ts'
import {
  addSheet,
  moveSheet,
  moveSheetTo,
  type ReportChange,
  saveGoals,
  saveReports,
  sheetOf,
  sheetSteps,
  sheetsOfYear,
  sheetYearsOf,
  unclosedSheets,
} from './priority-sheets.ts'
import { priorityYearOf, priorityYears, putPriorityYear } from './priority-years.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、重点目標調書・報告・市長指示事項を読む口。 */
export const priorityReads = (tx: Transaction) => ({
  priorityYears: {
    list: () => priorityYears(tx),
    get: (year: number) => priorityYearOf(tx, year),
  },
  prioritySheets: {
    ofYear: (year: number) => sheetsOfYear(tx, year),
    unclosed: () => unclosedSheets(tx),
    yearsOf: (departmentId: string) => sheetYearsOf(tx, departmentId),
    get: (id: string) => sheetOf(tx, id),
    steps: (id: string) => sheetSteps(tx, id),
  },
  instructions: {
    of: (filter?: InstructionFilter) => instructionsOf(tx, filter),
    get: (id: string) => instructionOf(tx, id),
    /** 一歩の記録。いくつもの指示のものを一度に。 */
    steps: (ids: readonly string[]) => instructionStepsOf(tx, ids),
  },
})

/** 団体一つの、重点目標調書・報告・市長指示事項に書く口。書いたことにはみな監査記録が付く。 */
export const priorityWrites = (tx: Writing, readable: ReturnType<typeof priorityReads>) => ({
  priorityYears: {
    ...readable.priorityYears,
    put: (year: PriorityYear) => putPriorityYear(tx, year),
  },
  prioritySheets: {
    ...readable.prioritySheets,
    add: (sheet: Parameters<typeof addSheet>[1]) => addSheet(tx, sheet),
    save: (before: PrioritySheet, goals: readonly SheetGoal[]) => saveGoals(tx, before, goals),
    report: (sheet: PrioritySheet, changes: readonly ReportChange[]) => saveReports(tx, sheet, changes),
    move: (before: PrioritySheet, move: Parameters<typeof moveSheet>[2]) => moveSheet(tx, before, move),
    moveToDepartment: (sheet: PrioritySheet, departmentId: string) => moveSheetTo(tx, sheet, departmentId),
  },
  instructions: {
    ...readable.instructions,
    add: (instruction: NewInstruction) => addInstruction(tx, instruction),
    step: (before: Instruction, move: InstructionMove) => stepInstruction(tx, before, move),
  },
})

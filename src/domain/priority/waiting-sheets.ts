import { type Waiting, type WaitingKind, waiting } from '../collection/waiting.ts'
import { permits } from '../people/permission.ts'
import { type Person, serves } from '../people/person.ts'
import { daysBetween } from '../year/calendar.ts'
import { reportingStage } from './flow.ts'
import type { PrioritySheet, PrioritySheetState, PriorityYear } from './priority-sheet.ts'
import { isLate, isReported, itemsOfSheet, sheetDue } from './sheet-facts.ts'

/** 一つの年の調書と、部局の名（id → 名）。`title` は「令和8年度重点目標」。 */
export type SheetsOfYear = {
  readonly title: string
  readonly year: PriorityYear
  readonly sheets: readonly PrioritySheet[]
  readonly departments: ReadonlyMap<string, string>
}

/** 重点目標で、この人を待っているもの。部局には設定と報告、市長と企画課には確認・ヒアリング・期末。 */
export const waitingSheets = (person: Person, given: SheetsOfYear, today: string): readonly Waiting[] => [
  ...given.sheets.flatMap((sheet) => ofDepartment(person, sheet, given, today)),
  ...(permits(person, 'priority-confirm') ? forTheMayor(given) : []),
  ...(permits(person, 'priority-manage') ? late(given, today) : []),
]

/** 担当者には書くもの、部課長には、書くものと、書き終えて提出を待つもの。 */
const ofDepartment = (
  person: Person,
  sheet: PrioritySheet,
  { title, year, departments }: SheetsOfYear,
  today: string,
): readonly Waiting[] => {
  const { id, departmentId, state, returnedReason, lastBy } = sheet
  const head = serves(person, 'approver', departmentId)
  if (!head && !serves(person, 'editor', departmentId)) return []
  const due = sheetDue(state, year)
  const about = {
    department: departments.get(departmentId) ?? '―',
    due,
    left: due === null ? null : daysBetween(today, due),
    at: { sheetId: id },
  }
  if (returnedReason !== null) return [waiting('sheet-returned', title, { ...about, note: returnedReason, by: lastBy })]
  if (state === 'setting') return [waiting('sheet-set', title, about)]
  const stage = reportingStage(state, year)
  if (stage === null) return []
  const unreported = itemsOfSheet(sheet).filter((item) => !isReported(item, stage)).length
  if (unreported > 0) return [waiting('sheet-report', title, { ...about, count: unreported })]
  return head ? [waiting('sheet-submit', title, about)] : []
}

const mayorsTurn = [
  ['proposed', 'sheet-confirm'],
  ['interim-reported', 'sheet-hear'],
  ['final-reported', 'sheet-close'],
] as const satisfies readonly (readonly [PrioritySheetState, WaitingKind])[]

/** 市長の番のものは、年度ごとに一行。一枚だけなら、その調書へ。 */
const forTheMayor = ({ title, year, sheets, departments }: SheetsOfYear): readonly Waiting[] =>
  mayorsTurn.flatMap(([state, kind]) => {
    const its = sheets.filter((sheet) => sheet.state === state)
    const [only] = its.length === 1 ? its : []
    return its.length === 0
      ? []
      : [
          waiting(kind, title, {
            count: its.length,
            note: namesOf(its, departments),
            at: only ? { sheetId: only.id } : { priorityYear: year.year },
          }),
        ]
  })

const late = ({ title, year, sheets, departments }: SheetsOfYear, today: string): readonly Waiting[] => {
  const its = sheets.filter(({ state }) => isLate(sheetDue(state, year), today))
  if (its.length === 0) return []
  return [
    waiting('sheet-late', title, {
      count: its.length,
      note: namesOf(its, departments),
      at: { priorityYear: year.year },
    }),
  ]
}

const namesOf = (sheets: readonly PrioritySheet[], departments: SheetsOfYear['departments']): string =>
  sheets.map(({ departmentId }) => departments.get(departmentId) ?? '―').join('・')

import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import {
  reportingStage,
  type SheetStep,
  settable,
  sheetBlockedBy,
  sheetFlow,
  stepsFrom,
} from '#domain/priority/flow.ts'
import { isUnfinished } from '#domain/priority/instruction-flow.ts'
import type {
  PrioritySheet,
  PrioritySheetStep,
  PriorityYear,
  ReportStage,
  SheetItem,
} from '#domain/priority/priority-sheet.ts'
import { itemsOfSheet, sheetChecks } from '#domain/priority/sheet-facts.ts'
import { done, type Problem, type Result } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { type InstructionLine, instructionLines } from './instruction-lines.ts'
import { indicatorsToLink, type LinkableIndicator, type LinkedFigure, linkedFigures } from './linked-indicators.ts'
import { sheetAtHand } from './sheet-at-hand.ts'
import { sheetBlocked } from './step-sheet.ts'
import { type SheetLine, sheetLine } from './year-view.ts'

export type { LinkedFigure } from './linked-indicators.ts'
export type { SheetLine } from './year-view.ts'

/** いまこの人が進められる一歩。足りないものがあれば `blocked`（わけの要る一歩は、わけを書けば進める）。 */
export type SheetChoice = { readonly step: SheetStep; readonly blocked: Problem | null; readonly reasoned: boolean }

/** 前の年度の同じ項目。 */
export type ItemBefore = { readonly item: SheetItem; readonly year: number }

export type SheetView = SheetLine & {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly year: PriorityYear
  readonly today: string
  readonly steps: readonly PrioritySheetStep[]
  /** この部局の、まだ終わらない市長指示（何年度のものでも）と、この調書への指示すべて。 */
  readonly open: readonly InstructionLine[]
  readonly instructions: readonly InstructionLine[]
  /** 引き継いだ項目の id → 前の年度の項目。 */
  readonly before: ReadonlyMap<string, ItemBefore>
  readonly figures: ReadonlyMap<string, LinkedFigure>
  /** つなげる指標（目標を書ける人だけ）。 */
  readonly linkable: readonly LinkableIndicator[]
  readonly choices: readonly SheetChoice[]
  readonly may: { readonly edit: boolean; readonly report: ReportStage | null; readonly instruct: boolean }
  /** 同じ部局の、ほかの年度の調書。 */
  readonly others: readonly { readonly id: string; readonly year: number }[]
}

/**
 * 調書一枚。見てよい人（`priority-read`）なら、書けない人にも見せる。指標の値は `editions` から、見るたびに引く。
 * 断る符号: `not-permitted`・`priority-year.sheet-absent`。
 */
export const sheetView = async (
  { store, now }: App,
  person: Person,
  code: string,
  sheetId: string,
  editions: readonly Edition[],
): Promise<Result<SheetView>> =>
  store.read(
    code,
    async (tx): Promise<Result<SheetView>> => {
      const found = await sheetAtHand(tx, person, sheetId, 'priority-read')
      if (!found.ok) return found
      const { sheet, year } = found.value
      const today = dayInJapan(now())
      const units = await tx.organisation.units()
      const own = await instructionLines(
        tx,
        await tx.instructions.of({ departmentId: sheet.departmentId, sheetId: sheet.id }),
        units,
        today,
      )
      const open = own.filter(({ instruction }) => isUnfinished(instruction))
      const edit = settable(sheet.state) && permits(person, 'priority-write', sheet.departmentId)
      return done({
        ...sheetLine(sheet, { year, units, today, instructions: open.map(({ instruction }) => instruction) }),
        municipality: { code, name: (await tx.name()) ?? code },
        year,
        today,
        steps: await tx.prioritySheets.steps(sheet.id),
        open,
        instructions: own.filter(({ instruction }) => instruction.sheetId === sheet.id),
        before: await itemsBefore(tx, sheet),
        figures: linkedFigures(sheet, editions),
        linkable: edit ? indicatorsToLink(editions) : [],
        choices: choicesFor(person, sheet, year),
        may: {
          edit,
          report: permits(person, 'priority-write', sheet.departmentId) ? reportingStage(sheet.state, year) : null,
          instruct: permits(person, 'instruct'),
        },
        others: (await tx.prioritySheets.yearsOf(sheet.departmentId)).filter(({ id }) => id !== sheet.id),
      })
    },
    reachOf(person),
  )

const choicesFor = (person: Person, sheet: PrioritySheet, year: PriorityYear): readonly SheetChoice[] =>
  stepsFrom(sheet.state)
    .filter((step) => permits(person, sheetFlow[step].act, sheet.departmentId))
    .flatMap((step): readonly SheetChoice[] => {
      const reasoned = (sheetFlow[step].needs as readonly string[]).includes('reason-given')
      const blocked = sheetBlockedBy(step, sheet.state, sheetChecks(sheet, year, reasoned ? 'わけ' : null))
      // 中間報告をする年の期末、しない年の中間は、まだ（もう）来ない一歩なので並べない。
      if (blocked.includes('interim-asked') || blocked.includes('interim-passed')) return []
      return [{ step, reasoned, blocked: blocked.length === 0 ? null : sheetBlocked(step, sheet, blocked) }]
    })

const itemsBefore = async (tx: ReadTransaction, sheet: PrioritySheet): Promise<ReadonlyMap<string, ItemBefore>> => {
  const continued = itemsOfSheet(sheet).filter((item) => item.continues !== null)
  if (continued.length === 0) return new Map()
  const year = sheet.year - 1
  const last = new Map((await tx.prioritySheets.ofYear(year)).flatMap(itemsOfSheet).map((item) => [item.id, item]))
  return new Map(
    continued.flatMap(({ id, continues }) => {
      const item = last.get(continues ?? '')
      return item ? [[id, { item, year }] as const] : []
    }),
  )
}

import { type OrganisationUnit, treeOn } from '#domain/people/organisation.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type SheetStep, stepsFrom } from '#domain/priority/flow.ts'
import { inOrganisationOrder } from '#domain/priority/in-organisation-order.ts'
import { isUnfinished } from '#domain/priority/instruction-flow.ts'
import { byDue } from '#domain/priority/open-instructions.ts'
import type { PrioritySheet, PrioritySheetState, SheetGoal } from '#domain/priority/priority-sheet.ts'
import { done, type Result } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { type InstructionLine, instructionLines } from './instruction-lines.ts'
import { type LinkedFigure, linkedFigures } from './linked-indicators.ts'
import { sheetAtHand } from './sheet-at-hand.ts'

/** ヒアリングの節目。spring 目標の設定、interim 中間、final 期末。 */
export const hearingStages = ['spring', 'interim', 'final'] as const
export type HearingStage = (typeof hearingStages)[number]
export const isHearingStage = (text: string): text is HearingStage =>
  (hearingStages as readonly string[]).includes(text)

/** その節目のヒアリングを終える一歩。 */
export const hearingSteps = {
  spring: 'confirm',
  interim: 'hear-interim',
  final: 'close',
} as const satisfies Record<HearingStage, SheetStep>

/** 前後の部局。 */
export type HearingNeighbour = { readonly sheetId: string; readonly department: string }

export type HearingGoal = {
  readonly goal: SheetGoal
  readonly instructions: readonly InstructionLine[]
  /** 書く欄に入れておく、新しい指示の id。 */
  readonly newId: string
}

/** ヒアリングの画面。部局一つを一枚に。 */
export type HearingView = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly sheet: PrioritySheet
  readonly department: string
  readonly stage: HearingStage
  /** 組織の並びで、何番目の部局か（1 から）。 */
  readonly at: number
  readonly of: number
  readonly previous: HearingNeighbour | null
  readonly next: HearingNeighbour | null
  readonly goals: readonly HearingGoal[]
  /** 目標に付いていない指示（部局全体、前の年度から残るもの）。 */
  readonly whole: readonly InstructionLine[]
  readonly wholeId: string
  readonly figures: ReadonlyMap<string, LinkedFigure>
  readonly mayInstruct: boolean
  /** この人がいまヒアリングを終えられるか。もう終えていれば heard。 */
  readonly ending: 'may-end' | 'heard' | 'not-yet'
}

type Asked = { readonly sheetId: string; readonly stage: string | undefined }

/**
 * 部局の調書を、会議の大きな画面で見る形に。部局の人には自分の部局だけ。
 * 断る符号: `not-permitted`・`priority-year.sheet-absent`。
 */
export const hearingView = async (
  { store, now, newId }: App,
  person: Person,
  code: string,
  { sheetId, stage: asked }: Asked,
  editions: readonly Edition[],
): Promise<Result<HearingView>> =>
  store.read(
    code,
    async (tx): Promise<Result<HearingView>> => {
      const found = await sheetAtHand(tx, person, sheetId, 'priority-read')
      if (!found.ok) return found
      const { sheet } = found.value
      const today = dayInJapan(now())
      const units = await tx.organisation.units()
      const sheets = inOrganisationOrder(await tx.prioritySheets.ofYear(sheet.year), treeOn(units, today))
      const at = sheets.findIndex(({ id }) => id === sheet.id)
      const stage = asked !== undefined && isHearingStage(asked) ? asked : stageOf(sheet.state)
      const given = (await tx.instructions.of({ departmentId: sheet.departmentId, sheetId: sheet.id })).filter(
        (each) => each.state !== 'withdrawn' && (isUnfinished(each) || each.sheetId === sheet.id),
      )
      const lines = await instructionLines(tx, byDue(given), units, today)
      const onGoal = Map.groupBy(lines, ({ instruction }) => instruction.goalId)
      const known = new Set(sheet.goals.map(({ id }) => id))
      const neighbour = (index: number) => neighbourOf(sheets[index], units)
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        sheet,
        department: nameIn(units, sheet.departmentId),
        stage,
        at: at + 1,
        of: sheets.length,
        previous: neighbour(at - 1),
        next: neighbour(at + 1),
        goals: sheet.goals.map((goal) => ({ goal, instructions: onGoal.get(goal.id) ?? [], newId: newId() })),
        whole: lines.filter(({ instruction: { goalId } }) => goalId === null || !known.has(goalId)),
        wholeId: newId(),
        figures: linkedFigures(sheet, editions),
        mayInstruct: permits(person, 'instruct'),
        ending: endingOf(sheet.state, stage, permits(person, 'priority-confirm')),
      })
    },
    reachOf(person),
  )

/** いまの状態から、見るはずの節目。 */
const stageOf = (state: PrioritySheetState): HearingStage => {
  if (state === 'setting' || state === 'proposed') return 'spring'
  return state === 'final-reported' || state === 'closed' ? 'final' : 'interim'
}

const passed = {
  spring: ['confirmed', 'interim-reported', 'interim-heard', 'final-reported', 'closed'],
  interim: ['interim-heard', 'final-reported', 'closed'],
  final: ['closed'],
} as const satisfies Record<HearingStage, readonly PrioritySheetState[]>

const endingOf = (state: PrioritySheetState, stage: HearingStage, may: boolean): HearingView['ending'] => {
  if ((passed[stage] as readonly PrioritySheetState[]).includes(state)) return 'heard'
  return may && stepsFrom(state).includes(hearingSteps[stage]) ? 'may-end' : 'not-yet'
}

const neighbourOf = (sheet: PrioritySheet | undefined, units: readonly OrganisationUnit[]): HearingNeighbour | null =>
  sheet ? { sheetId: sheet.id, department: nameIn(units, sheet.departmentId) } : null

const nameIn = (units: readonly OrganisationUnit[], id: string): string =>
  units.find((unit) => unit.id === id)?.name ?? '―'

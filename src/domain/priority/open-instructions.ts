import type { OrganisationUnit } from '../people/organisation.ts'
import { heirsOn } from '../people/response-moves.ts'
import type { Instruction, InstructionState, InstructionStep } from './instruction.ts'
import { awaitsAnswer, instructionFlow, isPastDue, isUnfinished } from './instruction-flow.ts'

type Ordered = Pick<Instruction, 'dueOn' | 'year' | 'number'>

/** 期限の早い順。期限のないものは後ろに、年度と番号の順で。 */
export const byDue = <T extends Ordered>(instructions: readonly T[]): readonly T[] =>
  instructions.toSorted(
    (a, b) => (a.dueOn ?? never).localeCompare(b.dueOn ?? never) || a.year - b.year || a.number - b.number,
  )

const never = '9999-12-31'

/** まだ終わっていない指示を、期限の早い順に。前の年度のものも、部局の替わったものも落とさない。 */
export const openInstructions = <T extends Ordered & Pick<Instruction, 'state'>>(
  instructions: readonly T[],
): readonly T[] => byDue(instructions.filter(isUnfinished))

/** 数。waiting 部局の対応待ち、overdue そのうち期限を過ぎたもの、answered 市長の確認待ち、closed 了か取消し。 */
export type InstructionCounts = {
  readonly waiting: number
  readonly overdue: number
  readonly answered: number
  readonly closed: number
}

/** @example instructionCounts(all, '2026-11-01') // → { waiting: 5, overdue: 1, answered: 2, closed: 9 } */
export const instructionCounts = (
  instructions: readonly Pick<Instruction, 'state' | 'dueOn'>[],
  today: string,
): InstructionCounts => ({
  waiting: instructions.filter(awaitsAnswer).length,
  overdue: instructions.filter((each) => isPastDue(each, today)).length,
  answered: instructions.filter(({ state }) => state === 'answered').length,
  closed: instructions.filter((each) => !isUnfinished(each)).length,
})

/** 経過の一行。give は指示そのもの。`state` は、その一歩のあとの状態。 */
export type TrailEntry = Pick<InstructionStep, 'text' | 'at' | 'by' | 'dueOn' | 'fromDepartmentId'> & {
  readonly step: InstructionStep['step'] | 'give'
  readonly state: InstructionState
}

/** 指示から今までの経過を、古い順に。 */
export const instructionTrail = (
  { text, at, by }: Pick<Instruction, 'text' | 'at' | 'by'>,
  steps: readonly InstructionStep[],
): readonly TrailEntry[] => {
  const trail: TrailEntry[] = [{ step: 'give', text, at, by, dueOn: null, fromDepartmentId: null, state: 'open' }]
  for (const { step, ...rest } of steps.toSorted((a, b) => a.number - b.number)) {
    const before = trail.at(-1)?.state ?? 'open'
    trail.push({ ...rest, step, state: instructionFlow[step].to ?? before })
  }
  return trail
}

/** いちばん新しい対応の報告。まだなければ undefined。 */
export const latestAnswer = (steps: readonly InstructionStep[]): InstructionStep | undefined =>
  steps
    .filter(({ step }) => step === 'answer')
    .toSorted((a, b) => a.number - b.number)
    .at(-1)

/**
 * 指示を受け持つ部局がその日にないとき、引き継ぐ部局（機構改革の後継。主なものから）。その部局があれば undefined。
 * 後継のないまま廃止された部局なら空で、人が選ぶ。
 *
 * @example heirsOfVanished(units, 商工課, '2027-04-01') // → [産業課]
 */
export const heirsOfVanished = (
  units: readonly OrganisationUnit[],
  departmentId: string,
  day: string,
): readonly string[] | undefined => {
  const heirs = heirsOn(units, departmentId, day)
  return heirs.includes(departmentId) ? undefined : heirs
}

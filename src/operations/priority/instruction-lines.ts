import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { InstructionStep, PlacedInstruction } from '#domain/priority/instruction.ts'
import { awaitsAnswer, isPastDue } from '#domain/priority/instruction-flow.ts'
import { heirsOfVanished, latestAnswer } from '#domain/priority/open-instructions.ts'
import { daysBetween } from '#domain/year/calendar.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 一覧の一行。`left` は期限まで何日か（過ぎていれば負）。対応を待つものと期限のないものでは null。 */
export type InstructionLine = {
  readonly instruction: PlacedInstruction
  readonly department: string
  /** 受け持つ部局がもうなければ、引き継いだ部局（なければ空）。あれば null。 */
  readonly heirs: readonly OrganisationUnit[] | null
  readonly left: number | null
  readonly overdue: boolean
  readonly answer: InstructionStep | null
}

/** 指示を、部局の名・期限までの日・いちばん新しい対応とともに。並びは渡されたとおり。 */
export const instructionLines = async (
  tx: ReadTransaction,
  instructions: readonly PlacedInstruction[],
  units: readonly OrganisationUnit[],
  today: string,
): Promise<readonly InstructionLine[]> => {
  if (instructions.length === 0) return []
  const steps = await tx.instructions.steps(instructions.map(({ id }) => id))
  const stepsOf = Map.groupBy(steps, ({ instructionId }) => instructionId)
  return instructions.map((instruction) => lineOf(instruction, stepsOf.get(instruction.id) ?? [], units, today))
}

export const lineOf = (
  instruction: PlacedInstruction,
  steps: readonly InstructionStep[],
  units: readonly OrganisationUnit[],
  today: string,
): InstructionLine => {
  const { departmentId, dueOn } = instruction
  const heirs = heirsOfVanished(units, departmentId, today)
  return {
    instruction,
    department: units.find(({ id }) => id === departmentId)?.name ?? '―',
    heirs: heirs === undefined ? null : heirs.flatMap((id) => units.find((unit) => unit.id === id) ?? []),
    left: dueOn === null || !awaitsAnswer(instruction) ? null : daysBetween(today, dueOn),
    overdue: isPastDue(instruction, today),
    answer: latestAnswer(steps) ?? null,
  }
}

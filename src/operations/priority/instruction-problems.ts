import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { Instruction } from '#domain/priority/instruction.ts'
import type { InstructionNeed, InstructionStepName } from '#domain/priority/instruction-flow.ts'
import { heirsOfVanished, type TrailEntry } from '#domain/priority/open-instructions.ts'
import { type Problem, type Result, refused } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'

/** なくなった部局。引き継いだ部局があれば、その名を言う。 */
export const departmentGone = (
  units: readonly OrganisationUnit[],
  { id, name }: OrganisationUnit,
  day: string,
): Result<never> => {
  const heirs = (heirsOfVanished(units, id, day) ?? []).flatMap((heir) => units.find((each) => each.id === heir) ?? [])
  return heirs.length === 0
    ? refused('instructions.department-gone', { name })
    : refused('instructions.department-succeeded', { name, heirs: heirs.map((heir) => heir.name).join('・') })
}

/** 流れの表が通さなかったわけ。 */
export const blockedInstruction = (
  step: InstructionStepName,
  { state }: Pick<Instruction, 'state'>,
  blocks: readonly (InstructionNeed | 'wrong-state')[],
): Problem => {
  const [first = 'wrong-state'] = blocks
  if (first === 'wrong-state')
    return refused('instructions.wrong-state', {
      step: `@what-instruction-step-${step}`,
      state: `@what-instruction-${state}`,
    }).problem
  return refused(first === 'text' ? `instructions.text-needed-${step}` : `instructions.${first}-needed`).problem
}

/** 見ていたあいだに、ほかの人が先に進めた。だれが、いつ、何をしたか。 */
export const instructionMoved = (last: TrailEntry | undefined): Result<never> =>
  refused('instructions.moved-meanwhile', {
    by: last?.by ?? '―',
    time: last ? momentInWords(last.at) : '―',
    step: `@what-instruction-step-${last?.step ?? 'give'}`,
  })

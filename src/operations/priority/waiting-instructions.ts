import { type Waiting, waiting } from '#domain/collection/waiting.ts'
import { permits } from '#domain/people/permission.ts'
import { type Person, serves } from '#domain/people/person.ts'
import type { PlacedInstruction } from '#domain/priority/instruction.ts'
import { awaitsAnswer, isPastDue } from '#domain/priority/instruction-flow.ts'
import { openInstructions } from '#domain/priority/open-instructions.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { type InstructionLine, instructionLines } from './instruction-lines.ts'
import { excerpt } from './tell-instruction.ts'

/** 終わらない指示（`unfinished`）のうち、この人を待っているもの。部局には対応、市長と企画課には確認（了か、もう一度）と、行き場のないもの。 */
export const waitingInstructions = async (
  tx: ReadTransaction,
  person: Person,
  unfinished: readonly PlacedInstruction[],
  today: string,
): Promise<readonly Waiting[]> => {
  const open = openInstructions(unfinished)
  if (open.length === 0) return []
  const lines = await instructionLines(tx, open, await tx.organisation.units(), today)
  return [
    ...lines.filter((line) => isTheirs(person, line)).map(toAnswer),
    ...(permits(person, 'instruct') ? forTheMayor(lines, today) : []),
  ]
}

/** 課の役の人だけに（企画課も報告を代わって記せるが、待たせるのは部局）。 */
const isTheirs = (person: Person, { instruction }: InstructionLine): boolean =>
  awaitsAnswer(instruction) &&
  (serves(person, 'editor', instruction.departmentId) || serves(person, 'approver', instruction.departmentId))

const toAnswer = ({ instruction, department, left }: InstructionLine): Waiting =>
  waiting('instruction-answer', excerpt(instruction.text), {
    department,
    due: instruction.dueOn,
    left,
    at: { instructionId: instruction.id },
  })

const forTheMayor = (lines: readonly InstructionLine[], today: string): readonly Waiting[] => {
  const answered = lines.filter(({ instruction }) => instruction.state === 'answered')
  const late = lines.filter(({ instruction }) => isPastDue(instruction, today))
  // 行は期限の早い順なので、初めのものがいちばん過ぎている。
  const [latest] = late
  const [only] = answered.length === 1 ? answered : []
  return [
    ...(answered.length > 0
      ? [
          waiting('instruction-accept', only ? excerpt(only.instruction.text) : '', {
            count: answered.length,
            note: [...new Set(answered.map(({ department }) => department))].join('・'),
            at: only ? { instructionId: only.instruction.id } : {},
          }),
        ]
      : []),
    ...(late.length > 0
      ? [
          waiting('instruction-overdue', '', {
            count: late.length,
            due: latest?.instruction.dueOn ?? null,
            left: latest?.left ?? null,
            note: [...new Set(late.map(({ department }) => department))].join('・'),
          }),
        ]
      : []),
    ...adrift(lines),
  ]
}

/** なくなった部局ごとに一行。初めの一つの頁から、まとめて引き継げる。 */
const adrift = (lines: readonly InstructionLine[]): readonly Waiting[] =>
  [
    ...Map.groupBy(
      lines.filter(({ heirs }) => heirs !== null),
      ({ instruction }) => instruction.departmentId,
    ).values(),
  ].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { department, instruction } = first
    return [waiting('instruction-adrift', '', { department, count: own.length, at: { instructionId: instruction.id } })]
  })

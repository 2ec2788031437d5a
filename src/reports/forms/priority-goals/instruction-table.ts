import type { Instruction, InstructionStep } from '#domain/priority/instruction.ts'
import { latestAnswer } from '#domain/priority/open-instructions.ts'
import type { Alongside } from '../../alongside.ts'
import type { Table } from '../../report.ts'
import { textCell } from '../cells.ts'
import { type GoalTableChoices, halves } from './goal-table.ts'

/** 市長指示事項。右は対応状況で、調書から作らないものでは、部局が書き込む欄。 */
export const instructionTable = (
  instructions: readonly string[],
  choices: GoalTableChoices,
  responseOf: (text: string) => string = () => '',
): Table => {
  const [left, right] = halves(choices)
  return {
    caption: '市長指示事項',
    showCaption: false,
    columns: [
      { key: 'instruction', width: left, align: 'start' },
      { key: 'response', width: right, align: 'start' },
    ],
    header: [{ cells: [textCell('市長指示事項'), textCell('対応状況')] }],
    groups: instructions.map((text) => ({
      kind: 'entry',
      rows: [{ cells: [textCell(`・${text}`, { heading: true }), textCell(responseOf(text))] }],
    })),
  }
}

/** 指示への対応を、部局と文から引く。いちばん新しい対応の文と、了とされたか・もう一度求められたか。 */
export const responsesIn =
  (alongside: Alongside['instructions'], department: string | null) =>
  (text: string): string => {
    const found = alongside?.instructions.find(
      (each) =>
        each.text === text && (department === null || alongside.departments.get(each.departmentId) === department),
    )
    return found && alongside ? responseWords(found, alongside.steps) : ''
  }

const stateWords: Readonly<Partial<Record<Instruction['state'], string>>> = {
  accepted: '（了）',
  'asked-again': '（再度の対応を求める）',
}

const responseWords = ({ id, state }: Instruction, steps: readonly InstructionStep[]): string => {
  const answer = latestAnswer(steps.filter(({ instructionId }) => instructionId === id))?.text ?? ''
  return `${answer}${stateWords[state] ?? ''}`
}

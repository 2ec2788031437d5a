import { raw } from 'hono/html'
import type { Instruction, InstructionState } from '#domain/priority/instruction.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { InstructionLine } from '#operations/priority/view-instructions.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { dueWords } from '../flow/due-words.ts'
import { type Shape, shape } from '../shapes.ts'

/** 「令和8年度 第3号」 */
export const numberWords = (frame: Frame, { year, number }: Pick<Instruction, 'year' | 'number'>): string =>
  frame.t('instructions.number', { year: yearInSentence(frame, year), number })

const shapeOf: Readonly<Record<InstructionState, Shape>> = {
  open: 'not-judged',
  answered: 'on-the-way',
  'asked-again': 'doubt',
  accepted: 'reached',
  withdrawn: 'differs',
}

/** 状態。語と形で。期限を過ぎていれば、そのことも。 */
export const InstructionMark = ({ frame, line }: { frame: Frame; line: InstructionLine }) => {
  const { state } = line.instruction
  return (
    <span class={`instructions-mark instructions-${state}`}>
      {raw(shape(shapeOf[state]))}
      {frame.t(`instructions.state-${state}`)}
    </span>
  )
}

/** 期限。対応を待つあいだは、あと何日か（過ぎていれば、形と語で）。 */
export const InstructionDue = ({ frame, line }: { frame: Frame; line: InstructionLine }) => {
  const { dueOn } = line.instruction
  if (dueOn === null) return <span class="instructions-due">{frame.t('instructions.no-due')}</span>
  return (
    <span class={line.overdue ? 'instructions-due over' : 'instructions-due'}>
      {line.overdue && raw(shape('behind'))}
      {line.left === null ? dayInWords(dueOn, frame.lang, true) : dueWords(frame, dueOn, line.left)}
    </span>
  )
}

import type { InstructionLine } from '#operations/priority/view-instructions.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { InstructionDue, InstructionMark, numberWords } from './instruction-words.tsx'
import { Said } from './said.tsx'

type Props = {
  frame: Frame
  code: string
  line: InstructionLine
  /** 一つの部局の頁では、部局の名を出さない。 */
  withDepartment?: boolean
  /** 見ている年度。それより前の指示には「令和7年度から」と添える。 */
  year?: number | undefined
}

/** 指示一つ：指示のことば（頁への道）、だれが、いつまでに、どうなったか、いちばん新しい対応。 */
export const InstructionItem = ({ frame, code, line, withDepartment = true, year }: Props) => {
  const { instruction, department, answer, heirs } = line
  return (
    <li class={line.overdue ? 'instructions-item over' : 'instructions-item'}>
      <p class="instructions-text">
        <a href={frame.to.instruction(code, instruction.id)}>
          <Own frame={frame}>{instruction.text}</Own>
        </a>
      </p>
      <p class="instructions-about">
        <InstructionMark frame={frame} line={line} />
        <InstructionDue frame={frame} line={line} />
        {withDepartment && (
          <span>
            <Own frame={frame}>{department}</Own>
          </span>
        )}
        {heirs !== null && <strong class="instructions-gone">{frame.t('instructions.gone-mark')}</strong>}
        {year !== undefined && instruction.year < year && (
          <span>{frame.t('instructions.carried', { year: yearInSentence(frame, instruction.year) })}</span>
        )}
        <span class="instructions-number">
          {frame.t('instructions.number-at', {
            number: numberWords(frame, instruction),
            stage: frame.t(`instructions.stage-${instruction.stage}`),
          })}
        </span>
      </p>
      {answer && <Said frame={frame} said={answer} />}
    </li>
  )
}

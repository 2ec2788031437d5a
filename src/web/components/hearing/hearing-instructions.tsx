import type { HearingView } from '#operations/priority/hearing-view.ts'
import type { InstructionLine } from '#operations/priority/view-instructions.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { InstructionDue, InstructionMark } from '../instructions/instruction-words.tsx'
import { Own } from '../own-words.tsx'

type Props = { frame: Frame; view: HearingView; lines: readonly InstructionLine[] }

/** その目標（部局全体）への指示と、いちばん新しい対応。 */
export const HearingInstructions = ({ frame, view, lines }: Props) =>
  lines.length === 0 ? null : (
    <ul class="hearing-instructions" aria-label={frame.t('hearing.instructions')}>
      {lines.map((line) => (
        <Line frame={frame} view={view} line={line} />
      ))}
    </ul>
  )

const Line = ({ frame, view, line }: Omit<Props, 'lines'> & { line: InstructionLine }) => {
  const { instruction, answer } = line
  return (
    <li class={line.overdue ? 'over' : undefined}>
      <p class="hearing-said">
        <b>{frame.t('instructions.did-give')}</b>{' '}
        <a href={frame.to.instruction(view.municipality.code, instruction.id)}>
          <Own frame={frame}>{instruction.text}</Own>
        </a>
      </p>
      {answer && (
        <p class="hearing-answer">
          <b>{frame.t('instructions.did-answer')}</b> <Own frame={frame}>{answer.text}</Own>
        </p>
      )}
      <p class="instructions-about">
        <InstructionMark frame={frame} line={line} />
        <InstructionDue frame={frame} line={line} />
        {instruction.year < view.sheet.year && (
          <span>{frame.t('instructions.carried', { year: yearInSentence(frame, instruction.year) })}</span>
        )}
      </p>
    </li>
  )
}

import { raw } from 'hono/html'
import type { Waiting } from '#operations/collection/waiting.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { shape } from '../shapes.ts'
import { Spoken } from '../spoken.tsx'
import { dueWords, nearness } from './due-words.ts'

type Props = { frame: Frame; code: string; waiting: readonly Waiting[] }

/** 待っているもの。一つに一行、一つの番地、あと何日か。 */
export const WaitingList = ({ frame, code, waiting }: Props) => (
  <ul class="flow-waiting">
    {waiting.map((each) => (
      <Line frame={frame} code={code} waiting={each} />
    ))}
  </ul>
)

const Line = ({ frame, code, waiting }: { frame: Frame; code: string; waiting: Waiting }) => {
  const near = nearness(waiting.left)
  const due = dueWords(frame, waiting.due, waiting.left)
  const note = noteOf(frame, waiting)
  return (
    <li class={`flow-wait ${near}`}>
      <a href={whereTo(frame, code, waiting)}>
        <strong>
          <Spoken frame={frame} words={doing(frame, waiting)} />
        </strong>{' '}
        {waiting.title !== '' && (
          <span class="flow-title">
            <Own frame={frame}>{waiting.title}</Own>
          </span>
        )}
      </a>
      {due !== '' && (
        <span class="flow-due">
          {near === 'over' && raw(shape('behind'))}
          {due}
        </span>
      )}
      {note !== '' && (
        <p class="flow-note">
          <Spoken frame={frame} words={note} />
        </p>
      )}
    </li>
  )
}

/** 何をするのか。課の名があれば、頭に。 */
const doing = (frame: Frame, { kind, count, department, progress }: Waiting): string => {
  if (progress) return frame.t('work.progress', progress)
  return frame.t(`work.${kind}`, { count: count ?? 0, department: department ?? '' })
}

const noteOf = (frame: Frame, { kind, note, by }: Waiting): string => {
  if (kind === 'returned' || kind === 'sheet-returned')
    return frame.t('work.note-returned', { by: by ?? '―', note: note ?? '―' })
  if (kind === 'see-later') return frame.t('work.note-stood-in', { by: by ?? '―', note: note ?? '―' })
  if (kind === 'approve' && by !== null) return frame.t('work.note-submitted', { by })
  return note ?? ''
}

const whereTo = ({ to }: Frame, code: string, { kind, at }: Waiting): string => {
  const { roundId = '', referralId = '', responseId = '', editionId = '', indicatorId = '', instructionId = '' } = at
  const { sheetId = '', priorityYear } = at
  switch (kind) {
    case 'enter':
    case 'returned':
      return to.response(code, responseId)
    case 'approve':
    case 'stand-in':
    case 'see-later':
      return to.responsePart(code, responseId, 'review')
    case 'accept':
      return to.roundPart(code, roundId, 'accept')
    case 'overdue':
      return to.round(code, roundId, { state: 'overdue' })
    case 'close':
    case 'progress':
      return to.round(code, roundId)
    case 'opinion':
    case 'referral-close':
    case 'referral-draft':
      return to.referral(code, referralId)
    case 'opinion-answers':
      return to.referral(code, referralId, 'answers')
    case 'draft':
    case 'scheduled':
      return to.roundPart(code, roundId, 'preview')
    case 'ownerless':
      return to.owners(code, { only: 'ownerless' })
    case 'unstaffed':
    case 'invited':
      return to.people(code)
    case 'evaluate-self':
    case 'evaluate-head':
    case 'evaluate-office':
    case 'evaluate-headquarters':
    case 'evaluation-close':
      return to.grades(code, editionId)
    case 'doubtful':
      return to.findings(code, editionId)
    case 'sheet-set':
      return to.prioritySheet(code, sheetId, 'edit')
    case 'sheet-report':
    case 'sheet-submit':
      return to.prioritySheet(code, sheetId, 'report')
    case 'sheet-returned':
    case 'sheet-confirm':
    case 'sheet-hear':
    case 'sheet-close':
    case 'sheet-late':
      return sheetId === '' ? to.priorityYear(code, priorityYear) : to.prioritySheet(code, sheetId)
    case 'instruction-answer':
    case 'instruction-adrift':
      return to.instruction(code, instructionId)
    case 'instruction-accept':
      return instructionId === '' ? to.instructions(code, { state: 'answered' }) : to.instruction(code, instructionId)
    case 'instruction-overdue':
      return to.instructions(code, { state: 'overdue' })
    case 'unpublished':
      return to.actuals(code, editionId, indicatorId)
  }
}

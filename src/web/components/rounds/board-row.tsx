import type { BoardLine, Contact } from '#domain/collection/board.ts'
import { isUnsubmitted } from '#domain/collection/due.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { StateWord } from './state-word.tsx'

type Props = {
  frame: Frame
  code: string
  person: Person
  line: BoardLine
  showsDivision: boolean
  chooses: boolean
  chosen: boolean
}

/** 進行表の一行。 */
export const BoardRow = ({ frame, code, person, line, showsDivision, chooses, chosen }: Props) => {
  const { t } = frame
  const { id, unit, division, state, asked, answered, returns } = line
  return (
    <tr class={line.overdue ? 'rounds-overdue' : undefined}>
      {chooses && (
        <td class="rounds-choose">
          {isUnsubmitted(state) && (
            <input
              type="checkbox"
              name="response"
              value={id}
              checked={chosen}
              aria-label={t('rounds.choose-department', { name: unit.name })}
            />
          )}
        </td>
      )}
      <th scope="row">
        <DepartmentName frame={frame} code={code} person={person} line={line} />
        {showsDivision && division && (
          <small>
            <Own frame={frame}>{division.name}</Own>
          </small>
        )}
      </th>
      <td>
        <StateWord frame={frame} state={state} />
        {returns > 0 && state !== 'accepted' && <small>{t('rounds.returns', { count: returns })}</small>}
      </td>
      <td class="n" data-label={t('rounds.board-column-answers')}>
        {answered}/{asked}
      </td>
      <td>
        <DueWords frame={frame} line={line} />
      </td>
      <td>
        <LastAction frame={frame} line={line} />
      </td>
      <td>
        <Contacts frame={frame} line={line} />
      </td>
    </tr>
  )
}

/** 出す前の自分の課は入力の頁へ、ほかは確かめる頁へ。見てよくない人には、名だけ。 */
const DepartmentName = ({
  frame,
  code,
  person,
  line: { id, unit, state },
}: Pick<Props, 'frame' | 'code' | 'person' | 'line'>) => {
  const name = <Own frame={frame}>{unit.name}</Own>
  if (!permits(person, 'answer-read', unit.id)) return name
  const enters = isUnsubmitted(state) && !permits(person, 'answer-accept') && permits(person, 'answer-enter', unit.id)
  return <a href={enters ? frame.to.response(code, id) : frame.to.responsePart(code, id, 'review')}>{name}</a>
}

type LineProps = { frame: Frame; line: BoardLine }

const DueWords = ({ frame, line: { due, left, extendedTo, extensionReason } }: LineProps) => {
  const { t, lang } = frame
  if (due === null || left === null) return <span class="none">―</span>
  const extended = due.stage === 'enter' && extendedTo !== null
  return (
    <>
      {dayInWords(due.day, lang)} <b class={left < 0 ? 'rounds-late' : undefined}>{leftInWords(frame, left)}</b>
      {extended && (
        <small>
          <span class="tag">{t('rounds.extended')}</span>
          {extensionReason && (
            <Spoken frame={frame} words={t('rounds.extension-reason', { reason: extensionReason })} />
          )}
        </small>
      )}
    </>
  )
}

export const leftInWords = ({ t }: Frame, left: number): string => {
  if (left < 0) return t('rounds.left-overdue', { days: -left })
  return left === 0
    ? t('rounds.left-today')
    : left === 1
      ? t('rounds.left-tomorrow')
      : t('rounds.left-days', { days: left })
}

/** いちばん近い動き。入力は一歩の記録を残さないので、時の新しいほうを言う。 */
const LastAction = ({ frame, line: { lastStep, lastAt, lastBy, state } }: LineProps) => {
  const { t } = frame
  if (lastAt === null) return <span class="none">{t('rounds.last-none')}</span>
  const isStep = lastStep !== null && lastStep.at >= lastAt
  return (
    <>
      {isStep ? stepInWords(frame, lastStep.step) : t('rounds.last-entered')} {momentInWords(lastAt)}
      <small>
        <Own frame={frame}>{(isStep ? lastStep.by : lastBy) ?? ''}</Own>
      </small>
      {state === 'returned' && lastStep?.reason && (
        <small class="rounds-lines">
          <Spoken frame={frame} words={t('rounds.return-reason', { reason: lastStep.reason })} />
        </small>
      )}
    </>
  )
}

const stepInWords = ({ t }: Frame, step: string): string => {
  const known = knownSteps.find((each) => each === step)
  return t(known ? `flow.did-${known}` : 'flow.did-other')
}

const knownSteps = [
  'begin',
  'submit',
  'withdraw',
  'approve',
  'approve-for',
  'note-seen',
  'return-by-head',
  'accept',
  'return-by-planner',
] as const

const mostContacts = 2

const Contacts = ({ frame, line: { contacts, state, unit } }: LineProps) => {
  const { t } = frame
  if (state === 'approved' || state === 'accepted') return <span class="none">―</span>
  if (contacts.length === 0)
    return (
      <>
        <b class="rounds-late">{t('rounds.contact-none')}</b>
        {unit.phone && <small>{t('rounds.contact-phone', { phone: unit.phone })}</small>}
      </>
    )
  return contacts.slice(0, mostContacts).map((contact) => <ContactLine frame={frame} contact={contact} />)
}

const ContactLine = ({ frame, contact: { name, role, phone, absent, acting } }: { frame: Frame; contact: Contact }) => {
  const { t } = frame
  return (
    <span class="rounds-contact">
      <Own frame={frame}>{name}</Own>{' '}
      <small>{t(role === 'editor' ? 'rounds.contact-clerk' : 'rounds.contact-head')}</small>
      {acting && <span class="tag">{t('rounds.contact-acting')}</span>}
      {absent && <span class="tag">{t('rounds.contact-absent')}</span>}
      {phone && <span class="rounds-phone"> {t('rounds.contact-phone', { phone })}</span>}
    </span>
  )
}

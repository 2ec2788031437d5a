import type { AnswerValue } from '#domain/collection/answer.ts'
import { isAnswerAbsence } from '#domain/collection/read-answer.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

type Props = { frame: Frame; value: AnswerValue | null; unit: string | null; empty?: 'sheets.empty' | 'sheets.emptied' }

/** 欄の値を、人の読む字に。数だけの値には、欄の単位を添える。 */
export const AnswerWords = ({ frame, value, unit, empty = 'sheets.empty' }: Props) => {
  const { t } = frame
  if (value === null) return <span class="sheets-empty">{t(empty)}</span>
  if (value.kind === 'text') return <Own frame={frame}>{value.text}</Own>
  if (value.kind === 'items') return <Own frame={frame}>{value.lines.join('\n')}</Own>
  if (value.kind === 'money') return <Own frame={frame}>{withUnit(value.raw, '千円')}</Own>
  const notes = [
    ...(value.expected === null ? [] : [t('sheets.expected', { day: value.expected })]),
    ...(value.provisional ? [t('sheets.provisional')] : []),
  ]
  return (
    <>
      {value.absence !== null && isAnswerAbsence(value.absence) ? (
        t(`sheets.absence-${value.absence}`)
      ) : (
        <Own frame={frame}>{withUnit(value.raw, unit)}</Own>
      )}
      {notes.length > 0 && <small> {notes.join(frame.lang === 'ja' ? '・' : ', ')}</small>}
    </>
  )
}

const withUnit = (raw: string, unit: string | null): string =>
  /^[-\d.,０-９，．△▲]+$/.test(raw) ? raw + (unit ?? '') : raw

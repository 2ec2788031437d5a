import type { RoleHeld } from '#operations/people/people-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { roleInWords } from './form-parts.tsx'

/** 役一つを一行で。「担当者 商工課（代理、2026-09-30 まで）」 */
export const RoleWords = ({ frame, role }: { frame: Frame; role: RoleHeld }) => (
  <>
    {role.unit && (
      <>
        <Own frame={frame}>{role.unit.name}</Own>{' '}
      </>
    )}
    {roleInWords(frame, role.role)}
    {noteOf(frame, role) !== '' && <small> {noteOf(frame, role)}</small>}
  </>
)

const noteOf = ({ t }: Frame, { acting, from, to, begun }: RoleHeld): string =>
  [
    ...(acting ? [t('people.acting')] : []),
    ...(begun ? [] : [t('people.from-day', { day: from })]),
    ...(to === null ? [] : [t('people.to-day', { day: to })]),
  ].join(t('people.comma'))

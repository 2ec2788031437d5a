import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

/** 差し戻された調書の、わけ。差し戻されていなければ何も出さない。 */
export const Returned = ({ frame, sheet: { returnedReason } }: { frame: Frame; sheet: PrioritySheet }) =>
  returnedReason === null ? null : (
    <div class="notice" role="note">
      <h2>{frame.t('priority-year.returned')}</h2>
      <p class="flow-reason">
        <Own frame={frame}>{returnedReason}</Own>
      </p>
    </div>
  )

import type { Child } from 'hono/jsx'
import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

type Props = { frame: Frame; field: string; children?: Child }

/** 記録に残る名の欄。ログインした人には尋ねず、だれの名で残るかを言う。 */
export const RecordedAs = ({ frame, field, children }: Props) => (
  <>
    {frame.person.kind === 'workbench' ? (
      children
    ) : (
      <p class="hint">
        <input type="hidden" name={field} value={frame.person.name} />
        {frame.t('frame.recorded-as')} <Own frame={frame}>{frame.person.name}</Own>
      </p>
    )}
  </>
)

import { momentInWords } from '#domain/year/moment.ts'
import type { InstructionView } from '#operations/priority/view-instructions.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

type Props = { frame: Frame; said: Pick<InstructionView['trail'][number], 'step' | 'at' | 'by' | 'text'> }

/** 対応（再度の求め）のことば。いつ、だれが言ったかを添えて。 */
export const Said = ({ frame, said: { step, at, by, text } }: Props) => (
  <p class="instructions-answer">
    <span class="instructions-said">
      {frame.t(`instructions.did-${step}`)} <time datetime={at}>{momentInWords(at)}</time> <Own frame={frame}>{by}</Own>
    </span>
    <Own frame={frame}>{text}</Own>
  </p>
)

import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

/** 節の文。短いもの（事業の名の並び）はそのまま、長いもの（基本方針）は畳む。 */
export const NodeText = ({ frame, text }: { frame: Frame; text: string | null }) => {
  if (!text) return null
  return text.length <= shortText ? (
    <p class="node-text">
      <Own frame={frame}>{text}</Own>
    </p>
  ) : (
    <details class="policy">
      <summary>{frame.t('plan.policy')}</summary>
      <p>
        <Own frame={frame}>{text}</Own>
      </p>
    </details>
  )
}

const shortText = 70

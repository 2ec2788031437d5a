import type { Child } from 'hono/jsx'
import { isFlowStep } from '#domain/collection/flow.ts'
import type { ResponseStep } from '#domain/collection/response.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

/** 一歩の記録。新しいものから、だれが、いつ、なぜ。 */
export const History = ({ frame, steps }: { frame: Frame; steps: readonly ResponseStep[] }) =>
  steps.length === 0 ? (
    <p class="empty small">{frame.t('flow.no-steps')}</p>
  ) : (
    <ol class="flow-history">
      {steps.toReversed().map(({ step, at, by, reason, onBehalfOf }) => (
        <HistoryEntry
          frame={frame}
          did={frame.t(isFlowStep(step) ? `flow.did-${step}` : 'flow.did-other')}
          at={at}
          by={by}
          words={reason}
        >
          {onBehalfOf !== null && (
            <span class="flow-behalf">
              {' '}
              {frame.t('flow.on-behalf')} <Own frame={frame}>{onBehalfOf}</Own>
            </span>
          )}
        </HistoryEntry>
      ))}
    </ol>
  )

type EntryProps = {
  frame: Frame
  /** し終えたこと。 */
  did: string
  at: string
  by: string
  /** 添えたことば（わけ・対応）。なければ null。 */
  words: string | null
  children?: Child
}

/** 記録の一行。何を、いつ、だれが、何と言って。 */
export const HistoryEntry = ({ frame, did, at, by, words, children }: EntryProps) => (
  <li>
    <strong>{did}</strong>{' '}
    <span>
      <time datetime={at}>{momentInWords(at)}</time> <Own frame={frame}>{by}</Own>
    </span>
    {children}
    {words !== null && (
      <p class="flow-reason">
        <Own frame={frame}>{words}</Own>
      </p>
    )}
  </li>
)

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
        <li>
          <strong>{isFlowStep(step) ? frame.t(`flow.did-${step}`) : frame.t('flow.did-other')}</strong>{' '}
          <span>
            <time datetime={at}>{momentInWords(at)}</time> <Own frame={frame}>{by}</Own>
          </span>
          {onBehalfOf !== null && (
            <span class="flow-behalf">
              {' '}
              {frame.t('flow.on-behalf')} <Own frame={frame}>{onBehalfOf}</Own>
            </span>
          )}
          {reason !== null && (
            <p class="flow-reason">
              <Own frame={frame}>{reason}</Own>
            </p>
          )}
        </li>
      ))}
    </ol>
  )

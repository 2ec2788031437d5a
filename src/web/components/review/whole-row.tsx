import type { Child } from 'hono/jsx'
import type { Figure } from '#domain/quantity/figure.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import { type Frame, yearShort } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import type { Typed } from './field.tsx'
import { Where } from './where.tsx'

type Props = { frame: Frame; page: ReviewPageView; row: ReviewRow }

/** 行ぜんたいについての送信。欄の訂正とは別の送信にして、欄で Enter を押しても起きないようにする。 */
const WholeRowForm = ({ frame, page, row, children }: Props & { children: Child }) => (
  <form method="post" action={frame.to.reviewAct(page.municipality.code, page.view.review.id, 'edit')}>
    <input type="hidden" name="seen" value={String(page.view.review.revision)} />
    <input type="hidden" name="row" value={row.key} />
    <Where page={page} />
    {children}
  </form>
)

/** 二つ以上の読みが残った行。採ればその読みの値になる。 */
export const Alternatives = ({ frame, page, row }: Props) => {
  const alternatives = row.asRead?.certainty?.alternatives ?? []
  if (alternatives.length === 0) return null
  return (
    <details open={row.state === 'doubtful'}>
      <summary>{frame.t('review.alternatives', { count: alternatives.length })}</summary>
      <WholeRowForm frame={frame} page={page} row={row}>
        <ul class="alternatives">
          {alternatives.map(({ targets, actuals, reason }, choice) => (
            <li>
              <Own frame={frame}>{reason}</Own>
              <br />
              {frame.t('table.target')} <Own frame={frame}>{series(frame, targets)}</Own> ／ {frame.t('table.actual')}{' '}
              <Own frame={frame}>{series(frame, actuals)}</Own>
              <br />
              <button type="submit" name="do" value={`alternative ${choice}`} class="small">
                {frame.t('review.take-alternative')}
              </button>
            </li>
          ))}
        </ul>
      </WholeRowForm>
    </details>
  )
}

const series = (frame: Frame, figures: readonly Figure[]): string =>
  figures.map(({ year, raw }) => (year === null ? raw : `${yearShort(frame, year)} ${raw}`)).join('、') || '―'

/** 取り込まない。わけを書いて。 */
export const LeaveOut = ({ frame, page, row, typed }: Props & { typed: Typed }) =>
  row.state === 'left-out' ? null : (
    <details open={typed?.text('do') === 'leave-out'}>
      <summary>{frame.t('review.leave-out')}</summary>
      <WholeRowForm frame={frame} page={page} row={row}>
        <p class="hint" id="reason-hint">
          {frame.t('review.leave-out-hint')}
        </p>
        <p class="inline-fields">
          <input
            name="reason"
            value={typed?.text('reason') ?? ''}
            aria-label={frame.t('review.reason')}
            aria-describedby="reason-hint"
            placeholder={frame.t('review.reason')}
            maxlength={1000}
            autocomplete="off"
          />
          <button type="submit" name="do" value="leave-out" class="danger">
            {frame.t('review.leave-out-do')}
          </button>
        </p>
      </WholeRowForm>
    </details>
  )

import { daysLeft } from '#domain/collection/due.ts'
import { isFlowStep } from '#domain/collection/flow.ts'
import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ReviewView } from '#operations/collection/review-view.ts'
import { actualOf } from '../../components/flow/answer-words.ts'
import { dueWords } from '../../components/flow/due-words.ts'
import { History } from '../../components/flow/history.tsx'
import { ResponseMark } from '../../components/flow/response-mark.tsx'
import { ReviewItem } from '../../components/flow/review-item.tsx'
import { type Refused, StepForms, StoodIn } from '../../components/flow/step-forms.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

/** 頁の外から来るもの。進めたばかりの一歩と、通らなかった一歩。 */
export type ReviewGiven = {
  readonly done?: { readonly step: string; readonly department: string } | undefined
  readonly refused?: Refused | undefined
}

type Props = { frame: Frame; view: ReviewView; given: ReviewGiven }

export const reviewPage = (frame: Frame, view: ReviewView, given: ReviewGiven): string =>
  String(<ReviewPage frame={frame} view={view} given={given} />)

/** 課の回答を見て、確認・受理・差戻しをする。 */
const ReviewPage = ({ frame, view, given }: Props) => {
  const { municipality, round, response, department, rows } = view.entry
  const { code } = municipality
  const title = frame.t('flow.review-title', { department })
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: frame.t('work.title'), href: frame.to.work(code) },
        { words: title, own: true },
      )}
    >
      <Told frame={frame} given={given} />
      <h1>
        <Spoken frame={frame} words={title} />
      </h1>
      <p class="flow-about">
        <ResponseMark frame={frame} state={response.state} />
        <span>
          <Own frame={frame}>{round.title}</Own>
        </span>
        <Due frame={frame} view={view} />
      </p>
      <Returned frame={frame} view={view} />
      <StoodIn frame={frame} view={view} />
      <p class="summary" id="flow-counts">
        {frame.t('flow.counts', countsOf(view))}
      </p>
      <ol class="flow-items">
        {rows.map((row) => (
          <ReviewItem
            frame={frame}
            code={code}
            responseId={response.id}
            year={round.fiscalYear}
            row={row}
            changed={view.changed}
          />
        ))}
      </ol>
      <section class="flow-bar" aria-labelledby="flow-do">
        <h2 id="flow-do" class="unseen">
          {frame.t('flow.what-to-do')}
        </h2>
        <StepForms frame={frame} view={view} refused={given.refused} inARow={given.done !== undefined} />
        <Queue frame={frame} view={view} />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{frame.t('flow.history')}</h2>
        <History frame={frame} steps={view.entry.steps} />
      </section>
    </Layout>
  )
}

const Due = ({ frame, view: { entry } }: { frame: Frame; view: ReviewView }) =>
  entry.due ? <span>{dueWords(frame, entry.due.day, daysLeft(entry.due, entry.today))}</span> : null

/** 進めたばかりのこと、通らなかったこと。 */
const Told = ({ frame, given: { done, refused } }: { frame: Frame; given: ReviewGiven }) => (
  <>
    {done && isFlowStep(done.step) && (
      <p class="flow-done" role="status">
        <Spoken frame={frame} words={frame.t(`flow.done-${done.step}`, { department: done.department })} />
      </p>
    )}
    {refused && (
      <p class="notice" role="alert">
        <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
      </p>
    )}
  </>
)

/** 前の差戻し。そのあとに変わった欄には印が付く。 */
const Returned = ({ frame, view: { returned, changed, entry } }: { frame: Frame; view: ReviewView }) =>
  returned === null ? null : (
    <div class="notice">
      <h2>
        <Spoken
          frame={frame}
          words={frame.t('flow.returned-at', { time: momentInWords(returned.at), by: returned.by })}
        />
      </h2>
      <p class="flow-reason">
        <Own frame={frame}>{returned.reason ?? '―'}</Own>
      </p>
      {/* 課が直しているあいだは、まだ何も言えない。 */}
      {entry.response.state !== 'returned' && (
        <p class="sub">
          {frame.t(changed.size > 0 ? 'flow.changed-since' : 'flow.unchanged-since', { count: changed.size })}
        </p>
      )}
    </div>
  )

const countsOf = ({ entry: { rows } }: ReviewView) => {
  const actuals = rows.flatMap((row) => actualOf(row) ?? [])
  return {
    items: rows.length,
    values: actuals.filter(({ absence }) => absence === null).length,
    absent: actuals.filter(({ absence }) => absence !== null).length,
    confirmed: rows.reduce((sum, { questions, open }) => sum + questions.length - open.length, 0),
    files: rows.reduce((sum, { files }) => sum + files.length, 0),
  }
}

/** 次に待つ課。十課を続けて見られるように。 */
const Queue = ({ frame, view: { queue, entry } }: { frame: Frame; view: ReviewView }) => {
  const { code } = entry.municipality
  const review = (id: string) => frame.to.responsePart(code, id, 'review')
  return (
    <nav class="flow-queue" aria-label={frame.t('flow.queue')}>
      {queue.waiting > 0 && <span>{frame.t('flow.waiting-count', { count: queue.waiting })}</span>}
      {queue.before && (
        <a rel="prev" href={review(queue.before.responseId)}>
          <Spoken frame={frame} words={frame.t('flow.before', { department: queue.before.department })} />
        </a>
      )}
      {queue.after && (
        <a rel="next" href={review(queue.after.responseId)} accesskey="n">
          <Spoken frame={frame} words={frame.t('flow.after', { department: queue.after.department })} />
        </a>
      )}
      <a href={frame.to.response(code, entry.response.id)}>{frame.t('flow.to-entry')}</a>
      {queue.waiting === 0 && <a href={frame.to.work(code)}>{frame.t('work.title')}</a>}
    </nav>
  )
}

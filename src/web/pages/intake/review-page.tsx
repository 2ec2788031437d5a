import type { Municipality } from '#domain/people/municipality.ts'
import type { Problem } from '#domain/problem.ts'
import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import { Own } from '../../components/own-words.tsx'
import { CorrectionsList } from '../../components/review/corrections-list.tsx'
import type { Typed } from '../../components/review/field.tsx'
import { WorkingAs } from '../../components/review/name-field.tsx'
import { ReviewFrame } from '../../components/review/review-frame.tsx'
import { ReviewHead } from '../../components/review/review-head.tsx'
import { RowPanel } from '../../components/review/row-panel.tsx'
import { RowsTable } from '../../components/review/rows-table.tsx'
import type { Frame } from '../../frame.ts'
import { whoOf } from '../../who.ts'

/** 頁の外から来るもの。作業する人の名、知っている市、受け取れなかった送信。 */
export type Given = {
  readonly name: string
  readonly municipalities: readonly Municipality[]
  readonly refused?: { readonly problem: Problem; readonly typed: Typed; readonly seen: number } | undefined
  /** いまし終えたこと。 */
  readonly said?: Said | undefined
}

/** し終えたことの知らせ。行についてのものは、行の頭に出す。 */
export type Said = (typeof saids)[number]

const ofRow = ['saved', 'checked', 'left-out', 'undone', 'nothing'] as const
const saids = [...ofRow, 'read', 'heading', 'moved'] as const

export const isSaid = (text: string | undefined): text is Said => saids.some((each) => each === text)

const isOfRow = (said: Said): boolean => ofRow.some((each) => each === said)

type Props = { frame: Frame; page: ReviewPageView; given: Given }

/** 見直しの頁。読んだ行を図書と並べて、確かでないものから直していく。 */
export const ReviewPage = ({ frame, page, given }: Props) => {
  const { t, to } = frame
  const { municipality, view } = page
  const { review } = view
  const { code } = municipality
  return (
    <ReviewFrame frame={frame} municipality={municipality} review={review} here="review" wide scripts={['review']}>
      <p
        id="changes"
        class="notice"
        role="status"
        hidden
        data-address={`${to.reviewAct(code, review.id, 'changes')}?since=${review.revision}`}
        data-words={t('review.changed-elsewhere')}
        data-reload={t('review.reload')}
      />
      {given.said && !isOfRow(given.said) && (
        <p class="done" role="status">
          {t(`review-done.${given.said}`)}
        </p>
      )}
      <Others frame={frame} page={page} who={given.name} />
      {review.status !== 'open' && <Closed frame={frame} page={page} />}
      <ReviewHead frame={frame} page={page} municipalities={given.municipalities} />
      <WorkingAs frame={frame} name={given.name} action={to.reviewAct(code, review.id, 'name')} back={frame.path} />
      <Unplaced frame={frame} page={page} />
      {view.rows.length > 0 && (
        <div class="review-columns">
          <section aria-labelledby="rows" class="review-list">
            <h2 id="rows">{t('review.rows')}</h2>
            <Order frame={frame} page={page} />
            <RowsTable frame={frame} page={page} />
          </section>
          {page.chosen && (
            <RowPanel
              frame={frame}
              page={page}
              chosen={page.chosen}
              refused={given.refused}
              said={given.said && isOfRow(given.said) ? t(`review-done.${given.said}`) : undefined}
            />
          )}
        </div>
      )}
      {review.status === 'open' && view.draft && (
        <p class="buttons">
          <a class="button primary" href={to.reviewDifference(code, review.id)}>
            {t('review.to-difference')}
          </a>
        </p>
      )}
      <Keys frame={frame} />
    </ReviewFrame>
  )
}

/** 前に見たあとに、ほかの人が手を入れた。 */
const Others = ({ frame, page, who }: Omit<Props, 'given'> & { who: string }) => {
  const others = page.others.filter((each) => each !== whoOf(who) && each !== frame.person.name)
  return others.length === 0 ? null : (
    <p class="notice" role="status">
      {frame.t('review.others-too')} <Own frame={frame}>{others.join('、')}</Own>
    </p>
  )
}

const Closed = ({ frame, page: { municipality, view } }: Omit<Props, 'given'>) => (
  <div class="notice">
    <p>{frame.t(view.review.status === 'adopted' ? 'review.is-adopted' : 'review.is-discarded')}</p>
    {view.review.status === 'discarded' ? (
      <form method="post" action={frame.to.reviewAct(municipality.code, view.review.id, 'reopen')}>
        <button type="submit">{frame.t('review.reopen')}</button>
      </form>
    ) : (
      <p>
        <a href={frame.to.intake(municipality.code)}>{frame.t('review.to-records')}</a>
      </p>
    )}
  </div>
)

/** 掛かる先のなくなった訂正。失わず、取り消すか、列の読み方を戻すかを選べる。 */
const Unplaced = ({ frame, page: { municipality, view } }: Omit<Props, 'given'>) => {
  const headings = view.review.edits.filter(({ correction }) => correction.what === 'heading')
  const action = frame.to.reviewAct(municipality.code, view.review.id, 'undo')
  const row = () => undefined
  return (
    <>
      {view.unplaced.length > 0 && (
        <section class="notice" aria-labelledby="unplaced">
          <h2 id="unplaced">{frame.t('review.unplaced', { count: view.unplaced.length })}</h2>
          <p>{frame.t('review.unplaced-why')}</p>
          <CorrectionsList frame={frame} edits={view.unplaced} row={row} rows={view.rows} action={action} />
        </section>
      )}
      {headings.length > 0 && (
        <details>
          <summary>{frame.t('review.heading-edits', { count: headings.length })}</summary>
          <CorrectionsList frame={frame} edits={headings} row={row} rows={view.rows} action={action} />
        </details>
      )}
    </>
  )
}

/** 並べる順。 */
const Order = ({ frame, page: { municipality, view, asked } }: Omit<Props, 'given'>) => (
  <p class="order">
    {([undefined, 'document'] as const).map((order) => (
      <a
        href={`${frame.to.review(municipality.code, view.review.id, { ...asked, order })}#rows`}
        aria-current={asked.order === order ? 'true' : undefined}
      >
        {frame.t(order === undefined ? 'review.order-doubtful' : 'review.order-document')}
      </a>
    ))}
  </p>
)

const keys = ['n', 'p', 'a', 'c', 'Esc', '?'] as const

/** キーの早見。台本が動くときだけ出す。 */
const Keys = ({ frame }: { frame: Frame }) => (
  <details class="keys" id="keys" hidden>
    <summary>{frame.t('review.keys')}</summary>
    <dl>
      {keys.map((key) => (
        <>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{frame.t(`review-key.${key}`)}</dd>
        </>
      ))}
    </dl>
    <label>
      <input type="checkbox" id="use-keys" checked />
      {frame.t('review.keys-use')}
    </label>
  </details>
)

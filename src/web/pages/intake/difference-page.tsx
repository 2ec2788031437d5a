import { problemInWords } from '#domain/problem.ts'
import type { DifferencePageView } from '#operations/reviews-for-pages/view-difference.ts'
import { Own } from '../../components/own-words.tsx'
import { ChangeCounts, ChangesList } from '../../components/review/changes-list.tsx'
import { NoteList } from '../../components/review/doubts.tsx'
import { ReviewFrame } from '../../components/review/review-frame.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; page: DifferencePageView; refused?: string | undefined }

/** 差分の頁。取り込むと何が変わるかを、書く前に見る。 */
export const DifferencePage = ({ frame, page, refused }: Props) => {
  const { t, to } = frame
  const { municipality, view, compared, shown } = page
  const { review } = view
  const { code } = municipality
  const hrefOf = (asked: Readonly<Record<string, string | number>>) =>
    `${to.reviewDifference(code, review.id)}?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))}`
  return (
    <ReviewFrame frame={frame} municipality={municipality} review={review} here="difference">
      {refused !== undefined && (
        <p class="notice" role="alert">
          <Spoken frame={frame} words={refused} />
        </p>
      )}
      {compared.ok ? (
        <>
          <Into frame={frame} page={page} edition={compared.value.edition} />
          <ChangeCounts tense="will" frame={frame} shown={shown} hrefOf={hrefOf} />
          <NoteList frame={frame} notes={compared.value.warnings} />
          <Unsettled frame={frame} page={page} />
          <AdoptForm frame={frame} page={page} />
          <ChangesList tense="will" frame={frame} shown={shown} hrefOf={hrefOf} />
          <LeftOut frame={frame} page={page} />
        </>
      ) : (
        <div class="notice" role="status">
          <p>
            <Spoken frame={frame} words={problemInWords(compared.problem, frame.lang)} />
          </p>
          <p>
            <a href={to.reviewColumns(code, review.id)}>{t('review.to-columns')}</a>
          </p>
        </div>
      )}
    </ReviewFrame>
  )
}

type IntoProps = Props & {
  edition: Extract<DifferencePageView['compared'], { ok: true }>['value']['edition']
}

const Into = ({ frame, page: { municipality, view }, edition }: IntoProps) => (
  <p class="lead">
    {edition ? (
      <>
        {frame.t('difference.into')}{' '}
        <a href={frame.to.plan(municipality.code, edition.id)}>
          <Own frame={frame}>{edition.title}</Own>
        </a>
      </>
    ) : (
      <>
        {frame.t('difference.into-new')} <Own frame={frame}>{view.draft?.plan.title ?? ''}</Own>
      </>
    )}
  </p>
)

/** まだ確かめていない行と、掛かる先のない訂正。取り込めるが、知らせる。 */
const Unsettled = ({ frame, page: { municipality, view } }: Omit<Props, 'refused'>) => {
  const doubtful = view.rows.filter(({ state }) => state === 'doubtful').length
  const review = (asked = {}) => frame.to.review(municipality.code, view.review.id, asked)
  return (
    <>
      {doubtful > 0 && (
        <p class="notice">
          {frame.t('difference.doubtful', { count: doubtful })}{' '}
          <a href={review({ state: 'doubtful' })}>{frame.t('difference.to-doubtful')}</a>
        </p>
      )}
      {view.unplaced.length > 0 && (
        <p class="notice">
          {frame.t('review.unplaced', { count: view.unplaced.length })}{' '}
          <a href={review()}>{frame.t('difference.to-review')}</a>
        </p>
      )}
    </>
  )
}

const AdoptForm = ({ frame, page: { municipality, view, shown } }: Omit<Props, 'refused'>) => {
  const { review } = view
  const none = shown.counts.new + shown.counts.changed + shown.counts.gone === 0
  if (review.status !== 'open')
    return <p class="notice">{frame.t(review.status === 'adopted' ? 'review.is-adopted' : 'review.is-discarded')}</p>
  return (
    <form method="post" action={frame.to.reviewAct(municipality.code, review.id, 'adopt')} class="adopt">
      <input type="hidden" name="seen" value={String(review.revision)} />
      {none && <p>{frame.t('difference.none')}</p>}
      <p class="buttons">
        <button type="submit" class="primary">
          {frame.t('difference.adopt')}
        </button>
      </p>
      <p class="hint">{frame.t('difference.adopt-hint')}</p>
    </form>
  )
}

/** 取り込まない行と、そのわけ。 */
const LeftOut = ({ frame, page: { municipality, view } }: Omit<Props, 'refused'>) => {
  const rows = view.rows.filter(({ state }) => state === 'left-out')
  return rows.length === 0 ? null : (
    <section aria-labelledby="left-out">
      <h2 id="left-out">{frame.t('difference.left-out', { count: rows.length })}</h2>
      <ul>
        {rows.map(({ key, name, corrections }) => (
          <li>
            <a href={`${frame.to.review(municipality.code, view.review.id, { row: key })}#panel`}>
              <Own frame={frame}>{name}</Own>
            </a>{' '}
            <Own frame={frame}>{reasonIn(corrections)}</Own>
          </li>
        ))}
      </ul>
    </section>
  )
}

const reasonIn = (corrections: DifferencePageView['view']['rows'][number]['corrections']): string =>
  corrections.flatMap(({ correction }) => (correction.what === 'left-out' ? [correction.reason] : [])).at(-1) ?? ''

import type { Figure } from '#domain/quantity/figure.ts'
import { figureKeysOf, type KeyedFigure } from '#domain/review/keys.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import { type Frame, yearShort } from '../../frame.ts'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'
import { PageSteps } from '../page-steps.tsx'
import { Scroll } from '../scroll.tsx'
import { Spoken } from '../spoken.tsx'
import { firstDoubt, RowState } from './doubts.tsx'
import { anchorOf } from './row-words.ts'

type Props = { frame: Frame; page: ReviewPageView }

/** 読んだ行の一覧。名・値を短く、疑いをことばで。値はどれも図書の印へつながる。 */
export const RowsTable = ({ frame, page }: Props) => {
  const { municipality, view, asked } = page
  const hrefOf = (number: number) =>
    `${frame.to.review(municipality.code, view.review.id, { ...asked, page: number })}#rows`
  if (page.rows.length === 0) return <p class="empty">{frame.t('review.no-rows')}</p>
  const steps = <PageSteps frame={frame} number={page.page.number} of={page.page.of} hrefOf={hrefOf} />
  return (
    <>
      <Scroll labelledby="rows">
        <table class="plain review-rows">
          <thead>
            <tr>
              <th scope="col">{frame.t('review.row')}</th>
              <th scope="col">{frame.t('citation.baseline')}</th>
              <th scope="col">{frame.t('citation.target')}</th>
              <th scope="col">{frame.t('citation.actual')}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <Row frame={frame} page={page} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {steps}
    </>
  )
}

const Row = ({ frame, page, row }: Props & { row: ReviewRow }) => {
  const isChosen = page.chosen?.row.key === row.key
  const doubt = firstDoubt(frame, row)
  const href = hrefTo(frame, page, row)
  return (
    <tr
      id={anchorOf(row.key)}
      class={`${row.state}${isChosen ? ' here' : ''}`}
      aria-current={isChosen ? 'true' : undefined}
    >
      <th scope="row">
        <RowState frame={frame} state={row.state} />
        {row.kind !== 'indicator' && <span class="tag">{frame.t(`review-kind.${row.kind}`)}</span>}
        {row.corrections.length > 0 && <span class="tag">{frame.t('review.corrected')}</span>}
        <br />
        <a href={`${href()}#panel`}>
          <Own frame={frame}>{row.name}</Own>
        </a>
        {row.indicator?.unit && (
          <small>
            {' '}
            <Own frame={frame}>{row.indicator.unit}</Own>
          </small>
        )}
        {doubt && (
          <p class="why">
            {doubt.own ? <Own frame={frame}>{doubt.words}</Own> : <Spoken frame={frame} words={doubt.words} />}
          </p>
        )}
      </th>
      <Values frame={frame} row={row} of="baseline" href={href} />
      <Values frame={frame} row={row} of="target" href={href} />
      <Values frame={frame} row={row} of="actual" href={href} />
    </tr>
  )
}

const hrefTo =
  (frame: Frame, { municipality, view, asked, page }: ReviewPageView, { key }: ReviewRow) =>
  (at?: string): string =>
    frame.to.review(municipality.code, view.review.id, { ...asked, page: page.number, row: key, at })

type ValuesProps = { frame: Frame; row: ReviewRow; of: KeyedFigure['role']; href: (at?: string) => string }

/** 一覧に出す値の数。残りは行を選べば見える。 */
const mostValues = 3

/** 新しいものから三つまで。 */
const Values = ({ frame, row, of, href }: ValuesProps) => {
  const figures = row.indicator ? figureKeysOf(row.indicator).filter((each) => each.role === of) : []
  const shown = figures.slice(-mostValues)
  return (
    <td>
      {shown.map(({ key, figure }) => (
        <a class="value" href={`${href(key)}#panel`}>
          {figure.year !== null && <small>{yearShort(frame, figure.year)}</small>} {valueWords(frame, figure)}
        </a>
      ))}
      {figures.length > shown.length && (
        <small>{frame.t('review.more-values', { count: figures.length - shown.length })}</small>
      )}
    </td>
  )
}

const valueWords = (frame: Frame, figure: Figure) => {
  const { words } = shownFigure(frame, figure)
  return words === '―' ? words : <Own frame={frame}>{words}</Own>
}

import { say } from '#domain/language/say.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { TableKey } from '#domain/review/correction.ts'
import type { MappingOffer } from '#domain/review/table-outline.ts'
import type { ColumnsPageView, TableToRead } from '#operations/reviews-for-pages/view-columns.ts'
import { Own } from '../../components/own-words.tsx'
import { PageSteps } from '../../components/page-steps.tsx'
import { ColumnFields } from '../../components/review/column-fields.tsx'
import { HeaderLines } from '../../components/review/header-lines.tsx'
import { ReviewFrame } from '../../components/review/review-frame.tsx'
import { formInWords } from '../../components/review/review-head.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'

/** 受け取れなかった送信。`table` の表の欄に、打ったままを戻す。 */
export type RefusedColumns = { readonly problem: Problem; readonly table: TableKey; readonly form: Form }

type Props = { frame: Frame; page: ColumnsPageView; refused?: RefusedColumns | undefined }

/** 列の読み方の頁。表ごとに、どの列が何かを言うと、残りを読み直す。 */
export const ColumnsPage = ({ frame, page, refused }: Props) => {
  const { t, to } = frame
  const { municipality, view } = page
  const { review } = view
  const address = to.reviewColumns(municipality.code, review.id)
  return (
    <ReviewFrame frame={frame} municipality={municipality} review={review} here="columns" wide scripts={['review']}>
      <p class="lead">
        <Spoken frame={frame} words={lead(frame, page)} />
      </p>
      {refused && !page.tables.some(({ table }) => table.key === refused.table) && (
        <p class="notice" role="alert">
          <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
        </p>
      )}
      {view.problem && (
        <p class="notice" role="status">
          <Spoken frame={frame} words={say(view.problem, frame.lang)} />
        </p>
      )}
      {review.status !== 'open' && (
        <p class="notice">{t(review.status === 'adopted' ? 'review.is-adopted' : 'review.is-discarded')}</p>
      )}
      {view.offer && review.status === 'open' && (
        <Offer frame={frame} offer={view.offer} action={address} seen={review.revision} />
      )}
      {page.tables.map((table, at) => (
        <TableSection frame={frame} page={page} table={table} at={at} refused={refused} />
      ))}
      <PageSteps
        frame={frame}
        number={page.page.number}
        of={page.page.of}
        hrefOf={(number) => `${address}?page=${number}`}
      />
      {page.bare.map(({ page: number, name, lines }) => (
        <section aria-labelledby={`bare-${number}`}>
          <h2 id={`bare-${number}`}>
            {name === null ? t('columns.no-table') : t('columns.no-table-on')} {name && <Own frame={frame}>{name}</Own>}
          </h2>
          <HeaderLines
            frame={frame}
            action={address}
            seen={review.revision}
            page={number}
            header={[]}
            lines={lines}
            id={`bare-${number}`}
          />
        </section>
      ))}
      <p>
        <a href={to.review(municipality.code, review.id)}>{t('columns.to-review')}</a>
      </p>
    </ReviewFrame>
  )
}

const lead = (frame: Frame, { view: { guesses, draft }, isByColumns }: ColumnsPageView): string => {
  if (guesses.length === 0) return frame.t('columns.from-draft')
  if (isByColumns || !draft) return frame.t('columns.lead')
  return frame.t('columns.other-form', { form: formInWords(frame, draft.plan.form) })
}

type OfferProps = { frame: Frame; offer: MappingOffer; action: string; seen: number }

/** 覚えている読み方。様式が変わっていれば、違いを見せる。 */
const Offer = ({ frame, offer, action, seen }: OfferProps) => {
  const list = (headers: readonly string[]) => <Own frame={frame}>{headers.join('・')}</Own>
  return (
    <section class="offer" aria-labelledby="offer">
      <h2 id="offer">{frame.t('columns.offer')}</h2>
      <p>{frame.t(offer.same ? 'columns.offer-same' : 'columns.offer-differs', { count: offer.columns.length })}</p>
      {offer.missing.length > 0 && (
        <p>
          {frame.t('columns.offer-missing')} {list(offer.missing)}
        </p>
      )}
      {offer.unknown.length > 0 && (
        <p>
          {frame.t('columns.offer-unknown')} {list(offer.unknown)}
        </p>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="seen" value={String(seen)} />
        <button type="submit" name="do" value="offer" class="primary">
          {frame.t('columns.offer-do')}
        </button>
      </form>
    </section>
  )
}

type SectionProps = {
  frame: Frame
  page: ColumnsPageView
  table: TableToRead
  at: number
  refused: RefusedColumns | undefined
}

const TableSection = ({ frame, page, table: { table, unknown, lines }, at, refused }: SectionProps) => {
  const { t, to } = frame
  const { review } = page.view
  const action = to.reviewColumns(page.municipality.code, review.id)
  const mine = refused?.table === table.key ? refused : undefined
  const id = `t${at}`
  return (
    <section aria-labelledby={id} class="table-to-read">
      <h2 id={id}>
        {table.name === null ? null : <Own frame={frame}>{table.name}</Own>}{' '}
        {t('columns.table', { line: table.headerLines[0] ?? 1, rows: table.rows })}
      </h2>
      <details open={unknown > 0 || mine !== undefined || page.view.tables.length === 1}>
        <summary>
          {unknown > 0
            ? t('columns.unknown-count', { count: unknown })
            : t('columns.all-known', { count: table.columns.length })}
        </summary>
        {mine && (
          <p class="error" role="alert">
            <Spoken frame={frame} words={problemInWords(mine.problem, frame.lang)} />
          </p>
        )}
        <form method="post" action={action}>
          <input type="hidden" name="seen" value={String(review.revision)} />
          <input type="hidden" name="table" value={table.key} />
          <input type="hidden" name="in-page" value={String(page.page.number)} />
          <p class="hint">{t('columns.hint')}</p>
          <ColumnFields frame={frame} table={table} chosen={review.choices.columns} typed={mine?.form} />
          {review.status === 'open' && (
            <p class="buttons">
              <button type="submit" name="do" value="columns" class="primary">
                {t('columns.read-again')}
              </button>
            </p>
          )}
        </form>
      </details>
      {review.status === 'open' && (
        <details>
          <summary>{t('columns.header-change')}</summary>
          <HeaderLines
            frame={frame}
            action={action}
            seen={review.revision}
            page={table.page}
            header={table.headerLines}
            lines={lines}
            id={id}
          />
        </details>
      )}
    </section>
  )
}

import type { Problem } from '#domain/problem.ts'
import { problemInWords } from '#domain/problem.ts'
import type { FigureKey } from '#domain/review/correction.ts'
import type { ChosenRow, ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import { type Frame, yearShort } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { CorrectionsList } from './corrections-list.tsx'
import { Doubts, RowState } from './doubts.tsx'
import { SelectField, TextField, type Typed } from './field.tsx'
import { AddFigure, FigureFields, yearsFor } from './figure-fields.tsx'
import { PlaceWords } from './place-words.tsx'
import { nodeOptions, RowRelations } from './row-relations.tsx'
import { SourceExcerpt } from './source-excerpt.tsx'
import { Where } from './where.tsx'

type Props = {
  frame: Frame
  page: ReviewPageView
  chosen: ChosenRow
  /** 受け取れなかった送信と、そのわけ。 */
  refused?: { readonly problem: Problem; readonly typed: Typed; readonly seen: number } | undefined
  /** いまし終えたこと。 */
  said?: string | undefined
}

/** 選んだ行。図書のその所、疑い、訂正の欄、加えた訂正。 */
export const RowPanel = ({ frame, page, chosen, refused, said }: Props) => {
  const { row } = chosen
  const { municipality, view } = page
  const { to, t } = frame
  const { code } = municipality
  const { id, status } = view.review
  const hrefOf = (at: FigureKey) => `${to.review(code, id, { ...page.asked, row: row.key, at })}#panel`
  return (
    <section id="panel" class="row-panel" aria-labelledby="panel-title">
      <h2 id="panel-title">
        <small>{t(`review-kind.${row.kind}`)}</small> <Own frame={frame}>{row.name}</Own>
      </h2>
      <p class="panel-where">
        <RowState frame={frame} state={row.state} />
        <span>
          <PlaceWords frame={frame} place={row.place} />
        </span>
        <DoubtfulSteps frame={frame} page={page} chosen={chosen} />
      </p>
      {said !== undefined && (
        <p class="done" role="status">
          {said}
        </p>
      )}
      {refused && (
        <p class="error" role="alert" id="refused">
          {problemInWords(refused.problem, frame.lang)}
        </p>
      )}
      <Doubts frame={frame} row={row} />
      <SourceExcerpt frame={frame} excerpt={chosen.excerpt} at={chosen.at} hrefOf={hrefOf} />
      {status === 'open' && <RowForm frame={frame} page={page} chosen={chosen} refused={refused} hrefOf={hrefOf} />}
      {row.corrections.length > 0 && (
        <>
          <h3>{t('review.corrections')}</h3>
          <CorrectionsList
            frame={frame}
            edits={row.corrections}
            row={() => row}
            rows={view.rows}
            action={to.reviewAct(code, id, 'undo')}
            back={row.key}
          />
        </>
      )}
    </section>
  )
}

const DoubtfulSteps = ({ frame, page, chosen }: Omit<Props, 'refused'>) => {
  const href = (row: string) =>
    `${frame.to.review(page.municipality.code, page.view.review.id, { ...page.asked, row })}#panel`
  return (
    <span class="steps">
      {chosen.previous !== undefined && (
        <a href={href(chosen.previous)} data-key="p">
          {frame.t('review.previous')}
        </a>
      )}
      {chosen.next !== undefined && (
        <a href={href(chosen.next)} data-key="n">
          {frame.t('review.next')}
        </a>
      )}
      <a href="#rows" data-key="Escape">
        {frame.t('review.to-rows')}
      </a>
    </span>
  )
}

type FormProps = Props & { hrefOf: (at: FigureKey) => string }

const RowForm = ({ frame, page, chosen, refused, hrefOf }: FormProps) => {
  const { t, to } = frame
  const { row, figures } = chosen
  const { view, municipality } = page
  const typed = refused?.typed
  const years = yearsFor(view.draft, figures)
  const { indicator } = row
  return (
    <form method="post" action={to.reviewAct(municipality.code, view.review.id, 'edit')} class="row-form" id="row-form">
      <input type="hidden" name="seen" value={String(refused?.seen ?? view.review.revision)} />
      <input type="hidden" name="row" value={row.key} />
      <Where page={page} />
      {indicator && (
        <FigureFields frame={frame} figures={figures} at={chosen.at} typed={typed} years={years} hrefOf={hrefOf} />
      )}
      <div class="pair">
        <TextField typed={typed} id="f-name" name="name" label={t('review.name')} current={row.name} />
        {indicator && (
          <TextField typed={typed} id="f-unit" name="unit" label={t('facts.unit')} current={indicator.unit ?? ''} />
        )}
      </div>
      {/* 初めの送信ボタンなので、欄で Enter を押せば、行を離れずに保存する。 */}
      <p class="buttons">
        <button type="submit" name="do" value="save" class="small">
          {t('review.save')}
        </button>
      </p>
      {indicator && <Alternatives frame={frame} chosen={chosen} />}
      {indicator && <AddFigure frame={frame} typed={typed} years={years} hasBaseline={indicator.baseline !== null} />}
      {indicator ? (
        <RowRelations frame={frame} page={page} chosen={chosen} indicator={indicator} typed={typed} years={years} />
      ) : (
        <ParentField frame={frame} chosen={chosen} typed={typed} />
      )}
      <LeaveOut frame={frame} row={row} typed={typed} />
      <p class="buttons panel-buttons">
        <button type="submit" name="do" value="accept" class="primary" data-key="a">
          {t(chosen.next === undefined ? 'review.accept' : 'review.accept-next')}
        </button>
        <button type="submit" name="do" value="save">
          {t('review.save')}
        </button>
      </p>
    </form>
  )
}

/** 節と、一つの節に属する事業の、上の節。 */
const ParentField = ({ frame, chosen, typed }: { frame: Frame; chosen: ChosenRow; typed: Typed }) =>
  chosen.row.kind === 'priority-goal' || chosen.nodes.length === 0 ? null : (
    <SelectField
      typed={typed}
      id="f-node"
      name="node"
      label={frame.t('review.parent')}
      current={chosen.parent ?? ''}
      options={[['', frame.t('review.none')], ...nodeOptions(chosen)]}
    />
  )

/** 二つ以上の読みが残った行。採ればその読みの値になる。 */
const Alternatives = ({ frame, chosen }: { frame: Frame; chosen: ChosenRow }) => {
  const alternatives = chosen.row.asRead?.certainty?.alternatives ?? []
  if (alternatives.length === 0) return null
  const series = (figures: (typeof alternatives)[number]['actuals']) =>
    figures.map(({ year, raw }) => (year === null ? raw : `${yearShort(frame, year)} ${raw}`)).join('、') || '―'
  return (
    <details open={chosen.row.state === 'doubtful'}>
      <summary>{frame.t('review.alternatives', { count: alternatives.length })}</summary>
      <ul class="alternatives">
        {alternatives.map(({ targets, actuals, reason }, choice) => (
          <li>
            <Own frame={frame}>{reason}</Own>
            <br />
            {frame.t('table.target')} <Own frame={frame}>{series(targets)}</Own> ／ {frame.t('table.actual')}{' '}
            <Own frame={frame}>{series(actuals)}</Own>
            <br />
            <button type="submit" name="do" value={`alternative ${choice}`} class="small">
              {frame.t('review.take-alternative')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const LeaveOut = ({ frame, row, typed }: { frame: Frame; row: ChosenRow['row']; typed: Typed }) =>
  row.state === 'left-out' ? null : (
    <details open={typed?.text('do') === 'leave-out'}>
      <summary>{frame.t('review.leave-out')}</summary>
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
    </details>
  )

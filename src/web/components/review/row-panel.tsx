import type { Problem } from '#domain/problem.ts'
import { problemInWords } from '#domain/problem.ts'
import type { FigureKey } from '#domain/review/correction.ts'
import type { ChosenRow, ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { CorrectionsList } from './corrections-list.tsx'
import { Doubts, RowState } from './doubts.tsx'
import { SelectField, TextField, type Typed } from './field.tsx'
import { AddFigure, FigureFields, yearsFor } from './figure-fields.tsx'
import { PlaceWords } from './place-words.tsx'
import { nodeOptions, RowRelations } from './row-relations.tsx'
import { SourceExcerpt } from './source-excerpt.tsx'
import { Where } from './where.tsx'
import { Alternatives, LeaveOut } from './whole-row.tsx'

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
    <section id="panel" class="row-panel" aria-labelledby="panel-title" tabindex={-1}>
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
          <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
        </p>
      )}
      <Doubts frame={frame} row={row} />
      <SourceExcerpt frame={frame} excerpt={chosen.excerpt} at={chosen.at} hrefOf={hrefOf} />
      {status === 'open' && (
        <>
          <Alternatives frame={frame} page={page} row={row} />
          <Unsaved frame={frame} />
          <RowForm frame={frame} page={page} chosen={chosen} refused={refused} hrefOf={hrefOf} />
          <LeaveOut frame={frame} page={page} row={row} typed={refused?.typed} />
        </>
      )}
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
      <a href="#rows">{frame.t('review.to-rows')}</a>
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
      {indicator && <AddFigure frame={frame} typed={typed} years={years} hasBaseline={indicator.baseline !== null} />}
      {indicator ? (
        <RowRelations frame={frame} page={page} chosen={chosen} indicator={indicator} typed={typed} years={years} />
      ) : (
        <ParentField frame={frame} chosen={chosen} typed={typed} />
      )}
      {/* 初めの送信ボタンが「保存」なので、欄で Enter を押せば、行を離れずに保存する。 */}
      <p class="buttons panel-buttons">
        <button type="submit" name="do" value="save">
          {t('review.save')}
        </button>
        <button type="submit" name="do" value="accept" class="primary" data-key="a">
          {t(chosen.next === undefined ? 'review.accept' : 'review.accept-next')}
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

/** 保存していない書きかけがあるとき、台本が見せる。 */
const Unsaved = ({ frame }: { frame: Frame }) => (
  <p id="unsaved" class="notice" role="status" hidden>
    {frame.t('review.unsaved')}{' '}
    <button type="button" class="small">
      {frame.t('review.unsaved-restore')}
    </button>{' '}
    <button type="button" class="small">
      {frame.t('review.unsaved-drop')}
    </button>
  </p>
)

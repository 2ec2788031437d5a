import { raw } from 'hono/html'
import { say } from '#domain/language/say.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { FormName } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import { figureKeysOf } from '#domain/review/keys.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import { type Frame, periodInWords } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { shape } from '../shapes.ts'
import { Spoken } from '../spoken.tsx'
import { ChooseCity, newCity } from './choose-city.tsx'
import { NoteList } from './doubts.tsx'
import { fieldValues, Select, Was } from './field.tsx'
import { stateShapes } from './row-words.ts'

type Props = { frame: Frame; page: ReviewPageView; municipalities: readonly Municipality[] }

export const formNames: readonly FormName[] = [
  'progress-table',
  'kpi-summary',
  'revision-overview',
  'action-plan',
  'priority-goals',
  'indicator-table',
]

export const formInWords = (frame: Frame, form: FormName): string =>
  say({ code: `form-${form}`, params: {} }, frame.lang)

/** 選びの中では、英語の名に添えた日本語の名を省く（選びの中の字には、日本語だと示せない）。 */
const formAlone = (frame: Frame, form: FormName): string => formInWords(frame, form).replace(/ \(.*\)$/, '')

/** 見直しの頁の頭：何と読んだか、状態ごとの数、気づき、計画の見出し、市を移す・やめる。 */
export const ReviewHead = ({ frame, page, municipalities }: Props) => {
  const { t, to } = frame
  const { view, municipality } = page
  const { review, draft } = view
  return (
    <div class="review-head">
      <p class="lead">
        <Spoken
          frame={frame}
          words={
            draft
              ? t('review.read-as', { form: formInWords(frame, draft.plan.form), rows: view.rows.length })
              : t('review.not-read')
          }
        />
      </p>
      <p class="sub">
        {draft && (
          <>
            <Own frame={frame}>{draft.plan.title}</Own>{' '}
            {periodInWords(frame, draft.plan.firstYear, draft.plan.lastYear)}{' '}
          </>
        )}
        {t('review.opened', { date: momentInWords(review.openedAt) })} <Own frame={frame}>{review.openedBy}</Own>
      </p>
      {view.problem && (
        <p class="notice" role="status">
          <Spoken frame={frame} words={say(view.problem, frame.lang)} />{' '}
          <a href={to.reviewColumns(municipality.code, review.id)}>{t('review.to-columns')}</a>
        </p>
      )}
      {page.unknownColumns > 0 && (
        <p class="notice">
          {t('review.unknown-columns', { count: page.unknownColumns })}{' '}
          <a href={to.reviewColumns(municipality.code, review.id)}>{t('review.to-columns')}</a>
        </p>
      )}
      <Counts frame={frame} page={page} />
      <Warnings frame={frame} page={page} />
      <div class="review-settings">
        {view.guesses.length > 0 && <FormChoice frame={frame} page={page} />}
        {draft && <HeadingForm frame={frame} page={page} />}
        <MoveForm frame={frame} page={page} municipalities={municipalities} />
        <DiscardForm frame={frame} page={page} />
      </div>
    </div>
  )
}

const states: readonly ReviewRow['state'][] = ['doubtful', 'likely', 'certain', 'checked', 'left-out']

/** 状態ごとの数。押せばその状態だけになる。 */
const Counts = ({ frame, page }: Omit<Props, 'municipalities'>) => {
  const { counts, asked, view, municipality } = page
  const href = (state?: string) =>
    `${frame.to.review(municipality.code, view.review.id, { order: asked.order, state })}#rows`
  return view.rows.length === 0 ? null : (
    <ul class="state-counts" aria-label={frame.t('review.counts')}>
      {states.map((state) => (
        <li class={state}>
          <a href={href(state)} aria-current={asked.state === state ? 'true' : undefined}>
            {raw(shape(stateShapes[state]))}
            {frame.t(`review-state.${state}`)} <b>{counts[state]}</b>
          </a>
        </li>
      ))}
      {asked.state !== undefined && (
        <li>
          <a href={href()}>{frame.t('review.all-rows', { count: view.rows.length })}</a>
        </li>
      )}
    </ul>
  )
}

const Warnings = ({ frame, page }: Omit<Props, 'municipalities'>) => {
  const { warnings, rows, review } = page.view
  const places = rowsByPlace(rows)
  const hrefOf = (place: Place) => {
    const found = places.get(JSON.stringify(place))
    return found && `${frame.to.review(page.municipality.code, review.id, found)}#panel`
  }
  return (
    <>
      <NoteList frame={frame} notes={warnings} hrefOf={hrefOf} />
      {warnings.some(({ code }) => code === 'review-other-city') && <OwnCity frame={frame} page={page} />}
    </>
  )
}

/** 所在から、そこを読んだ行と値へ。 */
const rowsByPlace = (rows: readonly ReviewRow[]): ReadonlyMap<string, { row: string; at?: string }> =>
  new Map(
    rows.flatMap(({ key, place, indicator }) => [
      [JSON.stringify(place), { row: key }] as const,
      ...(indicator ? figureKeysOf(indicator) : []).map(
        (each) => [JSON.stringify(each.figure.place), { row: key, at: each.key }] as const,
      ),
    ]),
  )

/** 市の名の読み違いなら、取り込む先の市の図書とする。 */
const OwnCity = ({ frame, page: { municipality, view } }: Omit<Props, 'municipalities'>) => (
  <form method="post" action={frame.to.reviewAct(municipality.code, view.review.id, 'heading')}>
    <input type="hidden" name="seen" value={String(view.review.revision)} />
    <input type="hidden" name="municipality" value={municipality.name} />
    <Was name="municipality" was="" />
    <button type="submit" class="small">
      <Spoken frame={frame} words={frame.t('review.own-city', { name: municipality.name })} />
    </button>{' '}
    <a href={`${frame.to.review(municipality.code, view.review.id, { move: 1 })}#move`}>{frame.t('review.to-move')}</a>
  </form>
)

/** どの様式とみたかと、そのわけ。別の様式として読める。 */
const FormChoice = ({ frame, page: { municipality, view } }: Omit<Props, 'municipalities'>) => {
  const { t } = frame
  const { review, guesses } = view
  return (
    <details open={view.draft === undefined}>
      <summary>{t('review.why-form')}</summary>
      <ul>
        {guesses
          .filter(({ score, reasons }) => score > 0 && reasons.length > 0)
          .map(({ form, score, reasons }) => (
            <li>
              <b>
                <Spoken frame={frame} words={formInWords(frame, form)} />
              </b>{' '}
              {t('review.likeness', { percent: Math.round(score * 100) })}
              {'：'}
              {reasons.map((reason) => say(reason, frame.lang)).join(frame.lang === 'ja' ? '。' : '. ')}
            </li>
          ))}
      </ul>
      <form method="post" action={frame.to.reviewAct(municipality.code, review.id, 'form')} class="inline-fields">
        <input type="hidden" name="seen" value={String(review.revision)} />
        <Select
          name="form"
          value={review.choices.form ?? ''}
          label={t('review.form')}
          options={[['', t('review.form-auto')], ...formNames.map((form) => [form, formAlone(frame, form)] as const)]}
        />
        <button type="submit" class="small">
          {t('review.form-read')}
        </button>
      </form>
    </details>
  )
}

/** 計画の見出し：題・種類・期間。 */
const HeadingForm = ({ frame, page: { municipality, view } }: Omit<Props, 'municipalities'>) => {
  const { t } = frame
  const { review, draft } = view
  if (!draft) return null
  const { title, kind, firstYear, lastYear } = draft.plan
  const fields = [
    ['title', title],
    ['kind', kind],
    ['firstYear', firstYear === null ? '' : String(firstYear)],
    ['lastYear', lastYear === null ? '' : String(lastYear)],
  ] as const
  return (
    <details>
      <summary>{t('review.heading')}</summary>
      <form method="post" action={frame.to.reviewAct(municipality.code, review.id, 'heading')}>
        <input type="hidden" name="seen" value={String(review.revision)} />
        {fields.map(([name, current]) => {
          const { value, was } = fieldValues(undefined, name, current)
          const isYear = name === 'firstYear' || name === 'lastYear'
          return (
            <div class="field">
              <label for={`h-${name}`}>{t(`review.heading-${name}`)}</label>
              {isYear && (
                <p class="hint" id={`h-${name}-hint`}>
                  <Spoken frame={frame} words={t('review.year-hint')} />
                </p>
              )}
              <input
                id={`h-${name}`}
                name={name}
                value={value}
                maxlength={isYear ? 20 : 1000}
                autocomplete="off"
                aria-describedby={isYear ? `h-${name}-hint` : undefined}
              />
              <Was name={name} was={was} />
            </div>
          )
        })}
        <p class="buttons">
          <button type="submit">{t('review.heading-save')}</button>
        </p>
      </form>
    </details>
  )
}

/** 別の市の図書なら、読み方と訂正ごと移す。読んだ行を画面の外へ押し出さないよう、求められるまで開かない。 */
const MoveForm = ({ frame, page, municipalities }: Props) => {
  const { municipality, view } = page
  const isElsewhere = view.warnings.some(({ code }) => code === 'review-other-city' || code === 'review-other-code')
  const stated = view.draft?.municipality
  const known = municipalities.find(({ code, name }) => code === stated?.code || name === stated?.name)
  return (
    <details id="move" open={/[?&]move=1\b/.test(frame.path)}>
      <summary>{frame.t('review.move')}</summary>
      <form method="post" action={frame.to.reviewAct(municipality.code, view.review.id, 'move')}>
        <ChooseCity
          frame={frame}
          municipalities={municipalities.filter(({ code }) => code !== municipality.code)}
          chosen={isElsewhere ? (known?.code ?? newCity) : ''}
          newCode={known ? '' : (stated?.code ?? '')}
          newName={known || !isElsewhere ? '' : (stated?.name ?? '')}
        />
        <p class="buttons">
          <button type="submit">{frame.t('review.move-do')}</button>
        </p>
      </form>
    </details>
  )
}

const DiscardForm = ({ frame, page: { municipality, view } }: Omit<Props, 'municipalities'>) => (
  <details>
    <summary>{frame.t('review.discard')}</summary>
    <form method="post" action={frame.to.reviewAct(municipality.code, view.review.id, 'discard')}>
      <p class="hint">{frame.t('review.discard-hint')}</p>
      <p class="buttons">
        <button type="submit" class="danger">
          {frame.t('review.discard-do')}
        </button>
      </p>
    </form>
  </details>
)

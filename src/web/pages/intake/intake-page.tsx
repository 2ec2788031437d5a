import { type Problem, problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { AdoptionOfCity, IntakeView, ReviewOfCity } from '#operations/reviews-for-pages/view-intake.ts'
import type { Crumb } from '../../components/crumbs.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { RecordedAs } from '../../components/recorded-as.tsx'
import { ChooseCity } from '../../components/review/choose-city.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 欄に入れておくもの。断ったときは、打ったままとそのわけ。 */
export type IntakeGiven = {
  readonly city: string
  readonly newCode: string
  readonly newName: string
  readonly name: string
  /** `field` は、直してほしい欄。 */
  readonly refused?: { readonly problem: Problem; readonly field: IntakeField } | undefined
}

export type IntakeField = 'file' | 'city' | 'name'

type Props = { frame: Frame; view: IntakeView; given: IntakeGiven }

/** 図書を取り込む頁。ファイルと市を選んで送ると、見直しが始まる。見直し中のものと、近ごろの取り込みを並べる。 */
export const IntakePage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { municipality } = view
  return (
    <Layout
      frame={frame}
      title={t('intake.title')}
      municipality={municipality}
      crumbs={crumbs(frame, view)}
      scripts={['intake']}
    >
      <h1>{t('intake.title')}</h1>
      <p class="lead">{t('intake.lead')}</p>
      <UploadForm frame={frame} view={view} given={given} />
      <section aria-labelledby="open">
        <h2 id="open">{t('intake.open')}</h2>
        {view.tooMany ? <p class="empty">{t('intake.too-many')}</p> : <Reviews frame={frame} view={view} />}
      </section>
      {view.adoptions.length > 0 && (
        <section aria-labelledby="adoptions">
          <h2 id="adoptions">{t('intake.adoptions')}</h2>
          <Adoptions frame={frame} view={view} />
        </section>
      )}
      {municipality && <p>{<a href={to.intake()}>{t('intake.every-city')}</a>}</p>}
    </Layout>
  )
}

const crumbs = (frame: Frame, { municipality }: IntakeView): readonly Crumb[] => [
  { words: frame.t('cities.title'), href: frame.to.cities() },
  ...(municipality ? [{ words: municipality.name, href: frame.to.city(municipality.code), own: true }] : []),
  { words: frame.t('intake.title') },
]

const UploadForm = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { refused } = given
  const errorOf = (field: IntakeField) => (refused?.field === field ? `refused-${field}` : undefined)
  const Refused = ({ field }: { field: IntakeField }) =>
    refused?.field === field ? (
      <p class="error" id={`refused-${field}`} role="alert">
        <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
      </p>
    ) : null
  return (
    <form
      method="post"
      action={to.intake(view.municipality?.code)}
      enctype="multipart/form-data"
      class="upload"
      data-too-large={t('upload-too-large', { limit: '50MB' })}
    >
      <RecordedAs frame={frame} field="name">
        <div class="field">
          <label for="name">{t('intake.name')}</label>
          <p class="hint" id="name-hint">
            {t('intake.name-hint')}
          </p>
          <Refused field="name" />
          <input
            id="name"
            name="name"
            value={given.name}
            maxlength={60}
            autocomplete="name"
            aria-describedby={[errorOf('name'), 'name-hint'].filter(Boolean).join(' ')}
            aria-invalid={errorOf('name') ? 'true' : undefined}
          />
        </div>
      </RecordedAs>
      <Refused field="city" />
      <ChooseCity
        frame={frame}
        municipalities={view.municipalities}
        chosen={given.city}
        newCode={given.newCode}
        newName={given.newName}
        error={errorOf('city')}
      />
      <div class="field drop">
        <label for="file">{t('intake.file')}</label>
        <p class="hint" id="file-hint">
          {t('intake.file-hint')}
        </p>
        <Refused field="file" />
        {refused && refused.field !== 'file' && <p class="hint">{t('intake.file-again')}</p>}
        <input
          id="file"
          name="file"
          type="file"
          accept=".txt,.csv,.tsv,.xlsx,.xlsm,.json"
          aria-describedby={[errorOf('file'), 'file-hint'].filter(Boolean).join(' ')}
          aria-invalid={errorOf('file') ? 'true' : undefined}
        />
        <p class="drop-words" hidden>
          {t('intake.drop')}
        </p>
      </div>
      <p class="buttons">
        <button type="submit" class="primary">
          {t('intake.send')}
        </button>
      </p>
    </form>
  )
}

const Reviews = ({ frame, view }: Omit<Props, 'given'>) => {
  if (view.open.length === 0 && view.discarded.length === 0) return <p class="empty">{frame.t('intake.none-open')}</p>
  return (
    <>
      {view.open.length > 0 && <ReviewTable frame={frame} view={view} reviews={view.open} />}
      {view.discarded.length > 0 && (
        <details>
          <summary>{frame.t('intake.discarded', { count: view.discarded.length })}</summary>
          <ReviewTable frame={frame} view={view} reviews={view.discarded} />
        </details>
      )}
    </>
  )
}

type TableProps = Omit<Props, 'given'> & { reviews: readonly ReviewOfCity[] }

const ReviewTable = ({ frame, view, reviews }: TableProps) => {
  const { t, to } = frame
  return (
    <Scroll labelledby="open">
      <table class="plain intake-list">
        <thead>
          <tr>
            <th scope="col">{t('intake.document')}</th>
            {!view.municipality && <th scope="col">{t('cities.name')}</th>}
            <th scope="col" class="n">
              {t('intake.doubtful-left')}
            </th>
            <th scope="col">{t('intake.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map(({ id, file, municipality, doubtful, total, changedAt, changedBy }) => (
            <tr>
              <th scope="row">
                <a href={to.review(municipality.code, id)}>
                  <Own frame={frame}>{file}</Own>
                </a>
              </th>
              {!view.municipality && (
                <td>
                  <Own frame={frame}>{municipality.name}</Own>
                </td>
              )}
              <td class="n">
                {doubtful === null || total === null
                  ? t('intake.not-read-yet')
                  : t('intake.doubtful-of', { doubtful, total })}
              </td>
              <td>
                {momentInWords(changedAt)} <Own frame={frame}>{changedBy}</Own>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Adoptions = ({ frame, view }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  return (
    <Scroll labelledby="adoptions">
      <table class="plain intake-list">
        <thead>
          <tr>
            <th scope="col">{t('intake.when')}</th>
            {!view.municipality && <th scope="col">{t('cities.name')}</th>}
            <th scope="col">{t('intake.plan')}</th>
            <th scope="col">{t('intake.what')}</th>
            <th scope="col">{t('intake.undo')}</th>
          </tr>
        </thead>
        <tbody>
          {view.adoptions.map((adoption) => (
            <tr>
              <th scope="row">
                <a href={to.adoption(adoption.municipality.code, adoption.id)}>{momentInWords(adoption.at)}</a>{' '}
                <small>
                  <Own frame={frame}>{adoption.by}</Own>
                </small>
              </th>
              {!view.municipality && (
                <td>
                  <Own frame={frame}>{adoption.municipality.name}</Own>
                </td>
              )}
              <td class="plan">
                <PlanOf frame={frame} adoption={adoption} />
              </td>
              <td>
                {t(`adoption.short-${adoption.outcome}`)} {t('intake.change-counts', adoption.counts)}
              </td>
              <td>
                {adoption.undone ? (
                  t('adoption.undone')
                ) : adoption.undoable ? (
                  <a href={to.adoptionUndo(adoption.municipality.code, adoption.id)}>{t('adoption.undo')}</a>
                ) : (
                  <small>{t('intake.not-newest')}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** 取り込んだ先の計画。取り消してなくなったものは、取り込んだファイルの名。 */
const PlanOf = ({ frame, adoption: { edition, municipality, file } }: { frame: Frame; adoption: AdoptionOfCity }) =>
  edition ? (
    <a href={frame.to.plan(municipality.code, edition.id)}>
      <Own frame={frame}>{edition.title}</Own>
    </a>
  ) : (
    <Own frame={frame}>{file ?? '―'}</Own>
  )

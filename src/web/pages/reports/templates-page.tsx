import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { reportTitles } from '#operations/reports/choices.ts'
import { type KeptTemplate, starterNames } from '#operations/reports/templates.ts'
import { Own } from '../../components/own-words.tsx'
import { DeleteForm } from '../../components/report/delete-form.tsx'
import { ListTable } from '../../components/report/list-table.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { ReportLayout } from '../../components/report/report-layout.tsx'
import { sizeInWords } from '../../components/report/size-words.ts'
import { WhoField } from '../../components/report/who-field.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

export type TemplatesView = { readonly edition: Edition; readonly templates: readonly KeptTemplate[] }

/** 預ける欄に入れておくもの。預かれなかったときは、直してほしいところのすべて。 */
export type TemplateGiven = {
  readonly who: string
  readonly name: string
  readonly refused?: { readonly file: string; readonly problems: readonly Problem[] } | undefined
}

type Props = { frame: Frame; view: TemplatesView; given: TemplateGiven }

export const templatesPage = (frame: Frame, view: TemplatesView, given: TemplateGiven): string =>
  String(<TemplatesPage frame={frame} view={view} given={given} />)

/** 市の様式：預ける、使う、ひな形を取る。 */
const TemplatesPage = ({ frame, view, given }: Props) => {
  const { t } = frame
  return (
    <ReportLayout
      frame={frame}
      edition={view.edition}
      title={t('templates.title')}
      crumbs={[{ words: t('templates.title') }]}
      scripts={['intake']}
    >
      <p class="lead">
        <Spoken frame={frame} words={t('templates.lead')} />
      </p>
      {given.refused && <Refused frame={frame} refused={given.refused} />}
      <section aria-labelledby="kept">
        <h2 id="kept">{t('templates.kept')}</h2>
        {view.templates.length === 0 ? (
          <p class="empty">{t('templates.none')}</p>
        ) : (
          <Templates frame={frame} view={view} />
        )}
      </section>
      <section aria-labelledby="add">
        <h2 id="add">{t('templates.add')}</h2>
        <AddForm frame={frame} view={view} given={given} />
      </section>
      <Starters frame={frame} view={view} />
    </ReportLayout>
  )
}

/** ひな形。そのままでも使え、手を入れて預けられる。 */
const Starters = ({ frame, view: { edition } }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  return (
    <section aria-labelledby="starters">
      <h2 id="starters">{t('templates.starters')}</h2>
      <p>{t('templates.starters-lead')}</p>
      <ul class="starters">
        {starterNames.map((form) => (
          <li>
            <Own frame={frame}>{reportTitles[form]}</Own>{' '}
            {(['xlsx', 'docx'] as const).map((format) => (
              <a href={to.starterTemplate(edition.municipality.code, edition.id, form, format)}>
                {t(`report.download-${format}`)}
                <span class="unseen">
                  {' '}
                  <Own frame={frame}>{reportTitles[form]}</Own>
                </span>
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 預かれなかったわけ。一つずつ、どこの何を直せばよいか。 */
const Refused = ({ frame, refused }: { frame: Frame; refused: NonNullable<TemplateGiven['refused']> }) => (
  <section class="notice" aria-labelledby="refused" role="alert">
    <h2 id="refused">
      {frame.t('templates.refused')} <Own frame={frame}>{refused.file}</Own>
    </h2>
    {refused.problems.length > 1 && <p>{frame.t('templates.troubles', { count: refused.problems.length })}</p>}
    <ul>
      {refused.problems.slice(0, mostTroubles).map((problem) => (
        <li>
          <ProblemWords frame={frame} problem={problem} />
        </li>
      ))}
    </ul>
  </section>
)

/** これより多ければ、直すうちに減っていくので、初めのものだけを見せる。 */
const mostTroubles = 100

const Templates = ({ frame, view: { edition, templates } }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  const code = edition.municipality.code
  return (
    <ListTable frame={frame} labelledby="kept" heads={[t('templates.name'), t('templates.use'), t('templates.when')]}>
      {templates.map(({ id, name, file, bytes, addedAt, addedBy }) => (
        <tr>
          <th scope="row">
            <a href={to.template(code, edition.id, id)}>
              <Own frame={frame}>{name}</Own>
            </a>
            <small>
              <Own frame={frame}>{file}</Own> {sizeInWords(frame, bytes)}
            </small>
          </th>
          <td>
            <a class="button small" href={to.template(code, edition.id, id)}>
              {t('templates.use')}
              <span class="unseen">
                {' '}
                <Own frame={frame}>{name}</Own>
              </span>
            </a>
          </td>
          <td>
            {momentInWords(addedAt)} <Own frame={frame}>{addedBy}</Own>
          </td>
          <td>
            <DeleteForm frame={frame} action={to.templatePart(code, edition.id, id, 'delete')} name={name} />
          </td>
        </tr>
      ))}
    </ListTable>
  )
}

const AddForm = ({ frame, view: { edition }, given }: Props) => {
  const { t, to } = frame
  const missing = given.refused?.file === ''
  return (
    <form
      class="upload"
      method="post"
      action={to.templates(edition.municipality.code, edition.id)}
      enctype="multipart/form-data"
      data-too-large={t('upload-too-large', { limit: '50MB' })}
    >
      <WhoField frame={frame} who={given.who} />
      <div class="field">
        <label for="name">{t('templates.name')}</label>
        <p class="hint" id="name-hint">
          {t('templates.name-hint')}
        </p>
        <input
          id="name"
          name="name"
          value={given.name}
          maxlength={60}
          autocomplete="off"
          aria-describedby="name-hint"
        />
      </div>
      <div class="field drop">
        <label for="file">{t('templates.file')}</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".xlsx,.docx"
          aria-describedby={given.refused ? 'refused' : undefined}
          aria-invalid={missing ? 'true' : undefined}
        />
        <p class="drop-words" hidden>
          {t('intake.drop')}
        </p>
      </div>
      <p class="buttons">
        <button type="submit" class="primary">
          {t('templates.send')}
        </button>
      </p>
    </form>
  )
}

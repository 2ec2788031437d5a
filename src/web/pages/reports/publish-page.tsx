import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import { type ReportChoices, reportTitles, writeChoices } from '#operations/reports/choices.ts'
import type { ReportChange } from '#operations/reports/correction-changes.ts'
import type { FormChoice } from '#operations/reports/make-report.ts'
import type { Publication } from '#operations/reports/publications.ts'
import { Own } from '../../components/own-words.tsx'
import { Changes } from '../../components/report/changes.tsx'
import { choicesLine } from '../../components/report/choices-in-words.ts'
import { KeptChoices } from '../../components/report/kept-choices.tsx'
import { Preview, type Previewed } from '../../components/report/preview.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { ReportLayout } from '../../components/report/report-layout.tsx'
import { WhoField } from '../../components/report/who-field.tsx'
import type { Frame } from '../../frame.ts'

export type PublishView = {
  readonly edition: Edition
  readonly form: FormChoice
  readonly choices: ReportChoices
  readonly made: Previewed
  /** 訂正なら、もとの公表と、変わるところ。 */
  readonly correcting: { readonly before: Publication; readonly changes: readonly ReportChange[] } | undefined
}

export type PublishGiven = {
  readonly who: string
  readonly title: string
  readonly note: string
  readonly refused?: Problem | undefined
}

type Props = { frame: Frame; view: PublishView; given: PublishGiven }

export const publishPage = (frame: Frame, view: PublishView, given: PublishGiven): string =>
  String(<PublishPage frame={frame} view={view} given={given} />)

/** 公表する前に確かめる頁。何が凍るか、訂正なら何が変わるかを見せてから。 */
const PublishPage = ({ frame, view, given }: Props) => {
  const { edition, form, choices, made, correcting } = view
  const { t, to } = frame
  const code = edition.municipality.code
  const name = reportTitles[form.name]
  const title = correcting
    ? t('publish.correct-title', { title: correcting.before.title })
    : t('publish.title', { title: name })
  const address = to.report(code, edition.id, form.name, writeChoices(choices))
  return (
    <ReportLayout
      frame={frame}
      edition={edition}
      title={title}
      crumbs={[{ words: name, href: address, own: true }, { words: t('report.publish') }]}
    >
      {correcting && <p class="lead">{t('publish.correct-lead')}</p>}
      {correcting && (
        <section aria-labelledby="changes">
          <h2 id="changes">{t('publish.changes')}</h2>
          {correcting.changes.length === 0 ? (
            <p class="empty">{t('publish.no-changes')}</p>
          ) : (
            <Changes frame={frame} changes={correcting.changes} labelledby="changes" />
          )}
        </section>
      )}
      <section aria-labelledby="frozen">
        <h2 id="frozen">{t('publish.frozen')}</h2>
        <p>{t('publish.frozen-what')}</p>
        <dl class="frozen-facts">
          <dt>{t('publish.plan')}</dt>
          <dd>
            <Own frame={frame}>{edition.title}</Own>
          </dd>
          <dt>{t('publish.form')}</dt>
          <dd>
            <a href={address}>
              <Own frame={frame}>{name}</Own>
            </a>
          </dd>
          <dt>{t('publish.choices')}</dt>
          <dd>{choicesLine(frame, edition, form.asks, choices)}</dd>
        </dl>
      </section>
      {correcting?.changes.length !== 0 && <PublishForm frame={frame} view={view} given={given} />}
      <Preview frame={frame} code={code} edition={edition.id} form={form.name} choices={choices} made={made} />
    </ReportLayout>
  )
}

const PublishForm = ({ frame, view: { edition, form, choices, correcting }, given }: Props) => {
  const { t, to } = frame
  return (
    <form method="post" action={to.reportAct(edition.municipality.code, edition.id, form.name, 'publish')}>
      <KeptChoices choices={choices} />
      {correcting && <input type="hidden" name="corrects" value={correcting.before.id} />}
      {given.refused && (
        <p class="error" role="alert" id="refused">
          <ProblemWords frame={frame} problem={given.refused} />
        </p>
      )}
      <div class="field">
        <label for="title">{t('publish.name')}</label>
        <input id="title" name="title" value={given.title} autocomplete="off" maxlength={100} required />
      </div>
      <div class="field">
        <label for="note">{t('publish.note')}</label>
        <p class="hint" id="note-hint">
          {t(correcting ? 'publish.correct-note-hint' : 'publish.note-hint')}
        </p>
        <textarea id="note" name="note" maxlength={2000} aria-describedby="note-hint">
          {given.note}
        </textarea>
      </div>
      <WhoField frame={frame} who={given.who} />
      <p class="buttons">
        <button type="submit" class="primary">
          {t(correcting ? 'publish.do-correct' : 'publish.do')}
        </button>
        <a
          class="button plain"
          href={to.report(edition.municipality.code, edition.id, form.name, writeChoices(choices))}
        >
          {t('publish.back')}
        </a>
      </p>
    </form>
  )
}

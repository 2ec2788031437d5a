import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import { type ReportChoices, reportTitles, writeChoices } from '#operations/reports/choices.ts'
import type { FormChoice } from '#operations/reports/make-report.ts'
import type { ReportChoiceLists } from '#operations/view-report-choices.ts'
import { Own } from '../../components/own-words.tsx'
import { ChoicesForm } from '../../components/report/choices-form.tsx'
import { type DataLine, DataList } from '../../components/report/data-list.tsx'
import { Downloads } from '../../components/report/downloads.tsx'
import { KeptChoices } from '../../components/report/kept-choices.tsx'
import { NameForm } from '../../components/report/name-form.tsx'
import { Preview, type Previewed } from '../../components/report/preview.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { ReportLayout } from '../../components/report/report-layout.tsx'
import type { Frame } from '../../frame.ts'

export type FormView = {
  readonly edition: Edition
  readonly form: FormChoice
  readonly choices: ReportChoices
  readonly lists: ReportChoiceLists
  /** 作れるなら初めの章のこと、作れないならわけ。 */
  readonly made: Previewed | { readonly problem: Problem }
  /** この様式と同じ値のデータ。 */
  readonly data: readonly DataLine[]
}

/** 名を付けて残す欄に入れておくもの。 */
export type NameGiven = {
  readonly who: string
  readonly name: string
  readonly saved?: string | undefined
  readonly refused?: Problem | undefined
}

type Props = { frame: Frame; view: FormView; given: NameGiven }

export const formPage = (frame: Frame, view: FormView, given: NameGiven): string =>
  String(<FormPage frame={frame} view={view} given={given} />)

/** 一つの様式の頁。左に選び、右に初めの章と、落とす・残す・公表する。 */
const FormPage = ({ frame, view, given }: Props) => {
  const { edition, form, choices, lists, made, data } = view
  const { t, to } = frame
  const code = edition.municipality.code
  const title = reportTitles[form.name]
  const able = !('problem' in made)
  return (
    <ReportLayout
      frame={frame}
      edition={edition}
      title={title}
      heading={<Own frame={frame}>{title}</Own>}
      crumbs={[{ words: title, own: true }]}
      wide
    >
      {given.saved && (
        <p class="done" role="status">
          {t('reports.saved', { name: given.saved })}
        </p>
      )}
      {able && (
        <p class="to-download">
          <a href="#download">{t(form.name === 'plan-book' ? 'book.start' : 'report.download')}</a>
        </p>
      )}
      <div class="report-columns">
        <ChoicesForm
          frame={frame}
          action={to.report(code, edition.id, form.name)}
          asks={form.asks}
          choices={choices}
          lists={lists}
        />
        <div class="report-main">
          {able ? (
            <>
              {form.name === 'plan-book' ? (
                <StartBook frame={frame} view={view} />
              ) : (
                <Downloads frame={frame} code={code} edition={edition.id} form={form.name} choices={choices} />
              )}
              <Preview frame={frame} code={code} edition={edition.id} form={form.name} choices={choices} made={made} />
              <div class="report-acts">
                <NameForm frame={frame} view={view} given={given} />
                <section aria-labelledby="publish">
                  <h2 id="publish">{t('report.publish')}</h2>
                  <p>{t('report.publish-lead')}</p>
                  <p class="buttons">
                    <a class="button" href={to.reportPublish(code, edition.id, form.name, writeChoices(choices))}>
                      {t('report.publish-to')}
                    </a>
                  </p>
                </section>
              </div>
            </>
          ) : (
            <section class="notice" aria-labelledby="cannot">
              <h2 id="cannot">{t('report.cannot')}</h2>
              <p>
                <ProblemWords frame={frame} problem={made.problem} />
              </p>
            </section>
          )}
          {data.length > 0 && (
            <section aria-labelledby="data">
              <h2 id="data">{t('reports.data-of-form')}</h2>
              <DataList frame={frame} edition={edition} data={data} labelledby="data" />
            </section>
          )}
        </div>
      </div>
    </ReportLayout>
  )
}

/** 一冊を作り始める。終わるのを待たずに離れてよい。 */
const StartBook = ({ frame, view: { edition, form, choices } }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  const code = edition.municipality.code
  return (
    <section class="downloads" aria-labelledby="download">
      <h2 id="download">{t('book.start')}</h2>
      <p>{t('book.start-lead')}</p>
      <form method="post" action={to.reportAct(code, edition.id, form.name, 'start')}>
        <KeptChoices choices={choices} />
        <p class="buttons">
          {(['pdf', 'docx'] as const).map((format) => (
            <button type="submit" name="format" value={format} class={format === 'pdf' ? 'primary' : undefined}>
              {t('book.make', { format: t(`report.download-${format}`) })}
            </button>
          ))}
        </p>
      </form>
      <p>
        <a href={to.reportPrint(code, edition.id, form.name, writeChoices(choices))}>{t('report.print')}</a>
      </p>
    </section>
  )
}

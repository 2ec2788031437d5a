import type { Edition } from '#domain/plan/edition.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { reportTitles, writeChoices } from '#operations/reports/choices.ts'
import type { FormChoice } from '#operations/reports/make-report.ts'
import type { ReportFile } from '#operations/reports/report-files.ts'
import { Own } from '../../components/own-words.tsx'
import { choicesLine } from '../../components/report/choices-in-words.ts'
import { DeleteForm } from '../../components/report/delete-form.tsx'
import { fileName, formatInWords, isEnded } from '../../components/report/file-list.tsx'
import { FileStateMark } from '../../components/report/file-state.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { ReportLayout } from '../../components/report/report-layout.tsx'
import { sizeInWords } from '../../components/report/size-words.ts'
import type { Frame } from '../../frame.ts'

export type JobView = { readonly edition: Edition; readonly file: ReportFile; readonly asks: FormChoice['asks'] }

type Props = { frame: Frame; view: JobView }

export const jobPage = (frame: Frame, view: JobView): string => String(<JobPage frame={frame} view={view} />)

/** ファイルを作っている頁。台本があれば進みを聞きに行き、なければ頁ごと読み直す。 */
const JobPage = ({ frame, view: { edition, file, asks } }: Props) => {
  const { t, to } = frame
  const code = edition.municipality.code
  const ended = isEnded(file)
  return (
    <ReportLayout
      frame={frame}
      edition={edition}
      title={t('job.title', { title: fileName(file) })}
      heading={
        <>
          <Own frame={frame}>{fileName(file)}</Own> <small>{formatInWords(frame, file.format)}</small>
        </>
      }
      crumbs={[
        { words: reportTitles[file.form], href: to.report(code, edition.id, file.form), own: true },
        { words: formatInWords(frame, file.format) },
      ]}
      scripts={ended ? [] : ['report-job']}
      head={ended ? undefined : <Reload />}
    >
      <section
        class="job"
        aria-label={t('reports.file-state')}
        data-state={ended ? undefined : to.reportJobPart(code, edition.id, file.id, 'state')}
        data-lost={t('job.lost')}
      >
        <p class="lead" role="status">
          <FileStateMark frame={frame} status={file.status} />{' '}
          <span class="job-progress">{ended ? '' : progressInWords(frame, file)}</span>
        </p>
        {!ended && (
          <progress aria-label={t('job.progress-label')} max={Math.max(1, file.of)} value={file.done}>
            {progressInWords(frame, file)}
          </progress>
        )}
        {file.status === 'done' && file.bytes !== null && (
          <p class="buttons">
            <a class="button primary" href={to.reportJobPart(code, edition.id, file.id, 'file')}>
              {t('reports.get', {
                name: formatInWords(frame, file.format),
                size: sizeInWords(frame, file.bytes),
              })}
            </a>
          </p>
        )}
        {file.problem && (
          <p class="error">
            <ProblemWords frame={frame} problem={file.problem} />
          </p>
        )}
        {!ended && <p>{t('job.leave')}</p>}
      </section>
      <p class="sub">
        {t('job.asked', { at: momentInWords(file.askedAt), by: file.askedBy })}{' '}
        {choicesLine(frame, edition, asks, file.choices)}
      </p>
      <div class="buttons">
        {!ended && (
          <form method="post" action={to.reportJobPart(code, edition.id, file.id, 'cancel')}>
            <button type="submit" class="danger">
              {t('job.cancel')}
            </button>
          </form>
        )}
        {ended && (
          <a class="button" href={to.report(code, edition.id, file.form, writeChoices(file.choices))}>
            {t('job.again')}
          </a>
        )}
        <a class="button plain" href={`${to.reports(code, edition.id)}#files`}>
          {t('reports.files')}
        </a>
      </div>
      {ended && (
        <DeleteForm
          frame={frame}
          action={to.reportJobPart(code, edition.id, file.id, 'delete')}
          name={fileName(file)}
          words={t('job.delete')}
        />
      )}
    </ReportLayout>
  )
}

/** 台本のないブラウザーは、頁ごと読み直す。 */
const Reload = () => (
  <noscript>
    <meta http-equiv="refresh" content="2" />
  </noscript>
)

export const progressInWords = ({ t }: Frame, { done, of }: Pick<ReportFile, 'done' | 'of'>): string =>
  of === 0 ? '' : t('job.progress', { done, of })

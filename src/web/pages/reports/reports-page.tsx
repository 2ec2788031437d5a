import type { Edition } from '#domain/plan/edition.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { reportTitles, writeChoices } from '#operations/reports/choices.ts'
import { allData, type DataOnOffer } from '#operations/reports/data-file.ts'
import type { FormOnOffer } from '#operations/reports/make-report.ts'
import type { NamedReport } from '#operations/reports/named-reports.ts'
import type { Publication } from '#operations/reports/publications.ts'
import type { ReportFile } from '#operations/reports/report-files.ts'
import { Own } from '../../components/own-words.tsx'
import { choicesLine } from '../../components/report/choices-in-words.ts'
import { DataList } from '../../components/report/data-list.tsx'
import { DeleteForm } from '../../components/report/delete-form.tsx'
import { FileList } from '../../components/report/file-list.tsx'
import { KeptChoices } from '../../components/report/kept-choices.tsx'
import { ListTable } from '../../components/report/list-table.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { PublicationList } from '../../components/report/publication-list.tsx'
import { ReportLayout } from '../../components/report/report-layout.tsx'
import type { Frame } from '../../frame.ts'

export type ReportsView = {
  readonly edition: Edition
  readonly forms: readonly FormOnOffer[]
  readonly named: readonly NamedReport[]
  readonly files: readonly ReportFile[]
  readonly publications: readonly Publication[]
  readonly data: DataOnOffer
}

type Props = { frame: Frame; view: ReportsView }

export const reportsPage = (frame: Frame, view: ReportsView): string =>
  String(<ReportsPage frame={frame} view={view} />)

/** 帳票のはじめの頁。作れる様式、名を付けた帳票、作ったファイル、公表の記録、データ、市の様式へ。 */
const ReportsPage = ({ frame, view }: Props) => {
  const { t, to } = frame
  const { edition, files, publications } = view
  const code = edition.municipality.code
  return (
    <ReportLayout frame={frame} edition={edition} title={t('reports.title')}>
      <p class="sub">{t('reports.lead')}</p>
      {view.named.length > 0 && <NamedReports frame={frame} view={view} />}
      <Forms frame={frame} view={view} />
      {view.named.length === 0 && <NamedReports frame={frame} view={view} />}
      <section aria-labelledby="files">
        <h2 id="files">{t('reports.files')}</h2>
        <FileList frame={frame} edition={edition} files={files} />
      </section>
      <section aria-labelledby="publications">
        <h2 id="publications">{t('reports.publications')}</h2>
        {publications.length === 0 ? (
          <p class="empty">{t('reports.publications-none')}</p>
        ) : (
          <>
            <PublicationList
              frame={frame}
              code={code}
              publications={publications.slice(0, 5)}
              labelledby="publications"
            />
            <p>
              <a href={to.publications(code)}>{t('reports.publications-all')}</a>
            </p>
          </>
        )}
      </section>
      <section aria-labelledby="templates">
        <h2 id="templates">{t('reports.templates')}</h2>
        <p>{t('reports.templates-lead')}</p>
        <p>
          <a class="button" href={to.templates(code, edition.id)}>
            {t('reports.templates-open')}
          </a>
        </p>
      </section>
      <Data frame={frame} view={view} />
    </ReportLayout>
  )
}

const Data = ({ frame, view: { edition, data } }: Props) => {
  const { t, to } = frame
  const whole = (format: 'json' | 'xlsx') => to.dataFile(edition.municipality.code, edition.id, allData, format)
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t('reports.data')}</h2>
      <p>{t('reports.data-lead')}</p>
      <p>
        {t('reports.data-whole')} <a href={whole('xlsx')}>{t('report.download-xlsx')}</a>{' '}
        <a href={whole('json')}>JSON</a>
      </p>
      <DataList frame={frame} edition={edition} data={data.datasets} labelledby="data" />
      <details>
        <summary id="companions">{t('reports.data-companions')}</summary>
        <DataList frame={frame} edition={edition} data={data.companions} labelledby="companions" formats={['csv']} />
      </details>
    </section>
  )
}

const Forms = ({ frame, view: { edition, forms } }: Props) => {
  const { t, to } = frame
  const code = edition.municipality.code
  const able = forms.filter(({ problem }) => problem === undefined)
  const unable = forms.flatMap(({ name, problem }) => (problem ? [{ name, problem }] : []))
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{t('reports.forms')}</h2>
      <ul class="report-forms">
        {able.map(({ name }) => (
          <li>
            <a href={to.report(code, edition.id, name)}>
              <Own frame={frame}>{reportTitles[name]}</Own>
            </a>
            <p>{t(`report-about.${name}`)}</p>
          </li>
        ))}
      </ul>
      {unable.length > 0 && (
        <details class="unable">
          <summary>{t('reports.not-possible')}</summary>
          <dl>
            {unable.map(({ name, problem }) => (
              <>
                <dt>
                  <Own frame={frame}>{reportTitles[name]}</Own>
                </dt>
                <dd>
                  <ProblemWords frame={frame} problem={problem} />
                </dd>
              </>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

const NamedReports = ({ frame, view }: Props) => {
  const { t } = frame
  return (
    <section aria-labelledby="named">
      <h2 id="named">{t('reports.named')}</h2>
      {view.named.length === 0 ? (
        <p class="empty">{t('reports.named-none')}</p>
      ) : (
        <ListTable
          frame={frame}
          labelledby="named"
          heads={[t('reports.named-name'), t('reports.named-remake'), t('reports.named-changed')]}
        >
          {view.named.map((named) => (
            <NamedRow frame={frame} view={view} named={named} />
          ))}
        </ListTable>
      )}
    </section>
  )
}

const NamedRow = ({ frame, view, named }: Props & { named: NamedReport }) => {
  const { to } = frame
  const { edition, forms } = view
  const code = edition.municipality.code
  const asks = forms.find(({ name }) => name === named.form)?.asks ?? []
  return (
    <tr>
      <th scope="row">
        <a href={to.report(code, edition.id, named.form, writeChoices(named.choices))}>
          <Own frame={frame}>{named.name}</Own>
        </a>
        <small>
          <Own frame={frame}>{reportTitles[named.form]}</Own>
          {' / '}
          {choicesLine(frame, edition, asks, named.choices)}
        </small>
      </th>
      <td>
        <Remake frame={frame} view={view} named={named} />
      </td>
      <td>
        {momentInWords(named.changedAt)} <Own frame={frame}>{named.changedBy}</Own>
      </td>
      <td>
        <DeleteForm frame={frame} action={to.namedReportDelete(code, edition.id, named.id)} name={named.name} />
      </td>
    </tr>
  )
}

const formats = ['xlsx', 'pdf', 'docx'] as const

/** 今年の値で作り直す。計画書は時間がかかるので、裏で作り始める。 */
const Remake = ({ frame, view: { edition }, named }: Props & { named: NamedReport }) => {
  const { t, to } = frame
  const code = edition.municipality.code
  const hidden = (
    <span class="unseen">
      {' '}
      <Own frame={frame}>{named.name}</Own>
    </span>
  )
  if (named.form === 'plan-book')
    return (
      <form method="post" action={to.reportAct(code, edition.id, named.form, 'start')} class="remake">
        <KeptChoices choices={named.choices} />
        {(['pdf', 'docx'] as const).map((format) => (
          <button type="submit" class="small" name="format" value={format}>
            {t(`report.download-${format}`)}
            {hidden}
          </button>
        ))}
      </form>
    )
  return (
    <p class="remake">
      {formats.map((format) => (
        <a class="button small" href={to.reportFile(code, edition.id, named.form, format, writeChoices(named.choices))}>
          {t(`report.download-${format}`)}
          {hidden}
        </a>
      ))}
    </p>
  )
}

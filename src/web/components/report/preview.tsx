import { type ReportChoices, type ReportName, reportTitles, writeChoices } from '#operations/reports/choices.ts'
import type { Frame } from '../../frame.ts'
import { paperValue } from './choices-form.tsx'

/** 作れた帳票の、初めの章の紙と、章の数。 */
export type Previewed = { readonly paper: NonNullable<ReportChoices['paper']>; readonly sections: number }

type Props = {
  frame: Frame
  code: string
  edition: string
  form: ReportName
  choices: ReportChoices
  made: Previewed
}

/** 初めの章の下見。印刷用の頁そのものを、枠の中に見せる。 */
export const Preview = ({ frame, code, edition, form, choices, made }: Props) => {
  const { t, to } = frame
  const written = writeChoices(choices)
  const paper = paperValue(made.paper)
  const first = writeChoices(choices)
  first.set('part', 'first')
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{t('report.preview')}</h2>
      <p class="summary">
        {paper !== '' && t('report.preview-size', { paper: t(`choose.paper-${paper}`), count: made.sections })}{' '}
        <a href={to.reportPrint(code, edition, form, written)}>{t('report.preview-open')}</a>
      </p>
      <iframe
        src={to.reportPrint(code, edition, form, first)}
        title={t('report.preview-frame', { title: reportTitles[form] })}
        loading="lazy"
      />
    </section>
  )
}

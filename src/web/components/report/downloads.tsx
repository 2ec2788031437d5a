import { type ReportChoices, writeChoices } from '#operations/reports/choices.ts'
import type { Frame } from '../../frame.ts'
import { RadioField } from './choice-fields.tsx'
import { KeptChoices } from './kept-choices.tsx'

type Props = { frame: Frame; code: string; edition: string; form: string; choices: ReportChoices }

const formats = ['xlsx', 'pdf', 'docx'] as const

/** 落とす所。まず三つの形、それから印刷の頁、PDF の規格。 */
export const Downloads = ({ frame, code, edition, form, choices }: Props) => {
  const { t, to } = frame
  const written = writeChoices(choices)
  return (
    <section class="downloads" aria-labelledby="download">
      <h2 id="download">{t('report.download')}</h2>
      <ul>
        {formats.map((format) => (
          <li>
            <a class="button" href={to.reportFile(code, edition, form, format, written)}>
              {t(`report.download-${format}`)}
            </a>{' '}
            <small>{t(`report.download-${format}-about`)}</small>
          </li>
        ))}
        <li>
          <a href={to.reportPrint(code, edition, form, written)}>{t('report.print')}</a>
        </li>
      </ul>
      <details>
        <summary>{t('report.pdf-options')}</summary>
        <form method="get" action={to.reportFile(code, edition, form, 'pdf')}>
          <KeptChoices choices={choices} />
          <PdfOptions frame={frame} />
          <p class="buttons">
            <button type="submit" class="small">
              {t('report.download-with')}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}

const PdfOptions = ({ frame: { t } }: { frame: Frame }) => (
  <>
    <RadioField
      name="pdf"
      label={t('report.pdf-standard')}
      chosen="plain"
      options={(['plain', 'ua-1', 'a-2a'] as const).map((each) => [each, t(`report.pdf-${each}`)] as const)}
    />
    <RadioField
      name="font"
      label={t('report.font')}
      chosen="noto-sans"
      options={(['noto-sans', 'biz-ud'] as const).map((each) => [each, t(`report.font-${each}`)] as const)}
    />
  </>
)

import { reportTitles } from '#operations/reports/choices.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { TextAreaField, TextField } from '../report/choice-fields.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; code: string; id: string }

const formats = ['pdf', 'docx', 'xlsx'] as const

/** 案の資料：新旧対照表と改訂概要はすぐに、意見募集の資料は期間と提出先を入れて。 */
export const RevisionFiles = ({ frame, code, id }: Props) => {
  const { t, to } = frame
  return (
    <section class="compare-files" aria-labelledby="files">
      <h2 id="files">{t('compare.files')}</h2>
      <ul>
        {(['comparison-table', 'revision-overview'] as const).map((form) => (
          <li>
            <strong>
              <Own frame={frame}>{reportTitles[form]}</Own>
            </strong>
            {'　'}
            <a href={to.revisionForm(code, id, form, 'print')}>
              {t('compare.print')}
              <span class="unseen">（{reportTitles[form]}）</span>
            </a>
            {formats.map((format) => (
              <>
                {' '}
                <a href={to.revisionForm(code, id, form, `file.${format}`)}>
                  {t(`report.download-${format}`)}
                  <span class="unseen">（{reportTitles[form]}）</span>
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('compare.public-title')}</summary>
        <p class="hint">{t('compare.public-hint')}</p>
        <form method="get" action={to.revisionForm(code, id, 'public-comment', 'print')}>
          <TextField
            name="commentPeriod"
            label={t('choose.commentPeriod')}
            hint={<Spoken frame={frame} words={t('choose.commentPeriod-hint')} />}
            value=""
          />
          <TextAreaField
            name="commentTo"
            label={t('choose.commentTo')}
            hint={<Spoken frame={frame} words={t('choose.commentTo-hint')} />}
            value=""
          />
          <p class="buttons">
            <button type="submit" class="primary">
              {t('compare.print')}
            </button>
            {formats.map((format) => (
              <button type="submit" formaction={to.revisionForm(code, id, 'public-comment', `file.${format}`)}>
                {t(`report.download-${format}`)}
              </button>
            ))}
          </p>
        </form>
      </details>
    </section>
  )
}

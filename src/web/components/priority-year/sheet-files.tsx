import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  code: string
  year: number
  /** 一つの部局だけのファイルなら、その id。 */
  department?: string
  /** 中間報告をする年か。 */
  interim: boolean
}

const formats = ['xlsx', 'pdf', 'docx'] as const

/** 重点目標一覧表・中間報告調書・期末報告調書。印刷用の頁と、三つのファイル。 */
export const SheetFiles = ({ frame, code, year, department, interim }: Props) => {
  const { t, to } = frame
  const stages = interim ? (['goals', 'interim', 'final'] as const) : (['goals', 'final'] as const)
  return (
    <section class="priority-files screen-only" aria-labelledby="files">
      <h2 id="files">{t('priority-year.files')}</h2>
      {department === undefined && <p class="sub">{t('priority-year.files-lead')}</p>}
      <ul>
        {stages.map((stage) => {
          const asked = { stage, department }
          const words = t(`priority-year.stage-${stage}`)
          return (
            <li>
              <a href={to.priorityYear(code, year, 'print', asked)}>{words}</a>{' '}
              <span class="priority-formats">
                {formats.map((format) => (
                  <a
                    href={to.priorityYear(code, year, `file.${format}`, asked)}
                    aria-label={`${words} ${t(`report.download-${format}`)}`}
                  >
                    {t(`report.download-${format}`)}
                  </a>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

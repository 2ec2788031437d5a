import type { Edition } from '#domain/plan/edition.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { reportTitles } from '#operations/reports/choices.ts'
import type { ReportFile } from '#operations/reports/report-files.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { DeleteForm } from './delete-form.tsx'
import { FileStateMark } from './file-state.tsx'
import { ListTable } from './list-table.tsx'
import { sizeInWords } from './size-words.ts'

type Props = { frame: Frame; edition: Edition; files: readonly ReportFile[] }

/** 作っているファイルと、作ったファイル。消すまで残る。 */
export const FileList = ({ frame, edition, files }: Props) => {
  const { t, to } = frame
  const { id, municipality } = edition
  if (files.length === 0) return <p class="empty">{t('reports.files-none')}</p>
  return (
    <ListTable
      frame={frame}
      labelledby="files"
      heads={[t('reports.file'), t('reports.file-state'), t('reports.file-asked')]}
    >
      {files.map((file) => (
        <tr>
          <th scope="row">
            <a href={to.reportJob(municipality.code, id, file.id)}>
              <Own frame={frame}>{fileName(file)}</Own>
            </a>{' '}
            <small>{formatInWords(frame, file.format)}</small>
          </th>
          <td>
            <FileStateMark frame={frame} status={file.status} />{' '}
            {file.status === 'done' && file.bytes !== null && (
              <a href={to.reportJobPart(municipality.code, id, file.id, 'file')}>
                {t('report.download')} <small>{sizeInWords(frame, file.bytes)}</small>
                <span class="unseen">
                  {' '}
                  <Own frame={frame}>{fileName(file)}</Own>
                </span>
              </a>
            )}
          </td>
          <td>
            {momentInWords(file.askedAt)} <Own frame={frame}>{file.askedBy}</Own>
          </td>
          <td>
            {isEnded(file) && (
              <DeleteForm
                frame={frame}
                action={to.reportJobPart(municipality.code, id, file.id, 'delete')}
                name={fileName(file)}
              />
            )}
          </td>
        </tr>
      ))}
    </ListTable>
  )
}

/** 何のファイルか。計画書の題は計画の題なので、様式の呼び名を添える。 */
export const fileName = ({ title, form }: Pick<ReportFile, 'title' | 'form'>): string =>
  title.includes(reportTitles[form]) ? title : `${reportTitles[form]} ${title}`

export const isEnded = ({ status }: ReportFile): boolean => status !== 'waiting' && status !== 'making'

export const formatInWords = ({ t }: Frame, format: ReportFile['format']): string =>
  format === 'html' ? 'HTML' : t(`report.download-${format}`)

import type { Edition } from '#domain/plan/edition.ts'
import type { DataOnOffer } from '#operations/reports/data-file.ts'
import type { DataFormat } from '#operations/reports/report-data.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'

/** 機械で読めるデータ一つ。 */
export type DataLine = DataOnOffer['datasets'][number]

type Props = {
  frame: Frame
  edition: Edition
  data: readonly DataLine[]
  labelledby: string
  formats?: readonly DataFormat[]
}

/** 機械で読めるデータの一覧。 */
export const DataList = ({ frame, edition, data, labelledby, formats = ['csv', 'xlsx', 'json'] }: Props) => {
  const { t, to } = frame
  return (
    <Scroll labelledby={labelledby}>
      <table class="plain report-list">
        <thead>
          <tr>
            <th scope="col">{t('reports.data-name')}</th>
            <th scope="col">{t('reports.data-files')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ name, title, description }) => (
            <tr>
              <th scope="row">
                <Own frame={frame}>{title}</Own>
                <small>
                  <Own frame={frame}>{description}</Own>
                </small>
              </th>
              <td>
                <p class="remake">
                  {formats.map((format) => (
                    <a href={to.dataFile(edition.municipality.code, edition.id, name, format)}>
                      {format === 'xlsx' ? t('report.download-xlsx') : format.toUpperCase()}
                      <span class="unseen">
                        {' '}
                        <Own frame={frame}>{title}</Own>
                      </span>
                    </a>
                  ))}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

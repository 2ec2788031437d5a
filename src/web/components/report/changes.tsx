import type { ReportChange } from '#operations/reports/correction-changes.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'

type Props = { frame: Frame; changes: readonly ReportChange[]; labelledby: string }

/** 初めから見せる数。残りは畳んでおく。 */
const most = 40

/** 前の公表から変わったところ：どこが、何から何に。 */
export const Changes = ({ frame, changes, labelledby }: Props) => (
  <>
    <ChangeTable frame={frame} changes={changes.slice(0, most)} labelledby={labelledby} />
    {changes.length > most && (
      <details>
        <summary id="more-changes">{frame.t('publication.more-changes', { count: changes.length - most })}</summary>
        <ChangeTable frame={frame} changes={changes.slice(most)} labelledby="more-changes" />
      </details>
    )}
  </>
)

const ChangeTable = ({ frame, changes, labelledby }: Props) => {
  const { t } = frame
  return (
    <Scroll labelledby={labelledby}>
      <table class="plain report-list changes">
        <thead>
          <tr>
            <th scope="col">{t('publication.where')}</th>
            <th scope="col">{t('publication.before')}</th>
            <th scope="col">{t('publication.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ section, row, column, before, after }) => (
            <tr>
              <th scope="row">
                <Own frame={frame}>{[section, row, column].filter((word) => word !== '').join(' ＞ ')}</Own>
              </th>
              <td class="before">
                <Text frame={frame} text={before} />
              </td>
              <td class="after">
                <Text frame={frame} text={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Text = ({ frame, text }: { frame: Frame; text: string | null }) =>
  text === null || text === '' ? (
    <span class="none">{frame.t('publication.nothing')}</span>
  ) : (
    <Own frame={frame}>{text}</Own>
  )

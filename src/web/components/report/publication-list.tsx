import { momentInWords } from '#domain/year/moment.ts'
import { reportTitles } from '#operations/reports/choices.ts'
import type { Publication } from '#operations/reports/publications.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'

type Props = {
  frame: Frame
  code: string
  publications: readonly Publication[]
  /** 番号を言うための、ほかの公表（訂正した前のものなど）。 */
  all?: readonly Publication[]
  labelledby: string
}

/** 公表の記録。訂正されたものも残り、どれで訂正されたかを言う。 */
export const PublicationList = ({ frame, code, publications, all = publications, labelledby }: Props) => {
  const { t, to } = frame
  const numberOf = (id: string | null) => all.find((each) => each.id === id)?.number
  return (
    <Scroll labelledby={labelledby}>
      <table class="plain report-list">
        <thead>
          <tr>
            <th scope="col" class="n">
              {t('publications.number')}
            </th>
            <th scope="col">{t('publications.what')}</th>
            <th scope="col">{t('publications.when')}</th>
          </tr>
        </thead>
        <tbody>
          {publications.map(({ id, number, title, form, publishedAt, publishedBy, corrects, correctedBy }) => (
            <tr>
              <td class="n">{number}</td>
              <th scope="row">
                <a href={to.publication(code, id)}>
                  <Own frame={frame}>{title}</Own>
                </a>{' '}
                {corrects && <Numbered frame={frame} words="publications.correction" number={numberOf(corrects)} />}
                {correctedBy && (
                  <Numbered frame={frame} words="publications.corrected" number={numberOf(correctedBy)} />
                )}
                <small>
                  <Own frame={frame}>{reportTitles[form]}</Own>
                </small>
              </th>
              <td>
                {momentInWords(publishedAt)} <Own frame={frame}>{publishedBy}</Own>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type NumberedProps = {
  frame: Frame
  words: 'publications.correction' | 'publications.corrected'
  number: number | undefined
}

const Numbered = ({ frame, words, number }: NumberedProps) => (
  <span class="tag">{frame.t(words, { number: number ?? '―' })}</span>
)

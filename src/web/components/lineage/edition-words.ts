import type { EditionHeading } from '#domain/plan/edition.ts'
import { dateInWords } from '#domain/year/calendar.ts'
import type { Frame } from '../../frame.ts'

/** 「第2版、令和8年3月25日 推進本部で決定」「第1版、決定日は図書にない」 */
export const editionInWords = (frame: Frame, edition: Pick<EditionHeading, 'history'>): string => {
  const { history } = edition
  if (!history) return ''
  const number = frame.t('lineage.nth', { number: history.number })
  return `${number}${frame.lang === 'ja' ? '、' : ', '}${decidedInWords(frame, edition)}`
}

/** 「令和8年3月25日 推進本部で決定」。日の分からない、取り込んだだけの版は、そう言う。 */
export const decidedInWords = (frame: Frame, { history }: Pick<EditionHeading, 'history'>): string => {
  if (!history?.decidedOn) return frame.t('lineage.undated')
  const date = dateInWords(history.decidedOn, frame.lang)
  return history.decidedBy
    ? frame.t('lineage.decided-by', { date, by: history.decidedBy })
    : frame.t('lineage.decided', { date })
}

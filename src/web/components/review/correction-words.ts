import type { Accumulation } from '#domain/plan/draft.ts'
import type { Correction, EntryKey, FigureRole } from '#domain/review/correction.ts'
import { figureKeysOf, readAddedKey } from '#domain/review/keys.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import { type Frame, yearInSentence, yearShort } from '../../frame.ts'
import { departmentsJoined } from './row-form.ts'
import { rowInWords } from './row-words.ts'

/** 訂正を人に見せる形。`subject` 何を、`from` 読み取ったまま（なければ null）、`to` どうしたか。`own` は図書や人の字か。 */
export type CorrectionWords = {
  readonly subject: string
  readonly from: string | null
  readonly to: string
  readonly own: boolean
}

/** 訂正一つを「実績 R5：43 → 47」のように言う。`row` は掛かる行（見つからなければ undefined）。 */
export const correctionInWords = (
  frame: Frame,
  correction: Correction,
  row: ReviewRow | undefined,
  rows: readonly ReviewRow[],
): CorrectionWords => {
  const { t } = frame
  const asRead = row?.asRead
  const blank = (text: string | null | undefined) => (text?.trim() ? text : t('review.blank'))
  const rowNamed = (key: EntryKey | null) => {
    const found = rows.find((each) => each.key === key)
    return found ? rowInWords(frame, found) : t('review.none')
  }
  const named = (kind: ReviewRow['kind'], id: string | null | undefined) =>
    rowNamed(rows.find((each) => each.kind === kind && each.id === id && id != null)?.key ?? null)
  const own = (subject: string, from: string | null | undefined, to: string | null): CorrectionWords => ({
    subject,
    from: from === undefined ? null : blank(from),
    to: blank(to),
    own: true,
  })
  const said = (subject: string, from: string | null, to: string): CorrectionWords => ({
    subject,
    from,
    to,
    own: false,
  })
  switch (correction.what) {
    case 'value':
    case 'year': {
      const { subject, raw, year } = figureWords(frame, row, correction.at)
      if (correction.what === 'value') return own(subject, raw, correction.raw)
      return said(t('review.year-of', { figure: subject }), yearWords(frame, year), yearWords(frame, correction.year))
    }
    case 'added-value':
      return own(
        t('review.added', { figure: roleAndYear(frame, correction.role, correction.year) }),
        undefined,
        correction.raw,
      )
    case 'unit':
      return own(t('facts.unit'), asRead?.unit, correction.unit)
    case 'name':
      return own(t('review.name'), asRead?.name, correction.name)
    case 'class':
      return own(t('review.class'), asRead?.class, correction.class)
    case 'departments':
      return own(
        t('table.department'),
        asRead && departmentsJoined(asRead.departments),
        departmentsJoined(correction.departments),
      )
    case 'accumulation':
      return said(
        t('facts.accumulation'),
        asRead ? accumulationWords(frame, asRead.accumulation) : null,
        accumulationWords(frame, correction.accumulation),
      )
    case 'node':
      return own(t('review.parent'), asRead && named('node', asRead.node), rowNamed(correction.node))
    case 'breakdown-of':
      return own(t('review.breakdown-of'), asRead && named('indicator', asRead.breakdownOf), rowNamed(correction.of))
    case 'repeat-of':
      return own(t('review.repeat-of'), asRead && named('indicator', asRead.repeatOf), rowNamed(correction.of))
    case 'alternative':
      return own(t('review.alternative'), undefined, asRead?.certainty?.alternatives?.[correction.choice]?.reason ?? '')
    case 'checked':
      return said(t('review.checked'), null, t('review-state.checked'))
    case 'left-out':
      return own(t('review-state.left-out'), undefined, correction.reason)
    case 'heading':
      return own(
        t(`review.heading-${correction.field}`),
        undefined,
        'text' in correction ? correction.text : yearWords(frame, correction.year),
      )
  }
}

export const accumulationWords = (frame: Frame, accumulation: Accumulation): string =>
  accumulation.kind === 'cumulative' && accumulation.since !== null
    ? frame.t('accumulation.since', { year: yearInSentence(frame, accumulation.since) })
    : frame.t(`accumulation.${accumulation.kind}`)

export const yearWords = (frame: Frame, year: number | null): string =>
  year === null ? frame.t('review.no-year') : yearShort(frame, year)

/** 「実績 R5」 */
export const roleAndYear = (frame: Frame, role: FigureRole, year: number | null): string =>
  year === null ? frame.t(`citation.${role}`) : `${frame.t(`citation.${role}`)} ${yearShort(frame, year)}`

/** 読み取ったままの値。書き足した値なら印刷の字はない。 */
const figureWords = (frame: Frame, row: ReviewRow | undefined, key: string) => {
  const added = readAddedKey(key)
  if (added) return { subject: roleAndYear(frame, added.role, added.year), raw: undefined, year: added.year }
  const sides = [row?.asRead, row?.indicator].flatMap((each) => (each ? figureKeysOf(each) : []))
  const found = sides.find((each) => each.key === key)
  return found
    ? {
        subject: roleAndYear(frame, found.role, found.figure.year),
        raw: found.figure.printed ?? found.figure.raw,
        year: found.figure.year,
      }
    : { subject: frame.t('citation.other'), raw: undefined, year: null }
}

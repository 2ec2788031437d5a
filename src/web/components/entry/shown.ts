import type { Answer, AnswerField } from '#domain/collection/answer.ts'
import { expectedInWords } from '#domain/collection/figure-of-answer.ts'
import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { EntryRow, EntryView } from '#operations/collection/entry-page.ts'
import type { Frame } from '../../frame.ts'
import { type Cells, cellsInOne, cellsOf, keyOf, standingCells } from './cells.ts'

/** 頁に見せるもの。typed は送られて断られた字、problems は欄ごとの断り、stale はほかの人が変えていた欄の今の値。 */
export type EntryShown = {
  readonly frame: Frame
  readonly view: EntryView
  readonly typed?: ReadonlyMap<string, Cells> | undefined
  readonly problems?: ReadonlyMap<string, Problem> | undefined
  readonly stale?: ReadonlyMap<string, Answer | null> | undefined
}

/** 欄一つの、いま見せる字と、保存されている字・版。 */
export type FieldShown = {
  readonly key: string
  readonly cells: Cells
  readonly was: string
  readonly base: number
  readonly problem: Problem | undefined
  /** ほかの人が変えていた（null は空にされた）。変わっていなければ undefined。 */
  readonly theirs: Answer | null | undefined
  /** ここにカーソルを置く。 */
  readonly first: boolean
}

export const fieldShown = (
  { typed, problems, stale, view }: EntryShown,
  row: EntryRow,
  field: AnswerField,
): FieldShown => {
  const key = keyOf(row.item.id, field)
  const { cells, base } = standingCells(row, field)
  return {
    key,
    // もう入力できない頁では、保存されている値だけを表に見せる（打ったものは、表の上に別に並ぶ）。
    cells: (view.may.enter ? typed?.get(key) : undefined) ?? cells,
    was: cellsInOne(cells),
    base,
    problem: problems?.get(key),
    theirs: stale?.get(key),
    first: key === firstField(view, problems, stale),
  }
}

/** 断りや食い違いがあれば初めのそこ、なければ初めの空の値、値がみな入っていれば、初めの足りない文。 */
const firstField = (
  view: EntryView,
  problems: EntryShown['problems'],
  stale: EntryShown['stale'],
): string | undefined => {
  const troubled = [...(problems?.keys() ?? []), ...(stale?.keys() ?? [])][0]
  if (troubled !== undefined) return troubled
  const empty = view.rows.find(({ fields, answers }) => {
    const [first] = fields
    return first !== undefined && !answers.some(({ field }) => field === first.field)
  })
  const main = empty?.fields[0]
  if (empty && main) return keyOf(empty.item.id, main.field)
  const [lacking] = view.rows.flatMap(({ item, missing }) =>
    missing.flatMap(({ why, field }) => (why === 'question' || field === 'evidence' ? [] : keyOf(item.id, field))),
  )
  return lacking
}

/** 値を一言で。 */
export const cellsInWords = (frame: Frame, { raw, absence, expected, provisional }: Cells): string => {
  const { t } = frame
  const reason = absence === '' ? '' : t(`entry.absence-${absence}` as 'entry.absence-ended')
  const when = /^\d{4}-\d{2}(-\d{2})?$/.test(expected) && frame.lang === 'ja' ? expectedInWords(expected) : expected
  const words = [reason, raw === '' || reason === '' ? raw : `「${raw}」`, when].filter((each) => each !== '').join(' ')
  const whole = provisional ? `${words}（${t('entry.provisional')}）` : words
  return whole === '' ? t('entry.empty') : whole
}

export const answerInWords = (frame: Frame, answer: Answer | null): string =>
  answer ? cellsInWords(frame, cellsOf(answer)) : frame.t('entry.empty')

/** 日時のうち、今日なら時刻だけ。 */
export const whenInWords = (iso: string, today: string): string => {
  const words = momentInWords(iso)
  return words.startsWith(today.replaceAll('-', '/')) ? words.slice(11) : words
}

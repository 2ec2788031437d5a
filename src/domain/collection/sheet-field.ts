import { canonicalJson } from '../canonical-json.ts'
import { type Result, refused } from '../problem.ts'
import { readFigure } from '../quantity/read-figure.ts'
import type { AnswerField, AnswerValue } from './answer.ts'
import { answerAbsences, readAnswer, type TypedAnswer } from './read-answer.ts'
import { type AnswerColumn, asReadBack, type FieldCells, provisionalWord, sheetAbsences } from './response-sheet.ts'

/** 欄の値を、用紙の升目の字に。`cellsOfAnswer('actual', 未公表（2026-12）)` → { absence: '未公表', expected: '2026-12', … } */
export const cellsOfAnswer = (field: AnswerField, value: AnswerValue | null): FieldCells => {
  if (value?.kind === 'actual')
    return {
      actual: asReadBack(value.raw),
      absence: absenceWord(value.absence),
      expected: value.expected ?? '',
      provisional: value.provisional ? provisionalWord : '',
    }
  if (field === 'actual') return { actual: '', absence: '', expected: '', provisional: '' }
  return { [field]: value === null ? '' : asReadBack(plainTextOf(value)) }
}

const absenceWord = (absence: string | null): string =>
  Object.entries(sheetAbsences).find(([name]) => name === absence)?.[1] ?? ''

const plainTextOf = (value: Exclude<AnswerValue, { kind: 'actual' }>): string =>
  value.kind === 'items' ? value.lines.join('\n') : value.kind === 'text' ? value.text : value.raw

/** 用紙の升目の字を、欄の値に読む。null は空。選ぶことばでないものは、断る。 */
export const answerInCells = (
  field: AnswerField,
  cells: FieldCells,
  item: { readonly unit: string | null },
): Result<AnswerValue | null> => {
  const text = (name: AnswerColumn) => (cells[name] ?? '').trim()
  if (field !== 'actual') return readAnswer(field, { raw: cells[field] ?? '' }, item)
  const absence = text('absence')
  const chosen = answerAbsences.find((each) => sheetAbsences[each] === absence.normalize('NFKC'))
  if (absence !== '' && chosen === undefined) return refused('sheet-absence-unknown', { raw: absence.slice(0, 40) })
  const provisional = text('provisional')
  if (provisional !== '' && !provisionalMarks.includes(provisional.normalize('NFKC')))
    return refused('sheet-provisional-unknown', { raw: provisional.slice(0, 40) })
  if (text('actual') === '' && chosen === undefined && provisional + text('expected') !== '')
    return refused('sheet-mark-without-value')
  const typed: TypedAnswer = {
    raw: cells.actual ?? '',
    absence: chosen ?? '',
    expected: text('expected'),
    provisional: provisional !== '',
  }
  return readAnswer('actual', typed, item)
}

/** 「暫定値」のほかにも書かれる印。 */
const provisionalMarks: readonly string[] = [
  provisionalWord,
  '暫定',
  '速報',
  '速報値',
  '○',
  '〇',
  '✓',
  'レ',
  '1',
  'TRUE',
]

/** 同じことを言う値か。字の書き方（１，２３４件 と 1234）と、尋ねへの答えは問わない。 */
export const saysTheSame = (a: AnswerValue | null, b: AnswerValue | null, unit: string | null): boolean => {
  if (a === null || b === null) return a === b
  return canonicalJson(meaningOf(a, unit)) === canonicalJson(meaningOf(b, unit))
}

const meaningOf = (value: AnswerValue, unit: string | null): unknown => {
  if (value.kind === 'money') return figureMeant(value.raw, '千円')
  if (value.kind === 'text') return asReadBack(value.text)
  if (value.kind === 'items') return value.lines.map(asReadBack)
  const { absence, expected, provisional } = value
  return { absence, expected, provisional, figure: absence === null ? figureMeant(value.raw, unit) : null }
}

/** 打たれた字の言う値。書かれたとおりの字（raw）と所在は除く。 */
const figureMeant = (raw: string, unit: string | null): unknown => {
  const { raw: written, place, text, ...figure } = readFigure(asReadBack(raw), { year: null, place: { line: 1 }, unit })
  return {
    ...figure,
    text,
    parts: figure.parts?.map(({ raw: _raw, place: _place, ...part }) => part),
    kept: figure.value === null && written,
  }
}

import type { Line, SourceDocument } from '../../document.ts'
import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import { cellSummary, hasCells } from './cell-summary.ts'
import { isPageHeading, noTargetWords, remarksHeader, subtotalWords, yearWords } from './line-words.ts'
import { looksLikeTargetText } from './phrase.ts'
import { streamSummary } from './stream-summary.ts'
import { summaryDraft } from './summary-draft.ts'

/**
 * 数値目標・KPI集計表の読み手。年度ごとの目標と実績を上下二段に置き、5年間の合計と所見を添える様式。
 * 升目のある表（タブ区切り・表計算）はそのまま、文字の流れだけの図書（PDF の中身の順）は手がかりから組み立てて読む。
 *
 * @example kpiSummary.read(document).indicators.filter(({ counted }) => counted).length
 */
export const kpiSummary: Recognizer = {
  form: 'kpi-summary',
  recognise: (document) => likeness(document),
  read: (document) => summaryDraft(document, hasCells(document) ? cellSummary(document) : streamSummary(document)),
}

const signs: readonly {
  readonly points: number
  readonly reason: string
  readonly shows: (lines: readonly Line[]) => boolean
}[] = [
  { points: 0.35, reason: 'form-why-summary-title', shows: (lines) => lines.some(({ text }) => isPageHeading(text)) },
  { points: 0.2, reason: 'form-why-summary-total', shows: (lines) => hasYears(lines) && hasTotal(lines) },
  {
    points: 0.15,
    reason: 'form-why-summary-remarks',
    shows: (lines) => lines.some(({ text }) => text.split('\t').some((cell) => remarksHeader(cell) !== null)),
  },
  {
    points: 0.2,
    reason: 'form-why-summary-arrows',
    shows: (lines) =>
      lines.filter(({ text }) => /→/u.test(text) && text.split('\t').some(looksLikeTargetText)).length >= 2,
  },
  {
    points: 0.1,
    reason: 'form-why-summary-subtotals',
    shows: (lines) => lines.some(({ text }) => subtotalWords(text.replaceAll('\t', '')) !== null),
  },
  {
    points: 0.1,
    reason: 'form-why-summary-without-target',
    shows: (lines) => lines.some(({ text }) => noTargetWords.test(text)),
  },
]

const hasYears = (lines: readonly Line[]): boolean =>
  lines.some(
    ({ text, cells }) =>
      yearWords(text) !== null || cells.filter((cell) => /^\D*\d{1,2}年度$/u.test(cell.text)).length >= 2,
  )

const hasTotal = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => /年間の|期間(?:の)?合計|^合計$/u.test(text))

const likeness = (document: SourceDocument): Likeness => {
  const lines = document.pages.flatMap(({ lines: own }) => own)
  const shown = signs.filter(({ shows }) => shows(lines))
  const score = Math.min(
    1,
    shown.reduce((sum, { points }) => sum + points, 0),
  )
  return { score: Math.round(score * 100) / 100, reasons: shown.map(({ reason }) => why(reason)) }
}

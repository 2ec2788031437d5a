import { anIndicator } from '../indicator/an-indicator.ts'
import type { Indicator, PlanDraft, PlanNode } from '../plan/draft.ts'
import { emptyContent } from '../plan/empty-content.ts'
import type { Figure } from '../quantity/figure.ts'
import { readFigure } from '../quantity/read-figure.ts'
import type { Correction } from './correction.ts'
import type { ReviewEdit } from './review.ts'

/** 試験のための案と訂正。図書「指標」シートの、見出しの下の行から読んだことにする。 */

export const aCell = (cell: string) => ({ sheet: '指標', cell })

export const aFigureAt = (cell: string, raw: string, year: number | null, unit: string | null = '件'): Figure =>
  readFigure(raw, { year, place: aCell(cell), unit })

export const aNodeAt = (row: number, id: string, title: string, parent: string | null = null): PlanNode => ({
  id,
  parent,
  level: parent === null ? '基本目標' : '施策',
  number: null,
  title,
  text: null,
  place: aCell(`A${row}`),
})

/** `row` 行目の指標。基準値 D、目標 E（令和6年度）、実績 F・G（令和4・5年度）。 */
export const anIndicatorAt = (row: number, id: string, name: string, more: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator(),
  id,
  name,
  unit: '件',
  node: null,
  baseline: aFigureAt(`D${row}`, '26', 2019),
  targets: [aFigureAt(`E${row}`, '45', 2024)],
  actuals: [aFigureAt(`F${row}`, '34', 2022), aFigureAt(`G${row}`, '38', 2023)],
  place: aCell(`B${row}`),
  ...more,
})

export const aDraftOf = (more: Partial<PlanDraft>): PlanDraft => ({
  format: 'shirube-draft/1',
  source: { file: '指標.xlsx', sha256: 'a'.repeat(64) },
  municipality: { name: '緑川市', code: null },
  plan: { title: '緑川市総合戦略', kind: '総合戦略', firstYear: 2020, lastYear: 2024, form: 'progress-table' },
  ...emptyContent,
  ...more,
})

/** 訂正を、書いた順の番号で。 */
export const editsOf = (...corrections: readonly Correction[]): readonly ReviewEdit[] =>
  corrections.map((correction, index) => ({
    number: index + 1,
    at: '2026-04-01T09:30:00.000Z',
    by: '画面：企画課 山田',
    correction,
  }))

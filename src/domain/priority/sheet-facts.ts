import type { SheetCheck } from './flow.ts'
import { reportingStage } from './flow.ts'
import type {
  PrioritySheet,
  PrioritySheetState,
  PriorityYear,
  ProgressReport,
  ReportStage,
  SheetItem,
} from './priority-sheet.ts'

/** 調書の項目すべて。印刷の順。 */
export const itemsOfSheet = ({ goals }: Pick<PrioritySheet, 'goals'>): readonly SheetItem[] =>
  goals.flatMap(({ items }) => items)

export const reportOf = ({ reports }: SheetItem, stage: ReportStage): ProgressReport | undefined =>
  reports.find((report) => report.stage === stage)

/** 報告が済んだ項目か。文と評価の両方がある。 */
export const isReported = (item: SheetItem, stage: ReportStage): boolean => {
  const report = reportOf(item, stage)
  return report !== undefined && report.lines.length > 0 && report.grade !== null
}

/** いま見るべき報告。期末があれば期末、なければ中間。 */
export const standingReport = (item: SheetItem): ProgressReport | undefined =>
  reportOf(item, 'final') ?? reportOf(item, 'interim')

/** 進む前に確かめることの答え。 */
export const sheetChecks = (
  sheet: PrioritySheet,
  year: Pick<PriorityYear, 'interim'>,
  reason: string | null,
): Readonly<Record<SheetCheck, boolean>> => {
  const items = itemsOfSheet(sheet)
  return {
    'goals-set':
      sheet.goals.length > 0 &&
      sheet.goals.every(({ title, items: its }) => title !== '' && its.length > 0) &&
      items.every(({ title }) => title !== ''),
    'targets-set': items.every(({ targets }) => targets.length > 0),
    'interim-complete': items.every((item) => isReported(item, 'interim')),
    'final-complete': items.every((item) => isReported(item, 'final')),
    'interim-asked': year.interim,
    'interim-passed': !year.interim || sheet.state === 'interim-heard',
    'reason-given': reason !== null && reason !== '',
  }
}

/** 評価の数。`none` は、まだ評価のない項目。期末の評価があれば期末、なければ中間で数える。 */
export type SheetCounts = {
  readonly items: number
  readonly grades: Readonly<Record<string, number>>
  readonly none: number
}

/**
 * @example sheetCounts(sheet, ['◎', '○', '△', '×']).grades['○'] // → 12
 */
export const sheetCounts = (sheet: Pick<PrioritySheet, 'goals'>, codes: readonly string[]): SheetCounts => {
  const found = itemsOfSheet(sheet).map((item) => standingReport(item)?.grade ?? null)
  return {
    items: found.length,
    grades: Object.fromEntries(codes.map((code) => [code, found.filter((each) => each === code).length])),
    none: found.filter((each) => each === null).length,
  }
}

/** 部局の次の締切。市長の番（提出済み・ヒアリング待ち）と、終わったものは null。 */
export const sheetDue = (state: PrioritySheetState, year: PriorityYear): string | null => {
  if (state === 'setting') return year.setBy
  const stage = reportingStage(state, year)
  if (stage === null) return null
  return stage === 'interim' ? year.interimBy : year.finalBy
}

/** 締切の日の終わりまでは遅れない。 */
export const isLate = (due: string | null, today: string): boolean => due !== null && due < today

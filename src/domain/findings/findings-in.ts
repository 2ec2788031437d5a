import type { Note, PlanDraft } from '../plan/draft.ts'
import { breakdownFindings } from './breakdowns.ts'
import { costFindings } from './costs.ts'
import { countFindings } from './counts.ts'
import { cumulativeFindings } from './cumulative.ts'
import { headingFindings } from './headings.ts'
import { listFindings } from './list-against-sheet.ts'
import { notedFindings } from './noted.ts'
import { progressFindings } from './progress.ts'
import { proseFindings } from './prose.ts'
import { rateFindings } from './rates.ts'
import { reprintFindings } from './reprinted-sheets.ts'
import { sameSeriesFindings } from './same-series.ts'
import { sameSheetFindings } from './same-sheet.ts'
import { targetFindings } from './targets.ts'
import { totalFindings } from './totals.ts'
import { unitFindings } from './units.ts'

/** 図書の中の突合。足すときは、ここに一行と、目録 findings.ts に文を足す。 */
const checks: readonly ((draft: PlanDraft) => readonly Note[])[] = [
  rateFindings,
  breakdownFindings,
  totalFindings,
  countFindings,
  unitFindings,
  sameSeriesFindings,
  cumulativeFindings,
  targetFindings,
  proseFindings,
  listFindings,
  reprintFindings,
  sameSheetFindings,
  headingFindings,
  progressFindings,
  costFindings,
  notedFindings,
]

const weight = { error: 0, warning: 1, info: 2 } as const

/**
 * 図書の中の食い違いを、重いものから。印刷されたものどうしを比べるだけで、何も直さない。
 *
 * @example findingsIn(draft)[0].message // → 「同じ指標「観光入込客数」の目標が…単位が違います。」
 */
export const findingsIn = (draft: PlanDraft): readonly Note[] =>
  checks.flatMap((check) => check(draft)).toSorted((a, b) => weight[a.level] - weight[b.level])

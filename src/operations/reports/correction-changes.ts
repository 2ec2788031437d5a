import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result } from '#domain/problem.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { type ReportChange, reportDifference } from '#reports/difference.ts'
import type { ReportName } from '#reports/report-name.ts'
import type { App } from '../app.ts'
import { alongsideFor } from './alongside-for.ts'
import { makeReport } from './make-report.ts'
import { frozenReport } from './publications.ts'

export type { ReportChange }

/** 訂正する前に見せる、前の公表と変わるところ。断る符号は様式のものと、凍らせた中身のもの。 */
export const correctionChanges = async (
  app: App,
  edition: Edition,
  form: ReportName,
  choices: ReportChoices,
  corrects: string,
): Promise<Result<readonly ReportChange[]>> => {
  const before = await frozenReport(app, edition.municipality.code, corrects)
  if (!before.ok) return before
  const alongside = await app.store.read(edition.municipality.code, (tx) => alongsideFor(tx, edition, form, choices))
  const after = makeReport(edition, form, choices, alongside)
  return after.ok ? done(reportDifference(before.value, after.value)) : after
}

import type { Edition } from '#domain/plan/edition.ts'
import type { ReportChoices } from '../choices.ts'
import type { Report } from '../report.ts'

/** 帳票の頭（市の名・計画の題・資料番号・時点）を、版と選びから。題と章は様式が決める。 */
export const headedReport = (
  edition: Edition,
  { documentNumber, asOf }: Pick<ReportChoices, 'documentNumber' | 'asOf'>,
  own: Pick<Report, 'form' | 'title' | 'sections'>,
): Report => ({
  ...own,
  documentNumber,
  municipality: edition.municipality.name,
  plan: edition.title,
  asOf,
})

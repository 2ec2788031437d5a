import type { Edition } from '#domain/plan/edition.ts'
import type { Result } from '#domain/problem.ts'
import type { Alongside } from '../alongside.ts'
import type { ReportChoices } from '../choices.ts'
import type { Report } from '../report.ts'
import type { ReportName } from '../report-name.ts'

/** 様式一つ。版から、何を書くかを決める。どのファイルになるかは知らない。 */
export type Form = {
  readonly name: ReportName
  /** この版で作れるか。作れなければ、何が足りないかの Problem（「指標が一つもありません…」）。 */
  readonly make: (edition: Edition, choices: ReportChoices, alongside?: Alongside) => Result<Report>
  /** この様式で意味のある選び。画面はこれだけを尋ねる。 */
  readonly asks: readonly (keyof ReportChoices)[]
}

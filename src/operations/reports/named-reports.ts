import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { keptChoices, writeChoices } from '#reports/choices-text.ts'
import { isReportName, type ReportName } from '#reports/report-name.ts'
import type { App } from '../app.ts'
import { actOf, storable, type Who } from '../reviews/acting.ts'

/** 名を付けた帳票。来年も、名を選ぶだけで同じ選びの帳票になる。 */
export type NamedReport = {
  readonly id: string
  readonly name: string
  readonly form: ReportName
  readonly choices: ReportChoices
  readonly changedAt: string
  readonly changedBy: string
}

/** 帳票の名の字数の限り。 */
const longestName = 60

/** その計画の、名を付けた帳票。もうない様式のものは除く。 */
export const namedReports = async (app: App, code: string, editionId: string): Promise<readonly NamedReport[]> => {
  const kept = await app.store.read(code, (tx) => tx.namedReports.of(editionId))
  return kept.flatMap(({ form, choices, ...rest }) =>
    isReportName(form) ? [{ ...rest, form, choices: keptChoices(choices) }] : [],
  )
}

/**
 * 選びに名を付けて残す。同じ名があれば置きかえる。
 * 断る符号: `report-name-empty`・`report-name-too-long`・`report-edition-absent`。
 */
export const saveNamedReport = (
  app: App,
  code: string,
  {
    editionId,
    name,
    form,
    choices,
  }: { readonly editionId: string; readonly name: string; readonly form: ReportName; readonly choices: ReportChoices },
  who: Who,
): Promise<Result<{ readonly id: string }>> =>
  app.store.write(code, actOf(app, who), async (tx): Promise<Result<{ id: string }>> => {
    const told = storable(name.trim())
    if (told === '') return refused('report-name-empty')
    if (told.length > longestName) return refused('report-name-too-long', { limit: longestName, length: told.length })
    const kept = { name: told, form, choices: storable(writeChoices(choices).toString()) }
    const saved = await tx.namedReports.put(editionId, kept)
    return saved ? done({ id: saved.id }) : refused('report-edition-absent')
  })

/** 名を付けた帳票を消す。もうなければ `report-name-absent`。 */
export const deleteNamedReport = (app: App, code: string, id: string, who: Who): Promise<Result<null>> =>
  app.store.write(
    code,
    actOf(app, who),
    async (tx): Promise<Result<null>> =>
      (await tx.namedReports.remove(id)) ? done(null) : refused('report-name-absent'),
  )

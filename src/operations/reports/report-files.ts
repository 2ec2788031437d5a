import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { keptChoices, writeChoices } from '#reports/choices-text.ts'
import { isReportName, type ReportName } from '#reports/report-name.ts'
import type { WrittenFormat } from '#reports/writers/writer.ts'
import { writtenFormats } from '#reports/writers/writers.ts'
import type { MadeFile } from '#store/made-files.ts'
import type { App } from '../app.ts'
import { actOf, nameOf, storable, type Who } from '../reviews/acting.ts'
import { alongsideFor, everyPart, partsSeenBy, withParts } from './alongside-for.ts'
import { makeReport, type WrittenFile } from './make-report.ts'
import { makingOf } from './making.ts'

/** 頼まれて作っている（作った）ファイル。 */
export type ReportFile = Omit<MadeFile, 'form' | 'format' | 'choices'> & {
  readonly form: ReportName
  readonly format: WrittenFormat
  readonly choices: ReportChoices
}

const asReportFile = (made: MadeFile): readonly ReportFile[] => {
  const { form, choices } = made
  const format = writtenFormats.find((each) => each === made.format)
  return isReportName(form) && format ? [{ ...made, form, format, choices: keptChoices(choices) }] : []
}

/** 新しいものから。`editionId` を言えば、その版のものだけ。 */
export const reportFiles = async (app: App, code: string, editionId?: string): Promise<readonly ReportFile[]> =>
  (await app.store.read(code, (tx) => tx.files.list(editionId))).flatMap(asReportFile)

export const reportFile = async (app: App, code: string, id: string): Promise<ReportFile | undefined> => {
  const made = await app.store.read(code, (tx) => tx.files.get(id))
  return made && asReportFile(made)[0]
}

/** できたファイルの中身。できていなければ `report-file-absent`。 */
export const reportFileContent = async (app: App, code: string, id: string): Promise<Result<WrittenFile>> => {
  const kept = await app.store.read(code, (tx) => tx.files.content(id))
  if (!kept) return refused('report-file-absent')
  return done({ fileName: kept.fileName, mediaType: kept.mediaType, bytes: kept.content })
}

export type AskedReport = {
  readonly editionId: string
  readonly form: ReportName
  readonly format: WrittenFormat
  readonly choices: ReportChoices
}

/**
 * 帳票を裏で作るように頼む。頁を離れてもよく、できたファイルはあとから取れる。
 * 作れない帳票は、順番を待たせずにここで断る（断る符号は様式ごと、版がなければ `report-edition-absent`）。
 */
export const askForReport = async (
  app: App,
  code: string,
  { editionId, form, format, choices }: AskedReport,
  who: Who,
): Promise<Result<{ readonly id: string }>> => {
  const parts = typeof who === 'string' ? everyPart : partsSeenBy(who)
  const found = await app.store.read(code, async (tx) => {
    const edition = await tx.editions.get(editionId)
    return edition && { edition, alongside: await alongsideFor(tx, edition, form, choices, parts) }
  })
  if (!found) return refused('report-edition-absent')
  const report = makeReport(found.edition, form, choices, found.alongside)
  if (!report.ok) return report
  const kept = storable(withParts(writeChoices(choices), parts).toString())
  const asked = { editionId, title: storable(report.value.title), form, format, choices: kept }
  const id = await app.store.write(code, actOf(app, who), (tx) => tx.files.ask(asked))
  await makingOf(app).begin({ code, id, who: nameOf(who) })
  return done({ id })
}

/** 取り止める。もう終わっていれば `report-file-ended`。 */
export const cancelReportFile = async (app: App, code: string, id: string, who: Who): Promise<Result<null>> => {
  const cancelled = await app.store.write(code, actOf(app, who), (tx) => tx.files.cancel(id))
  makingOf(app).stop(id)
  return cancelled ? done(null) : refused('report-file-ended')
}

/** できたもの・作れなかったもの・取り止めたものを消す。作っている途中なら `report-file-unfinished`。 */
export const deleteReportFile = async (app: App, code: string, id: string, who: Who): Promise<Result<null>> =>
  app.store.write(code, actOf(app, who), async (tx): Promise<Result<null>> => {
    const file = await tx.files.get(id)
    if (!file) return refused('report-file-absent')
    return (await tx.files.remove(id)) ? done(null) : refused('report-file-unfinished')
  })

/** 前の起動でやりかけのファイルを、また作り始める。画面を開いたときに一度呼ぶ。 */
export const resumeReportFiles = async (app: App): Promise<void> => {
  const unfinished = []
  for (const { code } of await app.store.municipalities()) {
    const files = await app.store.read(code, (tx) => tx.files.list())
    for (const { id, status, askedBy } of files)
      if (status === 'waiting' || status === 'making') unfinished.push({ code, id, who: askedBy })
  }
  for (const job of unfinished) await makingOf(app).resume(job)
}

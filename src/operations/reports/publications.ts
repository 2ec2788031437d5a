import { canonicalJson } from '#domain/canonical-json.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { keptChoices, writeChoices } from '#reports/choices-text.ts'
import { type ReportChange, reportDifference } from '#reports/difference.ts'
import type { Report } from '#reports/report.ts'
import { isReportName, type ReportName } from '#reports/report-name.ts'
import type { WriteOptions, WrittenFormat } from '#reports/writers/writer.ts'
import type { NewPublication, StoredPublication } from '#store/publications.ts'
import type { App } from '../app.ts'
import { actOf, storable, type Who } from '../reviews/acting.ts'
import { sha256Of } from '../sha256.ts'
import { alongsideFor } from './alongside-for.ts'
import { type Alongside, makeReport, type WrittenFile, writtenReport } from './make-report.ts'
import { reportData } from './report-data.ts'

/** 公表。中身・選び・指紋を凍らせてある。`files` は凍らせたファイル（HTML とデータ）。 */
export type Publication = Omit<StoredPublication, 'form' | 'choices' | 'changes'> & {
  readonly form: ReportName
  readonly choices: ReportChoices
  /** 訂正で変わったところ。 */
  readonly changes: readonly ReportChange[]
}

const asPublication = (stored: StoredPublication): readonly Publication[] =>
  isReportName(stored.form)
    ? [
        {
          ...stored,
          form: stored.form,
          choices: keptChoices(stored.choices),
          changes: stored.changes as readonly ReportChange[],
        },
      ]
    : []

/** 新しいものから。`editionId` を言えば、その版のものだけ。 */
export const publications = async (app: App, code: string, editionId?: string): Promise<readonly Publication[]> =>
  (await app.store.read(code, (tx) => tx.publications.list(editionId))).flatMap(asPublication)

export const publication = async (app: App, code: string, id: string): Promise<Publication | undefined> => {
  const stored = await app.store.read(code, (tx) => tx.publications.get(id))
  return stored && asPublication(stored)[0]
}

/** 題と説明の字数の限り。 */
const [longestTitle, longestNote] = [100, 2000]

export type AskedPublication = {
  readonly editionId: string
  readonly form: ReportName
  readonly choices: ReportChoices
  readonly title: string
  /** 何のための公表か。訂正なら、なぜ訂正したか。 */
  readonly note: string
  /** 訂正なら、もとの公表。 */
  readonly corrects: string | null
}

/**
 * 公表する。いまの中身を凍らせ、HTML とデータ（CSV・JSON）のバイト列をいっしょに残す。
 * 計画の値があとで変わっても、公表したものは変わらない。訂正は新しい公表で、変わったところを自分で言う。
 * 断る符号: `publication-title-empty`・`publication-text-too-long`・`report-edition-absent`・`publication-absent`・
 * `publication-other-form`・`publication-nothing-changed`、様式の断り。
 */
export const publish = async (
  app: App,
  code: string,
  asked: AskedPublication,
  who: Who,
): Promise<Result<{ readonly id: string }>> => {
  const title = storable(asked.title.trim())
  const note = storable(asked.note.trim())
  if (title === '') return refused('publication-title-empty')
  if (title.length > longestTitle || note.length > longestNote) return refused('publication-text-too-long')
  const found = await app.store.read(code, async (tx) => {
    const edition = await tx.editions.get(asked.editionId)
    return edition && { edition, alongside: await alongsideFor(tx, edition, asked.form, asked.choices) }
  })
  if (!found) return refused('report-edition-absent')
  const { edition, alongside } = found
  const report = makeReport(edition, asked.form, asked.choices, alongside)
  if (!report.ok) return report
  const changes = await changesFrom(app, code, asked, report.value)
  if (!changes.ok) return changes
  const publishedAt = app.now()
  const files = await frozenFiles(edition, alongside, report.value, publishedAt.toISOString())
  if (!files.ok) return files
  const contents = Buffer.from(canonicalJson(report.value))
  const added: NewPublication = {
    editionId: asked.editionId,
    title,
    note,
    form: asked.form,
    choices: storable(writeChoices(asked.choices).toString()),
    contents,
    sha256: sha256Of(contents),
    changes: changes.value,
    corrects: asked.corrects,
    files: files.value.map((file) => ({
      fileName: file.fileName,
      format: file.format,
      mediaType: file.mediaType,
      sha256: sha256Of(file.bytes),
      content: file.bytes,
    })),
  }
  const act = { ...actOf(app, who), at: publishedAt }
  return done({ id: await app.store.write(code, act, (tx) => tx.publications.add(added)) })
}

/** 訂正なら、もとの公表との違い。 */
const changesFrom = async (
  app: App,
  code: string,
  { corrects, form }: AskedPublication,
  report: Report,
): Promise<Result<readonly ReportChange[]>> => {
  if (corrects === null) return done([])
  const before = await frozenReport(app, code, corrects)
  if (!before.ok) return before
  if (before.value.form !== form) return refused('publication-other-form')
  const changes = reportDifference(before.value, report)
  return changes.length === 0 ? refused('publication-nothing-changed') : done(changes)
}

/** バイト列のまま残すファイル。PDF・Excel・Word は、凍らせた中身からいつでも同じ値で作り直せる。 */
const frozenFiles = async (
  edition: Edition,
  alongside: Alongside,
  report: Report,
  madeAt: string,
): Promise<Result<readonly (WrittenFile & { readonly format: string })[]>> => {
  const html = await writtenReport(report, 'html', { madeAt })
  const files = [{ ...html, format: 'html' }]
  for (const format of ['csv', 'json'] as const) {
    const data = await reportData(edition, report.form, format, alongside)
    if (!data.ok) return data
    files.push(...data.value.map((file) => ({ ...file, format })))
  }
  return done(files)
}

/** 凍らせた中身。指紋が合わなければ `publication-damaged`、なければ `publication-absent`。 */
export const frozenReport = async (app: App, code: string, id: string): Promise<Result<Report>> => {
  const kept = await app.store.read(code, async (tx) => {
    const stored = await tx.publications.get(id)
    const contents = stored && (await tx.publications.contents(id))
    return stored && contents ? { stored, contents } : undefined
  })
  if (!kept) return refused('publication-absent')
  if (sha256Of(kept.contents) !== kept.stored.sha256) return refused('publication-damaged', { file: kept.stored.title })
  return done(JSON.parse(Buffer.from(kept.contents).toString('utf8')) as Report)
}

/** 公表したときのバイト列のまま。指紋が合わなければ `publication-damaged`。 */
export const publishedFile = async (
  app: App,
  code: string,
  id: string,
  fileName: string,
): Promise<Result<WrittenFile>> => {
  const file = await app.store.read(code, (tx) => tx.publications.file(id, fileName))
  if (!file) return refused('publication-file-unknown', { file: fileName })
  if (sha256Of(file.content) !== file.sha256) return refused('publication-damaged', { file: fileName })
  return done({ fileName, mediaType: file.mediaType, bytes: file.content })
}

/** 凍らせた中身から作り直すファイル。値は公表したときと同じで、作成の日時も公表した日時になる。 */
export const publicationFile = async (
  app: App,
  code: string,
  id: string,
  format: WrittenFormat,
  options: Partial<Pick<WriteOptions, 'pdfStandard' | 'font'>> = {},
): Promise<Result<WrittenFile>> => {
  const published = await publication(app, code, id)
  if (!published) return refused('publication-absent')
  const report = await frozenReport(app, code, id)
  if (!report.ok) return report
  return done(await writtenReport(report.value, format, { ...options, madeAt: published.publishedAt }))
}

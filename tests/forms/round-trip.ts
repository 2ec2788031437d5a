import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import type { SampleName } from '#operations/a-sample-edition.ts'
import { adoptDocument } from '#operations/adopt-document.ts'
import { openApp } from '#operations/app.ts'
import { samplesHere } from '#operations/load-samples.ts'
import { makeReport, writtenReport } from '#operations/reports/make-report.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import { ordinaryChoices, type ReportChoices } from '#reports/choices.ts'
import type { Report } from '#reports/report.ts'
import type { ReportName } from '#reports/report-name.ts'
import type { WrittenFormat } from '#reports/writers/writer.ts'
import { copyEmptyStore } from '../prepared-stores.ts'

// 図書を読み、本物の倉庫に取り込み、帳票にし、そのファイルをもう一度読む。どの市の試験も同じ道を通る。

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

/** 図書を読んで、新しい倉庫に取り込んだ版。倉庫は閉じる（版は値なので、そのあとも使える）。 */
const adoptedFrom = async (path: string, code: string): Promise<Edition> => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-forms-'))
  copyEmptyStore(folder)
  const app = value(await openApp({ dataDirectory: folder }))
  try {
    const act = { by: '企画課', at: app.now(), newId: app.newId }
    const adopted = value(await adoptDocument(app.store, path, code, act))
    const edition = await app.store.read(code, (tx) => tx.editions.get(adopted.editionId))
    if (!edition) throw new Error(`the edition adopted from ${path} is not there`)
    return edition
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** 見本の図書（samples/ の文章）から取り込んだ版。 */
export const adoptedSample = async (name: SampleName): Promise<Edition> => {
  const code = name.slice(0, 6)
  const sample = (await samplesHere()).find(({ municipality }) => municipality === code)
  if (!sample) throw new Error(`there is no sample ${name}`)
  return adoptedFrom(sample.path, code)
}

const seedFolder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))

/** 市が公表した図書そのもの（この機械にあるときだけ）。`seedPath('000')` */
export const seedPath = (prefix: string): string | undefined => {
  if (!existsSync(seedFolder)) return undefined
  const name = readdirSync(seedFolder).find((each) => each.startsWith(prefix))
  return name && join(seedFolder, name)
}

/** 市が公表した図書そのものから取り込んだ版。`await adoptedSeed('000', '152081')` */
export const adoptedSeed = async (prefix: string, code: string): Promise<Edition> => {
  const path = seedPath(prefix)
  if (!path) throw new Error(`there is no seed ${prefix}`)
  return adoptedFrom(path, code)
}

/** 帳票の中身。作れなければ投げる。 */
export const reportOf = (edition: Edition, form: ReportName, choices: Partial<ReportChoices> = {}): Report =>
  value(makeReport(edition, form, { ...ordinaryChoices, ...choices }))

/** 帳票のファイルのバイト列。 */
export const fileOf = async (report: Report, format: WrittenFormat): Promise<Uint8Array> =>
  (await writtenReport(report, format, { madeAt: '2026-04-01T00:00:00.000Z' })).bytes

/** 帳票を Excel にして、しるべの読み手でもう一度読んだ案。 */
export const readAgain = async (
  edition: Edition,
  form: ReportName,
  choices: Partial<ReportChoices> = {},
): Promise<PlanDraft> => {
  const bytes = await fileOf(reportOf(edition, form, choices), 'xlsx')
  return value(readPlan(value(await openDocument('帳票.xlsx', bytes))))
}

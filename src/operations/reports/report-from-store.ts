import { municipalityCode } from '#domain/people/municipality.ts'
import { currentEditions } from '#domain/plan/current-edition.ts'
import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { keptChoices } from '#reports/choices-text.ts'
import type { Report } from '#reports/report.ts'
import type { ReportName } from '#reports/report-name.ts'
import type { WriteOptions, WrittenFormat } from '#reports/writers/writer.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { openedIn } from '../current-editions-in.ts'
import { withExistingStore } from '../with-store.ts'
import { alongsideFor } from './alongside-for.ts'
import { type Alongside, makeReport, type WrittenFile, writtenReport } from './make-report.ts'
import { type DataFile, dataFiles, mainDataOf, reportData } from './report-data.ts'

/** 端末から作る帳票。`plan` は計画の題か id（一つに決まるなら null）、`named` は名を付けた帳票の名。 */
export type AskedFromStore = {
  readonly municipality: string
  readonly plan: string | null
  readonly form: ReportName
  /** csv・json は帳票でなくデータ。 */
  readonly format: WrittenFormat | 'csv' | 'json'
  /** CSV を、いちばん主な表だけにする（辞書と符号表は添えない）。 */
  readonly mainOnly: boolean
  readonly choices: ReportChoices
  readonly named: string | null
  readonly options: Partial<Pick<WriteOptions, 'pdfStandard' | 'font'>>
}

/**
 * 倉庫の計画から帳票のファイルを作る。
 * 断る符号: `municipality-code-*`・`data-absent`・`municipality-has-no-plan`・`report-plan-unknown`・`report-plan-several`・
 * `report-name-absent`、様式の断り。
 */
export const reportFromStore = async (
  asked: AskedFromStore,
  data: string | null,
): Promise<Result<readonly (WrittenFile | DataFile)[]>> => {
  const checked = municipalityCode(asked.municipality)
  if (!checked.ok) return checked
  const code = checked.value
  const made = await withExistingStore(data, (store) => store.read(code, (tx) => reportIn(tx, code, asked)))
  if (!made.ok) return made
  const { edition, report, alongside } = made.value
  const { format, form, options, mainOnly } = asked
  if (format === 'json') return reportData(edition, form, format, alongside)
  if (format === 'csv') {
    const main = mainDataOf(form)
    const files = await (mainOnly
      ? dataFiles(edition, [main], format, alongside)
      : reportData(edition, form, format, alongside))
    return mainOnly && files.ok ? done(files.value.filter(({ fileName }) => fileName === `${code}_${main}.csv`)) : files
  }
  return done([await writtenReport(report, format, { ...options, madeAt: new Date().toISOString() })])
}

/** 頼まれた計画と、その帳票の中身。 */
const reportIn = async (tx: ReadTransaction, code: string, asked: AskedFromStore): Promise<Result<MadeFrom>> => {
  const headings = await tx.editions.headings()
  if (headings.length === 0) return refused('municipality-has-no-plan', { code })
  const titles = (all: readonly EditionHeading[]) => all.map(({ title }) => `「${title}」`).join('・')
  // 題で頼まれたらいまの版だけ、id で頼まれたら旧版も。
  const current = currentEditions(headings)
  const named = current.filter(({ title }) => asked.plan === null || title === asked.plan)
  const fitting = named.length > 0 ? named : headings.filter(({ id }) => id === asked.plan)
  if (fitting.length === 0) return refused('report-plan-unknown', { given: asked.plan ?? '', known: titles(current) })
  const made: Result<MadeFrom>[] = []
  for (const edition of await openedIn(tx, fitting)) {
    const choices = await choicesFor(tx, edition, asked)
    const alongside = choices.ok ? await alongsideFor(tx, edition, asked.form, choices.value) : {}
    const report = choices.ok ? makeReport(edition, asked.form, choices.value, alongside) : choices
    made.push(report.ok ? done({ edition, report: report.value, alongside }) : report)
  }
  const able = made.flatMap((each) => (each.ok ? [each.value.edition] : []))
  if (able.length > 1) return refused('report-plan-several', { count: able.length, known: titles(able) })
  return made.find(({ ok }) => ok) ?? made[0] ?? refused('municipality-has-no-plan', { code })
}

type MadeFrom = { readonly edition: Edition; readonly report: Report; readonly alongside: Alongside }

const choicesFor = async (tx: ReadTransaction, edition: Edition, { named, choices, form }: AskedFromStore) => {
  if (named === null) return done(choices)
  const kept = (await tx.namedReports.of(edition.id)).find((each) => each.name === named && each.form === form)
  return kept ? done(keptChoices(kept.choices)) : refused('report-name-absent')
}

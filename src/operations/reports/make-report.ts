import type { Edition } from '#domain/plan/edition.ts'
import { type Problem, type Result, refused } from '#domain/problem.ts'
import type { Alongside } from '#reports/alongside.ts'
import { ordinaryChoices, type ReportChoices } from '#reports/choices.ts'
import type { Form } from '#reports/forms/form.ts'
import { formNamed, forms } from '#reports/forms/forms.ts'
import type { Report } from '#reports/report.ts'
import { type ReportName, reportNames, reportTitles } from '#reports/report-name.ts'
import type { WriteOptions, WrittenFormat } from '#reports/writers/writer.ts'
import { writerFor } from '#reports/writers/writers.ts'

export { writtenFormats } from '#reports/writers/writers.ts'

/** 人に渡すファイル。 */
export type WrittenFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** 様式と、その様式が尋ねる選び。 */
export type FormChoice = {
  readonly name: ReportName
  readonly title: string
  readonly asks: readonly (keyof ReportChoices)[]
}

/** この版で作れる様式か。作れなければ、わけ。 */
export type FormOnOffer = FormChoice & { readonly problem: Problem | undefined }

/** 名の様式。版の中身は見ない。 */
export const formChoice = (wanted: ReportName): FormChoice | undefined => {
  const form = formNamed(wanted)
  return form && { name: form.name, title: reportTitles[form.name], asks: form.asks }
}

export type { Alongside }

// 版は値であり変わらないので、同じ版のことは一度でよい。評価や改訂は変わるので、あれば作り直す。
const known = new WeakMap<Edition, readonly FormOnOffer[]>()

/** すべての様式と、この版で作れるかどうか。どの様式も一度作ってみるので、並べて見せる頁だけが尋ねる。 */
export const formsFor = (edition: Edition, alongside: Alongside = {}): readonly FormOnOffer[] => {
  const isAlone = Object.values(alongside).every((part) => part === undefined)
  const found = (isAlone ? known.get(edition) : undefined) ?? forms.map((form) => onOffer(form, edition, alongside))
  if (isAlone) known.set(edition, found)
  return found
}

const onOffer = ({ name, asks, make }: Form, edition: Edition, alongside: Alongside): FormOnOffer => {
  const made = make(edition, ordinaryChoices, alongside)
  return { name, title: reportTitles[name], asks, problem: made.ok ? undefined : made.problem }
}

/**
 * 帳票の中身を作る。`alongside` は版のほかに要るもの（`alongsideFor`）。
 * 断る符号は様式ごと（`report-form-unknown` は様式のないとき）。
 */
export const makeReport = (
  edition: Edition,
  name: ReportName,
  choices: ReportChoices,
  alongside: Alongside = {},
): Result<Report> => {
  const form = formNamed(name)
  return form
    ? form.make(edition, choices, alongside)
    : refused('report-form-unknown', { given: name, known: reportNames.join('・') })
}

/**
 * 帳票をファイルにする。`madeAt` は文書の情報に書く日時で、同じ帳票と同じ注文からは同じファイルになる。
 *
 * @example await writtenReport(report, 'pdf', { madeAt: '2026-04-01T00:00:00Z' })
 */
export const writtenReport = async (
  report: Report,
  format: WrittenFormat,
  options: Partial<WriteOptions> & Pick<WriteOptions, 'madeAt'>,
): Promise<WrittenFile> => {
  const { write, mediaType, extension } = await writerFor(format)
  const bytes = await write(report, { pdfStandard: 'plain', font: 'noto-sans', ...options })
  return { fileName: `${fileStem(report)}.${extension}`, mediaType, bytes }
}

/** ファイルの名。Windows と Linux のどちらでも使える字だけにする。 */
export const fileStem = ({ municipality, title, form }: Pick<Report, 'municipality' | 'title' | 'form'>): string => {
  const named = title.includes(reportTitles[form]) ? title : `${title}_${reportTitles[form]}`
  return safeName(`${municipality}_${named}`)
}

/** ファイルの名に使えない字（Windows の決まりのほうが狭い）。 */
export const unusable = /[\\/:*?"<>|\p{Cc}]/gu

const safeName = (text: string): string =>
  text
    .replace(unusable, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '')

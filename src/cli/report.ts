import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Problem, refused } from '#domain/problem.ts'
import { isReportName, type PdfStandard, type ReportFont, reportNames } from '#operations/reports/choices.ts'
import { writtenFormats } from '#operations/reports/make-report.ts'
import { reportFromStore } from '#operations/reports/report-from-store.ts'
import type { Arguments } from './arguments.ts'
import { choicesFrom } from './report-choices.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 帳票の形式と、機械可読なデータの形式。 */
const formats = [...writtenFormats, 'csv', 'json'] as const

const pdfStandards: readonly PdfStandard[] = ['plain', 'ua-1', 'a-2a']
const fonts: readonly ReportFont[] = ['noto-sans', 'biz-ud']

/** 帳票を一つ作り、ファイルに書く。書き終えるまで、その名のファイルは前のまま。 */
export const reportCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const { report, municipality } = args
  const last = (option: keyof typeof report) => report[option].at(-1) ?? null
  const wrong = (problem: Problem): Exit => {
    complainOf(terminal, problem)
    return 2
  }
  const [form] = args.files
  if (form === undefined || args.files.length > 1) return wrong(refused('report-usage').problem)
  if (!isReportName(form))
    return wrong(refused('report-form-unknown', { given: form, known: reportNames.join('・') }).problem)
  if (municipality === null) return wrong(refused('municipality-missing-argument').problem)
  const output = last('output')
  if (output === null) return wrong(refused('report-output-missing').problem)
  const given = last('format') ?? output.split('.').at(-1) ?? ''
  const format = formats.find((each) => each === given)
  if (!format) return wrong(refused('report-format-unknown', { given, known: formats.join('・') }).problem)
  const choices = choicesFrom(report)
  if (!choices.ok) return wrong(choices.problem)
  const pdfStandard = chosen(pdfStandards, last('pdf-standard'))
  const font = chosen(fonts, last('font'))
  if (!pdfStandard || !font)
    return wrong(
      refused('report-option-unknown', {
        option: pdfStandard ? '--font' : '--pdf-standard',
        given: last(pdfStandard ? 'font' : 'pdf-standard') ?? '',
        known: (pdfStandard ? fonts : pdfStandards).join('・'),
      }).problem,
    )
  const asked = {
    municipality,
    plan: last('plan'),
    named: last('named'),
    form,
    format,
    // CSV は表ごとに一つのファイルになるので、`-o` はフォルダー。ファイルの名なら、主な表だけを書く。
    mainOnly: output.endsWith('.csv'),
    choices: choices.value,
    options: { pdfStandard, font },
  }
  const made = await reportFromStore(asked, args.data)
  if (!made.ok) return complainOf(terminal, made.problem)
  const folder = format === 'csv' && !asked.mainOnly
  const files = made.value.map(({ fileName, bytes }) => ({ file: folder ? join(output, fileName) : output, bytes }))
  const problem = await writeAll(files, folder ? output : null)
  if (problem) return complainOf(terminal, problem)
  const told = files.map(({ file, bytes }) => ({ file, bytes: bytes.byteLength }))
  if (args.json) terminal.print(JSON.stringify({ form, format, files: told }))
  else for (const each of told) terminal.print(words(terminal, 'report-written', each))
  return 0
}

type ToWrite = { readonly file: string; readonly bytes: Uint8Array }

const writeAll = async (files: readonly ToWrite[], folder: string | null): Promise<Problem | undefined> => {
  if (folder !== null) {
    try {
      await mkdir(folder, { recursive: true })
    } catch (error) {
      return cannotWrite(folder, error)
    }
  }
  for (const { file, bytes } of files) {
    const problem = await writeWhole(file, bytes)
    if (problem) return problem
  }
  return undefined
}

const cannotWrite = (file: string, error: unknown): Problem =>
  refused('report-cannot-write', { file, reason: error instanceof Error ? error.message : String(error) }).problem

/** 書かなければ初めのもの、知らない語なら undefined。 */
const chosen = <T extends string>(known: readonly T[], given: string | null): T | undefined =>
  given === null ? known[0] : known.find((each) => each === given)

/** 書きかけのファイルを残さないように、別の名で書き終えてから名を替える。 */
const writeWhole = async (file: string, bytes: Uint8Array): Promise<Problem | undefined> => {
  const beside = join(dirname(file), `.${randomUUID()}.tmp`)
  try {
    await writeFile(beside, bytes)
    await rename(beside, file)
    return undefined
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    return cannotWrite(file, error)
  }
}

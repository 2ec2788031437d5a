import { type Problem, refused } from '#domain/problem.ts'
import { keptChoices } from '#reports/choices-text.ts'
import { isReportName } from '#reports/report-name.ts'
import { writtenFormats } from '#reports/writers/writers.ts'
import type { App } from '../app.ts'
import { actOf } from '../reviews/acting.ts'
import { alongsideFor, partsIn } from './alongside-for.ts'
import { makeReport, writtenReport } from './make-report.ts'

/** 作る仕事。倉庫の行（made_file）を指す。 */
type MakingJob = { readonly code: string; readonly id: string; readonly who: string }

/** このプロセスで帳票を作るもの。頼まれるまでは何も動かさない。 */
type Making = {
  readonly begin: (job: MakingJob) => Promise<void>
  /** 前の起動でやりかけのものを、また始める。 */
  readonly resume: (job: MakingJob) => Promise<void>
  /** このプロセスで作っているなら、すぐに止める。 */
  readonly stop: (id: string) => void
}

const makings = new WeakMap<App, Making>()

const queue = 'make-report'

/** 進みを書く間（ミリ秒）。章ごとに書くと、書くほうが長くかかる。 */
const between = 250

export const makingOf = (app: App): Making => {
  const known = makings.get(app)
  if (known) return known
  const stops = new Map<string, AbortController>()
  const takeOn = () =>
    app.store.jobs.work<MakingJob>(queue, async ({ data, signal }) => {
      const stop = new AbortController()
      stops.set(data.id, stop)
      try {
        await makeFile(app, data, AbortSignal.any([signal, stop.signal]), stop)
      } finally {
        stops.delete(data.id)
      }
    })
  const making: Making = {
    begin: async (job) => {
      await takeOn()
      await app.store.jobs.send(queue, job.id, job)
    },
    resume: async (job) => {
      // 並べ直してから引き受ける。引き受けたあとでは、このプロセスがしているものと区別できない。
      await app.store.jobs.resume(queue, job.id, job)
      await takeOn()
    },
    stop: (id) => stops.get(id)?.abort(new Error('cancelled')),
  }
  makings.set(app, making)
  return making
}

/** ファイルを一つ作る。書きかけは倉庫に残らない（できてから一度に置く）。 */
const makeFile = async (app: App, { code, id, who }: MakingJob, signal: AbortSignal, stop: AbortController) => {
  const file = await app.store.read(code, (tx) => tx.files.get(id))
  if (!file || (file.status !== 'waiting' && file.status !== 'making')) return
  const fail = (problem: Problem) => app.store.write(code, actOf(app, who), (tx) => tx.files.fail(id, problem))
  const edition = await app.store.read(code, (tx) => tx.editions.get(file.editionId))
  if (!edition) return fail(refused('report-edition-absent').problem)
  const format = writtenFormats.find((each) => each === file.format)
  if (!isReportName(file.form) || !format)
    return fail(refused('report-form-unknown', { given: file.form, known: '' }).problem)
  const { form } = file
  const choices = keptChoices(file.choices)
  const alongside = await app.store.read(code, (tx) => alongsideFor(tx, edition, form, choices, partsIn(file.choices)))
  const report = makeReport(edition, form, choices, alongside)
  if (!report.ok) return fail(report.problem)
  const progress = progressWriter(app, code, id, who, stop)
  try {
    await progress.begin(report.value.sections.length)
    const madeAt = app.now().toISOString()
    const written = await writtenReport(report.value, format, { madeAt, signal, progress: progress.note })
    await progress.end()
    const { fileName, mediaType, bytes } = written
    await app.store.write(code, actOf(app, who), (tx) => tx.files.keep(id, { fileName, mediaType, content: bytes }))
  } catch (error) {
    await progress.end()
    // 取り止めたものは、取り止めたと倉庫に書いてある。閉じるときに止めたものは、次の起動がやり直す。
    if (signal.aborted) {
      if (!stop.signal.aborted) throw error
      return
    }
    console.error(error)
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200)
    await fail(refused('report-making-failed', { reason }).problem)
  }
}

/** 進みを、間をおいて、一つずつ書く。ほかのプロセスが取り止めていたら、それも分かる。 */
const progressWriter = (app: App, code: string, id: string, who: string, stop: AbortController) => {
  let latest: readonly [done: number, of: number] = [0, 0]
  let writing: Promise<void> | undefined
  let ended = false
  const write = async () => {
    const [done, of] = latest
    const going = await app.store.write(code, actOf(app, who), (tx) => tx.files.progress(id, done, of))
    if (!going) stop.abort(new Error('cancelled'))
  }
  const soon = async () => {
    await new Promise((resolve) => setTimeout(resolve, between))
    writing = undefined
    if (!ended) await write()
  }
  return {
    begin: async (of: number) => {
      latest = [0, of]
      await write()
    },
    note: (done: number, of: number) => {
      latest = [done, of]
      // 進みが書けなくても、作ることは続ける。書けないわけは、できたファイルを置くときに分かる。
      writing ??= soon().catch(() => {})
    },
    end: async () => {
      ended = true
      await writing
    },
  }
}

import { problemInWords, type Result } from '#domain/problem.ts'
import { type ColumnRole, noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { openApp } from '#operations/app.ts'
import { chooseReading } from '#operations/reviews/choose-reading.ts'
import { openReview } from '#operations/reviews/open-review.ts'
import { viewReview } from '#operations/reviews/view-review.ts'
import { openDocument } from '#reading/open-document.ts'
import { readWithChoices } from '#reading/read-with-choices.ts'
import type { StoreLocation } from '#store/store.ts'
import { answering } from './answering.ts'

export type RereadAsked = { readonly location: StoreLocation; readonly file: string; readonly text: string }

/** ミリ秒。`read` 列の役を替えて読み直すだけ、`whole` 役を送ってから、直した見直しの頁の中身がそろうまで。 */
export type RereadTimes = { readonly rows: number; readonly read: readonly number[]; readonly whole: readonly number[] }

const code = '152081'
const rounds = 15

/** 知らない見出しの列の役を、替えては読み直す。 */
answering<RereadAsked>(async ({ location, file, text }): Promise<RereadTimes> => {
  const bytes = new TextEncoder().encode(text)
  const document = good(await openDocument(file, bytes))
  const [table] = readWithChoices(document, noChoices).tables
  const unknown = table?.columns.find(({ by }) => by === 'unknown')
  if (!table || !unknown) throw new Error('a table with an unknown column was expected')
  const choosing = (role: ColumnRole): ReadingChoices => ({
    ...noChoices,
    columns: [{ table: table.key, column: unknown.column, role, year: role === 'actual' ? 2023 : null, unit: null }],
  })
  const roles = Array.from({ length: rounds }, (_, index): ColumnRole => (index % 2 === 0 ? 'actual' : 'remarks'))
  const read: number[] = []
  for (const role of roles) read.push(await timed(async () => good(readWithChoices(document, choosing(role)).draft)))
  const app = good(await openApp(location))
  const { id } = good(await openReview(app, code, { file, bytes }, '計測', { name: '小千谷市' }))
  let revision = (await viewReview(app, code, id))?.review.revision ?? 0
  let rows = 0
  const whole: number[] = []
  for (const role of roles)
    whole.push(
      await timed(async () => {
        revision = good(await chooseReading(app, code, id, revision, choosing(role), '計測')).revision
        rows = (await viewReview(app, code, id))?.rows.length ?? 0
      }),
    )
  await app.close()
  return { rows, read, whole }
})

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await act()
  return performance.now() - started
}

const good = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords, type Result } from '#domain/problem.ts'
import { noChoices } from '#domain/review/correction.ts'
import type { ReviewView } from '#domain/review/review.ts'
import type { App } from '#operations/app.ts'
import { adoptReview } from '#operations/reviews/adopt-review.ts'
import { chooseReading } from '#operations/reviews/choose-reading.ts'
import { openReview } from '#operations/reviews/open-review.ts'
import { viewReview } from '#operations/reviews/view-review.ts'
import { aCity, appOver, type City } from './a-city.ts'
import { engines, type Running } from './engines.ts'

const who = '画面：企画課 山田'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

/** 「到達点」という、知らない見出しの列のある指標の表。`fiscal` は令和の年。 */
const aList = ({ name }: City, fiscal: number, extra = ''): Uint8Array =>
  new TextEncoder().encode(
    [
      `${name}総合戦略 指標一覧`,
      `指標名,単位,現状値(R1),目標値(R6),R3実績,令和${fiscal}年度末の到達点${extra},担当課`,
      ...['起業件数', '新規就農者数', '移住相談件数', '子育て講座の参加者数'].map(
        (indicator, n) => `${indicator},件,${n},${n + 40},${n + 10},${n + 20}${extra && ',メモ'},商工課`,
      ),
      '',
    ].join('\r\n'),
  )

describe.each(engines)('覚えた列の読み方（$name）', ({ start }) => {
  let running: Running
  let app: App
  beforeAll(async () => {
    running = await start()
    app = appOver(running.store)
  })
  afterAll(() => running?.stop())

  const opened = async ({ code }: City, bytes: Uint8Array): Promise<ReviewView> => {
    const { id } = value(await openReview(app, code, { file: '一覧.csv', bytes }, who))
    const view = await viewReview(app, code, id)
    if (!view) throw new Error('review not found')
    return view
  }

  const unknownIn = ({ tables }: ReviewView) =>
    tables.flatMap(({ key, columns }) =>
      columns.filter(({ role }) => role === null).map(({ column }) => ({ key, column })),
    )

  test('知らない列を教えて取り込むと、翌年の同じ様式に、見出しの年で差し出される。決めつけはしない', async () => {
    const city = aCity()
    const first = await opened(city, aList(city, 4))
    expect(first.offer).toBeUndefined()
    const [unknown, ...others] = unknownIn(first)
    if (!unknown) throw new Error('every column was known')
    expect(others).toEqual([])
    const column = { table: unknown.key, column: unknown.column, role: 'actual', year: 2022, unit: null } as const
    const choices = { ...noChoices, columns: [column] }
    const { revision } = value(await chooseReading(app, city.code, first.review.id, 1, choices, who))
    const read = await viewReview(app, city.code, first.review.id)
    expect(read?.rows[0]?.indicator?.actuals.map(({ year, value: number }) => [year, number])).toEqual([
      [2021, '10'],
      [2022, '20'],
    ])
    value(await adoptReview(app, city.code, first.review.id, revision, who))

    const next = await opened(city, aList(city, 5))
    expect(next.review.choices).toEqual(noChoices)
    expect(next.offer).toMatchObject({
      same: true,
      columns: [{ role: 'actual', year: 2023 }],
      missing: [],
      unknown: [],
    })
    if (!next.offer) throw new Error('nothing was offered')
    value(await chooseReading(app, city.code, next.review.id, 1, { ...noChoices, columns: next.offer.columns }, who))
    const taken = await viewReview(app, city.code, next.review.id)
    expect(taken?.offer).toBeUndefined()
    expect(taken?.rows[0]?.indicator?.actuals.at(-1)).toMatchObject({ year: 2023, value: '20' })
  })

  test('様式が変わっていれば、同じでないことと、覚えのない見出しを添えて差し出す。ほかの市には差し出さない', async () => {
    const [city, other] = [aCity(), aCity()]
    const first = await opened(city, aList(city, 4))
    const columns = unknownIn(first).map(
      ({ key, column }) => ({ table: key, column, role: 'actual', year: 2022, unit: null }) as const,
    )
    const { revision } = value(await chooseReading(app, city.code, first.review.id, 1, { ...noChoices, columns }, who))
    value(await adoptReview(app, city.code, first.review.id, revision, who))
    const changed = await opened(city, aList(city, 5, ',新しい欄'))
    expect(changed.offer).toMatchObject({ same: false, columns: [{ role: 'actual' }], unknown: ['新しい欄'] })
    expect((await opened(other, aList(other, 5))).offer).toBeUndefined()
  })
})

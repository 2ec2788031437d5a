import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords, type Result } from '#domain/problem.ts'
import { type Correction, noChoices } from '#domain/review/correction.ts'
import { figureKeysOf } from '#domain/review/keys.ts'
import type { ReviewRow, ReviewView } from '#domain/review/review.ts'
import { type App, openApp } from '#operations/app.ts'
import { chooseReading } from '#operations/reviews/choose-reading.ts'
import { discardReview, reopenReview } from '#operations/reviews/close-review.ts'
import { editReview, undoEdit } from '#operations/reviews/edit-review.ts'
import { listReviews, reviewChangesSince } from '#operations/reviews/list-reviews.ts'
import { moveReview } from '#operations/reviews/move-review.ts'
import { openReview } from '#operations/reviews/open-review.ts'
import { reviewDocument, viewReview } from '#operations/reviews/view-review.ts'
import { aCity, appOver, type City } from './a-city.ts'
import { engines, type Running } from './engines.ts'

const [yamada, sato] = ['画面：企画課 山田', '画面：財政課 佐藤']

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

const begun = async (app: App, { code, table }: City, change = {}): Promise<string> =>
  value(await openReview(app, code, { file: '進捗.csv', bytes: table(change) }, yamada)).id

const seen = async (app: App, { code }: City, id: string): Promise<ReviewView> => {
  const view = await viewReview(app, code, id)
  if (!view) throw new Error('review not found')
  return view
}

const rowNamed = (view: ReviewView, name: string): ReviewRow => {
  const row = view.rows.find((each) => each.name === name)
  if (!row) throw new Error(`no row "${name}"`)
  return row
}

/** その指標の、その年度の実績を打ち直す。 */
const retype = (view: ReviewView, name: string, year: number, raw: string): Correction => {
  const { key, indicator } = rowNamed(view, name)
  const figure =
    indicator && figureKeysOf(indicator).find((each) => each.role === 'actual' && each.figure.year === year)
  if (!figure) throw new Error(`no actual of ${year}`)
  return { what: 'value', entry: key, at: figure.key, raw }
}

const actual = (view: ReviewView, name: string, year: number) =>
  rowNamed(view, name).indicator?.actuals.find((figure) => figure.year === year)

const farmers = '新規就農者数（R2～累計）'

describe.each(engines)('取込みの見直し（$name）', ({ start }) => {
  let running: Running
  let app: App
  /** 同じ倉庫を使う、もう一つのプロセス。 */
  let other: App
  beforeAll(async () => {
    running = await start()
    app = appOver(running.store)
    other = appOver(running.store)
  })
  afterAll(() => running?.stop())

  test('送った図書の見直しが始まり、市が登録され、記録が残る。計画の版数は、市の登録の一度しか上がらない', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    expect(view).toMatchObject({
      review: { id, revision: 1, file: '進捗.csv', status: 'open', openedBy: yamada, edits: [], editionId: null },
      draft: { municipality: { name: city.name }, plan: { form: 'progress-table' } },
      problem: undefined,
      unplaced: [],
    })
    expect(view.rows.filter(({ kind }) => kind === 'indicator').map(({ name }) => name)).toEqual([
      '起業件数（R2～累計）',
      farmers,
      '商談件数/年',
    ])
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    expect(await running.store.dataVersion(city.code)).toBe(1)
    const { work, acts } = await running.store.read(city.code, async (tx) => ({
      work: await tx.workVersion(),
      acts: (await tx.audit.latest({ limit: 9 })).map(({ act, by }) => `${act} ${by}`),
    }))
    expect(work).toBe(2)
    expect(acts).toEqual([`review-edited ${yamada}`, `review-opened ${yamada}`, `municipality-added ${yamada}`])
    expect(await running.store.verifyAudit(city.code)).toMatchObject({ ok: true, value: { entries: 3 } })
  })

  test('同じファイルを二度送っても、見直しは一つ', async () => {
    const city = aCity()
    const id = await begun(app, city)
    expect(await begun(other, city)).toBe(id)
    expect(await listReviews(app, city.code)).toHaveLength(1)
    await discardReview(app, city.code, id, yamada)
    expect(await begun(app, city)).not.toBe(id)
  })

  test('様式の分からない図書も、案のないまま始まる。開けないファイルは始まらない', async () => {
    const city = aCity()
    const bytes = new TextEncoder().encode('会議の次第\r\n一、開会\r\n二、報告\r\n')
    const sentWith = { name: city.name }
    const { id } = value(await openReview(app, city.code, { file: '次第.txt', bytes }, yamada, sentWith))
    const view = await seen(app, city, id)
    expect(view).toMatchObject({ draft: undefined, problem: { code: expect.any(String) }, rows: [] })
    expect(await listReviews(app, city.code)).toMatchObject([{ doubtful: null, total: null }])
    const pdf = { file: '計画.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n') }
    expect(await openReview(app, city.code, pdf, yamada)).toMatchObject({ ok: false, problem: { code: 'file-pdf' } })
    const nothing = { file: '空.csv', bytes: new Uint8Array() }
    expect(await openReview(app, city.code, nothing, yamada)).toMatchObject({
      ok: false,
      problem: { code: 'file-empty' },
    })
  })

  test('初めての団体コードで、図書にも名がなければ、名を尋ねる。誤った団体コードは断る', async () => {
    const { code } = aCity()
    const bytes = new TextEncoder().encode('会議の次第\r\n')
    expect(await openReview(app, code, { file: '次第.txt', bytes }, yamada)).toMatchObject({
      ok: false,
      problem: { code: 'review-city-name-needed' },
    })
    expect(await openReview(app, '152080', { file: '次第.txt', bytes }, yamada)).toMatchObject({ ok: false })
    expect((await running.store.municipalities()).some((each) => each.code === code)).toBe(false)
  })

  test('別のプロセスの訂正が見え、印刷の字が残る。取り消せば元に戻る', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    const edited = value(await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada))
    expect(edited).toEqual({ revision: 2, others: [] })
    const there = await seen(other, city, id)
    expect(actual(there, farmers, 2022)).toMatchObject({ value: '4', unit: '人', printed: '5人' })
    expect(rowNamed(there, farmers).asRead?.actuals.find(({ year }) => year === 2022)?.raw).toBe('5人')
    expect(await reviewChangesSince(other, city.code, id, 1)).toEqual({ revision: 2, by: [yamada] })
    expect(await reviewChangesSince(other, city.code, id, 2)).toBeUndefined()
    expect(await undoEdit(other, city.code, id, 1, sato)).toEqual({ ok: true, value: { revision: 3 } })
    expect(actual(await seen(app, city, id), farmers, 2022)).toMatchObject({ value: '5' })
    expect(actual(await seen(app, city, id), farmers, 2022)).not.toHaveProperty('printed')
    expect(await undoEdit(app, city.code, id, 1, yamada)).toMatchObject({ problem: { code: 'review-edit-absent' } })
    expect(await reviewChangesSince(app, city.code, id, 2)).toEqual({ revision: 3, by: [sato] })
  })

  test('二人が違うところを直せば合わさり、ほかの人の訂正が返る', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    const mine = await editReview(other, city.code, id, 1, [retype(view, farmers, 2021, '2人')], sato)
    expect(mine).toMatchObject({ ok: true, value: { revision: 3, others: [{ number: 1, by: yamada }] } })
    const both = await seen(app, city, id)
    expect([2021, 2022].map((year) => actual(both, farmers, year)?.value)).toEqual(['2', '4'])
  })

  test('二人が同じ値を違う字に直せば、あとの人は両方の値と、いつ誰がを知らされ、どちらも失われない', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    const late = await editReview(other, city.code, id, 1, [retype(view, farmers, 2022, '6人')], sato)
    expect(late).toMatchObject({
      ok: false,
      problem: { code: 'review-edited-meanwhile', params: { by: yamada, mine: '6人', theirs: '4人', name: farmers } },
    })
    if (!late.ok)
      for (const language of ['ja', 'en'] as const) expect(problemInWords(late.problem, language)).toContain('4人')
    expect(actual(await seen(app, city, id), farmers, 2022)?.value).toBe('4')
    // いまの頁を見てから送れば、入る。
    const again = await editReview(
      other,
      city.code,
      id,
      2,
      [retype(await seen(other, city, id), farmers, 2022, '6人')],
      sato,
    )
    expect(again).toMatchObject({ ok: true, value: { revision: 3 } })
    await undoEdit(app, city.code, id, 2, sato)
    expect(actual(await seen(app, city, id), farmers, 2022)?.value).toBe('4')
  })

  test('見ていない直しの入った行は「このとおり」とできず、取り消された訂正の上にも重ねられない', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    const checked: Correction = { what: 'checked', entry: rowNamed(view, farmers).key }
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    expect(await editReview(other, city.code, id, 1, [checked], sato)).toMatchObject({
      problem: { code: 'review-edited-meanwhile', params: { mine: '@what-review-checked' } },
    })
    await undoEdit(app, city.code, id, 1, yamada)
    const undone = await editReview(other, city.code, id, 2, [checked], sato)
    expect(undone).toMatchObject({ problem: { params: { theirs: '@what-review-undone' } } })
    if (!undone.ok) expect(problemInWords(undone.problem)).toContain('訂正の取り消し')
    expect(await editReview(other, city.code, id, 3, [checked], sato)).toMatchObject({ ok: true })
    expect(rowNamed(await seen(app, city, id), farmers).state).toBe('checked')
  })

  test('触っていない欄を送っても、訂正にならず、ほかの人とぶつからない', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    const untouched: Correction[] = [
      retype(view, farmers, 2022, '5人'),
      { what: 'unit', entry: rowNamed(view, farmers).key, unit: rowNamed(view, farmers).indicator?.unit ?? null },
      { what: 'heading', field: 'title', text: view.draft?.plan.title ?? '' },
    ]
    const sent = await editReview(other, city.code, id, 1, [...untouched, retype(view, farmers, 2021, '2人')], sato)
    expect(sent).toMatchObject({ ok: true, value: { revision: 3 } })
    const now = await seen(app, city, id)
    expect(now.review.edits.map(({ correction }) => correction.what)).toEqual(['value', 'value'])
    expect(actual(now, farmers, 2022)?.value).toBe('4')
  })

  test('二度押しは一度と同じ。受け取れない訂正が一つでもあれば、どれも加えない', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    const fix = retype(view, farmers, 2022, '4人')
    const twice = await Promise.all([fix, fix].map((each) => editReview(app, city.code, id, 1, [each], yamada)))
    expect(twice).toMatchObject([{ ok: true }, { ok: true }])
    expect((await seen(app, city, id)).review.edits).toHaveLength(1)
    const { key } = rowNamed(view, farmers)
    const wrong: Correction[][] = [
      [retype(view, farmers, 2021, '9人'), { what: 'name', entry: key, name: '' }],
      [retype(view, farmers, 2021, '9人'), { what: 'breakdown-of', entry: key, of: key }],
      [{ what: 'name', entry: 'i:L999C1', name: '甲' }],
    ]
    for (const corrections of wrong)
      expect(await editReview(app, city.code, id, 2, corrections, yamada)).toMatchObject({ ok: false })
    expect((await seen(app, city, id)).review).toMatchObject({ revision: 2, edits: [{ number: 1 }] })
  })

  test('読み方を決めると読み直し、訂正は残る。二人が同時に決めれば、あとの人に知らせる', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    const choices = { ...noChoices, form: 'progress-table' } as const
    expect(await chooseReading(app, city.code, id, 2, choices, yamada)).toEqual({ ok: true, value: { revision: 3 } })
    const now = await seen(other, city, id)
    expect(now.review.choices).toEqual(choices)
    expect(actual(now, farmers, 2022)?.value).toBe('4')
    const late = await chooseReading(other, city.code, id, 2, { ...noChoices, form: 'kpi-summary' }, sato)
    expect(late).toMatchObject({ problem: { code: 'review-choices-meanwhile', params: { by: yamada } } })
    expect(await chooseReading(other, city.code, id, 2, choices, sato)).toEqual({ ok: true, value: { revision: 3 } })
  })

  test('やめた見直しには手を入れられず、開き直せば続けられる', async () => {
    const city = aCity()
    const id = await begun(app, city)
    const view = await seen(app, city, id)
    await editReview(app, city.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    expect(await discardReview(app, city.code, id, yamada)).toMatchObject({ ok: true })
    expect(await editReview(app, city.code, id, 3, [retype(view, farmers, 2021, '1')], yamada)).toMatchObject({
      problem: { code: 'review-not-open' },
    })
    expect(await reopenReview(app, city.code, id, sato)).toMatchObject({ ok: true })
    expect(actual(await seen(app, city, id), farmers, 2022)?.value).toBe('4')
  })

  test('隣の市の見直しは、見えず、直せず、やめられず、移せない', async () => {
    const [city, next] = [aCity(), aCity()]
    const id = await begun(app, city)
    await begun(app, next)
    const view = await seen(app, city, id)
    expect(await viewReview(app, next.code, id)).toBeUndefined()
    expect(await reviewDocument(app, next.code, id)).toBeUndefined()
    expect(await reviewChangesSince(app, next.code, id, 0)).toBeUndefined()
    const absent = { ok: false, problem: { code: 'review-absent' } }
    expect(await editReview(app, next.code, id, 1, [retype(view, farmers, 2022, '4人')], sato)).toMatchObject(absent)
    expect(await undoEdit(app, next.code, id, 1, sato)).toMatchObject(absent)
    expect(await chooseReading(app, next.code, id, 1, noChoices, sato)).toMatchObject(absent)
    expect(await discardReview(app, next.code, id, sato)).toMatchObject(absent)
    expect(await moveReview(app, next.code, id, city.code, sato)).toMatchObject(absent)
    expect((await listReviews(app, next.code)).map((each) => each.id)).not.toContain(id)
    expect((await seen(app, city, id)).review.status).toBe('open')
  })

  test('別の市の図書は、訂正ごと正しい市に移せる。元の市には記録だけが残る', async () => {
    const [city, wrong] = [aCity(), aCity()]
    await begun(app, wrong)
    const sent = { file: '進捗.csv', bytes: city.table() }
    const { id } = value(await openReview(app, wrong.code, sent, yamada))
    const view = await seen(app, wrong, id)
    expect(view.warnings.map(({ code }) => code)).toContain('review-other-city')
    await editReview(app, wrong.code, id, 1, [retype(view, farmers, 2022, '4人')], yamada)
    expect(await moveReview(app, wrong.code, id, wrong.code, sato)).toMatchObject({
      problem: { code: 'review-same-city' },
    })
    expect(await moveReview(app, wrong.code, id, city.code, sato)).toEqual({ ok: true, value: { id } })
    expect(await viewReview(app, wrong.code, id)).toBeUndefined()
    const moved = await seen(app, city, id)
    expect(actual(moved, farmers, 2022)).toMatchObject({ value: '4', printed: '5人' })
    expect(moved.review.edits).toMatchObject([{ by: yamada }])
    expect(moved.warnings.map(({ code }) => code)).not.toContain('review-other-city')
    const left = await running.store.read(wrong.code, (tx) => tx.audit.latest({ limit: 1 }))
    expect(left).toMatchObject([{ act: 'review-moved', by: sato, subject: { review: id, to: city.code } }])
  })

  test('計画案の JSON も見直せて、図書は読んだ値から組み直して見せる', async () => {
    const city = aCity()
    const draft = (await seen(app, city, await begun(app, city))).draft
    const bytes = new TextEncoder().encode(JSON.stringify(draft))
    const { id } = value(await openReview(app, city.code, { file: '案.json', bytes }, yamada))
    const view = await seen(app, city, id)
    expect(view.draft).toEqual(draft)
    expect(view.guesses).toEqual([])
    const document = await reviewDocument(app, city.code, id)
    expect(document?.pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')).toContain('起業件数')
    const broken = { file: '案.json', bytes: new TextEncoder().encode('{"format":"shirube-draft/1"}') }
    expect(await openReview(app, city.code, broken, yamada)).toMatchObject({ problem: { code: 'draft-wrong-field' } })
  })

  test('一覧は、新しく手を入れたものから、確かでない行の数とともに', async () => {
    const city = aCity()
    const first = await begun(app, city)
    await begun(app, city, { replace: ['75.0%', '57.0%'] })
    const view = await seen(app, city, first)
    await editReview(app, city.code, first, 1, [retype(view, farmers, 2022, '######')], sato)
    expect(await listReviews(app, city.code)).toMatchObject([
      { id: first, changedBy: sato, doubtful: 1, total: view.rows.length },
      { doubtful: 0, total: view.rows.length },
    ])
  })
})

test('いったん終えて開き直しても、見直しは続きから（PGlite のフォルダー）', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-review-'))
  const city = aCity()
  const before = value(await openApp({ dataDirectory: folder }))
  const id = await begun(before, city)
  await editReview(before, city.code, id, 1, [retype(await seen(before, city, id), farmers, 2022, '4人')], yamada)
  const left = await seen(before, city, id)
  await before.close()
  const after = value(await openApp({ dataDirectory: folder }))
  expect(await seen(after, city, id)).toEqual(left)
  expect(actual(await seen(after, city, id), farmers, 2022)?.value).toBe('4')
  await after.close()
  rmSync(folder, { recursive: true, force: true })
})

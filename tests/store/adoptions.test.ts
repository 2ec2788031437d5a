import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical-json.ts'
import { say } from '#domain/language/say.ts'
import { changeInWords } from '#domain/plan/difference-words.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import type { Correction } from '#domain/review/correction.ts'
import { figureKeysOf } from '#domain/review/keys.ts'
import type { AdoptionRecord, ReviewView } from '#domain/review/review.ts'
import { adoptDocument } from '#operations/adopt-document.ts'
import type { App } from '#operations/app.ts'
import { adoptReview } from '#operations/reviews/adopt-review.ts'
import { listAdoptions, undoAdoption, viewAdoption } from '#operations/reviews/adoptions.ts'
import { compareReview } from '#operations/reviews/compare-review.ts'
import { editReview } from '#operations/reviews/edit-review.ts'
import { answerFinding, answersOf, withdrawAnswer } from '#operations/reviews/finding-answers.ts'
import { openReview } from '#operations/reviews/open-review.ts'
import { openReviewOfEdition } from '#operations/reviews/open-review-of-edition.ts'
import { viewReview } from '#operations/reviews/view-review.ts'
import { aCity, appOver, type City } from './a-city.ts'
import { engines, type Running } from './engines.ts'

const yamada = '画面：企画課 山田'
const farmers = '新規就農者数（R2～累計）'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

describe.each(engines)('取り込みと取り消し（$name）', ({ start }) => {
  let running: Running
  let app: App
  let folder: string
  beforeAll(async () => {
    running = await start()
    app = appOver(running.store)
    folder = mkdtempSync(join(tmpdir(), 'shirube-adoptions-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await running?.stop()
  })

  const begun = async ({ code, table }: City, change = {}): Promise<string> =>
    value(await openReview(app, code, { file: '進捗.csv', bytes: table(change) }, yamada)).id

  const seen = async ({ code }: City, id: string): Promise<ReviewView> => {
    const view = await viewReview(app, code, id)
    if (!view) throw new Error('review not found')
    return view
  }

  const edited = async (city: City, id: string, corrections: (view: ReviewView) => readonly Correction[]) => {
    const view = await seen(city, id)
    value(await editReview(app, city.code, id, view.review.revision, corrections(view), yamada))
  }

  const adopted = async (city: City, id: string): Promise<AdoptionRecord> =>
    value(await adoptReview(app, city.code, id, (await seen(city, id)).review.revision, yamada))

  const editionOf = async ({ code }: City, id: string): Promise<Edition> => {
    const edition = await running.store.read(code, (tx) => tx.editions.get(id))
    if (!edition) throw new Error('edition not found')
    return edition
  }

  const retype =
    (name: string, year: number, raw: string) =>
    (view: ReviewView): Correction => {
      const row = view.rows.find((each) => each.name === name)
      const figure =
        row?.indicator &&
        figureKeysOf(row.indicator).find((each) => each.role === 'actual' && each.figure.year === year)
      if (!row || !figure) throw new Error(`no actual of ${name} in ${year}`)
      return { what: 'value', entry: row.key, at: figure.key, raw }
    }

  const inWords = ({ changes }: Pick<AdoptionRecord, 'changes'>) => changes.map((change) => say(changeInWords(change)))

  test('直した案が取り込まれ、見直しは閉じ、記録が残る', async () => {
    const city = aCity()
    const id = await begun(city)
    await edited(city, id, (view) => {
      const entry = view.rows.find(({ name }) => name === farmers)?.key ?? ''
      const added = { what: 'added-value', entry, role: 'actual', year: 2019, raw: '1人' } as const
      return [retype(farmers, 2022, '6人')(view), added]
    })
    const compared = value(await compareReview(app, city.code, id))
    expect(compared.edition).toBeUndefined()
    const record = await adopted(city, id)
    expect(record).toMatchObject({ reviewId: id, outcome: 'new', by: yamada, undone: null, undoable: true })
    expect(record.changes.length).toBe(compared.difference.changes.length)
    expect((await seen(city, id)).review.status).toBe('adopted')
    const { content, sources } = await editionOf(city, record.editionId)
    const indicator = content.indicators.find(({ name }) => name === farmers)
    expect(indicator?.actuals.find(({ year }) => year === 2022)).toMatchObject({ raw: '6人', printed: '5人' })
    expect(indicator?.actuals[0]).toMatchObject({ year: 2019, value: '1', printed: null })
    expect(sources).toMatchObject([{ file: '進捗.csv', bytes: city.table().byteLength }])
    expect(await viewAdoption(app, city.code, record.id)).toEqual(record)
    expect(await running.store.verifyAudit(city.code)).toMatchObject({ ok: true })
    expect(await running.store.dataVersion(city.code)).toBe(2)
  })

  test('直した図書を取り込めば、違うところだけが差分になり、取り消せば前の版と一字も違わない', async () => {
    const city = aCity()
    const first = await adopted(city, await begun(city))
    const before = canonicalJson(await editionOf(city, first.editionId))
    const change = {
      drop: '商談件数/年',
      add: { name: '相談件数', actuals: '1件,9件,2件,3件,4件,5件', rates: '22.2%,33.3%,44.4%,55.6%' },
      replace: [`${farmers},実績値,0人,10人,1人,3人,5人`, `${farmers},実績値,0人,10人,1人,3人,6人`],
    } as const
    const id = await begun(city, change)
    const { difference, edition } = value(await compareReview(app, city.code, id))
    expect(edition?.id).toBe(first.editionId)
    const second = await adopted(city, id)
    expect(inWords(second)).toEqual(inWords(difference))
    expect(second).toMatchObject({ outcome: 'updated', editionId: first.editionId, undoable: true })
    expect(inWords(second)).toEqual([
      '指標「新規就農者数（R2～累計）」が変わります：実績（2022年） 5人 → 6人',
      '指標「相談件数」が新しく入ります',
      '指標「商談件数/年」が載らなくなります',
    ])
    expect((await viewAdoption(app, city.code, first.id))?.undoable).toBe(false)

    expect(await undoAdoption(app, city.code, first.id, yamada)).toMatchObject({
      problem: { code: 'adoption-newer-exists', params: { by: yamada } },
    })
    const undone = value(await undoAdoption(app, city.code, second.id, yamada))
    expect(undone).toMatchObject({ undoable: false, undone: { by: yamada } })
    expect(canonicalJson(await editionOf(city, first.editionId))).toBe(before)
    expect((await seen(city, id)).review.status).toBe('open')
    expect(await undoAdoption(app, city.code, second.id, yamada)).toMatchObject({
      problem: { code: 'adoption-already-undone' },
    })
    // 取り消したあとで、また取り込める。行の id は続く。
    const again = await adopted(city, id)
    expect(inWords(again)).toEqual(inWords(second))
    expect(again.changes.map((each) => each.id)).toEqual(second.changes.map((each) => each.id))
    expect(await running.store.verifyAudit(city.code)).toMatchObject({ ok: true })
  })

  test('初めての取り込みを取り消すと、計画がなくなり、見直しは続きから', async () => {
    const city = aCity()
    const id = await begun(city)
    await edited(city, id, (view) => [retype(farmers, 2022, '6人')(view)])
    const record = await adopted(city, id)
    value(await undoAdoption(app, city.code, record.id, yamada))
    expect(await running.store.read(city.code, (tx) => tx.editions.headings())).toEqual([])
    expect((await running.store.municipalities()).find(({ code }) => code === city.code)?.plans).toBe(0)
    const view = await seen(city, id)
    expect(view.review).toMatchObject({ status: 'open', edits: [{ number: 1 }] })
    await edited(city, id, (view) => [retype(farmers, 2021, '2人')(view)])
    const again = await adopted(city, id)
    expect(again).toMatchObject({ outcome: 'new', editionId: record.editionId, undoable: true })
    expect(again.changes.map((each) => each.id)).toEqual(record.changes.map((each) => each.id))
    expect(await listAdoptions(app, city.code)).toMatchObject([
      { id: again.id, undoable: true, counts: { changed: 0, gone: 0 } },
      { id: record.id, undoable: false, undone: { by: yamada } },
    ])
  })

  test('差分を見たあとに訂正が加われば、取り込まずに知らせる', async () => {
    const city = aCity()
    const id = await begun(city)
    await edited(city, id, (view) => [retype(farmers, 2022, '6人')(view)])
    expect(await adoptReview(app, city.code, id, 1, yamada)).toMatchObject({
      problem: { code: 'review-changed-before-adopting', params: { by: yamada } },
    })
    expect(await running.store.read(city.code, (tx) => tx.editions.headings())).toEqual([])
  })

  test('同じものを見直して取り込めば、何も変わらないという記録が残り、取り消すと見直しが開く', async () => {
    const city = aCity()
    const first = await adopted(city, await begun(city))
    const before = canonicalJson(await editionOf(city, first.editionId))
    const id = await begun(city)
    const record = await adopted(city, id)
    expect(record).toMatchObject({ outcome: 'unchanged', changes: [] })
    value(await undoAdoption(app, city.code, record.id, yamada))
    expect(canonicalJson(await editionOf(city, first.editionId))).toBe(before)
    expect((await seen(city, id)).review.status).toBe('open')
  })

  test('別の市の図書は取り込めない。市の名の読み違いなら、直せば取り込める', async () => {
    const [city, wrong] = [aCity(), aCity()]
    await begun(wrong)
    const id = value(await openReview(app, wrong.code, { file: '進捗.csv', bytes: city.table() }, yamada)).id
    expect(await adoptReview(app, wrong.code, id, 1, yamada)).toMatchObject({
      problem: { code: 'municipality-name-differs' },
    })
    await edited(wrong, id, () => [{ what: 'heading', field: 'municipality', text: wrong.name }])
    expect((await adopted(wrong, id)).outcome).toBe('new')
  })

  test('途中で倒れた取り込みは、版も記録も残さず、見直しは開いたまま', async () => {
    const city = aCity()
    const id = await begun(city)
    const rows = (await seen(city, id)).rows.length
    for (const last of [1, 3, rows, rows + 2]) {
      let ids = 0
      const failing: App = {
        ...app,
        newId: () => {
          if (++ids > last) throw new Error('power cut')
          return crypto.randomUUID()
        },
      }
      await expect(adoptReview(failing, city.code, id, 1, yamada)).rejects.toThrow('power cut')
      expect(await running.store.read(city.code, (tx) => tx.editions.headings())).toEqual([])
      expect(await listAdoptions(app, city.code)).toEqual([])
      expect((await seen(city, id)).review).toMatchObject({ status: 'open', revision: 1 })
    }
  })

  test('端末から取り込んだものも取り消せる。同じものをもう一度取り込んでも、記録は増えない', async () => {
    const city = aCity()
    const path = join(folder, `${city.code}.csv`)
    const act = { by: '端末：山田', at: new Date(), newId: () => crypto.randomUUID() }
    writeFileSync(path, city.table())
    const first = value(await adoptDocument(running.store, path, city.code, act))
    expect(value(await adoptDocument(running.store, path, city.code, act))).toMatchObject({ outcome: 'unchanged' })
    const before = canonicalJson(await editionOf(city, first.editionId))
    writeFileSync(path, city.table({ replace: ['75.0%', '57.0%'] }))
    value(await adoptDocument(running.store, path, city.code, act))
    const [second, ...rest] = await listAdoptions(app, city.code, first.editionId)
    expect(rest).toHaveLength(1)
    expect(second).toMatchObject({ reviewId: null, outcome: 'updated', counts: { new: 0, changed: 1, gone: 0 } })
    value(await undoAdoption(app, city.code, second?.id ?? '', yamada))
    expect(canonicalJson(await editionOf(city, first.editionId))).toBe(before)
  })

  test('版を直すために開くと、前の見直しの図書と訂正から続き、何も変えなければ差分はない', async () => {
    const city = aCity()
    const id = await begun(city)
    await edited(city, id, (view) => [retype(farmers, 2022, '6人')(view)])
    const record = await adopted(city, id)
    const opened = value(await openReviewOfEdition(app, city.code, record.editionId, yamada))
    expect(opened.id).not.toBe(id)
    expect(await openReviewOfEdition(app, city.code, record.editionId, yamada)).toEqual({ ok: true, value: opened })
    const view = await seen(city, opened.id)
    expect(view.review).toMatchObject({ editionId: record.editionId, edits: [{ number: 1, by: yamada }] })
    expect(value(await compareReview(app, city.code, opened.id)).difference.changes).toEqual([])
    // 題を直しても、同じ版に入る。
    await edited(city, opened.id, () => [{ what: 'heading', field: 'title', text: '第2期総合戦略' }])
    const renamed = await adopted(city, opened.id)
    expect(renamed).toMatchObject({ editionId: record.editionId, outcome: 'updated' })
    expect((await editionOf(city, record.editionId)).title).toBe('第2期総合戦略')
    const before = (await seen(city, id)).draft?.plan.title
    value(await undoAdoption(app, city.code, renamed.id, yamada))
    expect((await editionOf(city, record.editionId)).title).toBe(before)
    expect(value(await compareReview(app, city.code, await begun(city))).edition?.id).toBe(record.editionId)
  })

  test('手で直した案を取り込んだ版は、版そのものから直せ、行の id は続く', async () => {
    const city = aCity()
    const draft = (await seen(city, await begun(city))).draft
    const path = join(folder, `${city.code}.json`)
    writeFileSync(path, JSON.stringify({ ...draft, plan: { ...draft?.plan, title: '手で直した計画' } }))
    const act = { by: '端末：山田', at: new Date(), newId: () => crypto.randomUUID() }
    const { editionId } = value(await adoptDocument(running.store, path, city.code, act))
    const before = await editionOf(city, editionId)
    const { id } = value(await openReviewOfEdition(app, city.code, editionId, yamada))
    expect(value(await compareReview(app, city.code, id)).difference.changes).toEqual([])
    await edited(city, id, (view) => [
      { what: 'name', entry: view.rows.find(({ name }) => name === farmers)?.key ?? '', name: '農業を始めた人' },
      retype(farmers, 2022, '6人')(view),
      retype(farmers, 2021, '2人')(view),
    ])
    const record = await adopted(city, id)
    const wanted = before.content.indicators.find(({ name }) => name === farmers)?.id
    expect(record.changes).toMatchObject([{ kind: 'indicator', change: 'changed', id: wanted }])
    value(await undoAdoption(app, city.code, record.id, yamada))
    expect(canonicalJson(await editionOf(city, editionId))).toBe(canonicalJson(before))
  })

  test('ほかの計画の題は名のれない。隣の市の取り込みは、見えず、取り消せない', async () => {
    const [city, next] = [aCity(), aCity()]
    const record = await adopted(city, await begun(city))
    const other = await begun(city, { replace: ['75.0%', '57.0%'] })
    await edited(city, other, () => [{ what: 'heading', field: 'title', text: '別の計画' }])
    const second = await adopted(city, other)
    expect(second.editionId).not.toBe(record.editionId)
    const { id } = value(await openReviewOfEdition(app, city.code, second.editionId, yamada))
    const title = (await editionOf(city, record.editionId)).title
    await edited(city, id, () => [{ what: 'heading', field: 'title', text: title }])
    const { revision } = (await seen(city, id)).review
    expect(await adoptReview(app, city.code, id, revision, yamada)).toMatchObject({
      problem: { code: 'plan-title-taken' },
    })
    await begun(next)
    expect(await viewAdoption(app, next.code, record.id)).toBeUndefined()
    expect(await listAdoptions(app, next.code)).toEqual([])
    expect(await undoAdoption(app, next.code, record.id, yamada)).toMatchObject({
      problem: { code: 'adoption-absent' },
    })
  })

  test('突合結果への答えは残り、置きかえると前の答えは監査記録に残る。取り下げられる', async () => {
    const city = aCity()
    const { editionId } = await adopted(city, await begun(city))
    const key = '9ae16a3b2f90404f'
    const answer = { key, answer: 'leave', reason: '県の数え方による' } as const
    expect(await answerFinding(app, city.code, editionId, { ...answer, reason: ' ' }, yamada)).toMatchObject({
      problem: { code: 'answer-reason-empty' },
    })
    expect(await answerFinding(app, city.code, crypto.randomUUID(), answer, yamada)).toMatchObject({
      problem: { code: 'edition-absent' },
    })
    const version = await running.store.dataVersion(city.code)
    value(await answerFinding(app, city.code, editionId, answer, yamada))
    value(await answerFinding(app, city.code, editionId, { key, answer: 'asked', reason: '' }, yamada))
    expect(await running.store.dataVersion(city.code)).toBe(version + 2)
    expect((await answersOf(app, city.code, editionId)).get(key)).toMatchObject({ answer: 'asked', by: yamada })
    const [latest] = await running.store.read(city.code, (tx) => tx.audit.latest({ limit: 1 }))
    expect(latest).toMatchObject({ act: 'finding-answered', before: { answer: 'leave', reason: '県の数え方による' } })
    expect(await withdrawAnswer(app, city.code, editionId, key, yamada)).toMatchObject({ ok: true })
    expect(await withdrawAnswer(app, city.code, editionId, key, yamada)).toMatchObject({
      problem: { code: 'answer-absent' },
    })
    expect(await answersOf(app, city.code, editionId)).toEqual(new Map())
  })
})

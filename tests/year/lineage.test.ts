import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actualFor } from '#domain/indicator/figures.ts'
import { checkDigit } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { actualsView } from '#operations/collection/actuals-view.ts'
import { reviseActual } from '#operations/collection/revise-actual.ts'
import { editRoundForm, newRoundForm, roundPreview } from '#operations/collection/view-rounds.ts'
import { editionsView } from '#operations/lineage/editions-view.ts'
import { lineageView } from '#operations/lineage/lineage-view.ts'
import { linkIndicators, unlinkIndicator } from '#operations/lineage/link-indicators.ts'
import { type NextPeriodGiven, nextPeriodForm, startNextPeriod } from '#operations/lineage/start-next-period.ts'
import { ownersView } from '#operations/people/owners.ts'
import { adoptRevision } from '#operations/revision/adopt-revision.ts'
import { shelfOver } from '#operations/shelf.ts'
import { cityView } from '#operations/view-city.ts'
import { aYear, aYearIn, type Section, type Year } from './a-year.ts'
import { actual, carried, itemsIn, responseIdOf, step } from './flow-steps.ts'
import {
  anotherPlan,
  editionOf as edition,
  nth,
  writes as plannerWrites,
  revisedTo,
  unchanged,
} from './lineage-steps.ts'
import { kindOf, ok } from './round-steps.ts'

let first: Year
let year: Year
let shop: Section
let number = 0

beforeAll(async () => {
  first = await aYear({ sections: 1, indicators: 1, open: false })
})
afterAll(() => first.app.close())

beforeEach(async () => {
  number += 1
  year = await aYearIn(first.app, { sections: 1, indicators: 3, number })
  const [one] = year.sections
  if (!one) throw new Error('a section was expected')
  shop = one
})

const editionOf = (id: string) => edition(year, id)
const revised = (editionId: string, change: (content: PlanContent) => PlanContent) => revisedTo(year, editionId, change)
const writes = <T>(work: Parameters<typeof year.app.store.write<T>>[2]) => plannerWrites(year, work)

const link = (other: Edition, n = 0, more: { person?: Person; reason?: string; one?: number } = {}) =>
  editionOf(year.editionId).then((own) =>
    linkIndicators(year.app, more.person ?? year.people.planner, year.code, {
      one: { editionId: own.id, indicatorId: nth(own, more.one ?? n).id },
      other: { editionId: other.id, indicatorId: nth(other, n).id },
      reason: more.reason ?? '同じ数を数えている',
    }),
  )

const removing =
  (n: number) =>
  (content: PlanContent): PlanContent => ({
    ...content,
    indicators: content.indicators.toSpliced(n, 1),
  })

describe('旧版といまの版', () => {
  test('開いた照会の答えは、改訂したあとのいまの版に入り、旧版は決めたときのまま残る', async () => {
    const newId = await revised(year.editionId, unchanged)
    expect((await itemsIn(year, shop)).map(({ editionId }) => editionId)).toEqual([newId, newId, newId])
    await carried(year, shop, 'accept')
    expect((await editionOf(newId)).content.indicators.map((each) => actualFor(each, 2024)?.value)).toEqual([
      '26',
      '1390',
      '104',
    ])
    expect((await editionOf(year.editionId)).content.indicators.map((each) => actualFor(each, 2024)?.value)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('改訂で載らなくなった指標の答えは、実績の版として残り、旧版には入らない', async () => {
    const gone = nth(await editionOf(year.editionId), 0)
    const newId = await revised(year.editionId, removing(0))
    await carried(year, shop, 'accept')
    const versions = await year.app.store.read(year.code, (tx) => tx.actuals.of([gone.id]))
    expect(versions.map(({ figure }) => figure.raw)).toEqual(['26'])
    expect((await editionOf(newId)).content.indicators).toHaveLength(2)
    expect(actualFor(nth(await editionOf(year.editionId), 0), 2024)).toBeUndefined()
  })

  test('旧版の実績は直せず、いまの版では直せる', async () => {
    const newId = await revised(year.editionId, unchanged)
    const revise = async (editionId: string) =>
      reviseActual(year.app, year.people.planner, year.code, {
        editionId,
        indicatorId: nth(await editionOf(editionId), 0).id,
        year: 2023,
        typed: { raw: '21' },
        reason: '数え直した',
        seen: 0,
      })
    expect(kindOf(await revise(year.editionId))).toBe('lineage.old-edition')
    ok(await revise(newId))
    expect(actualFor(nth(await editionOf(newId), 0), 2023)?.value).toBe('21')
    expect(actualFor(nth(await editionOf(year.editionId), 0), 2023)?.value).toBe('20')
    const old = await actualsView(
      year.app,
      year.people.planner,
      await editionOf(year.editionId),
      nth(await editionOf(newId), 0).id,
    )
    expect(old?.revises).toBe(false)
  })

  test('一覧・担当・照会はいまの版だけを見て、旧版は畳まれて読める', async () => {
    const newId = await revised(year.editionId, unchanged)
    const shelf = shelfOver(year.app)
    const version = await shelf.version(year.code)
    const editions = await shelf.editions(year.code, version)
    expect(editions.map(({ id }) => id)).toEqual([newId])
    const { plans } = cityView({ code: year.code, name: '市' }, editions, await shelf.headings(year.code, version))
    expect(plans.map(({ edition, old }) => [edition.id, old.map(({ id }) => id)])).toEqual([[newId, [year.editionId]]])
    const owners = ok(await ownersView(year.app, year.people.planner, year.code))
    expect(new Set(owners.lines.map(({ edition }) => edition.id))).toEqual(new Set([newId]))
    const form = ok(await newRoundForm(year.app, year.people.planner, year.code, undefined))
    expect(form.editions.map(({ id }) => id)).toEqual([newId])
  })

  test('旧版を尋ねる下書きの照会は、いまの版を尋ねるものとして開く', async () => {
    const roundId = year.app.newId()
    const [opened] = await year.app.store.read(year.code, (tx) => tx.rounds.list())
    if (!opened) throw new Error('an open round was expected')
    await writes((tx) => tx.rounds.put({ ...opened, id: roundId, status: 'draft', openedAt: null }))
    const newId = await revised(year.editionId, removing(0))
    const preview = ok(await roundPreview(year.app, year.people.planner, year.code, roundId))
    expect(preview.plan.departments.flatMap(({ items }) => items.map(({ editionId }) => editionId))).toEqual([
      newId,
      newId,
    ])
    expect(ok(await editRoundForm(year.app, year.people.planner, year.code, roundId)).given.editionIds).toEqual([newId])
  })

  test('版の一覧は、新しい順に、決めた日・会議と、勘案した国の総合戦略を言う', async () => {
    const newId = await revised(year.editionId, unchanged)
    const view = ok(await editionsView(year.app, year.code, year.editionId))
    expect(view.lines.map(({ edition, superseded }) => [edition.id, superseded])).toEqual([
      [newId, false],
      [year.editionId, true],
    ])
    expect(view.lines[0]?.edition.history).toMatchObject({ number: 2, decidedOn: '2026-03-25', decidedBy: '推進本部' })
    expect(view.lines[1]?.edition.history?.supersededOn).toBe('2026-03-25')
    expect(view.frame?.code).toBe('digital-garden-city')
    expect(kindOf(await editionsView(year.app, first.code, newId))).toBe('lineage.edition-absent')
  })
})

describe('一つの指標が二つの計画に載る', () => {
  test('名と単位と担当の合う指標が案に出る', async () => {
    const other = await anotherPlan(year)
    const edition = await editionOf(year.editionId)
    const view = ok(
      await lineageView(year.app, year.people.planner, year.code, {
        editionId: edition.id,
        indicatorId: nth(edition, 1).id,
      }),
    )
    expect(view.candidates[0]).toMatchObject({
      edition: { id: other.id },
      indicator: { id: nth(other, 1).id },
      grounds: ['name', 'unit', 'owner'],
    })
  })

  test('一度の入力が、どちらの計画にも入り、実績の版は一つだけ立つ', async () => {
    const other = await anotherPlan(year)
    ok(await link(other))
    await carried(year, shop, 'accept')
    const [own, theirs] = [nth(await editionOf(year.editionId), 0), nth(await editionOf(other.id), 0)]
    expect(actualFor(own, 2024)?.value).toBe('26')
    expect(actualFor(theirs, 2024)?.value).toBe('26')
    expect(actualFor(theirs, 2024)?.version).toEqual({ number: 1, kind: 'final' })
    const versions = await year.app.store.read(year.code, (tx) => tx.actuals.of([own.id, theirs.id]))
    expect(versions).toHaveLength(1)
    // つないでいない指標は、もう一つの計画に入らない。
    expect(actualFor(nth(await editionOf(other.id), 1), 2024)).toBeUndefined()
    const history = await actualsView(year.app, year.people.planner, await editionOf(other.id), theirs.id)
    expect(history?.years.find((each) => each.year === 2024)?.versions).toHaveLength(1)
  })

  test('遡及修正も、どちらの計画からでも、どちらにも入る', async () => {
    const other = await anotherPlan(year)
    ok(await link(other))
    await carried(year, shop, 'accept')
    const theirs = nth(other, 0)
    ok(
      await reviseActual(year.app, year.people.planner, year.code, {
        editionId: other.id,
        indicatorId: theirs.id,
        year: 2024,
        typed: { raw: '27' },
        reason: '二重に数えていた',
        seen: 1,
      }),
    )
    expect(actualFor(nth(await editionOf(year.editionId), 0), 2024)).toMatchObject({
      value: '27',
      version: { number: 2, kind: 'revised' },
    })
    expect(actualFor(nth(await editionOf(other.id), 0), 2024)?.value).toBe('27')
  })

  test('計画の期間の外の年度の値は、その計画に入らない', async () => {
    const other = await anotherPlan(year)
    ok(await link(other))
    const asked = { editionId: other.id, indicatorId: nth(other, 0).id, typed: { raw: '31' }, reason: '訂正', seen: 0 }
    const edition = await editionOf(year.editionId)
    ok(await reviseActual(year.app, year.people.planner, year.code, { ...asked, year: 2029 }))
    expect(actualFor(nth(await editionOf(other.id), 0), 2029)?.value).toBe('31')
    const reaches = edition.lastYear === null || edition.lastYear >= 2029
    expect(actualFor(nth(await editionOf(edition.id), 0), 2029)?.value).toBe(reaches ? '31' : undefined)
    expect(edition.lastYear).toBe(2024)
  })

  test('二つの計画を尋ねる照会でも、つないだ指標は一度だけ尋ねる', async () => {
    const other = await anotherPlan(year)
    ok(await link(other))
    const roundId = year.app.newId()
    const [opened] = await year.app.store.read(year.code, (tx) => tx.rounds.list())
    if (!opened) throw new Error('an open round was expected')
    const editionIds = [year.editionId, other.id]
    await writes((tx) => tx.rounds.put({ ...opened, id: roundId, editionIds, status: 'draft', openedAt: null }))
    const { plan } = ok(await roundPreview(year.app, year.people.planner, year.code, roundId))
    const asked = [...plan.departments.flatMap(({ items }) => items), ...plan.ownerless].map(
      ({ subjectId }) => subjectId,
    )
    expect(asked).toContain(nth(await editionOf(year.editionId), 0).id)
    expect(asked).not.toContain(nth(other, 0).id)
    expect(asked).toContain(nth(other, 1).id)
  })

  test('単位の違う指標、同じ計画の指標、わけのないもの、役の違う人、もうつながっているものは断る', async () => {
    const other = await anotherPlan(year)
    // 件と人は直せない。
    expect(kindOf(await link(other, 1, { one: 0 }))).toBe('lineage.units-differ')
    expect(kindOf(await link(await editionOf(year.editionId), 1, { one: 0 }))).toBe('lineage.same-plan')
    expect(kindOf(await link(other, 0, { reason: '  ' }))).toBe('lineage.no-reason')
    for (const person of [shop.clerk, shop.head, year.people.executive, year.people.reviewer, year.people.auditor])
      expect(kindOf(await link(other, 0, { person, reason: '' }))).toBe('not-permitted')
    ok(await link(other))
    expect(kindOf(await link(other))).toBe('lineage.linked-already')
  })

  test('外すと、これからの実績は計画ごとになり、入った値は変わらない', async () => {
    const other = await anotherPlan(year)
    ok(await link(other))
    await carried(year, shop, 'accept')
    const id = nth(other, 0).id
    expect(kindOf(await unlinkIndicator(year.app, shop.clerk, year.code, id, ''))).toBe('not-permitted')
    ok(await unlinkIndicator(year.app, year.people.planner, year.code, id, '数え方が違った'))
    expect(kindOf(await unlinkIndicator(year.app, year.people.planner, year.code, id, 'もう一度'))).toBe(
      'lineage.link-absent',
    )
    ok(await step(year, year.people.planner, responseIdOf(shop), 'return-by-planner', { reason: '直して' }))
    await carried(year, shop, 'accept', [actual('28')])
    expect(actualFor(nth(await editionOf(year.editionId), 0), 2024)?.value).toBe('28')
    expect(actualFor(nth(await editionOf(other.id), 0), 2024)?.value).toBe('26')
  })

  test('ほかの市の指標にはつなげない', async () => {
    const there = await first.app.store.read(first.code, (tx) => tx.editions.get(first.editionId))
    if (!there) throw new Error('no edition')
    expect(kindOf(await link(there))).toBe('lineage.indicator-absent')
    expect(checkDigit('15250')).toBe(first.code.slice(-1))
  })
})

describe('次の期を始める', () => {
  const given = (more: Partial<NextPeriodGiven> = {}): NextPeriodGiven => ({
    title: '第3期総合戦略',
    firstYear: 2025,
    lastYear: 2029,
    frame: 'strategy-2025',
    purpose: '人口の見通しが変わった',
    dropped: [],
    reason: '',
    ...more,
  })
  const start = (more: Partial<NextPeriodGiven> = {}, person: Person = year.people.planner) =>
    startNextPeriod(year.app, person, year.code, year.editionId, given(more))

  test('続けるものは id のまま、基準値は前の期の終わりの実績、目標は空で、決めると新しい計画になる', async () => {
    const base = await editionOf(year.editionId)
    const dropped = nth(base, 2)
    const revision = ok(await start({ dropped: [dropped.id], reason: '役目を終えた' }))
    // 案のあいだに R6 の実績が入れば、基準値はその値になる。
    await carried(year, shop, 'accept')
    const adopted = ok(
      await adoptRevision(year.app, year.people.planner, year.code, revision.id, {
        decidedOn: '2025-03-20',
        decidedBy: '市議会',
        seen: revision.revision,
        confirmed: true,
      }),
    )
    if (adopted.kind !== 'adopted') throw new Error('the draft was expected to be adopted')
    const next = await editionOf(adopted.editionId)
    expect(next).toMatchObject({ title: '第3期総合戦略', firstYear: 2025, lastYear: 2029 })
    expect(next.history).toMatchObject({ number: 1, basedOn: base.id, frame: 'strategy-2025', decidedBy: '市議会' })
    expect(next.history?.planId).not.toBe(base.history?.planId)
    expect(
      next.content.indicators.map(({ id, baseline, targets, actuals }) => [
        id,
        baseline?.value,
        baseline?.year,
        targets,
        actuals,
      ]),
    ).toEqual([
      [nth(base, 0).id, '26', 2024, [], []],
      [nth(base, 1).id, '1390', 2024, [], []],
    ])
    expect((await editionOf(base.id)).history?.supersededBy).toBeNull()
    const view = ok(await editionsView(year.app, year.code, base.id))
    expect(view.relatives.map(({ relation, edition }) => [relation, edition.id])).toEqual([['later', next.id]])
    const trail = ok(
      await lineageView(year.app, year.people.planner, year.code, { editionId: next.id, indicatorId: nth(base, 0).id }),
    )
    expect(trail.trail.map(({ edition, here }) => [edition.id, here])).toEqual([
      [base.id, false],
      [next.id, true],
    ])
    // 前の期の終わりの年度は、次の期の計画の表には入らない。
    expect(actualFor(nth(next, 0), 2024)).toBeUndefined()
  })

  test('頁は、次の題・期間・国の総合戦略と、基準値を入れて待つ', async () => {
    const form = ok(await nextPeriodForm(year.app, year.people.planner, year.code, year.editionId))
    expect(form.suggested).toMatchObject({ firstYear: 2025, frame: 'strategy-2025' })
    expect([...form.baselines.values()].map(({ figure }) => [figure?.year, figure?.value])).toEqual([
      [2023, '20'],
      [2023, '1340'],
      [2023, '99'],
    ])
    expect(form.open).toBeNull()
    ok(await start())
    expect(ok(await nextPeriodForm(year.app, year.people.planner, year.code, year.editionId)).open?.title).toBe(
      '第3期総合戦略',
    )
  })

  test('題・期間・国の総合戦略の誤り、二つ目の案、何も続けないことは、わけを言って断る', async () => {
    const base = await editionOf(year.editionId)
    expect(kindOf(await start({ title: ' ' }))).toBe('lineage.title-missing')
    expect(kindOf(await start({ title: base.title }))).toBe('lineage.title-taken')
    expect(kindOf(await start({ firstYear: 2030, lastYear: 2029 }))).toBe('lineage.years-wrong')
    expect(kindOf(await start({ firstYear: null }))).toBe('lineage.years-wrong')
    expect(kindOf(await start({ frame: 'ない代' }))).toBe('lineage.frame-unknown')
    const all = [...base.content.nodes, ...base.content.indicators, ...base.content.projects].map(({ id }) => id)
    expect(kindOf(await start({ dropped: all }))).toBe('lineage.nothing-kept')
    for (const person of [shop.clerk, shop.head, year.people.executive, year.people.auditor])
      expect(kindOf(await start({ title: '' }, person))).toBe('not-permitted')
    ok(await start())
    expect(kindOf(await start({ title: '別の題' }))).toBe('lineage.next-open')
  })

  test('旧版からは始められない', async () => {
    await revised(year.editionId, unchanged)
    expect(kindOf(await start())).toBe('lineage.old-edition')
  })
})

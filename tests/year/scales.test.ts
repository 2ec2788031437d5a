import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daisenPolicies, directionPresets } from '#domain/evaluation/presets/policies.ts'
import { presetNamed } from '#domain/evaluation/presets/scale-presets.ts'
import { givenPolicies } from '#domain/evaluation/read-policies.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { scaleFor } from '#domain/evaluation/scale-in-force.ts'
import { previewScales } from '#domain/evaluation/scale-preview.ts'
import type { Person } from '#domain/people/person.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { evaluate } from '#operations/evaluation/evaluate.ts'
import { closeEvaluationYear, openEvaluationYear } from '#operations/evaluation/evaluation-years.ts'
import { gradedPlanOf } from '#operations/evaluation/graded-plan-of.ts'
import { changePolicies } from '#operations/evaluation/policies.ts'
import { placeScale, removeScale, type ScaleAsked, scalesView } from '#operations/evaluation/scales.ts'
import { aYear, type Year } from './a-year.ts'

let year: Year

const presetScale = (id: string): Scale => {
  const preset = presetNamed(id)
  if (!preset) throw new Error(`no preset "${id}"`)
  return preset.scale
}

const kindOf = (result: Result<unknown>): string => (result.ok ? '' : result.problem.kind)

const ok = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

const place = (asked: Partial<ScaleAsked> = {}, person: Person = year.people.planner) =>
  placeScale(year.app, person, year.code, year.editionId, {
    subject: 'indicator',
    fromYear: 2020,
    scale: presetScale('manifesto-2019'),
    revision: 0,
    ...asked,
  })

const view = async () => ok(await scalesView(year.app, year.people.planner, year.code, year.editionId))

const standing = async (of: number) =>
  year.app.store.read(year.code, async (tx) => {
    const edition = await tx.editions.get(year.editionId)
    if (!edition) throw new Error('no edition')
    const { subjects } = await gradedPlanOf(tx, edition, of)
    return edition.content.indicators.map(({ id }) => subjects.get(id)?.standing?.code)
  })

describe('評価区分', () => {
  beforeAll(async () => {
    year = await aYear({ sections: 2, indicators: 4, open: false })
  })
  afterAll(() => year.app.close())

  test('置けるのは企画課だけ。ほかの役は、欄が空でも断られる', async () => {
    const { planner: _, reviewer, ...readers } = year.people
    const [section] = year.sections
    const others = [...Object.values(readers), reviewer, section?.clerk, section?.head].filter(
      (each) => each !== undefined,
    )
    expect(others.length).toBeGreaterThan(4)
    for (const person of others) {
      expect(kindOf(await place({ fromYear: 0 }, person)), person.name).toBe('not-permitted')
      const removed = await removeScale(year.app, person, year.code, 'x', { subject: 'node', fromYear: 0, revision: 0 })
      expect(kindOf(removed)).toBe('not-permitted')
      const policies = { policies: [], directions: '' }
      expect(kindOf(await changePolicies(year.app, person, year.code, 'x', policies, 0))).toBe('not-permitted')
    }
    expect(kindOf(await scalesView(year.app, reviewer, year.code, year.editionId))).toBe('not-permitted')
    expect(kindOf(await place({}, year.people.planner))).toBe('')
  })

  test('ない計画・読めない年度・直すところのある区分は、何も書かずに言う', async () => {
    const { planner } = year.people
    const asked: ScaleAsked = { subject: 'node', fromYear: 2020, scale: presetScale('ueda'), revision: 0 }
    const elsewhere = await placeScale(year.app, planner, year.code, year.app.newId(), asked)
    expect(kindOf(elsewhere)).toBe('scales.plan-absent')
    expect(kindOf(await place({ fromYear: 25 }))).toBe('scales.year-odd')
    const empty = ok(await place({ subject: 'node', scale: { ...presetScale('ueda'), grades: [] } }))
    expect(empty).toMatchObject({ troubles: [{ code: 'scales.problem-no-grades' }] })
    expect((await view()).scales).toHaveLength(1)
  })

  test('古い版数で置くと断り、いまの区分を返す。二人が同時に置いても、あとの人が知る', async () => {
    const stale = ok(await place({ scale: presetScale('nagano') }))
    expect(stale).toMatchObject({ meanwhile: { revision: 1, scale: { id: 'manifesto-2019' } } })
    const both = await Promise.all(
      ['nagano', 'fuji'].map((id) => place({ subject: 'project', scale: presetScale(id), revision: 0 })),
    )
    expect(both.map((each) => Object.keys(ok(each))[0]).toSorted()).toEqual(['meanwhile', 'placed'])
    const gone = await removeScale(year.app, year.people.planner, year.code, year.editionId, {
      subject: 'project',
      fromYear: 2020,
      revision: 9,
    })
    expect(kindOf(gone)).toBe('scales.changed-meanwhile')
  })

  test('評価した年度の区分は変えられず、次の年度から置いても、前の年度の区分は同じまま', async () => {
    const { planner } = year.people
    ok(await openEvaluationYear(year.app, planner, year.code, { editionId: year.editionId, year: 2022 }))
    // 開いただけで、まだ評価がなければ、直せる。
    const again = ok(await place({ scale: { ...presetScale('manifesto-2019'), name: '四段階' }, revision: 1 }))
    expect(again).toMatchObject({ placed: { revision: 2, scale: { name: '四段階' } } })
    const before = await standing(2022)
    expect(new Set(before).size).toBeGreaterThan(1)
    const { edition } = await view()
    const [first] = edition.content.indicators
    const row = {
      subject: { kind: 'indicator', id: first?.id ?? '' },
      grade: 'D',
      reason: '前提が変わった',
      direction: null,
      revision: 0,
    } as const
    ok(
      await evaluate(year.app, planner, year.code, {
        editionId: year.editionId,
        year: 2022,
        stage: 'office',
        rows: [row],
      }),
    )
    const refusedNow = await place({ scale: presetScale('nagano'), revision: 2 })
    expect(refusedNow.ok ? '' : problemInWords(refusedNow.problem)).toBe(
      'R4年度はもうこの区分で評価しているので、変えられません。R5年度から置いてください。',
    )
    // 間に割りこむ年度も、評価した年度にかかるので断る。取り去るのも同じ。
    expect(kindOf(await place({ fromYear: 2021, scale: presetScale('nagano') }))).toBe('scales.year-graded')
    const gone = await removeScale(year.app, planner, year.code, year.editionId, {
      subject: 'indicator',
      fromYear: 2020,
      revision: 2,
    })
    expect(kindOf(gone)).toBe('scales.year-graded')
    ok(await closeEvaluationYear(year.app, planner, year.code, { editionId: year.editionId, year: 2022 }))
    const closed = await standing(2022)
    ok(await place({ fromYear: 2023, scale: presetScale('nagano') }))
    const { scales } = await view()
    expect([2021, 2022, 2023, 2024].map((each) => scaleFor(scales, 'indicator', each)?.name)).toEqual([
      '四段階',
      '四段階',
      '順調・概ね順調・努力を要する',
      '順調・概ね順調・努力を要する',
    ])
    expect(await standing(2022)).toEqual(closed)
    expect(closed).toEqual(['D', ...before.slice(1)])
    expect((await standing(2023)).every((code) => code !== undefined && !'ABCD'.includes(code))).toBe(true)
  })

  test('試しの数は、置いたときの数と同じ', async () => {
    const { edition, scales } = await view()
    const scale = scaleFor(scales, 'indicator', 2023)
    const [preview] = scale ? previewScales(edition, 2023, [scale]) : []
    const found = await standing(2023)
    expect(preview?.counts.map(({ code, count }) => [code, count])).toEqual(
      scale?.grades.map(({ code }) => [code, found.filter((each) => each === code).length]),
    )
  })

  test('見直しの決まりと方向性は、版数を見て変え、監査記録に前と後が残る', async () => {
    const { planner } = year.people
    const [ako] = directionPresets
    const given = { ...givenPolicies([], { policies: daisenPolicies, directions: ako?.directions ?? [] }) }
    const changed = ok(await changePolicies(year.app, planner, year.code, year.editionId, given, 0))
    expect(changed).toMatchObject({ changed: { revision: 1, policies: daisenPolicies } })
    const stale = ok(
      await changePolicies(year.app, planner, year.code, year.editionId, { policies: [], directions: '' }, 0),
    )
    expect(stale).toMatchObject({ meanwhile: { revision: 1 } })
    const twice = { policies: [], directions: '拡充\n拡充' }
    expect(ok(await changePolicies(year.app, planner, year.code, year.editionId, twice, 1))).toMatchObject({
      troubles: [{ code: 'scales.direction-twice' }],
    })
    const { policies } = await view()
    expect(policies.directions.map(({ label }) => label)).toEqual(ako?.directions.map(({ label }) => label))
    const entries = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 500 }))
    const acts = entries.map(({ act }) => act).filter((act) => act.startsWith('scale-') || act.startsWith('policies-'))
    expect(acts.filter((act) => act === 'policies-changed')).toHaveLength(1)
    expect(acts.filter((act) => act === 'scale-placed')).toHaveLength(4)
  })

  test('取り去ると、前の区分が働く', async () => {
    ok(
      await removeScale(year.app, year.people.planner, year.code, year.editionId, {
        subject: 'indicator',
        fromYear: 2023,
        revision: 1,
      }),
    )
    const { scales } = await view()
    expect(scaleFor(scales, 'indicator', 2024)?.name).toBe('四段階')
    const gone = await removeScale(year.app, year.people.planner, year.code, year.editionId, {
      subject: 'indicator',
      fromYear: 2030,
      revision: 1,
    })
    expect(kindOf(gone)).toBe('scales.absent')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPlacedScale, aScale } from '#domain/evaluation/a-graded-edition.ts'
import type { EvaluationStage } from '#domain/evaluation/evaluation.ts'
import { usesPoints } from '#domain/evaluation/points.ts'
import { scalePresets } from '#domain/evaluation/presets/scale-presets.ts'
import type { Person } from '#domain/people/person.ts'
import { acceptMechanical, type EvaluationTyped, evaluate } from '#operations/evaluation/evaluate.ts'
import {
  closeEvaluationYear,
  openEvaluationYear,
  reopenEvaluationYear,
} from '#operations/evaluation/evaluation-years.ts'
import { gradedPlanOf } from '#operations/evaluation/graded-plan-of.ts'
import { standingHistory } from '#operations/evaluation/standing-history.ts'
import { evaluationView } from '#operations/evaluation/view-evaluation.ts'
import { gradesView } from '#operations/evaluation/view-grades.ts'
import { aYear, aYearIn, day, type Year } from './a-year.ts'

const of = 2023
const anotherYear = 2022

let year: Year
let other: Year
beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 4 })
  other = await aYearIn(year.app, { sections: 1, indicators: 2, number: 1 })
})
afterAll(() => year?.app.close())

const edition = async ({ app, code, editionId } = year) => {
  const found = await app.store.read(code, (tx) => tx.editions.get(editionId))
  if (!found) throw new Error('the plan was not found')
  return found
}
const graded = async (y = of) => {
  const plan = await edition()
  return year.app.store.read(year.code, (tx) => gradedPlanOf(tx, plan, y))
}
const standing = async (id: string, y = of) => (await graded(y)).subjects.get(id)?.standing

/** 課 `n` の、`at` 番目の指標の id。 */
const indicatorOf = async (n: number, at: number): Promise<string> => {
  const { content } = await edition()
  const name = year.sections[n]?.name ?? ''
  return content.indicators.filter(({ departments }) => departments.includes(name))[at]?.id ?? ''
}
const section = (n: number) => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}
const row = (id: string, more: Partial<EvaluationTyped> = {}): EvaluationTyped => ({
  subject: { kind: 'indicator', id },
  grade: null,
  reason: '',
  direction: null,
  revision: 0,
  ...more,
})
const write = (person: Person, stage: EvaluationStage, ...rows: readonly EvaluationTyped[]) =>
  evaluate(year.app, person, year.code, { editionId: year.editionId, year: of, stage, rows })
const asked = (more: object = {}) => ({ editionId: year.editionId, year: of, ...more })
const placeScale = (city: Year, fromYear = 2020, scale = aScale) =>
  city.app.store.write(city.code, { by: '準備', at: city.app.now(), newId: city.app.newId }, (tx) =>
    tx.scales.put({ ...aPlacedScale(), editionId: city.editionId, fromYear, scale }),
  )

describe('評価の年を始める', () => {
  test('評価区分がなければ、置くように言う', async () => {
    const opened = await openEvaluationYear(year.app, year.people.planner, year.code, asked())
    expect(opened).toMatchObject({ ok: false, problem: { code: 'grades.no-scale' } })
  })

  test('企画課だけが始められる。二度押しても一つ', async () => {
    await placeScale(year)
    for (const person of [section(0).clerk, section(0).head, year.people.executive, year.people.reviewer])
      expect(await openEvaluationYear(year.app, person, year.code, asked())).toMatchObject({
        ok: false,
        problem: { code: 'not-permitted' },
      })
    expect(
      await openEvaluationYear(year.app, other.sections[0]?.clerk ?? section(0).clerk, year.code, asked()),
    ).toMatchObject({
      ok: false,
    })
    for (const _ of [1, 2])
      expect(await openEvaluationYear(year.app, year.people.planner, year.code, asked())).toMatchObject({
        ok: true,
        value: { status: 'open', revision: 1 },
      })
  })

  test('始めていない年度には書けない', async () => {
    const id = await indicatorOf(0, 0)
    const done = await evaluate(year.app, section(0).clerk, year.code, {
      ...asked({ year: anotherYear }),
      year: anotherYear,
      stage: 'self',
      rows: [row(id, { grade: 'A' })],
    })
    expect(done).toMatchObject({ ok: false, problem: { code: 'grades.not-opened' } })
  })
})

describe('段を追って評価する', () => {
  test('担当者は自分の課のものだけ。理由のない違えは断られ、ほかの行は書ける', async () => {
    const [first, second, others] = [await indicatorOf(0, 0), await indicatorOf(0, 1), await indicatorOf(1, 0)]
    // 起業件数 20件÷30件＝66.7％ → D、来場者数 1,340÷1,500＝89.3％ → C。
    const done = await write(
      section(0).clerk,
      'self',
      row(first, { grade: 'C' }),
      row(second, { grade: 'C' }),
      row(others, { grade: 'A', reason: '理由' }),
    )
    expect(done).toMatchObject({ ok: true, value: { written: 1 } })
    expect(done.ok && done.value.refused.map(({ problem }) => problem.code)).toEqual([
      'grades.needs-reason',
      'grades.other-department',
    ])
    expect(await standing(first)).toEqual({ code: 'D', label: '遅れ', from: 'mechanical' })
    expect(await standing(second)).toEqual({ code: 'C', label: 'やや遅れ', from: 'self' })
  })

  test('段の役でない人は、その段では書けない', async () => {
    const id = await indicatorOf(0, 0)
    const cases: readonly (readonly [Person, EvaluationStage])[] = [
      [section(0).clerk, 'head'],
      [section(0).head, 'office'],
      [section(0).clerk, 'headquarters'],
      [year.people.executive, 'office'],
      [year.people.reviewer, 'committee'],
      [year.people.auditor, 'self'],
    ]
    for (const [person, stage] of cases)
      expect(await write(person, stage, row(id, { grade: 'D' })), `${person.name} ${stage}`).toMatchObject({
        ok: false,
        problem: { code: 'not-permitted' },
      })
  })

  test('課長、企画課、本部と進むと、あとの段の区分が立つ。前の段は残る', async () => {
    const id = await indicatorOf(0, 0)
    await write(section(0).clerk, 'self', row(id, { grade: 'C', reason: '制度の開始が遅れたため' }))
    // 課長は、担当者と同じ区分なら理由を繰り返さなくてよい。
    expect(await write(section(0).head, 'head', row(id, { grade: 'C' }))).toMatchObject({ value: { written: 1 } })
    expect(await standing(id)).toMatchObject({ code: 'C', from: 'head' })
    await write(year.people.planner, 'office', row(id, { grade: 'D' }))
    expect(await standing(id)).toMatchObject({ code: 'D', from: 'office' })
    await write(year.people.executive, 'headquarters', row(id, { grade: 'B', reason: '次年度に回復する' }))
    expect(await standing(id)).toMatchObject({ code: 'B', from: 'headquarters' })
    expect((await graded()).subjects.get(id)?.evaluations.map(({ stage, grade }) => `${stage} ${grade}`)).toEqual([
      'self C',
      'head C',
      'office D',
      'headquarters B',
    ])
  })

  test('節（施策・目標）は、下の指標を持つ課が評価できる', async () => {
    await year.app.store.write(year.code, { by: '準備', at: year.app.now(), newId: year.app.newId }, async (tx) => {
      await tx.scales.put({
        ...aPlacedScale(),
        editionId: year.editionId,
        subject: 'node',
        fromYear: 2020,
        scale: aScale,
      })
      await tx.organisation.add({
        id: unrelated,
        name: '会計課',
        parentId: year.divisionId,
        ordinal: 9,
        phone: null,
        validFrom: day,
        validTo: null,
      })
    })
    const [node] = (await edition()).content.nodes
    const typed = { ...row(node?.id ?? '', { grade: 'A' }), subject: { kind: 'node' as const, id: node?.id ?? '' } }
    const stranger: Person = { ...section(0).clerk, grants: [{ role: 'editor', departments: [unrelated] }] }
    expect(await write(stranger, 'self', typed)).toMatchObject({
      value: { written: 0, refused: [{ problem: { code: 'grades.other-department' } }] },
    })
    expect(await write(section(1).clerk, 'self', typed)).toMatchObject({ value: { written: 1 } })
    expect(await standing(node?.id ?? '')).toMatchObject({ code: 'A', from: 'self' })
  })
  const unrelated = '11111111-1111-4111-8111-111111111111'

  test('点数で決める区分では、観点の選びから区分が決まり、違えるには理由が要る（相生市）', async () => {
    const scale = scalePresets.map((preset) => preset.scale).find(usesPoints)
    if (!scale?.points) throw new Error('a preset by points was expected')
    const act = { by: '準備', at: year.app.now(), newId: year.app.newId }
    const { editionId } = year
    await year.app.store.write(year.code, act, (tx) =>
      tx.scales.put({ editionId, subject: 'node', fromYear: 2020, scale }),
    )
    const id = (await edition()).content.nodes[0]?.id ?? ''
    const best = Object.fromEntries(scale.points.map(({ code, choices }) => [code, choices[0]?.code ?? '']))
    const subject = { kind: 'node' as const, id }
    const typed = { ...row(id), subject, points: best }
    expect(await write(year.people.planner, 'office', typed)).toMatchObject({ value: { written: 1 } })
    const first = scale.grades[0]?.code ?? ''
    expect(await standing(id)).toMatchObject({ code: first, from: 'office' })
    const worse = { ...typed, grade: scale.grades.at(-1)?.code ?? '', revision: 1 }
    expect(await write(year.people.planner, 'office', worse)).toMatchObject({
      value: { refused: [{ problem: { code: 'grades.needs-reason' } }] },
    })
  })

  test('その年度の区分にない符号と、計画にないものは断られる', async () => {
    const id = await indicatorOf(0, 2)
    const nowhere = '22222222-2222-4222-8222-222222222222'
    const done = await write(year.people.planner, 'office', row(id, { grade: 'S' }), row(nowhere, { grade: 'A' }))
    expect(done.ok && done.value.refused.map(({ problem }) => problem.code)).toEqual([
      'grades.not-in-scale',
      'grades.no-subject',
    ])
  })
})

describe('同時に書く', () => {
  test('古い版数で書くと断られ、いまの評価と打ったものが両方返る', async () => {
    const id = await indicatorOf(1, 0)
    await write(section(1).clerk, 'self', row(id, { grade: 'A', reason: '先' }))
    const late = row(id, { grade: 'B', reason: '後' })
    const done = await write(section(1).clerk, 'self', late)
    expect(done).toMatchObject({
      ok: true,
      value: {
        written: 0,
        refused: [
          {
            typed: { grade: 'B', reason: '後' },
            now: { grade: 'A', reason: '先', revision: 1 },
            problem: { code: 'grades.written-meanwhile' },
          },
        ],
      },
    })
    expect(await write(section(1).clerk, 'self', { ...late, revision: 1 })).toMatchObject({ value: { written: 1 } })
    expect(await standing(id)).toMatchObject({ code: 'B' })
  })

  test('変わっていない行は書かない（監査記録も増えない）', async () => {
    const id = await indicatorOf(1, 0)
    const before = await entries()
    expect(await write(section(1).clerk, 'self', row(id, { grade: 'B', reason: '後', revision: 9 }))).toMatchObject({
      value: { written: 0, refused: [] },
    })
    expect(await entries()).toBe(before)
  })
})

const entries = async () => (await year.app.store.read(year.code, (tx) => tx.audit.count({}))).all

test('機械の判定のとおりに残りをまとめる。人の違えたものは残り、監査記録は一件', async () => {
  const before = await entries()
  expect(await acceptMechanical(year.app, section(0).head, year.code, asked())).toMatchObject({
    problem: { code: 'not-permitted' },
  })
  const done = await acceptMechanical(year.app, year.people.planner, year.code, asked())
  // 8 指標のうち、本部まで進んだものと、担当課が機械と違う区分を付けたものの 2 つが残る。
  expect(done).toEqual({ ok: true, value: { written: 6 } })
  expect(await entries()).toBe(before + 1)
  const [last] = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 1 }))
  expect(last).toMatchObject({
    act: 'evaluations-as-computed',
    after: { stage: 'office', evaluations: Array(6).fill(expect.anything()) },
  })
  expect(await standing(await indicatorOf(1, 0))).toMatchObject({ code: 'B', from: 'self' })
  expect(await acceptMechanical(year.app, year.people.planner, year.code, asked())).toEqual({
    ok: true,
    value: { written: 0 },
  })
})

test('空いた行は、前の段のとおりにうめて保存できる', async () => {
  const [first, second] = [await indicatorOf(1, 0), await indicatorOf(1, 1)]
  const done = await evaluate(year.app, section(1).head, year.code, {
    ...asked(),
    editionId: year.editionId,
    year: of,
    stage: 'head',
    rows: [row(first), row(second)],
    fill: true,
  })
  expect(done).toMatchObject({ value: { written: 2, refused: [] } })
  const its = (await graded()).subjects.get(first)?.evaluations.find(({ stage }) => stage === 'head')
  expect(its?.grade).toBe('B')
})

describe('頁の見せるもの', () => {
  test('担当者には自分の課のものだけが、まず並ぶ。数は計画の全体', async () => {
    const view = await gradesView(year.app, section(0).clerk, await edition())
    expect(view).toMatchObject({ year: of, stage: 'self', shown: { rows: 4, of: 8 }, whole: { total: 8 } })
    expect(view.groups.flatMap(({ rows }) => rows.map(({ editable }) => editable))).toEqual([true, true, true, true])
    const all = await gradesView(year.app, section(0).clerk, await edition(), { department: 'all' })
    expect(all.groups.flatMap(({ rows }) => rows.filter(({ editable }) => !editable))).toHaveLength(4)
  })

  test('「機械と人が違う」で絞れる', async () => {
    const view = await gradesView(year.app, year.people.planner, await edition(), { only: 'differs' })
    expect(view.shown.rows).toBe(2)
    expect(view).toMatchObject({ stage: 'office', stages: ['self', 'office', 'headquarters', 'committee'] })
  })

  test('評価調書は、段の並びと、見るだけの人に書く欄のないこと', async () => {
    const id = await indicatorOf(0, 0)
    const seen = await evaluationView(year.app, year.people.auditor, await edition(), 'indicator', id, {})
    expect(seen).toMatchObject({ ok: true, value: { stage: null, graded: { standing: { code: 'B' } } } })
    expect(seen.ok && seen.value.graded.evaluations).toHaveLength(4)
    expect(await evaluationView(year.app, year.people.reviewer, await edition(), 'indicator', id, {})).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    expect(await evaluationView(year.app, year.people.planner, await edition(), 'indicator', 'x', {})).toMatchObject({
      problem: { code: 'grades.subject-absent' },
    })
  })
})

describe('確定する', () => {
  test('ほかの人が先に動かしていたら断られ、書けない人も断られる', async () => {
    expect(await closeEvaluationYear(year.app, year.people.executive, year.code, asked())).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    expect(
      await closeEvaluationYear(year.app, year.people.planner, year.code, {
        ...asked(),
        editionId: year.editionId,
        year: of,
        revision: 9,
      }),
    ).toMatchObject({
      problem: { code: 'grades.year-moved' },
    })
  })

  test('確定すると書けず、区分は、あとで評価区分を替えても変わらない', async () => {
    const before = [...(await graded()).subjects].map(([id, each]) => [id, each.standing])
    expect(await closeEvaluationYear(year.app, year.people.planner, year.code, asked())).toMatchObject({
      ok: true,
      value: { status: 'closed' },
    })
    const id = await indicatorOf(0, 0)
    expect(await write(year.people.planner, 'office', row(id, { grade: 'A', reason: '違う' }))).toMatchObject({
      problem: { code: 'grades.year-closed' },
    })
    const renamed = { ...aScale, grades: aScale.grades.map((grade) => ({ ...grade, label: `新しい${grade.label}` })) }
    await placeScale(year, 2024, renamed)
    await placeScale(year, 2020, renamed)
    expect([...(await graded()).subjects].map(([key, each]) => [key, each.standing])).toEqual(before)
  })

  test('開け直すには、わけが要る。開け直すと、いまの区分になる', async () => {
    expect(
      await reopenEvaluationYear(year.app, year.people.planner, year.code, {
        ...asked(),
        editionId: year.editionId,
        year: of,
        reason: ' ',
      }),
    ).toMatchObject({
      problem: { code: 'grades.reopen-needs-reason' },
    })
    const reason = '議会の指摘で実績を直すため'
    expect(
      await reopenEvaluationYear(year.app, year.people.planner, year.code, {
        ...asked(),
        editionId: year.editionId,
        year: of,
        reason,
      }),
    ).toMatchObject({
      value: { status: 'open', settled: null },
    })
    const [last] = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 1 }))
    expect(last).toMatchObject({ act: 'evaluation-year-reopened', after: { reason } })
    expect((await standing(await indicatorOf(1, 2)))?.label).toMatch(/^新しい/)
  })

  test('年度ごとの区分の並び', async () => {
    const plan = await edition()
    const id = await indicatorOf(0, 0)
    const found = await year.app.store.read(year.code, (tx) => standingHistory(tx, plan, id))
    expect(found).toMatchObject([{ year: of, closed: false, standing: { code: 'B', from: 'headquarters' } }])
  })
})

test('よその市の計画は評価できない', async () => {
  const done = await evaluate(year.app, year.people.planner, other.code, {
    editionId: year.editionId,
    year: of,
    stage: 'office',
    rows: [],
  })
  expect(done).toMatchObject({ ok: false, problem: { code: 'grades.plan-absent' } })
})

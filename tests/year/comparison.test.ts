import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { editionsComparison } from '#operations/comparison/compare-editions.ts'
import { revisionComparison, revisionReport } from '#operations/comparison/compare-revision.ts'
import { replacedIndicators } from '#operations/comparison/replaced-indicators.ts'
import { alongsideFor, alongsideSeenBy, partsIn, partsSeenBy, withParts } from '#operations/reports/alongside-for.ts'
import { ordinaryChoices, readChoices } from '#operations/reports/choices.ts'
import { formsFor, makeReport } from '#operations/reports/make-report.ts'
import { frozenReport, publish, publishedFile } from '#operations/reports/publications.ts'
import { adoptRevision } from '#operations/revision/adopt-revision.ts'
import { aRevisionScene, type RevisionScene } from '../journeys/a-revision-scene.ts'
import { aYear, type Year } from './a-year.ts'

// 案の新旧を見て、決め、決めた版から新旧対照表を作り、公表する。

let year: Year
let scene: RevisionScene
let adopted: Edition
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
const planner = () => year.people.planner
const editionOf = async (id: string): Promise<Edition> => {
  const edition = await year.app.store.read(year.code, (tx) => tx.editions.get(id))
  if (!edition) throw new Error('no edition')
  return edition
}

beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 4, open: false })
  scene = await aRevisionScene(year)
})
afterAll(() => year.app.close())

describe('決める前', () => {
  test('案の新旧は、案を見てよい人だけに', async () => {
    const view = value(await revisionComparison(year.app, planner(), year.code, scene.id))
    expect(Object.fromEntries(view.counts)).toMatchObject({
      'target-changed': 1,
      'indicator-replaced': 1,
      'node-added': 1,
    })
    const reviewer = await revisionComparison(year.app, year.people.reviewer, year.code, scene.id)
    expect(reviewer.ok ? '' : reviewer.problem.kind).toBe('not-permitted')
    const report = await revisionReport(
      year.app,
      year.people.reviewer,
      year.code,
      scene.id,
      'comparison-table',
      ordinaryChoices,
    )
    expect(report.ok ? '' : report.problem.kind).toBe('not-permitted')
  })

  test('種類で絞っても、数は絞らない', async () => {
    const view = value(await revisionComparison(year.app, planner(), year.code, scene.id, { kind: 'node-added' }))
    expect(view.comparison.nodes.map(({ node }) => node.id)).toContain(scene.addedNode)
    expect(view.comparison.nodes.flatMap(({ entries }) => entries)).toEqual([])
    expect(view.counts.length).toBeGreaterThan(3)
    const unknown = value(await revisionComparison(year.app, planner(), year.code, scene.id, { kind: 'x', goal: '99' }))
    expect(unknown.filter).toEqual({ goal: undefined, kind: undefined, all: false })
  })

  test('改訂していない版では、新旧対照表を作れないと言う', async () => {
    const base = await editionOf(year.editionId)
    const alongside = await year.app.store.read(year.code, (tx) =>
      alongsideFor(tx, base, 'comparison-table', ordinaryChoices),
    )
    expect(alongside).toEqual({})
    const report = makeReport(base, 'comparison-table', ordinaryChoices, alongside)
    expect(report.ok ? '' : report.problem.kind).toBe('report-no-comparison')
  })
})

describe('決めたあと', () => {
  beforeAll(async () => {
    const view = value(await revisionComparison(year.app, planner(), year.code, scene.id))
    const outcome = value(
      await adoptRevision(year.app, planner(), year.code, scene.id, {
        decidedOn: '2026-03-25',
        decidedBy: '市議会',
        seen: view.revision.revision,
        confirmed: true,
      }),
    )
    if (outcome.kind !== 'adopted') throw new Error(outcome.kind)
    adopted = await editionOf(outcome.editionId)
  })

  const seenBy = (person: Person) => alongsideSeenBy(year.app, person, adopted, 'comparison-table', ordinaryChoices)
  const tableSeenBy = async (person: Person): Promise<string> =>
    JSON.stringify(value(makeReport(adopted, 'comparison-table', ordinaryChoices, await seenBy(person))))

  test('決めた版から、理由の付いた新旧対照表ができる', async () => {
    const text = await tableSeenBy(planner())
    expect(text).toContain('目標を達成したため')
    expect(text).toContain('（代替指標）')
    expect(
      formsFor(adopted, await seenBy(planner())).find(({ name }) => name === 'comparison-table')?.problem,
    ).toBeUndefined()
  })

  test('市長指示のよりどころは、案を見てよい人だけに。裏で作るときも', async () => {
    expect(await tableSeenBy(planner())).toContain('市長指示から')
    expect(await tableSeenBy(year.people.reviewer)).not.toContain('市長指示')
    const parts = partsSeenBy(year.people.reviewer)
    const kept = withParts(new URLSearchParams('yearStyle=both'), parts).toString()
    expect(partsIn(kept)).toEqual(parts)
    expect(readChoices(new URLSearchParams(kept))).toEqual({ ...ordinaryChoices, yearStyle: 'both' })
    expect(partsIn('yearStyle=both')).toContain('grounds')
  })

  test('公表すると、その時の新旧対照表とデータが凍る', async () => {
    const asked = {
      editionId: adopted.id,
      form: 'comparison-table' as const,
      choices: { ...ordinaryChoices, audience: 'public' as const },
      title: '新旧対照表',
      note: '改訂の公表',
      corrects: null,
    }
    const { id } = value(await publish(year.app, year.code, asked, planner()))
    const frozen = value(await frozenReport(year.app, year.code, id))
    expect(JSON.stringify(frozen)).toContain('目標を達成したため')
    expect(JSON.stringify(frozen)).not.toContain('市長指示')
    const csv = value(await publishedFile(year.app, year.code, id, `${year.code}_revision-changes.csv`))
    expect(Buffer.from(csv.bytes).toString('utf8')).toContain('45件')
  })

  test('二つの版は、番号の若いほうをもとにして、系統で対にする', async () => {
    const base = await editionOf(year.editionId)
    const found = editionsComparison(base, adopted, [], year.app.newId)
    expect([found.base.id, found.pairedBy]).toEqual([base.id, 'id'])
    expect(Object.fromEntries(found.counts)).toMatchObject({
      'target-changed': 1,
      'indicator-renamed': 1,
      'heading-changed': 1,
    })
    expect(editionsComparison(adopted, base, [], year.app.newId).base.id).toBe(base.id)
    // 改訂の記録を添えれば、代わりの指標は、新設と廃止でなく、代替指標として数える。
    const replaced = await replacedIndicators(year.app, year.code)
    expect(replaced.size).toBe(1)
    const recorded = Object.fromEntries(editionsComparison(base, adopted, [], year.app.newId, {}, replaced).counts)
    expect(recorded['indicator-replaced']).toBe(1)
    expect(recorded['indicator-added']).toBeUndefined()
  })
})

describe('id の通わない版', () => {
  const renumbered = (edition: Edition): Edition => {
    const content = JSON.parse(
      JSON.stringify(edition.content).replace(
        /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
        (id) => `${id.slice(0, -1)}x`,
      ),
    ) as Edition['content']
    const { history: _, ...rest } = edition
    return { ...rest, id: 'other', title: '第3期計画', firstYear: 2025, lastYear: 2029, content }
  }

  test('名・節・番号で対にし、そう言う', async () => {
    const base = { ...(await editionOf(year.editionId)), firstYear: 2020, lastYear: 2024 }
    const found = editionsComparison(renumbered(base), base, [], year.app.newId)
    expect([found.base.id, found.pairedBy]).toEqual([base.id, 'name'])
    expect(found.counts.map(([kind]) => kind)).toEqual(['heading-changed'])
  })

  test('系統をつないだ指標は、名が違っても同じ指標', async () => {
    const base = { ...(await editionOf(year.editionId)), firstYear: 2020, lastYear: 2024 }
    const later = renumbered(base)
    const [first] = later.content.indicators
    if (!first) throw new Error('no indicator')
    const named = { ...first, name: 'まるで違う名', unit: '戸', baseline: null, targets: [], actuals: [] }
    const other = { ...later, content: { ...later.content, indicators: [named, ...later.content.indicators.slice(1)] } }
    const from = base.content.indicators[0]?.id ?? ''
    const members = [
      { indicatorId: from, lineId: 'l' },
      { indicatorId: named.id, lineId: 'l' },
    ]
    const found = editionsComparison(base, other, members, year.app.newId)
    const entry = found.comparison.nodes.flatMap(({ entries }) => entries).find(({ id }) => id === from)
    expect(entry?.lines[0]).toMatchObject({ after: 'まるで違う名' })
    expect(entry?.state).toBe('changed')
  })
})

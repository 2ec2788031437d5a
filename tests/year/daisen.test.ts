import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countedGrades } from '#domain/evaluation/counted-grades.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { finalTarget } from '#domain/indicator/figures.ts'
import type { Person } from '#domain/people/person.ts'
import type { GradeCount, Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { typedOf } from '#domain/revision/typed-entry.ts'
import type { App } from '#operations/app.ts'
import { gradedPlanOf } from '#operations/evaluation/graded-plan-of.ts'
import { alongsideFor } from '#operations/reports/alongside-for.ts'
import { makeReport, writtenFormats, writtenReport } from '#operations/reports/make-report.ts'
import { addToRevision } from '#operations/revision/add-to-revision.ts'
import { adoptRevision } from '#operations/revision/adopt-revision.ts'
import { decideProposal } from '#operations/revision/decide-proposal.ts'
import { revisionView } from '#operations/revision/revision-view.ts'
import { startRevision } from '#operations/revision/start-revision.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import type { Report, Row, Table } from '#reports/report.ts'
import { sampleApp, samplesAreHere, whySkipped } from '../journeys/sample-app.ts'

const code = '052124'
const planner: Person = {
  kind: 'member',
  id: null,
  name: '企画課 山田',
  grants: [{ role: 'planner', departments: 'all' }],
}

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

/** 図書の空欄と数えた 0 は、ここでは同じ数とみる。 */
const numbers = (rows: readonly GradeCount[], titleOf: (id: string | null) => string) =>
  rows.map(({ node, class: kind, counts, total }) => [
    total ? '合計' : titleOf(node),
    kind,
    ...['A', 'B', 'C', 'D'].map((grade) => counts[grade] ?? 0),
  ])

const titlesIn =
  ({ content }: Edition) =>
  (id: string | null): string =>
    content.nodes.find((node) => node.id === id)?.number ?? '―'

describe.skipIf(!samplesAreHere)(`大仙市の見直しを、評価から決定まで（${whySkipped}）`, () => {
  let app: App
  let overview: Edition
  let plan: Edition
  let graded: GradedPlan
  let revisionId: string
  let revisedId: string

  const gradeOf = ({ id }: Indicator): string | undefined => graded.subjects.get(id)?.standing?.code
  const withGrade = (grade: string): readonly Indicator[] =>
    plan.content.indicators.filter((indicator) => gradeOf(indicator) === grade)

  beforeAll(async () => {
    app = await sampleApp()
    const editions = await app.store.read(code, async (tx) => {
      const all: Edition[] = []
      for (const { id } of await tx.editions.headings()) all.push((await tx.editions.get(id)) as Edition)
      return all
    })
    overview = editions.find(({ content }) => content.grades.length > 0) as Edition
    plan = editions.find(({ content }) => content.indicators.length > 0) as Edition
    graded = await app.store.read(code, (tx) => gradedPlanOf(tx, plan, 2022))
  })
  afterAll(() => app?.close())

  test('評価した指標を数えると、図書に印刷されたクロス表になる（数値目標 8、KPI 55）', () => {
    const counted = countedGrades(plan, graded)
    expect(numbers(counted, titlesIn(plan))).toEqual(numbers(overview.content.grades, titlesIn(overview)))
    expect(numbers(counted, titlesIn(plan)).slice(-2)).toEqual([
      ['合計', '数値目標', 2, 3, 3, 0],
      ['合計', 'KPI', 18, 21, 15, 1],
    ])
  })

  test('四つの決まりから、どの指標にも見直しの案が出る', async () => {
    const started = await startRevision(app, planner, code, plan.id, {
      kind: 'revision',
      title: '第2期大仙市まち・ひと・しごと創生総合戦略（改訂版・見本）',
      firstYear: '令和2年度',
      lastYear: '令和6年度',
      frame: '',
      gradedYear: '2022',
      purpose: '令和4年度実績の評価を受けて見直す',
    })
    revisionId = given(started).id
    const view = given(await revisionView(app, planner, code, revisionId))
    const actions = Map.groupBy(view.grading.proposals, ({ policy }) => policy.action)
    expect([...actions].map(([action, its]) => [action, its.length]).toSorted()).toEqual(
      [
        ['raise-target', 20],
        ['as-needed', 24],
        ['change-indicator', 18],
        ['replace-indicator', 1],
      ].toSorted(),
    )
  })

  const accept = async (indicator: Indicator, typed: Readonly<Record<string, string>>, reason: string) => {
    const now = typedOf('indicator', indicator)
    const shown = Object.fromEntries(Object.keys(typed).map((field) => [field, now[field] ?? '']))
    const asked = {
      indicatorId: indicator.id,
      decision: 'accepted' as const,
      reason,
      typed,
      shown,
      seen: 0,
      confirmed: true,
    }
    return given(await decideProposal(app, planner, code, revisionId, asked))
  }
  const raised = (indicator: Indicator) => ({
    'targets.0.raw': `${(Number(finalTarget(indicator)?.value) * 1.2).toFixed(0)}${indicator.unit}`,
  })
  const renamed = ({ name }: Indicator) => ({ name: name.replace('（見本）', '・延べ（見本）') })

  test('案を受け入れて直す：A は目標 14、B は目標 1・名 1、C は目標 5・名 4、D は代わりの指標（図書の修正指標数のとおり）', async () => {
    for (const indicator of withGrade('A').slice(0, 14)) await accept(indicator, raised(indicator), '')
    const [first, second] = withGrade('B')
    if (first) await accept(first, raised(first), '実績を見て引き上げる')
    if (second) await accept(second, renamed(second), '数え方を名に表す')
    const late = withGrade('C')
    for (const indicator of late.slice(0, 5)) await accept(indicator, raised(indicator), '')
    for (const indicator of late.slice(5, 9)) await accept(indicator, renamed(indicator), '')
    const [behind] = withGrade('D')
    if (!behind) throw new Error('a D was expected')
    expect(await accept(behind, {}, '')).toMatchObject({ kind: 'decided', next: 'replace' })
    const added = await addToRevision(app, planner, code, revisionId, {
      on: 'indicator',
      under: behind.node,
      typed: {
        name: 'オンライン健康相談の利用件数（見本）',
        class: 'KPI',
        unit: '件',
        'targets.0.year': '令和6年度',
        'targets.0.raw': '200件',
      },
      replaces: behind.id,
      reason: '利用の実態に合う指標に替える',
      ground: 'grade',
    })
    expect(given(added)).toMatchObject({ kind: 'added' })
    const { counts } = given(await revisionView(app, planner, code, revisionId))
    expect(counts).toMatchObject({ 'target-changed': 20, 'indicator-renamed': 5, 'indicator-replaced': 1 })
  })

  test('残りは「いまのまま」と決めて、決定日と決めたところを添えて改訂を決める', async () => {
    const view = given(await revisionView(app, planner, code, revisionId))
    for (const { id } of view.left.undecided.map(({ indicator }) => indicator)) {
      const refusedOne = await decideProposal(app, planner, code, revisionId, {
        indicatorId: id,
        decision: 'refused',
        reason: '進みを見て、次の年度に決める',
        typed: {},
        shown: {},
        seen: 0,
        confirmed: false,
      })
      expect(given(refusedOne)).toMatchObject({ kind: 'decided' })
    }
    const { revision } = given(await revisionView(app, planner, code, revisionId)).revision
    const adopted = await adoptRevision(app, planner, code, revisionId, {
      decidedOn: '2024-03-22',
      decidedBy: '推進本部',
      seen: revision,
      confirmed: true,
    })
    const outcome = given(adopted)
    if (outcome.kind !== 'adopted') throw new Error('adoption was expected')
    revisedId = outcome.editionId
    const [old, revised] = await app.store.read(code, async (tx) => [
      await tx.editions.get(plan.id),
      await tx.editions.get(revisedId),
    ])
    expect(old?.history?.supersededBy).toBe(revisedId)
    expect(old?.content).toEqual(plan.content)
    expect(revised?.history).toMatchObject({ decidedOn: '2024-03-22', decidedBy: '推進本部', basedOn: plan.id })
  })

  test('もとの版の令和4年度の評価は、改訂したあとも同じに数えられる', async () => {
    const after = await app.store.read(code, async (tx) => {
      const old = (await tx.editions.get(plan.id)) as Edition
      return countedGrades(old, await gradedPlanOf(tx, old, 2022))
    })
    expect(after).toEqual(countedGrades(plan, graded))
  })

  const reportOf = (form: 'revision-overview' | 'comparison-table'): Promise<Report> =>
    app.store.read(code, async (tx) => {
      const edition = (await tx.editions.get(revisedId)) as Edition
      const choices = { ...ordinaryChoices, year: form === 'revision-overview' ? 2022 : null }
      return given(makeReport(edition, form, choices, await alongsideFor(tx, edition, form, choices)))
    })

  const tablesIn = (report: Report): readonly Table[] =>
    report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))
  const textsIn = (table: Table | undefined): readonly (readonly string[])[] =>
    (table?.groups ?? []).flatMap(({ rows }) => rows.map(({ cells }: Row) => cells.map(({ text }) => text)))

  test('改訂概要は、数えたクロス表と、評価ごとの修正指標数（A14・B2・C9・D1）を言う', async () => {
    const tables = tablesIn(await reportOf('revision-overview'))
    const words = tables.map((table) => textsIn(table).map((row) => row.join('|')))
    expect(words.flat()).toEqual(expect.arrayContaining([expect.stringMatching(/KPI\|18\|21\|15\|1/)]))
    const rules = words.find((rows) => rows.some((row) => /^A/.test(row) && row.includes('目標値の修正')))
    expect(rules?.map((row) => row.split('|').slice(0, 1).concat(row.split('|').slice(2, 4)).join(' '))).toEqual([
      expect.stringMatching(/^A.* 14 /),
      expect.stringMatching(/^B.* 2 /),
      expect.stringMatching(/^C.* 9 /),
      expect.stringMatching(/^D.* 1 /),
    ])
  })

  test('新旧対照表は、改めた指標だけを、旧と新を並べて、変わったところに線を引いて言う', async () => {
    const rows = tablesIn(await reportOf('comparison-table')).flatMap((table) =>
      table.groups.flatMap(({ rows: each }) => each),
    )
    const underlined = rows.filter(({ cells }) => cells.some((cell) => (cell.underlined ?? []).length > 0))
    expect(underlined.length).toBeGreaterThanOrEqual(25)
    const words = rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join('\n')
    expect(words).toContain('オンライン健康相談の利用件数（見本）')
    expect(words).toContain('公衆無線による健康相談の利用件数（見本）')
    expect(words).toContain('利用の実態に合う指標に替える')
  })

  test.each(['revision-overview', 'comparison-table'] as const)('%s は、どの形のファイルにもなる', async (form) => {
    const report = await reportOf(form)
    for (const format of writtenFormats) {
      const file = await writtenReport(report, format, { madeAt: '2024-03-22T00:00:00Z' })
      expect(file.bytes.length, `${form} ${format}`).toBeGreaterThan(2000)
    }
  })
})
